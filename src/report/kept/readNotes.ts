import {
  CellKind,
  formatAt,
  formulaAt,
  type OutValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
  valueAt,
} from '../../model';
import { titleWidth, type EarlierSheet } from './earlierSheets';
import { rowKeys, shapeOf, type RowKey, type Shape } from './rowKeys';
import { textOfSnapshot, type SheetText } from './sheetText';

/** A cell that a person wrote beside our rows. */
export interface KeptCell {
  /** Columns to the right of ours, from 0. */
  readonly offset: number;
  readonly value: OutValue;
  /** Formula without "=", of use only where the cell stays in its place. */
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly row: number;
  readonly column: number;
}

/** What a person wrote in and beside one of our rows. */
export interface KeptRow extends RowKey {
  /** What the column of remarks holds, as it stands there; "" when it is empty. */
  readonly remark: string;
  readonly cells: readonly KeptCell[];
}

/** What a result sheet of an earlier run holds that is not ours, row by row. */
export interface KeptNotes {
  readonly rows: readonly KeptRow[];
}

/**
 * What people wrote on a result sheet: in columns right of ours, and in the column of remarks; null when there is
 * nothing.
 * @param earlier what the run that wrote the sheet recorded of it
 */
export function readNotes(
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  earlier: EarlierSheet | null,
): KeptNotes | null {
  const text = textOfSnapshot(workbook, sheet);
  const width = widthOf(text, sheet, earlier);
  if (width === 0) return null;
  const shape = shapeOf(text, width);
  const beside = cellsBeside(workbook, sheet, width);
  if (beside.size === 0 && !hasRemarks(text, shape)) return null;
  const rows = rowKeys(text, shape).flatMap((key): KeptRow[] => {
    const cells = beside.get(key.row) ?? [];
    const remark = shape.remark >= 0 && key.kind === 'body' ? text.text(key.row, shape.remark) : '';
    return cells.length === 0 && remark === '' ? [] : [{ ...key, remark, cells }];
  });
  return rows.length === 0 ? null : { rows };
}

/**
 * Columns that are ours: as many as were written, and those that the title has grown by. Without a record those under the
 * title, and without its merged block those of the header up to the first blank.
 */
function widthOf(text: SheetText, { merges }: SheetSnapshot, earlier: EarlierSheet | null): number {
  const isSpanned = merges.some(({ top, left }) => top === 0 && left === 0);
  if (earlier) return earlier.columns + (isSpanned ? titleWidth({ merges }) - earlier.title : 0);
  if (isSpanned) return titleWidth({ merges });
  const { header } = shapeOf(text, 64);
  if (header < 0) return 0;
  let width = 0;
  while (text.text(header, width) !== '') width++;
  return width;
}

function cellsBeside(workbook: WorkbookSnapshot, sheet: SheetSnapshot, width: number): Map<number, KeptCell[]> {
  const beside = new Map<number, KeptCell[]>();
  const { rows, starts, columns, kinds } = sheet.cells;
  rows.forEach((row, k) => {
    for (let entry = starts[k + 1]! - 1; entry >= starts[k]! && columns[entry]! >= width; entry--) {
      const column = columns[entry]!;
      const formula = formulaAt(sheet, row, column);
      if (kinds[entry] === CellKind.blank && formula === null) continue;
      const found = valueAt(workbook, sheet, row, column);
      const value = found !== null && typeof found === 'object' ? found.error : found;
      if (value === '' && formula === null) continue;
      const numberFormat = formatAt(workbook, sheet, row, column);
      const cell = { offset: column - width, value, formula, numberFormat, row, column };
      const list = beside.get(row);
      if (list) list.unshift(cell);
      else beside.set(row, [cell]);
    }
  });
  return beside;
}

function hasRemarks({ rows, text }: SheetText, { remark, header }: Shape): boolean {
  return remark >= 0 && rows.some((row) => row > header && text(row, remark) !== '');
}
