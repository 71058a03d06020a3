import type { WorkbookSnapshot } from '../../model';
import { tidyText } from '../../values';
import { SheetGrid } from '../grid';
import { rowKeys } from './fingerprint';

/** A row as a person chooses it for a header. */
export interface PreviewRow {
  readonly row: number;
  /** Its first texts, cut. */
  readonly text: string;
  /** What it says, for a correction. */
  readonly keys: readonly string[];
}

const MOST_ROWS = 60;
const MOST_CELLS = 12;
const LONGEST_CELL = 20;
const SAMPLES = 3;
const SEARCHED_ROWS = 200;

/** The first rows of a sheet that hold something, and those around the rows that are of interest. */
export function previewRows(workbook: WorkbookSnapshot, sheet: number, around: readonly number[] = []): PreviewRow[] {
  const grid = new SheetGrid(workbook, workbook.sheets[sheet]!, 0);
  const { rows } = grid.sheet.cells;
  const found: PreviewRow[] = [];
  for (const [k, row] of rows.entries()) {
    if (k >= MOST_ROWS && !around.some((wanted) => Math.abs(wanted - row) <= 5)) continue;
    const [keys] = rowKeys(grid, row, row);
    if (!keys) continue;
    const cells = grid.filledColumns(row).slice(0, MOST_CELLS);
    const text = cells.map((column) => cut(grid.ownText(row, column))).join(' | ');
    found.push({ row, text, keys });
  }
  return found;
}

/** The first values of a column between two rows, as a person reads them, cut. */
export function columnSamples(
  workbook: WorkbookSnapshot,
  sheet: number,
  columns: readonly number[],
  first: number,
  last: number,
): readonly (readonly string[])[] {
  const grid = new SheetGrid(workbook, workbook.sheets[sheet]!, 0);
  const samples = columns.map((): string[] => []);
  let seen = 0;
  for (const row of grid.sheet.cells.rows) {
    if (row < first) continue;
    if (row > last || ++seen > SEARCHED_ROWS) break;
    columns.forEach((column, k) => {
      if (samples[k]!.length < SAMPLES && !grid.isBlank(row, column)) samples[k]!.push(cut(grid.shown(row, column)));
    });
    if (samples.every((list) => list.length === SAMPLES)) break;
  }
  return samples;
}

function cut(text: string): string {
  const tidy = tidyText(text.slice(0, 4 * LONGEST_CELL));
  return tidy.length > LONGEST_CELL ? `${tidy.slice(0, LONGEST_CELL)}…` : tidy;
}
