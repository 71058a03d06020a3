import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStyles } from '../../../taskpane/useStyles';
import type { OpenWorkbook } from '../../protocol';
import { useText } from '../../text';
import { getStyles } from './styles';

export interface SheetTabsProps {
  readonly sheets: OpenWorkbook['sheets'];
  /** `index` of the shown sheet. */
  readonly shown: number;
  readonly onShow: (index: number) => void;
}

/** The tabs below the grid; result sheets stand out. */
export function SheetTabs({ sheets, shown, onShow }: SheetTabsProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ inline: 'nearest', block: 'nearest' });
  }, [shown, sheets]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = sheets[sheets.findIndex(({ index }) => index === shown) + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    onShow(next.index);
    list.current?.querySelector<HTMLElement>(`[data-sheet="${next.index}"]`)?.focus();
  };
  return (
    <div ref={list} className={styles.root} role="tablist" aria-label={t('sheets')} onKeyDown={onKeyDown}>
      {sheets.map(({ name, index, isResult }) => (
        <button
          key={index}
          type="button"
          role="tab"
          data-sheet={index}
          aria-selected={index === shown}
          tabIndex={index === shown ? 0 : -1}
          className={isResult ? styles.result : styles.tab}
          onClick={() => onShow(index)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
