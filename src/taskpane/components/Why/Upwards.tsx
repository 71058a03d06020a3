import { useState } from 'react';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import type { Ways } from '../../../app/gradeWays';
import type { Story } from '../../../app/story';
import { formatPoints } from '../../format';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useAsked } from '../../useAsked';
import { useStyles } from '../../useStyles';
import { PlaceLink } from '../PlaceLink';
import type { WhyOf } from '.';
import { getStyles } from './styles';

/** What a better grade would need: the cheapest ways, or what stands in their way. */
export function Upwards({ story, of }: { readonly story: Story; readonly of: WhyOf }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const better = story.grades.slice(0, story.grade ?? story.grades.length);
  const [grade, setGrade] = useState(better.length - 1);
  if (better.length === 0) return <p className={styles.lead}>{t('ways.top', { grade: story.grades[0]! })}</p>;
  return (
    <>
      <Dropdown
        label={t('ways.grade')}
        selectedKey={grade}
        options={better.map((text, key) => ({ key, text })).reverse()}
        onChange={(_, option) => setGrade(Number(option!.key))}
      />
      <ToGrade of={of} grade={grade} total={story.total} />
    </>
  );
}

function ToGrade({ of, grade, total }: { readonly of: WhyOf; readonly grade: number; readonly total: number | null }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const ways = useAsked('ways', { ...of, grade });
  if (!ways) return <Spinner className={styles.waiting} label={t('ways.loading')} />;
  const { gradeName, bound, rival, best, fewest } = ways;
  const short = total === null ? null : bound - total;
  return (
    <div aria-live="polite">
      <p className={styles.lead}>
        {t('ways.bound', { grade: gradeName, bound: formatPoints(bound) })}
        {short !== null && short > 0 && t('ways.short', { total: formatPoints(total!), short: formatPoints(short) })}
        {rival && t('ways.rival', { grade: gradeName, name: rival.name, total: formatPoints(rival.total) })}
      </p>
      {ways.state === 'blocked' && <Obstacles ways={ways} />}
      {ways.state === 'unreachable' && (
        <p className={styles.lead}>{t('ways.unreachable', { best: formatPoints(best!) })}</p>
      )}
      {ways.state === 'many' && (
        <p className={styles.lead}>{t('ways.many', { fewest: fewest!, best: formatPoints(best!) })}</p>
      )}
      {ways.state === 'ways' && <WayList ways={ways} />}
    </div>
  );
}

function Obstacles({ ways }: { readonly ways: Ways }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { go } = usePane();
  return (
    <>
      <p className={styles.lead}>{t('ways.blocked', { grade: ways.gradeName })}</p>
      <ul className={styles.cards}>
        {ways.obstacles.map((obstacle, i) => (
          <li key={i} className={styles.card}>
            {t(`ways.obstacle.${obstacle.type}`, textData(obstacle))}
            {'place' in obstacle && (
              <>
                {' '}
                <PlaceLink place={obstacle.place} onGo={go} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What fills in the sentence of an obstacle. */
function textData(obstacle: Ways['obstacles'][number]): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(obstacle).filter((entry): entry is [string, string | number] => typeof entry[1] !== 'object'),
  );
}

function WayList({ ways: { ways } }: { readonly ways: Ways }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { go } = usePane();
  const size = ways[0]!.steps.length;
  return (
    <>
      <p className={styles.lead}>{size === 1 ? t('ways.single') : t('ways.sets', { count: size })}</p>
      <ol className={styles.cards}>
        {ways.map(({ steps, total }, i) => (
          <li key={i} className={styles.card}>
            <ul className={styles.steps}>
              {steps.map((step, k) => (
                <li key={k}>
                  <div className={styles.line}>
                    <strong className={styles.text}>
                      {step.name ?? t('ways.sourceTotal', { name: step.sourceName })}
                    </strong>
                    <span className={styles.change}>
                      {step.raw === '' ? t('why.blankShort') : step.raw} <span aria-hidden>→</span>
                      <span className={styles.forReaders}>{t('ways.to')}</span> <strong>{step.entry}</strong>
                    </span>
                  </div>
                  <p className={styles.small}>
                    {[step.name === null ? null : step.sourceName, step.dimension].filter(Boolean).join(' · ')}{' '}
                    <PlaceLink place={step.place} onGo={go} />
                  </p>
                  {step.name !== null && (
                    <p className={styles.small}>
                      {t('ways.points', { before: formatPoints(step.points), after: formatPoints(step.newPoints) })}
                      {step.rule}
                    </p>
                  )}
                </li>
              ))}
            </ul>
            <p className={styles.words}>{t('ways.total', { total: formatPoints(total) })}</p>
          </li>
        ))}
      </ol>
      <p className={styles.small}>{t('ways.note')}</p>
    </>
  );
}
