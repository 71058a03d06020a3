import type { CellValue } from '../../src/model';

/** What becomes of something typed into a cell; see ASSUMPTIONS.md, "Entry". */
export interface Entry {
  readonly value: CellValue;
  readonly formula: string | null;
  /** Number format that the entry brings with it where the cell has "General". */
  readonly numberFormat?: string;
}

const ERRORS = new Set(['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!']);
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(e[+-]?\d+)?$/i;
const MONTHS = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]?(\d{1,4})$/i;

function number(text: string): number | null {
  const match = NUMBER.exec(text);
  if (!match || !/\d/.test(text)) return null;
  return Number(text.replaceAll(',', ''));
}

function serial(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900 || year > 9999) return null;
  return Math.round(date.getTime() / 86_400_000) + 25_569;
}

/** The year in which "1-2" is a date; fixed, so that tests do not depend on the day. */
const THIS_YEAR = 2030;

function date(text: string): Entry | null {
  const chinese = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text);
  const parts = chinese ?? /^(?:(\d{4})[-/])?(\d{1,2})[-/](\d{1,2})$/.exec(text);
  const month = MONTHS.exec(text);
  const value = parts
    ? serial(Number(parts[1] ?? THIS_YEAR), Number(parts[2]), Number(parts[3] ?? 1))
    : month
      ? serial(THIS_YEAR, 1, Number(month[2]) <= 31 ? Number(month[2]) : 1)
      : null;
  if (value === null) return null;
  return { value, formula: null, numberFormat: parts && !parts[1] ? 'm"月"d"日"' : 'yyyy/m/d' };
}

function parsed(text: string): Entry | null {
  const plain = text.trim().normalize('NFKC');
  const upper = plain.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE', formula: null };
  if (ERRORS.has(upper)) return { value: { error: upper }, formula: null };
  const percent = plain.endsWith('%') ? number(plain.slice(0, -1)) : null;
  if (percent !== null)
    return { value: percent / 100, formula: null, numberFormat: plain.includes('.') ? '0.00%' : '0%' };
  const money = /^[¥$]/.test(plain) ? number(plain.slice(1)) : null;
  if (money !== null) return { value: money, formula: null, numberFormat: '"¥"#,##0' };
  const negative = /^\(.*\)$/.test(plain) ? number(plain.slice(1, -1)) : null;
  if (negative !== null) return { value: -negative, formula: null };
  const time = /^(\d{1,2}):(\d{2})$/.exec(plain);
  if (time) return { value: (Number(time[1]) * 60 + Number(time[2])) / 1440, formula: null, numberFormat: 'h:mm' };
  const value = number(plain);
  if (value !== null) return { value, formula: null };
  return date(plain);
}

/**
 * What a cell holds after an entry. Under "@" everything is text; else text is read as Excel reads what is typed.
 * A formula is not calculated: it shows 0.
 */
export function enter(input: string | number | boolean, numberFormat: string): Entry {
  if (typeof input !== 'string') {
    return { value: numberFormat === '@' && typeof input === 'number' ? String(input) : input, formula: null };
  }
  if (input === '') return { value: null, formula: null };
  if (numberFormat === '@') return { value: input, formula: null };
  if (input.startsWith("'")) return { value: input.slice(1), formula: null };
  const value = parsed(input);
  if (value) return value;
  if (/^[=+\-@]./s.test(input)) return { value: 0, formula: input.startsWith('=') ? input.slice(1) : input };
  return { value: input, formula: null };
}
