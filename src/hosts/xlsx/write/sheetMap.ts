import { MAX_COLUMNS, parseA1, parseA1Range, type CellRange } from '../../../model/address';
import { Token, XmlScanner } from '../xml/scanner';

/** A cell as it stands in the text of its sheet. */
export interface MappedCell {
  readonly start: number;
  end: number;
  readonly openEnd: number;
  readonly xf: number;
  readonly type: string;
  readonly isEmpty: boolean;
  /** Type of its formula: "normal", "shared", "array", "dataTable", or null without one. */
  formula: string | null;
}

/** A row of which cells are wanted, as it stands in the text. */
export interface MappedRow {
  readonly start: number;
  readonly openEnd: number;
  end: number;
  innerEnd: number;
  readonly isEmpty: boolean;
  readonly prefix: string;
  /** Cell format of the whole row, or -1. */
  readonly xf: number;
  readonly spans: string | null;
  /** Wanted cells that exist, by column. */
  readonly cells: Map<number, MappedCell>;
  /** For wanted columns that have no cell: where one is to be inserted. */
  readonly gaps: Map<number, number>;
}

/** Where things stand in the text of a worksheet. */
export interface SheetMap {
  readonly prefix: string;
  /** Wanted rows that exist. */
  readonly rows: ReadonlyMap<number, MappedRow>;
  /** Where a wanted row is to be inserted; counts only when `rows` does not have it. */
  readonly rowGaps: ReadonlyMap<number, number>;
  /** The element `sheetData`. */
  readonly data: { start: number; openEnd: number; innerEnd: number; isEmpty: boolean };
  /** Cell formats of columns that have one. */
  readonly columns: readonly { first: number; last: number; xf: number }[];
  readonly merges: readonly CellRange[];
  /** Blocks of array formulas and data tables. */
  readonly blocks: readonly CellRange[];
  readonly isProtected: boolean;
}

