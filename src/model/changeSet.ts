import type { CellPosition, CellRange } from './address';
import type { LastRun } from './lastRun';

/** A value to be written; text is always written as text, also when it looks like a formula. */
export type OutValue =
  | number
  | string
  | boolean
  | null
  /** A native formula without "=" and the result that we computed for it. */
  | { readonly formula: string; readonly value: number | string | boolean }
  /** Text that leads to a cell of the same workbook. */
  | { readonly text: string; readonly link: { readonly sheet: string; readonly cell: CellPosition } };

export interface BorderStyle {
  readonly style: 'thin' | 'medium';
  /** "#RRGGBB" */
  readonly color: string;
}

/** Looks of a cell; what is left out is the workbook's default. */
export interface CellStyle {
  readonly font?: {
    readonly name?: string;
    readonly size?: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly color?: string;
    readonly underline?: boolean;
  };
  /** "#RRGGBB" */
  readonly fill?: string;
  readonly border?: BorderStyle;
  readonly numberFormat?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  /** May be changed while its sheet is protected; else the cell is locked. */
  readonly unlocked?: boolean;
}

/** A rectangle of cells with one style per column, few exceptions, so that hosts can write large uniform ranges. */
export interface CellBlock {
  readonly row: number;
  readonly column: number;
  /** Rows of values, all of one length. */
  readonly values: readonly (readonly OutValue[])[];
  /** Index into `ResultSheet.styles` for each column of the block; -1 leaves the default. */
  readonly columnStyles: readonly number[];
  /** Cells of the block that look otherwise; row and column within the block. */
  readonly exceptions?: readonly { readonly row: number; readonly column: number; readonly style: number }[];
}

/** A rule that colours cells; `formula` is relative to the first cell of `range`. */
export type ConditionalFormat =
  | {
      readonly type: 'formula';
      readonly range: CellRange;
      readonly formula: string;
      readonly fill?: string;
      readonly color?: string;
      readonly bold?: boolean;
    }
  | {
      readonly type: 'dataBar';
      readonly range: CellRange;
      readonly color: string;
      readonly min?: number;
      readonly max?: number;
    }
  | {
      readonly type: 'colorScale';
      readonly range: CellRange;
      readonly colors: readonly [string, string] | readonly [string, string, string];
    };

/** What may be entered into cells; blank is always allowed. */
export type ValidationRule =
  /** One of these words, as a drop-down: none holds a comma, all together at most 255 characters. */
  | { readonly type: 'words'; readonly words: readonly string[] }
  /** One of the values of a row or column of cells, as a drop-down. */
  | { readonly type: 'cells'; readonly sheet: string; readonly range: CellRange }
  /** A number from `min` to `max` (null: without an end), whole or not. */
  | { readonly type: 'number'; readonly isWhole: boolean; readonly min: number; readonly max: number | null }
  /** What makes the formula true; it is relative to the first cell of the range. */
  | { readonly type: 'formula'; readonly formula: string };

/** A line shown at a cell: the title has at most 32 characters, the text 255. */
export interface ValidationText {
  readonly title: string;
  readonly text: string;
}

/** Data validation (数据验证) of a block of cells. */
export interface DataValidation {
  readonly range: CellRange;
  readonly rule: ValidationRule;
  /** Another entry is refused, asked about, or taken as it is (the rule only offers its list then). */
  readonly alert: 'stop' | 'warning' | 'none';
  /** What is said of another entry. */
  readonly error?: ValidationText;
  /** What is shown while the cell is selected. */
  readonly prompt?: ValidationText;
}

/**
 * Protection of a sheet (工作表保护) without a password: it keeps from mistakes, not from people. Cells whose style is
 * not `unlocked` cannot be changed; sizes of rows and columns can, and filters can be used.
 */
export interface SheetProtection {
  /** Rows can be inserted, and unlocked ones deleted. */
  readonly canAddRows: boolean;
}

/** Print set-up (页面设置) of a result sheet: always A4. */
export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** Rows and columns repeated on each page, from 0. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  readonly titleColumns?: { readonly first: number; readonly last: number };
  /** Fits the width on one page, as many pages high as needed; some programs then overlook `breaks`. */
  readonly fitToWidth: boolean;
  /** With `fitToWidth`: fits the height on the one page too, for forms that must not end on a second one. */
  readonly isOnePage?: boolean;
  /** Size in percent where the width is not fitted, 10..400; 100 when left out. */
  readonly scale?: number;
  /** First rows and first columns of new pages, rising. */
  readonly breaks?: { readonly rows?: readonly number[]; readonly columns?: readonly number[] };
  readonly area?: CellRange;
  /** Header and footer text in Excel's codes, e.g. "&C第 &P 页 共 &N 页". */
  readonly header?: string;
  readonly footer?: string;
  readonly centerHorizontally?: boolean;
  /** Inches: left, right, top, bottom. */
  readonly margins?: readonly [number, number, number, number];
}

