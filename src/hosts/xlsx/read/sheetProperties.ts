import { parseA1Range, type CellRange } from '../../../model/address';
import { FileError } from '../fileError';
import { MAX_MERGES } from '../limits';
import { Token, type XmlScanner } from '../xml/scanner';

/** Everything of a worksheet but its cells, taken as the part streams by. */
export class SheetProperties {
  readonly merges: CellRange[] = [];
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  isProtected = false;

  /** Takes a token outside the cells. */
  take(token: number, scanner: XmlScanner): void {
    if (token !== Token.open) return;
    if (scanner.depth === 1) {
      if (scanner.is('sheetProtection')) this.isProtected = scanner.flag('sheet');
    } else if (scanner.depth === 2) {
      if (scanner.is('mergeCell')) this.takeMerge(scanner);
      else if (scanner.is('col')) this.takeColumn(scanner);
    }
  }

  takeRow(row: number, scanner: XmlScanner): void {
    if (scanner.flag('hidden')) this.hiddenRows.push(row);
  }

  private takeMerge(scanner: XmlScanner): void {
    const range = parseA1Range(scanner.attribute('ref') ?? '');
    if (!range || (range.top === range.bottom && range.left === range.right)) return;
    if (this.merges.length >= MAX_MERGES) throw new FileError('tooComplex');
    this.merges.push(range);
  }

  private takeColumn(scanner: XmlScanner): void {
    if (!scanner.flag('hidden')) return;
    const first = Math.max(1, scanner.number('min', 1));
    const last = Math.min(16_384, scanner.number('max', first));
    for (let column = first; column <= last; column++) this.hiddenColumns.push(column - 1);
  }
}
