import { useState } from 'react';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import type { Comparison } from '../../../app/comparison';
import { formatPoints, formatSigned } from '../../format';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { PlaceLink } from '../PlaceLink';
import { getStyles } from './styles';

type Part = Comparison['parts'][number];

export interface PartListProps {
  readonly parts: readonly Part[];
  /** Names of the two subjects. */
  readonly names: readonly [string, string];
}

/** What makes the difference of two totals, part by part; a part that has parts of its own opens them. */
export function PartList({ parts, names }: PartListProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const largest = Math.max(0.01, ...parts.map(({ difference }) => Math.abs(difference)));
  return (
    <>
      <p className={styles.legend}>{t('compare.legend', { a: names[0], b: names[1] })}</p>
      <ul className={styles.parts}>
        {parts
          .filter(({ a, b }) => a.brings !== 0 || b.brings !== 0)
          .map((part) => (
            <PartRow key={`${part.type} ${part.name}`} part={part} names={names} largest={largest} />
          ))}
      </ul>
    </>
  );
}

interface PartRowProps {
  readonly part: Part;
  readonly names: readonly [string, string];
  /** Largest difference beside it, which a full bar stands for. */
  readonly largest: number;
}

function PartRow({ part, names, largest }: PartRowProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { name, type, a, b, difference, parts } = part;
  const [isOpen, setOpen] = useState(false);
  const hasMore = parts.length > 0 || type === 'indicator' || type === 'total';
  const body = (
    <>
      <span className={styles.chevron} aria-hidden>
        {hasMore && <Icon iconName={isOpen ? 'ChevronDown' : 'ChevronRight'} />}
      </span>
      <span className={styles.partName}>{name}</span>
      <span className={styles.sides}>
        <span className={styles.forReaders}>{names[0]} </span>
        {formatPoints(a.brings)}
        <span aria-hidden> : </span>
        <span className={styles.forReaders}>, {names[1]} </span>
        {formatPoints(b.brings)}
      </span>
      <span className={styles.difference}>
        <span className={styles.forReaders}>{t('compare.differs')} </span>
        {formatSigned(difference)}
      </span>
    </>
  );
  const width = `${(Math.abs(difference) / largest) * 50}%`;
  return (
    <li className={styles.part}>
      {hasMore ? (
        <button type="button" className={styles.partLine} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {body}
        </button>
      ) : (
        <div className={styles.partLine}>{body}</div>
      )}
      <div className={styles.scale} aria-hidden>
        <div
          className={difference >= 0 ? styles.more : styles.less}
          style={difference >= 0 ? { left: '50%', width } : { right: '50%', width }}
        />
      </div>
      {isOpen && parts.length > 0 && (
        <ul className={styles.parts}>
          {parts.map((inner) => (
            <PartRow key={`${inner.type} ${inner.name}`} part={inner} names={names} largest={largest} />
          ))}
        </ul>
      )}
      {isOpen && parts.length === 0 && <Cells part={part} names={names} />}
    </li>
  );
}

/** The cells of an indicator on both sides, and its rule. */
function Cells({ part: { a, b, rule }, names }: Omit<PartRowProps, 'largest'>) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { go } = usePane();
  return (
    <div className={styles.cells}>
      {[a, b].map(({ raw, points, max, place }, i) => (
        <p key={i} className={styles.cell}>
          <strong>{names[i]}</strong>
          {': '}
          {raw === '' ? t('why.blank') : t('why.raw', { raw })}
          {points === null || max === null ? '' : ` · ${t('why.points', { points: formatPoints(points), max })}`}{' '}
          {place && <PlaceLink place={place} onGo={go} />}
        </p>
      ))}
      {rule !== '' && <p className={styles.cell}>{rule}</p>}
    </div>
  );
}
