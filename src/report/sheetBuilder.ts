import type {
  CellBlock,
  CellRange,
  CellStyle,
  ChartSpec,
  ConditionalFormat,
  DataValidation,
  OutValue,
  PrintSetup,
  ResultSheet,
} from '../model';
import { LOOKS, rowHeight } from './looks';
import { onPages, type PageWish } from './pages';
import { lineCount } from './textWidth';

/** Size of the default font, in which widths are counted. */
const DEFAULT_SIZE = 11;

/** Collects one result sheet; each look is kept once, so that hosts can write large uniform ranges. */
export class SheetBuilder {
  private readonly styles: CellStyle[] = [];
  private readonly styleIndex = new Map<string, number>();
  private readonly blocks: CellBlock[] = [];
  private readonly merges: CellRange[] = [];
  private readonly heights = new Map<number, number>();
  private readonly formats: ConditionalFormat[] = [];
  private readonly validations: DataValidation[] = [];
  private readonly charts: ChartSpec[] = [];
  private readonly glued = new Set<number>();
  /** First row that is still free. */
  row = 0;

  /** Number of columns, and what they hold together in characters of the default font. */
  readonly columns: number;
  readonly room: number;

  constructor(
    private readonly name: string,
    private readonly mark: string,
    private readonly widths: readonly number[],
  ) {
    this.columns = widths.length;
    this.room = widths.reduce((sum, width) => sum + width, 0);
  }

  /** Width of a column in characters of the default font. */
  widthOf(column: number): number {
    return this.widths[column]!;
  }

  /** Index of a look. */
  style(style: CellStyle): number {
    const key = JSON.stringify(style);
    let index = this.styleIndex.get(key);
    if (index === undefined) {
      index = this.styles.length;
      this.styles.push(style);
      this.styleIndex.set(key, index);
    }
    return index;
  }

  /** The title over all columns, and the line of facts below it. */
  head(title: string, facts: string): void {
    const { size } = LOOKS.title.font;
    this.line(title, LOOKS.title, Math.max(40, rowHeight(this.linesOf(title, size), size)));
    this.line(facts, LOOKS.subtitle, rowHeight(this.linesOf(facts, LOOKS.subtitle.font.size)));
  }

  /** Lines that a text of a size takes over all columns, or from one of them to another. */
  linesOf(text: string, size: number, left = 0, right = this.columns - 1): number {
    const room = this.widths.slice(left, right + 1).reduce((sum, width) => sum + width, 0);
    return lineCount(text, (room * DEFAULT_SIZE) / size);
  }

  /** A line of text over all columns; a heading stays with what comes below it: the header of a table, its first row. */
  line(text: OutValue, style: CellStyle, height?: number): number {
    const look = this.style(style);
    const values = [text, ...Array<OutValue>(this.columns - 1).fill(null)];
    this.blocks.push({ row: this.row, column: 0, values: [values], columnStyles: values.map(() => look) });
    if (this.columns > 1) this.merge({ top: this.row, left: 0, bottom: this.row, right: this.columns - 1 });
    if (height !== undefined) this.height(this.row, height);
    if (style === LOOKS.heading || style === LOOKS.subheading) this.keep(this.row, this.row + 2);
    return this.row++;
  }

  /** A row of texts, each over some columns. */
  spread(
    parts: readonly { readonly text: OutValue; readonly left: number; readonly right: number }[],
    style: CellStyle,
    height: number,
  ): number {
    const look = this.style(style);
    const values = Array<OutValue>(this.columns).fill(null);
    for (const { text, left, right } of parts) {
      values[left] = text;
      if (right > left) this.merge({ top: this.row, left, bottom: this.row, right });
    }
    this.blocks.push({ row: this.row, column: 0, values: [values], columnStyles: values.map(() => look) });
    this.height(this.row, height);
    return this.row++;
  }

  /** Rows of values from column `column` on, one look for each column. */
  rows(
    values: readonly (readonly OutValue[])[],
    styles: readonly CellStyle[],
    options: { readonly column?: number; readonly exceptions?: CellBlock['exceptions'] } = {},
  ): number {
    const { column = 0, exceptions } = options;
    const first = this.row;
    if (values.length > 0) {
      const columnStyles = styles.map((style) => this.style(style));
      this.blocks.push({ row: first, column, values, columnStyles, ...(exceptions?.length ? { exceptions } : {}) });
    }
    this.row += values.length;
    return first;
  }

  merge(range: CellRange): void {
    this.merges.push(range);
  }

  /** Height in points. */
  height(row: number, points: number): void {
    this.heights.set(row, points);
  }

  /** Keeps rows on one page. */
  keep(first: number, last: number): void {
    for (let row = first + 1; row <= last; row++) this.glued.add(row);
  }

  /** Print set-up with page breaks that heed what is kept together; the first `printed` columns are on paper. */
  paged(
    print: PrintSetup,
    { printed = this.columns, ...columns }: { readonly printed?: number } & Pick<PageWish, 'blocks' | 'repeated'> = {},
  ): PrintSetup {
    const { widths, row: rows, heights, glued } = this;
    return onPages({ print, widths: widths.slice(0, printed), rows, heights, glued, ...columns });
  }

  format(format: ConditionalFormat): void {
    this.formats.push(format);
  }

  validate(validation: DataValidation): void {
    this.validations.push(validation);
  }

  chart(chart: ChartSpec): void {
    this.charts.push(chart);
  }

  build(
    rest: Pick<ResultSheet, 'print'> &
      Partial<Pick<ResultSheet, 'freeze' | 'autoFilter' | 'tabColor' | 'showGridLines' | 'visibility' | 'protection'>>,
  ): ResultSheet {
    return {
      name: this.name,
      mark: this.mark,
      styles: this.styles,
      blocks: this.blocks,
      merges: this.merges,
      columnWidths: this.widths,
      rowHeights: [...this.heights].map(([row, height]) => ({ row, height })),
      conditionalFormats: this.formats,
      ...(this.validations.length > 0 ? { validations: this.validations } : {}),
      charts: this.charts,
      showGridLines: false,
      ...rest,
    };
  }
}

/** A4 with page numbers and the rows of the header on every page. */
export function a4(
  orientation: PrintSetup['orientation'],
  footer: string,
  header: { readonly first: number; readonly last: number } | undefined,
  area: CellRange,
): PrintSetup {
  return {
    orientation,
    fitToWidth: true,
    ...(header ? { titleRows: header } : {}),
    area,
    footer,
    centerHorizontally: true,
    margins: orientation === 'landscape' ? [0.5, 0.5, 0.6, 0.75] : [0.6, 0.6, 0.7, 0.8],
  };
}
