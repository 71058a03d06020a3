import type { WorkbookSnapshot } from '../../model';
import { FileError, type FileErrorCode } from './fileError';
import { readLegacy } from './legacy/readLegacy';
import { type OpenedWorkbook, openWorkbook } from './openedWorkbook';

/** A file of the user as read; `opened` is null for a format that is never written. */
export interface ReadFile {
  readonly opened: OpenedWorkbook | null;
  readonly snapshot: WorkbookSnapshot;
}

/** What a format that is only read is called when it is taken for an .xlsx file. */
const OLD_FORMATS: ReadonlySet<FileErrorCode> = new Set(['oldFormat', 'binaryFormat', 'openDocument']);

/**
 * Reads a file of any format that the product knows: .xlsx and .xlsm, the older ones, .csv and .txt.
 * @throws FileError
 */
export async function readFile(bytes: Uint8Array, name: string): Promise<ReadFile> {
  try {
    const opened = openWorkbook(bytes, name);
    return { opened, snapshot: opened.snapshot() };
  } catch (error) {
    const code = error instanceof FileError ? error.code : null;
    const isTable = code === 'text' && /\.(csv|txt)$/i.test(name);
    if (!isTable && !(code && OLD_FORMATS.has(code))) throw error;
    return { opened: null, snapshot: await readLegacy(bytes, name) };
  }
}
