import { a1, type ChangeSet, type OutValue, type ResultSheet } from '../model';

/** A result sheet to be created or replaced. */
export interface SheetPreview {
  readonly name: string;
  readonly mark: string;
  /** Rows that hold something, title and header included. */
  readonly rows: number;
}

/** A cell of the user's own table that gets a result. */
export interface WritePreview {
  readonly sheet: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  /** A1 text of row and column. */
  readonly cell: string;
  readonly before: string;
  readonly after: string;
}

/** What a change set does, in words and numbers that can be shown before it is done. */
export interface ChangePreview {
  /** Index of the workbook that holds the result sheets, as hosts count. */
  readonly workbook: number;
  readonly sheets: readonly SheetPreview[];
  readonly writes: readonly WritePreview[];
  readonly highlightedRanges: number;
  readonly removedSheets: number;
}

/**
 * The preview of a change set to the workbook at an index.
 * @example previewChanges(changes, 0).writes[0] // { sheet: "总表", row: 4, column: 5, cell: "F5", before: "", after: "92.35" }
 */
export function previewChanges(changes: ChangeSet, workbook: number): ChangePreview {
  return {
    workbook,
    sheets: changes.sheets
      .filter((sheet) => (sheet.visibility ?? 'visible') === 'visible')
      .map((sheet) => ({ name: sheet.name, mark: sheet.mark, rows: rowsOf(sheet) })),
    writes: changes.writes.map((write) => ({
      sheet: write.sheet,
      row: write.row,
      column: write.column,
      cell: a1(write),
      before: shown(write.expected),
      after: shown(write.value),
    })),
    highlightedRanges: changes.highlights.reduce((count, highlight) => count + highlight.ranges.length, 0),
    removedSheets: changes.removedMarks.length,
  };
}

function rowsOf(sheet: ResultSheet): number {
  return sheet.blocks.reduce((last, block) => Math.max(last, block.row + block.values.length), 0);
}

function shown(value: OutValue): string {
  return value === null || typeof value === 'object' ? '' : String(value);
}
