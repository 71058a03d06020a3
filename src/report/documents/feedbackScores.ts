import type { DocumentTable } from '../../model';
import { Q } from '../../values';
import type { SchemeView } from '../schemeView';
import { weightsOf } from '../texts';
import { column, table } from './blocks';
import type { DocumentContext } from './context';
import { percent, points, shownGrade } from './figures';
import type { SourceLosses } from './losses';
import { nameList } from './words';

/** Share of a dimension's points that is told as a strength. */
const STRONG = 0.95;

/** Total, grade, place and what was added or taken, in one row. */
export function totalTable(
  { words }: DocumentContext,
  view: SchemeView,
  subject: number,
  rivals: number,
): DocumentTable {
  const { result, texts } = view;
  const rank = result.rank[subject]!;
  const number = (value: number): string => (Number.isNaN(value) ? '—' : points(value));
  const award = ['', texts('award.flag'), texts('award.decide')][result.award[subject]!] ?? '';
  const cells: [string, string][] = [
    [words('column.total'), number(result.total[subject]!)],
    [words('column.grade'), shownGrade(view, subject)],
    [words('column.place'), rank > 0 ? words('feedback.placeOf', { rank, count: rivals }) : '—'],
    [words('column.attained'), [texts('word.no'), texts('word.yes')][result.attained[subject]!] ?? '—'],
    [words('column.bonus'), number(result.bonus[subject]!)],
    [words('column.penalty'), number(result.penalty[subject]!)],
    ...(award === '' ? [] : [[words('column.award'), award] as [string, string]]),
  ];
  return table(
    cells.map(([header]) => column(header, 1)),
    [{ cells: cells.map(([, value]) => value) }],
  );
}

/** Sources and dimensions with the best of the group beside them; those without a number are left out. */
export function partTables(
  { words }: DocumentContext,
  view: SchemeView,
  subject: number,
  rivals: readonly number[],
): DocumentTable[] {
  const { scheme, result, texts, inPlay } = view;
  const best = (values: Float64Array): string => {
    const highest = rivals.reduce((most, at) => (values[at]! > most ? values[at]! : most), -Infinity);
    return highest === -Infinity ? '—' : points(highest);
  };
  const weights = weightsOf(scheme, inPlay);
  const sources = inPlay.map((code) => {
    const values = result.sources[code]!;
    const value = values[subject]!;
    return [texts(`source.${code}`), weights[code] ?? '', Number.isNaN(value) ? '—' : points(value), best(values)];
  });
  const dimensions = scheme.scheme.dimensions.flatMap(({ name }, index) => {
    const values = result.dimensions[index];
    const value = values?.[subject] ?? NaN;
    if (!values || Number.isNaN(value)) return [];
    const lines = scheme.scheme.indicators.filter(({ dimension }) => dimension === name);
    const max = Q.formatRational(Q.sum(lines.map((line) => line.max)));
    return [[name, max, points(value), percent(result.dimensionRates[index]![subject]!), best(values)]];
  });
  return [
    ...(sources.length === 0
      ? []
      : [
          table(
            [
              column(words('column.source'), 44, 'left'),
              ...['weight', 'hundred', 'best'].map((key) => column(words(`column.${key}`), 30)),
            ],
            sources.map((cells) => ({ cells })),
          ),
        ]),
    ...(dimensions.length === 0
      ? []
      : [
          table(
            [
              column(words('column.dimension'), 44, 'left'),
              ...['max', 'points', 'pointsRate', 'best'].map((key) => column(words(`column.${key}`), 28)),
            ],
            dimensions.map((cells) => ({ cells })),
          ),
        ]),
  ];
}

/** What a unit did well: the best of its group, dimensions with nearly all points, indicators with all, bonus. */
export function strengthsOf(
  { words }: DocumentContext,
  view: SchemeView,
  subject: number,
  { rivals, losses }: { rivals: readonly number[]; losses: SourceLosses | null },
): string {
  const { result, texts, inPlay } = view;
  const isBest = (values: Float64Array | undefined): boolean =>
    values !== undefined &&
    !Number.isNaN(values[subject]!) &&
    rivals.length > 1 &&
    rivals.every((at) => !(values[at]! > values[subject]!)) &&
    rivals.some((at) => values[at]! < values[subject]!);
  const { dimensions } = view.scheme.scheme;
  const first = [
    ...inPlay.filter((code) => isBest(result.sources[code])).map((code) => texts(`source.${code}`)),
    ...dimensions.filter((_, index) => isBest(result.dimensions[index])).map(({ name }) => name),
  ];
  const strong = dimensions.filter(
    ({ name }, index) => (result.dimensionRates[index]?.[subject] ?? NaN) >= STRONG && !first.includes(name),
  );
  const bonus = result.bonus[subject]!;
  const list = [
    first.length > 0 ? words('feedback.first', { names: nameList(first, words) }) : '',
    strong.length > 0
      ? words('feedback.above', {
          names: nameList(
            strong.map(({ name }) => name),
            words,
          ),
          rate: percent(STRONG),
        })
      : '',
    losses && losses.full > 0 ? words('feedback.full', { source: losses.sourceName, count: losses.full }) : '',
    bonus > 0 ? words('feedback.bonus', { points: points(bonus) }) : '',
  ].filter((text) => text !== '');
  return list.length === 0 ? '' : list.join(words('word.semicolon')) + words('word.stop');
}
