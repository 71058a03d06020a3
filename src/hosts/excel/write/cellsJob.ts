import { a1 } from '../../../model';
import { type Entered, isAsEntered, type Job, notAsWritten } from './job';
import { setNumberFormat } from './looks';
import { rangeAt } from './rangeAt';
import { mightBeRead } from './textEntry';

/** A cell of the user's to be written. */
export interface CellEntry {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** What the cell is to hold; a text is a formula only where `isFormula`. "" clears it. */
  readonly value: string | number | boolean;
  readonly isFormula: boolean;
  /** Its number format now, and the one that it is to have. */
  readonly format: string;
  readonly newFormat: string;
  /** Hidden and shown rows are written apart: a block over both can go astray under a filter. */
  readonly isHidden: boolean;
}

/** Cells of one column below each other make one job. */
const MAX_RUN = 5000;

/** Entries of each column from its top to its bottom. */
export function byColumns(entries: readonly CellEntry[]): CellEntry[][] {
  const columns = new Map<string, CellEntry[]>();
  for (const entry of entries) {
    const key = `${entry.column} ${entry.sheet}`;
    const column = columns.get(key);
    if (column) column.push(entry);
    else columns.set(key, [entry]);
  }
  for (const column of columns.values()) column.sort((a, b) => a.row - b.row);
  return [...columns.values()];
}

/** Jobs that write cells: runs of one column, column by column, as `byColumns` gives them. */
export function* cellJobs(columns: readonly (readonly CellEntry[])[]): Generator<Job> {
  for (const column of columns) {
    let run: CellEntry[] = [];
    for (const entry of column) {
      const last = run.at(-1);
      const isNext = last?.row === entry.row - 1 && last.isHidden === entry.isHidden && run.length < MAX_RUN;
      if (last && !isNext) {
        yield runJob(run);
        run = [];
      }
      run.push(entry);
    }
    yield runJob(run);
  }
}

function runJob(run: readonly CellEntry[]): Job {
  return {
    sheet: run[0]!.sheet,
    cells: run.length,
    bytes: run.reduce((sum, { value }) => sum + 3 * String(value).length + 24, 300),
    queue: ({ workbook }) => queueRun(workbook.worksheets.getItem(run[0]!.sheet), run),
    split() {
      const middle = run.length >> 1;
      return run.length < 2 ? null : [runJob(run.slice(0, middle)), runJob(run.slice(middle))];
    },
  };
}

/** The format under which a value is taken as it is; null when its own does. */
function formatToEnter({ value, isFormula, format }: CellEntry): string | null {
  if (isFormula || typeof value !== 'string') return format === '@' ? 'General' : null;
  return format !== '@' && mightBeRead(value) ? '@' : null;
}

function queueRun(worksheet: Excel.Worksheet, run: readonly CellEntry[]): () => void {
  const { row: top, column } = run[0]!;
  const range = rangeAt(worksheet, { top, left: column, bottom: top + run.length - 1, right: column });
  const before = run.map(formatToEnter);
  if (before.some((format) => format !== null)) range.numberFormat = before.map((format) => [format]);
  range.formulas = run.map(({ value }) => [value]);
  const after = run.map(({ format, newFormat }, i) => (before[i] !== null || format !== newFormat ? newFormat : null));
  const isOne = after.every((format) => format === after[0]);
  if (isOne && after[0] !== null) setNumberFormat(range, after[0]!);
  else if (!isOne) range.numberFormat = after.map((format) => [format]);
  range.load('formulas');
  return () => {
    run.forEach(({ sheet, row, value, isFormula }, i) => {
      const found: unknown = range.formulas[i]![0];
      const isThere = isFormula
        ? typeof found === 'string' && found.startsWith('=')
        : isAsEntered(found, value as Entered);
      if (!isThere) notAsWritten(sheet, a1({ row, column }));
    });
  };
}
