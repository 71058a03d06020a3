import type { CellValue, Rational } from '../model';
import { isDateNumber, isPercentFormat } from './format';
import { parseAmount } from './number';
import { compare, div, HUNDRED, of, parseDecimal } from './rational';
import { known, readState, UNREADABLE, type Reading } from './reading';

const TWO = of(2);
const QUOTIENT = /^(\d{1,15}(?:\.\d{1,15})?)\D{0,6}[/÷](?:应|共|总)?\D{0,6}(\d{1,15}(?:\.\d{1,15})?)\D{0,4}$/u;
const DONE = /[已实完](?:[^\d]{0,6})(\d{1,15}(?:\.\d{1,15})?)/u;
const DUE = /[应需](?:[^\d]{0,6})(\d{1,15}(?:\.\d{1,15})?)/u;
const PERCENT = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,15})?)%$/u;

/**
 * A bare number of a column of rates: above 2 it is a percentage, else a fraction (specification, section 3).
 * @example rateOf(of(98)) // 0.98
 */
export function rateOf(value: Rational): Rational {
  return compare(value, TWO) > 0 ? div(value, HUNDRED) : value;
}

function quotient(done: string, due: string): Reading<Rational> {
  const below = parseDecimal(due)!;
  return below.n === 0n ? UNREADABLE : known(div(parseDecimal(done)!, below));
}

function readRateText(text: string): Reading<Rational> {
  if (text.length > 60) return UNREADABLE;
  const percent = PERCENT.exec(text.replace(/^['’]/u, ''));
  if (percent) return known(div(parseDecimal(percent[1]!.replaceAll(',', ''))!, HUNDRED));
  const divided = QUOTIENT.exec(text);
  if (divided) return quotient(divided[1]!, divided[2]!);
  const done = DONE.exec(text);
  const due = DUE.exec(text);
  if (done && due && text.match(/\d+(?:\.\d+)?/gu)?.length === 2) return quotient(done[1]!, due[1]!);
  const words = /^百分之(.+)$/u.exec(text);
  const share = words ? parseAmount(words[1]!) : null;
  if (share) return known(div(share, HUNDRED));
  const bare = /^['’]?[+-]?[\d,.]+$/u.test(text) ? parseAmount(text) : null;
  return bare ? known(rateOf(bare)) : UNREADABLE;
}

/**
 * A cell of a column of rates as a fraction: 98%, 98, 0.98, 18/20, 已签18份(应签20); x/0 is not understood.
 * @example readRate("已签18份(应签20)") // { state: "value", value: 0.9 }
 */
export function readRate(cell: CellValue, format = 'General'): Reading<Rational> {
  const state = readState(cell);
  if (typeof state === 'number') {
    if (isDateNumber(state, format)) return UNREADABLE;
    return known(isPercentFormat(format) ? of(state) : rateOf(of(state)));
  }
  if (typeof state === 'boolean') return UNREADABLE;
  return typeof state === 'object' ? state : readRateText(state);
}
