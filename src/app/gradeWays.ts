import type { Locale } from '../i18n';
import { findWays, type GradeWays } from '../score';
import { placed, type Placed } from './placed';
import type { Outcome } from './types';

/** What a better grade would need of one subject, its cells named for hosts. */
export type Ways = Placed<GradeWays>;

/** The ways of a subject to a grade, an index into the grades of its scheme. */
export function gradeWays(
  { assessment, result }: Outcome,
  scheme: number,
  subject: number,
  grade: number,
  locale: Locale,
): Ways {
  return placed(assessment, findWays(assessment, result, scheme, subject, grade, locale));
}
