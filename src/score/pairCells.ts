import { formatAt, valueAt, type Assessment, type CellPlaces, type CellValue } from '../model';
import { Q, readNumber } from '../values';
import { cellText, type CellPoints, type Interpret } from './cellPoints';
import { cellOf, type CellReader } from './distinctCells';

interface Written {
  readonly value: CellValue;
  readonly format: string;
}
const EMPTY: Written = { value: null, format: 'General' };

/**
 * What two cells of a rate say together: 实到 18 beside 应到 20 is 18/20, as if one cell said so. Where only one of them
 * holds a number, the other one tells why there is no rate: empty, 待报, 不适用 or not understood.
 */
export function quotientOf(done: Written, due: Written): Written {
  const [part, whole] = [readNumber(done.value, done.format), readNumber(due.value, due.format)];
  if (part.state !== 'value') return done;
  if (whole.state !== 'value') return due;
  return { value: `${Q.formatRational(part.value)}/${Q.formatRational(whole.value)}`, format: 'General' };
}

/** Cells of a rate whose done and due stand in two columns (应到, 实到); without the second the first is read alone. */
export class PairCells implements CellReader {
  readonly codes = null;
  readonly readings = [];
  private readonly known = new Map<string, CellPoints>();

  constructor(
    private readonly assessment: Assessment,
    private readonly done: CellPlaces,
    private readonly due: CellPlaces,
    private readonly interpret: Interpret,
  ) {}

  /** Pairs differ from subject to subject: there is nothing to read ahead. */
  fill(): void {}

  at(subject: number): CellPoints {
    const { value, format } = this.written(subject);
    const key = `${typeof value} ${cellText(value)} ${format}`;
    let reading = this.known.get(key);
    if (!reading) this.known.set(key, (reading = this.interpret(value, format)));
    return reading;
  }

  private written(subject: number): Written {
    const done = this.cell(this.done, subject);
    return this.due.row[subject]! < 0 ? done : quotientOf(done, this.cell(this.due, subject));
  }

  private cell(places: CellPlaces, subject: number): Written {
    const place = cellOf(places, subject);
    if (!place) return EMPTY;
    const { workbook, sheet } = this.assessment.sheets[place.sheet]!;
    const book = this.assessment.workbooks[workbook]!;
    const table = book.sheets[sheet]!;
    return {
      value: valueAt(book, table, place.row, place.column),
      format: formatAt(book, table, place.row, place.column),
    };
  }
}
