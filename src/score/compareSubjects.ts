import type { Assessment, CellRef, Rational, Result, SourceCode } from '../model';
import type { Locale } from '../i18n';
import { ruleSentence } from '../rules';
import { Q } from '../values';
import { apportion } from './apportion';
import { CellState } from './cellPoints';
import { Outcome } from './combine';
import type { ComparedPart, ComparedSide, ComparedSubject, Comparison, Decision } from './comparison';
import { cellOf } from './distinctCells';
import {
  openContext,
  scaledWeights,
  sourceName,
  sourcesInPlay,
  writtenAt,
  type ExplainContext,
} from './explainContext';
import { decidingKey } from './explainRank';
import { applyVetoes } from './grades';
import { chosenColumn } from './source';

/** Something that brings points to a total, before it is rounded. */
interface Term extends Omit<ComparedSide, 'brings'> {
  readonly type: ComparedPart['type'];
  /** The same for the same thing in both subjects. */
  readonly key: string;
  readonly name: string;
  readonly rule: string;
  readonly exact: Rational;
  readonly terms: readonly Term[];
}

const NO_CELL = { raw: '', points: null, max: null, place: null, rule: '' };
const NOTHING: ComparedSide = { brings: 0, raw: '', points: null, max: null, place: null };

function indicatorTerms(
  context: ExplainContext,
  k: number,
  weight: Rational,
): (Term & { readonly dimension: number })[] {
  const { ledger, numbers, subject, assessment, locale, say } = context;
  const { columns, same } = ledger.items[k]![numbers.forms[k]!]!;
  return same.map((item) => {
    const column = columns[chosenColumn(columns, item, subject)]!;
    const cell = column.at(subject);
    const counts = cell.state === CellState.value;
    const place = cellOf(column.cells, subject);
    const max = Q.formatRational(column.max.exact);
    return {
      type: 'indicator',
      key: `${column.indicator ? 'i' : 'd'}:${column.id}`,
      name: column.name,
      rule: column.indicator ? ruleSentence(column.indicator, locale) : say('rule.dimension', { max }),
      raw: writtenAt(assessment, place),
      points: counts ? Q.roundToNumber(cell.exact, 2) : null,
      max: column.max.approx,
      place,
      dimension: column.dimension,
      exact: counts ? Q.div(Q.mul(Q.mul(weight, Q.HUNDRED), cell.exact), numbers.max[k]!) : Q.ZERO,
      terms: [],
    };
  });
}

/** Indicators under their dimensions; those without one, and whole dimensions, stand alone. */
function sourceTerms(context: ExplainContext, k: number, weight: Rational): Term[] {
  const { dimensions } = context.input.scheme;
  const terms = new Map<string, Term>();
  for (const { dimension, ...term } of indicatorTerms(context, k, weight)) {
    if (dimension < 0 || term.key.startsWith('d:')) {
      terms.set(term.key, term);
      continue;
    }
    const key = `d:${dimensions[dimension]!.name}`;
    const known = terms.get(key);
    terms.set(key, {
      ...NO_CELL,
      type: 'dimension',
      key,
      name: dimensions[dimension]!.name,
      exact: Q.add(known?.exact ?? Q.ZERO, term.exact),
      terms: [...(known?.terms ?? []), term],
    });
  }
  return [...terms.values()];
}

/** All that a total is made of; the terms sum to it exactly. */
function totalTerms(context: ExplainContext): Term[] {
  const { input, numbers, adjustments, say, result, subject } = context;
  if (input.tableTotals) {
    const place: CellRef | null = cellOf(input.tableTotals, subject);
    const raw = writtenAt(context.assessment, place);
    const own = { ...NO_CELL, raw, place, exact: Q.of(result.total[subject]!) };
    return [{ ...own, type: 'total', key: 'total', name: say('heading.total'), terms: [] }];
  }
  const weights = scaledWeights(context);
  const plain = (type: Term['type'], name: string, exact: Rational): Term => ({
    ...NO_CELL,
    type,
    key: type,
    name,
    exact,
    terms: [],
  });
  const sources = sourcesInPlay(context).map(({ code, k }: { code: SourceCode; k: number }): Term => {
    const terms = sourceTerms(context, k, weights[k]!);
    const exact = Q.mul(weights[k]!, numbers.scores[k]!);
    return { ...plain('source', sourceName(context, code), exact), key: code, terms };
  });
  const bonus = adjustments.bonus.exact;
  const penalty = Q.negate(adjustments.penalty.exact);
  const sum = Q.sum([...sources.map(({ exact }) => exact), bonus, penalty]);
  const limits = Q.sub(finalTotal(context), sum);
  return [
    ...sources,
    plain('bonus', say('compare.bonus'), bonus),
    plain('penalty', say('compare.penalty'), penalty),
    plain('limits', say('compare.limits'), limits),
  ];
}

