import { rankedGroups, type SchemeView } from '../schemeView';
import { deviationOf, meanOf, meanRate, medianOf, rangeOf, shareOf } from './numbers';

/** Numbers of a group, or of everybody. */
export interface GroupNumbers {
  readonly name: string;
  readonly count: number;
  /** Subjects with each grade, best first. */
  readonly grades: readonly number[];
  readonly mean: number | null;
  readonly median: number | null;
  readonly deviation: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Certified subjects of those that are judged, 0..1; null where nobody is. */
  readonly attained: number | null;
  /** Mean rate of each dimension, 0..1; null where nobody has one. */
  readonly rates: readonly (number | null)[];
}

/** Everybody of a scheme who has a place, and the groups where there are several. */
export interface SchemeNumbers {
  readonly all: GroupNumbers;
  readonly groups: readonly GroupNumbers[];
}

/** The numbers of a scheme; null where nobody has a place. */
export function schemeNumbers(view: SchemeView): SchemeNumbers | null {
  const groups = rankedGroups(view);
  if (groups.length === 0) return null;
  const everybody = groups.flatMap(({ subjects }) => subjects);
  return {
    all: numbersOf(view, view.texts('word.all'), everybody),
    groups:
      groups.length > 1
        ? groups.map(({ group, subjects }) => numbersOf(view, group ?? view.texts('word.noGroup'), subjects))
        : [],
  };
}

function numbersOf({ result, scheme }: SchemeView, name: string, subjects: readonly number[]): GroupNumbers {
  const known = (column: Float64Array) =>
    subjects.map((subject) => column[subject]!).filter((value) => !Number.isNaN(value));
  const totals = known(result.total);
  const range = rangeOf(totals);
  const grades = scheme.parameters.grades.map(() => 0);
  let [judged, attained] = [0, 0];
  for (const subject of subjects) {
    const grade = result.grade[subject]!;
    if (grade >= 0) grades[grade]!++;
    if (result.attained[subject]! >= 0) judged++;
    if (result.attained[subject] === 1) attained++;
  }
  return {
    name,
    count: subjects.length,
    grades,
    mean: meanOf(totals),
    median: medianOf(totals),
    deviation: deviationOf(totals),
    low: range?.low ?? null,
    high: range?.high ?? null,
    attained: shareOf(attained, judged),
    rates: result.dimensionRates.map((rates) => meanRate(known(rates))),
  };
}

/** Index of the lowest of some numbers, -1 where all are equal or there is only one. */
export function lowestOf(numbers: readonly (number | null)[]): number {
  const known = numbers.filter((number) => number !== null);
  const range = rangeOf(known);
  return range && range.low < range.high ? numbers.indexOf(range.low) : -1;
}

/** The highest and the lowest of something among groups, and the groups that have it. */
export interface Extremes {
  readonly high: number;
  readonly best: readonly string[];
  readonly low: number;
  readonly worst: readonly string[];
}

/** Where groups differ most in something; null where fewer than two have it or all have the same. */
export function extremesOf(
  groups: readonly GroupNumbers[],
  valueOf: (group: GroupNumbers) => number | null,
): Extremes | null {
  const range = rangeOf(groups.flatMap((group) => valueOf(group) ?? []));
  if (!range || range.low === range.high) return null;
  const namesOf = (value: number) => groups.filter((group) => valueOf(group) === value).map(({ name }) => name);
  return { ...range, best: namesOf(range.high), worst: namesOf(range.low) };
}
