import { normaliseText } from '../values';
import { hasNumbering } from './labels';
import type { SheetGrid } from './grid';
import { LABEL_ROW_WORDS, SUM_ROW_WORDS } from './words';

/** What a row below a header is. */
export type RowKind = 'blank' | 'data' | 'label' | 'sum' | 'band' | 'note';

const LABELS = new Set(LABEL_ROW_WORDS);
const SUMS = new Set(SUM_ROW_WORDS);
const NOTE_START = /^(?:注[:：1一(]|附注|说明[:：]?|备注[:：]|填表说明|填报说明|特此|此表|本表)/;
const SIGNATURE = /签字|签名|盖章|签章|填表人|制表人|填报人|审核人|负责人[:：(]|组长[:：(]|制表[:：]|填表日期|填报日期|经办人|监票人|计票人|年月日/;

/** True for the name of a row of sums, e.g. 合 计 or 平均分. */
export function isSumName(text: string): boolean {
  return SUMS.has(normaliseText(text).replace(/[:：]$/, '').toLowerCase().replace(/\(.*\)$/, ''));
}

/** True for the name of a row of labels, e.g. 分值. */
export function isLabelName(text: string): boolean {
  return LABELS.has(normaliseText(text).replace(/[:：]$/, '').replace(/\(.*\)$/, ''));
}

/** True for a line of notes or signatures below or above a table. */
export function isNoteText(text: string): boolean {
  const key = normaliseText(text);
  return NOTE_START.test(key) || SIGNATURE.test(key);
}

/**
 * What a row is (specification, section 2): rows of labels, sums, bands, notes and signatures are no subjects.
 * `keyColumns` are those in which a subject would be named, leftmost first.
 */
export function rowKind(grid: SheetGrid, row: number, left: number, right: number, keyColumns: readonly number[]): RowKind {
  const filled = grid.filledColumns(row).filter((column) => column >= left && column <= right);
  if (filled.length === 0) return 'blank';
  const first = grid.ownText(row, filled[0]!);
  for (const column of [filled[0]!, ...keyColumns]) {
    const text = grid.ownText(row, column);
    if (text === '') continue;
    if (isSumName(text)) return 'sum';
    if (isLabelName(text)) return 'label';
  }
  if (isNoteText(first) && (filled.length <= 3 || grid.merge(row, filled[0]!) !== null)) return 'note';
  if (filled.length === 1 && typeof grid.own(row, filled[0]!) === 'string') {
    const merge = grid.merge(row, filled[0]!);
    const span = merge ? merge.right - merge.left + 1 : 1;
    const width = right - left + 1;
    if (hasNumbering(first) || (width > 2 && span > Math.max(2, width / 2))) return 'band';
    if (!keyColumns.includes(filled[0]!)) return keyColumns.length > 0 && filled[0]! < keyColumns[0]! ? 'band' : 'note';
  }
  return 'data';
}