/** The total after caps and vetoes, before it is rounded. */
function finalTotal({ input, numbers, adjustments }: ExplainContext): Rational {
  const total = numbers.results[Outcome.total]!;
  const rules = adjustments.vetoes.map((index) => input.scheme.adjustments[index]!);
  const judged = input.parameters.gradeWithBonus ? total : numbers.results[Outcome.unrewarded]!;
  return rules.length > 0 ? applyVetoes(rules, total, judged, input.parameters).total : total;
}

/** Terms of one subject with what each brings, by key. */
function sidesOf(terms: readonly Term[], sum: number): Map<string, { term: Term; side: ComparedSide }> {
  const brings = apportion(
    terms.map(({ exact }) => exact),
    sum,
  );
  return new Map(
    terms.map((term, i) => {
      const { raw, points, max, place } = term;
      return [term.key, { term, side: { brings: brings[i]!, raw, points, max, place } }];
    }),
  );
}

function minus(a: number, b: number): number {
  return (Math.round(a * 100) - Math.round(b * 100)) / 100;
}

/** Pairs the terms of two subjects; what only one has is nothing in the other. */
function compareTerms(a: readonly Term[], b: readonly Term[], sumA: number, sumB: number): ComparedPart[] {
  const [left, right] = [sidesOf(a, sumA), sidesOf(b, sumB)];
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  return keys.map((key) => {
    const [own, other] = [left.get(key), right.get(key)];
    const { type, name, rule } = (own ?? other)!.term;
    const [sideA, sideB] = [own?.side ?? NOTHING, other?.side ?? NOTHING];
    const terms = [own?.term.terms ?? [], other?.term.terms ?? []] as const;
    // A source that one of them has as a single number cannot be split.
    const isWhole = [sideA, sideB].some(({ brings }, i) => terms[i]!.length === 0 && brings !== 0);
    const parts = isWhole ? [] : compareTerms(...terms, sideA.brings, sideB.brings);
    const difference = minus(sideA.brings, sideB.brings);
    return { type, name, rule, a: sideA, b: sideB, difference, parts: byDifference(parts) };
  });
}

function byDifference(parts: readonly ComparedPart[]): ComparedPart[] {
  return [...parts].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}

function subjectOf({ input, result, subject }: ExplainContext): ComparedSubject {
  const { name, place, group } = input.subjects[subject]!;
  const total = result.total[subject]!;
  return {
    subject,
    name,
    place,
    group,
    total: Number.isNaN(total) ? null : total,
    grade: input.parameters.grades[result.grade[subject]!]?.name ?? null,
    rank: result.rank[subject] || null,
  };
}

function decisionOf(context: ExplainContext, other: number): Decision {
  const { input, result, subject } = context;
  if (result.rank[subject] === 0 || result.rank[other] === 0) return { type: 'unranked' };
  if (input.subjects[subject]!.group !== input.subjects[other]!.group) return { type: 'groups' };
  const decided = decidingKey(context, subject, other);
  return decided ? { type: 'key', ...decided } : { type: 'tied' };
}

/**
 * Two subjects of a scheme side by side: the difference of their totals by source, dimension, indicator and adjustment,
 * and the key that decides who stands first. `scheme` is an index into `Result.schemes`, `a` and `b` into its subjects.
 * @example compareSubjects(assessment, result, 0, 4, 7, "zh-CN").difference // 1.35
 */
export function compareSubjects(
  assessment: Assessment,
  { schemes }: Result,
  scheme: number,
  a: number,
  b: number,
  locale: Locale,
): Comparison {
  const [left, right] = [a, b].map((subject) => openContext(assessment, schemes, scheme, subject, locale)) as [
    ExplainContext,
    ExplainContext,
  ];
  const [own, other] = [subjectOf(left), subjectOf(right)];
  const hasTotals = own.total !== null && other.total !== null;
  return {
    scheme: left.input.scheme.name,
    a: own,
    b: other,
    difference: hasTotals ? minus(own.total, other.total) : null,
    decision: decisionOf(left, b),
    parts: hasTotals ? compareTerms(totalTerms(left), totalTerms(right), own.total, other.total) : [],
  };
}
