import type { IsoDate, Period } from '../model';
import { parseChineseNumeral } from './chineseNumeral';
import { daysInMonth, isoDate } from './date';
import { normaliseText, tidyText } from './normalise';

/** How plainly a text names its period: 2004年上半年, 2004年, 2004年6月, 2004年6月28日. */
export const PeriodSign = { named: 3, year: 2, month: 1, day: 0 } as const;
export type PeriodSignCode = (typeof PeriodSign)[keyof typeof PeriodSign];

/** A period with the sign by which it was known. */
export interface FoundPeriod {
  readonly period: Period;
  readonly sign: PeriodSignCode;
}

/** A stretch of months of one year, both included, with its words behind the year. */
interface Span {
  readonly first: number;
  readonly last: number;
  readonly words: string;
  readonly sign: PeriodSignCode;
}

const CHINESE = '一二三四';
const MONTH = '(1[0-2]|0?[1-9])';
const TO = '[-—–~至到]+';
/** 2004-2005年 is more than a year and no period of an assessment. */
const YEARS = new RegExp(`(?:19|20)\\d{2}年?度?${TO}(?:19|20)\\d{2}(?!\\d|[-./年]\\d)`, 'gu');
const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/gu;
/** 第一季度, 1季度, 一季, Q1, 1Q, 第I季度; not 每一季度 and not 前三季度. */
const QUARTER = /(?<![每各前、和至\-\d])(?:第?([一二三四1-4]|I{1,3}|IV)季(?:度)?|Q([1-4])(?!\d)|([1-4])Q)/iu;
const QUARTERS = new RegExp(`第?([一二三四1-4])(?:季度?)?(?:[、和]|${TO})第?([一二三四1-4])季度?`, 'u');
const FIRST_QUARTERS = /前([二三23])个?季度?/u;
const HALF = /([上下前后])半年|H([12])(?!\d)/iu;
const MONTHS = new RegExp(`${MONTH}月?(?:份)?${TO}${MONTH}月`, 'u');
const ONE_MONTH = new RegExp(`${MONTH}月(份)?(?!\\d{0,2}[日号]|${TO}\\d)`, 'u');
const BARE_MONTHS = new RegExp(`^${MONTH}(?:${TO}${MONTH})?$`, 'u');
/** What may stand between a year and the part of it that a title goes on to name: 2004年流动红旗第二季度评比. */
const BETWEEN = /^[^，。；：,;:\n]{0,24}$/u;

const ROMAN: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 };

/** Number of a quarter written in any of its ways. */
function ordinal(text: string): number {
  return Number(text) || CHINESE.indexOf(text) + 1 || ROMAN[text.toUpperCase()]!;
}

function quarters(first: number, last: number): Span {
  const words = first === last ? `第${CHINESE[first - 1]}季度` : `${CHINESE[first - 1]}至${CHINESE[last - 1]}季度`;
  return { first: first * 3 - 2, last: last * 3, words, sign: PeriodSign.named };
}

function half(first: boolean): Span {
  return { first: first ? 1 : 7, last: first ? 6 : 12, words: first ? '上半年' : '下半年', sign: PeriodSign.named };
}

/** A quarter, several quarters or a half-year that a text names, with where it stands; null when it names none. */
function namedPart(text: string): { readonly span: Span; readonly at: number } | null {
  const several = QUARTERS.exec(text);
  if (several && ordinal(several[1]!) < ordinal(several[2]!))
    return { span: quarters(ordinal(several[1]!), ordinal(several[2]!)), at: several.index };
  const until = FIRST_QUARTERS.exec(text);
  if (until) {
    const last = until[1] === '二' || until[1] === '2' ? 2 : 3;
    return { span: { ...quarters(1, last), words: `前${CHINESE[last - 1]}季度` }, at: until.index };
  }
  const quarter = QUARTER.exec(text);
  const part = HALF.exec(text);
  // A text that names two of them (上半年一季度) names no one part of its year.
  if (quarter && part) return null;
  if (quarter) {
    const number = ordinal((quarter[1] ?? quarter[2] ?? quarter[3])!);
    return { span: quarters(number, number), at: quarter.index };
  }
  return part ? { span: half(part[2] === '1' || /[上前]/u.test(part[1] ?? '')), at: part.index } : null;
}

function monthSpan(first: number, last: number): Span {
  const isOne = first === last;
  return { first, last, words: isOne ? `${first}月` : `${first}-${last}月`, sign: PeriodSign.named };
}

/** The part of a year that the text right behind it begins with. */
function partAt(rest: string): Span | null {
  const named = namedPart(rest);
  if (named?.at === 0) return named.span;
  const months = MONTHS.exec(rest);
  if (months?.index === 0 && Number(months[1]) <= Number(months[2]))
    return monthSpan(Number(months[1]), Number(months[2]));
  const month = ONE_MONTH.exec(rest);
  if (month?.index !== 0) return null;
  return { ...monthSpan(Number(month[1]), Number(month[1])), sign: month[2] ? PeriodSign.named : PeriodSign.month };
}

