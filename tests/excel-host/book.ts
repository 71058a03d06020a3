import { type CellPosition, type CellRange, type CellValue, MAX_COLUMNS, MAX_ROWS } from '../../src/model';
import { renameSheets } from '../../src/hosts/shared/formula/renameSheets';
import { Fault, invalidArgument } from './fault';
import { DEFAULT_LOOK, type Look } from './look';

export interface Cell {
  value: CellValue;
  /** Without "=". */
  formula: string | null;
  look: Look;
  link: string | null;
}

export interface SheetName {
  readonly name: string;
  formula: string;
  visible: boolean;
}

/** A conditional format: its rule as the bag of properties that was set. */
export interface Condition {
  readonly id: string;
  readonly type: string;
  ranges: readonly CellRange[];
  readonly rule: Map<string, unknown>;
}

/** A data validation: what was set of it, by PascalCase name. */
export interface Validation {
  readonly range: CellRange;
  readonly properties: Map<string, unknown>;
}

export interface ChartData {
  readonly id: string;
  name: string;
  readonly type: string;
  readonly properties: Map<string, unknown>;
  series: {
    name: string;
    values: CellRange | null;
    categories: CellRange | null;
    readonly properties: Map<string, unknown>;
  }[];
  position: readonly [CellPosition, CellPosition] | null;
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

const cellKey = (row: number, column: number): number => row * MAX_COLUMNS + column;

export function intersects(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** One worksheet: cells and all that our host may set on it. */
export class Sheet {
  cells = new Map<number, Cell>();
  merges: CellRange[] = [];
  names: SheetName[] = [];
  conditions: Condition[] = [];
  validations: Validation[] = [];
  /** Notes by the A1 text of their cell. */
  notes = new Map<string, { content: string }>();
  charts: ChartData[] = [];
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  rowHeights = new Map<number, number>();
  columnWidths = new Map<number, number>();
  visibility: Visibility = 'Visible';
  isProtected = false;
  /** What may be done all the same, as it was asked for. */
  protection: Readonly<Record<string, unknown>> = {};
  frozen: CellRange | null = null;
  autoFilter: CellRange | null = null;
  tabColor = '';
  showGridlines = true;
  page = new Map<string, unknown>();

  constructor(
    readonly book: Book,
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.cells.get(cellKey(row, column));
  }

  /** The cell to be changed; made when it is not there. */
  ownCell(row: number, column: number): Cell {
    const key = cellKey(row, column);
    let cell = this.cells.get(key);
    if (!cell) this.cells.set(key, (cell = { value: null, formula: null, look: DEFAULT_LOOK, link: null }));
    return cell;
  }

  /** Cells of a range that exist, with their places. */
  *within(range: CellRange): Generator<[CellPosition, Cell]> {
    for (const [key, cell] of this.cells) {
      const row = Math.floor(key / MAX_COLUMNS);
      const column = key % MAX_COLUMNS;
      if (row >= range.top && row <= range.bottom && column >= range.left && column <= range.right) {
        yield [{ row, column }, cell];
      }
    }
  }

  /** The merged block whose other cells swallow what is written into them, or undefined. */
  mergeAt(row: number, column: number): CellRange | undefined {
    return this.merges.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
  }

  /** Smallest block that holds all cells with content, or null. */
  usedRange(): CellRange | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [{ row, column }, cell] of this.within(EVERYTHING)) {
      if (cell.value === null && cell.formula === null) continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
    return bottom < 0 ? null : { top, left, bottom, right };
  }

  assertEditable(range: CellRange): void {
    if (!this.isProtected) return;
    for (let row = range.top; row <= Math.min(range.bottom, range.top + 100_000); row++) {
      for (let column = range.left; column <= Math.min(range.right, range.left + 1000); column++) {
        if (this.cell(row, column)?.look.locked ?? true) throw accessDenied();
      }
    }
  }

  assertUnprotected(): void {
    if (this.isProtected) throw accessDenied();
  }
}

export const EVERYTHING: CellRange = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

export function accessDenied(): Fault {
  return new Fault('AccessDenied', 'You cannot perform the requested operation.');
}

/** A workbook in memory. */
export class Book {
  sheets: Sheet[] = [];
  settings = new Map<string, unknown>();
  active: Sheet | null = null;
  selection: { readonly sheet: Sheet; readonly range: CellRange } | null = null;
  isStructureProtected = false;
  /** Workbooks that were opened in windows of their own, as base64. */
  readonly opened: string[] = [];
  /** Told of every change to cells: by the add-in, or (false) by somebody else. */
  onChange: ((sheet: Sheet, range: CellRange, isOwn: boolean) => void) | null = null;
  private count = 0;

