import type { Arithmetic, Amount } from './arithmetic';
import { CellState, type CellPoints } from './cellPoints';
import type { Ledger } from './ledger';
import { chosenColumn, singleScore, SourceForm, type SourceFormCode } from './source';

/** What one source says about one subject, summed up. */
export interface Tally<T> {
  form: SourceFormCode;
  /** The cell of each column that counts, null for the others. */
  readonly cells: (CellPoints | null)[];
  /** Cells that are unknown. */
  unknown: number;
  points: T;
  max: T;
  readonly dimensionPoints: T[];
  readonly dimensionMax: T[];
  /** 100·Σ points/Σ max, or the one number given. */
  score: T;
}

/** One subject's numbers before rounding; `has…` tells which of them exist. */
export interface Combined<T> {
  readonly tallies: Tally<T>[];
  readonly hasRate: boolean[];
  /** Combined rate of each dimension. */
  readonly rates: T[];
  hasBase: boolean;
  base: T;
  total: T;
  /** The total without the bonus, for 等次含加分=否. */
  unrewarded: T;
}

/** An empty record that `combine` fills again for each subject. */
export function emptyCombined<T>(a: Arithmetic<T>, { sources, items, dimensionMax }: Ledger): Combined<T> {
  const zeros = (): T[] => dimensionMax.map(() => a.zero);
  return {
    tallies: sources.map((_source, k) => ({
      form: SourceForm.none,
      cells: new Array<CellPoints | null>(Math.max(...items[k]!.map(({ columns }) => columns.length))).fill(null),
      unknown: 0,
      points: a.zero,
      max: a.zero,
      dimensionPoints: zeros(),
      dimensionMax: zeros(),
      score: a.zero,
    })),
    hasRate: dimensionMax.map(() => false),
    rates: zeros(),
    hasBase: false,
    base: a.zero,
    total: a.zero,
    unrewarded: a.zero,
  };
}

/** Sums up the points of one subject in one source: 100·Σ points/Σ M over its applicable items. */
function tallyUp<T>(
  a: Arithmetic<T>,
  ledger: Ledger,
  k: number,
  form: SourceFormCode,
  subject: number,
  out: Tally<T>,
): void {
  const { columns, same } = ledger.items[k]![form]!;
  let { zero: points, zero: max } = a;
  let unknown = 0;
  out.form = form;
  for (let d = 0; d < out.dimensionMax.length; d++) {
    out.dimensionPoints[d] = a.zero;
    out.dimensionMax[d] = a.zero;
  }
  if (same.length < columns.length) out.cells.fill(null);
  for (let i = 0; i < same.length; i++) {
    const item = same[i]!;
    const chosen = item.length === 1 ? item[0]! : chosenColumn(columns, item, subject);
    const column = columns[chosen]!;
    const cell = column.at(subject);
    out.cells[chosen] = cell;
    if (cell.state === CellState.value) {
      const gained = a.of(cell);
      const most = a.of(column.max);
      const { dimension } = column;
      points = a.add(points, gained);
      max = a.add(max, most);
      if (dimension >= 0) {
        out.dimensionPoints[dimension] = a.add(out.dimensionPoints[dimension]!, gained);
        out.dimensionMax[dimension] = a.add(out.dimensionMax[dimension]!, most);
      }
    } else if (cell.state !== CellState.notApplicable) unknown++;
  }
  out.unknown = unknown;
  out.points = points;
  out.max = max;
  if (form === SourceForm.indicators || form === SourceForm.dimensions)
    out.score = a.div(a.mul(a.hundred, points), max);
  else if (form !== SourceForm.none) out.score = singleScore(a, ledger.sources[k]!, form, subject);
}

/** Weighted mean of the sources that a subject has; one missing with 按零分 keeps its weight. */
function weighBase<T>(a: Arithmetic<T>, ledger: Ledger, inPlay: readonly boolean[], out: Combined<T>): void {
  let { zero: weighted, zero: weights } = a;
  let hasWeight = false;
  for (let k = 0; k < out.tallies.length; k++) {
    const { weight, code } = ledger.sources[k]!;
    const tally = out.tallies[k]!;
    const isMissing = tally.form === SourceForm.none;
    if (!inPlay[k] || (isMissing && ledger.input.parameters.missing[code] !== 'zero')) continue;
    if (!isMissing) weighted = a.add(weighted, a.mul(a.of(weight), tally.score));
    weights = a.add(weights, a.of(weight));
    hasWeight ||= weight.approx > 0;
  }
  out.hasBase = hasWeight;
  out.base = hasWeight ? a.div(weighted, weights) : a.zero;
}

/** Combined rate of a dimension over the sources that give points for it: Σ w·(points/max) / Σ w. */
function weighDimension<T>(a: Arithmetic<T>, ledger: Ledger, dimension: number, out: Combined<T>): void {
  let { zero: weighted, zero: weights } = a;
  let hasWeight = false;
  for (let k = 0; k < out.tallies.length; k++) {
    const tally = out.tallies[k]!;
    const isDetailed = tally.form === SourceForm.indicators || tally.form === SourceForm.dimensions;
    if (!isDetailed || tally.dimensionMax[dimension] === a.zero) continue;
    const weight = a.of(ledger.sources[k]!.weight);
    const rate = a.div(tally.dimensionPoints[dimension]!, tally.dimensionMax[dimension]!);
    weighted = a.add(weighted, a.mul(weight, rate));
    weights = a.add(weights, weight);
    hasWeight ||= ledger.sources[k]!.weight.approx > 0;
  }
  out.hasRate[dimension] = hasWeight;
  if (hasWeight) out.rates[dimension] = a.div(weighted, weights);
}

/** max(0, base + bonus − penalty), at most 总分上限 (specification, section 5). */
export function totalOf<T>(a: Arithmetic<T>, base: T, bonus: T, penalty: T, cap: Amount | null): T {
  const total = a.max(a.zero, a.sub(a.add(base, bonus), penalty));
  return cap ? a.min(total, a.of(cap)) : total;
}

/** What is added to and taken from the base of a subject. */
export interface Extra {
  readonly bonus: Amount;
  readonly penalty: Amount;
  readonly totalCap: Amount | null;
}

/** All numbers of one subject before rounding, in either arithmetic (specification, sections 4 and 5). */
export function combine<T>(
  a: Arithmetic<T>,
  ledger: Ledger,
  inPlay: readonly boolean[],
  formOf: (source: number) => SourceFormCode,
  subject: number,
  extra: Extra,
  out: Combined<T>,
): void {
  for (let k = 0; k < out.tallies.length; k++) tallyUp(a, ledger, k, formOf(k), subject, out.tallies[k]!);
  weighBase(a, ledger, inPlay, out);
  for (let d = 0; d < out.rates.length; d++) weighDimension(a, ledger, d, out);
  const penalty = a.of(extra.penalty);
  out.total = totalOf(a, out.base, a.of(extra.bonus), penalty, extra.totalCap);
  out.unrewarded = totalOf(a, out.base, a.zero, penalty, extra.totalCap);
}
