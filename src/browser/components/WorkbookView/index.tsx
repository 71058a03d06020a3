import { useCallback, useEffect, useState } from 'react';
import { IconButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { a1, entryAt } from '../../../model';
import { Empty } from '../../../taskpane/components/Empty';
import { useStyles } from '../../../taskpane/useStyles';
import type { Desk, DeskState } from '../../desk';
import type { SheetView } from '../../../hosts/xlsx';
import { inputText } from '../../grid/inputText';
import { useText } from '../../text';
import { GridFrame } from '../GridFrame';
import { SheetTabs } from '../SheetTabs';
import { getStyles } from './styles';

export interface WorkbookViewProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly isDark: boolean;
}

interface Drawn {
  readonly view: SheetView;
  /** What it was asked for; another wish makes it stale. */
  readonly of: object;
}

/** The open workbook: which one, the selected cell and what it holds, the grid, and the tabs of its sheets. */
export function WorkbookView({ desk, state, isDark }: WorkbookViewProps) {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const view = useSheetView(desk, state);
  const [selected, setSelected] = useState<{ row: number; column: number; view: SheetView } | null>(null);
  const { workbooks, shown, wanted, names } = state;
  const onSelect = useCallback(
    (row: number, column: number) => view && setSelected({ row, column, view: view.view }),
    [view],
  );

  if (!shown)
    return (
      <div className={styles.root}>{state.opening === 0 && <Empty icon="ExcelDocument">{t('nothingOpen')}</Empty>}</div>
    );

  const workbook = workbooks[shown.workbook]!;
  const cell = selected && view && selected.view === view.view ? selected : null;
  return (
    <div className={styles.root} data-shown={`${workbook.name}/${shown.sheet}`}>
      <div className={styles.bar}>
        {workbooks.length > 1 ? (
          <Dropdown
            className={styles.files}
            ariaLabel={t('workbook')}
            selectedKey={shown.workbook}
            options={workbooks.map(({ name }, key) => ({ key, text: name }))}
            onChange={(_, option) => desk.show(Number(option!.key), workbooks[Number(option!.key)]!.sheets[0]!.index)}
          />
        ) : (
          <span className={styles.file} title={workbook.name}>
            {workbook.name}
          </span>
        )}
        {shown.workbook < names.length && (
          <IconButton
            iconProps={{ iconName: 'Cancel' }}
            title={t('close', { name: workbook.name })}
            ariaLabel={t('close', { name: workbook.name })}
            onClick={() => void desk.close(shown.workbook).catch((error: unknown) => desk.report(error))}
          />
        )}
        <output className={styles.address} aria-label={t('cell')}>
          {cell ? a1(cell) : ''}
        </output>
        <output className={styles.content} aria-label={t('content')}>
          {cell ? inputText(cell.view, entryAt(cell.view.cells, cell.row, cell.column)) : ''}
        </output>
      </div>
      {view?.view.hasDrawing && (
        <div className={styles.note} role="note">
          {t('noDrawing')}
        </div>
      )}
      <GridFrame
        view={view?.view ?? null}
        wanted={view && view.of === shown ? wanted : null}
        isDark={isDark}
        locale={locale}
        onSelect={onSelect}
        onError={(error) => desk.report(error)}
      />
      <SheetTabs sheets={workbook.sheets} shown={shown.sheet} onShow={(sheet) => desk.show(shown.workbook, sheet)} />
    </div>
  );
}

/** The shown sheet as it is drawn; until a new one has come, the one before stays. */
function useSheetView(desk: Desk, { shown, workbooks }: DeskState): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const workbook = shown && workbooks[shown.workbook];

  useEffect(() => {
    if (!shown) return;
    let current = true;
    desk.ask('view', { ...shown, locale: desk.locale }).then(
      (view) => current && setDrawn({ view, of: shown }),
      (error: unknown) => current && desk.report(error),
    );
    return () => {
      current = false;
    };
  }, [desk, shown, workbook]);

  return drawn;
}
