import { useState } from 'react';
import { ActionButton, IconButton } from 'office-ui-fabric-react/lib/Button';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { translate } from '../../../i18n';
import type { DataSummary } from '../../../app/dataSummary';
import { formatCount } from '../../format';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';
import type { Correct } from './useData';
import { editText } from './words';

const SHOWN = 100;

export interface RememberedProps {
  readonly corrections: DataSummary['corrections'];
  readonly isLocked: boolean;
  readonly onCorrect: Correct;
}

/** Everything that was corrected, with what had no effect and why; each can be taken back. */
export function Remembered({ corrections, isLocked, onCorrect }: RememberedProps) {
  const styles = useStyles(getStyles);
  const text = useText();
  const { t, locale } = text;
  // What has no effect is to be seen first.
  const ordered = [...corrections].sort((a, b) => Number(b.unfit !== null) - Number(a.unfit !== null));
  return (
    <>
      {corrections.length > 0 && (
        <section>
          <h2 className={styles.title}>
            <Icon iconName="EditNote" className={styles.icon} />
            {t('data.remembered', { count: formatCount(corrections.length) })}
          </h2>
          <p className={styles.hint}>{t('data.remembered.text')}</p>
          <ul className={styles.list}>
            {ordered.slice(0, SHOWN).map(({ edit, back, unfit }, k) => {
              const what = editText(edit, text);
              return (
                <li key={k} className={styles.said}>
                  <span className={styles.what}>
                    {what}
                    {unfit && (
                      <span className={styles.unfit}>
                        <Icon iconName="Info" className={styles.sign} />
                        {translate(locale, `recognise.unfit.${unfit}`)}
                      </span>
                    )}
                  </span>
                  <IconButton
                    iconProps={{ iconName: 'Undo' }}
                    title={t('data.remembered.back')}
                    ariaLabel={t('data.remembered.backOf', { what })}
                    disabled={isLocked}
                    onClick={() => void onCorrect([back], true)}
                  />
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <Shelf isLocked={isLocked} />
    </>
  );
}

/** What the place remembers besides the workbooks, and how to make it forget. */
function Shelf({ isLocked }: { readonly isLocked: boolean }) {
  const styles = useStyles(getStyles);
  const { host } = usePane();
  const { t } = useText();
  const [isForgotten, setForgotten] = useState(false);
  const count = host.remembered?.count() ?? 0;
  if (count === 0 && !isForgotten) return null;
  return (
    <div className={styles.shelf} aria-live="polite">
      <span>{count === 0 ? t('data.shelf.forgotten') : t('data.shelf', { count: formatCount(count) })}</span>
      {count > 0 && (
        <ActionButton
          className={styles.forget}
          iconProps={{ iconName: 'Delete' }}
          text={t('data.shelf.forget')}
          disabled={isLocked}
          onClick={() => {
            host.remembered!.forget();
            setForgotten(true);
          }}
        />
      )}
    </div>
  );
}
