import type { CellRange, CellTable, ConditionalFormat } from '../../model';

/** Looks of a cell as drawn; what is left out is the default of the workbook. */
export interface ViewStyle {
  readonly fontName?: string;
  /** Points. */
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** Colours are "#RRGGBB". */
  readonly color?: string;
  readonly fill?: string;
  readonly borders?: Readonly<Partial<Record<'top' | 'right' | 'bottom' | 'left', ViewBorder>>>;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  /** Degrees, counter-clockwise; 255 stacks the letters. */
  readonly rotation?: number;
  readonly numberFormat?: string;
}

export interface ViewBorder {
  readonly style: 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double' | 'hair';
  readonly color: string;
}

/** A conditional format of a drawn sheet: the model's kinds and the icon sets that only users' files have. */
export type ViewCondition = ConditionalFormat;

/** One sheet as it is drawn: plain data that moves between threads without being copied. */
export interface SheetView {
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Values, formulas; `strings` is the pool of the texts that it points into. */
  readonly cells: CellTable;
  readonly strings: readonly string[];
  /** Index into `styles` of each entry of `cells`. */
  readonly cellStyles: Uint16Array;
  readonly styles: readonly ViewStyle[];
  readonly merges: readonly CellRange[];
  /** Pixels; a column or row that is not listed has the default. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly defaultColumnWidth: number;
  readonly defaultRowHeight: number;
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly showGridLines: boolean;
  readonly conditions: readonly ViewCondition[];
}
