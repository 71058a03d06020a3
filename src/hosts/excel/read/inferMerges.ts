import { type CellRange, CellKind, entryAt, type SheetSnapshot } from '../../../model';

/** Rows from the top in which headers are looked for. */
const HEADER_ROWS = 12;

/**
 * Merged headers of a sheet as far as its cells show them, for an Excel that cannot list merged blocks: a text with
 * blanks on its right is one block over all columns that the row below fills, and a text beside such blocks that has a
 * blank below goes down to the row of their sub-headers.
 */
export function inferMerges({ cells }: Pick<SheetSnapshot, 'cells'>): CellRange[] {
  const first = cells.rows[0] ?? 0;
  const lastColumn = cells.columns.reduce((last, column) => Math.max(last, column), 0);
  const kind = (row: number, column: number): number => cells.kinds[entryAt(cells, row, column)] ?? CellKind.blank;
  const isText = (row: number, column: number) => kind(row, column) === CellKind.text;
  const isBlank = (row: number, column: number) => kind(row, column) === CellKind.blank;
  const merges: CellRange[] = [];
  for (let row = first; row < first + HEADER_ROWS; row++) {
    const wide: CellRange[] = [];
    for (let left = 0; left <= lastColumn; left++) {
      if (!isText(row, left) || !isText(row + 1, left)) continue;
      let right = left;
      while (right < lastColumn && isBlank(row, right + 1) && isText(row + 1, right + 1)) right++;
      if (right > left) wide.push({ top: row, left, bottom: row, right });
      left = right;
    }
    if (wide.length === 0) continue;
    merges.push(...wide);
    for (let column = 0; column <= lastColumn; column++) {
      if (isText(row, column) && isBlank(row + 1, column)) {
        merges.push({ top: row, left: column, bottom: row + 1, right: column });
      }
    }
  }
  return merges.filter((merge, i) => !merges.slice(0, i).some((other) => meet(merge, other)));
}

function meet(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
