import type { CellRef } from '../model';

/** What one of two subjects has in a part of the comparison. */
export interface ComparedSide {
  /** Points of the total that the part brings; the parts sum to the shown total. */
  readonly brings: number;
  /** An indicator's cell as written, its points and its full mark; null where it does not count or is no indicator. */
  readonly raw: string;
  readonly points: number | null;
  readonly max: number | null;
  readonly place: CellRef | null;
}

/** A part of the difference of two totals. */
export interface ComparedPart {
  readonly type: 'source' | 'dimension' | 'indicator' | 'bonus' | 'penalty' | 'limits' | 'total';
  readonly name: string;
  /** The rule as a sentence; "" where there is none. */
  readonly rule: string;
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  /** What `a` has more than `b`: negative where it has less. The differences of the parts sum to it. */
  readonly difference: number;
  readonly parts: readonly ComparedPart[];
}

/** One of the two subjects. */
export interface ComparedSubject {
  readonly subject: number;
  readonly name: string;
  readonly place: CellRef;
  readonly group: string | null;
  readonly total: number | null;
  readonly grade: string | null;
  readonly rank: number | null;
}

/** What decides who stands first. */
export type Decision =
  /** The first key on which they differ (等次, 总分, or one of 同分排序), and what each has there. */
  | { readonly type: 'key'; readonly key: string; readonly values: readonly [string, string] }
  /** Equal on all keys: they share the place. */
  | { readonly type: 'tied' }
  /** Different groups are not ranked against each other. */
  | { readonly type: 'groups' }
  /** One of them has no rank. */
  | { readonly type: 'unranked' };

/** Two subjects of a scheme side by side; numbers of two decimals that add up exactly. */
export interface Comparison {
  readonly scheme: string;
  readonly a: ComparedSubject;
  readonly b: ComparedSubject;
  /** Total of `a` less that of `b`; null when one has none. */
  readonly difference: number | null;
  readonly decision: Decision;
  /** Sources, bonus, penalty and limits; empty when one has no total. Largest differences first within each part. */
  readonly parts: readonly ComparedPart[];
}
