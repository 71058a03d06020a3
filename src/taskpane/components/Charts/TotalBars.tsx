import { MultiStackedBarChart, MultiStackedBarChartVariant } from '@fluentui/react-charting';
import { useTheme } from 'office-ui-fabric-react/lib/Theme';
import type { Pictures } from '../../../app/pictures';
import { formatCount } from '../../format';
import { useText } from '../../text';
import { dimensionColours } from './colours';
import { Picture } from './Picture';

const shown = (value: number) => value.toFixed(2);

/** 总分构成: one bar for each subject, in parts by dimension. */
export function TotalBars({ pictures }: { readonly pictures: Pictures }) {
  const { t } = useText();
  const { isInverted } = useTheme();
  const { dimensions, subjects, ranked } = pictures;
  const colours = dimensionColours(isInverted, Math.max(1, dimensions.length));
  const data = subjects.map(({ name, rank, points, total }) => {
    const part = (legend: string, value: number, color: string) => ({
      legend,
      data: value,
      color,
      xAxisCalloutData: legend,
      yAxisCalloutData: shown(value),
    });
    const parts = points.flatMap((value, i) => (value === null ? [] : [part(dimensions[i]!, value, colours[i]!)]));
    return {
      chartTitle: `${rank}  ${name}  ${shown(total)}`,
      chartData: parts.length > 0 ? parts : [part(t('charts.total'), total, colours[0]!)],
    };
  });
  const note =
    t(dimensions.length > 0 ? 'charts.ranking.text' : 'charts.ranking.plain') +
    (ranked > subjects.length
      ? t('charts.cut', { all: formatCount(ranked), shown: formatCount(subjects.length) })
      : '');
  return (
    <Picture
      title={t('charts.ranking')}
      note={note}
      header={[t('charts.subject'), ...dimensions, t('charts.total')]}
      rows={subjects.map(({ name, rank, points, total }) => [
        `${rank} ${name}`,
        ...points.map((value) => (value === null ? '—' : shown(value))),
        shown(total),
      ])}
    >
      <MultiStackedBarChart
        data={data}
        variant={MultiStackedBarChartVariant.AbsoluteScale}
        hideLabels
        hideRatio={subjects.map(() => true)}
        hideLegend={dimensions.length === 0}
        barHeight={10}
        legendsOverflowText={t('tab.more')}
      />
    </Picture>
  );
}
