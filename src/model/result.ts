import type { Issue } from './issue';
import type { SourceCode } from './rules';

export type SubjectStatus = 'scored' | 'provisional' | 'blocked' | 'exempt';
/** Order of the codes in `SchemeResult.status`. */
export const STATUSES: readonly SubjectStatus[] = ['scored', 'provisional', 'blocked', 'exempt'];

export type Award = '流动红旗' | '需集体研究';
/** Order of the codes in `SchemeResult.award`; 0 is none. */
export const AWARDS: readonly (Award | null)[] = [null, '流动红旗', '需集体研究'];

/**
 * Results of one scheme in columns, one entry for each subject in the order of `SchemeAssessment.subjects`.
 * Numbers are rounded half up to 2 places from exact values; NaN is a number that does not exist.
 */
export interface SchemeResult {
  /** Index into `Assessment.schemes`. */
  readonly scheme: number;
  readonly status: Uint8Array;
  /** Source scores 0..100; a source that is not in play is absent. */
  readonly sources: Readonly<Partial<Record<SourceCode, Float64Array>>>;
  /** Combined points of each dimension, in the order of `Scheme.dimensions`. */
  readonly dimensions: readonly Float64Array[];
  /** Combined rate of each dimension, rounded to 4 places, 0..1. */
  readonly dimensionRates: readonly Float64Array[];
  readonly base: Float64Array;
  readonly bonus: Float64Array;
  readonly penalty: Float64Array;
  readonly total: Float64Array;
  /** Index into `SchemeParameters.grades`, -1 without a grade; after a person's decision. */
  readonly grade: Int8Array;
  /** The grade before a person's decision. */
  readonly gradeComputed: Int8Array;
  /** Indices into `Scheme.adjustments` of the vetoes that apply, by subject; most subjects have none. */
  readonly vetoes: ReadonlyMap<number, readonly number[]>;
  /** Place in the group, 0 without a rank. */
  readonly rank: Int32Array;
  /** 1 达标, 0 not, -1 not judged. */
  readonly attained: Int8Array;
  readonly award: Uint8Array;
  /** Points of each column of a source, as `SourceInput.columns`: NaN not applicable or unknown; unrounded. */
  readonly points: Readonly<Partial<Record<SourceCode, readonly Float64Array[]>>>;
  /** Subjects in the order of the result: group, then rank, then roster order. */
  readonly order: Int32Array;
}

/** Certification rate (达标率) of one target. */
export interface Attainment {
  /** 党委, 支部, or a branch of members. */
  readonly target: string;
  readonly assessed: number;
  readonly attained: number;
  /** 0..1, rounded to 4 places. */
  readonly rate: number;
  readonly goal: number | null;
  readonly short: number | null;
}

export interface Result {
  readonly schemes: readonly SchemeResult[];
  readonly attainment: readonly Attainment[];
  /** D01–D03, D06, G20, T01–T03 and what else scoring noticed. */
  readonly issues: readonly Issue[];
}
