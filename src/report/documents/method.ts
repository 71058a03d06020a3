import type { GradeBand, SourceCode } from '../../model';
import { Q } from '../../values';
import { rankedGroups, statusOf, type SchemeView } from '../schemeView';
import { weightsOf } from '../texts';
import { ledParagraphs, paragraph, type Section } from './blocks';
import type { DocumentContext } from './context';
import { percent } from './figures';
import { andList, nameList, schemeName, sentences, type Words } from './words';

/** 考核办法: what was assessed, from which sources and with which weights, and how grades and places come about. */
export function methodSection(context: DocumentContext): Section {
  const { words, views } = context;
  const rules = views.map((view) => commonRules(context, view));
  // What all schemes have in common is said once, after what is particular to each.
  const isShared = (sentence: string): boolean => views.length > 1 && rules.every((list) => list.includes(sentence));
  const parts = views.map((view, index) => ({
    lead: schemeName(view.scheme.scheme.name, context.locale),
    text: sentences([...schemeRules(context, view), ...rules[index]!.filter((sentence) => !isShared(sentence))], words),
  }));
  const shared = (rules[0] ?? []).filter(isShared);
  if (shared.length > 0) {
    const isJudged = views.some(({ result }) => result.attained.some((value) => value >= 0));
    const lead = words(isJudged ? 'method.common' : 'method.commonGrades');
    parts.push({ lead, text: sentences(shared, words) });
  }
  const general = sentences([goals(context), notChecked(context), unscored(context)], words);
  return {
    heading: words(views.length > 0 ? 'method.heading' : 'method.headingCheck'),
    blocks: [
      ...(parts.length === 1 ? [paragraph('body', parts[0]!.text)] : ledParagraphs(parts, words)),
      ...(general === '' ? [] : [paragraph('body', general)]),
    ],
  };
}

/** Sentences on indicators, sources, bonus, quota and banners of one scheme. */
function schemeRules({ words }: DocumentContext, view: SchemeView): string[] {
  const { scheme, inPlay, texts } = view;
  const { parameters } = scheme;
  const top = parameters.grades[0]?.name ?? '';
  const weights = weightsOf(scheme, inPlay);
  const source = (code: SourceCode): string =>
    words('method.source', { name: texts(`source.${code}`), rate: weights[code] ?? '' });
  const hasAdjustments = [view.result.bonus, view.result.penalty].some((amounts) => amounts.some((each) => each > 0));
  return [
    indicators(words, view),
    inPlay.length === 0 ? words('method.table') : '',
    inPlay.length === 1 ? words('method.oneSource', { sources: texts(`source.${inPlay[0]!}`) }) : '',
    inPlay.length > 1 ? words('method.sources', { sources: nameList(inPlay.map(source), words) }) : '',
    inPlay.length > 0 && hasAdjustments ? words('method.bonus', { cap: Q.formatRational(parameters.bonusCap) }) : '',
    parameters.totalCap ? words('method.totalCap', { cap: Q.formatRational(parameters.totalCap) }) : '',
    parameters.topGradeQuota
      ? words('method.quota', { grade: top, rate: Q.formatPercent(parameters.topGradeQuota) })
      : '',
    parameters.flags > 0 && view.result.award.some((award) => award > 0)
      ? words(rankedGroups(view).length > 1 ? 'method.flags' : 'method.flagsOne', {
          grade: top,
          count: parameters.flags,
        })
      : '',
    ...missing(words, view),
  ];
}

function indicators(words: Words, { scheme: { scheme }, result }: SchemeView): string {
  if (scheme.indicators.length === 0) return '';
  const max = Q.sum(scheme.indicators.map((line) => line.max));
  const quantified = Q.sum(scheme.indicators.filter((line) => line.nature === 'quantitative').map((line) => line.max));
  const names = scheme.dimensions.map(({ name }) => name);
  return words('method.indicators', {
    dimensions:
      result.dimensions.length === 0 || names.length === 0
        ? ''
        : words('method.dimensions', { names: nameList(names, words), count: names.length }),
    count: scheme.indicators.length,
    max: Q.formatRational(max),
    quantified: Q.formatRational(quantified),
    rate: Q.formatPercent(Q.div(quantified, max)),
  });
}

