import {
  entryAt,
  entryInRow,
  entryValue,
  formatAt,
  rowIndex,
  CellKind,
  type CellPosition,
  type CellRange,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../model';
import { isDateNumber, isPercentFormat, looksLikeFormula, serialToIso, tidyText } from '../values';

/** A merged block seen from one of its columns. */
interface Span {
  readonly top: number;
  readonly bottom: number;
  readonly range: CellRange;
}

/** A sheet as a person sees it: every cell of a merged block says what its anchor says. */
export class SheetGrid {
  /** Spans of the merged blocks by column, ascending. Very wide merges (titles) are kept apart, not per column. */
  private readonly spans = new Map<number, Span[]>();
  private readonly wide: CellRange[] = [];
  /** By text of the pool whether it heads rows of sums or labels, as far as it was looked up; kept by `rowKinds`. */
  readonly nameKinds: Uint8Array;
  private readonly tidied: (string | undefined)[];
  readonly lastRow: number;
  /** Below it no cell is merged. */
  private readonly lastMergedRow: number;
  readonly lastColumn: number;

  constructor(
    readonly workbook: WorkbookSnapshot,
    readonly sheet: SheetSnapshot,
    /** Index into `Assessment.sheets`. */
    readonly index: number,
  ) {
    this.nameKinds = nameKindsOf(workbook);
    this.tidied = tidiedOf(workbook);
    for (const range of sheet.merges) {
      if (range.right - range.left > 256) {
        this.wide.push(range);
        continue;
      }
      for (let column = range.left; column <= range.right; column++) {
        let list = this.spans.get(column);
        if (!list) this.spans.set(column, (list = []));
        list.push({ top: range.top, bottom: range.bottom, range });
      }
    }
    for (const list of this.spans.values()) list.sort((a, b) => a.top - b.top);
    const { rows, columns, starts, kinds } = sheet.cells;
    let lastColumn = -1;
    let lastRow = -1;
    for (let k = 0; k < rows.length; k++) {
      for (let entry = starts[k + 1]! - 1; entry >= starts[k]!; entry--) {
        if (kinds[entry] === CellKind.blank) continue;
        if (columns[entry]! > lastColumn) lastColumn = columns[entry]!;
        lastRow = rows[k]!;
        break;
      }
    }
    this.lastRow = lastRow;
    this.lastMergedRow = sheet.merges.reduce((last, range) => Math.max(last, range.bottom), -1);
    this.lastColumn = lastColumn;
  }

  /** The merged block that covers a cell, or null. */
  merge(row: number, column: number): CellRange | null {
    const list = this.spans.get(column);
    if (list) {
      let low = 0;
      let high = list.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const span = list[middle]!;
        if (row < span.top) high = middle - 1;
        else if (row > span.bottom) low = middle + 1;
        else return span.range;
      }
    }
    for (const range of this.wide) {
      if (row >= range.top && row <= range.bottom && column >= range.left && column <= range.right) return range;
    }
    return null;
  }

  /** The cell whose value shows at a position: the anchor of its merged block, or itself. */
  anchor(row: number, column: number): CellPosition {
    const range = row <= this.lastMergedRow ? this.merge(row, column) : null;
    return range ? { row: range.top, column: range.left } : { row, column };
  }

  /** Value at a position, merged blocks resolved. */
  value(row: number, column: number): CellValue {
    const range = row <= this.lastMergedRow ? this.merge(row, column) : null;
    const entry = range ? entryAt(this.sheet.cells, range.top, range.left) : entryAt(this.sheet.cells, row, column);
    return entryValue(this.workbook, this.sheet.cells, entry);
  }

  /** Value stored in the very cell. */
  own(row: number, column: number): CellValue {
    return entryValue(this.workbook, this.sheet.cells, entryAt(this.sheet.cells, row, column));
  }

  /** Text of a cell as a person reads it; numbers in their shortest form, nothing for errors and blanks. */
  text(row: number, column: number): string {
    return cellText(this.value(row, column));
  }

  /** Text of a cell as names are kept: tidy, each text of the pool tidied once; one like a formula stays as it is. */
  tidy(row: number, column: number): string {
    const index = row <= this.lastMergedRow ? -1 : this.stringIndex(row, column);
    if (index < 0) return tidyName(this.text(row, column));
    return (this.tidied[index] ??= tidyName(this.workbook.strings[index]!));
  }

  /** Text of a cell as its number format shows it where that matters: percentages and days. */
  shown(row: number, column: number): string {
    const value = this.value(row, column);
    if (typeof value !== 'number') return cellText(value);
    const { row: r, column: c } = this.anchor(row, column);
    const format = formatAt(this.workbook, this.sheet, r, c);
    if (isPercentFormat(format)) return `${Number((value * 100).toPrecision(12))}%`;
    if (isDateNumber(value, format)) return serialToIso(value, this.workbook.date1904);
    return String(Number(value.toPrecision(15)));
  }

  ownText(row: number, column: number): string {
    return cellText(this.own(row, column));
  }

  get hasMerges(): boolean {
    return this.spans.size > 0 || this.wide.length > 0;
  }

  /** Index of a cell's text in the pool of its workbook, -1 where there is none. */
  stringIndex(row: number, column: number): number {
    const { cells } = this.sheet;
    const entry = entryAt(cells, row, column);
    return entry >= 0 && cells.kinds[entry] === CellKind.text ? cells.values[entry]! : -1;
  }

  /** First column between two that holds something, and how many do, counted up to `most`. */
  fillOf(row: number, left: number, right: number, most: number): { first: number; count: number } {
    const { cells } = this.sheet;
    const k = rowIndex(cells, row);
    let first = -1;
    let count = 0;
    if (k < 0) return { first, count };
    for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]! && count < most; entry++) {
      const column = cells.columns[entry]!;
      if (column < left || column > right || this.isEmptyEntry(entry)) continue;
      if (count++ === 0) first = column;
    }
    return { first, count };
  }

  private isEmptyEntry(entry: number): boolean {
    const { kinds, values } = this.sheet.cells;
    return (
      kinds[entry] === CellKind.blank ||
      (kinds[entry] === CellKind.text && this.isEmptyText(this.workbook.strings[values[entry]!]!))
    );
  }

  private isEmptyText(text: string): boolean {
    return text === '' || (text.charCodeAt(0) <= 0x3000 && text.trim() === '');
  }

  /** Columns of a row that hold something themselves, ascending. */
  filledColumns(row: number): number[] {
    const { cells } = this.sheet;
    const k = rowIndex(cells, row);
    if (k < 0) return [];
    const columns: number[] = [];
    for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]!; entry++) {
      if (!this.isEmptyEntry(entry)) columns.push(cells.columns[entry]!);
    }
    return columns;
  }

  /** True when a cell holds nothing that a person can see. */
  isBlank(row: number, column: number): boolean {
    const { cells } = this.sheet;
    const k = rowIndex(cells, row);
    if (k < 0) return true;
    const entry = entryInRow(cells, k, column);
    return entry < 0 || this.isEmptyEntry(entry);
  }

  /** Like `isBlank`, merged blocks resolved. */
  isBlankShown(row: number, column: number): boolean {
    const at = this.anchor(row, column);
    return this.isBlank(at.row, at.column);
  }
}

const NAME_KINDS = new WeakMap<WorkbookSnapshot, Uint8Array>();

/** One table of name kinds for all the sheets of a workbook. */
function nameKindsOf(workbook: WorkbookSnapshot): Uint8Array {
  let kinds = NAME_KINDS.get(workbook);
  if (!kinds) NAME_KINDS.set(workbook, (kinds = new Uint8Array(workbook.strings.length)));
  return kinds;
}

const TIDIED = new WeakMap<WorkbookSnapshot, (string | undefined)[]>();

/** One table of tidy names for all the sheets of a workbook. */
function tidiedOf(workbook: WorkbookSnapshot): (string | undefined)[] {
  let tidied = TIDIED.get(workbook);
  if (!tidied) TIDIED.set(workbook, (tidied = new Array<string | undefined>(workbook.strings.length)));
  return tidied;
}

function tidyName(text: string): string {
  return looksLikeFormula(text) ? text : tidyText(text);
}

/** Text of a value as a person reads it. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value.error;
}
