import type { CellValue, Rational } from '../model';
import { NUMERAL_CHARACTERS, parseChineseNumeral } from './chineseNumeral';
import { isDateNumber } from './format';
import { negate, mul, of, parseDecimal, ZERO } from './rational';
import { known, readState, UNREADABLE, type Reading } from './reading';

/** Unit words that may follow a number without changing it, longest first. */
const UNITS = [
  '人次',
  '万元',
  '亿元',
  '万吨',
  '个月',
  '课时',
  '学时',
  '小时',
  '分钟',
  '个百分点',
  '平方米',
  '公里',
  '千瓦时',
  '分',
  '次',
  '人',
  '项',
  '条',
  '篇',
  '个',
  '件',
  '名',
  '份',
  '户',
  '期',
  '例',
  '起',
  '票',
  '元',
  '吨',
  '天',
  '日',
  '月',
  '年',
  '岁',
  '页',
  '本',
  '场',
  '处',
  '家',
  '届',
  '台',
  '套',
  '支',
  '组',
  '批',
  '节',
  '堂',
  '位',
  '种',
  '度',
  '米',
  '档',
  '册',
  '张',
  '万',
  '亿',
] as const;
const UNIT = UNITS.join('|');
const ARABIC = /^(?:\d{1,3}(?:,\d{3}){1,8}|\d{1,30})?(?:\.\d{1,30})?/u;
const TAIL = new RegExp(`^(?:(${UNIT})|\\((${UNIT})\\))?$`, 'u');
const NUMERAL = new RegExp(`^([${NUMERAL_CHARACTERS}]{1,9})(?:(${UNIT})|\\((${UNIT})\\))?$`, 'u');
const SIGN_WORDS: ReadonlyMap<string, -1 | 1> = new Map([
  ['+', 1],
  ['加', 1],
  ['-', -1],
  ['−', -1],
  ['扣', -1],
  ['减', -1],
]);
const LONGEST = 60;

function scaleOf(unit: string | undefined): Rational {
  if (unit?.startsWith('万')) return of(10_000);
  return unit?.startsWith('亿') ? of(100_000_000) : of(1);
}

function parseUnsigned(text: string): Rational | null {
  const digits = ARABIC.exec(text)?.[0] ?? '';
  if (digits !== '') {
    const value = parseDecimal(digits.replaceAll(',', ''));
    const tail = TAIL.exec(text.slice(digits.length));
    return value && tail ? mul(value, scaleOf(tail[1] ?? tail[2])) : null;
  }
  const match = NUMERAL.exec(text);
  const value = match ? parseChineseNumeral(match[1]!) : null;
  return value === null ? null : mul(of(value), scaleOf(match![2] ?? match![3]));
}

/**
 * The number that a normalised text writes, or null: units, signs in words and Chinese numerals allowed, ranges and
 * estimates not.
 * @example parseAmount("扣2分") // -2
 * @example parseAmount("90以上") // null
 */
export function parseAmount(text: string): Rational | null {
  const plain = text.startsWith("'") || text.startsWith('’') ? text.slice(1) : text;
  if (plain.length > LONGEST) return null;
  const sign = SIGN_WORDS.get(plain.charAt(0));
  const value = parseUnsigned(sign === undefined ? plain : plain.slice(1));
  return value && sign === -1 ? negate(value) : value;
}

/**
 * A cell of a column of amounts or points (domain table of written values).
 * @example readNumber("９５．５") // { state: "value", value: 95.5 }
 * @example readNumber("扣1-3分") // { state: "unreadable" }
 */
export function readNumber(cell: CellValue, format = 'General'): Reading<Rational> {
  const state = readState(cell);
  if (typeof state === 'number') return isDateNumber(state, format) ? UNREADABLE : known(of(state));
  if (typeof state === 'boolean') return UNREADABLE;
  if (typeof state === 'object') return state;
  const value = parseAmount(state);
  return value ? known(value) : UNREADABLE;
}

/** Words that report that nothing happened: a zero report (零报告) is a number, not a blank. */
const NONE_WORDS = new Set(['无', '没有', '零报告', '未发生', '无发生', '没有发生', '未出现', '从未', '均无', '全无']);

/** Whether a normalised text says that there was none. @example saysNone("无") // true */
export function saysNone(text: string): boolean {
  return NONE_WORDS.has(text);
}

/**
 * A cell of a column of counts: as `readNumber`, and 无 or 零报告 is 0. A negative count is returned as it stands.
 * @example readCount("无") // { state: "value", value: 0 }
 */
export function readCount(cell: CellValue, format = 'General'): Reading<Rational> {
  const state = readState(cell);
  return typeof state === 'string' && saysNone(state) ? known(ZERO) : readNumber(cell, format);
}
