import { valueAt, type OutValue, type ResultSheet, type WorkbookSnapshot } from '../../model';
import { dataSheet } from '../record';
import { RowFinder } from './findRow';
import type { KeptNotes, KeptRow } from './readNotes';
import { rowKeys, shapeOf } from './rowKeys';
import { textOfResult } from './sheetText';

/** Mark of the very hidden sheet that keeps which remarks (备注) are ours. */
export const REMARKS_MARK = 'remarks';
const HEADER = ['mark', 'name', 'remark'];
/** Remarks beyond which the sheet is not written: then the column is ours alone. */
const MOST_REMARKS = 20_000;

/** Our remarks on a sheet, by the name of whom they are about. */
export type OwnRemarks = ReadonlyMap<string, readonly string[]>;

/** Which remarks earlier runs wrote, by the mark of the sheet; a sheet that is not there has none that can be told. */
export function readRemarks(workbook: WorkbookSnapshot): ReadonlyMap<string, OwnRemarks> {
  const all = new Map<string, Map<string, string[]>>();
  const sheet = workbook.sheets.find(({ mark }) => mark === REMARKS_MARK);
  for (const row of sheet?.cells.rows.slice(1) ?? []) {
    const [mark, name, remark] = HEADER.map((_, column) => valueAt(workbook, sheet!, row, column));
    if (typeof mark !== 'string') continue;
    let own = all.get(mark);
    if (!own) all.set(mark, (own = new Map()));
    if (typeof name === 'string' && typeof remark === 'string') own.set(name, [...(own.get(name) ?? []), remark]);
  }
  return all;
}

/** The sheet by which the next run tells our remarks from those of people; null when there is nothing to tell. */
export function remarksSheet(
  name: string,
  written: readonly { readonly mark: string; readonly remarks: readonly (readonly [name: string, remark: string])[] }[],
): ResultSheet | null {
  const rows = written.flatMap(({ mark, remarks }): OutValue[][] => [
    [mark, null, null],
    ...remarks.map(([who, remark]) => [mark, who, remark]),
  ]);
  return rows.length === 0 || rows.length > MOST_REMARKS ? null : dataSheet(name, REMARKS_MARK, [HEADER, ...rows]);
}

/**
 * What people wrote into the column of remarks: for the rows of the new sheet that are about somebody, in their order ("":
 * nothing), and what belongs to rows that are no more.
 */
export function remarksFor(
  sheet: ResultSheet,
  kept: KeptNotes,
  own: OwnRemarks,
): { readonly remarks: readonly string[]; readonly left: ReadonlyMap<KeptRow, string> } {
  const text = textOfResult(sheet);
  const keys = rowKeys(text, shapeOf(text, sheet.columnWidths.length)).filter(({ kind }) => kind === 'body');
  const parts = new Map<KeptRow, string>();
  for (const row of kept.rows) {
    const part = peoplesPart(row.remark, own.get(row.label[0] ?? '') ?? []);
    if (part !== '') parts.set(row, part);
  }
  const finder = new RowFinder<KeptRow>([...parts.keys()], keys);
  const remarks = keys.map((key) => {
    const found = finder.find(key);
    return found ? parts.get(found)! : '';
  });
  return { remarks, left: new Map(finder.left().map((row) => [row, parts.get(row)!])) };
}

/**
 * What of a remark is not ours.
 * @example peoplesPart("暂算：缺自评；已催报", ["暂算：缺自评"]) // "已催报"
 */
export function peoplesPart(remark: string, own: readonly string[]): string {
  for (const ours of [...own].sort((a, b) => b.length - a.length)) {
    if (remark.startsWith(ours)) return remark.slice(ours.length).replace(/^[；;，,。\s]+/u, '');
    if (remark.endsWith(ours)) return remark.slice(0, -ours.length).replace(/[；;，,\s]+$/u, '');
  }
  return remark;
}
