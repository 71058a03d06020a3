import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { CellValue, WorkbookSnapshot } from '../../../model/workbook';
import { CellTableBuilder, WorkbookBuilder } from '../../../model/workbookBuilder';
import { FileError } from '../fileError';
import { MAX_CELLS, MAX_LEGACY_BYTES, MAX_TOTAL_BYTES } from '../limits';
import { containerOf } from '../package/container';
import { assertReasonable } from '../package/inflatePart';
import { readZipDirectory } from '../package/zipDirectory';
import { readCsv } from './csv';

const VISIBILITY = ['visible', 'hidden', 'veryHidden'] as const;

const ERRORS = new Map<number, string>([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/** Refuses what the old reader must not be given: bombs, locked files, files of a size that it holds several times. */
function assertSafe(bytes: Uint8Array): void {
  const container = containerOf(bytes);
  if (container === 'empty') throw new FileError('empty');
  if (container === 'encrypted') throw new FileError('encrypted');
  if (container === 'unknown') throw new FileError('notPackage');
  if (bytes.length > MAX_LEGACY_BYTES) {
    throw new FileError('tooLarge', { part: '', megabytes: Math.round(bytes.length / 2 ** 20) });
  }
  if (container !== 'zip') return;
  let total = 0;
  for (const entry of readZipDirectory(bytes)) {
    assertReasonable(entry);
    total += entry.size;
  }
  if (total > MAX_TOTAL_BYTES) throw new FileError('tooLarge', { part: '', megabytes: Math.round(total / 2 ** 20) });
}

function valueOf(cell: CellObject): CellValue {
  if (cell.t === 'e') return { error: ERRORS.get(Number(cell.v)) ?? '#N/A' };
  const { v } = cell;
  if (typeof v === 'number' || typeof v === 'string' || typeof v === 'boolean') return v;
  return null;
}

function readSheet(sheet: WorkSheet, workbook: WorkbookBuilder) {
  const cells = new CellTableBuilder(workbook);
  let count = 0;
  const rows = sheet['!data'] ?? [];
  rows.forEach((row: (CellObject | undefined)[] | undefined, r: number) =>
    row?.forEach((cell, c) => {
      if (!cell || (cell.t === 'z' && cell.f === undefined)) return;
      if (++count > MAX_CELLS) throw new FileError('tooManyCells', { limit: MAX_CELLS });
      cells.add(r, c, valueOf(cell), typeof cell.z === 'string' ? cell.z : 'General', cell.f);
    }),
  );
  const hidden = (list: ({ hidden?: boolean } | undefined)[] | undefined): number[] =>
    (list ?? []).flatMap((item, i) => (item?.hidden ? [i] : []));
  return {
    cells: cells.build(),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hidden(sheet['!rows']),
    hiddenColumns: hidden(sheet['!cols']),
    isProtected: sheet['!protect'] !== undefined,
    mark: null,
  };
}

/** Errors of the old reader by their text; it throws plain ones. */
function fileError(error: unknown, name: string): FileError {
  if (error instanceof FileError) return new FileError(error.code, { ...error.data, file: name });
  const message = error instanceof Error ? error.message : '';
  return new FileError(/password|encrypt/i.test(message) ? 'encrypted' : 'unreadable', { file: name });
}

function snapshotOf(book: WorkBook, name: string): WorkbookSnapshot {
  const workbook = new WorkbookBuilder();
  let sheets = 0;
  book.SheetNames.forEach((sheetName, i) => {
    const sheet = book.Sheets[sheetName];
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) return;
    const visibility = VISIBILITY[book.Workbook?.Sheets?.[i]?.Hidden ?? 0] ?? 'visible';
    workbook.add({ name: sheetName, visibility, ...readSheet(sheet, workbook) });
    sheets++;
  });
  if (sheets === 0) throw new FileError('noSheets');
  return workbook.build(name, book.Workbook?.WBProps?.date1904 ?? false);
}

/**
 * Reads a workbook in another format: .xls, .xlsb, .ods, .csv (UTF-8 or Chinese encodings). The reader is loaded when
 * needed; run this where it can be stopped, since a hostile file in these formats can keep it busy.
 * @throws FileError when the file is locked, too large or no table.
 */
export async function readLegacy(bytes: Uint8Array, name: string): Promise<WorkbookSnapshot> {
  try {
    assertSafe(bytes);
    if (containerOf(bytes) === 'csv') return readCsv(bytes, name);
    const [xlsx, codepages] = await Promise.all([import('@e965/xlsx'), import('@e965/xlsx/dist/cpexcel')]);
    // Files older than Excel 97 hold Chinese text in code page 936.
    xlsx.set_cptable('default' in codepages ? codepages.default : codepages);
    const options = {
      type: 'array',
      dense: true,
      cellNF: true,
      cellHTML: false,
      cellText: false,
      cellDates: false,
    } as const;
    return snapshotOf(xlsx.read(bytes, options), name);
  } catch (error) {
    throw fileError(error, name);
  }
}
