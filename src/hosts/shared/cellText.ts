import type { CellWrite } from '../../model/changeSet';
import type { CellValue } from '../../model/workbook';

/** Characters of a cell's text (Excel's limit). */
const MAX_CELL_TEXT = 32_767;

/** Text of a cell cut to what Excel can hold, without leaving half a character. */
export function fittedText(text: string): string {
  if (text.length <= MAX_CELL_TEXT) return text;
  const last = text.charCodeAt(MAX_CELL_TEXT - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? MAX_CELL_TEXT - 1 : MAX_CELL_TEXT);
}

/** A blank cell and one that shows nothing are the same to the user. */
export function isSame(found: CellValue, expected: CellWrite['expected']): boolean {
  return found === expected || ((found === null || found === '') && (expected === null || expected === ''));
}
