import type { CellValue, Indicator, NamedAmount, Rational } from '../../model';
import { definitionOf, NO_CONTEXT } from '../../rules';
import { Q, readKinds } from '../../values';
import type { GroupValues } from '../column';

/** One better value of a cell: what to write, and the points that it gives. */
export interface Rung {
  /** What to write into the cell, e.g. 11, 93.5%, 较好, 轻伤1. */
  readonly entry: string;
  /** The quantity that the method reads from it. */
  readonly value: Rational;
  readonly points: Rational;
}

/** Better values of a cell, the smallest change first; points never fall on the way up. */
export interface Ladder {
  readonly size: number;
  /** `index` from 0 to before `size`. */
  readonly at: (index: number) => Rung;
}

export const NO_LADDER: Ladder = {
  size: 0,
  at: (index) => {
    throw new RangeError(`no rung ${index}`);
  },
};

/** Cells of rates are written to a hundredth of a percent, others as finely as their column is. */
const RATE_GRAIN = Q.of('0.0001');

/** Values beyond any that a sheet holds; a ladder has no more rungs than a double counts. */
const LONGEST = 2n ** 50n;

/** How a quantity is written into a cell. */
export function entryOf(value: Rational, isRate: boolean): string {
  return isRate ? Q.formatPercent(value) : Q.formatRational(value);
}

function ladderOf(rungs: readonly Rung[]): Ladder {
  return rungs.length === 0 ? NO_LADDER : { size: rungs.length, at: (index) => rungs[index]! };
}

/** Steps of a grain, from the value on towards `to`, which is the last of them. */
function numericLadder(
  from: Rational,
  to: Rational,
  grain: Rational,
  isRate: boolean,
  pointsOf: (value: Rational) => Rational,
): Ladder {
  const isUp = Q.compare(to, from) > 0;
  const start = Q.div(from, grain);
  const first = isUp ? Q.floor(start) + 1n : Q.ceil(start) - 1n;
  const end = Q.div(to, grain);
  const last = isUp ? Q.ceil(end) : Q.floor(end);
  const count = isUp ? last - first + 1n : first - last + 1n;
  if (Q.equals(from, to) || count <= 0n || count > LONGEST) return NO_LADDER;
  const at = (index: number): Rung => {
    const step = isUp ? first + BigInt(index) : first - BigInt(index);
    const value = Q.mul(Q.of(step), grain);
    return { entry: entryOf(value, isRate), value, points: pointsOf(value) };
  };
  return { size: Number(count), at };
}

/** Points typed by an assessor, up to the full mark. */
export function pointsLadder(from: Rational, max: Rational, grain: Rational): Ladder {
  const pointsOf = (value: Rational): Rational => Q.min(value, max);
  const top = Q.mul(Q.of(Q.floor(Q.div(max, grain))), grain);
  // Points above the full mark would be a finding: a full mark off the grain is a rung of its own.
  const isOff = Q.compare(top, max) < 0;
  const ladder = Q.compare(top, from) > 0 ? numericLadder(from, top, grain, false, pointsOf) : NO_LADDER;
  if (!isOff || Q.compare(from, max) >= 0) return ladder;
  const last: Rung = { entry: entryOf(max, false), value: max, points: max };
  return { size: ladder.size + 1, at: (index) => (index < ladder.size ? ladder.at(index) : last) };
}

/** As `pointsLadder`, for a cell that holds what is taken off the full mark. */
export function deductedLadder(from: Rational, max: Rational, grain: Rational): Ladder {
  const off = Q.sub(max, from);
  return off.n <= 0n ? NO_LADDER : numericLadder(off, Q.ZERO, grain, false, (value) => Q.sub(max, value));
}

/** A value without an upper bound, up to one that is enough: a total that is ranked as it stands. */
export function openLadder(from: Rational, enough: Rational, grain: Rational): Ladder {
  return Q.compare(enough, from) > 0 ? numericLadder(from, enough, grain, false, (value) => value) : NO_LADDER;
}

