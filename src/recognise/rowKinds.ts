import { normaliseText } from '../values';
import { hasNumbering } from './labels';
import type { SheetGrid } from './grid';
import { LABEL_ROW_WORDS, SUM_ROW_WORDS } from './words';

/** What a row below a header is. */
export type RowKind = 'blank' | 'data' | 'label' | 'sum' | 'band' | 'note';

const LABELS = new Set(LABEL_ROW_WORDS);
const SUMS = new Set(SUM_ROW_WORDS);
const NOTE_START = /^(?:注[:：1一(]|附注|说明[:：]?|备注[:：]|填表说明|填报说明|特此|此表|本表|notes?:)/i;
const SIGNATURE =
  /签字|签名|盖章|签章|填表人|制表人|填报人|审核人|负责人[:：(]|组长[:：(]|制表[:：]|填表日期|填报日期|经办人|监票人|计票人|年月日/;

const LONGEST_NAME = 16;
/** A line of notes fills at most so many cells. */
const FEW = 3;
const named = (text: string) =>
  normaliseText(text)
    .replace(/[:：]$/, '')
    .toLowerCase()
    .replace(/\(.*\)$/, '');

/** True for the name of a row of sums, e.g. 合 计 or 平均分. */
export function isSumName(text: string): boolean {
  if (text.length > LONGEST_NAME) return false;
  const name = named(text);
  return SUMS.has(name) || (name.length <= 8 && /(?:合计|小计|总计|平均分?|平均值)$/.test(name));
}

/** True for the name of a row of labels, e.g. 分值. */
export function isLabelName(text: string): boolean {
  return text.length <= LONGEST_NAME && (LABELS.has(text) || LABELS.has(named(text)));
}

/** Codes of `SheetGrid.nameKinds`; 0 is not looked up yet. */
const ORDINARY = 1;
const SUM = 2;
const LABEL = 3;

/** Whether a name heads a row of sums or of labels, looked up once for each text of a workbook. */
function nameKind(grid: SheetGrid, row: number, column: number): number {
  const index = grid.stringIndex(row, column);
  if (index < 0) return ORDINARY;
  let kind = grid.nameKinds[index]!;
  if (kind === 0) {
    const text = grid.workbook.strings[index]!;
    kind = isSumName(text) ? SUM : isLabelName(text) ? LABEL : ORDINARY;
    grid.nameKinds[index] = kind;
  }
  return kind;
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
export function rowKind(
  grid: SheetGrid,
  row: number,
  left: number,
  right: number,
  keyColumns: readonly number[],
): RowKind {
  const { first: start, count } = grid.fillOf(row, left, right, FEW + 1);
  if (count === 0) return 'blank';
  for (const column of keyColumns.includes(start) ? keyColumns : [start, ...keyColumns]) {
    const kind = nameKind(grid, row, column);
    if (kind !== ORDINARY) return kind === SUM ? 'sum' : 'label';
  }
  if (count > FEW && !grid.hasMerges) return 'data';
  const first = grid.ownText(row, start);
  if ((count <= FEW || grid.merge(row, start) !== null) && isNoteText(first)) return 'note';
  if (count === 1 && typeof grid.own(row, start) === 'string') {
    if (/[=＝。；]/.test(first)) return 'note';
    const merge = grid.merge(row, start);
    const span = merge ? merge.right - merge.left + 1 : 1;
    const width = right - left + 1;
    if (hasNumbering(first) || /[:：]\s*$/.test(first) || (width > 2 && span > Math.max(2, width / 2))) return 'band';
    if (!keyColumns.includes(start)) return keyColumns.length > 0 && start < keyColumns[0]! ? 'band' : 'note';
  }
  return 'data';
}
