import { WorkbookBuilder } from '../../../model/workbookBuilder';
import type { CellTable } from '../../../model/workbook';
import type { OpenedWorkbook } from '../openedWorkbook';
import { readSharedStrings } from '../read/sharedStrings';
import { SheetReader } from '../read/sheetReader';
import type { SheetView } from '../view';
import { readThemeColors } from './colors';
import { SheetLayout } from './sheetLayout';
import { readViewStyles } from './viewStyles';

/** Rows and columns that hold a cell or a merged block. */
function extent(cells: CellTable, layout: SheetLayout): { rowCount: number; columnCount: number } {
  let columnCount = 0;
  for (const column of cells.columns) if (column >= columnCount) columnCount = column + 1;
  let rowCount = cells.rows.length === 0 ? 0 : cells.rows.at(-1)! + 1;
  for (const merge of layout.merges) {
    // A merged block over whole columns says nothing about the content.
    if (merge.bottom - merge.top < 100_000) rowCount = Math.max(rowCount, merge.bottom + 1);
    if (merge.right - merge.left < 1_000) columnCount = Math.max(columnCount, merge.right + 1);
  }
  return { rowCount, columnCount };
}

/** Reads one worksheet as it is drawn. `position` counts the worksheets of the snapshot. */
export function readView(opened: OpenedWorkbook, position: number): SheetView {
  const { pkg, workbook } = opened;
  const sheet = workbook.sheets.filter((at) => at.isWorksheet && pkg.has(at.part))[position];
  if (!sheet) throw new RangeError(`no sheet ${position}`);
  const theme = readThemeColors(pkg, opened.themePart);
  const styles = readViewStyles(pkg, opened.stylesPart, theme);
  const builder = new WorkbookBuilder();
  const sharedStrings = readSharedStrings(pkg, opened.stringsPart);
  const layout = new SheetLayout(theme);
  const reader = new SheetReader(
    {
      workbook: builder,
      sharedStrings,
      sharedIndexes: new Int32Array(sharedStrings.length).fill(-1),
      date1904: workbook.date1904,
      keepsBlank: (xf) => xf !== 0,
    },
    layout,
  );
  pkg.stream(sheet.part, (scanner) => reader.consume(scanner));
  const cells = reader.build();
  const { columnWidths, rowHeights, defaultColumnWidth, defaultRowHeight, merges, hiddenRows, hiddenColumns } = layout;
  const { frozenRows, frozenColumns, showGridLines, tabColor, hasDrawing } = layout;
  return {
    name: sheet.name,
    ...extent(cells, layout),
    cells,
    strings: builder.build('').strings,
    cellStyles: cells.formats,
    styles: styles.cells,
    merges,
    columnWidths,
    rowHeights,
    defaultColumnWidth,
    defaultRowHeight,
    hiddenColumns,
    hiddenRows,
    frozenRows,
    frozenColumns,
    showGridLines,
    tabColor,
    hasDrawing,
    date1904: workbook.date1904,
    conditions: layout.conditions.conditions(styles.overlays),
  };
}
