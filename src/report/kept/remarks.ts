import type { ResultSheet } from '../../model';
import type { OwnRemarks } from './earlierSheets';
import { RowFinder } from './findRow';
import type { KeptNotes, KeptRow } from './readNotes';
import { rowKeys, shapeOf } from './rowKeys';
import { textOfResult } from './sheetText';

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
