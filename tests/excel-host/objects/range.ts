import { a1Range, type CellRange, MAX_COLUMNS, MAX_ROWS } from '../../../src/model';
import { type Cell, intersects, type Sheet } from '../book';
import { enter } from '../entry';
import { Fault, invalidArgument } from '../fault';
import { DEFAULT_LOOK } from '../look';
import { ApiCollection, ApiObject } from './apiObject';
import { ConditionalFormatCollection } from './conditions';
import { mapLooks, RangeFormat } from './format';
import { DataValidation } from './validations';

type Raw = string | number | boolean | null;

/** Cells that one request may read or write at most, on every platform. */
export const MAX_CELLS_PER_CALL = 5_000_000;
/** Merged blocks that can be listed at once. */
const MAX_MERGED_AREAS = 512;

/** A block of cells. */
export class Range extends ApiObject {
  constructor(
    readonly sheet: Sheet,
    readonly range: CellRange,
  ) {
    super();
    const { top, left, bottom, right } = range;
    const isInside =
      top >= 0 && left >= 0 && bottom < MAX_ROWS && right < MAX_COLUMNS && bottom >= top && right >= left;
    if (!isInside) throw invalidArgument(`no such range ${JSON.stringify(range)}`);
  }

  get RowIndex(): number {
    return this.range.top;
  }
  get ColumnIndex(): number {
    return this.range.left;
  }
  get RowCount(): number {
    return this.range.bottom - this.range.top + 1;
  }
  get ColumnCount(): number {
    return this.range.right - this.range.left + 1;
  }
  get Address(): string {
    return `'${this.sheet.name}'!${a1Range(this.range)}`;
  }
  get Format(): RangeFormat {
    return new RangeFormat(this.sheet, [this.range]);
  }
  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.sheet, [this.range]);
  }
  get DataValidation(): DataValidation {
    return new DataValidation(this.sheet, this.range);
  }

  get Values(): Raw[][] | null {
    return this.matrix((cell) => {
      const value = cell?.value ?? '';
      return typeof value === 'object' ? value.error : value;
    });
  }
  set Values(values: unknown) {
    this.enterAll(values);
  }
  get Formulas(): Raw[][] | null {
    return this.matrix((cell) => {
      if (typeof cell?.formula === 'string') return cell.formula.startsWith('=') ? cell.formula : `=${cell.formula}`;
      const value = cell?.value ?? '';
      return typeof value === 'object' ? value.error : value;
    });
  }
  set Formulas(values: unknown) {
    this.enterAll(values);
  }
  get ValueTypes(): string[][] | null {
    return this.matrix((cell) => {
      const value = cell?.value ?? null;
      if (value === null) return typeof cell?.formula === 'string' ? 'String' : 'Empty';
      if (typeof value === 'object') return 'Error';
      return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
    });
  }
  get NumberFormat(): string[][] | null {
    return this.matrix((cell) => (cell?.look ?? DEFAULT_LOOK).numberFormat);
  }
  set NumberFormat(value: unknown) {
    this.sheet.assertUnprotected();
    if (typeof value === 'string') {
      mapLooks(this.sheet, this.range, (look) => ({ ...look, numberFormat: value }));
      return;
    }
    this.each(value, (row, column, code) => {
      if (typeof code !== 'string') throw invalidArgument('a number format is a text');
      const cell = this.sheet.ownCell(row, column);
      cell.look = { ...cell.look, numberFormat: code };
    });
  }

  get RowHidden(): boolean | null {
    return uniform(this.range.top, this.range.bottom, this.sheet.hiddenRows);
  }
  set RowHidden(isHidden: boolean) {
    hide(this.range.top, this.range.bottom, this.sheet.hiddenRows, isHidden);
  }
  get ColumnHidden(): boolean | null {
    return uniform(this.range.left, this.range.right, this.sheet.hiddenColumns);
  }
  set ColumnHidden(isHidden: boolean) {
    hide(this.range.left, this.range.right, this.sheet.hiddenColumns, isHidden);
  }
  set Hyperlink(link: { documentReference?: string; textToDisplay?: string }) {
    this.sheet.assertEditable(this.range);
    const cell = this.sheet.ownCell(this.range.top, this.range.left);
    if (link.textToDisplay !== undefined) cell.value = link.textToDisplay;
    cell.link = link.documentReference ?? null;
    cell.look = { ...cell.look, fontColor: '#0563C1', underline: 'Single' };
  }

  /** Asked by the client before it cuts a large matrix into blocks of rows. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.RowCount || columns !== this.ColumnCount) throw invalidArgument('The array does not fit.');
  }
  GetRow(row: number): Range {
    const top = this.range.top + row;
    return new Range(this.sheet, { ...this.range, top, bottom: top });
  }
  GetBoundingRect(other: Range): Range {
    return new Range(this.sheet, {
      top: Math.min(this.range.top, other.range.top),
      left: Math.min(this.range.left, other.range.left),
      bottom: Math.max(this.range.bottom, other.range.bottom),
      right: Math.max(this.range.right, other.range.right),
    });
  }
  GetMergedAreasOrNullObject(): RangeAreas | null {
    const merges = this.sheet.merges.filter((merge) => intersects(merge, this.range));
    if (merges.length > MAX_MERGED_AREAS) throw new Fault('InvalidOperation', 'too many merged areas');
    return merges.length === 0 ? null : new RangeAreas(this.sheet, merges);
  }
  GetRowProperties(wanted: { rowHidden?: boolean }): { rowHidden?: boolean }[] {
    return list(this.range.top, this.range.bottom).map((row) =>
      wanted.rowHidden ? { rowHidden: this.sheet.hiddenRows.has(row) } : {},
    );
  }
  GetColumnProperties(wanted: { columnHidden?: boolean }): { columnHidden?: boolean }[] {
    return list(this.range.left, this.range.right).map((column) =>
      wanted.columnHidden ? { columnHidden: this.sheet.hiddenColumns.has(column) } : {},
    );
  }
  GetCellProperties(wanted: { format?: { protection?: boolean } }): unknown[][] {
    return this.matrix((cell) =>
      wanted.format?.protection ? { format: { protection: { locked: (cell?.look ?? DEFAULT_LOOK).locked } } } : {},
    )!;
  }
  Clear(applyTo?: string): void {
    this.sheet.assertUnprotected();
    if (applyTo && applyTo !== 'All') throw invalidArgument(`Clear ${applyTo}`);
    for (const [, cell] of this.sheet.within(this.range)) {
      Object.assign(cell, { value: null, formula: null, link: null, look: DEFAULT_LOOK } satisfies Cell);
    }
  }
  Merge(across?: boolean): void {
    this.sheet.assertUnprotected();
    if (across) throw invalidArgument('merge across');
    this.Unmerge();
    if (this.RowCount * this.ColumnCount === 1) return;
    this.sheet.merges.push(this.range);
    for (const [{ row, column }, cell] of this.sheet.within(this.range)) {
      if (row !== this.range.top || column !== this.range.left) Object.assign(cell, { value: null, formula: null });
    }
  }
  Unmerge(): void {
    this.sheet.assertUnprotected();
    this.sheet.merges = this.sheet.merges.filter((merge) => !intersects(merge, this.range));
  }
  Select(): void {
    const { book } = this.sheet;
    if (book.active !== this.sheet) throw new Fault('InvalidSelection', 'The sheet is not the active one.');
    book.selection = { sheet: this.sheet, range: this.range };
  }

  private enterAll(values: unknown): void {
    this.sheet.assertEditable(this.range);
    this.each(values, (row, column, input) => {
      if (typeof input === 'object') throw invalidArgument('a value is a text, a number or a boolean');
      const merge = this.sheet.mergeAt(row, column);
      if (merge && (merge.top !== row || merge.left !== column)) return;
      const cell = this.sheet.ownCell(row, column);
      const { value, formula, numberFormat } = enter(input as string | number | boolean, cell.look.numberFormat);
      cell.value = value;
      cell.formula = formula;
      if (value === null) cell.link = null;
      if (numberFormat && cell.look.numberFormat === 'General') cell.look = { ...cell.look, numberFormat };
    });
    this.sheet.book.onChange?.(this.sheet, this.range, true);
  }

  /** Walks a scalar or a matrix of exactly this size; null leaves a cell alone. */
  private each(values: unknown, visit: (row: number, column: number, value: NonNullable<unknown>) => void): void {
    if (values === null || values === undefined) throw invalidArgument('null is no value');
    const isMatrix = Array.isArray(values);
    if (this.RowCount * this.ColumnCount > MAX_CELLS_PER_CALL) throw invalidArgument('too many cells');
    if (isMatrix && (values.length !== this.RowCount || values.some((row) => row?.length !== this.ColumnCount))) {
      throw invalidArgument('The number of rows or columns in the input array does not match the range.');
    }
    for (let r = 0; r < this.RowCount; r++) {
      for (let c = 0; c < this.ColumnCount; c++) {
        const value = isMatrix ? (values[r] as unknown[])[c] : values;
        if (value !== null && value !== undefined) visit(this.range.top + r, this.range.left + c, value);
      }
    }
  }

  private matrix<T>(read: (cell: Cell | undefined) => T): T[][] | null {
    if (this.RowCount * this.ColumnCount > MAX_CELLS_PER_CALL) return null;
    return list(this.range.top, this.range.bottom).map((row) =>
      list(this.range.left, this.range.right).map((column) => read(this.sheet.cell(row, column))),
    );
  }
}

