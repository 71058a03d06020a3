import type { SourceCode } from '../model';
import { readAdjustments, tieKeys, type SourceWorkings, type SubjectAdjustments, type WorkingsForm } from '../score';
import { Q } from '../values';
import type { Breakdown } from './breakdown';
import { roundedValue } from './formulas';
import { rankedGroups, type SchemeView } from './schemeView';

/** Rows up to which places are formulas: each looks at all the others of its group. */
export const MOST_RANK_FORMULAS = 2_000;
/** Makes the grade go before the total in one number; totals are far below it. */
export const GRADE_STEP = 10_000;
const HALF_CENT = 0.005;

/** How a source's score gets into its cell. */
export type ScoreOrigin =
  | { readonly kind: 'reference'; readonly cell: string }
  /** The counts of the vote columns, or the raters beside them. */
  | { readonly kind: 'votes' | 'raters'; readonly numbers: readonly number[] }
  /** A total that was given; 0 where a missing source counts so. */
  | { readonly kind: 'given' | 'zero' | 'missing' };

export interface AuditScore {
  readonly origin: ScoreOrigin;
  /** Unrounded; NaN without one. */
  readonly value: number;
}

/** The numbers of one subject as the formulas of its row give them, and which of them must be written as they are. */
export interface AuditLine {
  readonly subject: number;
  readonly scores: ReadonlyMap<SourceCode, AuditScore>;
  /** Null where there is no total; then nothing below it counts. */
  readonly base: number | null;
  readonly bonus: AddedUp;
  readonly penalty: AddedUp;
  /** What vetoes take off the total. */
  readonly vetoPenalty: number;
  readonly total: number;
  /** Total that the grade is read from. */
  readonly judged: number;
  /** Index into the grades, by the bands alone; and the grade in the end, -1 without one. */
  readonly byBand: number;
  readonly grade: number;
  /** What the place is decided by: grade and total in one number, then the keys of 同分排序, -1 without a value. */
  readonly order: number;
  readonly ties: readonly number[];
  /** Numbers that no formula of the row gives: they are written, and the note says so. */
  readonly given: ReadonlySet<'total' | 'grade' | 'rank'>;
}

/** Bonuses or penalties of a subject, rule by rule. */
export interface AddedUp {
  readonly terms: readonly number[];
  /** After all caps. */
  readonly sum: number;
}

/** Works out the row of every subject as its formulas will, so that each formula is known to give our value. */
export function auditLines(
  view: SchemeView,
  workings: readonly SourceWorkings[],
  breakdown: Breakdown | null,
): ReadonlyMap<number, AuditLine> {
  const { result, scheme, assessment } = view;
  const { bySubject } = readAdjustments(assessment, scheme);
  const dimensions = scheme.scheme.dimensions.map(({ name }) => name);
  const ties = tieKeys(scheme.parameters, dimensions, result).map(({ values }) => values);
  const lines = new Map<number, AuditLine>();
  for (const subject of result.order) {
    const scores = new Map(workings.map((source) => [source.code, scoreOf(view, source, breakdown, subject)]));
    const line = lineOf(view, subject, scores, bySubject.get(subject) ?? null);
    lines.set(subject, {
      ...line,
      ties: ties.map((values) => (Number.isNaN(values[subject]!) ? -1 : values[subject]!)),
    });
  }
  for (const { subjects } of rankedGroups(view)) {
    const group = subjects.map((subject) => lines.get(subject)!);
    const places = placesOf(group, scheme.parameters.tiePlaces === 'dense');
    group.forEach((line, i) => {
      if (places[i] === result.rank[line.subject]) return;
      lines.set(line.subject, { ...line, given: new Set([...line.given, 'rank' as const]) });
    });
  }
  return lines;
}

function scoreOf(
  { result, scheme }: SchemeView,
  source: SourceWorkings,
  breakdown: Breakdown | null,
  subject: number,
): AuditScore {
  const known = result.sources[source.code]![subject]!;
  if (Number.isNaN(known)) {
    const isZero = scheme.parameters.missing[source.code] === 'zero' && !scheme.subjects[subject]!.exempt;
    return isZero ? { origin: { kind: 'zero' }, value: 0 } : { origin: { kind: 'missing' }, value: NaN };
  }
  const found = breakdown?.score(subject, source.code) ?? null;
  const score: AuditScore | null =
    found !== null
      ? { origin: { kind: 'reference', cell: found.cell }, value: found.value }
      : numbersOf(source, source.form(subject), subject);
  // What our formula would not give is written as it is known.
  return score && Math.abs(score.value - known) < HALF_CENT + 1e-9
    ? score
    : { origin: { kind: 'given' }, value: known };
}

