import { AWARDS, type DocumentBlock, type DocumentRow } from '../../model';
import { keyOf, rankedGroups, type SchemeView } from '../schemeView';
import { column, paragraph, table, type Section, type TableNumbers } from './blocks';
import type { DocumentContext } from './context';
import { nameOf, points } from './figures';
import { nameList, numeral, schemeName } from './words';

/** More than so many with the same highest points are counted. */
const MOST_BEST = 3;
const FLAG = AWARDS.indexOf('流动红旗');
const DECIDE = AWARDS.indexOf('需集体研究');

/** 通报表扬: banners, the best of each dimension, and what is to be decided in a meeting. */
export function awardSection(context: DocumentContext, numbers: TableNumbers): Section {
  const { words } = context;
  const items = (lines: readonly string[]): DocumentBlock[] => lines.map((line) => paragraph('item', line));
  const parts = [
    { lead: words('awards.flags'), text: words('awards.flagsText'), blocks: items(flagLines(context)) },
    bestPart(context, numbers),
    { lead: words('awards.decide'), text: '', blocks: items(decisionLines(context)) },
  ].filter(({ blocks }) => blocks.length > 0);
  return {
    heading: words('awards.heading'),
    blocks: parts.flatMap(({ lead, text, blocks }, index): DocumentBlock[] => [
      paragraph('body', text, words('number.lead', { number: numeral(index, words), text: lead })),
      ...blocks,
    ]),
  };
}

/** Scheme and group in front of names; a scheme with one group has none. */
function headOf({ words, locale }: DocumentContext, view: SchemeView, group: string | null) {
  const hasGroups = rankedGroups(view).length > 1;
  return {
    scheme: schemeName(view.scheme.scheme.name, locale),
    group: hasGroups ? words('awards.group', { group: group ?? words('word.noGroup') }) : '',
  };
}

/** Ends all lines but the last with a semicolon. */
function asList<T>(lines: readonly T[], write: (line: T, isLast: boolean) => string): string[] {
  return lines.map((line, index) => write(line, index === lines.length - 1));
}

function flagLines(context: DocumentContext): string[] {
  const { words, views } = context;
  const lines = views.flatMap((view) =>
    rankedGroups(view).flatMap(({ group, subjects }) => {
      const names = subjects.filter((at) => view.result.award[at] === FLAG).map((at) => nameOf(view, at));
      return names.length === 0 ? [] : [{ ...headOf(context, view, group), names: nameList(names, words) }];
    }),
  );
  return asList(lines, (line, isLast) => words(isLast ? 'awards.lastLine' : 'awards.line', line));
}

/** Who has the most points in each dimension, as a table; members are not compared in public. */
function bestPart(context: DocumentContext, numbers: TableNumbers) {
  const { words, views, locale } = context;
  const lead = words('awards.best');
  const rows = views.flatMap((view) => {
    const { name, kind, dimensions } = view.scheme.scheme;
    if (kind === 'member') return [];
    return dimensions.flatMap((dimension, index): DocumentRow[] => {
      const best = bestOf(context, view, index);
      return best ? [{ cells: [schemeName(name, locale), dimension.name, best.names, points(best.points)] }] : [];
    });
  });
  if (rows.length === 0) return { lead, text: '', blocks: [] };
  const hasVetoes = views.some(({ result, scheme }) => scheme.scheme.kind !== 'member' && result.vetoes.size > 0);
  const { number, caption } = numbers.next(words('awards.bestCaption'));
  const columns = [
    { ...column(words('column.scheme'), 32, 'left'), merged: true },
    column(words('column.dimension'), 28, 'left'),
    column(words('column.unit'), 76, 'left'),
    column(words('column.points'), 20),
  ];
  return {
    lead,
    text: words(hasVetoes ? 'awards.bestTextVeto' : 'awards.bestText', { number }),
    blocks: [caption, table(columns, rows)],
  };
}

/** Units with the most points in a dimension, none with a veto among them; null where all have the same. */
function bestOf({ words }: DocumentContext, view: SchemeView, dimension: number) {
  const values = view.result.dimensions[dimension];
  if (!values) return null;
  const ranked = rankedGroups(view).flatMap(({ subjects }) => subjects);
  const known = ranked.filter((at) => !Number.isNaN(values[at]!) && !view.result.vetoes.has(at));
  const highest = known.reduce((max, at) => Math.max(max, values[at]!), -Infinity);
  const first = known.filter((at) => values[at] === highest);
  if (first.length === 0 || first.length === known.length) return null;
  const count = first.length;
  const names =
    count > MOST_BEST
      ? words('awards.bestMany', { count })
      : nameList(
          first.map((at) => nameOf(view, at)),
          words,
        );
  return { names, points: highest };
}

/** Ties that only people can decide: who gets the banner, who keeps the top grade. */
function decisionLines(context: DocumentContext): string[] {
  const { words, views, isAnonymous } = context;
  const lines: string[] = [];
  for (const view of views) {
    const isQuotaTie = (at: number): boolean =>
      (view.findings.get(keyOf(view, at)) ?? []).some(({ code }) => code === 'T02');
    for (const { group, subjects } of rankedGroups(view)) {
      const head = { ...headOf(context, view, group), grade: view.scheme.parameters.grades[0]?.name ?? '' };
      const cases: readonly [string, number[]][] = [
        ['awards.decideFlags', subjects.filter((at) => view.result.award[at] === DECIDE)],
        ['awards.decideQuota', subjects.filter(isQuotaTie)],
      ];
      for (const [key, tied] of cases) {
        if (tied.length === 0) continue;
        const isCounted = isAnonymous || view.scheme.scheme.kind === 'member';
        const names = nameList(
          tied.map((at) => nameOf(view, at)),
          words,
        );
        lines.push(words(isCounted ? `${key}Count` : key, { ...head, names, count: tied.length }));
      }
    }
  }
  return lines;
}
