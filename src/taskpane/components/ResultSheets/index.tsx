import { useContext, useEffect, useState } from 'react';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { css } from 'office-ui-fabric-react/lib/Utilities';
import { Link } from 'office-ui-fabric-react/lib/Link';
import type { Report } from '../../../app/port';
import type { ChangePreview, WritePreview } from '../../../app/preview';
import { formatCount } from '../../format';
import { usePane, useSummary } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { Empty } from '../Empty';
import { CanGoContext } from '../PlaceLink';
import { VirtualList } from '../VirtualList';
import { getStyles } from './styles';

const ROW_HEIGHT = 34;

/** What is written: the result sheets, and the user's cells with their old and new values. */
export function ResultSheets() {
  const { host, isBusy, fail } = usePane();
  const summary = useSummary();
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const canGo = useContext(CanGoContext) && host.target === 'copy';
  const [preview, setPreview] = useState<ChangePreview | null>(null);
  /** What the last clearing of the marks came to. */
  const [cleared, setCleared] = useState<Report | null>(null);
  const [isClearing, setClearing] = useState(false);

  useEffect(() => {
    let current = true;
    host.preview(locale).then(
      (found) => current && setPreview(found),
      (error: unknown) => current && fail(error),
    );
    return () => {
      current = false;
    };
  }, [host, summary, locale, fail, cleared]);

  if (!preview) return <Empty icon="HourGlass">{t('results.loading')}</Empty>;
  const go = (sheet: string, row = 0, column = 0) =>
    void host.select({ workbook: preview.workbook, sheet, row, column, cell: '' }, locale).catch(fail);
  const clear = () => {
    setClearing(true);
    void host
      .clearMarks(locale)
      .then(setCleared, fail)
      .finally(() => setClearing(false));
  };
  return (
    <div className={styles.root}>
      <div
        className={preview.writes.length > 0 ? css(styles.scroll, styles.half) : styles.scroll}
        role="region"
        aria-label={t('tab.results')}
        tabIndex={0}
      >
        <h2 className={styles.title}>{t('results.sheets', { count: preview.sheets.length })}</h2>
        <ul className={styles.list}>
          {preview.sheets.map((sheet) => (
            <li key={sheet.mark} className={styles.item}>
              <Icon iconName="Table" className={styles.icon} />
              {canGo ? (
                <Link className={styles.name} onClick={() => go(sheet.name)}>
                  {sheet.name}
                </Link>
              ) : (
                <span className={styles.name}>{sheet.name}</span>
              )}
              <span className={styles.rows}>{t('results.rows', { count: formatCount(sheet.rows) })}</span>
            </li>
          ))}
        </ul>
        {preview.highlightedRanges > 0 && (
          <p className={styles.note}>{t('results.highlights', { count: formatCount(preview.highlightedRanges) })}</p>
        )}
        <h2 className={styles.title}>{t('results.writes', { count: formatCount(preview.writes.length) })}</h2>
        {preview.writes.length === 0 && <p className={styles.note}>{t('results.noWrites')}</p>}
      </div>
      {preview.writes.length > 0 && (
        <VirtualList
          label={t('results.writes', { count: formatCount(preview.writes.length) })}
          count={preview.writes.length}
          rowHeight={ROW_HEIGHT}
          selected={null}
          onPick={(at) => go(preview.writes[at]!.sheet, preview.writes[at]!.row, preview.writes[at]!.column)}
          renderRow={(at) => <Write write={preview.writes[at]!} />}
        />
      )}
      <div className={styles.footer}>
        {cleared && (
          <MessageBar
            messageBarType={cleared.warnings.length > 0 ? MessageBarType.warning : MessageBarType.success}
            isMultiline
            onDismiss={() => setCleared(null)}
            dismissButtonAriaLabel={t('close')}
          >
            {[cleared.done, ...cleared.warnings].join(' ')}
          </MessageBar>
        )}
        <p className={styles.note}>
          {t(`results.promise.${host.target}`)}{' '}
          <Link disabled={isBusy || isClearing} onClick={clear}>
            {t('results.clearMarks')}
          </Link>
        </p>
        {host.files.first > 0 && summary.workbooks.length > 1 && (
          <p className={styles.note}>{t('results.others', { count: formatCount(summary.workbooks.length - 1) })}</p>
        )}
      </div>
    </div>
  );
}

function Write({ write }: { readonly write: WritePreview }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  return (
    <div className={styles.write}>
      <span className={styles.where}>
        {write.sheet}!{write.cell}
      </span>
      <span className={styles.before}>{write.before || t('results.empty')}</span>
      <Icon iconName="Forward" className={styles.arrow} />
      <span className={styles.after}>{write.after || t('results.empty')}</span>
    </div>
  );
}
