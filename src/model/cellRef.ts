/** A cell of the assessment: `sheet` is an index into `Assessment.sheets`; row and column count from 0. */
export interface CellRef {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** One cell for each subject of a scheme, in columns; `row` -1 means that the subject has none. */
export interface CellPlaces {
  /** Index into `Assessment.sheets`. */
  readonly sheet: Int32Array;
  readonly row: Int32Array;
  readonly column: Int32Array;
}