/** The score from counted votes, raters or a total. */
function numbersOf(source: SourceWorkings, form: WorkingsForm, subject: number): AuditScore | null {
  if (form === 'total') return { origin: { kind: 'given' }, value: source.total(subject) };
  if (form === 'votes') {
    const { levels, weights } = source.votes[source.voteTable(subject)]!;
    const numbers = source.votesOf(subject);
    const value = sumOf(numbers.map((count, i) => count * weights[i]!)) / sumOf(numbers);
    // The columns are those of the first table; another one has to be like it.
    const first = source.votes[0]!;
    const isLikeFirst = levels.join() === first.levels.join() && weights.join() === first.weights.join();
    return isLikeFirst ? { origin: { kind: 'votes', numbers }, value } : { origin: { kind: 'given' }, value };
  }
  if (form !== 'raters') return null;
  const numbers = source.raters.map((at) => at(subject));
  const known = numbers.filter((score) => !Number.isNaN(score)).sort((a, b) => a - b);
  const kept = source.trimsExtremes && known.length > 5 ? known.slice(1, -1) : known;
  return { origin: { kind: 'raters', numbers }, value: sumOf(kept) / kept.length };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

type Line = Omit<AuditLine, 'ties'>;

function lineOf(
  view: SchemeView,
  subject: number,
  scores: AuditLine['scores'],
  adjustments: SubjectAdjustments | null,
): Line {
  const { result, scheme } = view;
  const { grades, gradeWithBonus, rankBy, totalCap } = scheme.parameters;
  const bonus = addedUp(view, 'bonus', subject, adjustments);
  const penalty = addedUp(view, 'penalty', subject, adjustments);
  const total = result.total[subject]!;
  const base = Number.isNaN(total) ? null : baseOf(view, scores);
  const most = totalCap ? Q.toNumber(totalCap) : Infinity;
  const clamp = (value: number) => Math.min(most, Math.max(0, value));
  const before = clamp((base ?? 0) + bonus.sum - penalty.sum);
  const vetoPenalty = base === null ? 0 : vetoPenaltyOf(view, subject, before);
  const reduced = (value: number) => roundedValue(Math.max(0, value - vetoPenalty));
  const judged = gradeWithBonus ? total : reduced(clamp((base ?? 0) - penalty.sum));
  const byBand = grades.findIndex(({ from }) => judged >= Q.toNumber(from));
  const grade = result.grade[subject]!;
  const step = rankBy === 'grade' && grade >= 0 ? grades.length - grade : 0;
  const given = new Set<'total' | 'grade'>();
  if (base !== null && reduced(before) !== total) given.add('total');
  if (base !== null && grade !== byBand) given.add('grade');
  const order = roundedValue(total + GRADE_STEP * step);
  return { subject, scores, base, bonus, penalty, vetoPenalty, total, judged, byBand, grade, order, given };
}

/** Bonuses or penalties rule by rule; what the rows of the files do not explain is one term. */
function addedUp(
  { result, scheme }: SchemeView,
  type: 'bonus' | 'penalty',
  subject: number,
  adjustments: SubjectAdjustments | null,
): AddedUp {
  const known = result[type][subject]! || 0;
  const terms = [...(adjustments?.byRule ?? [])]
    .filter(([rule]) => scheme.scheme.adjustments[rule]!.type === type)
    .map(([, amount]) => Q.toNumber(amount))
    .filter((amount) => amount !== 0);
  const cap = type === 'bonus' ? Q.toNumber(scheme.parameters.bonusCap) : Infinity;
  const sum = Math.min(cap, sumOf(terms));
  return Math.abs(sum - known) < HALF_CENT + 1e-9 ? { terms, sum } : { terms: [known], sum: known };
}

/** Weighted mean of the scores that there are. */
function baseOf({ scheme }: SchemeView, scores: AuditLine['scores']): number {
  let weighted = 0;
  let weights = 0;
  for (const [code, { value }] of scores) {
    if (Number.isNaN(value)) continue;
    const weight = Q.toNumber(scheme.parameters.weights[code]);
    weighted += weight * value;
    weights += weight;
  }
  return weighted / weights;
}

/** What the vetoes take off the total: their 扣分, or what holding it under a band comes to. */
function vetoPenaltyOf({ result, scheme }: SchemeView, subject: number, before: number): number {
  const effects = (result.vetoes.get(subject) ?? []).map((rule) => scheme.scheme.adjustments[rule]!.effect);
  const total = result.total[subject]!;
  if (effects.length === 0 || roundedValue(before) === total) return 0;
  const own = sumOf(effects.map((effect) => (effect?.type === 'drop' ? Q.toNumber(effect.penalty) : 0)));
  return roundedValue(Math.max(0, before - own)) === total ? own : Math.round((before - total) * 1e8) / 1e8;
}

/** Places as the formulas of the group will count them, in the order of the rows. */
function placesOf(group: readonly AuditLine[], isDense: boolean): number[] {
  const isAhead = (a: AuditLine, b: AuditLine): boolean => {
    if (a.order !== b.order) return a.order > b.order;
    const key = a.ties.findIndex((value, i) => value !== b.ties[i]);
    return key >= 0 && a.ties[key]! > b.ties[key]!;
  };
  if (!isDense && group.length <= MOST_RANK_FORMULAS) {
    return group.map((line) => 1 + group.filter((other) => isAhead(other, line)).length);
  }
  let place = 0;
  return group.map((line, i) => {
    if (i === 0 || isAhead(group[i - 1]!, line)) place = isDense ? place + 1 : i + 1;
    return place;
  });
}
