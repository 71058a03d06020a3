import { HorizontalBarChart, HorizontalBarChartVariant } from '@fluentui/react-charting';
import { useTheme } from 'office-ui-fabric-react/lib/Theme';
import type { Pictures } from '../../../app/pictures';
import { formatRate } from '../../format';
import { useText } from '../../text';
import { dimensionColours } from './colours';
import { Picture } from './Picture';

/** 各维度平均得分率: how well the group does in each dimension. */
export function DimensionMeans({ pictures }: { readonly pictures: Pictures }) {
  const { t } = useText();
  const { isInverted } = useTheme();
  const colours = dimensionColours(isInverted, pictures.dimensions.length);
  const shown = pictures.dimensions.flatMap((name, i) => {
    const rate = pictures.means[i] ?? null;
    return rate === null ? [] : [{ name, rate, color: colours[i]! }];
  });
  return (
    <Picture
      title={t('charts.dimensions')}
      header={[t('charts.dimension'), t('charts.rate')]}
      rows={shown.map(({ name, rate }) => [name, formatRate(rate)])}
    >
      <HorizontalBarChart
        variant={HorizontalBarChartVariant.PartToWhole}
        chartDataMode="percentage"
        data={shown.map(({ name, rate, color }) => ({
          chartTitle: name,
          chartData: [
            {
              legend: name,
              horizontalBarChartdata: { x: Math.round(rate * 10_000), y: 10_000 },
              color,
              xAxisCalloutData: name,
              yAxisCalloutData: formatRate(rate),
            },
          ],
        }))}
      />
    </Picture>
  );
}
