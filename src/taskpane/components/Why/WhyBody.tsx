import { lazy, Suspense, useState } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import type { Story } from '../../../app/story';
import { formatPoints, NONE } from '../../format';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useAsked } from '../../useAsked';
import { useStyles } from '../../useStyles';
import { PlaceLink } from '../PlaceLink';
import type { WhyOf } from '.';
import { Losses } from './Losses';
import { Parts } from './Parts';
import { Reasons } from './Reasons';
import { Upwards } from './Upwards';
import { getStyles } from './styles';

const Compare = lazy(() => import('../Compare'));

export interface WhyBodyProps {
  readonly of: WhyOf;
  readonly onClose: () => void;
}

const TABS = ['losses', 'parts', 'upwards', 'reasons'] as const;
type Tab = (typeof TABS)[number];

/** The whole story of a subject: what it lost, what its total is made of, what a better grade needs, and the grounds. */
export default function WhyBody({ of, onClose }: WhyBodyProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { openTool } = usePane();
  const story = useAsked('story', of, onClose);
  const [isComparing, setComparing] = useState(false);
  if (!story) return <Spinner label={t('why.loading')} />;
  if (isComparing) {
    return (
      <Suspense fallback={<Spinner label={t('loading')} />}>
        <Compare scheme={of.scheme} subject={of.subject} onBack={() => setComparing(false)} />
      </Suspense>
    );
  }
  return (
    <>
      <Head story={story} />
      <div className={styles.tools}>
        <DefaultButton
          iconProps={{ iconName: 'Compare' }}
          text={t('compare.open')}
          onClick={() => setComparing(true)}
        />
        <DefaultButton
          iconProps={{ iconName: 'TestBeaker' }}
          text={t('tool.whatIf')}
          onClick={() => openTool('whatIf', of.scheme)}
        />
      </div>
      <Story story={story} of={of} />
    </>
  );
}

/** Who it is, and the three numbers that everybody asks for. */
function Head({ story }: { readonly story: Story }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { go } = usePane();
  const facts = [
    [t('why.total'), formatPoints(story.total ?? NaN)],
    [t('why.grade'), story.grade === null ? NONE : story.grades[story.grade]!],
    [t('why.rank'), story.rank === null ? NONE : t('why.rankOf', { rank: story.rank, count: story.groupSize })],
  ];
  return (
    <>
      <p className={styles.who}>
        <strong>{story.name}</strong>
        <span className={styles.scheme}>{[story.scheme, story.group].filter(Boolean).join(' · ')}</span>
        <span className={styles.place}>
          <PlaceLink place={story.place} onGo={go} />
        </span>
      </p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt className={styles.factName}>{name}</dt>
            <dd className={styles.factValue}>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Story({ story, of }: { readonly story: Story; readonly of: WhyOf }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  // A table that is ranked as it stands has neither indicators nor parts.
  const tabs = TABS.filter((tab) =>
    tab === 'losses' ? story.indicators.length > 0 : tab === 'parts' ? story.sources.length > 0 : true,
  );
  const [chosen, setTab] = useState<Tab>(tabs[0]!);
  return (
    <>
      <Pivot
        className={styles.tabs}
        overflowBehavior="menu"
        overflowAriaLabel={t('tab.more')}
        selectedKey={chosen}
        headersOnly
        onLinkClick={(item) => setTab(item!.props.itemKey as Tab)}
      >
        {tabs.map((tab) => (
          <PivotItem key={tab} itemKey={tab} headerText={t(`why.tab.${tab}`)} />
        ))}
      </Pivot>
      <div role="tabpanel" aria-label={t(`why.tab.${chosen}`)}>
        {chosen === 'losses' && <Losses story={story} />}
        {chosen === 'parts' && <Parts story={story} />}
        {chosen === 'upwards' && <Upwards story={story} of={of} />}
        {chosen === 'reasons' && <Reasons story={story} />}
      </div>
    </>
  );
}
