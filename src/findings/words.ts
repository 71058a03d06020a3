import { translate, type Locale } from '../i18n';
import type { CellValue } from '../model';

/** A value that reads differently in each language. */
export type Words = Readonly<Record<Locale, string>>;
export type WordData = Readonly<Record<string, string | number | Words>>;

/** Longest piece of a foreign cell that a sentence quotes; the cell itself is one click away. */
const LONGEST_QUOTE = 40;

/**
 * What a cell says, quoted for a sentence.
 * @example written("未制定") // { "zh-CN": "“未制定”", "en-US": "“未制定”" }
 * @example written(null) // { "zh-CN": "空白", "en-US": "blank" }
 */
export function written(value: CellValue): Words {
  const text = value === null ? '' : typeof value === 'object' ? value.error : String(value).trim();
  if (text === '') return both('findings.word.blank');
  const letters = [...text];
  const short = letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join('')}…` : text;
  return { 'zh-CN': `“${short}”`, 'en-US': `“${short}”` };
}

/**
 * A list of months.
 * @example monthList([2, 3]) // { "zh-CN": "2月、3月", "en-US": "Feb, Mar" }
 */
export function monthList(months: readonly number[]): Words {
  return {
    'zh-CN': months.map((month) => `${month}月`).join('、'),
    'en-US': months.map((month) => MONTHS[month - 1]).join(', '),
  };
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A text of the catalogue in both languages. */
export function both(key: string): Words {
  return { 'zh-CN': translate('zh-CN', key), 'en-US': translate('en-US', key) };
}

/** The data of a sentence in one language. */
export function inLocale(data: WordData, locale: Locale): Record<string, string | number> {
  const filled: Record<string, string | number> = Object.create(null) as Record<string, string | number>;
  for (const [name, value] of Object.entries(data)) filled[name] = typeof value === 'object' ? value[locale] : value;
  return filled;
}
