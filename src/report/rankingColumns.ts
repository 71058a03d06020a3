import type { CellStyle, OutValue } from '../model';
import { Q } from '../values';
import { LOOKS } from './looks';
import { trendOf, type Trend } from './previous';
import { gradeName, type SchemeView } from './schemeView';
import { fit, textWidth } from './textWidth';
import { weightsOf } from './texts';

/** Narrowest and widest column of names and of notes. */
const NAME = { narrowest: 16, widest: 36 };
const NOTE = { narrowest: 14, widest: 30 };
/** Shows ↓12 -10.25 in full. */
const TREND_WIDTH = 12;
/** Characters that fill an upright A4 page at full size: a narrower table is stretched. */
const FULL_WIDTH = 82;

/** A column of the ranking. */
export interface Column {
  readonly header: string;
  readonly width: number;
  readonly look: CellStyle;
  readonly value: (subject: number) => OutValue;
}

/** Columns that the scheme needs; those without any value are left out. */
export function rankingColumns(view: SchemeView, withGroup: boolean, notes: ReadonlyMap<number, string>): Column[] {
  const { texts, scheme, result } = view;
  const { subjects } = scheme;
  const columns: Column[] = [
    column(texts('column.rank'), 6, LOOKS.strongCenter, (subject) => result.rank[subject] || '—'),
    nameColumn(view),
  ];
  if (withGroup) {
    const width = fit(
      subjects.map(({ group }) => group ?? ''),
      10,
      NAME.widest,
    );
    columns.push(column(texts('column.group'), width, LOOKS.text, (subject) => subjects[subject]!.group ?? ''));
  }
  columns.push(...scoreColumns(view));
  columns.push(column(texts('column.total'), 9, LOOKS.strong, numbers(result.total)));
  columns.push(column(texts('column.grade'), 8, LOOKS.strongCenter, (subject) => gradeName(view, subject) ?? '—'));
  if (result.attained.some((value) => value >= 0)) {
    const words = [texts('word.no'), texts('word.yes')];
    columns.push(
      column(texts('column.attained'), 6, LOOKS.center, (subject) => words[result.attained[subject]!] ?? '—'),
    );
  }
  if (result.award.some((value) => value > 0)) {
    const awards = ['', texts('award.flag'), texts('award.decide')];
    const wrap = { ...LOOKS.center, wrap: true };
    columns.push(column(texts('column.award'), 10, wrap, (subject) => awards[result.award[subject]!] ?? ''));
  }
  if (view.previous) columns.push(trendColumn(view));
  if ([...notes.values()].some((note) => note !== '')) {
    columns.push(
      column(
        texts('column.note'),
        fit([...notes.values()], NOTE.narrowest, NOTE.widest),
        LOOKS.text,
        (subject) => notes.get(subject) ?? '',
      ),
    );
  }
  return stretched(columns);
}

/** 较上期: places and points won or lost in the group since the period before. */
function trendColumn(view: SchemeView): Column {
  const { texts, result } = view;
  return column(texts('column.trend'), TREND_WIDTH, LOOKS.center, (subject) => {
    const trend = trendOf(view, view.previous!, subject);
    if (!trend) return Number.isNaN(result.total[subject]!) ? '' : texts('trend.new');
    return [placesText(view, trend), pointsText(trend)].filter((part) => part !== '').join(' ');
  });
}

function placesText({ texts }: SchemeView, { places }: Trend): string {
  if (places === null) return '';
  if (places === 0) return texts('trend.same');
  return texts(places > 0 ? 'trend.up' : 'trend.down', { places: Math.abs(places) });
}

function pointsText({ points }: Trend): string {
  return points === null ? '' : `${points > 0 ? '+' : ''}${points.toFixed(2)}`;
}

/** Fills an upright page where the columns are few: the name takes half of the room that is left, the last the rest. */
function stretched(columns: readonly Column[]): Column[] {
  const left = FULL_WIDTH - columns.reduce((sum, { width }) => sum + width, 0);
  if (left <= 0) return [...columns];
  return columns.map((column, index) =>
    index === 1 || index === columns.length - 1 ? { ...column, width: column.width + left / 2 } : column,
  );
}

function nameColumn({ texts, scheme }: SchemeView): Column {
  const { subjects } = scheme;
  const key = scheme.scheme.kind === 'member' ? 'column.member' : 'column.unit';
  const width = fit(
    subjects.map(({ name }) => name),
    NAME.narrowest,
    NAME.widest,
  );
  return column(texts(key), width, LOOKS.text, (subject) => subjects[subject]!.name);
}

/** Sources with their weights, dimensions with their points, bonus and penalty; columns without a number are left out. */
function scoreColumns(view: SchemeView): Column[] {
  const { texts, scheme, result, inPlay } = view;
  const columns: Column[] = [];
  const weights = weightsOf(scheme, inPlay);
  for (const source of inPlay) {
    const header = `${texts(`source.${source}`)}\n(${weights[source] ?? ''})`;
    columns.push(column(header, 9, LOOKS.points, numbers(result.sources[source]!)));
  }
  scheme.scheme.dimensions.forEach((dimension, index) => {
    const points = result.dimensions[index];
    if (!points || points.every(Number.isNaN)) return;
    const max = Q.sum(
      scheme.scheme.indicators.filter((line) => line.dimension === dimension.name).map((line) => line.max),
    );
    const header = max.n > 0n ? `${dimension.name}\n(${Q.formatRational(max)})` : dimension.name;
    columns.push(
      column(header, Math.min(13, Math.max(9, textWidth(dimension.name) + 1)), LOOKS.points, numbers(points)),
    );
  });
  for (const [key, amounts] of [
    ['bonus', result.bonus],
    ['penalty', result.penalty],
  ] as const) {
    if (amounts.some((amount) => amount > 0))
      columns.push(column(texts(`column.${key}`), 7, LOOKS.amount, numbers(amounts)));
  }
  return columns;
}

function column(header: string, width: number, look: CellStyle, value: Column['value']): Column {
  return { header, width, look, value };
}

/** Numbers of a result column; one that does not exist is a dash. */
function numbers(values: Float64Array): (subject: number) => OutValue {
  return (subject) => (Number.isNaN(values[subject]!) ? '—' : values[subject]!);
}
