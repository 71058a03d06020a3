import { useState } from 'react';
import { DefaultButton, IconButton } from 'office-ui-fabric-react/lib/Button';
import type { Reminder } from '../../../model';
import { copyText } from '../../clipboard';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** Reminders that are shown at once; further ones are copied with the others. */
const MOST_SHOWN = 200;

export interface RemindersProps {
  readonly reminders: readonly Reminder[];
  /** Told when the web view lets nothing be copied. */
  readonly onBlocked: () => void;
}

/** 催办: for each unit its text with a button that copies it, and one for all. */
export function Reminders({ reminders, onBlocked }: RemindersProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = (name: string, text: string) => void copyText(text).then(() => setCopied(name), onBlocked);
  if (reminders.length === 0) return <p className={styles.note}>{t('documents.noReminders')}</p>;
  const all = t('documents.allReminders', { count: reminders.length });
  return (
    <section aria-label={t('documents.reminders')}>
      <DefaultButton
        iconProps={{ iconName: 'Copy' }}
        text={all}
        onClick={() => copy(all, reminders.map(({ text }) => text).join('\n\n'))}
      />
      <span role="status" className={styles.copied}>
        {copied === null ? '' : t('documents.copied', { name: copied })}
      </span>
      <ul className={styles.list}>
        {reminders.slice(0, MOST_SHOWN).map(({ unit, text }) => (
          <li key={unit} className={styles.reminder}>
            <p className={styles.text}>{text}</p>
            <IconButton
              className={styles.copy}
              iconProps={{ iconName: 'Copy' }}
              title={t('documents.copyFor', { unit })}
              ariaLabel={t('documents.copyFor', { unit })}
              onClick={() => copy(unit, text)}
            />
          </li>
        ))}
      </ul>
      {reminders.length > MOST_SHOWN && (
        <p className={styles.note}>{t('documents.moreReminders', { count: reminders.length - MOST_SHOWN })}</p>
      )}
    </section>
  );
}