/** Occurrences of kinds as a cell writes them. @example kindsText([1, 0], kinds) // "轻伤1" */
function kindsText(counts: readonly number[], kinds: readonly NamedAmount[]): string {
  const parts = kinds.flatMap(({ name }, i) => (counts[i]! > 0 ? [`${name}${counts[i]}`] : []));
  return parts.length > 0 ? parts.join('、') : '无';
}

/** Fewer occurrences for a deduction, more for an accrual: so few changes as possible, then the least of them. */
function kindsLadder(indicator: Indicator, kinds: readonly NamedAmount[], cell: CellValue, isFewer: boolean): Ladder {
  const names = kinds.map(({ name }) => name);
  const reading = readKinds(cell, names);
  const { method, max } = indicator;
  const definition = definitionOf(method);
  const counts = reading.state === 'value' ? [...reading.value] : kinds.map(() => 0);
  const byAmount = kinds.map((_, i) => i).sort((a, b) => Q.compare(kinds[a]!.amount, kinds[b]!.amount));
  const rungs: Rung[] = [];
  const pointsOf = (own: readonly number[]): Rung => {
    const value = Q.sum(kinds.map(({ amount }, i) => Q.mul(amount, Q.of(own[i]!))));
    return { entry: kindsText(own, kinds), value, points: definition.points(value, method, max, NO_CONTEXT) };
  };
  const change = isFewer ? -1 : 1;
  let best = pointsOf(counts).points;
  // Each round changes one occurrence of each kind in turn, and then keeps the change of the largest.
  for (let round = 0; round < 200 && Q.compare(best, max) < 0; round++) {
    const changeable = byAmount.filter((i) => !isFewer || counts[i]! > 0);
    if (changeable.length === 0) break;
    for (const i of changeable) {
      const rung = pointsOf(counts.map((count, j) => (j === i ? count + change : count)));
      if (Q.compare(rung.points, best) <= 0) continue;
      best = rung.points;
      rungs.push(rung);
    }
    counts[changeable.at(-1)!]! += change;
  }
  return ladderOf(rungs.filter(({ entry, value }) => isReadAs(indicator, entry, value)));
}

/** Kinds with odd names may be read otherwise than written: such a rung is none. */
function isReadAs({ method, isRate }: Indicator, entry: string, value: Rational): boolean {
  const reading = definitionOf(method).read(entry, 'General', method, isRate);
  return reading.state === 'value' && Q.equals(reading.value, value);
}

/** Lines of 分档 need not rise: of all values beside a bound those that give more, the nearest first. */
function tiersLadder(indicator: Indicator, from: Rational, grain: Rational): Ladder {
  const { method, max, isRate } = indicator;
  if (method.code !== 'tiers') return NO_LADDER;
  const pointsOf = (value: Rational): Rational => definitionOf(method).points(value, method, max, NO_CONTEXT);
  const lowest = from.n < 0n ? from : Q.ZERO;
  const near = method.tiers.flatMap(({ bound }) => {
    if (!bound) return [];
    const below = Q.floor(Q.div(bound, grain));
    return [-1n, 0n, 1n, 2n].map((offset) => Q.mul(Q.of(below + offset), grain));
  });
  const distance = (value: Rational): Rational => Q.abs(Q.sub(value, from));
  const sorted = near
    .filter((value) => Q.compare(value, lowest) >= 0)
    .sort((a, b) => Q.compare(distance(a), distance(b)));
  const rungs: Rung[] = [];
  let best = pointsOf(from);
  for (const value of sorted) {
    const points = pointsOf(value);
    if (Q.compare(points, best) <= 0) continue;
    best = points;
    rungs.push({ entry: entryOf(value, isRate), value, points });
  }
  return ladderOf(rungs);
}

