import type { Choice, ColumnCorrection } from '../../model';
import { bodyRows } from '../bodyRows';
import type { TableReading } from '../classify';
import { nameKey } from '../labels';
import { rowKey } from './book';

/** A row that names what it scores. */
export interface NamedRow {
  readonly row: number;
  readonly text: string;
  readonly key: string;
  /** Which of the rows of an equal key it is; in a long table all are the first. */
  readonly occurrence: number;
}

const LONGEST_KEY = 200;
const KNOWN = new WeakMap<TableReading, ReadonlyMap<number, ColumnCorrection>>();

/** What a person has said that a row scores; null where nobody has. */
export function choiceAt(table: TableReading, row: number): Choice | null {
  if (!table.given || table.given.rows.size === 0) return null;
  return correctedRows(table).get(row)?.choice ?? null;
}

/** What people have said of the rows of a table, by row. */
export function correctedRows(table: TableReading): ReadonlyMap<number, ColumnCorrection> {
  let known = KNOWN.get(table);
  if (!known) {
    const found = new Map<number, ColumnCorrection>();
    for (const { row, key, occurrence } of namedRows(table, false)) {
      const said = table.given?.rows.get(rowKey(key, occurrence));
      if (said) found.set(row, said);
    }
    KNOWN.set(table, (known = found));
  }
  return known;
}

/** Rows of a table that name what they score, as corrections name them; with `once` each text of a long table once. */
export function namedRows(table: TableReading, once: boolean): NamedRow[] {
  const { grid } = table.block;
  const { indicator } = table;
  if (indicator === null) return [];
  const isForm = table.layout !== 'long';
  const seen = new Map<string, number>();
  // A long table says the same few texts again and again.
  const keys = new Map<string, string>();
  const rows: NamedRow[] = [];
  for (const { row, kind } of bodyRows(table)) {
    if (kind === 'sum' || kind === 'label' || kind === 'note') continue;
    if (grid.anchor(row, indicator).row !== row) continue;
    const written = grid.text(row, indicator);
    let key = keys.get(written);
    if (key === undefined) keys.set(written, (key = nameKey(written.slice(0, 2 * LONGEST_KEY)).slice(0, LONGEST_KEY)));
    else if (once && !isForm) continue;
    if (key === '') continue;
    const text = written.trim();
    const occurrence = isForm ? (seen.get(key) ?? 0) : 0;
    seen.set(key, occurrence + 1);
    rows.push({ row, text, key, occurrence });
  }
  return rows;
}
