import { useEffect, useState } from 'react';
import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { css } from 'office-ui-fabric-react/lib/Utilities';
import { Link } from 'office-ui-fabric-react/lib/Link';
import type { Host } from '../../../app/port';
import type { ChangePreview, WritePreview } from '../../../app/preview';
import type { Summary } from '../../../app/summary';
import { formatCount } from '../../format';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { Empty } from '../Empty';
import { VirtualList } from '../VirtualList';
import { getStyles } from './styles';

export interface ResultSheetsProps {
  readonly host: Host;
  readonly summary: Summary;
  readonly onError: (error: unknown) => void;
}

const ROW_HEIGHT = 34;

/** What is written: the result sheets, the user's cells with their old and new values; and the button that does it. */
export function ResultSheets({ host, summary, onError }: ResultSheetsProps) {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const [preview, setPreview] = useState<ChangePreview | null>(null);
  const [busy, setBusy] = useState(false);

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
  const act = () => {
    setBusy(true);
    const done = host.target === 'copy' ? host.save(locale) : host.write(locale);
    done.catch(onError).finally(() => setBusy(false));
  };
  const go = (sheet: string, row = 0, column = 0) =>
    void host.select({ workbook: preview.workbook, sheet, row, column, cell: '' }).catch(onError);
  return (
    <div className={styles.root}>
      <div className={preview.writes.length > 0 ? css(styles.scroll, styles.half) : styles.scroll}>
        <h3 className={styles.title}>{t('results.sheets', { count: preview.sheets.length })}</h3>
        <ul className={styles.list}>
          {preview.sheets.map((sheet) => (
            <li key={sheet.mark} className={styles.item}>
              <Icon iconName="Table" className={styles.icon} />
              {host.target === 'copy' ? (
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
        <PrimaryButton
          className={styles.button}
          iconProps={{ iconName: host.target === 'copy' ? 'Save' : 'ExcelDocument' }}
          text={t(`results.act.${host.target}`, { count: formatCount(preview.writes.length) })}
          disabled={busy}
          onClick={act}
        />
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
