import { CellKind, type CellTable, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from './workbook';

/**
 * Index of the entry at a cell, or -1 when the sheet holds nothing there.
 * Rows and columns count from 0.
 */
export function entryAt(table: CellTable, row: number, column: number): number {
  const k = rowIndex(table, row);
  return k < 0 ? -1 : entryInRow(table, k, column);
}

/** Index into `table.rows` of a row number, or -1. Rows without gaps are found without a search. */
export function rowIndex(table: CellTable, row: number): number {
  const { rows } = table;
  if (rows.length === 0) return -1;
  const guess = row - rows[0]!;
  if (guess >= 0 && guess < rows.length && rows[guess] === row) return guess;
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = rows[middle]!;
    if (at === row) return middle;
    if (at < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Index of the entry of a column within the k-th row of the table, or -1. */
export function entryInRow(table: CellTable, k: number, column: number): number {
  const { columns } = table;
  let low = table.starts[k]!;
  let high = table.starts[k + 1]! - 1;
  if (low > high) return -1;
  const guess = low + column - columns[low]!;
  if (guess >= low && guess <= high && columns[guess] === column) return guess;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = columns[middle]!;
    if (at === column) return middle;
    if (at < column) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Value of an entry; -1 gives null. */
export function entryValue(workbook: WorkbookSnapshot, table: CellTable, entry: number): CellValue {
  if (entry < 0) return null;
  const value = table.values[entry]!;
  switch (table.kinds[entry]) {
    case CellKind.number:
      return value;
    case CellKind.text:
      return workbook.strings[value]!;
    case CellKind.boolean:
      return value !== 0;
    case CellKind.error:
      return { error: workbook.strings[value]! };
    default:
      return null;
  }
}

/** Value of a cell as stored; the anchor of a merged block holds its value, its other cells are null. */
export function valueAt(workbook: WorkbookSnapshot, sheet: SheetSnapshot, row: number, column: number): CellValue {
  return entryValue(workbook, sheet.cells, entryAt(sheet.cells, row, column));
}

/** Number format code of a cell; "General" where there is none. */
export function formatAt(workbook: WorkbookSnapshot, sheet: SheetSnapshot, row: number, column: number): string {
  const entry = entryAt(sheet.cells, row, column);
  return entry < 0 ? 'General' : (workbook.numberFormats[sheet.cells.formats[entry]!] ?? 'General');
}

/** Formula of a cell without "=", or null. */
export function formulaAt(sheet: SheetSnapshot, row: number, column: number): string | null {
  const entry = entryAt(sheet.cells, row, column);
  if (entry < 0) return null;
  const { formulaEntries } = sheet.cells;
  let low = 0;
  let high = formulaEntries.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = formulaEntries[middle]!;
    if (at === entry) return sheet.cells.formulas[middle]!;
    if (at < entry) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
