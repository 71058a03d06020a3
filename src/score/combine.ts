import type { Rational } from '../model';
import { Q } from '../values';
import type { Arithmetic, Amount } from './arithmetic';
import type { Ledger } from './ledger';
import { singleScore, SourceForm, type SourceFormCode } from './source';

/**
 * One subject's sums by source of the ledger, and the numbers that the formulas make of them, before rounding. Arrays
 * rather than fields, so that doubles stay unboxed.
 */
export interface Combined<T> {
  /** What each source's score comes from. */
  readonly forms: Uint8Array;
  readonly points: T[];
  readonly max: T[];
  /** By source, then dimension. */
  readonly dimensionPoints: T[][];
  readonly dimensionMax: T[][];
  /** Score of each source, 0..100. */
  readonly scores: T[];
  /** Combined rate of each dimension, and whether it has one. */
  readonly rates: T[];
  readonly hasRate: boolean[];
  hasBase: boolean;
  /** See `Outcome`. */
  readonly results: T[];
}

/** Positions in `Combined.results`: the total without the bonus serves 等次含加分=否. */
export const Outcome = { base: 0, total: 1, unrewarded: 2 } as const;
export type OutcomePosition = (typeof Outcome)[keyof typeof Outcome];

/** An empty record that is filled again for each subject. */
export function emptyCombined<T>(a: Arithmetic<T>, { sources, dimensionMax }: Ledger): Combined<T> {
  const zeros = (length: number): T[] => Array.from({ length }, () => a.zero);
  return {
    forms: new Uint8Array(sources.length),
    points: zeros(sources.length),
    max: zeros(sources.length),
    dimensionPoints: sources.map(() => zeros(dimensionMax.length)),
    dimensionMax: sources.map(() => zeros(dimensionMax.length)),
    scores: zeros(sources.length),
    rates: zeros(dimensionMax.length),
    hasRate: dimensionMax.map(() => false),
    hasBase: false,
    results: zeros(3),
  };
}

/** Whether a form sums up points rather than being one number. */
export function isDetailed(form: SourceFormCode | number): boolean {
  return form === SourceForm.indicators || form === SourceForm.dimensions;
}

/** 100·Σ points/Σ M of a source, or the one number that it is given as. */
function scoreSource<T>(a: Arithmetic<T>, ledger: Ledger, k: number, subject: number, c: Combined<T>): void {
  const form = c.forms[k]! as SourceFormCode;
  if (isDetailed(form)) c.scores[k] = a.div(a.mul(a.hundred, c.points[k]!), c.max[k]!);
  else if (form !== SourceForm.none) c.scores[k] = singleScore(a, ledger.sources[k]!, form, subject);
}

/** Weighted mean of the sources that a subject has; one missing with 按零分 keeps its weight. */
function weighBase<T>(a: Arithmetic<T>, ledger: Ledger, inPlay: readonly boolean[], c: Combined<T>): void {
  let { zero: weighted, zero: weights } = a;
  c.hasBase = false;
  for (let k = 0; k < c.scores.length; k++) {
    const { weight, code } = ledger.sources[k]!;
    const isMissing = c.forms[k] === SourceForm.none;
    if (!inPlay[k] || (isMissing && ledger.input.parameters.missing[code] !== 'zero')) continue;
    if (!isMissing) weighted = a.add(weighted, a.mul(a.of(weight), c.scores[k]!));
    weights = a.add(weights, a.of(weight));
    if (weight.approx > 0) c.hasBase = true;
  }
  c.results[Outcome.base] = c.hasBase ? a.div(weighted, weights) : a.zero;
}

/** Weights of the sources as `weighBase` uses them, scaled to sum to 1; 0 for those that do not count. */
export function scaleWeights(
  { input, sources }: Ledger,
  inPlay: readonly boolean[],
  forms: ArrayLike<number>,
): Rational[] {
  const weights = sources.map(({ code, weight }, k) => {
    const isMissing = forms[k] === SourceForm.none;
    return inPlay[k] && !(isMissing && input.parameters.missing[code] !== 'zero') ? weight.exact : Q.ZERO;
  });
  const all = Q.sum(weights);
  return all.n === 0n ? weights : weights.map((weight) => Q.div(weight, all));
}

/** Combined rate of a dimension over the sources that give points for it: Σ w·(points/max) / Σ w. */
function weighDimension<T>(a: Arithmetic<T>, ledger: Ledger, d: number, c: Combined<T>): void {
  let { zero: weighted, zero: weights } = a;
  let hasWeight = false;
  for (let k = 0; k < c.scores.length; k++) {
    const max = c.dimensionMax[k]![d]!;
    if (!isDetailed(c.forms[k]!) || max === a.zero) continue;
    const { weight } = ledger.sources[k]!;
    weighted = a.add(weighted, a.mul(a.of(weight), a.div(c.dimensionPoints[k]![d]!, max)));
    weights = a.add(weights, a.of(weight));
    if (weight.approx > 0) hasWeight = true;
  }
  c.hasRate[d] = hasWeight;
  if (hasWeight) c.rates[d] = a.div(weighted, weights);
}

/** max(0, base + bonus − penalty), at most 总分上限 (specification, section 5). */
export function totalOf<T>(a: Arithmetic<T>, base: T, bonus: T, penalty: T, cap: Amount | null): T {
  const total = a.max(a.zero, a.sub(a.add(base, bonus), penalty));
  return cap ? a.min(total, a.of(cap)) : total;
}

/** What is added to and taken from the base of a subject. */
export interface Extra {
  readonly bonus: Amount;
  readonly penalty: Amount;
  readonly totalCap: Amount | null;
}

/**
 * All numbers of one subject before rounding, in either arithmetic, from the sums in `c` (specification, sections 4
 * and 5).
 */
export function combine<T>(
  a: Arithmetic<T>,
  ledger: Ledger,
  inPlay: readonly boolean[],
  subject: number,
  extra: Extra,
  c: Combined<T>,
): void {
  for (let k = 0; k < c.scores.length; k++) scoreSource(a, ledger, k, subject, c);
  weighBase(a, ledger, inPlay, c);
  for (let d = 0; d < c.rates.length; d++) weighDimension(a, ledger, d, c);
  const base = c.results[Outcome.base]!;
  const penalty = a.of(extra.penalty);
  c.results[Outcome.total] = totalOf(a, base, a.of(extra.bonus), penalty, extra.totalCap);
  c.results[Outcome.unrewarded] = totalOf(a, base, a.zero, penalty, extra.totalCap);
}
