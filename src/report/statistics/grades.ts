import type { CellRange, OutValue } from '../../model';
import { COLORS, LOOKS } from '../looks';
import { gradeColor } from '../ranking';
import { columnOf, MOST_COLUMNS, writeTable, type ChartDraft } from './grid';
import type { SchemePart } from './scheme';

/** Groups that a chart of bars can still tell apart. */
const MOST_BARS = 16;
/** Subjects up to which a program would put marks between whole numbers. */
const FEW = 10;

/** How many subjects have each grade (等次分布), group by group; returns the chart of it. */
export function gradeTable({
  sheet,
  view: { texts, scheme },
  numbers,
  groups,
  lines,
  heading,
}: SchemePart): ChartDraft {
  const { grades } = scheme.parameters;
  // The number of subjects and the share of the best need a column each.
  const count = Math.min(grades.length, MOST_COLUMNS - 2);
  const names = grades.slice(0, count).map(({ name }) => name);
  const place = writeTable(sheet, {
    heading: heading('grades'),
    header: [
      texts('column.group'),
      texts('column.assessed'),
      ...names,
      texts('column.topShare', { grade: grades[0]!.name }),
    ],
    rows: lines.map((line): OutValue[] => [
      line.name,
      line.count,
      ...line.grades.slice(0, count),
      line.count === 0 ? '—' : line.grades[0]! / line.count,
    ]),
    looks: [LOOKS.text, LOOKS.center, ...names.map(() => LOOKS.center), LOOKS.rate],
  });
  const title = texts('statistics.gradeChart');
  const isGrouped = groups.length > 0 && groups.length <= MOST_BARS;
  const longest = Math.max(...(isGrouped ? groups.map((line) => line.count) : numbers.all.grades));
  const axis = { min: 0, ...(longest <= FEW && { step: 1 }) };
  if (!isGrouped) {
    const row = (top: number): CellRange => ({ top, left: 2, bottom: top, right: 1 + count });
    const series = [{ name: texts('word.all'), values: row(place.last), color: COLORS.chart.series[1] }];
    return { type: 'column', title, categories: row(place.header), series, labels: true, ...axis };
  }
  return {
    type: 'bar',
    title,
    categories: columnOf(place, 0, place.last - 1),
    series: names.map((name, i) => ({
      name,
      values: columnOf(place, 2 + i, place.last - 1),
      color: COLORS.chart.grades[gradeColor(i, grades.length)]!,
    })),
    stacked: true,
    ...axis,
  };
}
