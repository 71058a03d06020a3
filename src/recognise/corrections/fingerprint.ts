import type { RowKeys } from '../../model';
import type { Block, HeaderColumn } from '../blocks';
import type { SheetGrid } from '../grid';
import { headerKey } from '../labels';

const YEAR = /(?:19|20)\d{2}年?度?/g;
const PART_OF_YEAR = /上半年|下半年|第?[一二三四1-4]季度/g;
const LONGEST_KEY = 200;
const MOST_COLUMNS = 400;

/** A column by its header: so a correction names it. */
export interface ColumnName {
  readonly key: string;
  readonly occurrence: number;
}

/**
 * Key of a header text: as headers are looked up, without a year, so that the next year's file has the same.
 * @example cellKey("2004年 自评得分（分）") // "自评得分"
 */
export function cellKey(text: string): string {
  return headerKey(text.slice(0, 4 * LONGEST_KEY))
    .replace(YEAR, '')
    .slice(0, LONGEST_KEY);
}

/** A key without the part of the year, so that the files of both halves are alike. */
export function looseKey(key: string): string {
  const loose = key.replace(PART_OF_YEAR, '');
  return loose.replace(/\//g, '') === '' ? key : loose;
}

const KNOWN = new WeakMap<readonly HeaderColumn[], readonly ColumnName[]>();

/** Names of the columns of a header: the keys of their levels, and which of equal ones each is. */
export function columnNames(columns: readonly HeaderColumn[]): readonly ColumnName[] {
  let names = KNOWN.get(columns);
  if (!names) {
    names = withOccurrence(columns.map(({ levels }) => levels.map(cellKey).join('/').slice(0, LONGEST_KEY)));
    KNOWN.set(columns, names);
  }
  return names;
}

/** Keys with which of the equal ones before it each is. */
export function withOccurrence(keys: readonly string[]): ColumnName[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return { key, occurrence };
  });
}

/** The fingerprint of a table's header: the keys of its columns in order. */
export function fingerprint({ columns }: Block): readonly string[] {
  return columnNames(columns)
    .slice(0, MOST_COLUMNS)
    .map(({ key }) => key);
}

/**
 * Likeness 0..1 of two lists of keys, whatever their order: the share that they have in common (Dice).
 * @example likeness(["单位", "党课"], ["序号", "单位", "党课"]) // 0.8
 */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const key of a) left.set(looseKey(key), (left.get(looseKey(key)) ?? 0) + 1);
  let common = 0;
  for (const key of b) {
    const count = left.get(looseKey(key)) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(looseKey(key), count - 1);
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
}

/** What the rows of a header say, blank rows left out. */
export function rowKeys(grid: SheetGrid, top: number, bottom: number): RowKeys {
  const rows: (readonly string[])[] = [];
  for (let row = top; row <= bottom; row++) {
    const keys = grid
      .filledColumns(row)
      .slice(0, MOST_COLUMNS)
      .map((column) => cellKey(grid.ownText(row, column)));
    if (keys.length > 0) rows.push(keys);
  }
  return rows;
}
