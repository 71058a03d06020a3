import type { CellRange } from '../../../model';

/** A block of a sheet, for use within one request. */
export function rangeAt(worksheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.Range {
  return worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).untrack();
}
