import { columnName, type CellRange, type OutValue } from '../../model';
import { COLORS, LOOKS } from '../looks';
import { textWidth } from '../textWidth';
import { gap, MOST_COLUMNS, orDash, writeTable, type ChartDraft, type TablePlace } from './grid';
import type { SchemePart } from './scheme';

/** Groups that a chart can still tell apart. */
const MOST_SERIES = 5;
/** Dimensions that have room below an axis, and how wide their names may be; more of them stand around a web. */
const MOST_BESIDE = 6;
const WIDEST = 10;
/** Marks of the axis from 0 to 1, more where all rates are high: from 0 all of these would look alike. */
const MARKS = 10;
const CLOSE_MARKS = 20;
const HIGH = 0.7;

/**
 * Mean rate of each dimension (各维度得分率) by group, the lowest of each row in bold; where there are too many
 * dimensions, those with the lowest rates. Returns the chart of it, null without any dimension.
 */
export function rateTable(part: SchemePart): ChartDraft | null {
  const { sheet, numbers, lines, heading } = part;
  const { texts, scheme } = part.view;
  const known = scheme.scheme.dimensions.flatMap(({ name }, index) => {
    const rate = numbers.all.rates[index];
    return typeof rate === 'number' ? [{ name, index, rate }] : [];
  });
  if (known.length === 0) return null;
  const shown = [...known]
    .sort((a, b) => a.rate - b.rate)
    .slice(0, MOST_COLUMNS)
    .sort((a, b) => a.index - b.index);
  gap(sheet);
  const place = writeTable(sheet, {
    heading: heading(known.length > MOST_COLUMNS ? 'someRates' : 'rates', { count: MOST_COLUMNS }),
    header: [texts('column.group'), ...shown.map(({ name }) => name)],
    rows: lines.map(({ name, rates }): OutValue[] => [name, ...shown.map(({ index }) => orDash(rates[index]!))]),
    looks: [LOOKS.text, ...shown.map(() => LOOKS.rate)],
  });
  markLowest(part, place, shown.length);
  const isBeside = shown.length <= MOST_BESIDE && shown.every(({ name }) => textWidth(name) <= WIDEST);
  return rateChart(part, place, shown.length, isBeside ? 'column' : 'radar');
}

function markLowest({ sheet }: SchemePart, { first, last }: TablePlace, count: number): void {
  const row = `$B${first + 1}:$${columnName(count)}${first + 1}`;
  sheet.format({
    type: 'formula',
    range: { top: first, left: 1, bottom: last, right: count },
    formula: `AND(B${first + 1}=MIN(${row}),MIN(${row})<MAX(${row}))`,
    fill: COLORS.severity.medium,
    bold: true,
  });
}

function rateChart(
  { view, numbers, groups }: SchemePart,
  place: TablePlace,
  count: number,
  type: ChartDraft['type'],
): ChartDraft {
  const row = (top: number): CellRange => ({ top, left: 1, bottom: top, right: count });
  const isGrouped = groups.length > 1 && groups.length <= MOST_SERIES;
  const drawn = isGrouped ? groups : [numbers.all];
  const low = Math.min(...drawn.flatMap(({ rates }) => rates.filter((rate) => rate !== null)));
  const marks = low >= HIGH ? CLOSE_MARKS : MARKS;
  return {
    type,
    title: view.texts('statistics.rateChart'),
    categories: row(place.header),
    series: drawn.map(({ name }, i) => ({
      name,
      values: row(isGrouped ? place.first + i : place.last),
      color: COLORS.chart.series[i]!,
    })),
    valueFormat: '0%',
    min: Math.max(0, Math.floor(low * marks - 0.5) / marks),
    max: 1,
    step: 1 / marks,
  };
}
