import type { SchemeAssessment, SchemeResult } from '../model';
import type { Outcome } from './types';

/** A subject as the pictures draw it. */
export interface PictureSubject {
  /** Index into the scheme's subjects. */
  readonly subject: number;
  readonly name: string;
  readonly rank: number;
  readonly total: number;
  /** Combined points of each dimension; null where it has none. */
  readonly points: readonly (number | null)[];
  /** Combined rate of each dimension, 0..1; null where it has none. */
  readonly rates: readonly (number | null)[];
  /** Dimension with the lowest rate, the first of several; null without rates or when all are equal. */
  readonly weakest: number | null;
}

/** What the pictures of one ranking group show. */
export interface Pictures {
  /** Names of the dimensions in the order of the rules; empty where nothing was scored by dimension. */
  readonly dimensions: readonly string[];
  /** Mean rate of each dimension over all ranked subjects of the group, 0..1; null without any. */
  readonly means: readonly (number | null)[];
  /** Ranked subjects, best first, as many as can be drawn. */
  readonly subjects: readonly PictureSubject[];
  /** Ranked subjects of the group, drawn or not. */
  readonly ranked: number;
}

/** Bars that a narrow pane can still show. */
const MOST_SUBJECTS = 40;

/** Pictures of a group (null: of a scheme's only group, or of all of them) of the scheme at an index of the result. */
export function picturesOf({ assessment, result }: Outcome, scheme: number, group: string | null): Pictures {
  const scored = result.schemes[scheme]!;
  const input = assessment.schemes[scored.scheme]!;
  const isRanked = (at: number) => scored.rank[at]! > 0 && (group === null || input.subjects[at]!.group === group);
  const ranked = [...scored.order].filter(isRanked);
  // Several groups drawn together are compared by their totals: ranks count within a group.
  if (group === null) ranked.sort((a, b) => scored.total[b]! - scored.total[a]!);
  const shown = input.scheme.dimensions.map((_, d) => d).filter((d) => ranked.some((at) => hasRate(scored, d, at)));
  return {
    dimensions: shown.map((d) => input.scheme.dimensions[d]!.name),
    means: shown.map((d) => mean(ranked.filter((at) => hasRate(scored, d, at)).map((at) => rateOf(scored, d, at)))),
    subjects: ranked.slice(0, MOST_SUBJECTS).map((at) => subjectOf(input, scored, shown, at)),
    ranked: ranked.length,
  };
}

function subjectOf(
  input: SchemeAssessment,
  scored: SchemeResult,
  dimensions: readonly number[],
  at: number,
): PictureSubject {
  const rates = dimensions.map((d) => (hasRate(scored, d, at) ? rateOf(scored, d, at) : null));
  const known = rates.filter((rate) => rate !== null);
  const lowest = Math.min(...known);
  return {
    subject: at,
    name: input.subjects[at]!.name,
    rank: scored.rank[at]!,
    total: scored.total[at]!,
    points: dimensions.map((d) => numberOrNull(scored.dimensions[d]?.[at])),
    rates,
    weakest: known.some((rate) => rate > lowest) ? rates.indexOf(lowest) : null,
  };
}

const rateOf = ({ dimensionRates }: SchemeResult, dimension: number, at: number) => dimensionRates[dimension]![at]!;

function hasRate({ dimensionRates }: SchemeResult, dimension: number, at: number): boolean {
  return numberOrNull(dimensionRates[dimension]?.[at]) !== null;
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
