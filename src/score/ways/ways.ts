import type { CellRef, SourceCode } from '../../model';

/** One cell that would have to say something better. */
export interface WayStep {
  /** Null in a table of totals. */
  readonly source: SourceCode | null;
  /** Name of the source, of its indicator and of the dimension, for people; the total of a source has no indicator. */
  readonly sourceName: string;
  readonly name: string | null;
  readonly dimension: string | null;
  readonly place: CellRef;
  /** The cell as written, and what it would have to say at least. */
  readonly raw: string;
  readonly entry: string;
  /** The rule as a sentence; "" where the cell holds points. */
  readonly rule: string;
  /** Points now and then, rounded to 2 places, and the full mark (null in a table of totals). */
  readonly points: number;
  readonly newPoints: number;
  readonly max: number | null;
}

/** A way to a grade: one cell, or a few together of which none can be spared. */
export interface Way {
  readonly steps: readonly WayStep[];
  /** The total that it leads to. */
  readonly total: number;
  /** Share of what its cells could still gain that it needs, 0..1, rounded to 4 places: the ways are sorted by it. */
  readonly effort: number;
}

/** What stands in the way of a grade whatever the points are. */
export type Obstacle =
  /** No total: a source is missing, or the subject is exempt. */
  | { readonly type: 'noTotal' }
  /** A person entered the grade. */
  | { readonly type: 'manual'; readonly grade: string; readonly place: CellRef }
  | { readonly type: 'veto'; readonly rule: string; readonly sentence: string; readonly place: CellRef }
  /** 总分上限 lies below the band. */
  | { readonly type: 'totalCap'; readonly cap: number }
  /** 优秀比例上限 leaves no place in a group of this size. */
  | { readonly type: 'noPlaces'; readonly share: string; readonly count: number };

/** What a better grade would need of one subject. */
export interface GradeWays {
  /** Index of the grade that is asked for, and its name. */
  readonly grade: number;
  readonly gradeName: string;
  /**
   * `reached`: the subject has it. `blocked`: see `obstacles`. `unreachable`: not even with all cells at their best.
   * `many`: only with more cells than three, see `fewest`. `ways`: see `ways`.
   */
  readonly state: 'reached' | 'blocked' | 'unreachable' | 'many' | 'ways';
  readonly obstacles: readonly Obstacle[];
  /** Lower bound of the band. */
  readonly bound: number;
  /** With a quota that is full: the total of the last who keeps the grade, who must be outdone. */
  readonly rival: { readonly name: string; readonly total: number } | null;
  /** The total with every cell at its best; null when it was not needed. */
  readonly best: number | null;
  /** Least number of cells that must change; null unless they are more than three. */
  readonly fewest: number | null;
  /** Cheapest first; all of the least number of cells. */
  readonly ways: readonly Way[];
}