/** A chart of a result sheet over cells of the same sheet. */
export interface ChartSpec {
  readonly type: 'bar' | 'column' | 'line' | 'pie' | 'radar';
  readonly title: string;
  readonly categories: CellRange;
  /** Colours are "#RRGGBB"; without one the program picks it. */
  readonly series: readonly { readonly name: string; readonly values: CellRange; readonly color?: string }[];
  /** Cells that it covers. */
  readonly anchor: CellRange;
  readonly stacked?: boolean;
  /** Writes the value beside each bar or point. */
  readonly labels?: boolean;
  /** Number format of these labels and of the value axis. */
  readonly valueFormat?: string;
  /** Ends of the value axis; the program picks those that are left out. */
  readonly min?: number;
  readonly max?: number;
  /** Distance of the marks on this axis. */
  readonly step?: number;
}

/** A sheet that is created, or takes the place of the sheet with the same mark. */
export interface ResultSheet {
  /** Wanted name; a host makes it legal (31 characters, no []:*?/\) and free of clashes with the user's sheets. */
  readonly name: string;
  /** By this the next run finds the sheet, e.g. "ranking:五好党委"; "" makes a sheet like the user's own. */
  readonly mark: string;
  readonly visibility?: 'visible' | 'hidden' | 'veryHidden';
  readonly styles: readonly CellStyle[];
  readonly blocks: readonly CellBlock[];
  readonly merges: readonly CellRange[];
  /** Width of each column in characters of the default font; null leaves the default. */
  readonly columnWidths: readonly (number | null)[];
  /** Heights in points of the rows that need one. */
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly autoFilter?: CellRange;
  readonly conditionalFormats: readonly ConditionalFormat[];
  /** None meets another one. */
  readonly validations?: readonly DataValidation[];
  readonly protection?: SheetProtection;
  readonly charts: readonly ChartSpec[];
  readonly print: PrintSetup;
  /** "#RRGGBB" */
  readonly tabColor?: string;
  readonly showGridLines?: boolean;
}

/** One cell of the user's own table that gets a result; refused when the cell no longer holds `expected`. */
export interface CellWrite {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly expected: string | number | boolean | null;
  readonly value: string | number | null;
  /** Number format, only where the cell has "General". */
  readonly numberFormat?: string;
}

/**
 * Cells of the user's own sheet to be marked. Hosts do it with one conditional format that is always true and carries
 * our name, so that the user's own fills stay as they are and clearing the marks restores them exactly.
 */
export interface Highlight {
  readonly sheet: string;
  readonly ranges: readonly CellRange[];
  /** "#RRGGBB" */
  readonly fill: string;
  readonly reason: string;
}

/**
 * What is said at a marked cell of the user's own sheet: why it is marked and what to do. Hosts put it there as a note
 * (批注), or as what is nearest to one, and leave cells alone that have a note of somebody else.
 */
export interface CellNote {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** At most 32 characters. */
  readonly title: string;
  readonly text: string;
}

/** Notes that one workbook gets at most: each is an object of its own, in a file and in a request. */
export const MAX_NOTES = 2000;

/** All changes to one workbook, applied in one go: shown as the preview, undone by its inverse. */
export interface ChangeSet {
  /** Name of the workbook that is changed; null for a new one. */
  readonly workbook: string | null;
  /** In the order of their tabs, behind the user's sheets. */
  readonly sheets: readonly ResultSheet[];
  /** Marks of earlier results that this run no longer has; their sheets are removed. */
  readonly removedMarks: readonly string[];
  readonly writes: readonly CellWrite[];
  readonly highlights: readonly Highlight[];
  /** The gravest first, at most `MAX_NOTES`; left out, there are none. */
  readonly notes?: readonly CellNote[];
  /** Marked cells beyond that, which get no note. */
  readonly notesLeftOut?: number;
  /** What the workbook is to tell of this run where it can be told before its sheets are read. */
  readonly run?: LastRun;
}
