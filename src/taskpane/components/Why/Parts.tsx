import type { Story } from '../../../app/story';
import { formatGoal, formatPoints, NONE } from '../../format';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { PlaceAfter, PlaceLink } from '../PlaceLink';
import { Bar } from './Bar';
import { getStyles } from './styles';

/** What the total is made of: sources and dimensions against the median of the group, bonuses, penalties and vetoes. */
export function Parts({ story }: { readonly story: Story }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { sources, dimensions, adjustments } = story;
  return (
    <>
      <h2 className={styles.subheading}>{t('why.sources')}</h2>
      <ul className={styles.cards}>
        {sources.map((source) => (
          <Source key={source.code} source={source} />
        ))}
      </ul>
      {dimensions.some(({ points }) => points !== null) && (
        <>
          <h2 className={styles.subheading}>{t('why.dimensions')}</h2>
          <ul className={styles.cards}>
            {dimensions.map(({ name, points, max, rate, median }) => (
              <li key={name} className={styles.card}>
                <div className={styles.line}>
                  <strong className={styles.text}>{name}</strong>
                  <span className={styles.number}>
                    {points === null
                      ? NONE
                      : `${t('why.points', { points: formatPoints(points), max })}${rate === null ? '' : ` · ${formatGoal(rate)}`}`}
                  </span>
                </div>
                <Bar points={points} max={max} median={median} />
              </li>
            ))}
          </ul>
        </>
      )}
      {adjustments.length > 0 && (
        <>
          <h2 className={styles.subheading}>{t('why.adjustments')}</h2>
          <ul className={styles.cards}>
            {adjustments.map((adjustment) => (
              <Adjustment key={`${adjustment.type} ${adjustment.id}`} adjustment={adjustment} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Source({ source }: { readonly source: Story['sources'][number] }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { go } = usePane();
  const { name, points, max, median, weight, brings, lost, how, place } = source;
  return (
    <li className={styles.card}>
      <div className={styles.line}>
        <strong className={styles.text}>{t('why.source', { name, weight: formatGoal(weight) })}</strong>
        <span className={styles.number}>{formatPoints(points ?? NaN)}</span>
      </div>
      <Bar points={points} max={max} median={median} />
      <p className={styles.words}>{t('why.brings', { brings: formatPoints(brings), lost: formatPoints(lost) })}</p>
      <p className={styles.small}>
        {how}
        <PlaceAfter place={place} onGo={go} />
      </p>
    </li>
  );
}

function Adjustment({ adjustment }: { readonly adjustment: Story['adjustments'][number] }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { go } = usePane();
  const { type, name, rule, rulePlace, points, applies, rows } = adjustment;
  const value =
    type === 'veto'
      ? t(applies ? 'why.vetoApplies' : 'why.vetoNot')
      : `${type === 'bonus' ? '+' : '−'}${formatPoints(points ?? 0)}`;
  return (
    <li className={styles.card}>
      <div className={styles.line}>
        <strong className={styles.text}>{t(`why.${type}`, { name })}</strong>
        <span className={type === 'veto' && applies ? styles.lost : styles.number}>{value}</span>
      </div>
      <p className={styles.rule}>
        {rule}
        <PlaceAfter place={rulePlace} onGo={go} />
      </p>
      {rows.map(({ written, basis, date, place }, i) => (
        <p key={i} className={styles.words}>
          {[written === '' ? t('why.once') : t('why.raw', { raw: written }), basis, date].filter(Boolean).join(' · ')}{' '}
          <PlaceLink place={place} onGo={go} />
        </p>
      ))}
    </li>
  );
}
