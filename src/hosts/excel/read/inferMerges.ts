import { type CellRange, CellKind, entryAt, type SheetSnapshot } from '../../../model';

/** Rows from the top in which headers are looked for. */
const HEADER_ROWS = 12;

/** Rows that a header has at most. */
const MAX_DEPTH = 3;

/**
 * Merged headers of a sheet as far as its cells show them, for an Excel that cannot list merged blocks: rows of texts
 * whose columns are all explained, by a text that has only blanks below (one block down to the last header row), or by
 * sub-headers in the last row under texts with blanks on their right (each one block over its columns).
 */
export function inferMerges({ cells }: Pick<SheetSnapshot, 'cells'>): CellRange[] {
  const first = cells.rows[0] ?? 0;
  const lastColumn = cells.columns.reduce((last, column) => Math.max(last, column), 0);
  const kindAt: KindAt = (row, column) => cells.kinds[entryAt(cells, row, column)] ?? CellKind.blank;
  for (let row = first; row < first + HEADER_ROWS; row++) {
    for (let depth = 2; depth <= MAX_DEPTH; depth++) {
      const merges = headerAt(row, depth, lastColumn, kindAt);
      if (merges) return merges;
    }
  }
  return [];
}

type KindAt = (row: number, column: number) => number;

/** Merged blocks of a header of this many rows; null when the rows are none. */
function headerAt(top: number, depth: number, lastColumn: number, kindAt: KindAt): CellRange[] | null {
  const bottom = top + depth - 1;
  const isBlank = (row: number, column: number) => kindAt(row, column) === CellKind.blank;
  const tall = new Set<number>();
  for (let column = 0; column <= lastColumn; column++) {
    for (let row = top; row <= bottom; row++) {
      const kind = kindAt(row, column);
      if (kind !== CellKind.text && kind !== CellKind.blank) return null;
    }
    if (!isBlank(bottom, column)) continue;
    const below = Array.from({ length: depth - 1 }, (_, i) => isBlank(top + 1 + i, column));
    if (isBlank(top, column) || below.includes(false)) return null;
    tall.add(column);
  }
  const wide = wideBlocks(top, bottom, lastColumn, (row, column) => !tall.has(column) && isBlank(row, column));
  if (tall.size === 0 || wide.length === 0) return null;
  return [...[...tall].map((column) => ({ top, left: column, bottom, right: column })), ...wide];
}

/** Cells with blanks on their right, row by row but for the last, which holds the sub-headers. */
function wideBlocks(
  top: number,
  bottom: number,
  lastColumn: number,
  isCovered: (row: number, column: number) => boolean,
): CellRange[] {
  const blocks: CellRange[] = [];
  for (let row = top; row < bottom; row++) {
    for (let left = 0; left <= lastColumn; left++) {
      let right = left;
      while (right < lastColumn && isCovered(row, right + 1)) right++;
      if (right > left) blocks.push({ top: row, left, bottom: row, right });
      left = right;
    }
  }
  return blocks;
}
