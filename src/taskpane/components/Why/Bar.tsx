import type { CSSProperties } from 'react';
import { formatPoints } from '../../format';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

export interface BarProps {
  readonly points: number | null;
  readonly max: number;
  /** Median of the group; null when there is none. */
  readonly median: number | null;
}

function share(value: number, max: number): string {
  return `${Math.min(100, Math.max(0, (value / max) * 100))}%`;
}

/** Own points as a bar with a stroke at the group's median. The words beside it say the same. */
export function Bar({ points, max, median }: BarProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const relation =
    points === null || median === null ? null : points > median ? 'above' : points < median ? 'below' : 'at';
  return (
    <>
      <div className={styles.bar} aria-hidden>
        {points !== null && <div className={styles.fill} style={{ width: share(points, max) }} />}
        {median !== null && <div className={styles.median} style={{ '--at': share(median, max) } as CSSProperties} />}
      </div>
      {relation && (
        <span className={styles.relation}>{t(`why.${relation}Median`, { median: formatPoints(median!) })}</span>
      )}
    </>
  );
}
