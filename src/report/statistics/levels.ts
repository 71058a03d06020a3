import type { CellStyle, OutValue } from '../../model';
import { COLORS, LOOKS } from '../looks';
import { columnOf, orDash, writeTable } from './grid';
import type { GroupNumbers } from './groups';
import { difference } from './numbers';
import type { SchemePart } from './scheme';

interface Column {
  readonly key: string;
  readonly look: CellStyle;
  readonly value: (line: GroupNumbers) => number | null;
}

/** Mean, middle and spread of the totals, how far each group lies from all, and its rate of attainment. */
export function levelTable({ sheet, view: { texts }, numbers: { all }, groups, lines, heading }: SchemePart): void {
  const columns: Column[] = [
    { key: 'mean', look: LOOKS.strong, value: ({ mean }) => mean },
    { key: 'median', look: LOOKS.points, value: ({ median }) => median },
    { key: 'deviation', look: LOOKS.points, value: ({ deviation }) => deviation },
    { key: 'highest', look: LOOKS.points, value: ({ high }) => high },
    { key: 'lowest', look: LOOKS.points, value: ({ low }) => low },
    {
      key: 'span',
      look: LOOKS.points,
      value: ({ high, low }) => (high === null || low === null ? null : difference(high, low)),
    },
  ];
  if (groups.length > 0) {
    const toMean = (line: GroupNumbers) =>
      line === all || line.mean === null || all.mean === null ? null : difference(line.mean, all.mean);
    columns.push({ key: 'toMean', look: LOOKS.signed, value: toMean });
  }
  if (all.attained !== null) columns.push({ key: 'rate', look: LOOKS.rate, value: ({ attained }) => attained });
  const place = writeTable(sheet, {
    heading: heading(all.attained === null ? 'levels' : 'levelsAndRate'),
    header: ['group', ...columns.map(({ key }) => key)].map((key) => texts(`column.${key}`)),
    rows: lines.map((line): OutValue[] => [line.name, ...columns.map(({ value }) => orDash(value(line)))]),
    looks: [LOOKS.text, ...columns.map(({ look }) => look)],
  });
  const means = groups.flatMap(({ mean }) => mean ?? []);
  if (means.length < 2) return;
  sheet.format({
    type: 'dataBar',
    range: columnOf(place, 1, place.last - 1),
    color: COLORS.bar,
    // A bar from 0 would make 88 and 92 look alike.
    min: Math.max(0, Math.floor((Math.min(...means) - 5) / 10) * 10),
    max: Math.max(100, ...means),
  });
}
