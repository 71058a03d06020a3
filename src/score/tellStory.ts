import type { Assessment, CellRef, Rational, Result } from '../model';
import { STATUSES } from '../model';
import type { Locale } from '../i18n';
import { adjustmentSentence } from '../rules';
import { Q } from '../values';
import {
  openContext,
  scaledWeights,
  sourceName,
  sourcesInPlay,
  writtenAt,
  type ExplainContext,
} from './explainContext';
import { rankedPeers } from './explainGrade';
import { explainSource } from './explainIndicators';
import { sourceLine } from './explainSources';
import { explainSections } from './explainSubject';
import { median } from './median';
import { SourceForm } from './source';
import type { AdjustmentRowStory, AdjustmentStory, IndicatorStory, SourceStory, StoryBar, SubjectStory } from './story';

/** A number of a result column; one that does not exist is null. */
function existing(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function rateOf(points: Rational, max: Rational): number {
  return Q.roundToNumber(Q.div(points, max), 4);
}

/** Base points that a weight gives to a score out of 100. */
function weighted(weight: Rational, score: Rational): number {
  return Q.roundToNumber(Q.mul(weight, score), 2);
}

function tellSources(context: ExplainContext, peers: readonly number[]): SourceStory[] {
  const { numbers, result, subject } = context;
  const weights = scaledWeights(context);
  return sourcesInPlay(context).map(({ code, k }) => {
    const column = result.sources[code]!;
    const isMissing = numbers.forms[k] === SourceForm.none;
    const score = isMissing ? Q.ZERO : numbers.scores[k]!;
    const { text, place = null } = sourceLine(context, k);
    return {
      code,
      name: sourceName(context, code),
      points: existing(column[subject]),
      max: 100,
      rate: isMissing ? null : rateOf(score, Q.HUNDRED),
      median: median(peers.map((peer) => column[peer]!)),
      weight: Q.roundToNumber(weights[k]!, 4),
      brings: weighted(weights[k]!, score),
      lost: weighted(weights[k]!, Q.sub(Q.HUNDRED, score)),
      how: text,
      place,
    };
  });
}

function tellDimensions({ input, ledger, result, subject }: ExplainContext, peers: readonly number[]): StoryBar[] {
  return input.scheme.dimensions.map(({ name }, d) => ({
    name,
    points: existing(result.dimensions[d]![subject]),
    max: ledger.dimensionMax[d]!.approx,
    rate: existing(result.dimensionRates[d]![subject]),
    median: median(peers.map((peer) => result.dimensions[d]![peer]!)),
  }));
}

/** Points of a subject in columns that say the same thing: those of the one that counts. */
function pointsIn(columns: readonly (Float64Array | undefined)[], subject: number): number {
  for (const column of columns) {
    const value = column?.[subject] ?? NaN;
    if (!Number.isNaN(value)) return value;
  }
  return NaN;
}

function tellIndicators(context: ExplainContext, peers: readonly number[]): IndicatorStory[] {
  const { ledger, numbers, result } = context;
  const weights = scaledWeights(context);
  const told = sourcesInPlay(context).flatMap(({ code, k }) => {
    const form = numbers.forms[k]!;
    // Only the points of indicators are kept in columns.
    const kept = form === SourceForm.indicators ? (result.points[code] ?? []) : [];
    return explainSource(context, k, weights[k]!).map((indicator, i): IndicatorStory => {
      const columns = ledger.items[k]![form]!.same[i]!.map((index) => kept[index]);
      return { ...indicator, median: median(peers.map((peer) => pointsIn(columns, peer))) };
    });
  });
  return told
    .map((indicator, order) => ({ indicator, order }))
    .sort((a, b) => (b.indicator.lost ?? -Infinity) - (a.indicator.lost ?? -Infinity) || a.order - b.order)
    .map(({ indicator }) => indicator);
}

function tellAdjustments(context: ExplainContext): AdjustmentStory[] {
  const { input, subject, adjustments, assessment, locale } = context;
  const rows = new Map<number, AdjustmentRowStory[]>();
  for (const entry of input.adjustments) {
    if (entry.subject !== subject || entry.rule === 'grade') continue;
    const written = writtenAt(assessment, entry.points) || writtenAt(assessment, entry.times);
    const place: CellRef = entry.points ?? entry.times ?? entry.place;
    const list = rows.get(entry.rule) ?? [];
    rows.set(entry.rule, list);
    list.push({ written, basis: entry.basis, date: entry.date, place });
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([index, list]) => {
      const rule = input.scheme.adjustments[index]!;
      const points = adjustments.byRule.get(index);
      return {
        type: rule.type,
        id: rule.id,
        name: rule.name,
        rule: adjustmentSentence(rule, locale),
        rulePlace: rule.place,
        points: points ? Q.roundToNumber(points, 2) : null,
        applies: rule.type !== 'veto' || adjustments.vetoes.includes(index),
        rows: list,
      };
    });
}

/**
 * The whole story of a subject as data: bars against the median of its group, indicators by what they cost, bonuses,
 * penalties and vetoes with their grounds, and the same in sentences. `scheme` is an index into `Result.schemes`,
 * `subject` into its subjects; the cells of this subject alone are read.
 * @example tellStory(assessment, result, 0, 4, "zh-CN").indicators[0]?.lost // 3.6
 */
export function tellStory(
  assessment: Assessment,
  { schemes }: Result,
  scheme: number,
  subject: number,
  locale: Locale,
): SubjectStory {
  const result = schemes[scheme]!;
  const context = openContext(assessment, schemes, scheme, subject, locale);
  const { input } = context;
  const { id, name, group, place } = input.subjects[subject]!;
  const status = STATUSES[result.status[subject]!]!;
  const peers = rankedPeers(context);
  const isTable = input.tableTotals !== null;
  const hasSources = !isTable && status !== 'exempt';
  return {
    subject,
    id,
    name,
    scheme: input.scheme.name,
    group,
    place,
    status,
    total: existing(result.total[subject]),
    base: existing(result.base[subject]),
    bonus: existing(result.bonus[subject]) ?? 0,
    penalty: existing(result.penalty[subject]) ?? 0,
    grade: result.grade[subject]! < 0 ? null : result.grade[subject]!,
    grades: input.parameters.grades.map((band) => band.name),
    rank: result.rank[subject] || null,
    groupSize: peers.length,
    sources: hasSources ? tellSources(context, peers) : [],
    dimensions: hasSources ? tellDimensions(context, peers) : [],
    indicators: hasSources ? tellIndicators(context, peers) : [],
    adjustments: status === 'exempt' ? [] : tellAdjustments(context),
    sections: explainSections(context),
  };
}
