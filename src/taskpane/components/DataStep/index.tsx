import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { Remembered } from './Remembered';
import { SheetList } from './SheetList';
import { getStyles } from './styles';
import { UnitFiles } from '../UnitFiles';
import { Unmatched } from './Unmatched';
import { useData } from './useData';

const SheetCard = lazy(async () => ({ default: (await import('../SheetCard')).SheetCard }));

/** The first step: what was recognised, sheet by sheet, and everything of it to be corrected. */
export function DataStep() {
  const styles = useStyles(getStyles);
  const { isBusy } = usePane();
  const { t } = useText();
  const { data, last, isCorrecting, correct, forgetLast } = useData();
  const [open, setOpen] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was pressed may be gone after the correction: the keyboard goes on from here, not from the top of the page.
    if (last && !isCorrecting && document.activeElement === document.body) root.current?.focus();
  }, [last, isCorrecting]);
  if (!data) return <Spinner className={styles.loading} label={t('data.loading')} />;

  const isLocked = isBusy || isCorrecting;
  const back = () => {
    const sheet = open;
    setOpen(null);
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-sheet="${sheet}"]`)?.focus());
  };
  return (
    <div ref={root} tabIndex={-1} className={styles.root}>
      <div aria-live="polite">
        {last && (
          <MessageBar
            messageBarType={MessageBarType.success}
            isMultiline
            onDismiss={forgetLast}
            dismissButtonAriaLabel={t('close')}
          >
            {t(last.isBack ? 'data.doneBack' : 'data.done')}
            {!last.isBack && (
              <Link className={styles.undo} disabled={isLocked} onClick={() => void correct(last.undo, true)}>
                {t('data.undo')}
              </Link>
            )}
          </MessageBar>
        )}
      </div>
      {open !== null && data.sheets[open] ? (
        <Suspense fallback={<Spinner className={styles.loading} label={t('loading')} />}>
          <SheetCard key={open} index={open} data={data} isLocked={isLocked} onCorrect={correct} onBack={back} />
        </Suspense>
      ) : (
        <div className={styles.body} role="region" aria-label={t('step.data')} tabIndex={0}>
          <p className={styles.facts}>
            {t('sheets.facts', { period: data.period ?? t('sheets.noPeriod'), asOf: data.asOf })}
          </p>
          <UnitFiles />
          {data.unmatched.length > 0 && <Unmatched names={data.unmatched} isLocked={isLocked} onCorrect={correct} />}
          <SheetList data={data} onOpen={setOpen} />
          <Remembered corrections={data.corrections} isLocked={isLocked} onCorrect={correct} />
        </div>
      )}
    </div>
  );
}
