import { MAX_COLUMNS, MAX_ROWS } from '../../../model/address';
import { CellKind, type CellTable } from '../../../model/workbook';
import type { WorkbookBuilder } from '../../../model/workbookBuilder';
import { FileError } from '../fileError';
import { cutAtReferences, shiftFormula, type FormulaPieces } from '../../shared/formula/references';
import { MAX_SHARED_FORMULA_CHARS } from '../limits';
import { Token, type XmlScanner } from '../xml/scanner';
import { detached, unescapeCell } from '../xml/text';
import { CellSink } from './cellSink';
import { serialOfIsoDate } from './isoDate';
import { StringItemReader } from './sharedStrings';
import { SheetProperties } from './sheetProperties';

/** What reading a sheet needs to know of its workbook. */
export interface SheetContext {
  readonly workbook: WorkbookBuilder;
  readonly sharedStrings: readonly string[];
  /** Index into the pool of each shared string, -1 until it is used; shared by the sheets. */
  readonly sharedIndexes: Int32Array;
  readonly date1904: boolean;
  /** For each cell format (xf): whether a cell without a value is kept for it. */
  readonly keepsBlank: (xf: number) => boolean;
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  pieces: FormulaPieces | null;
}

const enum CellType {
  number,
  shared,
  boolean,
  error,
  text,
  inline,
  date,
}

/** Where inside a cell the scanner is. */
const enum Inside {
  nothing,
  value,
  formula,
  inline,
}

const LOWER_A = 97;

function cellType(source: string, start: number, end: number): CellType {
  const first = source.charCodeAt(start);
  if (end - start === 1) {
    if (first === 115) return CellType.shared;
    if (first === 98) return CellType.boolean;
    if (first === 101) return CellType.error;
    if (first === 100) return CellType.date;
    return CellType.number;
  }
  if (first === 115) return CellType.text;
  return first === 105 ? CellType.inline : CellType.number;
}

