import { a1, a1Range, MAX_COLUMNS, MAX_ROWS } from '../../../model/address';
import type { PrintSetup, ResultSheet, SheetProtection } from '../../../model/changeSet';
import type { Namespaces } from '../package/namespaces';
import { XML_HEAD } from '../package/relationshipEdit';
import { escapeXml } from '../xml/text';
import { renameSheets } from '../../shared/formula/renameSheets';
import { cellXml } from './cellXml';
import { conditionalXml } from './conditionalXml';
import { SheetGrid } from '../../shared/sheetGrid';
import { quotedSheet } from '../../shared/sheetNames';
import type { StyleBook } from './styleBook';
import { argb } from './styleXml';
import { validationsXml } from './validationXml';

/** What the writer of a sheet needs besides the sheet. */
export interface SheetXmlContext {
  readonly namespaces: Namespaces;
  readonly styles: StyleBook;
  /** Final names of the result sheets by wanted name in lower case. */
  readonly finalNames: ReadonlyMap<string, string>;
  /** Relationship id of the drawing, when the sheet has charts. */
  readonly drawingId: string | null;
  readonly isSelected: boolean;
}

/** Hyperlinks that a sheet can hold (Excel's limit); further ones stay plain text. */
const MAX_LINKS = 65_530;
const ROWS_PER_PIECE = 500;
const DEFAULT_MARGINS = [0.5, 0.5, 0.6, 0.6] as const;

/**
 * The XML of a result sheet in pieces, its elements in the order that the schema demands (ECMA-376, part 1, 18.3.1.99).
 */
export function* sheetXml(sheet: ResultSheet, context: SheetXmlContext): Generator<string> {
  const { namespaces, finalNames } = context;
  const renamed = sheet.conditionalFormats.map((format) =>
    format.type === 'formula' ? { ...format, formula: renameSheets(format.formula, finalNames) } : format,
  );
  yield `${XML_HEAD}<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.relationships}">`;
  yield sheetPropertiesXml(sheet) + sheetViewXml(sheet, context.isSelected);
  yield '<sheetFormatPr defaultRowHeight="15"/>' + columnsXml(sheet.columnWidths);
  const links: string[] = [];
  yield '<sheetData>';
  yield* rowsXml(sheet, context, links);
  yield '</sheetData>';
  if (sheet.protection) yield protectionXml(sheet.protection);
  if (sheet.autoFilter) yield `<autoFilter ref="${a1Range(sheet.autoFilter)}"/>`;
  yield mergesXml(sheet);
  yield conditionalXml(renamed, context.styles);
  yield validationsXml(sheet.validations ?? [], finalNames);
  if (links.length > 0) yield `<hyperlinks>${links.join('')}</hyperlinks>`;
  yield printXml(sheet.print);
  if (context.drawingId !== null) yield `<drawing r:id="${context.drawingId}"/>`;
  yield '</worksheet>';
}

function sheetPropertiesXml(sheet: ResultSheet): string {
  const tab = sheet.tabColor === undefined ? '' : `<tabColor rgb="${argb(sheet.tabColor)}"/>`;
  const fit = sheet.print.fitToWidth ? '<pageSetUpPr fitToPage="1"/>' : '';
  return tab + fit === '' ? '' : `<sheetPr>${tab}${fit}</sheetPr>`;
}

function sheetViewXml(sheet: ResultSheet, isSelected: boolean): string {
  const flags = (sheet.showGridLines === false ? ' showGridLines="0"' : '') + (isSelected ? ' tabSelected="1"' : '');
  const { rows = 0, columns = 0 } = sheet.freeze ?? {};
  if (rows === 0 && columns === 0) return `<sheetViews><sheetView${flags} workbookViewId="0"/></sheetViews>`;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const split = (columns > 0 ? ` xSplit="${columns}"` : '') + (rows > 0 ? ` ySplit="${rows}"` : '');
  const corner = a1({ row: rows, column: columns });
  return (
    `<sheetViews><sheetView${flags} workbookViewId="0">` +
    `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`
  );
}