function levelsLadder(levels: readonly NamedAmount[], from: Rational, max: Rational): Ladder {
  const rungs = levels
    .map(({ name, amount }): Rung => ({ entry: name, value: amount, points: Q.clamp(amount, Q.ZERO, max) }))
    .filter(({ points }) => Q.compare(points, from) > 0)
    .sort((a, b) => Q.compare(a.points, b.points));
  return ladderOf(rungs.filter(({ points }, i) => i === 0 || !Q.equals(points, rungs[i - 1]!.points)));
}

/** Values that overtake others of the group, one place after the other. */
function placesLadder(indicator: Indicator, from: Rational, others: GroupValues): Ladder {
  const { method, max } = indicator;
  const rungs: Rung[] = [];
  const above = others.values.filter((value) => Q.compare(value, from) > 0).reverse();
  let best = definitionOf(method).points(from, method, max, { best: null, place: others.placeOf(from) });
  for (const value of above) {
    const points = definitionOf(method).points(value, method, max, { best: null, place: others.placeOf(value) });
    if (Q.compare(points, best) <= 0) continue;
    best = points;
    rungs.push({ entry: entryOf(value, false), value, points });
  }
  return ladderOf(rungs);
}

/** Towards the highest value of the others in the group; where they have nothing, anything at all is the highest. */
function bestLadder(indicator: Indicator, from: Rational, others: GroupValues, grain: Rational): Ladder {
  const { method, max } = indicator;
  const isOpen = others.best === null || others.best.n <= 0n;
  const top = isOpen ? grain : others.best!;
  if (Q.compare(from, top) >= 0) return NO_LADDER;
  const pointsOf = (value: Rational): Rational => {
    const best = others.best ? Q.max(others.best, value) : value;
    return definitionOf(method).points(value, method, max, { best, place: null });
  };
  return numericLadder(from, top, grain, false, pointsOf);
}

/** Value at which a method gives all that it can give; null for methods that do not go by one number. */
function fullValue({ method, max }: Indicator): Rational | null {
  switch (method.code) {
    case 'deduct':
      return method.kinds.length > 0 ? null : (method.target ?? Q.ZERO);
    case 'accrue':
      return method.unit ? Q.div(max, method.unit) : null;
    case 'ratio':
      return Q.mul(method.target, method.cap);
    case 'linear':
      return method.full;
    case 'step':
      return method.limit;
    default:
      return null;
  }
}

/** What a ladder needs to know of a cell. */
export interface LadderCell {
  readonly indicator: Indicator;
  /** The cell as written. */
  readonly cell: CellValue;
  readonly value: Rational;
  readonly points: Rational;
  /** Finest step of the column; rates have their own. */
  readonly grain: Rational;
  /** Values of the others in the group; for 与最高者比 and 名次赋分. */
  readonly others: GroupValues | null;
}

/** Better raw values of an indicator's cell; empty when it has all that its method gives. */
export function rawLadder({ indicator, cell, value, points, grain, others }: LadderCell): Ladder {
  const { method, max, isRate } = indicator;
  const definition = definitionOf(method);
  const step = isRate ? RATE_GRAIN : grain;
  switch (method.code) {
    case 'points':
      return pointsLadder(Q.clamp(value, Q.ZERO, max), max, grain);
    case 'tiers':
      return tiersLadder(indicator, value, step);
    case 'require':
      return value.n > 0n ? NO_LADDER : ladderOf([{ entry: '是', value: Q.ONE, points: max }]);
    case 'levels':
      return levelsLadder(method.levels, points, max);
    case 'best':
      return bestLadder(indicator, value, others!, step);
    case 'rank':
      return placesLadder(indicator, value, others!);
    case 'deduct':
    case 'accrue':
      if (method.kinds.length > 0) return kindsLadder(indicator, method.kinds, cell, method.code === 'deduct');
  }
  const full = fullValue(indicator)!;
  const pointsOf = (next: Rational): Rational => definition.points(next, method, max, NO_CONTEXT);
  // The value may lie beyond the one that gives all: then there is nothing to gain.
  if (Q.compare(pointsOf(full), points) <= 0) return NO_LADDER;
  return numericLadder(value, full, step, isRate, pointsOf);
}
