import type { CellValue, IsoDate } from '../model';
import { NUMERAL_CHARACTERS, parseChineseNumeral } from './chineseNumeral';
import { FIRST_SERIAL, LAST_SERIAL } from './format';
import { known, readState, UNREADABLE, type Reading } from './reading';

/** A day as written; `month` precision stands for the last day of the month. */
export interface WrittenDate {
  readonly iso: IsoDate;
  readonly precision: 'day' | 'month';
  /** True for a number such as 6.3, that may be 3 June or 30 June whose zero the sheet dropped. */
  readonly ambiguous: boolean;
}

export interface DateContext {
  /** The workbook counts days from 1904. */
  readonly date1904: boolean;
  /** Year of the period, for dates written without one; null when there is none. */
  readonly year: number | null;
}

/** Number of days of a month. @example daysInMonth(2004, 2) // 29 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** ISO text of a day. @example isoDate(2004, 5, 31) // "2004-05-31" */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function day(year: number | null, month: number, date: number, ambiguous = false): Reading<WrittenDate> {
  const valid = year !== null && year >= 1900 && year <= 2100 && month >= 1 && month <= 12;
  if (!valid || date < 1 || date > daysInMonth(year, month)) return UNREADABLE;
  return known({ iso: isoDate(year, month, date), precision: 'day', ambiguous });
}

function monthEnd(year: number | null, month: number, ambiguous = false): Reading<WrittenDate> {
  if (year === null || year < 1900 || year > 2100 || month < 1 || month > 12) return UNREADABLE;
  return known({ iso: isoDate(year, month, daysInMonth(year, month)), precision: 'month', ambiguous });
}

/**
 * The day of a serial number of either date system.
 * @example serialToIso(38138, false) // "2004-05-31"
 */
export function serialToIso(serial: number, date1904: boolean): IsoDate {
  // Days to civil date, counted from 0000-03-01 (proleptic Gregorian); no clock and no time zone is asked.
  const days = Math.floor(serial) + (date1904 ? 695_361 : 693_899);
  const era = Math.floor(days / 146_097);
  const doe = days - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return isoDate(yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1);
}

function compactDay(digits: string): Reading<WrittenDate> {
  return day(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
}

function readDateNumber(value: number, context: DateContext): Reading<WrittenDate> {
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 21_001_231) return compactDay(String(value));
  if (Number.isInteger(value) && value >= 190_001 && value <= 210_012) {
    return monthEnd(Math.floor(value / 100), value % 100);
  }
  const first = context.date1904 ? FIRST_SERIAL - 1462 : FIRST_SERIAL;
  if (value >= first && value <= LAST_SERIAL) {
    return known({ iso: serialToIso(value, context.date1904), precision: 'day', ambiguous: false });
  }
  const match = /^(\d{1,4})\.(\d{1,2})$/u.exec(String(Number(value.toPrecision(15))));
  if (!match) return UNREADABLE;
  const whole = Number(match[1]);
  const part = Number(match[2]);
  const tail = match[2]!.length === 1 ? part * 10 : 0;
  if (whole >= 1900) return monthEnd(whole, part, tail === 10);
  const isAmbiguous = context.year !== null && tail > 0 && whole <= 12 && tail <= daysInMonth(context.year, whole);
  return day(context.year, whole, part, isAmbiguous);
}

const FULL = /^(\d{4}|\d{2})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?(?:[T上下午]{0,2}\d{1,2}[:时].{0,12})?$/u;
const YEAR_MONTH = /^(\d{4})[-./年](\d{1,2})(?:月[份底末]?)?$/u;
const MONTH_DAY = /^(\d{1,2})[-./月](\d{1,2})[日号]?$/u;
const MONTH = /^(\d{1,2})月[份底末]?$/u;
const TEN_DAYS = /^(?:(\d{4})年)?(\d{1,2})月([上中下])旬$/u;
const NUMERALS = new RegExp(`[${NUMERAL_CHARACTERS}]+(?=[年月日号])`, 'gu');

function readDateText(written: string, context: DateContext): Reading<WrittenDate> {
  if (written.length > 40) return UNREADABLE;
  const text = written
    .replace(/^['’]/u, '')
    .replace(/(?:之前|以前|前)$/u, '')
    .replace(NUMERALS, (numeral) => String(parseChineseNumeral(numeral) ?? numeral));
  if (/^\d{8}$/u.test(text)) return compactDay(text);
  if (/^\d{5}(?:\.\d+)?$/u.test(text)) return readDateNumber(Number(text), context);
  const full = FULL.exec(text);
  if (full) {
    const year = Number(full[1]);
    const century = full[1]!.length === 4 ? 0 : year <= 50 ? 2000 : 1900;
    return day(year + century, Number(full[2]), Number(full[3]));
  }
  const yearMonth = YEAR_MONTH.exec(text);
  if (yearMonth) return monthEnd(Number(yearMonth[1]), Number(yearMonth[2]));
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay) return day(context.year, Number(monthDay[1]), Number(monthDay[2]));
  const month = MONTH.exec(text);
  if (month) return monthEnd(context.year, Number(month[1]));
  const ten = TEN_DAYS.exec(text);
  if (!ten) return UNREADABLE;
  const year = ten[1] ? Number(ten[1]) : context.year;
  return ten[3] === '下' ? monthEnd(year, Number(ten[2])) : day(year, Number(ten[2]), ten[3] === '上' ? 10 : 20);
}

/**
 * A cell of a date column; a month stands for its last day, a date without a year lies in the period's year.
 * @example readDate(5.31, { date1904: false, year: 2004 }) // 2004-05-31
 * @example readDate("二〇〇四年五月", { date1904: false, year: null }) // 2004-05-31, precision "month"
 */
export function readDate(cell: CellValue, context: DateContext): Reading<WrittenDate> {
  const state = readState(cell);
  if (typeof state === 'boolean') return UNREADABLE;
  if (typeof state === 'number') return readDateNumber(state, context);
  return typeof state === 'object' ? state : readDateText(state, context);
}
