import { useMemo } from 'react';
import { DonutChart } from '@fluentui/react-charting';
import { useTheme } from 'office-ui-fabric-react/lib/Theme';
import type { SchemeSummary } from '../../../app/summary';
import { formatCount } from '../../format';
import { useText } from '../../text';
import { gradeColours } from './colours';
import { Picture } from './Picture';

export interface GradeDistributionProps {
  readonly scheme: SchemeSummary;
  /** Null: all groups. */
  readonly group: string | null;
}

/** 等次分布: how many subjects have each grade. */
export function GradeDistribution({ scheme, group }: GradeDistributionProps) {
  const { t } = useText();
  const theme = useTheme();
  const counts = useMemo(() => gradeCounts(scheme, group), [scheme, group]);
  const colours = gradeColours(theme, counts.length);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  const data = counts.map(({ name, count }, i) => ({
    legend: `${name} ${formatCount(count)}`,
    data: count,
    color: colours[i]!,
    callOutAccessibilityData: { ariaLabel: `${name} ${t('charts.grades.count', { count: formatCount(count) })}` },
  }));
  return (
    <Picture
      title={t('charts.grades')}
      header={[t('charts.grade'), t('charts.number')]}
      rows={counts.map(({ name, count }) => [name, formatCount(count)])}
    >
      <DonutChart
        data={{ chartData: data }}
        innerRadius={46}
        width={200}
        height={170}
        hideLabels
        valueInsideDonut={formatCount(all)}
        legendsOverflowText={t('tab.more')}
        legendProps={{ allowFocusOnLegends: true, enabledWrapLines: true }}
      />
    </Picture>
  );
}

function gradeCounts(scheme: SchemeSummary, group: string | null): readonly { name: string; count: number }[] {
  if (group === null) return scheme.grades;
  const wanted = scheme.groups.indexOf(group);
  return scheme.grades.map(({ name }, grade) => {
    let count = 0;
    for (let i = 0; i < scheme.grade.length; i++) {
      if (scheme.grade[i] === grade && scheme.group[i] === wanted) count++;
    }
    return { name, count };
  });
}
