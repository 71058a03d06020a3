import { useEffect, useRef, useState } from 'react';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import { type Locale, translate } from '../../../i18n';
import { useStyles } from '../../../taskpane/useStyles';
import { guardFocus } from '../../grid/focus';
import type { CreateGrid, Grid } from '../../grid/grid';
import type { SheetView } from '../../../hosts/xlsx';
import { useText } from '../../text';
import { getStyles } from './styles';

export interface GridFrameProps {
  readonly view: SheetView | null;
  /** Cell to be selected in it; a new object for each wish. */
  readonly wanted: { readonly row: number; readonly column: number } | null;
  readonly isDark: boolean;
  readonly locale: Locale;
  readonly onSelect: (row: number, column: number) => void;
  readonly onError: (error: Error) => void;
}

/** Loads the drawing library when it is first needed. */
const loadGrid = async (): Promise<CreateGrid> => (await import('../../grid/univerGrid')).createGrid;

/** Keeps the grid in step with what is to be shown. */
export function GridFrame({ view, wanted, isDark, locale, onSelect, onError }: GridFrameProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const frame = useRef<HTMLDivElement>(null);
  const [grid, setGrid] = useState<Grid | null>(null);
  const latest = useRef({ onSelect, onError });

  useEffect(() => {
    latest.current = { onSelect, onError };
  });

  useEffect(() => guardFocus(frame.current!), []);

  // Another theme or language makes another grid: its own parts cannot all be changed in place.
  useEffect(() => {
    const container = document.createElement('div');
    container.className = styles.grid;
    frame.current!.append(container);
    let made: Grid | null = null;
    let current = true;
    loadGrid().then(
      (create) => {
        if (!current) return;
        made = create({ container, locale, isDark, onSelect: (row, column) => latest.current.onSelect(row, column) });
        setGrid(made);
      },
      () => current && latest.current.onError(new Error(translate(locale, 'browser.noGrid'))),
    );
    return () => {
      current = false;
      setGrid(null);
      made?.dispose();
      container.remove();
    };
  }, [styles, locale, isDark]);

  useEffect(() => {
    if (grid && view) grid.show(view);
  }, [grid, view]);
  useEffect(() => {
    if (grid && view && wanted) grid.select(wanted.row, wanted.column);
  }, [grid, view, wanted]);

  return (
    <div
      ref={frame}
      className={styles.root}
      data-grid
      role="application"
      aria-label={t('grid')}
      tabIndex={0}
      onFocus={({ target }) => target === frame.current && grid?.focus()}
    >
      {!(grid && view) && <Spinner className={styles.wait} label={t('drawing')} />}
    </div>
  );
}