/** Walks over a sheet once and notes where the wanted cells are or would be. */
class SheetMapper {
  readonly rows = new Map<number, MappedRow>();
  readonly rowGaps = new Map<number, number>();
  readonly columns: { first: number; last: number; xf: number }[] = [];
  readonly merges: CellRange[] = [];
  readonly blocks: CellRange[] = [];
  data = { start: -1, openEnd: -1, innerEnd: -1, isEmpty: true };
  prefix = '';
  isProtected = false;
  private readonly wantedRows: readonly number[];
  /** First of the wanted rows that may still come. */
  private next = 0;
  private row: MappedRow | null = null;
  private rowNumber = -1;
  private column = -1;
  private wantedColumns: readonly number[] = [];
  private cell: MappedCell | null = null;
  private isInData = false;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly wanted: ReadonlyMap<number, readonly number[]>,
  ) {
    this.wantedRows = [...wanted.keys()].sort((a, b) => a - b);
  }

  run(): void {
    const { scanner } = this;
    for (let token = scanner.next(); token !== Token.none; token = scanner.next()) {
      if (token === Token.text) continue;
      if (this.isInData) this.takeInData(token);
      else if (token === Token.open) this.takeOutside();
    }
    for (; this.next < this.wantedRows.length; this.next++)
      this.rowGaps.set(this.wantedRows[this.next]!, this.data.innerEnd);
  }

  private takeOutside(): void {
    const { scanner } = this;
    if (scanner.depth === 0) this.prefix = scanner.prefix;
    else if (scanner.depth === 1 && scanner.is('sheetData')) {
      this.data = { start: scanner.start, openEnd: scanner.end, innerEnd: scanner.end, isEmpty: scanner.isEmpty };
      this.isInData = !scanner.isEmpty;
    } else if (scanner.depth === 1 && scanner.is('sheetProtection')) this.isProtected = scanner.flag('sheet');
    else if (scanner.depth === 2 && scanner.is('col')) {
      const xf = scanner.number('style', -1);
      if (xf >= 0) this.columns.push({ first: scanner.number('min', 1) - 1, last: scanner.number('max', 1) - 1, xf });
    } else if (scanner.depth === 2 && scanner.is('mergeCell')) {
      const range = parseA1Range(scanner.attribute('ref') ?? '');
      if (range) this.merges.push(range);
    }
  }

  private takeInData(token: number): void {
    const { scanner } = this;
    if (token === Token.close) {
      if (scanner.depth === 1) {
        this.isInData = false;
        this.data.innerEnd = scanner.start;
      } else if (scanner.depth === 2) this.endRow(scanner.start, scanner.end);
      else if (scanner.depth === 3 && this.cell) {
        this.cell.end = scanner.end;
        this.cell = null;
      }
    } else if (scanner.depth === 2 && scanner.is('row')) this.startRow();
    else if (scanner.depth === 3 && scanner.is('c')) this.startCell();
    else if (scanner.depth === 4 && scanner.is('f')) this.takeFormula();
  }

  private startRow(): void {
    const { scanner } = this;
    this.rowNumber = scanner.number('r', this.rowNumber + 2) - 1;
    this.column = -1;
    for (; this.next < this.wantedRows.length && this.wantedRows[this.next]! < this.rowNumber; this.next++) {
      this.rowGaps.set(this.wantedRows[this.next]!, scanner.start);
    }
    this.wantedColumns = this.wanted.get(this.rowNumber) ?? [];
    this.row = null;
    if (this.wantedColumns.length === 0) return;
    this.row = {
      start: scanner.start,
      openEnd: scanner.end,
      end: scanner.end,
      innerEnd: scanner.end,
      isEmpty: scanner.isEmpty,
      prefix: scanner.prefix,
      xf: scanner.flag('customFormat') ? scanner.number('s', -1) : -1,
      spans: scanner.attribute('spans'),
      cells: new Map(),
      gaps: new Map(),
    };
    this.rows.set(this.rowNumber, this.row);
    if (scanner.isEmpty) this.endRow(scanner.end, scanner.end);
  }

  private endRow(innerEnd: number, end: number): void {
    const { row } = this;
    if (!row) return;
    row.innerEnd = innerEnd;
    row.end = end;
    for (const column of this.wantedColumns)
      if (!row.cells.has(column) && !row.gaps.has(column)) row.gaps.set(column, innerEnd);
    this.row = null;
  }

  private startCell(): void {
    const { scanner, row } = this;
    if (!row) return;
    const place = parseA1(scanner.attribute('r') ?? '');
    this.column = place ? place.column : this.column + 1;
    for (const column of this.wantedColumns) {
      if (column < this.column && !row.cells.has(column) && !row.gaps.has(column)) row.gaps.set(column, scanner.start);
    }
    if (!this.wantedColumns.includes(this.column)) return;
    const cell: MappedCell = {
      start: scanner.start,
      end: scanner.end,
      openEnd: scanner.end,
      xf: scanner.number('s', 0),
      type: scanner.attribute('t') ?? 'n',
      isEmpty: scanner.isEmpty,
      formula: null,
    };
    row.cells.set(this.column, cell);
    row.gaps.delete(this.column);
    this.cell = scanner.isEmpty ? null : cell;
  }

  private takeFormula(): void {
    const { scanner } = this;
    const type = scanner.attribute('t') ?? 'normal';
    if (this.cell) this.cell.formula = type;
    const range = type === 'array' || type === 'dataTable' ? parseA1Range(scanner.attribute('ref') ?? '') : null;
    if (range) this.blocks.push(range);
  }
}

/**
 * Notes where cells stand in the text of a worksheet.
 * @param wanted columns of interest by row, both from 0, columns ascending and below 16,384
 */
export function mapSheet(text: string, wanted: ReadonlyMap<number, readonly number[]>): SheetMap {
  const mapper = new SheetMapper(new XmlScanner(text), wanted);
  mapper.run();
  return mapper;
}

/** Cell format that a new cell takes over: that of its row, else of its column, else the default. */
export function inheritedFormat(map: SheetMap, row: MappedRow | undefined, column: number): number {
  if (row && row.xf >= 0) return row.xf;
  return map.columns.find(({ first, last }) => column >= first && column <= Math.min(last, MAX_COLUMNS))?.xf ?? 0;
}
