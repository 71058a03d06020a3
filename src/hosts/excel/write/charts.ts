import type { CellRange, ChartSpec } from '../../../model';
import { rangeAt } from './rangeAt';

const TYPES = {
  bar: { plain: 'BarClustered', stacked: 'BarStacked' },
  column: { plain: 'ColumnClustered', stacked: 'ColumnStacked' },
  line: { plain: 'LineMarkers', stacked: 'LineMarkersStacked' },
  pie: { plain: 'Pie', stacked: 'Pie' },
  radar: { plain: 'RadarMarkers', stacked: 'RadarMarkers' },
} as const;
/** Points. */
const TEXT_SIZE = 9;
const TITLE_SIZE = 12;

/** Adds a chart over cells of its sheet. */
export function queueChart(worksheet: Excel.Worksheet, spec: ChartSpec): void {
  const [first, ...others] = spec.series;
  if (!first) return;
  const at = (range: CellRange) => rangeAt(worksheet, range);
  const type = TYPES[spec.type][spec.stacked ? 'stacked' : 'plain'];
  // Cells beside each other are one series, as cells below each other are.
  const seriesBy = first.values.top === first.values.bottom ? 'Rows' : 'Columns';
  const chart = worksheet.charts.add(type, at(first.values), seriesBy);
  // Without a title of its own Excel shows the name of the only series.
  if (spec.title === '') chart.title.visible = false;
  else chart.title.text = spec.title;
  chart.format.font.size = TEXT_SIZE;
  chart.title.format.font.size = TITLE_SIZE;
  const series = [chart.series.getItemAt(0), ...others.map(({ name }) => chart.series.add(name))];
  const categories = at(spec.categories);
  spec.series.forEach(({ values }, i) => {
    if (i > 0) series[i]!.setValues(at(values));
    series[i]!.setXAxisValues(categories);
    queueSeries(series[i]!, spec, i);
  });
  chart.legend.visible = spec.series.length > 1 || spec.type === 'pie';
  chart.legend.position = 'Bottom';
  if (spec.type === 'pie') {
    chart.dataLabels.showValue = true;
    chart.dataLabels.showPercentage = true;
  } else queueAxes(chart, spec);
  const { top, left, bottom, right } = spec.anchor;
  chart.setPosition(at({ top, left, bottom: top, right: left }), at({ top: bottom, left: right, bottom, right }));
}

function queueSeries(
  series: Excel.ChartSeries,
  { type, series: list, labels, valueFormat }: ChartSpec,
  i: number,
): void {
  const { name, color } = list[i]!;
  series.name = name;
  if (color !== undefined) {
    if (type === 'line' || type === 'radar') {
      series.format.line.color = color;
      series.markerBackgroundColor = color;
      series.markerForegroundColor = color;
    } else series.format.fill.setSolidColor(color);
  }
  if (!labels || type === 'pie') return;
  series.hasDataLabels = true;
  if (valueFormat !== undefined) series.dataLabels.numberFormat = valueFormat;
}

function queueAxes({ axes }: Excel.Chart, { type, valueFormat, min, max, step }: ChartSpec): void {
  // A bar chart is read from the top.
  if (type === 'bar') axes.categoryAxis.reversePlotOrder = true;
  if (valueFormat !== undefined) axes.valueAxis.numberFormat = valueFormat;
  if (min !== undefined) axes.valueAxis.minimum = min;
  if (max !== undefined) axes.valueAxis.maximum = max;
  if (step !== undefined) axes.valueAxis.majorUnit = step;
}
