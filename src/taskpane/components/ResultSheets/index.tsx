import { useContext, useEffect, useState } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { css } from 'office-ui-fabric-react/lib/Utilities';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import type { Host } from '../../../app/port';
import type { ChangePreview, WritePreview } from '../../../app/preview';
import type { Summary } from '../../../app/summary';
import { formatCount } from '../../format';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { Empty } from '../Empty';
import { CanGoContext } from '../PlaceLink';
import { VirtualList } from '../VirtualList';
import { getStyles } from './styles';

export interface ResultSheetsProps {
  readonly host: Host;
  readonly summary: Summary;
  /** Share that is written; null when nothing is being written. */
  readonly writing: number | null;
  /** The results must not be written now: something runs, or they are out of date. */
  readonly isLocked: boolean;
  readonly onWrite: () => void;
  readonly onStop: () => void;
  readonly onError: (error: unknown) => void;
}

const ROW_HEIGHT = 34;

/** What is written: the result sheets, the user's cells with their old and new values; and the button that does it. */
export function ResultSheets(props: ResultSheetsProps) {
  const { host, summary, onError } = props;
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const canGo = useContext(CanGoContext) && host.target === 'copy';
  const [preview, setPreview] = useState<ChangePreview | null>(null);

  useEffect(() => {
    let current = true;
    host.preview(locale).then(
      (found) => current && setPreview(found),
      (error: unknown) => current && onError(error),
    );
    return () => {
      current = false;
    };
  }, [host, summary, locale, onError]);

  if (!preview) return <Empty icon="HourGlass">{t('results.loading')}</Empty>;
  const go = (sheet: string, row = 0, column = 0) =>
    void host.select({ workbook: preview.workbook, sheet, row, column, cell: '' }, locale).catch(onError);
  return (
    <div className={styles.root}>
      <div className={preview.writes.length > 0 ? css(styles.scroll, styles.half) : styles.scroll}>
        <h3 className={styles.title}>{t('results.sheets', { count: preview.sheets.length })}</h3>
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
        <h3 className={styles.title}>{t('results.writes', { count: formatCount(preview.writes.length) })}</h3>
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
        <p className={styles.note}>{t(`results.promise.${host.target}`)}</p>
        <Act {...props} />
      </div>
    </div>
  );
}

/** The button that saves the copy or writes into the workbook, and how far the write is. */
function Act({ host, writing, isLocked, onWrite, onStop, onError }: ResultSheetsProps) {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const [saving, setSaving] = useState(false);
  const save = () => {
    setSaving(true);
    void host
      .save(locale)
      .catch(onError)
      .finally(() => setSaving(false));
  };
  if (writing !== null) {
    return (
      <div className={styles.writing}>
        <ProgressIndicator className={styles.progress} label={t('results.writing')} percentComplete={writing} />
        <DefaultButton text={t('cancel')} onClick={onStop} />
      </div>
    );
  }
  const isCopy = host.target === 'copy';
  return (
    <PrimaryButton
      className={styles.button}
      iconProps={{ iconName: isCopy ? 'Save' : 'ExcelDocument' }}
      text={t(`results.act.${host.target}`)}
      disabled={saving || isLocked}
      onClick={isCopy ? save : onWrite}
    />
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
