import { valueAt, type CellWrite, type OutValue, type ResultSheet, type WorkbookSnapshot } from '../model';

/** Mark of the very hidden sheet that lists what this product wrote into the user's own cells. */
export const RECORD_MARK = 'record';
const HEADER = ['sheet', 'row', 'column', 'value'];

/** Values that earlier runs wrote into the user's cells, by sheet, row and column. */
export type EarlierWrites = ReadonlyMap<string, string | number>;

/** Key of a cell in `EarlierWrites`. */
export function cellKey(sheet: string, row: number, column: number): string {
  return `${row}:${column}:${sheet}`;
}

/** What the record of a workbook lists; a record that somebody spoiled counts for nothing. */
export function readRecord(workbook: WorkbookSnapshot): EarlierWrites {
  const writes = new Map<string, string | number>();
  const sheet = workbook.sheets.find(({ mark }) => mark === RECORD_MARK);
  if (!sheet) return writes;
  for (const row of sheet.cells.rows) {
    const [name, r, c, value] = HEADER.map((_, column) => valueAt(workbook, sheet, row, column));
    if (typeof name !== 'string' || typeof r !== 'number' || typeof c !== 'number') continue;
    if (typeof value === 'string' || typeof value === 'number') writes.set(cellKey(name, r, c), value);
  }
  return writes;
}

/** The sheet that the next run reads to know its own values from the user's; null when none is ours. */
export function recordSheet(name: string, writes: readonly CellWrite[]): ResultSheet | null {
  if (writes.length === 0) return null;
  const values = writes.map(({ sheet, row, column, value }) => [sheet, row, column, value]);
  return dataSheet(name, RECORD_MARK, [HEADER, ...values]);
}

/** A very hidden sheet that only the next run reads. */
export function dataSheet(name: string, mark: string, values: readonly (readonly OutValue[])[]): ResultSheet {
  const columns = values[0]!;
  return {
    name,
    mark,
    visibility: 'veryHidden',
    styles: [],
    blocks: [{ row: 0, column: 0, values, columnStyles: columns.map(() => -1) }],
    merges: [],
    columnWidths: columns.map(() => null),
    rowHeights: [],
    conditionalFormats: [],
    charts: [],
    print: { orientation: 'portrait', fitToWidth: true },
  };
}
