export function fileOf(root: string, url: string): string | null;
export function serve(folder: string, port?: number): Promise<{ url: string; close: () => Promise<void> }>;
