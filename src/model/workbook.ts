import type { CellRange } from './address';

/** What a cell holds. An error cell (#REF! …) is an object so that no text can be mistaken for one. */
export type CellValue = number | string | boolean | CellError | null;

/** An error value of a formula, e.g. { error: "#DIV/0!" }. */
export interface CellError {
  readonly error: string;
}

/** Codes of `CellTable.kinds`. A blank entry is a cell that has a number format or a formula only. */
export const CellKind = { blank: 0, number: 1, text: 2, boolean: 3, error: 4 } as const;

/**
 * The cells of one sheet, sparse by rows, in typed arrays so that three million cells fit and move
 * between threads: entry i belongs to the row k with starts[k] ≤ i < starts[k + 1].
 */
export interface CellTable {
  /** Numbers of the rows that have entries, ascending, from 0. */
  readonly rows: Uint32Array;
  /** First entry of each of `rows`, and the number of entries at the end. */
  readonly starts: Uint32Array;
  /** Column of each entry, from 0, ascending within a row. */
  readonly columns: Uint16Array;
  /** `CellKind` of each entry. */
  readonly kinds: Uint8Array;
  /** Number; 0 or 1 of a boolean; index into `WorkbookSnapshot.strings` of a text or an error. */
  readonly values: Float64Array;
  /** Index into `WorkbookSnapshot.numberFormats` of each entry. */
  readonly formats: Uint16Array;
  /** Entries that hold a formula, ascending, and its text without "=". */
  readonly formulaEntries: Uint32Array;
  readonly formulas: readonly string[];
}

/** One worksheet as read: content only, no looks. */
export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly cells: CellTable;
  readonly merges: readonly CellRange[];
  /** Hidden or filtered-out rows and hidden columns; they are read all the same (specification, section 2). */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly isProtected: boolean;
  /** Mark of a sheet that this product wrote, e.g. "ranking:五好党委"; null on every other sheet. */
  readonly mark: string | null;
}

/** A workbook as read by a host: plain data that every room shares and that a worker can be handed. */
export interface WorkbookSnapshot {
  /** File name with its ending, as the user knows it. */
  readonly name: string;
  readonly date1904: boolean;
  /** Sheets in the order of their tabs; chart and dialog sheets are left out. */
  readonly sheets: readonly SheetSnapshot[];
  /** Pool of the texts of all sheets; each text once. */
  readonly strings: readonly string[];
  /** Pool of number format codes; index 0 is "General". */
  readonly numberFormats: readonly string[];
}
