import { CellKind, type SheetSnapshot, type WorkbookSnapshot } from '../model';
import { cellKey, type EarlierWrites } from './record';

/** Two sums of 32 bits that tell contents apart; no protection against somebody who wants them to be equal. */
class Sum {
  private low = 0x811c9dc5;
  private high = 0x9747b28c;

  word(word: number): void {
    this.low = Math.imul(this.low ^ word, 0x01000193);
    this.high = Math.imul(this.high ^ word, 0x01000193) ^ (this.high >>> 13);
  }

  text(text: string): void {
    for (let i = 0; i < text.length; i++) this.word(text.charCodeAt(i));
    this.word(0x1f);
  }

  toString(): string {
    return [this.high, this.low].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

/**
 * Sum (16 hexadecimal digits) of what people have entered in a workbook: equal for two runs of the same inputs, since
 * result sheets and what this product wrote into the user's cells are left out. A formula counts by its text.
 */
export function contentSum(workbook: WorkbookSnapshot, earlier: EarlierWrites): string {
  const sum = new Sum();
  const words = new Uint32Array(2);
  const number = new Float64Array(words.buffer);
  const texts = workbook.strings.map(sumOfText);
  for (const sheet of workbook.sheets) {
    if (sheet.mark !== null) continue;
    sum.text(sheet.name);
    eachCell(sheet, (row, column, entry, formula) => {
      const { kinds, values } = sheet.cells;
      const kind = kinds[entry]!;
      const value = values[entry]!;
      if (formula === null && kind === CellKind.blank) return;
      const ours = earlier.get(cellKey(sheet.name, row, column));
      if (ours !== undefined && formula === null && ours === (kind === CellKind.text ? workbook.strings[value] : value))
        return;
      sum.word(row);
      sum.word(column);
      if (formula !== null) {
        sum.text(formula);
        return;
      }
      sum.word(kind);
      number[0] = value;
      const isText = kind === CellKind.text || kind === CellKind.error;
      sum.word(isText ? texts[value]! : words[0]!);
      if (!isText) sum.word(words[1]!);
    });
  }
  return sum.toString();
}

function sumOfText(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum;
}

function eachCell(
  { cells }: SheetSnapshot,
  take: (row: number, column: number, entry: number, formula: string | null) => void,
): void {
  let next = 0;
  cells.rows.forEach((row, k) => {
    for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]!; entry++) {
      const isFormula = cells.formulaEntries[next] === entry;
      take(row, cells.columns[entry]!, entry, isFormula ? cells.formulas[next++]! : null);
    }
  });
}
