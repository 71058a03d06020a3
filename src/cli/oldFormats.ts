import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { FileError, type FileErrorCode } from '../hosts/xlsx';
import type { TextData } from '../i18n';
import type { WorkbookSnapshot } from '../model';

/** A foreign reader that takes longer than this will not come back. */
const DEADLINE_MS = 30_000;
const MEMORY_MB = 1024;
const OLD_CODES: ReadonlySet<FileErrorCode> = new Set(['oldFormat', 'binaryFormat', 'openDocument']);

/** What the worker answers: the cells, or the code of a FileError. */
export type OldFormatAnswer =
  { readonly snapshot: WorkbookSnapshot } | { readonly code: FileErrorCode; readonly data: TextData };

/**
 * Reads a file of an older format (.xls, .xlsb, .ods, .csv) after the reader of .xlsx has refused it; null when it is
 * none of these. Foreign code runs in a thread of its own, with a deadline and a limit on memory.
 */
export async function readOldFormat(
  path: string,
  name: string,
  bytes: Uint8Array,
  error: unknown,
): Promise<WorkbookSnapshot | null> {
  const isCsv = /^\.(?:csv|txt)$/i.test(extname(path));
  if (!(error instanceof FileError) || !(OLD_CODES.has(error.code) || (isCsv && error.code !== 'empty'))) return null;
  const answer = await askWorker(name, bytes);
  if ('snapshot' in answer) return answer.snapshot;
  throw new FileError(answer.code, { ...answer.data, file: name });
}

function askWorker(name: string, bytes: Uint8Array): Promise<OldFormatAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./oldFormatsThread.mjs', import.meta.url), {
      workerData: { name, bytes },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const finish = (answer: OldFormatAnswer) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => finish({ code: 'unreadable', data: {} }), DEADLINE_MS);
    worker.once('message', finish);
    worker.once('error', () => finish({ code: 'unreadable', data: {} }));
  });
}
