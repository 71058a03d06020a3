/** Numerals and words with which Chinese dates, times and numbers start. */
const CHINESE_NUMBER = /^[〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾上下民公元正]/;
const WORD = /^(true|false|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i;
/** Signs with which no number, date or formula begins; and the counting of headings: 一、 and （一）. */
const SAFE_START = /^(?:[—√×△▲●○（]|[一二三四五六七八九十]+、)/;
/** Longer texts are never taken for a number or a date. */
const LONGEST_NUMBER = 40;

/**
 * Whether Excel might read a text as something else when it is entered: as a number, a date, a formula, a truth value
 * or an error. In doubt it might: the text is then entered under the format "@".
 * @example mightBeRead('001') // true
 * @example mightBeRead('红岩锡矿党委') // false
 * @example mightBeRead('（一）等次分布') // false
 */
export function mightBeRead(text: string): boolean {
  if (text === '') return false;
  if (SAFE_START.test(text)) return /\d/.test(text.normalize('NFKC'));
  if (!/^\p{L}/u.test(text)) return true;
  if (text.length > LONGEST_NUMBER) return false;
  const plain = text.normalize('NFKC');
  return /\d/.test(plain) || WORD.test(plain) || CHINESE_NUMBER.test(plain);
}
