import type { CellRange, ChartSpec } from '../../../model';
import { rangeAt } from './rangeAt';

const TYPES = {
  bar: { plain: 'BarClustered', stacked: 'BarStacked' },
  column: { plain: 'ColumnClustered', stacked: 'ColumnStacked' },
  line: { plain: 'LineMarkers', stacked: 'LineMarkersStacked' },
  pie: { plain: 'Pie', stacked: 'Pie' },
  radar: { plain: 'RadarMarkers', stacked: 'RadarMarkers' },
} as const;

/** Adds a chart over cells of its sheet. */
export function queueChart(worksheet: Excel.Worksheet, spec: ChartSpec): void {
  const [first, ...others] = spec.series;
  if (!first) return;
  const at = (range: CellRange) => rangeAt(worksheet, range);
  const type = TYPES[spec.type][spec.stacked ? 'stacked' : 'plain'];
  const chart = worksheet.charts.add(type, at(first.values), 'Columns');
  // Without a title of its own Excel shows the name of the only series.
  if (spec.title === '') chart.title.visible = false;
  else chart.title.text = spec.title;
  const series = [chart.series.getItemAt(0), ...others.map(({ name }) => chart.series.add(name))];
  spec.series.forEach(({ name, values }, i) => {
    series[i]!.name = name;
    if (i > 0) series[i]!.setValues(at(values));
    series[i]!.setXAxisValues(at(spec.categories));
  });
  chart.legend.visible = spec.series.length > 1 || spec.type === 'pie';
  chart.legend.position = 'Bottom';
  // A bar chart is read from the top.
  if (spec.type === 'bar') chart.axes.categoryAxis.reversePlotOrder = true;
  if (spec.type === 'pie') {
    chart.dataLabels.showValue = true;
    chart.dataLabels.showPercentage = true;
  }
  const { top, left, bottom, right } = spec.anchor;
  chart.setPosition(at({ top, left, bottom: top, right: left }), at({ top: bottom, left: right, bottom, right }));
}
