export const DEVELOPMENT_HOST: string;
export function manifestFor(manifest: string, host: string): string;
