import type { TextDocument } from '../../model';

/** Writes a document as a .docx file; the library behind it is loaded with the first one. */
export async function writeDocx(document: TextDocument): Promise<Uint8Array<ArrayBuffer>> {
  const host = await import('.');
  return host.writeDocx(document);
}
