import type { Period } from '../model';
import { findPeriod, PeriodSign, type PeriodSignCode } from './period';

interface Entry {
  readonly period: Period;
  readonly sign: PeriodSignCode;
  count: number;
}

/**
 * Most telling period of some titles: one that is named (2004年上半年) before a bare year, that before a month and that
 * before the year of a day, for months and days in titles are mostly those of the writing; of equal ones that named
 * most often, then the latest. Different words for the same days (上半年, 1-6月) count together.
 * @example periodOfTitles(["2004年第二季度评比", "填报时间：2004年7月3日"])?.text // "2004年第二季度"
 */
export function periodOfTitles(titles: readonly string[]): Period | null {
  return mostTelling(titles)?.period ?? null;
}

/** As `periodOfTitles`, with the sign by which it was known. */
export function mostTelling(
  titles: readonly string[],
): { readonly period: Period; readonly sign: PeriodSignCode } | null {
  const entries = new Map<string, Entry>();
  for (const title of titles) {
    const found = findPeriod(title);
    if (!found) continue;
    const { period, sign } = found;
    const key = `${sign} ${period.start} ${period.end}`;
    const entry = entries.get(key);
    if (entry) entry.count++;
    else entries.set(key, { period, sign, count: 1 });
  }
  let best: Entry | null = null;
  for (const entry of entries.values()) if (!best || isBetter(entry, best)) best = entry;
  return best;
}

function isBetter(a: Entry, b: Entry): boolean {
  if (a.sign !== b.sign) return a.sign > b.sign;
  if (a.count !== b.count) return a.count > b.count;
  return a.period.end > b.period.end;
}

/** True for a period that only the words of a year or of a day tell: parts of that year may be meant. */
export function isVague(sign: PeriodSignCode): boolean {
  return sign === PeriodSign.year || sign === PeriodSign.day;
}
