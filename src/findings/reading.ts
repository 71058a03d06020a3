import { formatAt, valueAt, type CellRef, type CellValue, type IsoDate, type Rational } from '../model';
import { normaliseText, Q, readCount, readDate, readRate, readState, readYesNo, tidyText } from '../values';
import type { Context } from './context';

/** What a cell says about a duty. */
export type Fact = 'yes' | 'no' | 'unknown' | 'notApplicable';

/** Value of a cell of the assessment. */
export function valueOf({ assessment }: Context, { sheet, row, column }: CellRef): CellValue {
  const { workbook, sheet: index } = assessment.sheets[sheet]!;
  const book = assessment.workbooks[workbook]!;
  return valueAt(book, book.sheets[index]!, row, column);
}

/** Number format of a cell of the assessment. */
function formatOf({ assessment }: Context, { sheet, row, column }: CellRef): string {
  const { workbook, sheet: index } = assessment.sheets[sheet]!;
  const book = assessment.workbooks[workbook]!;
  return formatAt(book, book.sheets[index]!, row, column);
}

/** Words that leave it open whether a thing was done. */
const HALF_DONE = /部分|大部|基本|尚|拟|准备|计划于|左右|[?？]/u;

/**
 * Whether a cell says that something is there. A date, a document number, a title, a name or a score is a yes; a word
 * that leaves it open is unknown, so that a person is asked.
 */
export function factOf(context: Context, cell: CellRef | undefined): Fact {
  if (!cell) return 'unknown';
  const value = valueOf(context, cell);
  const reading = readYesNo(value);
  switch (reading.state) {
    case 'value':
      return reading.value ? 'yes' : 'no';
    case 'notApplicable':
      return 'notApplicable';
    case 'unreadable':
      return typeof value === 'string' && HALF_DONE.test(value) ? 'unknown' : 'yes';
    default:
      return 'unknown';
  }
}

/** A count or an amount of money; null when the cell says no number. */
export function countOf(context: Context, cell: CellRef | undefined): number | 'notApplicable' | null {
  if (!cell) return null;
  const reading = readCount(valueOf(context, cell), formatOf(context, cell));
  if (reading.state === 'value') return Q.toNumber(reading.value);
  return reading.state === 'notApplicable' ? 'notApplicable' : null;
}

/**
 * A share as a fraction; null when the cell says none. As a `quotient` only two numbers count (已签18份，应签20份), so
 * that a tick or a count is no share.
 */
export function shareOf(
  context: Context,
  cell: CellRef | undefined,
  written: 'rate' | 'quotient',
): Rational | 'notApplicable' | null {
  if (!cell) return null;
  const value = valueOf(context, cell);
  if (written === 'quotient' && !(typeof value === 'string' && /\d\D+\d/u.test(value))) return null;
  const reading = readRate(value, formatOf(context, cell));
  if (reading.state === 'value') return reading.value;
  return reading.state === 'notApplicable' ? 'notApplicable' : null;
}

/** Between the days of one cell: 4月10日、9月2日. */
const BETWEEN_DAYS = /[、，,;；\n\r]/u;

/**
 * Days that a cell may mean, ascending: several where it lists several, both where a number is ambiguous (6.3 is
 * June 3, or June 30 whose zero the sheet dropped); null when it says no day.
 */
export function datesOf(context: Context, cell: CellRef | undefined): IsoDate[] | null {
  if (!cell) return null;
  const value = valueOf(context, cell);
  const { workbook } = context.assessment.sheets[cell.sheet]!;
  const { date1904 } = context.assessment.workbooks[workbook]!;
  const parts = typeof value === 'string' ? value.split(BETWEEN_DAYS).slice(0, MOST_DAYS) : [value];
  const days = new Set<IsoDate>();
  for (const part of parts) {
    const reading = readDate(part, { date1904, year: context.year });
    if (reading.state !== 'value') continue;
    const { iso, ambiguous } = reading.value;
    days.add(iso);
    // The same digits with the zero that a number format dropped: day 3 is day 30.
    if (ambiguous) days.add(iso.slice(0, 8) + String(Number(iso.slice(8)) * 10).padStart(2, '0'));
  }
  return days.size === 0 ? null : [...days].sort();
}
/** A cell that lists more days than a year has is no list of days. */
const MOST_DAYS = 400;

/** Text of a cell for a sentence or a comparison, "" when it says nothing. */
export function textOf(context: Context, cell: CellRef | undefined): string {
  if (!cell) return '';
  const state = readState(valueOf(context, cell));
  if (typeof state === 'string') {
    const value = valueOf(context, cell);
    return typeof value === 'string' ? tidyText(value) : state;
  }
  return typeof state === 'number' ? String(state) : '';
}

/** True when a cell says that there is nothing: 无, 没有, 否. */
export function saysNothing(context: Context, cell: CellRef | undefined): boolean {
  return ['无', '没有', '否', '无问题', '未发现问题', '未发现'].includes(normaliseText(textOf(context, cell)));
}
