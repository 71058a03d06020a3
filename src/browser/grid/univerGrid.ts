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
        sheets: { disableForceStringAlert: true, disableForceStringMark: true, protectedRangeShadow: false },
      }),
      UniverSheetsConditionalFormattingPreset(),
    ],
  });
  let unit = 0;
  let listening: { dispose(): void } | null = null;

  const close = () => {
    listening?.dispose();
    listening = null;
    if (unit > 0) univerAPI.disposeUnit(`u${unit}`);
  };
  return {
    show(view) {
      close();
      const workbook = univerAPI.createWorkbook(toUniver(`u${++unit}`, view));
      workbook.setEditable(false);
      univerAPI.setPermissionDialogVisible(false);
      listening = workbook.onSelectionChange((ranges) => {
        const cell = ranges[0];
        if (cell) onSelect(cell.startRow, cell.startColumn);
      });
    },
    select(row, column) {
      const sheet = univerAPI.getActiveWorkbook()?.getActiveSheet();
      if (!sheet) return;
      sheet.getRange(row, column).activate();
      // A little of what stands before the cell stays in view.
      sheet.scrollToCell(Math.max(0, row - 5), Math.max(0, column - 2));
    },
    setDark(dark) {
      univerAPI.toggleDarkMode(dark);
    },
    dispose() {
      close();
      univer.dispose();
    },
  };
}
