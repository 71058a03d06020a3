import { CellKind, type CellTable, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from './workbook';
import type { CellRange } from './address';

/** A typed array that grows; `take` cuts it to its length. */
class Growing<T extends Float64Array | Uint32Array | Uint16Array | Uint8Array> {
  length = 0;
  constructor(private data: T) {}

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new (this.data.constructor as new (length: number) => T)(this.length * 2);
      larger.set(this.data as never);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }

  take(): T {
    return this.data.slice(0, this.length) as T;
  }
}

/** Collects the pools that the sheets of one workbook share. */
export class WorkbookBuilder {
  private readonly stringIndex = new Map<string, number>();
  private readonly formatIndex = new Map<string, number>([['General', 0]]);
  private readonly strings: string[] = [];
  private readonly numberFormats: string[] = ['General'];
  private readonly sheets: SheetSnapshot[] = [];

  /** Index of a text in the pool; each text is kept once. */
  string(text: string): number {
    let index = this.stringIndex.get(text);
    if (index === undefined) {
      index = this.strings.length;
      this.stringIndex.set(text, index);
      this.strings.push(text);
    }
    return index;
  }

  /** Index of a number format code in the pool. */
  format(code: string): number {
    let index = this.formatIndex.get(code);
    if (index === undefined) {
      index = this.numberFormats.length;
      this.formatIndex.set(code, index);
      this.numberFormats.push(code);
    }
    return index;
  }

  add(sheet: SheetSnapshot): void {
    this.sheets.push(sheet);
  }

  build(name: string, date1904 = false): WorkbookSnapshot {
    return { name, date1904, sheets: this.sheets, strings: this.strings, numberFormats: this.numberFormats };
  }
}

/** Collects the cells of one sheet; rows ascending, columns ascending within a row. */
export class CellTableBuilder {
  private readonly rows = new Growing(new Uint32Array(64));
  private readonly starts = new Growing(new Uint32Array(64));
  private readonly columns = new Growing(new Uint16Array(256));
  private readonly kinds = new Growing(new Uint8Array(256));
  private readonly values = new Growing(new Float64Array(256));
  private readonly formats = new Growing(new Uint16Array(256));
  private readonly formulaEntries = new Growing(new Uint32Array(16));
  private readonly formulas: string[] = [];
  private lastRow = -1;
  private lastColumn = -1;

  constructor(private readonly workbook: WorkbookBuilder) {}

  /**
   * Adds a cell whose value is already in pool form.
   * @throws RangeError when the cell does not come after the one before.
   */
  addRaw(row: number, column: number, kind: number, value: number, format = 0, formula?: string): void {
    if (row < this.lastRow || (row === this.lastRow && column <= this.lastColumn)) {
      throw new RangeError(`cell out of order: row ${row}, column ${column}`);
    }
    if (row !== this.lastRow) {
      this.rows.push(row);
      this.starts.push(this.columns.length);
      this.lastRow = row;
    }
    this.lastColumn = column;
    if (formula !== undefined) {
      this.formulaEntries.push(this.columns.length);
      this.formulas.push(formula);
    }
    this.columns.push(column);
    this.kinds.push(kind);
    this.values.push(value);
    this.formats.push(format);
  }

  /** Adds a cell by its value; null is kept only with a formula. */
  add(row: number, column: number, value: CellValue, format = 'General', formula?: string): void {
    const code = this.workbook.format(format);
    if (value === null) {
      if (formula !== undefined || code !== 0) this.addRaw(row, column, CellKind.blank, 0, code, formula);
    } else if (typeof value === 'number') this.addRaw(row, column, CellKind.number, value, code, formula);
    else if (typeof value === 'boolean') this.addRaw(row, column, CellKind.boolean, value ? 1 : 0, code, formula);
    else if (typeof value === 'string')
      this.addRaw(row, column, CellKind.text, this.workbook.string(value), code, formula);
    else this.addRaw(row, column, CellKind.error, this.workbook.string(value.error), code, formula);
  }

  build(): CellTable {
    this.starts.push(this.columns.length);
    return {
      rows: this.rows.take(),
      starts: this.starts.take(),
      columns: this.columns.take(),
      kinds: this.kinds.take(),
      values: this.values.take(),
      formats: this.formats.take(),
      formulaEntries: this.formulaEntries.take(),
      formulas: this.formulas,
    };
  }
}

/** A sheet written as rows of values, for tests, samples and hosts that hand over blocks. */
export interface SheetLiteral {
  name: string;
  /** Rows from row 1 on; undefined and null are empty; { value, format, formula } for more than a value. */
  rows: readonly (readonly (CellValue | undefined | { value: CellValue; format?: string; formula?: string })[])[];
  merges?: readonly CellRange[];
  visibility?: SheetSnapshot['visibility'];
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
  isProtected?: boolean;
  mark?: string | null;
}

/**
 * A snapshot from rows of values.
 * @example snapshotOf("a.xlsx", [{ name: "表", rows: [["单位", "总分"], ["甲", 95]] }])
 */
export function snapshotOf(name: string, sheets: readonly SheetLiteral[], date1904 = false): WorkbookSnapshot {
  const workbook = new WorkbookBuilder();
  for (const sheet of sheets) {
    const cells = new CellTableBuilder(workbook);
    sheet.rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell === undefined || cell === null) return;
        if (typeof cell === 'object' && 'value' in cell) cells.add(r, c, cell.value, cell.format, cell.formula);
        else cells.add(r, c, cell);
      }),
    );
    workbook.add({
      name: sheet.name,
      visibility: sheet.visibility ?? 'visible',
      cells: cells.build(),
      merges: sheet.merges ?? [],
      hiddenRows: sheet.hiddenRows ?? [],
      hiddenColumns: sheet.hiddenColumns ?? [],
      isProtected: sheet.isProtected ?? false,
      mark: sheet.mark ?? null,
    });
  }
  return workbook.build(name, date1904);
}
