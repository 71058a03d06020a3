declare const __VERSION__: string | undefined;

/** Version of the product; the build puts it in. */
export const version = typeof __VERSION__ === 'undefined' ? '0' : __VERSION__;
