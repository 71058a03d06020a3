import type { AdjustmentRule, Rational, SchemeParameters } from '../model';
import { findLevel, Q } from '../values';

/** Index of the first band whose lower bound a rounded total reaches; -1 below all (specification, section 6). */
export function gradeOf(total: number, parameters: SchemeParameters): number {
  const exact = Q.of(total);
  return parameters.grades.findIndex((band) => Q.compare(exact, band.from) >= 0);
}

/** As `gradeOf`, for many totals: bounds in hundredths, compared as whole numbers. */
export function grader({ grades }: SchemeParameters): (total: number) => number {
  const bounds = Float64Array.from(grades, (band) => Number(Q.ceil(Q.mul(band.from, Q.HUNDRED))));
  return (total) => {
    const hundredths = Math.round(total * 100);
    for (let i = 0; i < bounds.length; i++) if (hundredths >= bounds[i]!) return i;
    return bounds.length - 1;
  };
}

/** The lower of two grades; -1, below all bands, is the lowest. */
export function lowerGrade(a: number, b: number): number {
  if (a < 0 || b < 0) return -1;
  return Math.max(a, b);
}

/** What the vetoes of a subject make of its total and grade. */
export interface VetoOutcome {
  /** Unrounded total after 扣分 and 限下一档. */
  readonly total: Rational;
  readonly grade: number;
}

/** Grade that a veto names, also by a word of the same rank; an unknown word means the lowest. */
export function vetoGrade(word: string, { grades }: SchemeParameters): number {
  const index = findLevel(
    word,
    grades.map(({ name }) => name),
  );
  return index >= 0 ? index : grades.length - 1;
}

const HUNDREDTH = Q.of('0.01');

/**
 * Applies vetoes in the order of the rules: 定为 and 封顶 bound the grade, 降档 lowers it, takes 扣分 off the total and,
 * with 限下一档, holds it 0.01 under the lower bound of the band above the new one. The reduced total is judged again
 * and the lowest grade reached stands. `judged` is the number that the grade is read from.
 */
export function applyVetoes(
  vetoes: readonly AdjustmentRule[],
  total: Rational,
  judged: Rational,
  parameters: SchemeParameters,
): VetoOutcome {
  const last = parameters.grades.length - 1;
  const gradeAt = (value: Rational): number => gradeOf(Q.roundToNumber(value, 2), parameters);
  let grade = gradeAt(judged);
  for (const { effect } of vetoes) {
    if (!effect) continue;
    if (effect.type !== 'drop') {
      grade = lowerGrade(grade, vetoGrade(effect.grade, parameters));
      continue;
    }
    if (grade >= 0) grade = Math.min(last, grade + effect.bands);
    const above = parameters.grades[(grade < 0 ? last + 1 : grade) - 1];
    const ceiling = effect.holdBelow && above ? Q.max(Q.ZERO, Q.sub(above.from, HUNDREDTH)) : null;
    const reduce = (value: Rational): Rational => {
      const rest = Q.max(Q.ZERO, Q.sub(value, effect.penalty));
      return ceiling ? Q.min(rest, ceiling) : rest;
    };
    total = reduce(total);
    judged = reduce(judged);
  }
  return { total, grade: lowerGrade(grade, gradeAt(judged)) };
}
