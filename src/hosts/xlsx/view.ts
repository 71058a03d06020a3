import type { CellRange } from '../../model/address';
import type { ConditionalFormat } from '../../model/changeSet';
import type { CellTable } from '../../model/workbook';

/** Line of one side of a cell; colours are "#RRGGBB". */
export interface ViewBorder {
  readonly style: 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double' | 'hair';
  readonly color: string;
}

/** Looks of a cell as drawn, theme colours and tints resolved; what is left out is the default. */
export interface ViewStyle {
  readonly fontName?: string;
  /** Points. */
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly borders?: Readonly<Partial<Record<'top' | 'right' | 'bottom' | 'left', ViewBorder>>>;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  /** Characters. */
  readonly indent?: number;
  /** Degrees, counter-clockwise; 255 stacks the letters. */
  readonly rotation?: number;
  readonly numberFormat?: string;
}

/**
 * One sheet as Excel draws it: plain data that moves between threads. Texts of cells as shown come from `viewRows`,
 * which makes them for the rows that are looked at only.
 */
export interface SheetView {
  readonly name: string;
  /** Rows and columns up to the last one that has content or looks. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Values and formulas, also blank cells that have looks; `formats` are cell formats, as `cellStyles`. */
  readonly cells: CellTable;
  /** Pool of the texts that `cells` points into. */
  readonly strings: readonly string[];
  /** Index into `styles` of each entry of `cells`. */
  readonly cellStyles: Uint16Array;
  readonly styles: readonly ViewStyle[];
  readonly merges: readonly CellRange[];
  /** Pixels at 96 dpi; a column or row that is not listed has the default. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly defaultColumnWidth: number;
  readonly defaultRowHeight: number;
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly showGridLines: boolean;
  readonly tabColor: string | null;
  /** It has charts or pictures, which are not read. */
  readonly hasDrawing: boolean;
  readonly date1904: boolean;
  /** In the order in which they win. Rules of other kinds are given as the formula that means the same. */
  readonly conditions: readonly ConditionalFormat[];
}

/** A cell of a row as shown. */
export interface ViewCell {
  readonly column: number;
  /** Index into `SheetView.styles`. */
  readonly style: number;
  /** Text in its number format; "" for a blank cell. */
  readonly text: string;
}

export interface ViewRow {
  readonly row: number;
  readonly cells: readonly ViewCell[];
}
