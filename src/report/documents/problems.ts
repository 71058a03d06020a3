import type { Finding, FindingCode } from '../../model';
import { openWorkings } from '../../score';
import { rankedGroups, type SchemeView } from '../schemeView';
import { ledParagraphs, type Section } from './blocks';
import type { DocumentContext } from './context';
import { matterOf, MATTERS, type Debt, type Matter, type OwingUnit } from './owing';
import { nameList, schemeName, sentences } from './words';

/** Units that stand as examples, and what of each is told. */
const MOST_EXAMPLES = 3;
const MOST_BRIEFS = 3;
/** Indicators that are named as those on which many lose points, from so many units on. */
const MOST_LOSSES = 5;
const FEWEST_LOSERS = 2;

interface Problem {
  readonly lead: string;
  readonly text: string;
  /** Units concerned. */
  readonly weight: number;
}

/** 存在的主要问题: what is missing, by kind, most frequent first, with numbers and examples; then where points are lost. */
export function problemSection(context: DocumentContext): Section {
  const { words } = context;
  const duties = MATTERS.filter((matter) => matter !== 'data').flatMap((matter) => dutyProblem(context, matter));
  const problems = [
    ...duties.sort((a, b) => b.weight - a.weight),
    ...quantitativeProblem(context),
    ...dataProblem(context),
    ...lossProblem(context),
  ];
  return { heading: words('problems.heading'), blocks: ledParagraphs(problems, words) };
}

function dutyProblem(context: DocumentContext, matter: Matter): Problem[] {
  const { words, owing, isAnonymous } = context;
  const units = owing.flatMap(({ name, debts }): OwingUnit[] => {
    const ours = debts.filter(({ finding }) => matterOf(finding) === matter);
    return ours.length === 0 ? [] : [{ name, debts: ours }];
  });
  if (units.length === 0) return [];
  const lead = words(`matter.${matter}`);
  if (units.length === 1 && !isAnonymous) {
    return [{ lead, text: words('problems.single', { examples: told(context, units) }), weight: 1 }];
  }
  const text = words('problems.text', { units: units.length, counts: nameList(countsOf(context, units), words) });
  return [{ lead, text: sentences([text, examples(context, units)], words), weight: units.length }];
}

/** How many units (or months, letters, problems) each fault concerns, in the order of the codes. */
function countsOf({ words }: DocumentContext, units: readonly OwingUnit[]): string[] {
  const byFault = new Map<string, { units: number; owed: number; items: number }>();
  for (const { debts } of units) {
    const seen = new Set<string>();
    for (const { finding } of debts) {
      const fault = faultOf(finding);
      const count = byFault.get(fault) ?? { units: 0, owed: 0, items: 0 };
      byFault.set(fault, {
        units: count.units + (seen.has(fault) ? 0 : 1),
        owed: count.owed + finding.owed,
        items: count.items + 1,
      });
      seen.add(fault);
    }
  }
  return [...byFault]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([fault, { units: number, owed, items }]) => {
      if (fault === 'G10') return words('problems.months', { units: number, count: owed });
      if (fault === 'G07.rate') return words('problems.letters', { units: number, count: owed });
      if (fault === 'G23') return words('problems.countedItems', { name: words('problem.G23'), count: items });
      return words('problems.counted', { name: words(`problem.${fault}`), count: number });
    });
}

/** Faults that are counted together; letters of a rate form are counted by the letter. */
function faultOf({ code, variant }: Finding): string {
  return code === 'G07' && variant === 'rate' ? 'G07.rate' : code;
}

/** Some units with what they owe; an anonymous document tells only how many they are. */
function examples(context: DocumentContext, units: readonly OwingUnit[]): string {
  if (context.isAnonymous) return '';
  const key = units.length > MOST_EXAMPLES ? 'problems.examples' : 'problems.allExamples';
  return context.words(key, { examples: told(context, units) });
}

function told({ words, locale }: DocumentContext, units: readonly OwingUnit[]): string {
  return units
    .slice(0, MOST_EXAMPLES)
    .map(({ name, debts }) => {
      const briefs = debts.slice(0, MOST_BRIEFS).map((debt) => {
        const brief = briefOf(debt, locale);
        return debt.member === null ? brief : words('problems.member', { name: debt.member, brief });
      });
      return words('problems.example', { unit: name, briefs: nameList(briefs, words) });
    })
    .join(words('word.semicolon'));
}

/** What is owed, in a few words of one language. */
export function briefOf({ finding }: Pick<Debt, 'finding'>, locale: DocumentContext['locale']): string {
  return locale === 'en-US' ? finding.briefEn : finding.brief;
}

/** Schemes with too few quantified points (G04). */
function quantitativeProblem({ words, source, locale }: DocumentContext): Problem[] {
  const findings = source.findings.filter(({ code }) => code === 'G04');
  if (findings.length === 0) return [];
  const list = findings.map((finding) => words('problems.sentence', { text: briefOf({ finding }, locale) }));
  return [{ lead: words('matter.quantitative'), text: sentences(list, words), weight: 0 }];
}

function dataProblem({ words, source }: DocumentContext): Problem[] {
  const counts = new Map<FindingCode, number>();
  for (const finding of source.findings) {
    if (matterOf(finding) === 'data') counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const list = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, count]) => words('problems.countedData', { name: words(`problem.${code}`), count }));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const text = words(list.length === 1 ? 'problems.dataOne' : 'problems.dataText', {
    count: all,
    counts: nameList(list, words),
  });
  return [{ lead: words('matter.data'), text, weight: 0 }];
}

/** Indicators on which most units lose points, in the weightiest source that has indicators. */
function lossProblem({ words, views, locale }: DocumentContext): Problem[] {
  const lines = views.flatMap((view) => {
    const found = view.scheme.scheme.kind === 'member' ? null : commonLosses(view);
    if (!found || found.list.length === 0) return [];
    const list = found.list.map(({ name, count }) => words('problems.loss', { name, count }));
    return [
      words('problems.lossLine', {
        scheme: schemeName(view.scheme.scheme.name, locale),
        source: view.texts(`source.${found.source}`),
        list: list.join(words('word.semicolon')),
      }),
    ];
  });
  if (lines.length === 0) return [];
  return [{ lead: words('problems.losses'), text: sentences(lines, words), weight: 0 }];
}

function commonLosses(view: SchemeView) {
  const columnsOf = openWorkings(view.assessment, view.result).map(({ code, columns }) => ({
    source: code,
    indicators: columns.filter(({ indicator }) => indicator !== null),
  }));
  const found = columnsOf.reverse().find(({ indicators }) => indicators.length > 0);
  if (!found) return null;
  const ranked = rankedGroups(view).flatMap(({ subjects }) => subjects);
  const list = found.indicators.flatMap(({ indicator, max, at }) => {
    const { name } = view.scheme.scheme.indicators[indicator!]!;
    const count = ranked.filter((subject) => at(subject) < max).length;
    return count >= FEWEST_LOSERS ? [{ name, count }] : [];
  });
  return { source: found.source, list: list.sort((a, b) => b.count - a.count).slice(0, MOST_LOSSES) };
}