/** What was done about scores that are not there; nothing where all are. */
function missing(words: Words, view: SchemeView): string[] {
  const { texts, scheme, result, inPlay } = view;
  const statuses = Array.from(result.order, (subject) => statusOf(view, subject));
  const isMissing = (code: SourceCode): boolean =>
    result.order.some((at, k) => statuses[k] !== 'exempt' && Number.isNaN(result.sources[code]![at]!));
  const sources = inPlay.filter(isMissing);
  const effects = sources.map((code) =>
    words(`method.missing.${scheme.parameters.missing[code]}`, { source: texts(`source.${code}`) }),
  );
  const isIncomplete = (at: number, k: number): boolean =>
    statuses[k] === 'provisional' && inPlay.every((code) => !Number.isNaN(result.sources[code]![at]!));
  return [
    effects.length > 0 ? words('method.missingStop', { list: effects.join(words('word.semicolon')) }) : '',
    result.order.some(isIncomplete) ? words('method.unknown') : '',
  ];
}

/** Sentences on grades, places and attainment, mostly the same for all schemes. */
function commonRules({ words }: DocumentContext, { scheme: { scheme, parameters }, result }: SchemeView): string[] {
  const ties =
    parameters.tieBreak.length > 0
      ? words('method.ties', { keys: nameList(parameters.tieBreak, words) })
      : words('method.noTies');
  const hasDimensions = result.dimensionRates.some((rates) => rates.some((rate) => !Number.isNaN(rate)));
  const hasVetoes = scheme.adjustments.some(({ type }) => type === 'veto');
  const pass = { total: Q.formatRational(parameters.passTotal), rate: Q.formatPercent(parameters.passDimension) };
  return [
    words('method.grades', { bands: bands(parameters.grades, words) }),
    parameters.gradeWithBonus ? '' : words('method.withoutBonus'),
    hasVetoes ? words('method.veto') : '',
    words(parameters.rankBy === 'grade' ? 'method.byGrade' : 'method.byTotal', { ties }),
    result.attained.some((value) => value >= 0)
      ? words(`method.${hasDimensions ? 'pass' : 'passTotal'}${hasVetoes ? '' : 'NoVeto'}`, pass)
      : '',
  ].filter((sentence) => sentence !== '');
}

/** @example bands(the default grades) // "90分以上为优秀，80分以上、不满90分为良好，60分以上、不满80分为合格，不满60分为不合格" */
function bands(grades: readonly GradeBand[], words: Words): string {
  return grades
    .map(({ name, from }, index) => {
      const to = index === 0 ? '' : Q.formatRational(grades[index - 1]!.from);
      const place = index === 0 ? 'top' : index === grades.length - 1 ? 'last' : 'middle';
      return words(`method.band.${place}`, { name, from: Q.formatRational(from), to });
    })
    .join(words('method.bandComma'));
}

function goals({ words, source }: DocumentContext): string {
  const list = source.result.attainment.flatMap(({ target, goal }) =>
    goal === null ? [] : [words('method.goal', { target: targetName(target, words), rate: percent(goal) })],
  );
  return list.length === 0 ? '' : words('method.goals', { goals: list.join(words('method.bandComma')) });
}

/** A target of the goals in words. */
export function targetName(target: string, words: Words): string {
  if (target !== '党委' && target !== '支部') return target;
  return words(target === '党委' ? 'target.committee' : 'target.branch');
}

function notChecked({ words, source, locale }: DocumentContext): string {
  const absent = source.findings.filter(({ code }) => code === 'G00');
  if (absent.length === 0) return '';
  const registers = absent.map(({ brief, briefEn }) => (locale === 'en-US' ? briefEn : brief));
  return words('method.notChecked', { registers: nameList(registers, words) });
}

function unscored({ words, source: { assessment }, locale }: DocumentContext): string {
  const { unscoredSchemes } = assessment;
  if (unscoredSchemes.length === 0) return '';
  return words('method.unscored', {
    names: andList(
      unscoredSchemes.map((name) => schemeName(name, locale)),
      words,
    ),
  });
}
