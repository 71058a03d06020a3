import type { ChangeSet } from '../../model/changeSet';
import { createWorkbook } from './createWorkbook';
import { packPart, writeZip } from './package/zipWriter';

/** Makes files that were not there before. */
export const newFiles = {
  workbook: (changes: ChangeSet) => createWorkbook(changes) as Uint8Array<ArrayBuffer>,
  /** A .zip of files, in their order. */
  archive: (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) =>
    writeZip(files.map(({ name, bytes }) => packPart(name, [bytes]))) as Uint8Array<ArrayBuffer>,
};