function columnsXml(widths: ResultSheet['columnWidths']): string {
  // Excel shows a width of n characters with 5 pixels of padding, 7 pixels a character.
  const stored = (width: number): number => Math.round((width + 5 / 7) * 256) / 256;
  const columns = widths
    .map((width, i) =>
      width === null ? '' : `<col min="${i + 1}" max="${i + 1}" width="${stored(width)}" customWidth="1"/>`,
    )
    .join('');
  return columns === '' ? '' : `<cols>${columns}</cols>`;
}

function* rowsXml(sheet: ResultSheet, context: SheetXmlContext, links: string[]): Generator<string> {
  const grid = new SheetGrid(sheet);
  const xfs = sheet.styles.map((style) => context.styles.cellStyle(style));
  let piece = '';
  let count = 0;
  for (const row of grid.rows()) {
    const height = grid.heights.get(row);
    let cells = '';
    for (const { column, style, value } of grid.cells(row)) {
      const reference = grid.letters(column) + String(row + 1);
      const isObject = typeof value === 'object' && value !== null;
      if (isObject && 'link' in value && links.length < MAX_LINKS) links.push(linkXml(reference, value.link, context));
      const final =
        isObject && 'formula' in value ? { ...value, formula: renameSheets(value.formula, context.finalNames) } : value;
      cells += cellXml(reference, xfs[style] ?? 0, final);
    }
    piece += `<row r="${row + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells}</row>`;
    if (++count % ROWS_PER_PIECE === 0) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

function linkXml(
  reference: string,
  link: { readonly sheet: string; readonly cell: { readonly row: number; readonly column: number } },
  { finalNames }: SheetXmlContext,
): string {
  const sheet = finalNames.get(link.sheet.toLowerCase()) ?? link.sheet;
  return `<hyperlink ref="${reference}" location="${escapeXml(`${quotedSheet(sheet)}!${a1(link.cell)}`)}"/>`;
}

/** Here 0 means allowed. */
function protectionXml({ canAddRows }: SheetProtection): string {
  const rows = canAddRows ? ' insertRows="0" deleteRows="0"' : '';
  return `<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"${rows} autoFilter="0"/>`;
}

function mergesXml(sheet: ResultSheet): string {
  if (sheet.merges.length === 0) return '';
  const list = sheet.merges.map((merge) => `<mergeCell ref="${a1Range(merge)}"/>`).join('');
  return `<mergeCells count="${sheet.merges.length}">${list}</mergeCells>`;
}

function printXml(print: PrintSetup): string {
  const [left, right, top, bottom] = print.margins ?? DEFAULT_MARGINS;
  const height = print.isOnePage ? '' : ' fitToHeight="0"';
  const fit = print.fitToWidth ? height : print.scale === undefined ? '' : ` scale="${print.scale}"`;
  const { rows = [], columns = [] } = print.breaks ?? {};
  // Pages beside each other are read before those below.
  const order = columns.length > 0 ? ' pageOrder="overThenDown"' : '';
  const header = print.header === undefined ? '' : `<oddHeader>${escapeXml(print.header)}</oddHeader>`;
  const footer = print.footer === undefined ? '' : `<oddFooter>${escapeXml(print.footer)}</oddFooter>`;
  return (
    (print.centerHorizontally ? '<printOptions horizontalCentered="1"/>' : '') +
    `<pageMargins left="${left}" right="${right}" top="${top}" bottom="${bottom}" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9"${fit}${order} orientation="${print.orientation}"/>` +
    (header + footer === '' ? '' : `<headerFooter>${header}${footer}</headerFooter>`) +
    breaksXml('rowBreaks', rows, MAX_COLUMNS - 1) +
    breaksXml('colBreaks', columns, MAX_ROWS - 1)
  );
}

/** Page breaks before rows or columns; `last` is how far each reaches. */
function breaksXml(tag: string, at: readonly number[], last: number): string {
  if (at.length === 0) return '';
  const list = at.map((id) => `<brk id="${id}" max="${last}" man="1"/>`).join('');
  return `<${tag} count="${at.length}" manualBreakCount="${at.length}">${list}</${tag}>`;
}
