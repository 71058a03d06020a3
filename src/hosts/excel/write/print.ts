import { columnName, type PrintSetup } from '../../../model';
import { rangeAt } from './rangeAt';

/** Inches: left, right, top, bottom. */
const DEFAULT_MARGINS = [0.5, 0.5, 0.6, 0.6] as const;
const HEADER_MARGIN = 0.3;
const POINTS = 72;

/**
 * The three parts of a header or footer in Excel's codes.
 * @example sectionsOf('&L机密&C第 &P 页') // { Left: '机密', Center: '第 &P 页', Right: '' }
 */
export function sectionsOf(codes: string): Record<'Left' | 'Center' | 'Right', string> {
  const sections = { Left: '', Center: '', Right: '' };
  const names = { L: 'Left', C: 'Center', R: 'Right' } as const;
  // Text before the first code stands in the middle.
  for (const part of codes.split(/(?=&[LCR])/)) {
    const code = /^&([LCR])/.exec(part)?.[1] as keyof typeof names | undefined;
    sections[code ? names[code] : 'Center'] += code ? part.slice(2) : part;
  }
  return sections;
}

/** The print set-up of a result sheet: A4. Needs a printer on some machines, so that its failure costs nothing else. */
export function queuePrint(worksheet: Excel.Worksheet, print: PrintSetup): void {
  const { pageLayout } = worksheet;
  pageLayout.paperSize = 'A4';
  pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  const height = print.isOnePage ? { verticalFitToPages: 1 } : {};
  pageLayout.zoom = print.fitToWidth ? { horizontalFitToPages: 1, ...height } : { scale: print.scale ?? 100 };
  const [left, right, top, bottom] = print.margins ?? DEFAULT_MARGINS;
  pageLayout.leftMargin = left * POINTS;
  pageLayout.rightMargin = right * POINTS;
  pageLayout.topMargin = top * POINTS;
  pageLayout.bottomMargin = bottom * POINTS;
  pageLayout.headerMargin = HEADER_MARGIN * POINTS;
  pageLayout.footerMargin = HEADER_MARGIN * POINTS;
  pageLayout.centerHorizontally = print.centerHorizontally ?? false;
  const { defaultForAllPages } = pageLayout.headersFooters;
  const header = sectionsOf(print.header ?? '');
  const footer = sectionsOf(print.footer ?? '');
  for (const side of ['Left', 'Center', 'Right'] as const) {
    const key = side.toLowerCase() as 'left' | 'center' | 'right';
    defaultForAllPages[`${key}Header`] = header[side];
    defaultForAllPages[`${key}Footer`] = footer[side];
  }
  if (print.area) pageLayout.setPrintArea(rangeAt(worksheet, print.area));
  if (print.titleRows) {
    const { first, last } = print.titleRows;
    pageLayout.setPrintTitleRows(`$${first + 1}:$${last + 1}`);
  }
  if (print.titleColumns) {
    const { first, last } = print.titleColumns;
    pageLayout.setPrintTitleColumns(`$${columnName(first)}:$${columnName(last)}`);
  }
  queueBreaks(worksheet, print.breaks ?? {});
}

function queueBreaks(worksheet: Excel.Worksheet, { rows = [], columns = [] }: NonNullable<PrintSetup['breaks']>): void {
  const { horizontalPageBreaks, verticalPageBreaks, pageLayout } = worksheet;
  const cell = (row: number, column: number) =>
    rangeAt(worksheet, { top: row, left: column, bottom: row, right: column });
  horizontalPageBreaks.removePageBreaks();
  verticalPageBreaks.removePageBreaks();
  for (const row of rows) horizontalPageBreaks.add(cell(row, 0));
  for (const column of columns) verticalPageBreaks.add(cell(0, column));
  // Pages beside each other are read before those below.
  pageLayout.printOrder = columns.length > 0 ? 'OverThenDown' : 'DownThenOver';
}
