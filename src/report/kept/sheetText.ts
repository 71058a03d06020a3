import {
  entryInRow,
  entryValue,
  type CellValue,
  type ResultSheet,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../model';

/** The texts of a result sheet, as it was read or as it is to be written. */
export interface SheetText {
  /** Rows that hold something, ascending. */
  readonly rows: readonly number[];
  /** Text of a cell, "" where there is none. */
  text(row: number, column: number): string;
}

/** Texts of a sheet as it was read. */
export function textOfSnapshot(workbook: WorkbookSnapshot, { cells }: SheetSnapshot): SheetText {
  const indexes = new Map([...cells.rows].map((row, index) => [row, index]));
  return {
    rows: [...cells.rows],
    text(row, column) {
      const index = indexes.get(row);
      return index === undefined ? '' : shown(entryValue(workbook, cells, entryInRow(cells, index, column)));
    },
  };
}

/** Texts of a sheet that is to be written. */
export function textOfResult({ blocks }: ResultSheet): SheetText {
  const byRow = new Map<number, { column: number; values: ResultSheet['blocks'][number]['values'][number] }[]>();
  for (const { row, column, values } of blocks) {
    values.forEach((line, offset) => {
      const list = byRow.get(row + offset);
      if (list) list.push({ column, values: line });
      else byRow.set(row + offset, [{ column, values: line }]);
    });
  }
  return {
    rows: [...byRow.keys()].sort((a, b) => a - b),
    text(row, column) {
      for (const { column: first, values } of byRow.get(row) ?? []) {
        const value = values[column - first];
        if (value === undefined || value === null) continue;
        return typeof value === 'object' ? ('text' in value ? value.text : shown(value.value)) : shown(value);
      }
      return '';
    },
  };
}

function shown(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : String(value).trim();
}
