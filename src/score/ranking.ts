import type { SchemeParameters, SchemeResult, SourceCode } from '../model';
import { sourceOfName } from '../rules';
import { normaliseText } from '../values';
import type { Groups } from './groups';

/** A key of 同分排序 with its rounded values by subject; NaN sorts last. */
export interface TieKey {
  readonly name: string;
  readonly values: Float64Array;
  /** What the values are of. */
  readonly of: { readonly source: SourceCode } | { readonly dimension: number };
}

/** The keys of 同分排序 that the scheme has; other names are passed over. */
export function tieKeys(
  { tieBreak }: SchemeParameters,
  dimensionNames: readonly string[],
  { sources, dimensions }: Pick<SchemeResult, 'sources' | 'dimensions'>,
): TieKey[] {
  const keys: TieKey[] = [];
  for (const name of tieBreak) {
    const source = sourceOfName(name);
    const dimension = dimensionNames.findIndex((known) => normaliseText(known) === name);
    const values = source ? sources[source] : dimensions[dimension];
    if (values) keys.push({ name, values, of: source ? { source } : { dimension } });
  }
  return keys;
}

/** Higher first, missing last, 0 when equal. */
export function compareKey(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) ? -1 : b - a;
}

/** Orders subjects by rounded total, then the keys of 同分排序. */
export function byTotal(total: Float64Array, keys: readonly TieKey[]): (a: number, b: number) => number {
  return (a, b) => {
    const order = total[b]! - total[a]!;
    if (order !== 0 || keys.length === 0) return order;
    for (const { values } of keys) {
      const next = compareKey(values[a]!, values[b]!);
      if (next !== 0) return next;
    }
    return 0;
  };
}

/** As `byTotal` after the grade, best first; -1 is below all grades. */
export function byGrade(grade: Int8Array, next: (a: number, b: number) => number): (a: number, b: number) => number {
  const place = (subject: number): number => (grade[subject]! < 0 ? 127 : grade[subject]!);
  return (a, b) => place(a) - place(b) || next(a, b);
}

/**
 * Ranks within each group and the order of the result: group, rank, roster order, those without a rank last
 * (specification, section 7). Equal on all keys share a place: 1, 2, 2, 4, or 1, 2, 2, 3 with 并列=中国式.
 */
export function rankSubjects(
  groups: Groups,
  isRanked: (subject: number) => boolean,
  compare: (a: number, b: number) => number,
  ties: SchemeParameters['tiePlaces'],
  count: number,
): { readonly rank: Int32Array; readonly order: Int32Array } {
  const rank = new Int32Array(count);
  const order = new Int32Array(count);
  let at = 0;
  for (let group = 0; group < groups.count; group++) {
    const members = groups.members(group);
    const ranked = members.filter(isRanked).sort((a, b) => compare(a, b) || a - b);
    let place = 0;
    ranked.forEach((subject, i) => {
      const isTied = i > 0 && compare(ranked[i - 1]!, subject) === 0;
      if (!isTied) place = ties === 'dense' ? place + 1 : i + 1;
      rank[subject] = place;
      order[at++] = subject;
    });
    for (const subject of members) if (!isRanked(subject)) order[at++] = subject;
  }
  return { rank, order };
}
