import { MessageBarButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import type { LiveState, Report } from '../../../app/port';
import { formatCount } from '../../format';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

export interface LiveBarsProps {
  readonly live: LiveState;
  /** What the last write or undo of this pane came to. */
  readonly report: Report | null;
  /** Something is running: nothing else may be started. */
  readonly busy: boolean;
  readonly onRunAgain: () => void;
  readonly onUndo: (all: boolean) => void;
  readonly onDismiss: () => void;
}

/** How many of the places that an undo left alone are named. */
const SHOWN = 5;

/** What happens to the open workbook beside the results: it was edited, it was written, the write can be taken back. */
export function LiveBars({ live, report, busy, onRunAgain, onUndo, onDismiss }: LiveBarsProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const close = { onDismiss, dismissButtonAriaLabel: t('close') };
  const kept = report?.kept ?? [];
  const hasWarnings = kept.length > 0 || (report?.warnings.length ?? 0) > 0;
  return (
    <>
      {live.isStale && (
        <MessageBar
          messageBarType={MessageBarType.warning}
          isMultiline={false}
          actions={<MessageBarButton text={t('stale.again')} disabled={busy} onClick={onRunAgain} />}
        >
          {t('stale')}
        </MessageBar>
      )}
      {(report || live.canUndo) && (
        <MessageBar
          messageBarType={hasWarnings ? MessageBarType.warning : report ? MessageBarType.success : MessageBarType.info}
          isMultiline
          {...(report && close)}
          actions={
            <>
              {kept.length > 0 && (
                <MessageBarButton text={t('undo.all')} disabled={busy} onClick={() => onUndo(true)} />
              )}
              {live.canUndo && kept.length === 0 && (
                <MessageBarButton text={t('undo')} disabled={busy} onClick={() => onUndo(false)} />
              )}
            </>
          }
        >
          {report?.done ?? t('undo.earlier')}
          {report?.warnings.map((warning, i) => (
            <p key={i} className={styles.line}>
              {warning}
            </p>
          ))}
          {kept.length > 0 && (
            <p className={styles.line}>
              {t('undo.kept', {
                count: formatCount(kept.length),
                places: kept.slice(0, SHOWN).join(t('listComma')) + (kept.length > SHOWN ? '…' : ''),
              })}
            </p>
          )}
        </MessageBar>
      )}
      {live.limits.map((limit) => (
        <p key={limit} className={styles.limit}>
          {limit}
        </p>
      ))}
    </>
  );
}
