import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderData,
  type IColumnData,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  LocaleType,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/presets';
import { autoHeights, canvasMeasure } from './autoHeights';
import { conditionsOf, rangeOf } from './conditions';
import { lazyCells } from './lazyCells';
import type { SheetView, ViewBorder, ViewStyle } from '../../hosts/xlsx';

export const SHEET_ID = 'sheet';

/** Name under which the grid's conditional formats are stored with a workbook. */
const CONDITIONS = 'SHEET_CONDITIONAL_FORMATTING_PLUGIN';

/** Empty rows and columns that are drawn behind the last cell, so that small sheets look like sheets. */
const SPARE_ROWS = 40;
const SPARE_COLUMNS = 12;
/** Pixels that one step of indent takes. */
const INDENT = 9;

const HORIZONTAL = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };
const VERTICAL = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM };
const BORDERS: Readonly<Record<ViewBorder['style'], BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  dashed: BorderStyleTypes.DASHED,
  dotted: BorderStyleTypes.DOTTED,
  double: BorderStyleTypes.DOUBLE,
  hair: BorderStyleTypes.HAIR,
};

/** One sheet as a workbook of the grid. */
export function toUniver(id: string, view: SheetView): IWorkbookData {
  const { frozenRows, frozenColumns } = view;
  return {
    id,
    name: view.name,
    appVersion: '',
    locale: LocaleType.ZH_CN,
    styles: Object.fromEntries(view.styles.map((style, i) => [`s${i}`, styleOf(style)])),
    sheetOrder: [SHEET_ID],
    sheets: {
      [SHEET_ID]: {
        id: SHEET_ID,
        name: view.name,
        rowCount: view.rowCount + SPARE_ROWS,
        columnCount: view.columnCount + SPARE_COLUMNS,
        cellData: lazyCells(view),
        mergeData: view.merges.map(rangeOf),
        rowData: rowsOf(view),
        columnData: columnsOf(view),
        defaultColumnWidth: view.defaultColumnWidth,
        defaultRowHeight: view.defaultRowHeight,
        freeze:
          frozenRows || frozenColumns
            ? { xSplit: frozenColumns, ySplit: frozenRows, startRow: frozenRows, startColumn: frozenColumns }
            : { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 },
        showGridlines: view.showGridLines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
      },
    },
    resources:
      view.conditions.length > 0
        ? [{ name: CONDITIONS, data: JSON.stringify({ [SHEET_ID]: conditionsOf(view.conditions) }) }]
        : [],
  };
}

function rowsOf(view: SheetView): Record<number, Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [row, h] of [...view.rowHeights, ...autoHeights(view, canvasMeasure())])
    rows[row] = { h, ia: BooleanNumber.FALSE };
  for (const row of view.hiddenRows) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  return rows;
}

function columnsOf(view: SheetView): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const [column, w] of view.columnWidths) columns[column] = { w };
  for (const column of view.hiddenColumns) columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  return columns;
}

function styleOf(style: ViewStyle): IStyleData {
  const on = (flag: boolean | undefined) => (flag ? BooleanNumber.TRUE : BooleanNumber.FALSE);
  const data: IStyleData = { vt: VERTICAL[style.vertical ?? 'bottom'] };
  if (style.fontName) data.ff = style.fontName;
  if (style.fontSize) data.fs = style.fontSize;
  if (style.bold) data.bl = on(true);
  if (style.italic) data.it = on(true);
  if (style.underline) data.ul = { s: on(true) };
  if (style.strike) data.st = { s: on(true) };
  if (style.color) data.cl = { rgb: style.color };
  if (style.fill) data.bg = { rgb: style.fill };
  if (style.horizontal) data.ht = HORIZONTAL[style.horizontal];
  if (style.indent)
    data.pd = style.horizontal === 'right' ? { r: INDENT * style.indent } : { l: INDENT * style.indent };
  if (style.wrap) data.tb = WrapStrategy.WRAP;
  if (style.rotation) data.tr = style.rotation === 255 ? { a: 0, v: on(true) } : { a: -style.rotation, v: on(false) };
  if (style.numberFormat && style.numberFormat !== 'General') data.n = { pattern: style.numberFormat };
  if (style.borders) data.bd = bordersOf(style.borders);
  return data;
}

function bordersOf(borders: NonNullable<ViewStyle['borders']>): IBorderData {
  const side = (border: ViewBorder | undefined) =>
    border ? { s: BORDERS[border.style], cl: { rgb: border.color } } : null;
  return { t: side(borders.top), r: side(borders.right), b: side(borders.bottom), l: side(borders.left) };
}