/** The part of a year that a title names some words behind it; only one, and in the same clause. */
function partFurther(rest: string): Span | null {
  const clause = rest.replace(/(?:(?:19|20)\d{2}年).*$/u, '');
  const named = namedPart(clause);
  if (!named || !BETWEEN.test(clause.slice(0, named.at))) return null;
  const after = clause.slice(named.at + 2);
  return QUARTER.test(after) || HALF.test(after) ? null : named.span;
}

const DAY_RANGE = new RegExp(
  `((?:19|20)\\d{2})[-./年](\\d{1,2})[-./月](\\d{1,2})日?[-—–~至到]+(?:((?:19|20)\\d{2})[-./年])?(\\d{1,2})[-./月](\\d{1,2})日?`,
  'u',
);
const MONTH_RANGE = new RegExp(
  `((?:19|20)\\d{2})[-./年]${MONTH}月?${TO}((?:19|20)\\d{2})[-./年]${MONTH}(?!\\d|[-./月]\\d)月?`,
  'u',
);

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** A period from day to day, or from a month to a month with both years: 2004年1月1日至6月30日, 2004.1-2004.6. */
function writtenRange(text: string): FoundPeriod | null {
  const days = DAY_RANGE.exec(text);
  if (days) {
    const [y1, m1, d1] = [Number(days[1]), Number(days[2]), Number(days[3])];
    const [y2, m2, d2] = [Number(days[4] ?? days[1]), Number(days[5]), Number(days[6])];
    if (!isDay(y1, m1, d1) || !isDay(y2, m2, d2)) return null;
    return between(isoDate(y1, m1, d1), isoDate(y2, m2, d2));
  }
  const months = MONTH_RANGE.exec(text);
  if (!months) return null;
  const [y1, m1, y2, m2] = months.slice(1).map(Number) as [number, number, number, number];
  return between(isoDate(y1, m1, 1), isoDate(y2, m2, daysInMonth(y2, m2)));
}

function between(start: IsoDate, end: IsoDate): FoundPeriod | null {
  if (start > end) return null;
  return { period: { text: periodName(start, end), start, end }, sign: PeriodSign.named };
}

/** Name of a stretch of days: that of its year, half-year, quarter or month if it is one. */
function periodName(start: IsoDate, end: IsoDate): string {
  const [y1, m1, d1] = start.split('-').map(Number) as [number, number, number];
  const [y2, m2, d2] = end.split('-').map(Number) as [number, number, number];
  if (y1 !== y2 || d1 !== 1 || d2 !== daysInMonth(y2, m2)) {
    return `${y1}年${m1}月${d1}日至${y1 === y2 ? '' : `${y2}年`}${m2}月${d2}日`;
  }
  const length = m2 - m1 + 1;
  if (length === 12) return `${y1}年度`;
  if (length === 6 && m1 % 6 === 1) return `${y1}年${half(m1 === 1).words}`;
  if (length === 3 && m1 % 3 === 1) return `${y1}年${quarters((m1 + 2) / 3, (m1 + 2) / 3).words}`;
  return `${y1}年${monthSpan(m1, m2).words}`;
}

const ENGLISH_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ENGLISH_MONTH = `(${ENGLISH_MONTHS.join('|')})[a-z]{0,6}\\.?`;
const ENGLISH_ORDINALS = ['first', 'second', 'third', 'fourth'];
const ENGLISH_YEAR = '[ ,/-]*(?:of )?((?:19|20)\\d{2})(?!\\d)';

/** Q1 2004, H1 2004, first half of 2004, March 2004, Jan-Jun 2004: the part before its year. */
function englishPeriod(text: string): FoundPeriod | null {
  const exec = (pattern: string) => new RegExp(`(?<![a-z])${pattern}${ENGLISH_YEAR}`, 'u').exec(text);
  const part = exec('([qh])([1-4])') ?? exec(`(${ENGLISH_ORDINALS.join('|')}) (quarter|half)`);
  if (part) {
    const [kind, number] = /^[qh]$/u.test(part[1]!)
      ? [part[1], Number(part[2])]
      : [part[2]![0], ENGLISH_ORDINALS.indexOf(part[1]!) + 1];
    if (kind === 'h' && number > 2) return null;
    return inYear(Number(part[3]), kind === 'q' ? quarters(number, number) : half(number === 1));
  }
  const months = exec(`${ENGLISH_MONTH} ?[-–—] ?${ENGLISH_MONTH}`) ?? exec(ENGLISH_MONTH);
  if (!months) return null;
  const [first, last] = months.slice(1, -1).map((name) => ENGLISH_MONTHS.indexOf(name) + 1) as [number, number?];
  if (last !== undefined && last < first) return null;
  return inYear(Number(months.at(-1)), monthSpan(first, last ?? first));
}

function inYear(year: number, { first, last, words, sign }: Span): FoundPeriod {
  const end = isoDate(year, last, daysInMonth(year, last));
  return { period: { text: `${year}年${words}`, start: isoDate(year, first, 1), end }, sign };
}

