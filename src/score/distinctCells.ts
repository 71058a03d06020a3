import {
  CellKind,
  type Assessment,
  type CellPlaces,
  type CellRef,
  type CellValue,
  type WorkbookSnapshot,
} from '../model';
import { entryInRow, entryValue, rowIndex, type CellTable } from '../model';
import { isDateFormat, isPercentFormat } from '../values';
import type { CellPoints, Interpret } from './cellPoints';

/** How a number format changes what a number means. */
const FormatClass = { plain: 0, percent: 1, date: 2 } as const;
const SMALL = 256;

function formatClass(code: string): number {
  if (isPercentFormat(code)) return FormatClass.percent;
  return isDateFormat(code) ? FormatClass.date : FormatClass.plain;
}

/** One workbook's distinct cells of a column, as indices into the list of readings; 0 is not read yet. */
class WorkbookCells {
  /** By pool index; an array only where all cells are read, for pools are large. */
  readonly texts: Int32Array | null;
  readonly fewTexts = new Map<number, number>();
  readonly errors = new Map<number, number>();
  readonly booleans = [0, 0];
  readonly small = [new Int32Array(SMALL), new Int32Array(SMALL), new Int32Array(SMALL)];
  readonly numbers = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  readonly classes: Uint8Array;

  constructor(
    readonly workbook: WorkbookSnapshot,
    isBulk: boolean,
  ) {
    this.texts = isBulk ? new Int32Array(workbook.strings.length) : null;
    this.classes = Uint8Array.from(workbook.numberFormats, formatClass);
  }
}

/** A column as scoring reads it. */
export interface CellReader {
  /** What distinct cells say; with `codes`, which of them each subject has. Null where a subject has to be asked for. */
  readonly readings: readonly CellPoints[];
  readonly codes: Int32Array | null;
  readonly fill: (from: number, to: number) => void;
  readonly at: (subject: number) => CellPoints;
}

/**
 * Reads the cells of one column, each distinct cell once: a hundred thousand cells say a few dozen different things.
 */
export class DistinctCells implements CellReader {
  /** Readings; index 0 is that of no cell at all. */
  readonly readings: CellPoints[];
  /** The cell behind each reading, so that it can be read otherwise. */
  private readonly samples: { readonly value: CellValue; readonly format: string }[] = [];
  private readonly workbooks: (WorkbookCells | undefined)[] = [];
  /** Code of each subject, once all are read. */
  codes: Int32Array | null = null;
  private filling: Int32Array | null = null;
  private sheet = -1;
  private table: CellTable | null = null;
  private current: WorkbookCells | null = null;

  constructor(
    private readonly assessment: Assessment,
    private readonly places: CellPlaces,
    private readonly interpret: Interpret,
  ) {
    this.readings = [this.interpret(null, 'General')];
    this.samples.push({ value: null, format: 'General' });
  }

  /** The same cells under another rule; where all have been read, nothing is looked up again. */
  reread(interpret: Interpret): DistinctCells {
    const other = new DistinctCells(this.assessment, this.places, interpret);
    if (!this.codes) return other;
    for (const sample of this.samples.slice(1)) {
      other.samples.push(sample);
      other.readings.push(interpret(sample.value, sample.format));
    }
    other.codes = this.codes;
    return other;
  }

  /** Reads the cells of the subjects from `from` to before `to`; after all are read, asking for one is a look-up. */
  fill(from: number, to: number): void {
    if (this.codes) return;
    const codes = (this.filling ??= new Int32Array(this.places.row.length));
    for (let subject = from; subject < to; subject++) codes[subject] = this.find(subject);
    if (to === codes.length) this.codes = codes;
  }

  /** Index into `readings` of a subject's cell; 0 when it has none or the cell is empty. */
  codeAt(subject: number): number {
    return this.codes ? this.codes[subject]! : this.find(subject);
  }

  private find(subject: number): number {
    const row = this.places.row[subject]!;
    if (row < 0) return 0;
    const sheet = this.places.sheet[subject]!;
    if (sheet !== this.sheet) this.open(sheet);
    const table = this.table!;
    const k = rowIndex(table, row);
    const entry = k < 0 ? -1 : entryInRow(table, k, this.places.column[subject]!);
    return entry < 0 ? 0 : this.codeOf(table, entry);
  }

  at(subject: number): CellPoints {
    return this.readings[this.codeAt(subject)]!;
  }

  private open(sheet: number): void {
    const reading = this.assessment.sheets[sheet]!;
    const workbook = this.assessment.workbooks[reading.workbook]!;
    this.sheet = sheet;
    this.table = workbook.sheets[reading.sheet]!.cells;
    this.current = this.workbooks[reading.workbook] ??= new WorkbookCells(workbook, this.filling !== null);
  }

  private codeOf(table: CellTable, entry: number): number {
    const cells = this.current!;
    const value = table.values[entry]!;
    switch (table.kinds[entry]) {
      case CellKind.text:
        if (!cells.texts) return cells.fewTexts.get(value) ?? this.keep(cells.fewTexts, value, this.read(table, entry));
        return cells.texts[value] || (cells.texts[value] = this.read(table, entry));
      case CellKind.number: {
        const kind = cells.classes[table.formats[entry]!] ?? FormatClass.plain;
        if (value >= 0 && value < SMALL && (value | 0) === value) {
          const small = cells.small[kind]!;
          return small[value] || (small[value] = this.read(table, entry));
        }
        const numbers = cells.numbers[kind]!;
        return numbers.get(value) ?? this.keep(numbers, value, this.read(table, entry));
      }
      case CellKind.boolean:
        return cells.booleans[value] || (cells.booleans[value] = this.read(table, entry));
      case CellKind.error:
        return cells.errors.get(value) ?? this.keep(cells.errors, value, this.read(table, entry));
      default:
        return 0;
    }
  }

  private keep(map: Map<number, number>, key: number, code: number): number {
    map.set(key, code);
    return code;
  }

  private read(table: CellTable, entry: number): number {
    const { workbook } = this.current!;
    const format = workbook.numberFormats[table.formats[entry]!] ?? 'General';
    const value = entryValue(workbook, table, entry);
    this.samples.push({ value, format });
    return this.readings.push(this.interpret(value, format)) - 1;
  }
}

/** The cell of a subject, or null when it has none. */
export function cellOf(places: CellPlaces, subject: number): CellRef | null {
  const row = places.row[subject]!;
  return row < 0 ? null : { sheet: places.sheet[subject]!, row, column: places.column[subject]! };
}
