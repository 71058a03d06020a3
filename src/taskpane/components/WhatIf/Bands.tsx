import type { WhatIfStart } from '../../../app/whatIf/whatIf';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { Counter } from './Counter';
import { getStyles } from './styles';

export interface BandsProps {
  readonly start: WhatIfStart;
  /** 等次 as a parameter sheet writes it. */
  readonly value: string;
  readonly isTried: boolean;
  readonly onValue: (value: string) => void;
}

/** The lower bound of each grade; the lowest takes all that is left. */
export function Bands({ start, value, isTried, onValue }: BandsProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const bands = value.split(';').map((item) => {
    const [name = '', from = ''] = item.split(':').map((part) => part.trim());
    return { name, from };
  });
  const set = (index: number, from: string) =>
    onValue(bands.map((band, i) => `${band.name}:${i === index ? from : band.from}`).join('; '));
  return (
    <div className={styles.bands} role="group" aria-label={t('whatIf.key.grades')}>
      {bands.slice(0, -1).map(({ name, from }, i) => {
        const before = start.bands[i]?.from;
        const label = t('whatIf.band', { name });
        const isOther = isTried && String(before) !== from;
        return (
          <Counter
            key={name}
            label={isOther ? t('whatIf.before', { name: label, before: before ?? '' }) : label}
            value={from}
            onValue={(now) => set(i, now)}
          />
        );
      })}
    </div>
  );
}
