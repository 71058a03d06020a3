import type { Locale } from '../i18n';
import { compareSubjects, type Comparison as ScoreComparison } from '../score';
import { placed, type Placed } from './placed';
import type { Outcome } from './types';

/** Two subjects side by side, their cells named for hosts. */
export type Comparison = Placed<ScoreComparison>;

/** Why one of two subjects of a scheme stands before the other; all are indices of the result. */
export function comparisonOf(
  { assessment, result }: Outcome,
  scheme: number,
  a: number,
  b: number,
  locale: Locale,
): Comparison {
  return placed(assessment, compareSubjects(assessment, result, scheme, a, b, locale));
}
