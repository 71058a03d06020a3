import { translate, type Locale, type TextData } from '../../i18n';
import type { IsoDate, Period } from '../../model';
import { daysInMonth } from '../../values';

/** The texts of documents in one language. */
export type Words = (key: string, data?: TextData) => string;

export function wordsOf(locale: Locale): Words {
  return (key, data) => translate(locale, `documents.${key}`, data);
}

/** A day as documents write it. @example dayText("2005-01-20", wordsOf("zh-CN")) // "2005年1月20日" */
export function dayText(day: IsoDate, words: Words): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return words('date', { year, month: words('months').split(',')[month - 1]!, day: date });
}

/** The day so many days later. @example daysLater("2005-01-20", 15) // "2005-02-04" */
export function daysLater(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(day) + days * ONE_DAY).toISOString().slice(0, 10);
}

/** Whole days from one day to another. @example daysFrom("2005-01-15", "2005-01-20") // 5 */
export function daysFrom(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / ONE_DAY);
}

/** In milliseconds. */
const ONE_DAY = 86_400_000;

/**
 * The period in words, "" without one: as it is called in Chinese, by its days in English.
 * @example periodText({ text: "2004年上半年", start: "2004-01-01", end: "2004-06-30" }, "en-US") // "first half of 2004"
 */
export function periodText(period: Period | null, locale: Locale): string {
  if (!period) return '';
  if (locale === 'zh-CN') return period.text;
  const words = wordsOf(locale);
  const [year, first] = monthOf(period.start);
  const [endYear, last] = monthOf(period.end);
  const isWhole = period.start.endsWith('-01') && Number(period.end.slice(8)) === daysInMonth(endYear, last);
  const length = last - first + 1;
  if (isWhole && year === endYear && (first - 1) % length === 0) {
    if (length === 12) return String(year);
    if (length === 6 || length === 3)
      return words(`period.${length === 6 ? 'half' : 'quarter'}.${last / length}`, { year });
    if (length === 1) return `${words('months').split(',')[first - 1]!} ${year}`;
  }
  return words('period.days', { from: dayText(period.start, words), to: dayText(period.end, words) });
}

function monthOf(day: IsoDate): [year: number, month: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
}

/** Names in a row; of more than `most` only the first, with their number. */
export function nameList(names: readonly string[], words: Words, most = Infinity): string {
  if (names.length <= most) return names.join(words('word.comma'));
  return words('word.more', { names: names.slice(0, most).join(words('word.comma')), count: names.length });
}

/** Sentences one after the other; empty ones are left out. */
export function sentences(list: readonly string[], words: Words): string {
  return list.filter((text) => text !== '').join(words('word.between'));
}

/** @example andList(["甲", "乙", "丙"], wordsOf("zh-CN")) // "甲、乙和丙" */
export function andList(names: readonly string[], words: Words): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(words('word.comma'))}${words('word.and')}${names[names.length - 1]!}`;
}

/** Name of a scheme; Chinese documents have wide brackets. @example schemeName("五好党支部(党总支)", "zh-CN") // "五好党支部（党总支）" */
export function schemeName(name: string, locale: Locale): string {
  return locale === 'zh-CN' ? name.replace(/\(([^()]*)\)/g, '（$1）') : name;
}

/** Name of a scheme in a title, which leaves out what stands in brackets. @example shortName("五好党支部(党总支)") // "五好党支部" */
export function shortName(name: string): string {
  const short = name.replace(/[（(][^（()）]*[)）]/g, '').trim();
  return short === '' ? name : short;
}

/** The i-th number (from 0) of headings and lists: 一, 二, … */
export function numeral(index: number, words: Words): string {
  return words('numerals').split(',')[index] ?? String(index + 1);
}
