import { useState } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import type { WhatIfStart } from '../../../app/whatIf/whatIf';
import { formatCount } from '../../format';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import type { ToolProps } from '../../tools';
import { useAsked } from '../../useAsked';
import { useStyles } from '../../useStyles';
import { Empty } from '../Empty';
import { NO_TRIES, triesOf, type Tried } from './changes';
import { Keep } from './Keep';
import { Moves } from './Moves';
import { Parameters } from './Parameters';
import { Rules } from './Rules';
import { getStyles } from './styles';
import { useTried } from './useTried';

/** 试算: other parameters and rules are tried on the scored workbook before anything is written. */
export default function WhatIf({ onClose, scheme }: ToolProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { summary, isBusy, run } = usePane();
  if (!summary) {
    return (
      <div className={styles.root}>
        <p className={styles.lead}>{t('whatIf.first')}</p>
        <PrimaryButton text={t('score')} disabled={isBusy} onClick={() => run('score')} />
      </div>
    );
  }
  if (summary.schemes.length === 0) return <Empty icon="Unknown">{t('ranking.none')}</Empty>;
  return <Desk onClose={onClose} scheme={Math.min(scheme, summary.schemes.length - 1)} />;
}

const TABS = ['parameters', 'rules', 'moves'] as const;
type Tab = (typeof TABS)[number];

/** The tries of all schemes, one scheme in view. */
function Desk({ onClose, scheme: first }: ToolProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { summary } = usePane();
  const [scheme, setScheme] = useState(first);
  const [tried, setTried] = useState<Tried>(NO_TRIES);
  const [tab, setTab] = useState<Tab>('parameters');
  const [isKeeping, setKeeping] = useState(false);
  const start = useAsked('whatIfStart', { scheme });
  const { answer, isCurrent } = useTried(tried);
  const isTried = tried.size > 0;
  const errors = answer?.problems.filter(({ isError }) => isError) ?? [];

  if (isKeeping) return <Keep tried={tried} onBack={() => setKeeping(false)} onKept={onClose} />;
  const moved = answer?.result?.schemes.find((one) => one.scheme === scheme) ?? null;
  return (
    <div className={styles.root}>
      {summary!.schemes.length > 1 && (
        <Dropdown
          ariaLabel={t('ranking.scheme')}
          selectedKey={scheme}
          options={summary!.schemes.map(({ name }, key) => ({ key, text: name }))}
          onChange={(_, option) => setScheme(Number(option!.key))}
        />
      )}
      <Pivot
        className={styles.tabs}
        selectedKey={tab}
        headersOnly
        onLinkClick={(item) => setTab(item!.props.itemKey as Tab)}
      >
        {TABS.map((key) => (
          <PivotItem
            key={key}
            itemKey={key}
            headerText={t(`whatIf.tab.${key}`)}
            {...(countOf(key, tried, scheme, moved?.changed.rank ?? 0) > 0 && {
              itemCount: countOf(key, tried, scheme, moved?.changed.rank ?? 0),
            })}
          />
        ))}
      </Pivot>
      <div className={styles.body} role="tabpanel" aria-label={t(`whatIf.tab.${tab}`)}>
        {start === null ? (
          <Spinner label={t('loading')} />
        ) : (
          <TabBody tab={tab} start={start} tried={tried} answer={answer} isCurrent={isCurrent} onTried={setTried} />
        )}
      </div>
      <div className={styles.footer}>
        <Outcome answer={answer} scheme={scheme} isTried={isTried} errors={errors.length} isCurrent={isCurrent} />
        <div className={styles.buttons}>
          <DefaultButton text={t('whatIf.discard')} disabled={!isTried} onClick={() => setTried(NO_TRIES)} />
          <PrimaryButton
            className={styles.primary}
            text={t('whatIf.keep')}
            disabled={!isTried || !isCurrent || !answer?.result}
            onClick={() => setKeeping(true)}
          />
        </div>
      </div>
    </div>
  );
}

function countOf(tab: Tab, tried: Tried, scheme: number, moved: number): number {
  const { parameters, rules } = triesOf(tried, scheme);
  return tab === 'parameters' ? parameters.size : tab === 'rules' ? rules.size : moved;
}

interface TabBodyProps {
  readonly tab: Tab;
  readonly start: WhatIfStart;
  readonly tried: Tried;
  readonly answer: ReturnType<typeof useTried>['answer'];
  readonly isCurrent: boolean;
  readonly onTried: (tried: Tried) => void;
}

function TabBody({ tab, start, tried, answer, isCurrent, onTried }: TabBodyProps) {
  const problems = (isCurrent ? (answer?.problems ?? []) : []).filter(({ scheme }) => scheme === start.scheme);
  if (tab === 'parameters') return <Parameters start={start} tried={tried} problems={problems} onTried={onTried} />;
  if (tab === 'rules') {
    const sentences = (answer?.sentences ?? []).filter(({ scheme }) => scheme === start.scheme);
    return <Rules start={start} tried={tried} problems={problems} sentences={sentences} onTried={onTried} />;
  }
  return <Moves scheme={start.scheme} result={answer?.result ?? null} />;
}

interface OutcomeProps {
  readonly answer: ReturnType<typeof useTried>['answer'];
  readonly scheme: number;
  readonly isTried: boolean;
  readonly errors: number;
  readonly isCurrent: boolean;
}

/** What the tries come to, in a sentence that is read out when it changes. */
function Outcome({ answer, scheme, isTried, errors, isCurrent }: OutcomeProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const moved = answer?.result?.schemes.find((one) => one.scheme === scheme);
  const text = !isTried
    ? t('whatIf.none')
    : errors > 0
      ? t('whatIf.errors', { count: errors })
      : !moved
        ? t('whatIf.same')
        : t('whatIf.outcome', {
            grade: formatCount(moved.changed.grade),
            rank: formatCount(moved.changed.rank),
            up: formatCount(moved.changed.up),
            down: formatCount(moved.changed.down),
          });
  return (
    <p className={isCurrent ? styles.outcome : styles.pending} role="status">
      {text}
    </p>
  );
}
