/** A file that can be saved: its name and its bytes. */
export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Milliseconds that a download may take to start before its memory is given back. */
const START_TIME = 10_000;

/** Hands a file to the browser, which saves it where the user keeps downloads. */
export function download({ name, bytes }: SavedFile): void {
  const url = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), START_TIME);
}
