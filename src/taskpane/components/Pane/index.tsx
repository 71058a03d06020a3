import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
import type { Host, Progress } from '../../../app/port';
import type { Place, Summary } from '../../../app/summary';
import type { Locale } from '../../../i18n';
import { formatCount } from '../../format';
import { LocaleContext, useText } from '../../text';
import { paneTheme, type ThemeName } from '../../theme';
import { useStyles } from '../../useStyles';
import { AttainmentList } from '../AttainmentList';
import { Findings } from '../Findings';
import { Header } from '../Header';
import { Ranking } from '../Ranking';
import { ResultSheets } from '../ResultSheets';
import { RunBar } from '../RunBar';
import { SheetList } from '../SheetList';
import { Why, type WhyOf } from '../Why';
import { Welcome } from '../Welcome';
import { getStyles } from './styles';

export interface PaneProps {
  readonly host: Host;
  readonly locale: Locale;
  readonly theme: ThemeName;
  /** Given where the pane itself has to offer the other language. */
  readonly onLocale?: (locale: Locale) => void;
}

type Tab = 'ranking' | 'findings' | 'attainment' | 'sheets' | 'results';

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

function Inside({ host, onLocale }: PaneProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { workbooks, summary, progress, error, setError, run, cancel } = useRun(host);
  const [tab, setTab] = useState<Tab>('ranking');
  const [whyOf, setWhyOf] = useState<WhyOf | null>(null);

  const fail = useCallback((problem: unknown) => setError(sentence(problem)), [setError]);
  const go = useCallback((place: Place) => void host.select(place).catch(fail), [host, fail]);
  const closeWhy = useCallback(() => setWhyOf(null), []);
  const why = useCallback((scheme: number, subject: number) => setWhyOf({ scheme, subject }), []);
  const start = () => {
    setWhyOf(null);
    void run();
  };

  return (
    <main className={styles.root} aria-label={t('title')}>
      <Header {...(onLocale && { onLocale })} />
      <RunBar workbooks={workbooks} progress={progress} again={summary !== null} onRun={start} onCancel={cancel} />
      <div aria-live="polite" className={styles.live}>
        {progress
          ? t(`stage.${progress.stage}`)
          : summary
            ? t('done', { count: formatCount(scoredCount(summary)) })
            : ''}
      </div>
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
      {summary && summary.unscoredSchemes.length > 0 && (
        <MessageBar messageBarType={MessageBarType.severeWarning} isMultiline>
          {t('unscored', { schemes: summary.unscoredSchemes.join(t('listComma')) })}
        </MessageBar>
      )}
      {summary ? (
        <>
          <Pivot
            className={styles.tabs}
            overflowBehavior="menu"
            overflowAriaLabel={t('tab.more')}
            selectedKey={tab}
            headersOnly
            onLinkClick={(item) => setTab(item!.props.itemKey as Tab)}
          >
            <PivotItem itemKey="ranking" headerText={t('tab.ranking')} />
            <PivotItem
              itemKey="findings"
              headerText={t('tab.findings')}
              itemCount={formatCount(summary.findings.length)}
            />
            <PivotItem itemKey="attainment" headerText={t('tab.attainment')} />
            <PivotItem itemKey="results" headerText={t('tab.results')} />
            <PivotItem itemKey="sheets" headerText={t('tab.sheets')} />
          </Pivot>
          <div className={styles.body} role="tabpanel" aria-label={t(`tab.${tab}`)}>
            {tab === 'ranking' && <Ranking summary={summary} onGo={go} onWhy={why} />}
            {tab === 'findings' && <Findings summary={summary} onGo={go} />}
            {tab === 'attainment' && <AttainmentList summary={summary} />}
            {tab === 'sheets' && <SheetList summary={summary} onGo={go} />}
            {tab === 'results' && <ResultSheets host={host} summary={summary} onError={fail} />}
          </div>
        </>
      ) : (
        <Welcome />
      )}
      <Why host={host} of={whyOf} onClose={closeWhy} onGo={go} onError={fail} />
    </main>
  );
}

/** The run of a host: its workbooks, how far it is, what it found. */
function useRun(host: Host) {
  const subscribe = useCallback((listener: () => void) => host.subscribe(listener), [host]);
  const workbooks = useSyncExternalStore(subscribe, () => host.workbooks());
  const { locale } = useText();
  const [found, setFound] = useState<{ workbooks: readonly string[]; summary: Summary } | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), [host]);

  const run = async () => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const isCurrent = () => running.current === control;
    setError(null);
    setProgress({ stage: 'read', done: 0 });
    try {
      const summary = await host.score(locale, (step) => isCurrent() && setProgress(step), control.signal);
      if (isCurrent()) setFound({ workbooks: host.workbooks(), summary });
    } catch (problem) {
      if (isCurrent() && !control.signal.aborted) setError(sentence(problem));
    } finally {
      if (isCurrent()) setProgress(null);
    }
  };
  const cancel = () => running.current?.abort();
  // Results of other workbooks than those that are open would mislead.
  const summary = useMemo(() => (found && found.workbooks === workbooks ? found.summary : null), [found, workbooks]);
  return { workbooks, summary, progress, error, setError, run, cancel };
}

/** Subjects that got a total. */
function scoredCount(summary: Summary): number {
  return summary.schemes.reduce((sum, { statusCounts }) => sum + statusCounts[0]! + statusCounts[1]!, 0);
}

function sentence(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
