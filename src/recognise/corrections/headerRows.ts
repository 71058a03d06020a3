import type { HeaderCorrection, RowKeys } from '../../model';
import type { SheetGrid } from '../grid';
import { likeness, rowKeys } from './fingerprint';

/** Rows so alike are the same ones, a few cells inserted or left out. */
const ALIKE = 0.75;
/** Headers stand near the top, or repeat below; a long body is not searched to its end. */
const SEARCHED_ROWS = 2000;
/** Blank rows that may have come between the rows of a header. */
const MOST_BLANKS = 3;

interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** Where a person has said that the headers of a sheet are. */
export class GivenHeaders {
  private readonly given: readonly Rows[];
  private readonly refused: readonly Rows[];

  /** `onFit` is told of each correction that fits some rows. */
  constructor(grid: SheetGrid, corrections: readonly HeaderCorrection[], onFit: (fits: HeaderCorrection) => void) {
    const given: Rows[] = [];
    const refused: Rows[] = [];
    for (const correction of corrections) {
      const { rows, instead } = correction;
      const right = rows.length > 0 ? locate(grid, rows) : [];
      const wrong = instead.length > 0 ? locate(grid, instead) : [];
      if (right.length > 0 || (rows.length === 0 && wrong.length > 0)) onFit(correction);
      // Without the right rows the wrong ones stay: a table read as before is better than none.
      else continue;
      given.push(...right);
      refused.push(...wrong);
    }
    this.given = given;
    this.refused = refused;
  }

  /** Last row of the header that begins at a row; null where a person has put none. */
  from(row: number): number | null {
    return this.given.find(({ top }) => top === row)?.bottom ?? null;
  }

  /** True when rows must not be taken for a header. */
  refuses(top: number, bottom: number): boolean {
    return [...this.given, ...this.refused].some((rows) => rows.top <= bottom && rows.bottom >= top);
  }

  isGiven(row: number): boolean {
    return this.given.some(({ top, bottom }) => row >= top && row <= bottom);
  }
}

/** Where rows that say the same stand on a sheet. */
function locate(grid: SheetGrid, wanted: RowKeys): Rows[] {
  const found: Rows[] = [];
  const first = wanted[0]!;
  let searched = 0;
  let next = -1;
  for (const row of grid.sheet.cells.rows) {
    if (++searched > SEARCHED_ROWS) break;
    if (row <= next) continue;
    // Counting cells is cheap, reading them is not.
    const { count } = grid.fillOf(row, 0, grid.lastColumn, 2 * first.length + 1);
    if (count * 2 < first.length || count > 2 * first.length) continue;
    const bottom = endOf(grid, row, wanted);
    if (bottom === null) continue;
    found.push({ top: row, bottom });
    next = bottom;
  }
  return found;
}

/** Last of the rows from `top` that say what is wanted; null when they do not. */
function endOf(grid: SheetGrid, top: number, wanted: RowKeys): number | null {
  let row = top;
  for (const [k, keys] of wanted.entries()) {
    if (k > 0) {
      let blanks = 0;
      for (row++; grid.filledColumns(row).length === 0; row++) if (++blanks > MOST_BLANKS) return null;
    }
    const [here] = rowKeys(grid, row, row);
    if (!here || likeness(here, keys) < ALIKE) return null;
  }
  return row;
}