/** A plain whole number of up to 15 digits, or -1. */
function wholeNumber(source: string, start: number, end: number): number {
  if (end - start > 15 || end === start) return -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = source.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads one worksheet part as it streams by: its cells in one linear pass, everything else through `properties`. */
export class SheetReader {
  private readonly cells: CellSink;
  private readonly item = new StringItemReader();
  private readonly shared = new Map<number, SharedFormula>();
  private sharedChars = 0;
  private isInData = false;
  private row = -1;
  private column = -1;
  private isCellOpen = false;
  private isCellValid = false;
  private cellRow = 0;
  private xf = 0;
  private type: CellType = CellType.number;
  private inside: Inside = Inside.nothing;
  private kind: number = CellKind.blank;
  private value = 0;
  private text = '';
  private hasText = false;
  private formula: string | undefined;
  private sharedId = -1;

  constructor(
    private readonly context: SheetContext,
    readonly properties = new SheetProperties(),
  ) {
    this.cells = new CellSink(context.workbook);
  }

  /** Number format indexes of the table are cell formats (xf) of the workbook. */
  build(): CellTable {
    return this.cells.build();
  }

  /** Takes all tokens that have been fed. */
  consume(scanner: XmlScanner): void {
    for (let token = scanner.next(); token !== Token.none; token = scanner.next()) {
      const { depth } = scanner;
      if (!this.isInData) {
        if (depth === 0 && token === Token.open && !scanner.is('worksheet')) throw new FileError('badXml');
        this.isInData = depth === 1 && token === Token.open && !scanner.isEmpty && scanner.is('sheetData');
        if (!this.isInData) this.properties.take(token, scanner);
      } else if (depth > 3) this.takeInCell(token, scanner);
      else if (token === Token.open) {
        if (depth === 3) {
          if (scanner.is('c')) this.startCell(scanner);
        } else if (depth === 2 && scanner.is('row')) this.startRow(scanner);
      } else if (token === Token.close) {
        if (depth === 3) this.endCell();
        else if (depth === 1) this.isInData = false;
      }
    }
  }

  private startRow(scanner: XmlScanner): void {
    this.row = scanner.number('r', this.row + 2) - 1;
    this.column = -1;
    if (this.row >= 0 && this.row < MAX_ROWS) this.properties.takeRow(this.row, scanner);
  }

  private startCell(scanner: XmlScanner): void {
    const { source, attributes } = scanner;
    this.cellRow = this.row;
    this.column++;
    this.xf = 0;
    this.type = CellType.number;
    for (let slot = 0; slot < scanner.attributeCount * 4; slot += 4) {
      const name = attributes[slot]!;
      if (attributes[slot + 1]! - name !== 1) continue;
      const code = source.charCodeAt(name);
      const start = attributes[slot + 2]!;
      const end = attributes[slot + 3]!;
      if (code === 114) this.readPlace(source, start, end);
      else if (code === 115) this.xf = Math.max(0, wholeNumber(source, start, end));
      else if (code === 116) this.type = cellType(source, start, end);
    }
    this.isCellValid = this.cellRow >= 0 && this.cellRow < MAX_ROWS && this.column < MAX_COLUMNS;
    this.kind = CellKind.blank;
    this.value = 0;
    this.hasText = false;
    this.text = '';
    this.formula = undefined;
    this.inside = Inside.nothing;
    this.sharedId = -1;
    this.isCellOpen = true;
    if (scanner.isEmpty) this.endCell();
  }

  /** Row and column of a reference like "AB12"; where it is none the place follows from the cell before. */
  private readPlace(source: string, start: number, end: number): void {
    let column = 0;
    let i = start;
    for (; i < end; i++) {
      const letter = source.charCodeAt(i) | 32;
      if (letter < LOWER_A || letter > LOWER_A + 25) break;
      column = column * 26 + letter - LOWER_A + 1;
    }
    const row = wholeNumber(source, i, end);
    if (column === 0 || row < 1) return;
    this.column = column - 1;
    this.cellRow = row - 1;
  }

  private takeInCell(token: number, scanner: XmlScanner): void {
    if (!this.isCellOpen) return;
    if (this.inside === Inside.inline && scanner.depth > 4) this.item.take(token, scanner);
    else if (token === Token.text) {
      if (this.inside !== Inside.nothing) this.takeText(scanner);
    } else if (scanner.depth !== 4) return;
    else if (token === Token.close) this.endInside();
    else this.startInside(scanner);
  }

  private startInside(scanner: XmlScanner): void {
    if (scanner.is('v')) {
      this.inside = Inside.value;
      this.hasText = false;
      this.text = '';
    } else if (scanner.is('f')) this.startFormula(scanner);
    else if (scanner.is('is')) {
      this.inside = Inside.inline;
      this.item.start();
    } else return;
    if (scanner.isEmpty) this.endInside();
  }

  private startFormula(scanner: XmlScanner): void {
    this.inside = Inside.formula;
    this.formula = '';
    this.sharedId = scanner.attribute('t') === 'shared' ? scanner.number('si', -1) : -1;
  }

  /** Numbers and string indexes are read in place; only other text is cut out. */
  private takeText(scanner: XmlScanner): void {
    if (this.inside === Inside.formula) this.formula += scanner.textValue();
    else if (!this.hasText && !scanner.isCData && this.type <= CellType.shared) {
      const whole = wholeNumber(scanner.source, scanner.start, scanner.end);
      if (whole >= 0) {
        this.value = whole;
        this.kind = CellKind.number;
      } else this.text = scanner.textValue();
    } else {
      // Text in several pieces (CDATA, comments between): what was read as a number is text again.
      if (this.kind === CellKind.number) this.text = String(this.value);
      this.kind = CellKind.blank;
      this.text += scanner.textValue();
    }
    this.hasText = true;
  }

  private endInside(): void {
    const { inside } = this;
    this.inside = Inside.nothing;
    if (inside === Inside.value) this.endValue();
    else if (inside === Inside.inline) this.setText(this.item.finish());
    else if (inside === Inside.formula && this.sharedId >= 0) this.endSharedFormula();
  }

  private setText(text: string): void {
    this.kind = CellKind.text;
    this.value = this.context.workbook.string(detached(text));
  }

  private endValue(): void {
    switch (this.type) {
      case CellType.shared:
        return this.endSharedString();
      case CellType.number:
        return this.endNumber();
      case CellType.boolean:
        this.kind = CellKind.boolean;
        this.value = this.text.trim() === '1' || this.text.trim() === 'true' ? 1 : 0;
        return;
      case CellType.error:
        this.kind = CellKind.error;
        this.value = this.context.workbook.string(detached(this.text));
        return;
      case CellType.date:
        return this.endDate();
      default:
        this.setText(unescapeCell(this.text));
    }
  }

  private endNumber(): void {
    if (this.kind === CellKind.number || !this.hasText) return;
    const text = this.text.trim();
    const value = text === '' ? NaN : Number(text);
    if (text === '') this.kind = CellKind.blank;
    else if (Number.isFinite(value)) {
      this.kind = CellKind.number;
      this.value = value;
    } else this.setText(unescapeCell(this.text));
  }

  private endSharedString(): void {
    const { sharedIndexes, sharedStrings, workbook } = this.context;
    const index = this.kind === CellKind.number ? this.value : Number(this.text.trim() || NaN);
    this.kind = CellKind.blank;
    this.value = 0;
    if (!(index >= 0 && index < sharedStrings.length)) return;
    if (sharedIndexes[index] === -1) sharedIndexes[index] = workbook.string(sharedStrings[index]!);
    this.kind = CellKind.text;
    this.value = sharedIndexes[index]!;
  }

  private endDate(): void {
    const serial = serialOfIsoDate(this.text, this.context.date1904);
    if (serial === null) return this.setText(unescapeCell(this.text));
    this.kind = CellKind.number;
    this.value = serial;
  }

  /** The master of a shared formula gives its text, the others get it moved to their place. */
  private endSharedFormula(): void {
    const text = this.formula ?? '';
    const master = this.shared.get(this.sharedId);
    if (text !== '') {
      this.shared.set(this.sharedId, { row: this.cellRow, column: this.column, text, pieces: null });
    } else if (master) {
      master.pieces ??= cutAtReferences(master.text);
      this.formula = shiftFormula(master.pieces, this.cellRow - master.row, this.column - master.column);
      this.sharedChars += this.formula.length;
      if (this.sharedChars > MAX_SHARED_FORMULA_CHARS) throw new FileError('tooComplex');
    }
  }

  private endCell(): void {
    if (!this.isCellOpen) return;
    this.isCellOpen = false;
    if (!this.isCellValid) return;
    const formula = this.formula === undefined || this.formula === '' ? undefined : detached(this.formula);
    if (this.kind === CellKind.blank && formula === undefined && !this.context.keepsBlank(this.xf)) return;
    this.cells.add(this.cellRow, this.column, this.kind, this.value, this.xf, formula);
  }
}
