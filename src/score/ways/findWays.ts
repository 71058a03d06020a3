import type { AdjustmentRule, Assessment, Rational, Result } from '../../model';
import type { Locale } from '../../i18n';
import { adjustmentSentence, ruleSentence } from '../../rules';
import { Q } from '../../values';
import { openContext, sourceName, writtenAt, type ExplainContext } from '../explainContext';
import { tieKeys, type TieKey } from '../ranking';
import { STATUS_CODE } from '../scoreSubjects';
import { openItems, openTableItem, type Item } from './item';
import { Rivals, type Raise } from './rivals';
import { openProfile, standingOf, tableProfile, vetoesOf, type Profile, type Standing } from './standing';
import type { GradeWays, Obstacle, Way, WayStep } from './ways';

/** Sets of cells are looked for up to this size; of each size so many are shown, so many tried. */
const LARGEST_SET = 3;
const SHOWN = 6;
const TRIED = 2000;
/** Sets are made of the cells that could gain most. */
const POOL = 24;

/** A search for the ways of one subject to one grade. */
class Search {
  readonly items: readonly Item[];

  constructor(
    readonly context: ExplainContext,
    readonly profile: Profile,
    readonly target: number,
    readonly keys: readonly TieKey[],
    readonly rivals: Rivals,
  ) {
    const { input } = context;
    const items = input.tableTotals
      ? [openTableItem(context, this.enough())].filter((item) => item !== null)
      : openItems(context, profile);
    const gain = (item: Item): Rational => item.shift(item.ladder.at(item.ladder.size - 1)).base;
    // Sorting keeps the order of the rules among equals.
    this.items = items
      .map((item) => ({ item, gain: gain(item) }))
      .filter((entry) => entry.gain.n > 0n)
      .sort((a, b) => Q.compare(b.gain, a.gain))
      .map(({ item }) => item);
  }

  /** A total of a table that reaches the grade for certain. */
  private enough(): number {
    const bound = Q.toNumber(this.context.input.parameters.grades[this.target]!.from);
    const { last } = this.rivals;
    return Math.ceil(Math.max(bound, last ? last.standing.total + 1 : bound) * 100) / 100;
  }

  standing(raises: readonly Raise[]): Standing {
    const shifts = raises.map(({ item, rung }) => item.shift(rung));
    return standingOf(this.context.ledger, this.profile, shifts, this.keys);
  }

  reaches(raises: readonly Raise[]): boolean {
    const standing = this.standing(raises);
    if (standing.grade < 0 || standing.grade > this.target) return false;
    return this.rivals.keeps(standing, raises);
  }

  top(item: Item): Raise {
    return { item, rung: item.ladder.at(item.ladder.size - 1) };
  }
}

