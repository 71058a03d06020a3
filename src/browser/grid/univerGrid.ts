import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEnglish from '@univerjs/preset-sheets-core/locales/en-US';
import coreChinese from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionsEnglish from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import conditionsChinese from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { createUniver, defaultTheme, LocaleType, mergeLocales } from '@univerjs/presets';
import type { Grid, GridOptions } from './grid';
import { toUniver } from './toUniver';

/** Draws sheets with Univer: values as the file has them, no recalculation, no editing. */
export function createGrid({ container, locale, isDark, onSelect }: GridOptions): Grid {
  const { univer, univerAPI } = createUniver({
    locale: locale === 'zh-CN' ? LocaleType.ZH_CN : LocaleType.EN_US,
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(coreChinese, conditionsChinese),
      [LocaleType.EN_US]: mergeLocales(coreEnglish, conditionsEnglish),
    },
    theme: defaultTheme,
    darkMode: isDark,
    presets: [
      UniverSheetsCorePreset({
        container,
        header: false,
        toolbar: false,
        footer: false,
        formulaBar: false,
        contextMenu: false,
        statusBarStatistic: false,
        disableAutoFocus: true,
        formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
        sheets: { disableForceStringAlert: true, protectedRangeShadow: false },
      }),
      UniverSheetsConditionalFormattingPreset(),
    ],
  });
  let unit = 0;
  let frozen = { rows: 0, columns: 0 };
  let listening: { dispose(): void } | null = null;

  const close = () => {
    listening?.dispose();
    listening = null;
    if (unit > 0) univerAPI.disposeUnit(`u${unit}`);
  };
  return {
    show(view) {
      close();
      frozen = { rows: view.frozenRows, columns: view.frozenColumns };
      const workbook = univerAPI.createWorkbook(toUniver(`u${++unit}`, view));
      workbook.setEditable(false);
      univerAPI.setPermissionDialogVisible(false);
      listening = workbook.onSelectionChange((ranges) => {
        const cell = ranges[0];
        if (cell) onSelect(cell.startRow, cell.startColumn);
      });
      onSelect(0, 0);
    },
    select(row, column) {
      const sheet = univerAPI.getActiveWorkbook()?.getActiveSheet();
      if (!sheet) return;
      sheet.getRange(row, column).activate();
      onSelect(row, column);
      // What is in view is known once the sheet has been drawn.
      const drawn = unit;
      requestAnimationFrame(() => {
        const seen = drawn === unit ? sheet.getVisibleRange() : null;
        if (!seen) return;
        const rowSeen = row < frozen.rows || (row >= seen.startRow && row < seen.endRow);
        const columnSeen = column < frozen.columns || (column >= seen.startColumn && column < seen.endColumn);
        if (rowSeen && columnSeen) return;
        // A little of what stands before the cell stays in view.
        sheet.scrollToCell(
          rowSeen ? seen.startRow : Math.max(0, row - 5),
          columnSeen ? seen.startColumn : Math.max(0, column - 3),
        );
      });
    },
    focus() {
      container.querySelector<HTMLElement>('[data-u-comp="editor"]')?.focus();
    },
    dispose() {
      close();
      univer.dispose();
    },
  };
}
