import { CellKind, type SheetSnapshot, type WorkbookSnapshot } from '../../model';

/** Sum of texts that tells two contents apart: 2 × 32 bits of FNV-1a with different seeds. */
export class Fingerprint {
  private low = 0x811c9dc5;
  private high = 0x9747b28c;

  add(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      this.low = Math.imul(this.low ^ code, 0x01000193);
      this.high = Math.imul(this.high ^ code, 0x01000193) ^ (this.high >>> 13);
    }
    this.low = Math.imul(this.low ^ 0x1f, 0x01000193);
    this.high = Math.imul(this.high ^ 0x1f, 0x01000193);
  }

  toString(): string {
    return (this.low >>> 0).toString(16) + (this.high >>> 0).toString(16);
  }
}

/** What a cell says, in the one form that snapshots and answers of Excel share: its formula, else its value. */
export function cellText(row: number, column: number, content: string | number | boolean): string {
  return `${row},${column},${typeof content === 'boolean' ? String(content).toUpperCase() : String(content)}`;
}

/** Entries of a sheet in order: place, value, and formula where there is one. */
function* entries(
  { cells }: SheetSnapshot,
  { strings }: WorkbookSnapshot,
): Generator<[number, number, string, string?]> {
  let formula = 0;
  for (const [k, row] of cells.rows.entries()) {
    for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]!; entry++) {
      const text = cells.formulaEntries[formula] === entry ? cells.formulas[formula++]! : undefined;
      const kind = cells.kinds[entry]!;
      if (kind === CellKind.blank && text === undefined) continue;
      const value = cells.values[entry]!;
      const isText = kind === CellKind.text || kind === CellKind.error;
      const shown = isText ? strings[value]! : kind === CellKind.boolean ? (value ? 'TRUE' : 'FALSE') : String(value);
      yield [row, cells.columns[entry]!, shown, text];
    }
  }
}

/** Tells whether somebody has edited a sheet: what its cells hold, but not what its formulas show. */
export function sheetFingerprint(workbook: WorkbookSnapshot, sheet: SheetSnapshot): string {
  const sum = new Fingerprint();
  for (const [row, column, value, formula] of entries(sheet, workbook)) {
    if (formula !== undefined || value !== '') {
      sum.add(cellText(row, column, formula === undefined ? value : `=${formula}`));
    }
  }
  return sum.toString();
}

/** Tells whether the inputs are still those that were scored: the user's sheets with all that they show. */
export function inputFingerprint(workbook: WorkbookSnapshot): string {
  const sum = new Fingerprint();
  for (const sheet of workbook.sheets) {
    if (sheet.mark !== null) continue;
    sum.add(`${sheet.name} ${sheet.visibility}`);
    for (const [row, column, value, formula = ''] of entries(sheet, workbook)) {
      sum.add(`${cellText(row, column, value)}=${formula}`);
    }
  }
  return sum.toString();
}
