import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** Pixels of each row. */
  readonly rowHeight: number;
  readonly selected: number | null;
  readonly renderRow: (index: number) => ReactNode;
  /** A click or Enter on a row. */
  readonly onPick: (index: number) => void;
  /** The right arrow on a row: what there is to know about it; `hint` says so to those who cannot see it. */
  readonly onOpen?: (index: number) => void;
  readonly hint?: string;
}

/** Rows above and below the visible ones that are kept, so that scrolling shows no gaps. */
const SPARE_ROWS = 8;
/** Used until the list knows its height. */
const FIRST_HEIGHT = 600;

/** A list box of equal rows that draws only those in view, so that 100,000 of them scroll like ten. */
export function VirtualList(props: VirtualListProps) {
  const { label, count, rowHeight, selected, renderRow, onPick, onOpen, hint } = props;
  const hintId = useId();
  const styles = useStyles(getStyles);
  const root = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const [active, setActive] = useState(0);

  useLayoutEffect(() => {
    const element = root.current!;
    const measure = () => setHeight(element.clientHeight || FIRST_HEIGHT);
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE_ROWS);
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + SPARE_ROWS);
  // The active row keeps its place in the page also when it is out of view, so that the focus is not lost.
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  if (active < count && !(active >= first && active < last)) rows.push(active);

  const moveTo = (index: number) => {
    const target = Math.min(count - 1, Math.max(0, index));
    const element = root.current!;
    const above = target * rowHeight;
    if (above < element.scrollTop) element.scrollTop = above;
    else if (above + rowHeight > element.scrollTop + height) element.scrollTop = above + rowHeight - height;
    setTop(element.scrollTop);
    setActive(target);
    requestAnimationFrame(() => element.querySelector<HTMLElement>(`[data-row="${target}"]`)?.focus());
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(height / rowHeight) - 1);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    };
    if ((event.key === 'Enter' || event.key === ' ') && event.target instanceof HTMLElement) {
      if (event.target.dataset['row'] === undefined) return;
      event.preventDefault();
      onPick(active);
    } else if (event.key === 'ArrowRight' && onOpen) {
      event.preventDefault();
      onOpen(active);
    } else if (Object.hasOwn(targets, event.key)) {
      event.preventDefault();
      moveTo(targets[event.key]!);
    }
  };

  return (
    <div
      ref={root}
      className={styles.root}
      role="listbox"
      aria-label={label}
      {...(hint && { 'aria-describedby': hintId })}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      {hint && (
        <span id={hintId} hidden>
          {hint}
        </span>
      )}
      <div className={styles.canvas} style={{ height: count * rowHeight }} role="presentation">
        {rows.map((index) => (
          <div
            key={index}
            data-row={index}
            role="option"
            aria-selected={index === selected}
            aria-posinset={index + 1}
            aria-setsize={count}
            tabIndex={index === active ? 0 : -1}
            className={styles.row}
            style={{ top: index * rowHeight, height: rowHeight }}
            onClick={() => {
              setActive(index);
              onPick(index);
            }}
          >
            {renderRow(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
