import type { CellRange, CellStyle, ChartSpec, OutValue } from '../../model';
import { LOOKS, rowHeight } from '../looks';
import type { SheetBuilder } from '../sheetBuilder';
import { lineCount } from '../textWidth';

/** A column of names and columns of numbers, on upright A4. */
const NAME_WIDTH = 32;
const WIDTH = 8;
const NUMBERS = 8;
export const WIDTHS = [NAME_WIDTH, ...Array<number>(NUMBERS).fill(WIDTH)];
/** Columns of numbers that a table has room for. */
export const MOST_COLUMNS = NUMBERS;
/** Halves of the page, for charts beside each other. */
const LEFT = { left: 0, right: 2 };
const RIGHT = { left: 3, right: NUMBERS };
const WHOLE = { left: 0, right: NUMBERS };
const CHART_ROWS = 12;
/** Rows of charts and the gaps between tables, in points. */
const ROW = 18;
const GAP = 10;
/** Rows that may be kept on one page. */
const MOST_KEPT = 34;

/** Where a table stands. */
export interface TablePlace {
  readonly header: number;
  readonly first: number;
  readonly last: number;
}

/** A table of the statistics: names in its first column. */
export interface StatisticsTable {
  readonly heading?: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly OutValue[])[];
  readonly looks: readonly CellStyle[];
}

export type ChartDraft = Omit<ChartSpec, 'anchor'>;

/** A number that exists, else a dash. */
export function orDash(value: number | null): OutValue {
  return value ?? '—';
}

/** Writes a table; its heading stays with its header and the first rows, a short table on one page. */
export function writeTable(sheet: SheetBuilder, { heading, header, rows, looks }: StatisticsTable): TablePlace {
  const start = sheet.row;
  if (heading !== undefined) sheet.line(heading, LOOKS.subheading, 22);
  const headerRow = sheet.rows(
    [header],
    header.map(() => LOOKS.header),
  );
  const lines = header.map((text, column) => lineCount(text, WIDTHS[column]!));
  sheet.height(headerRow, rowHeight(Math.max(...lines), 10));
  const first = sheet.rows(rows, looks);
  rows.forEach((row, offset) => {
    const own = row.map((value, column) =>
      looks[column]!.wrap && typeof value === 'string' ? lineCount(value, WIDTHS[column]!) : 1,
    );
    sheet.height(first + offset, rowHeight(Math.max(1, ...own)));
  });
  const last = sheet.row - 1;
  sheet.keep(start, rows.length <= MOST_KEPT ? last : first + 1);
  return { header: headerRow, first, last };
}

/** Room between a table and what follows. */
export function gap(sheet: SheetBuilder): void {
  sheet.height(sheet.row++, GAP);
}

/** One chart over the whole width, or two beside each other, below what was written and on its page. */
export function writeCharts(sheet: SheetBuilder, charts: readonly ChartDraft[], rows = CHART_ROWS): void {
  gap(sheet);
  const top = sheet.row;
  const bottom = top + rows - 1;
  const places = charts.length === 1 ? [WHOLE] : [LEFT, RIGHT];
  charts.forEach((chart, i) => sheet.chart({ ...chart, anchor: { top, bottom, ...places[i]! } }));
  for (; sheet.row <= bottom; sheet.row++) sheet.height(sheet.row, ROW);
  sheet.keep(top - 2, bottom);
}

/** A sentence over all columns. */
export function writeSentence(sheet: SheetBuilder, text: string, look: CellStyle = LOOKS.sentence): void {
  const { size = LOOKS.sentence.font.size } = look.font ?? {};
  sheet.line(text, look, rowHeight(sheet.linesOf(text, size), size));
}

/** Cells of one column of a table, from its first row to its last or to the one given. */
export function columnOf({ first, last }: TablePlace, column: number, until = last): CellRange {
  return { top: first, left: column, bottom: until, right: column };
}
