import {
  ownWrites,
  RECORD_HEADER,
  RECORD_MARK,
  type CellWrite,
  type OutValue,
  type ResultSheet,
  type WorkbookSnapshot,
} from '../model';

/** Values that earlier runs wrote into the user's cells, by sheet, row and column. */
export type EarlierWrites = ReadonlyMap<string, string | number>;

/** Key of a cell in `EarlierWrites`. */
export function cellKey(sheet: string, row: number, column: number): string {
  return `${row}:${column}:${sheet}`;
}

/** What the record of a workbook lists. */
export function readRecord(workbook: WorkbookSnapshot): EarlierWrites {
  return new Map(ownWrites(workbook).map(({ sheet, row, column, value }) => [cellKey(sheet, row, column), value]));
}

/** The sheet that the next run reads to know its own values from the user's; null when none is ours. */
export function recordSheet(name: string, writes: readonly CellWrite[]): ResultSheet | null {
  if (writes.length === 0) return null;
  const values = writes.map(({ sheet, row, column, value }) => [sheet, row, column, value]);
  return dataSheet(name, RECORD_MARK, [RECORD_HEADER, ...values]);
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
