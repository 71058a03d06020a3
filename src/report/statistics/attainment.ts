import type { Attainment, OutValue } from '../../model';
import { COLORS, LOOKS } from '../looks';
import type { SheetBuilder } from '../sheetBuilder';
import type { Texts } from '../texts';
import { columnOf, writeCharts, writeTable, type ChartDraft } from './grid';

/** Rows of the chart: its title, axis and legend, and the bars of one target. */
const CHART_FRAME = 5;
const CHART_BARS = 2;
/** End of an axis that has room for the label of a bar of 100 %. */
const FULL_AXIS = 1.09;

/** Attainment against the goals (达标率与目标), with what is still missing. */
export function attainmentPart(sheet: SheetBuilder, texts: Texts, targets: readonly Attainment[]): void {
  const header = ['target', 'assessed', 'attainedCount', 'rate', 'goal', 'short', 'verdict'];
  const place = writeTable(sheet, {
    header: header.map((key) => texts(`column.${key}`)),
    rows: targets.map(({ target, assessed, attained, rate, goal, short }): OutValue[] => [
      target === '党委' ? texts('target.committee') : target === '支部' ? texts('target.branch') : target,
      assessed,
      attained,
      rate,
      goal ?? '—',
      short ?? '—',
      short === null ? '—' : texts(short > 0 ? 'word.notReached' : 'word.reached'),
    ]),
    looks: [LOOKS.text, LOOKS.center, LOOKS.center, LOOKS.rate, LOOKS.rate, LOOKS.center, LOOKS.center],
  });
  sheet.format({
    type: 'formula',
    range: { top: place.first, left: 5, bottom: place.last, right: 6 },
    formula: `AND(ISNUMBER($F${place.first + 1}),$F${place.first + 1}>0)`,
    fill: COLORS.severity.medium,
  });
  const chart: ChartDraft = {
    type: 'bar',
    title: texts('statistics.attainmentChart'),
    categories: columnOf(place, 0),
    series: [
      { name: texts('column.rate'), values: columnOf(place, 3), color: COLORS.chart.series[0] },
      { name: texts('column.goal'), values: columnOf(place, 4), color: COLORS.chart.series[4] },
    ],
    labels: true,
    valueFormat: '0.0%',
    min: 0,
    max: FULL_AXIS,
    step: 0.2,
  };
  writeCharts(sheet, [chart], CHART_FRAME + CHART_BARS * targets.length);
}

/** Attainment of the members of each branch. */
export function branchPart(sheet: SheetBuilder, texts: Texts, branches: readonly Attainment[]): void {
  const place = writeTable(sheet, {
    header: ['branch', 'assessed', 'attainedCount', 'rate'].map((key) => texts(`column.${key}`)),
    rows: branches.map(({ target, assessed, attained, rate }) => [target, assessed, attained, rate]),
    looks: [LOOKS.text, LOOKS.center, LOOKS.center, LOOKS.rate],
  });
  sheet.format({ type: 'dataBar', range: columnOf(place, 3), color: COLORS.bar, min: 0, max: 1 });
}