  constructor(
    readonly name: string,
    readonly date1904 = false,
  ) {}

  nextId(): string {
    return `{${String(++this.count).padStart(8, '0')}-0001-0000-0000-000000000000}`;
  }

  sheet(key: string): Sheet | undefined {
    return this.sheets.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());
  }

  addSheet(wanted?: string): Sheet {
    this.assertStructure();
    let name = wanted;
    for (let number = this.sheets.length + 1; name === undefined; number++) {
      if (!this.sheet(`Sheet${number}`)) name = `Sheet${number}`;
    }
    this.assertName(name, null);
    const sheet = new Sheet(this, this.nextId(), name);
    this.sheets.push(sheet);
    return sheet;
  }

  rename(sheet: Sheet, name: string): void {
    this.assertStructure();
    this.assertName(name, sheet);
    const names = new Map([[sheet.name.toLowerCase(), name]]);
    sheet.name = name;
    for (const cell of this.formulas()) cell.formula = renameSheets(cell.formula!, names);
  }

  remove(sheet: Sheet): void {
    this.assertStructure();
    const visible = this.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
    if (visible.length === 0) throw new Fault('InvalidOperation', 'A workbook must contain a visible worksheet.');
    this.sheets = this.sheets.filter((other) => other !== sheet);
    if (this.active === sheet) this.active = visible[0]!;
    const lost = new Map([[sheet.name.toLowerCase(), '#REF']]);
    for (const cell of this.formulas()) cell.formula = renameSheets(cell.formula!, lost).replaceAll("'#REF'!", '#REF!');
  }

  /** A copy behind the other sheets, named like Excel names it; sheet-scoped names are copied too. */
  copy(sheet: Sheet): Sheet {
    this.assertStructure();
    if (sheet.visibility === 'VeryHidden') throw new Fault('GeneralException', 'a very hidden sheet is not copied');
    let name = '';
    for (let number = 2; name === ''; number++) {
      const ending = ` (${number})`;
      const candidate = sheet.name.slice(0, 31 - ending.length) + ending;
      if (!this.sheet(candidate)) name = candidate;
    }
    const copy = new Sheet(this, this.nextId(), name);
    const { id: _id, name: _name, ...content } = sheet;
    Object.assign(copy, content, {
      book: this,
      cells: new Map([...sheet.cells].map(([key, cell]) => [key, { ...cell }])),
      merges: [...sheet.merges],
      names: sheet.names.map((each) => ({ ...each })),
      conditions: sheet.conditions.map((each) => ({ ...each, id: this.nextId(), rule: new Map(each.rule) })),
      validations: sheet.validations.map((each) => ({ ...each, properties: new Map(each.properties) })),
      notes: new Map([...sheet.notes].map(([at, note]) => [at, { ...note }])),
      charts: sheet.charts.map((each) => ({
        ...each,
        id: this.nextId(),
        series: each.series.map((s) => ({ ...s, properties: new Map(s.properties) })),
      })),
      hiddenRows: new Set(sheet.hiddenRows),
      hiddenColumns: new Set(sheet.hiddenColumns),
      rowHeights: new Map(sheet.rowHeights),
      columnWidths: new Map(sheet.columnWidths),
      page: new Map(sheet.page),
    });
    this.sheets.push(copy);
    this.active = copy;
    return copy;
  }

  show(sheet: Sheet, visibility: Visibility): void {
    this.assertStructure();
    const others = this.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
    if (visibility !== 'Visible' && others.length === 0) throw new Fault('InvalidOperation', 'The last visible sheet.');
    sheet.visibility = visibility;
    if (this.active === sheet && visibility !== 'Visible') this.active = others[0]!;
  }

  private assertStructure(): void {
    if (this.isStructureProtected) throw accessDenied();
  }

  private assertName(name: string, sheet: Sheet | null): void {
    const isLegal =
      name !== '' && name.length <= 31 && !/[[\]:*?/\\]/.test(name) && !/^'|'$/.test(name) && !/^history$/i.test(name);
    if (!isLegal) throw invalidArgument(`bad sheet name ${name}`);
    const twin = this.sheet(name);
    if (twin && twin !== sheet) throw new Fault('ItemAlreadyExists', `there is a sheet ${name}`);
  }

  private *formulas(): Generator<Cell> {
    for (const { cells } of this.sheets) for (const cell of cells.values()) if (cell.formula !== null) yield cell;
  }
}
