import { useRef, useState } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { css } from 'office-ui-fabric-react/lib/Utilities';
import { formatCount } from '../../format';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { meaning } from '../DataStep/words';
import { PartForm, type Part } from './PartForm';
import { getStyles } from './styles';
import type { FormProps } from './TableForm';

const SHOWN = 60;

/** The columns of a table, or the rows of a form: what each was taken for; one at a time is open to be corrected. */
export function PartList({ kind, ...props }: FormProps & { readonly kind: 'column' | 'row' }) {
  const styles = useStyles(getStyles);
  const text = useText();
  const { t } = text;
  const { table } = props;
  const [open, setOpen] = useState<string | null>(null);
  const [most, setMost] = useState(SHOWN);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const close = (key: string) => {
    setOpen(null);
    buttons.current.get(key)?.focus();
  };
  const parts = kind === 'column' ? columnsOf(table) : rowsOf(table);
  const title = kind === 'column' ? 'data.columns' : table.layout === 'long' ? 'data.rows.long' : 'data.rows';
  const left = parts.length - most;
  return (
    <>
      <h3 className={styles.heading}>{t(title, { count: formatCount(parts.length) })}</h3>
      <ul className={styles.list}>
        {parts.slice(0, most).map((part) => {
          const key = `${part.key} ${part.occurrence}`;
          const isOpen = open === key;
          const what = meaning(part.choice, text);
          return (
            <li key={key} className={styles.item}>
              <button
                ref={(button) => void (button ? buttons.current.set(key, button) : buttons.current.delete(key))}
                type="button"
                className={styles.part}
                aria-expanded={isOpen}
                aria-label={t(`data.${kind}`, {
                  letter: part.at,
                  row: part.at,
                  header: part.name,
                  text: part.name,
                  meaning: what,
                })}
                onClick={() => setOpen(isOpen ? null : key)}
              >
                <span className={styles.at}>{part.at}</span>
                <span className={styles.partName}>{part.name}</span>
                <span className={css(styles.meaning, part.choice === null && styles.unknown)}>
                  {part.isCorrected && <Icon iconName="EditNote" title={t('data.corrected')} className={styles.sign} />}
                  {part.choice === null && <Icon iconName="Unknown" className={styles.sign} />}
                  {what}
                </span>
                <Icon iconName={isOpen ? 'ChevronUp' : 'ChevronDown'} className={styles.chevron} />
              </button>
              {isOpen && <PartForm kind={kind} part={part} {...props} onDone={() => close(key)} />}
            </li>
          );
        })}
      </ul>
      {left > 0 && (
        <DefaultButton
          className={styles.moreButton}
          text={t('data.more.parts', { count: formatCount(Math.min(left, SHOWN)) })}
          onClick={() => setMost(most + SHOWN)}
        />
      )}
    </>
  );
}

function columnsOf({ columns }: FormProps['table']): Part[] {
  return columns.map(({ header, place, ...column }) => ({
    ...column,
    name: header,
    at: place.cell.replace(/\d+$/, ''),
  }));
}

function rowsOf({ rows }: FormProps['table']): Part[] {
  return rows.map(({ text, row, ...rest }) => ({ ...rest, name: text, at: String(row + 1), samples: [] }));
}
