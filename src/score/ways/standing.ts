import type { AdjustmentRule, Rational } from '../../model';
import { Q } from '../../values';
import { NO_ADJUSTMENTS, type SubjectAdjustments } from '../adjustments';
import { amountOf, EXACT } from '../arithmetic';
import { combine, emptyCombined, isDetailed, Outcome, scaleWeights, totalOf } from '../combine';
import { applyVetoes, gradeOf } from '../grades';
import { subjectForm, type Ledger } from '../ledger';
import type { TieKey } from '../ranking';
import { SourceForm } from '../source';
import { loadExact } from '../sums';

/** The exact numbers of a subject from which its total, its grade before the quota and its tie keys follow. */
export interface Profile {
  readonly base: Rational;
  /** What the score of each source of the ledger comes from. */
  readonly forms: ArrayLike<number>;
  readonly scores: readonly Rational[];
  /** Full marks of each source, and of each dimension in it. */
  readonly max: readonly Rational[];
  readonly dimensionMax: readonly (readonly Rational[])[];
  /** Weights of the sources in the base, scaled to sum to 1. */
  readonly weights: readonly Rational[];
  /** Combined rate of each dimension. */
  readonly rates: readonly Rational[];
  readonly hasRate: readonly boolean[];
  readonly adjustments: SubjectAdjustments;
}

/** What more points in one cell do to the numbers of a subject. */
export interface Shift {
  readonly base: Rational;
  /** Index of the source; -1 for a table of totals. */
  readonly source: number;
  readonly score: Rational;
  /** -1 without a dimension. */
  readonly dimension: number;
  readonly rate: Rational;
}

/** Where a subject stands before the quota, as it is judged: rounded. */
export interface Standing {
  /** -1 below all bands. */
  readonly grade: number;
  readonly total: number;
  /** Values of the tie keys, NaN where there is none. */
  readonly keys: readonly number[];
}

/** Computes the exact numbers of one subject of a scheme with sources. */
export function openProfile(
  ledger: Ledger,
  inPlay: readonly boolean[],
  subject: number,
  adjustments: SubjectAdjustments = NO_ADJUSTMENTS,
): Profile {
  const { totalCap } = ledger.input.parameters;
  const numbers = emptyCombined(EXACT, ledger);
  loadExact(ledger, (k) => subjectForm(ledger, k, subject), subject, numbers);
  const extra = { ...adjustments, totalCap: totalCap ? amountOf(totalCap) : null };
  combine(EXACT, ledger, inPlay, subject, extra, numbers);
  return {
    base: numbers.results[Outcome.base]!,
    forms: numbers.forms,
    scores: numbers.scores,
    max: numbers.max,
    dimensionMax: numbers.dimensionMax,
    weights: scaleWeights(ledger, inPlay, numbers.forms),
    rates: numbers.rates,
    hasRate: numbers.hasRate,
    adjustments,
  };
}

/** A table of totals: its one number takes neither bonus nor veto (specification, section 12). */
export function tableProfile(total: Rational): Profile {
  const none = { forms: [], scores: [], max: [], dimensionMax: [], weights: [], rates: [], hasRate: [] };
  return { base: total, ...none, adjustments: NO_ADJUSTMENTS };
}

/** Share of a source's points in the combined rate of a dimension. */
function rateShare(ledger: Ledger, { forms, dimensionMax }: Profile, k: number, d: number): Rational {
  const weights = ledger.sources.map(({ weight }, other) =>
    isDetailed(forms[other]!) && dimensionMax[other]![d]!.n > 0n ? weight.exact : Q.ZERO,
  );
  const all = Q.sum(weights);
  return all.n === 0n ? Q.ZERO : Q.div(weights[k]!, Q.mul(all, dimensionMax[k]![d]!));
}

/** What points more (or less) in a cell of source `k` and of a dimension (-1 without one) do. */
export function shiftOf(ledger: Ledger, profile: Profile, k: number, dimension: number, gain: Rational): Shift {
  const score = Q.div(Q.mul(Q.HUNDRED, gain), profile.max[k]!);
  const rate = dimension < 0 ? Q.ZERO : Q.mul(rateShare(ledger, profile, k, dimension), gain);
  return { base: Q.mul(profile.weights[k]!, score), source: k, score, dimension, rate };
}

function keyValue(ledger: Ledger, profile: Profile, shifts: readonly Shift[], { of }: TieKey): number {
  if ('source' in of) {
    const k = ledger.sources.findIndex(({ code }) => code === of.source);
    if (profile.forms[k] === SourceForm.none) return NaN;
    const score = Q.sum([profile.scores[k]!, ...shifts.filter(({ source }) => source === k).map((s) => s.score)]);
    return Q.roundToNumber(score, 2);
  }
  if (!profile.hasRate[of.dimension]) return NaN;
  const own = shifts.filter(({ dimension }) => dimension === of.dimension).map((shift) => shift.rate);
  const rate = Q.sum([profile.rates[of.dimension]!, ...own]);
  return Q.roundToNumber(Q.mul(rate, ledger.dimensionMax[of.dimension]!.exact), 2);
}

/** Where a subject would stand with these shifts of its numbers. */
export function standingOf(
  ledger: Ledger,
  profile: Profile,
  shifts: readonly Shift[],
  keys: readonly TieKey[],
  vetoes: readonly AdjustmentRule[] = vetoesOf(ledger, profile),
): Standing {
  const { parameters, tableTotals } = ledger.input;
  const { bonus, penalty } = profile.adjustments;
  const base = Q.sum([profile.base, ...shifts.map((shift) => shift.base)]);
  const cap = parameters.totalCap && tableTotals === null ? amountOf(parameters.totalCap) : null;
  const total = tableTotals === null ? totalOf(EXACT, base, bonus.exact, penalty.exact, cap) : base;
  const withBonus = tableTotals !== null || parameters.gradeWithBonus;
  const judged = withBonus ? total : totalOf(EXACT, base, Q.ZERO, penalty.exact, cap);
  const after =
    vetoes.length > 0
      ? applyVetoes(vetoes, total, judged, parameters)
      : { total, grade: gradeOf(Q.roundToNumber(judged, 2), parameters) };
  return {
    grade: after.grade,
    total: Q.roundToNumber(after.total, 2),
    keys: keys.map((key) => keyValue(ledger, profile, shifts, key)),
  };
}

/** The vetoes that apply to a subject, in the order of the rules. */
export function vetoesOf({ input }: Ledger, { adjustments }: Profile): AdjustmentRule[] {
  return adjustments.vetoes.map((index) => input.scheme.adjustments[index]!);
}
