import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { css } from 'office-ui-fabric-react/lib/Utilities';
import { formatCount } from '../../format';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** Something that can be picked. */
export interface PickItem {
  readonly key: string;
  readonly text: string;
  /** What tells it apart, smaller. */
  readonly note?: string;
}

export interface PickGroup {
  /** Empty for the only group. */
  readonly heading: string;
  readonly items: readonly PickItem[];
}

export interface PickBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly groups: readonly PickGroup[];
  readonly picked: string | null;
  readonly onPick: (key: string) => void;
  /** Given where the items are found elsewhere: then they are shown as they come. */
  readonly onSearch?: (text: string) => void;
  readonly autoFocus?: boolean;
}

/** So many are shown: who looks for more types more. */
const MOST = 60;

/** A list to pick from with a box to search in: what contains the text stays. */
export function PickBox({ label, placeholder, groups, picked, onPick, onSearch, autoFocus = false }: PickBoxProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const id = useId();
  const [text, setText] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => (onSearch ? groups : matching(groups, text)), [groups, text, onSearch]);
  const items = shown.flatMap((group) => group.items);
  const few = items.slice(0, MOST);
  const [active, setActive] = useState<string | null>(null);
  const at = Math.max(
    0,
    few.findIndex(({ key }) => key === (active ?? picked)),
  );

  const move = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      // The first step goes to the row that is marked already.
      const next = Math.min(few.length - 1, Math.max(0, active === null && to > at ? at : to));
      if (next < 0) return;
      setActive(few[next]!.key);
      list.current!.querySelectorAll('[role=option]')[next]?.scrollIntoView?.({ block: 'nearest' });
    } else if (event.key === 'Enter' && few[at] && (active !== null || text !== '')) {
      event.preventDefault();
      onPick(few[at].key);
    } else if (event.key === 'Escape' && text !== '') {
      event.stopPropagation();
      search('');
    }
  };
  const search = (wanted: string) => {
    setText(wanted);
    setActive(null);
    onSearch?.(wanted);
  };
  const optionId = (k: number) => `${id}-${k}`;
  let index = -1;
  return (
    <div className={styles.root}>
      <input
        className={styles.input}
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        {...(few[at] && { 'aria-activedescendant': optionId(at) })}
        placeholder={placeholder}
        autoComplete="off"
        autoFocus={autoFocus}
        value={text}
        onChange={(event) => search(event.target.value)}
        onKeyDown={move}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={styles.list}>
        {shown.map(({ heading, items: own }) => {
          const visible = own.filter((item) => few.includes(item));
          if (visible.length === 0) return null;
          return (
            <div key={heading} role="group" {...(heading && { 'aria-label': heading })}>
              {heading && (
                <div className={styles.heading} aria-hidden="true">
                  {heading}
                </div>
              )}
              {visible.map((item) => {
                index++;
                const k = index;
                return (
                  <div
                    key={item.key}
                    id={optionId(k)}
                    role="option"
                    aria-selected={item.key === picked}
                    className={css(styles.option, k === at && styles.active, item.key === picked && styles.picked)}
                    // The box keeps the focus.
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => onPick(item.key)}
                  >
                    <span className={styles.text}>{item.text}</span>
                    {item.note && <span className={styles.note}>{item.note}</span>}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
      <div aria-live="polite" className={styles.count}>
        {few.length === 0
          ? t('pick.none')
          : items.length > few.length
            ? t('pick.more', { count: formatCount(items.length - few.length) })
            : ''}
      </div>
    </div>
  );
}

/** Groups with the items that contain each of the words of a text. */
function matching(groups: readonly PickGroup[], text: string): readonly PickGroup[] {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  return groups.map(({ heading, items }) => ({
    heading,
    items: items.filter((item) => {
      const whole = `${item.text} ${item.note ?? ''}`.toLowerCase();
      return words.every((word) => whole.includes(word));
    }),
  }));
}
