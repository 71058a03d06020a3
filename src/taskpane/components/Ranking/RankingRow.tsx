import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { useTheme } from 'office-ui-fabric-react/lib/Theme';
import type { SchemeSummary } from '../../../app/summary';
import { formatPoints, NONE } from '../../format';
import { useText } from '../../text';
import { signalColours } from '../../theme';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

export interface RankingRowProps {
  readonly scheme: SchemeSummary;
  readonly at: number;
  /** A click on its numbers; the keyboard has the right arrow. */
  readonly onWhy: () => void;
}

/** One subject of the ranking: place, name with its marks, total and grade. */
export function RankingRow({ scheme, at, onWhy }: RankingRowProps) {
  const styles = useStyles(getStyles);
  const colours = signalColours(useTheme());
  const { t } = useText();
  const rank = scheme.rank[at]!;
  const award = scheme.award[at]!;
  const status = scheme.status[at]!;
  const grade = scheme.grades[scheme.grade[at]!]?.name;
  const notes = [scheme.groups[scheme.group[at]!], status === 0 ? undefined : t(`status.${status}`)];
  if (scheme.vetoed[at]) notes.push(t('ranking.vetoed'));
  if (award === 2) notes.push(t('award.2'));
  return (
    <div className={styles.row}>
      <span className={rank > 0 && rank <= 3 ? styles.rankTop : styles.rank}>{rank > 0 ? rank : NONE}</span>
      <span className={styles.who}>
        <span className={styles.name} title={scheme.names[at]}>
          {scheme.names[at]}
          {award === 1 && (
            <Icon
              iconName="Flag"
              aria-label={t('award.1')}
              title={t('award.1')}
              className={styles.flag}
              style={{ color: colours.flag }}
            />
          )}
        </span>
        <span className={styles.note}>{notes.filter(Boolean).join(' · ')}</span>
      </span>
      <span
        className={styles.points}
        title={t('why.title')}
        onClick={(event) => {
          event.stopPropagation();
          onWhy();
        }}
      >
        <span className={styles.total}>{formatPoints(scheme.total[at]!)}</span>
        <span className={styles.grade}>
          {grade ?? NONE}
          {scheme.attained[at] === 1 && (
            <Icon
              iconName="CheckMark"
              aria-label={t('ranking.attained')}
              title={t('ranking.attained')}
              className={styles.check}
              style={{ color: colours.good }}
            />
          )}
        </span>
      </span>
    </div>
  );
}