/** 二〇〇四年三月 as 2004年3月: years digit by digit, months as numbers; quarters stay as they are. */
function inDigits(text: string): string {
  return text
    .replace(/[〇零○一二三四五六七八九]{4}(?=年|度)/gu, (year) => String(parseChineseNumeral(year) ?? year))
    .replace(/[一二三四五六七八九十]{1,3}(?=月)/gu, (month) => String(parseChineseNumeral(month) ?? month))
    .replace(/[一二三四五六七八九十]{1,3}(?=[-—–~至到]+\d{1,2}月)/gu, (month) =>
      String(parseChineseNumeral(month) ?? month),
    );
}

/** The period that a text names at one of its years. */
function periodAt(key: string, match: RegExpExecArray): FoundPeriod | null {
  const year = Number(match[1]);
  const behind = key.slice(match.index + 4);
  const isYear = /^[年度]/u.test(behind);
  const rest = behind.replace(/^年?度?[-./_]?/u, '');
  const own = partAt(rest);
  if (own?.sign === PeriodSign.named) return inYear(year, own);
  // 2004.3 and 2004-03 alone are a month, in a longer text they may be anything.
  const bare = isYear || match.index > 0 ? null : BARE_MONTHS.exec(rest);
  if (bare && Number(bare[1]) <= Number(bare[2] ?? 12))
    return inYear(year, monthSpan(Number(bare[1]), Number(bare[2] ?? bare[1])));
  const further = isYear ? (partFurther(rest) ?? own) : own;
  if (further) return inYear(year, further);
  if (!isYear && key !== match[1]) return null;
  const isDate = /^年\d{1,2}月\d{0,2}[日号]?/u.test(behind);
  const isNamed = /^(?:年?度|年?全年|年终|年底)/u.test(behind);
  const sign = isDate ? PeriodSign.day : isNamed ? PeriodSign.named : PeriodSign.year;
  return inYear(year, { first: 1, last: 12, words: '度', sign });
}

/**
 * The period that a text names, and how plainly; of several the plainest, then the first; null when it names none.
 * @example findPeriod("2004年流动红旗第二季度评比表")?.period.text // "2004年第二季度"
 * @example findPeriod("填报日期：2004年6月28日") // 2004年度, sign day: the year is all that it tells
 */
export function findPeriod(text: string): FoundPeriod | null {
  if (!/\d{4}|[〇零○一二三四五六七八九]{4}/u.test(text.normalize('NFKC'))) return null;
  const key = inDigits(normaliseText(text)).replace(YEARS, '');
  const range = writtenRange(key);
  if (range) return range;
  let best: FoundPeriod | null = null;
  for (const match of key.matchAll(YEAR)) {
    const found = periodAt(key, match);
    if (found && (best === null || found.sign > best.sign)) best = found;
  }
  return best?.sign === PeriodSign.named ? best : (englishPeriod(tidyText(text).toLowerCase()) ?? best);
}

/**
 * The period that a text names, or null; a single day names none.
 * @example parsePeriod("2004年上半年") // { text: "2004年上半年", start: "2004-01-01", end: "2004-06-30" }
 * @example parsePeriod("2004.1-6月")?.end // "2004-06-30"
 * @example parsePeriod("2004年6月28日") // null
 */
export function parsePeriod(text: string): Period | null {
  const found = findPeriod(text);
  if (!found || found.sign === PeriodSign.day) return null;
  // 2004年第5季度 names a part that no year has.
  return found.sign === PeriodSign.year && /季|半年|月/u.test(text) ? null : found.period;
}

/**
 * The part of a year that a text without a year names, such as the sheet 二季度 of a workbook of 2004; null for none.
 * @example partOfYear("二季度", 2004)?.text // "2004年第二季度"
 */
export function partOfYear(text: string, year: number): Period | null {
  const key = inDigits(normaliseText(text));
  if (key.search(YEAR) >= 0) return null;
  const months = MONTHS.exec(key);
  const month = new RegExp(`^${MONTH}月(?:份)?(?!\\d)`, 'u').exec(key);
  const named = namedPart(key)?.span;
  if (named) return inYear(year, named).period;
  if (months && Number(months[1]) <= Number(months[2]))
    return inYear(year, monthSpan(Number(months[1]), Number(months[2]))).period;
  return month ? inYear(year, monthSpan(Number(month[1]), Number(month[1]))).period : null;
}

/** What kind of stretch a period is: a month, a quarter, a half-year, a year, or none of them. */
export type PeriodLength = 'month' | 'quarter' | 'half' | 'year' | 'other';

/** @example periodLength({ text: "2004年第一季度", start: "2004-01-01", end: "2004-03-31" }) // "quarter" */
export function periodLength({ start, end }: Period): PeriodLength {
  const [y1, m1, d1] = start.split('-').map(Number) as [number, number, number];
  const [y2, m2, d2] = end.split('-').map(Number) as [number, number, number];
  if (y1 !== y2 || d1 !== 1 || d2 !== daysInMonth(y2, m2)) return 'other';
  const months = m2 - m1 + 1;
  if (months === 1) return 'month';
  if (months === 12) return 'year';
  if (months === 3 && m1 % 3 === 1) return 'quarter';
  return months === 6 && m1 % 6 === 1 ? 'half' : 'other';
}