/** The least index from 0 to `size` − 1 that passes, where all after it pass too and the last does. */
function least(size: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Lowest rungs of some cells that reach the grade together: each as high as the others, then none higher than it must. */
function settle(search: Search, items: readonly Item[]): Raise[] {
  const rungs = items.map(({ ladder }) => ladder.size - 1);
  const raisesAt = (own: readonly number[]): Raise[] =>
    items.map((item, i) => ({ item, rung: item.ladder.at(own[i]!) }));
  if (items.length > 1) {
    const parts = 1000;
    const share = (part: number): number[] =>
      items.map(({ ladder }) => Math.max(0, Math.ceil((ladder.size * (part + 1)) / parts) - 1));
    const part = least(parts, (at) => search.reaches(raisesAt(share(at))));
    share(part).forEach((rung, i) => (rungs[i] = rung));
  }
  items.forEach(({ ladder }, i) => {
    const at = (rung: number): number[] => rungs.map((own, j) => (j === i ? rung : own));
    rungs[i] = least(Math.min(ladder.size, rungs[i]! + 1), (rung) => search.reaches(raisesAt(at(rung))));
  });
  return raisesAt(rungs);
}

/** Sets of a size, those that could gain most first. */
function* sets(items: readonly Item[], size: number): Iterable<readonly Item[]> {
  if (size === 1) {
    for (const item of items) yield [item];
    return;
  }
  const pool = items.slice(0, POOL);
  const found: { readonly set: readonly Item[]; readonly gain: Rational }[] = [];
  const extend = (set: readonly Item[], from: number, gain: Rational): void => {
    if (set.length === size) {
      found.push({ set, gain });
      return;
    }
    for (let i = from; i < pool.length; i++) {
      const item = pool[i]!;
      extend([...set, item], i + 1, Q.add(gain, item.shift(item.ladder.at(item.ladder.size - 1)).base));
    }
  };
  extend([], 0, Q.ZERO);
  for (const { set } of found.sort((a, b) => Q.compare(b.gain, a.gain))) yield set;
}

function stepOf({ context }: Search, { item, rung }: Raise): WayStep {
  const { assessment, input, locale, say } = context;
  const { column, source } = item;
  return {
    source,
    sourceName: source ? sourceName(context, source) : say('heading.total'),
    name: column?.name ?? null,
    dimension: column ? (input.scheme.dimensions[column.dimension]?.name ?? null) : null,
    place: item.place,
    raw: writtenAt(assessment, item.place),
    entry: rung.entry,
    rule: column?.indicator && column.reading === 'raw' ? ruleSentence(column.indicator, locale) : '',
    points: Q.roundToNumber(item.points, 2),
    newPoints: Q.roundToNumber(rung.points, 2),
    max: item.max ? Q.toNumber(item.max) : null,
  };
}

function wayOf(search: Search, raises: readonly Raise[]): Way {
  const sum = (of: (raise: Raise) => Rational): Rational => Q.sum(raises.map(of));
  const needed = sum(({ item, rung }) => item.shift(rung).base);
  const possible = sum(({ item }) => item.shift(search.top(item).rung).base);
  return {
    steps: raises.map((raise) => stepOf(search, raise)),
    total: search.standing(raises).total,
    effort: Q.roundToNumber(Q.div(needed, possible), 4),
  };
}

/** All ways of the least number of cells, up to three. */
function waysOf(search: Search): Way[] {
  for (let size = 1; size <= Math.min(LARGEST_SET, search.items.length); size++) {
    const ways: Way[] = [];
    let tried = 0;
    for (const set of sets(search.items, size)) {
      if (++tried > TRIED || (size > 1 && ways.length >= SHOWN)) break;
      if (search.reaches(set.map((item) => search.top(item)))) ways.push(wayOf(search, settle(search, set)));
    }
    if (ways.length > 0) return ways.sort((a, b) => a.effort - b.effort).slice(0, SHOWN);
  }
  return [];
}

/** What no points can overcome. */
function obstaclesOf(search: Search): Obstacle[] {
  const { context, profile, target, rivals } = search;
  const { input, subject, locale, adjustments } = context;
  const { parameters, scheme } = input;
  const obstacles: Obstacle[] = [];
  if (adjustments.manual) {
    const { entry, grade } = adjustments.manual;
    const place = entry.grade ?? entry.points ?? entry.place;
    obstacles.push({ type: 'manual', grade: parameters.grades[grade]!.name, place });
  }
  const endless = [{ base: Q.of(1_000_000), source: -1, score: Q.ZERO, dimension: -1, rate: Q.ZERO }];
  const isOpenWith = (vetoes: readonly AdjustmentRule[]): boolean =>
    standingOf(context.ledger, profile, endless, [], vetoes).grade <= target;
  if (!isOpenWith([])) obstacles.push({ type: 'totalCap', cap: Q.toNumber(parameters.totalCap!) });
  else if (!isOpenWith(vetoesOf(context.ledger, profile))) {
    const all = profile.adjustments.vetoes;
    const alone = all.filter((index) => !isOpenWith([scheme.adjustments[index]!]));
    for (const index of alone.length > 0 ? alone : all) {
      const rule = scheme.adjustments[index]!;
      const entry = input.adjustments.find((row) => row.subject === subject && row.rule === index)!;
      const sentence = adjustmentSentence(rule, locale);
      obstacles.push({ type: 'veto', rule: rule.name, sentence, place: entry.times ?? entry.place });
    }
  }
  if (rivals.limit === 0) {
    const share = Q.formatPercent(parameters.topGradeQuota!);
    obstacles.push({ type: 'noPlaces', share, count: rivals.peers.length });
  }
  return obstacles;
}

/** Least number of cells that reach the grade, those that gain most first; null when all of them do not. */
function fewestOf(search: Search): number | null {
  const tops = search.items.map((item) => search.top(item));
  if (!search.reaches(tops)) return null;
  return least(tops.length, (index) => search.reaches(tops.slice(0, index + 1))) + 1;
}

/**
 * What a subject would need for a better grade: the least changes of single cells, else of two or three together; exact,
 * as every rule rises, falls or has steps. `target` is an index into the grades, 0 the best; everybody else stays as
 * they are. Votes and raters' scores are not looked at: they are no single cell.
 * @example findWays(assessment, result, 0, 4, 0, "zh-CN").ways[0]?.steps[0]?.entry // "11"
 */
export function findWays(
  assessment: Assessment,
  { schemes }: Result,
  scheme: number,
  subject: number,
  target: number,
  locale: Locale,
): GradeWays {
  const result = schemes[scheme]!;
  const context = openContext(assessment, schemes, scheme, subject, locale);
  const { input, ledger, inPlay, adjustments } = context;
  const band = input.parameters.grades[target]!;
  const answer = { grade: target, gradeName: band.name, bound: Q.toNumber(band.from), rival: null };
  const none = { obstacles: [], best: null, fewest: null, ways: [] };
  if (result.status[subject]! >= STATUS_CODE.blocked)
    return { ...answer, ...none, state: 'blocked', obstacles: [{ type: 'noTotal' }] };
  const grade = result.grade[subject]!;
  if (grade >= 0 && grade <= target) return { ...answer, ...none, state: 'reached' };

  const names = input.scheme.dimensions.map(({ name }) => name);
  const keys = tieKeys(input.parameters, names, result);
  const profile = input.tableTotals
    ? tableProfile(Q.of(result.total[subject]!))
    : openProfile(ledger, inPlay, subject, adjustments);
  const rivals = new Rivals(context, keys, target === 0);
  const search = new Search(context, profile, target, keys, rivals);
  const obstacles = obstaclesOf(search);
  const { last } = rivals;
  const rival = last && { name: input.subjects[last.subject]!.name, total: last.standing.total };
  if (obstacles.length > 0) return { ...answer, ...none, rival, state: 'blocked', obstacles };
  const ways = waysOf(search);
  if (ways.length > 0) return { ...answer, ...none, rival, state: 'ways', ways };
  const best = search.standing(search.items.map((item) => search.top(item))).total;
  const fewest = fewestOf(search);
  return { ...answer, ...none, rival, best, fewest, state: fewest === null ? 'unreachable' : 'many' };
}
