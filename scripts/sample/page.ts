import type { CellStyle, ConditionalFormat, OutValue, PrintSetup, ResultSheet } from '../../src/model';
import { a4, SheetBuilder } from '../../src/report/sheetBuilder';

const LINE = { style: 'thin', color: '#7F7F7F' } as const;
const HEADER_FILL = '#DCE6F1';
const SONG = '宋体';

/** Looks of the workbook as an office keeps it: 小标宋 for titles, 黑体 for headers, 宋体 and 仿宋 for the rest. */
export const LOOK = {
  title: { font: { name: '方正小标宋简体', size: 18 }, horizontal: 'center', vertical: 'center', wrap: true },
  info: { font: { name: '仿宋', size: 11 }, horizontal: 'left', vertical: 'center' },
  header: {
    font: { name: '黑体', size: 10 },
    fill: HEADER_FILL,
    border: LINE,
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  band: {
    font: { name: '楷体', size: 11, bold: true },
    fill: '#F2F2F2',
    border: LINE,
    horizontal: 'left',
    vertical: 'center',
  },
  text: { font: { name: SONG, size: 10.5 }, border: LINE, horizontal: 'left', vertical: 'center', wrap: true },
  middle: { font: { name: SONG, size: 10.5 }, border: LINE, horizontal: 'center', vertical: 'center', wrap: true },
  rate: {
    font: { name: SONG, size: 10.5 },
    border: LINE,
    horizontal: 'center',
    vertical: 'center',
    numberFormat: '0.0%',
  },
  points: {
    font: { name: SONG, size: 10.5 },
    border: LINE,
    horizontal: 'center',
    vertical: 'center',
    numberFormat: '0.0#',
  },
  money: {
    font: { name: SONG, size: 10.5 },
    border: LINE,
    horizontal: 'right',
    vertical: 'center',
    numberFormat: '#,##0',
  },
  date: {
    font: { name: SONG, size: 10.5 },
    border: LINE,
    horizontal: 'center',
    vertical: 'center',
    numberFormat: 'yyyy-mm-dd',
  },
  sum: {
    font: { name: SONG, size: 10.5, bold: true },
    fill: '#F7F7F7',
    border: LINE,
    horizontal: 'center',
    vertical: 'center',
    numberFormat: '0.0#',
  },
  note: { font: { name: '仿宋', size: 10, color: '#595959' }, horizontal: 'left', vertical: 'center', wrap: true },
} as const satisfies Readonly<Record<string, CellStyle>>;

export type Look = keyof typeof LOOK;
/** A value, or a value that looks otherwise than its column. */
export type Cell = OutValue | { readonly is: OutValue; readonly look: Look };

export const dated = (serial: number): Cell => ({ is: serial, look: 'date' });
export const rated = (rate: number): Cell => ({ is: rate, look: 'rate' });

function isLooked(cell: Cell): cell is { readonly is: OutValue; readonly look: Look } {
  return typeof cell === 'object' && cell !== null && 'look' in cell;
}

/** Between two facts on one line. */
export const GAP = '\u3000'.repeat(4);

/** Day as Excel counts it. */
export function serial(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
}

export interface PageColumn {
  readonly title: string;
  readonly width: number;
  readonly look?: Look;
}

/** A sheet of the sample: title, information line, header, rows, notes. */
export class Page {
  readonly builder: SheetBuilder;
  private headerRows: { readonly first: number; readonly last: number } | null = null;
  private frozenColumns = 2;

  constructor(
    readonly name: string,
    private readonly columns: readonly PageColumn[],
  ) {
    this.builder = new SheetBuilder(
      name,
      '',
      columns.map(({ width }) => width),
    );
  }

  title(text: string, info?: string): this {
    this.builder.line(text, LOOK.title, 40);
    if (info !== undefined) this.builder.line(info, LOOK.info, 20);
    return this;
  }

  /** One row of column titles. */
  header(height = 30): this {
    const first = this.row;
    this.builder.rows(
      [this.columns.map(({ title }) => title)],
      this.columns.map(() => LOOK.header),
    );
    this.builder.height(first, height);
    this.headerRows = { first, last: first };
    return this;
  }

  /**
   * Header of several rows: groups over the column titles. Each group is [text, first column, last column] of a row;
   * columns without a group reach up to the top.
   */
  groupedHeader(
    groups: readonly (readonly (readonly [text: string, left: number, right: number])[])[],
    height: number,
  ): this {
    const first = this.row;
    const rows: OutValue[][] = [...groups, null].map(() => this.columns.map(() => null));
    const last = rows.length - 1;
    this.columns.forEach(({ title }, c) => {
      const depth = groups.filter((row) => row.some(([, left, right]) => c >= left && c <= right)).length;
      const top = depth === 0 ? 0 : depth;
      rows[top]![c] = title;
      if (top < last) this.builder.merge({ top: first + top, left: c, bottom: first + last, right: c });
    });
    groups.forEach((row, r) =>
      row.forEach(([text, left, right]) => {
        rows[r]![left] = text;
        if (right > left) this.builder.merge({ top: first + r, left, bottom: first + r, right });
      }),
    );
    this.builder.rows(
      rows,
      this.columns.map(() => LOOK.header),
    );
    groups.forEach((_, r) => this.builder.height(first + r, 22));
    this.builder.height(first + last, height);
    this.headerRows = { first, last: first + last };
    return this;
  }

  /** A band over all columns, e.g. 一、生产单位. */
  band(text: string): this {
    this.builder.line(text, LOOK.band, 22);
    return this;
  }

  rows(rows: readonly (readonly Cell[])[], height = 22): this {
    const first = this.row;
    const exceptions = rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        isLooked(cell) ? [{ row, column, style: this.builder.style(LOOK[cell.look]) }] : [],
      ),
    );
    const values = rows.map((cells) => this.columns.map((_, c) => valueOf(cells[c] ?? null)));
    this.builder.rows(
      values,
      this.columns.map(({ look }) => LOOK[look ?? 'middle']),
      { exceptions },
    );
    rows.forEach((_, r) => this.builder.height(first + r, height));
    return this;
  }

  /** Lines below the table: notes and signatures. */
  foot(...lines: readonly string[]): this {
    this.builder.row++;
    for (const line of lines) this.builder.line(line, LOOK.note, 22);
    return this;
  }

  format(format: ConditionalFormat): this {
    this.builder.format(format);
    return this;
  }

  /** Columns that stay in sight. */
  freezeColumns(count: number): this {
    this.frozenColumns = count;
    return this;
  }

  get row(): number {
    return this.builder.row;
  }

  build(
    orientation: PrintSetup['orientation'] = 'portrait',
    visibility: ResultSheet['visibility'] = 'visible',
  ): ResultSheet {
    const header = this.headerRows;
    const area = { top: 0, left: 0, bottom: this.row - 1, right: this.columns.length - 1 };
    return this.builder.build({
      print: a4(orientation, '&C第 &P 页 共 &N 页', header ?? undefined, area),
      ...(header ? { freeze: { rows: header.last + 1, columns: this.frozenColumns } } : {}),
      showGridLines: header !== null,
      visibility,
    });
  }
}

function valueOf(cell: Cell): OutValue {
  return isLooked(cell) ? cell.is : cell;
}
