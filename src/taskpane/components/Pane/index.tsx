import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
import type { Host } from '../../../app/port';
import type { Place, Summary } from '../../../app/summary';
import type { RunKind } from '../../../app/types';
import type { Locale } from '../../../i18n';
import { formatCount } from '../../format';
import { LocaleContext, type Text, useText } from '../../text';
import { paneTheme, type ThemeName } from '../../theme';
import { useStyles } from '../../useStyles';
import { AttainmentList } from '../AttainmentList';
import { Findings } from '../Findings';
import { Header } from '../Header';
import { LiveBars } from '../LiveBars';
import { Ranking } from '../Ranking';
import { ResultSheets } from '../ResultSheets';
import { RunBar } from '../RunBar';
import { SheetList } from '../SheetList';
import { Why, type WhyOf } from '../Why';
import { Welcome } from '../Welcome';
import { sentence } from './sentence';
import { getStyles } from './styles';
import { useRun } from './useRun';
import { useWriting } from './useWriting';

export interface PaneProps {
  readonly host: Host;
  readonly locale: Locale;
  readonly theme: ThemeName;
  /** What the pane does as soon as it is shown. */
  readonly wish?: RunKind | null;
  /** Given where the pane itself has to offer the other language. */
  readonly onLocale?: (locale: Locale) => void;
}

type Tab = 'ranking' | 'findings' | 'attainment' | 'sheets' | 'results';

/** What there is to see after each kind of run. */
const TABS: Readonly<Record<RunKind, readonly Tab[]>> = {
  score: ['ranking', 'findings', 'attainment', 'results', 'sheets'],
  check: ['findings', 'sheets'],
};

/** The task pane: the same in Excel and in the browser edition, whatever host it is given. */
export function Pane(props: PaneProps) {
  return (
    <ThemeProvider theme={paneTheme(props.theme)} style={{ height: '100%' }}>
      <LocaleContext.Provider value={props.locale}>
        <Inside {...props} />
      </LocaleContext.Provider>
    </ThemeProvider>
  );
}

function Inside({ host, onLocale, wish }: PaneProps) {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const [error, setError] = useState<string | null>(null);
  const { workbooks, live, found, progress, run, cancel } = useRun(host, setError);
  const { writing, report, write, undo, stop, dismiss } = useWriting(host, setError);
  const [tab, setTab] = useState<Tab>('ranking');
  const [whyOf, setWhyOf] = useState<WhyOf | null>(null);

  const fail = useCallback((problem: unknown) => setError(sentence(problem)), []);
  const go = useCallback((place: Place) => void host.select(place, locale).catch(fail), [host, locale, fail]);
  const closeWhy = useCallback(() => setWhyOf(null), []);
  const why = useCallback((scheme: number, subject: number) => setWhyOf({ scheme, subject }), []);
  const start = useCallback(
    (kind: RunKind) => {
      setWhyOf(null);
      setTab(kind === 'check' ? 'findings' : 'ranking');
      void run(kind);
    },
    [run],
  );
  const fulfil = useEffectEvent(start);
  useEffect(() => {
    if (!wish) return;
    const soon = setTimeout(() => fulfil(wish));
    return () => clearTimeout(soon);
  }, [wish]);

  const busy = progress !== null || writing !== null;
  const summary = found?.summary ?? null;
  const again = found?.kind ?? 'score';
  return (
    <main className={styles.root} aria-label={t('title')}>
      <Header {...(onLocale && { onLocale })} />
      <RunBar
        workbooks={workbooks}
        progress={progress}
        again={found?.kind === 'score'}
        busy={busy}
        onRun={() => start('score')}
        onCancel={cancel}
        {...(host.target === 'workbook' && { onCheck: () => start('check') })}
      />
      <div aria-live="polite" className={styles.live}>
        {progress ? t(`stage.${progress.stage}`) : found ? told(found.kind, found.summary, t) : ''}
      </div>
      <div className={styles.bars}>
        {error && (
          <MessageBar
            messageBarType={MessageBarType.error}
            isMultiline
            onDismiss={() => setError(null)}
            dismissButtonAriaLabel={t('close')}
          >
            {error}
          </MessageBar>
        )}
        {live && (
          <LiveBars
            live={live}
            report={report}
            busy={busy}
            onRunAgain={() => start(again)}
            onUndo={undo}
            onDismiss={dismiss}
          />
        )}
        {summary && summary.unscoredSchemes.length > 0 && (
          <MessageBar messageBarType={MessageBarType.severeWarning} isMultiline>
            {t('unscored', { schemes: summary.unscoredSchemes.join(t('listComma')) })}
          </MessageBar>
        )}
      </div>
      {found?.kind === 'check' && <p className={styles.checked}>{told('check', found.summary, t)}</p>}
      {found && summary ? (
        <>
          <Pivot
            className={styles.tabs}
            overflowBehavior="menu"
            overflowAriaLabel={t('tab.more')}
            selectedKey={tab}
            headersOnly
            onLinkClick={(item) => setTab(item!.props.itemKey as Tab)}
          >
            {TABS[found.kind].map((key) => (
              <PivotItem
                key={key}
                itemKey={key}
                headerText={t(`tab.${key}`)}
                {...(key === 'findings' && { itemCount: formatCount(summary.findings.length) })}
              />
            ))}
          </Pivot>
          <div className={styles.body} role="tabpanel" aria-label={t(`tab.${tab}`)}>
            {tab === 'ranking' && <Ranking summary={summary} onGo={go} onWhy={why} />}
            {tab === 'findings' && <Findings summary={summary} onGo={go} />}
            {tab === 'attainment' && <AttainmentList summary={summary} />}
            {tab === 'sheets' && <SheetList summary={summary} onGo={go} />}
            {tab === 'results' && (
              <ResultSheets
                host={host}
                summary={summary}
                writing={writing}
                isLocked={busy || (live?.isStale ?? false)}
                onWrite={write}
                onStop={stop}
                onError={fail}
              />
            )}
          </div>
        </>
      ) : (
        <Welcome />
      )}
      <Why host={host} of={whyOf} onClose={closeWhy} onGo={go} onError={fail} />
    </main>
  );
}

/** What a run came to, in a sentence. */
function told(kind: RunKind, summary: Summary, t: Text['t']): string {
  return kind === 'check'
    ? t('checked', { count: formatCount(summary.findings.length) })
    : t('done', { count: formatCount(scoredCount(summary)) });
}

/** Subjects that got a total. */
function scoredCount(summary: Summary): number {
  return summary.schemes.reduce((sum, { statusCounts }) => sum + statusCounts[0]! + statusCounts[1]!, 0);
}
