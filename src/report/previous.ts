import type { Period } from '../model';
import { historyName, type PastResult } from './history';
import type { SchemeView } from './schemeView';

/** What the subjects of a scheme came to in the period before. */
export interface Previous {
  readonly period: Period;
  /** One entry for each subject of the scheme; null for one that is new. */
  readonly results: readonly (PastResult | null)[];
}

/**
 * The period before (上期) of a scheme: the latest earlier one of the same length, else the latest that was over before
 * this one began; null when the history has none.
 */
export function previousOf(
  { scheme, subjects }: SchemeView['scheme'],
  period: Period | null,
  history: readonly PastResult[],
): Previous | null {
  if (!period) return null;
  const name = historyName(scheme, period);
  const earlier = history.filter((past) => past.scheme === name && past.period.end < period.start);
  const months = monthsOf(period);
  const last = earlier.filter((past) => monthsOf(past.period) === months).at(-1) ?? earlier.at(-1);
  if (!last) return null;
  const { start, end } = last.period;
  const results = earlier.filter((past) => past.period.start === start && past.period.end === end);
  const byId = unique(results, ({ id }) => id);
  const byName = unique(results, (past) => past.name);
  const names = unique(subjects, (subject) => subject.name);
  return {
    period: last.period,
    results: subjects.map((subject) => {
      const found = subject.id === null ? undefined : byId.get(subject.id);
      if (found) return found;
      // A name that two bear says nothing, nor one whose id is another's.
      const named = names.has(subject.name) ? byName.get(subject.name) : undefined;
      return named && (named.id === null || subject.id === null) ? named : null;
    }),
  };
}

function monthsOf({ start, end }: Period): number {
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return month(end) - month(start) + 1;
}

/** Entries by a key that no other has. */
function unique<T>(entries: readonly T[], keyOf: (entry: T) => string | null): Map<string, T> {
  const found = new Map<string, T>();
  const twice = new Set<string>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === null) continue;
    if (found.has(key)) twice.add(key);
    found.set(key, entry);
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** How a subject stands against the period before. */
export interface Trend {
  /** Places won (above 0) or lost; null when one of the two has no place, or the group is another. */
  readonly places: number | null;
  /** Points won or lost, rounded to 2 places; null without a total now. */
  readonly points: number | null;
}

/** Places and points won or lost since the period before; null for a subject that is new. */
export function trendOf({ scheme, result }: SchemeView, previous: Previous, subject: number): Trend | null {
  const past = previous.results[subject] ?? null;
  if (!past) return null;
  const rank = result.rank[subject]!;
  const total = result.total[subject]!;
  const isComparable = rank > 0 && past.rank !== null && past.group === scheme.subjects[subject]!.group;
  return {
    places: isComparable ? past.rank! - rank : null,
    points: Number.isNaN(total) ? null : Math.round((total - past.total) * 100) / 100,
  };
}
