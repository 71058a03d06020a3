import { Q } from '../../values';
import { gradeName, type SchemeView } from '../schemeView';

/** Two decimals, as totals are shown everywhere. */
export function points(value: number): string {
  return value.toFixed(2);
}

/** @example percent(0.9048) // "90.48%" */
export function percent(share: number): string {
  return Q.formatPercent(Q.of(share));
}

/** What a group of ranked subjects reached. */
export interface Figures {
  readonly count: number;
  /** Number of subjects with each grade, in the order of the grades. */
  readonly grades: readonly number[];
  /** Rounded to 2 places; null when nobody has a total. */
  readonly mean: number | null;
  /** Subjects with the highest and the lowest total. */
  readonly best: readonly number[];
  readonly worst: readonly number[];
}

/** Counts and extremes of some subjects. */
export function figuresOf({ result, scheme }: SchemeView, subjects: readonly number[]): Figures {
  const grades = scheme.parameters.grades.map((_, grade) => subjects.filter((at) => result.grade[at] === grade).length);
  const known = subjects.filter((at) => !Number.isNaN(result.total[at]!));
  const totals = known.map((at) => result.total[at]!);
  const extreme = (wanted: number) => known.filter((at) => result.total[at] === wanted);
  return {
    count: subjects.length,
    grades,
    mean: known.length === 0 ? null : Q.roundToNumber(Q.div(Q.sum(totals.map(Q.of)), Q.of(totals.length)), 2),
    best: extreme(totals.reduce((a, b) => Math.max(a, b), -Infinity)),
    worst: extreme(totals.reduce((a, b) => Math.min(a, b), Infinity)),
  };
}

/** Name of a subject. */
export function nameOf({ scheme }: SchemeView, subject: number): string {
  return scheme.subjects[subject]!.name;
}

/** True when a subject has the top grade: named in anonymous documents too. */
export function isTop({ result }: SchemeView, subject: number): boolean {
  return result.grade[subject] === 0;
}

/** Grade of a subject as shown; a dash without one. */
export function shownGrade(view: SchemeView, subject: number): string {
  return gradeName(view, subject) ?? '—';
}
