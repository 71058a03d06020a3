import { lazy, Suspense, useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { MessageBarButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
import type { LastRunState } from '../../../app/lastRun';
import type { Host } from '../../../app/port';
import type { Place, Summary } from '../../../app/summary';
import type { RunKind } from '../../../app/types';
import type { Locale } from '../../../i18n';
import { formatCount } from '../../format';
import { isShown } from '../../isShown';
import { loadSoon, ToolPanel, Views, Why } from '../../later';
import { PaneContext, type PaneContextValue } from '../../paneContext';
import { stageShare } from '../../stageShare';
import type { Step } from '../../steps';
import { LocaleContext, type Text, useText } from '../../text';
import { paneTheme, type ThemeName } from '../../theme';
import type { ToolKey } from '../../tools';
import { useFileDrop } from '../../useFileDrop';
import { useStyles } from '../../useStyles';
import { STEP_VIEWS } from '../../views';
import { Empty } from '../Empty';
import { Footer } from '../Footer';
import { Header } from '../Header';
import { LiveBars } from '../LiveBars';
import { Stepper } from '../Stepper';
import { Welcome } from '../Welcome';
import type { WhyOf } from '../Why';
import { sentence } from './sentence';
import { getStyles } from './styles';
import { useActs } from './useActs';
import { useCorrecting } from './useCorrecting';
import { useEver } from './useEver';
import { useFiles } from './useFiles';
import { useRun } from './useRun';
import { useTour } from './useTour';
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

const PANEL_ID = 'step-panel';
const Tour = lazy(() => import('../Tour'));

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
  const running = useRun(host, setError);
  const writing = useWriting(host, setError);
  const { workbooks, live, lastRun, found, progress } = running;
  const [step, setStep] = useState<Step>('data');
  const [whyOf, setWhyOf] = useState<WhyOf | null>(null);
  const [tool, setTool] = useState<{ readonly key: ToolKey; readonly scheme: number } | null>(null);

  const fail = useCallback((problem: unknown) => setError(sentence(problem)), []);
  const go = useCallback(
    (place: Place) => void (isShown(host.files, place) && host.select(place, locale).catch(fail)),
    [host, locale, fail],
  );
  const openTool = useCallback((key: ToolKey, scheme = 0) => setTool({ key, scheme }), []);
  const closeWhy = useCallback(() => setWhyOf(null), []);
  const why = useCallback((scheme: number, subject: number) => setWhyOf({ scheme, subject }), []);
  const { correct, isOutdated } = useCorrecting(host, found?.summary ?? null);
  const startRun = running.run;
  const run = useCallback(
    (kind: RunKind, then: Step = kind) => {
      setWhyOf(null);
      setStep(then);
      void startRun(kind);
    },
    [startRun],
  );
  const isRunning = progress !== null || writing.share !== null;
  const hasFound = found !== null;
  const onFiles = useCallback(() => void (hasFound && run('check', 'data')), [hasFound, run]);
  const { opening, addFiles, removeFile } = useFiles(host, onFiles, fail);
  const isBusy = isRunning || opening.opening > 0;
  const drop = useFileDrop((files) => !isBusy && addFiles(files));
  const fulfil = useEffectEvent(run);
  useEffect(() => {
    if (!wish) return;
    const soon = setTimeout(() => fulfil(wish));
    return () => clearTimeout(soon);
  }, [wish]);

  useEffect(loadSoon, []);

  const hasEverFound = useEver(hasFound);
  const hasOpened = useEver(whyOf !== null || tool !== null);
  const tour = useTour();
  const startTour = tour.start;
  const summary = found?.summary ?? null;
  const does = useMemo(
    () => ({ go, why, fail, run, addFiles, removeFile, correct, openTool, startTour }),
    [go, why, fail, run, addFiles, removeFile, correct, openTool, startTour],
  );
  const pane = useMemo<PaneContextValue>(
    () => ({ host, workbooks, opening, summary, isBusy, isOutdated, ...does }),
    [host, workbooks, opening, summary, isBusy, isOutdated, does],
  );
  const isScored = found?.kind === 'score';
  const acts = useActs({ pane, step, kind: found?.kind ?? null, workbooks, live, writing, onStep: setStep });
  const pick = (wanted: Step) => {
    // Whoever looks at the data before anything has run wants to know what was recognised.
    if (!found && !isRunning && workbooks.length > 0 && (wanted === 'data' || wanted === 'check')) run('check', wanted);
    else setStep(wanted);
  };
  return (
    <PaneContext.Provider value={pane}>
      <main className={styles.root} aria-label={t('title')} {...(host.files.first > 0 && drop.target)}>
        <Header onTool={openTool} {...(onLocale && { onLocale })} />
        <p className={styles.names} title={workbooks.join('\n')}>
          {fileNames(workbooks, t)}
        </p>
        {lastRun && found?.kind !== 'score' && <p className={styles.lastRun}>{runText(lastRun, t)}</p>}
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
              report={writing.report}
              busy={isBusy}
              onRunAgain={() => run(found?.kind ?? 'score')}
              onUndo={writing.undo}
              onDismiss={writing.dismiss}
            />
          )}
          {found && isOutdated && step !== 'data' && (
            <MessageBar
              messageBarType={MessageBarType.warning}
              isMultiline
              actions={
                <MessageBarButton text={t('stale.again')} disabled={isBusy} onClick={() => run(found.kind, step)} />
              }
            >
              {t('outdated')}
            </MessageBar>
          )}
          {summary && summary.unscoredSchemes.length > 0 && (
            <MessageBar messageBarType={MessageBarType.severeWarning} isMultiline>
              {t('unscored', { schemes: summary.unscoredSchemes.join(t('listComma')) })}
            </MessageBar>
          )}
        </div>
        <Stepper
          step={step}
          done={doneSteps(found?.kind ?? null, writing.report !== null)}
          notes={summary ? { check: formatCount(summary.findings.length) } : {}}
          panelId={PANEL_ID}
          onStep={pick}
        />
        <div id={PANEL_ID} className={styles.body} role="tabpanel" aria-label={t(`step.${step}`)}>
          {!found && hasEverFound && isBusy ? (
            // Between two sets of files nobody needs to be welcomed again.
            <Spinner className={styles.loading} label={t('data.loading')} />
          ) : !found ? (
            <Welcome isNew={tour.isNew} />
          ) : !isScored && (step === 'score' || step === 'write') ? (
            <Empty icon="Trophy2">{t('notScored')}</Empty>
          ) : (
            <Suspense fallback={<Spinner className={styles.loading} label={t('loading')} />}>
              <Views key={step} views={STEP_VIEWS[step]} />
            </Suspense>
          )}
        </div>
        <Footer
          working={
            progress
              ? { text: t(`stage.${progress.stage}`), done: stageShare(progress), onCancel: running.cancel }
              : writing.share !== null
                ? {
                    text: t(writing.isUndoing ? 'results.undoing' : 'results.writing'),
                    done: writing.share,
                    onCancel: writing.stop,
                  }
                : null
          }
          {...acts}
        />
        {hasOpened && (
          <Suspense>
            <Why of={whyOf} onClose={closeWhy} />
            <ToolPanel tool={tool?.key ?? null} scheme={tool?.scheme ?? 0} onClose={() => setTool(null)} />
          </Suspense>
        )}
        {drop.isOver && <div className={styles.drop}>{t('files.drop')}</div>}
        {tour.isOn && (
          <Suspense>
            <Tour onEnd={tour.end} />
          </Suspense>
        )}
      </main>
    </PaneContext.Provider>
  );
}

function fileNames(workbooks: readonly string[], t: Text['t']): string {
  return workbooks.length > 1
    ? t('open.several', { name: workbooks[0]!, count: workbooks.length })
    : (workbooks[0] ?? t('open.none'));
}

/** When the workbook was scored last, and whether its data have changed since, as far as that is known. */
function runText({ at, subjects, isChanged }: LastRunState, t: Text['t']): string {
  const last = t('lastRun', { at, count: formatCount(subjects) });
  return isChanged === null ? last : t(isChanged ? 'lastRun.changed' : 'lastRun.same', { last });
}

function doneSteps(kind: RunKind | null, isWritten: boolean): ReadonlySet<Step> {
  const done = new Set<Step>(kind ? ['data', 'check'] : []);
  if (kind === 'score') done.add('score');
  if (isWritten) done.add('write');
  return done;
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
