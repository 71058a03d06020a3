import type { CellWrite } from '../../model/changeSet';
import type { CellValue } from '../../model/workbook';

/** Characters of a cell's text (Excel's limit). */
const MAX_CELL_TEXT = 32_767;

/** Cuts text to a number of UTF-16 units without leaving half a character. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** Text of a cell cut to what Excel can hold. */
export function fittedText(text: string): string {
  return cutText(text, MAX_CELL_TEXT);
}

/** A blank cell and one that shows nothing are the same to the user. */
export function isSame(found: CellValue, expected: CellWrite['expected']): boolean {
  return found === expected || ((found === null || found === '') && (expected === null || expected === ''));
}
