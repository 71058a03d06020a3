import type { RosterCheck } from '../../../app/newWorkbook';
import { formatCount } from '../../format';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** Problems that are told one by one; the others are counted. */
const MOST_TOLD = 5;

/** How the pasted lists were understood: how many under each scheme, and what is odd. */
export function RosterSummary({ check }: { readonly check: RosterCheck | null }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const more = (check?.problems.length ?? 0) - MOST_TOLD;
  return (
    <div className={styles.summary} role="status">
      {check?.schemes.map(({ name, subjects }) => (
        <p key={name} className={styles.line}>
          {t('new.subjects', { scheme: name, count: formatCount(subjects) })}
        </p>
      ))}
      {check?.problems.slice(0, MOST_TOLD).map((problem) => (
        <p key={problem} className={styles.problem}>
          {problem}
        </p>
      ))}
      {more > 0 && <p className={styles.problem}>{t('new.moreProblems', { count: formatCount(more) })}</p>}
    </div>
  );
}
