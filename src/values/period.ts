import type { Period } from '../model';
import { daysInMonth } from './date';
import { normaliseText } from './normalise';

const CHINESE_DIGITS = '〇一二三四五六七八九';
const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const PERIOD =
  /((?:19|20)\d{2})年?度?(?:(第?[一二三四1-4]季度)|(上半年|下半年)|(1[0-2]|0?[1-9])月?[-—–~至到](1[0-2]|0?[1-9])月(?:份)?|(1[0-2]|0?[1-9])月(?!\d{0,2}日)|(度|全年|年度)?)/;

/**
 * The period that a text names, or null.
 * @example parsePeriod("2004年上半年") // { text: "2004年上半年", start: "2004-01-01", end: "2004-06-30" }
 */
export function parsePeriod(text: string): Period | null {
  const key = normaliseText(text).replace(/[〇零○一二三四五六七八九]{4}年/, (year) =>
    year.replace(/./g, (digit) =>
      digit === '年'
        ? digit
        : String(Math.max(0, CHINESE_DIGITS.indexOf(digit === '零' || digit === '○' ? '〇' : digit))),
    ),
  );
  const match = PERIOD.exec(key);
  if (!match) return null;
  const year = match[1]!;
  if (!key.includes(`${year}年`) && !key.includes(`${year}度`) && key !== year) return null;
  const [first, last, words] = span(match);
  return {
    text: `${year}年${words}`,
    start: `${year}-${pad(first)}-01`,
    end: `${year}-${pad(last)}-${pad(daysInMonth(Number(year), last))}`,
  };
}

function span(match: RegExpExecArray): [number, number, string] {
  if (match[2]) {
    const quarter = QUARTERS[match[2].replace(/第|季度/g, '')]!;
    return [quarter * 3 - 2, quarter * 3, `第${'一二三四'[quarter - 1]}季度`];
  }
  if (match[3]) return match[3] === '上半年' ? [1, 6, '上半年'] : [7, 12, '下半年'];
  if (match[4] && Number(match[4]) <= Number(match[5]))
    return [Number(match[4]), Number(match[5]), `${Number(match[4])}-${Number(match[5])}月`];
  if (match[6]) {
    const month = Number(match[6]);
    return [month, month, `${month}月`];
  }
  return [1, 12, '度'];
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Most telling period of some titles: the one named most often, of equals the latest; months count only alone. */
export function periodOfTitles(titles: readonly string[]): Period | null {
  const counts = new Map<string, { period: Period; count: number; whole: boolean }>();
  for (const title of titles) {
    const period = parsePeriod(title);
    if (!period) continue;
    const entry = counts.get(period.text);
    if (entry) entry.count++;
    else counts.set(period.text, { period, count: 1, whole: !/月$/.test(period.text) });
  }
  let best: { period: Period; count: number; whole: boolean } | null = null;
  for (const entry of counts.values()) {
    if (
      best === null ||
      (entry.whole && !best.whole) ||
      (entry.whole === best.whole &&
        (entry.count > best.count || (entry.count === best.count && entry.period.end > best.period.end)))
    ) {
      best = entry;
    }
  }
  return best?.period ?? null;
}
