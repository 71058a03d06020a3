import { columnName, type OutValue } from '../model';

/** Places of a row of numbers that a formula may name. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Name of a cell in a formula; `fixed` holds its row when the formula is copied down. */
export function cellAt(column: number, row: number, fixed = false): string {
  return `${columnName(column)}${fixed ? '$' : ''}${row + 1}`;
}

/**
 * Cells of one row, from one column to another.
 * @example across({ from: 4, to: 6 }, 9) // "E10:G10"
 */
export function across({ from, to }: Span, row: number, fixed = false): string {
  return from === to ? cellAt(from, row, fixed) : `${cellAt(from, row, fixed)}:${cellAt(to, row, fixed)}`;
}

/** Cells of one column, from one row to another, their rows held. */
export function down(column: number, first: number, last: number): string {
  return `${cellAt(column, first, true)}:${cellAt(column, last, true)}`;
}

/**
 * A cell of another sheet, held in both directions.
 * @example onSheet("得分明细", 4, 9) // "'得分明细'!$E$10"
 */
export function onSheet(sheet: string, column: number, row: number): string {
  return `'${sheet.replaceAll("'", "''")}'!$${columnName(column)}$${row + 1}`;
}

/**
 * A formula that rounds half up to 2 places. 89.995 is no binary fraction: programs differ in what their ROUND makes of
 * it. Hundredths rounded to 6 places first are the same for all of them.
 */
export function rounded(expression: string): string {
  return `ROUND(ROUND(100*${expression},6),0)/100`;
}

/** What `rounded` gives for a number ≥ 0. */
export function roundedValue(value: number): number {
  return Math.round(Math.round(value * 1e8) / 1e6) / 100;
}

/** A number in a formula. @example literal(2.5) // "2.5" */
export function literal(value: number): string {
  return String(value);
}

/** A text in a formula. @example quoted('甲"乙') // '"甲""乙"' */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

export function formula(text: string, value: number | string): OutValue {
  return { formula: text, value };
}
