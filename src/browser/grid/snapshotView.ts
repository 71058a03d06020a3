import type { SheetSnapshot, WorkbookSnapshot } from '../../model';
import type { SheetView, ViewStyle } from '../../hosts/xlsx';

const DEFAULT_COLUMN_WIDTH = 72;
const DEFAULT_ROW_HEIGHT = 20;
/** A sheet as drawn from what was read of it: content without looks, for formats whose looks are not read. */
export function viewOfSnapshot(workbook: WorkbookSnapshot, sheet: SheetSnapshot): SheetView {
  const { cells } = sheet;
  let lastColumn = 0;
  for (const column of cells.columns) if (column > lastColumn) lastColumn = column;
  return {
    name: sheet.name,
    rowCount: (cells.rows.at(-1) ?? 0) + 1,
    columnCount: lastColumn + 1,
    cells,
    strings: workbook.strings,
    cellStyles: cells.formats,
    styles: workbook.numberFormats.map((numberFormat): ViewStyle => ({ numberFormat })),
    merges: sheet.merges,
    columnWidths: new Map(),
    rowHeights: new Map(),
    defaultColumnWidth: DEFAULT_COLUMN_WIDTH,
    defaultRowHeight: DEFAULT_ROW_HEIGHT,
    hiddenColumns: sheet.hiddenColumns,
    hiddenRows: sheet.hiddenRows,
    frozenRows: 0,
    frozenColumns: 0,
    showGridLines: true,
    tabColor: null,
    hasDrawing: false,
    date1904: workbook.date1904,
    conditions: [],
  };
}
