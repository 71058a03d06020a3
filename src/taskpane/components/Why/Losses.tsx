import type { Story } from '../../../app/story';
import { formatCount, formatPoints } from '../../format';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { PlaceAfter } from '../PlaceLink';
import { Bar } from './Bar';
import { getStyles } from './styles';

type Indicator = Story['indicators'][number];

/** Indicators by what they cost the total: the cell, the rule and the points of each. */
export function Losses({ story }: { readonly story: Story }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const lost = story.indicators.filter((indicator) => (indicator.lost ?? 0) > 0);
  const full = story.indicators.filter((indicator) => indicator.lost !== null && indicator.lost <= 0);
  const open = story.indicators.filter((indicator) => indicator.lost === null);
  const sum = lost.reduce((all, indicator) => all + indicator.lost!, 0);
  return (
    <>
      <p className={styles.lead}>
        {lost.length > 0
          ? t('why.losses', { count: formatCount(lost.length), sum: formatPoints(sum) })
          : t('why.noLosses')}
      </p>
      <ol className={styles.cards}>
        {lost.map((indicator) => (
          <Card key={keyOf(indicator)} indicator={indicator} />
        ))}
      </ol>
      {open.length > 0 && (
        <>
          <h2 className={styles.subheading}>{t('why.notCounted', { count: formatCount(open.length) })}</h2>
          <ul className={styles.cards}>
            {open.map((indicator) => (
              <Card key={keyOf(indicator)} indicator={indicator} />
            ))}
          </ul>
        </>
      )}
      {full.length > 0 && (
        <details>
          <summary className={styles.summary}>{t('why.full', { count: formatCount(full.length) })}</summary>
          <ul className={styles.cards}>
            {full.map((indicator) => (
              <Card key={keyOf(indicator)} indicator={indicator} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function keyOf({ source, id }: Indicator): string {
  return `${source} ${id}`;
}

function Card({ indicator }: { readonly indicator: Indicator }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { go } = usePane();
  const { name, sourceName, dimension, points, max, median, lost, raw, place, rule, rulePlace, steps } = indicator;
  return (
    <li className={styles.card}>
      <div className={styles.line}>
        <strong className={styles.text}>{name}</strong>
        {lost !== null && lost > 0 && (
          <span className={styles.lost}>{t('why.lost', { lost: formatPoints(lost) })}</span>
        )}
      </div>
      <div className={styles.line}>
        <span className={styles.small}>{[sourceName, dimension].filter(Boolean).join(' · ')}</span>
        {points !== null && (
          <span className={styles.number}>{t('why.points', { points: formatPoints(points), max })}</span>
        )}
      </div>
      {points !== null && <Bar points={points} max={max} median={median} />}
      <p className={styles.words}>
        {raw === '' ? t('why.blank') : t('why.raw', { raw })}
        <PlaceAfter place={place} onGo={go} />
      </p>
      <p className={styles.rule}>
        {rule}
        <PlaceAfter place={rulePlace} onGo={go} />
      </p>
      <p className={styles.small}>{steps}</p>
    </li>
  );
}
