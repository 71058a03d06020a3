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

/** What a cell says, in the one form that readings and answers of Excel share: its formula, else its value. */
export function cellText(row: number, column: number, content: string | number | boolean): string {
  return `${row},${column},${typeof content === 'boolean' ? String(content).toUpperCase() : String(content)}`;
}

/** Two sums over the cells of a sheet, made while it is read. */
export class SheetSums {
  /** All that the cells show: tells whether inputs are still those that were scored. */
  private readonly shown = new Fingerprint();
  /** What was entered, whatever formulas show: tells whether somebody has edited the sheet. */
  private readonly entered = new Fingerprint();

  /** @param value "" in a blank cell */
  add(row: number, column: number, value: string | number | boolean, formula?: string): void {
    if (value === '' && formula === undefined) return;
    const text = cellText(row, column, value);
    this.shown.add(formula === undefined ? text : `${text}=${formula}`);
    this.entered.add(formula === undefined ? text : cellText(row, column, `=${formula}`));
  }

  get shownSum(): string {
    return this.shown.toString();
  }

  get enteredSum(): string {
    return this.entered.toString();
  }
}
