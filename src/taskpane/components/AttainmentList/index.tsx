import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { useTheme } from 'office-ui-fabric-react/lib/Theme';
import type { Attainment } from '../../../model';
import { formatCount, formatGoal, formatRate } from '../../format';
import { useSummary } from '../../paneContext';
import { useText } from '../../text';
import { signalColours } from '../../theme';
import { useStyles } from '../../useStyles';
import { Empty } from '../Empty';
import { getStyles } from './styles';

/** Certification rates: those with a goal large and against it, the branches of members as a table below. */
export function AttainmentList() {
  const summary = useSummary();
  const styles = useStyles(getStyles);
  const { t } = useText();
  const withGoal = summary.attainment.filter(({ goal }) => goal !== null);
  const others = summary.attainment.filter(({ goal }) => goal === null);
  if (summary.attainment.length === 0) return <Empty icon="Unknown">{t('attainment.none')}</Empty>;
  return (
    <div className={styles.root}>
      {withGoal.map((entry) => (
        <Target key={entry.target} entry={entry} />
      ))}
      {others.length > 0 && (
        <table className={styles.table}>
          <caption className={styles.caption}>{t('attainment.branches')}</caption>
          <thead>
            <tr>
              <th className={styles.head}>{t('attainment.branch')}</th>
              <th className={styles.headNumber}>{t('attainment.attainedOf')}</th>
              <th className={styles.headNumber}>{t('attainment.rate')}</th>
            </tr>
          </thead>
          <tbody>
            {others.map((entry) => (
              <tr key={entry.target} className={styles.line}>
                <td className={styles.cell}>{entry.target}</td>
                <td className={styles.number}>
                  {formatCount(entry.attained)} / {formatCount(entry.assessed)}
                </td>
                <td className={styles.number}>{formatRate(entry.rate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** One target against its goal: the bar is the rate, the notch the goal. */
function Target({ entry }: { readonly entry: Attainment }) {
  const styles = useStyles(getStyles);
  const colours = signalColours(useTheme());
  const { t } = useText();
  const { target, assessed, attained, rate, goal, short } = entry;
  const reached = short === 0;
  return (
    <section className={styles.target}>
      <h2 className={styles.title}>
        {t('attainment.target', { target })}
        <span className={styles.rate}>{formatRate(rate)}</span>
      </h2>
      <div className={styles.bar} aria-hidden="true">
        <div
          className={styles.fill}
          style={{ width: formatRate(rate), background: reached ? colours.good : colours.medium }}
        />
        <div className={styles.goal} style={{ left: formatRate(goal!) }} />
      </div>
      <p className={styles.facts}>
        <span>{t('attainment.facts', { assessed, attained, goal: formatGoal(goal!) })}</span>
        <strong className={styles.verdict} style={{ color: reached ? colours.good : colours.medium }}>
          <Icon iconName={reached ? 'CheckMark' : 'Warning'} className={styles.verdictIcon} />
          {reached ? t('attainment.reached') : t('attainment.short', { short: short! })}
        </strong>
      </p>
    </section>
  );
}