/** Several blocks of one sheet. */
export class RangeAreas extends ApiObject {
  constructor(
    readonly sheet: Sheet,
    readonly ranges: readonly CellRange[],
  ) {
    super();
  }

  get Address(): string {
    return this.ranges.map((range) => new Range(this.sheet, range).Address).join(',');
  }
  get AreaCount(): number {
    return this.ranges.length;
  }
  get Areas(): RangeCollection {
    return new RangeCollection(this.ranges.map((range) => new Range(this.sheet, range)));
  }
  get Format(): RangeFormat {
    return new RangeFormat(this.sheet, this.ranges);
  }
  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.sheet, this.ranges);
  }
}

class RangeCollection extends ApiCollection {
  constructor(private readonly ranges: readonly Range[]) {
    super();
  }
  items(): readonly Range[] {
    return this.ranges;
  }
  item(): Range {
    throw new Fault('NotSimulated', 'RangeCollection.getItem');
  }
}

function list(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Whether all, none (false) or some (null) of the lines are hidden. */
function uniform(first: number, last: number, hidden: ReadonlySet<number>): boolean | null {
  const count = [...hidden].filter((at) => at >= first && at <= last).length;
  return count === 0 ? false : count === last - first + 1 ? true : null;
}

function hide(first: number, last: number, hidden: Set<number>, isHidden: boolean): void {
  if (!isHidden) for (const at of [...hidden]) if (at >= first && at <= last) hidden.delete(at);
  if (isHidden) for (const at of list(first, last)) hidden.add(at);
}
