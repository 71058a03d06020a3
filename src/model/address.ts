/** A cell inside one sheet; both numbers count from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A block of cells inside one sheet; all four edges count from 0 and belong to the block. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Rows and columns that a worksheet can have (ECMA-376, part 1, 18.3.1.73). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/**
 * Letters of a column.
 * @example columnName(0) // "A"
 * @example columnName(27) // "AB"
 */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/**
 * A1 text of a cell, for the edges of the house only.
 * @example a1({ row: 8, column: 3 }) // "D9"
 */
export function a1(position: CellPosition): string {
  return columnName(position.column) + String(position.row + 1);
}

/**
 * A1 text of a block; one cell gives one address.
 * @example a1Range({ top: 0, left: 0, bottom: 2, right: 1 }) // "A1:B3"
 */
export function a1Range(range: CellRange): string {
  const first = a1({ row: range.top, column: range.left });
  const last = a1({ row: range.bottom, column: range.right });
  return first === last ? first : `${first}:${last}`;
}

/**
 * A1 text of a block that stays where it is when its formula is copied; one cell gives both corners too.
 * @example absoluteRange({ top: 0, left: 0, bottom: 2, right: 1 }) // "$A$1:$B$3"
 */
export function absoluteRange({ top, left, bottom, right }: CellRange): string {
  const corner = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;
  return `${corner(top, left)}:${corner(bottom, right)}`;
}

/**
 * Position of an A1 address ($ signs allowed), or null when the text is none or lies outside a worksheet.
 * @example parseA1("$D$9") // { row: 8, column: 3 }
 */
export function parseA1(text: string): CellPosition | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]) - 1;
  return column > MAX_COLUMNS || row >= MAX_ROWS ? null : { row, column: column - 1 };
}

/**
 * Block of an A1 range ("A1:B3" or "A1"), or null when the text is none.
 * @example parseA1Range("A1:B3") // { top: 0, left: 0, bottom: 2, right: 1 }
 */
export function parseA1Range(text: string): CellRange | null {
  const [first, last = first, more] = text.split(':');
  const from = parseA1(first ?? '');
  const to = parseA1(last ?? '');
  if (!from || !to || more !== undefined) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
