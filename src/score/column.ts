import type { Assessment, CellPlaces, Indicator, IndicatorColumn, Rational, SchemeAssessment } from '../model';
import { definitionOf } from '../rules';
import { Q } from '../values';
import { amountOf, type Amount } from './arithmetic';
import {
  CellState,
  interpretDeducted,
  interpretPoints,
  interpretRaw,
  type CellPoints,
  type Interpret,
} from './cellPoints';
import { PairCells } from './pairCells';
import { DistinctCells, type CellReader } from './distinctCells';
import { FedCells } from './fedCells';
import type { Groups } from './groups';
import type { LowerCounts } from './lowerResults';

/** One scored column of a source: cells of an indicator, or points written for a whole dimension. */
export interface ScoreColumn {
  readonly indicator: Indicator | null;
  /** Name and id for people; a dimension has its name for both. */
  readonly name: string;
  readonly id: string;
  readonly max: Amount;
  /** Index into `Scheme.dimensions`; -1 without one. */
  readonly dimension: number;
  readonly reading: 'points' | 'raw';
  readonly cells: CellPlaces;
  readonly distinct: CellReader;
  /** What the cell says; with the points of methods that compare the group. */
  readonly at: (subject: number) => CellPoints;
  /** Its points compare the group (与最高者比, 名次赋分). */
  readonly isGrouped: boolean;
  /** What the lower level comes to, for a column that it fills (来源=下级); null for columns that people fill. */
  readonly lower: LowerCounts | null;
  readonly isFed: boolean;
  /** Its cells hold what is taken off the full mark. */
  readonly isDeducted: boolean;
  /** Cells of what was due, for a rate of two columns. */
  readonly due: CellPlaces | null;
}

/** In a column of 万元 500万 is written for 500: the unit of the header goes from the cell. */
function inUnit(unit: '万' | '亿', interpret: Interpret): Interpret {
  return (cell, format) => interpret(typeof cell === 'string' ? cell.replace(unit, '') : cell, format);
}

/** Counts of the lower level for an indicator; null where there are none. */
export type LowerOf = (indicator: number) => LowerCounts | null;

/** What a column of a scheme was opened as before, under rules that may have changed since. */
export interface KeptColumn {
  readonly column: ScoreColumn;
  /** 空白 means the same as before. */
  readonly isSameBlank: boolean;
}

/** Opens a column of an indicator; nothing is read yet but what is kept. */
export function openIndicator(
  assessment: Assessment,
  input: SchemeAssessment,
  column: IndicatorColumn,
  groups: Groups,
  lowerOf: LowerOf,
  kept: KeptColumn | null = null,
): ScoreColumn {
  const { indicator: index, reading, cells, isFed = false } = column;
  const indicator = input.scheme.indicators[index]!;
  if (kept && !isFed && kept.isSameBlank && kept.column.indicator === indicator) return kept.column;
  const lower = isFed ? lowerOf(index) : null;
  const distinct = isFed
    ? new FedCells(indicator, lower, cells)
    : typedCells(assessment, column, interpretColumn(input, column), kept);
  const isGrouped = reading === 'raw' && (indicator.method.code === 'best' || indicator.method.code === 'rank');
  const at = isGrouped ? groupedPoints(indicator, distinct, groups) : (subject: number) => distinct.at(subject);
  return {
    indicator,
    name: indicator.name,
    id: indicator.id,
    max: amountOf(indicator.max),
    dimension: input.scheme.dimensions.findIndex(({ name }) => name === indicator.dimension),
    reading,
    cells,
    distinct,
    at,
    isGrouped,
    lower,
    isFed,
    isDeducted: column.isDeducted ?? false,
    due: column.due ?? null,
  };
}

/** The cells of a column that people fill; those that have been read are not looked up again. */
function typedCells(
  assessment: Assessment,
  { cells, due }: Pick<IndicatorColumn, 'cells' | 'due'>,
  interpret: Interpret,
  kept: KeptColumn | null,
): CellReader {
  if (due) return new PairCells(assessment, cells, due, interpret);
  const before = kept?.column.distinct;
  return before instanceof DistinctCells ? before.reread(interpret) : new DistinctCells(assessment, cells, interpret);
}

function interpretColumn(
  { scheme, parameters }: SchemeAssessment,
  { indicator: index, reading, unit, isDeducted = false }: IndicatorColumn,
): Interpret {
  const indicator = scheme.indicators[index]!;
  if (isDeducted) return interpretDeducted(indicator.max, parameters);
  const interpret =
    reading === 'points' ? interpretPoints(indicator.max, parameters) : interpretRaw(indicator, parameters);
  return unit ? inUnit(unit, interpret) : interpret;
}

/** Opens a column of points for a whole dimension; its max is the sum of the dimension's 分值. */
export function openDimension(
  assessment: Assessment,
  input: SchemeAssessment,
  index: number,
  cells: CellPlaces,
  kept: KeptColumn | null = null,
): ScoreColumn {
  const { name } = input.scheme.dimensions[index]!;
  const max = dimensionMax(input, index);
  if (kept?.isSameBlank && Q.equals(kept.column.max.exact, max)) return kept.column;
  const distinct = typedCells(assessment, { cells }, interpretPoints(max, input.parameters), kept);
  const at = (subject: number): CellPoints => distinct.at(subject);
  return {
    indicator: null,
    name,
    id: name,
    max: amountOf(max),
    dimension: index,
    reading: 'points',
    cells,
    distinct,
    at,
    isGrouped: false,
    lower: null,
    isFed: false,
    isDeducted: false,
    due: null,
  };
}

/** Σ 分值 of a dimension's indicators. */
export function dimensionMax({ scheme }: SchemeAssessment, index: number): Rational {
  const { name } = scheme.dimensions[index]!;
  return Q.sum(scheme.indicators.filter(({ dimension }) => dimension === name).map(({ max }) => max));
}

/** Known values of one group in a column, exempt subjects left out: what 与最高者比 and 名次赋分 look at. */
export interface GroupValues {
  /** Distinct values, falling. */
  readonly values: readonly Rational[];
  readonly best: Rational | null;
  /** Competition rank of a value, higher first. */
  readonly placeOf: (value: Rational) => number;
}

export function groupValues(distinct: CellReader, members: Iterable<number>): GroupValues {
  const counts = new Map<CellPoints, number>();
  for (const subject of members) {
    const cell = distinct.at(subject);
    if (cell.state === CellState.value) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const falling = [...counts].sort(([a], [b]) => Q.compare(b.value!, a.value!));
  const values: Rational[] = [];
  const places: number[] = [];
  let place = 1;
  for (const [cell, count] of falling) {
    if (values.length === 0 || !Q.equals(values.at(-1)!, cell.value!)) {
      values.push(cell.value!);
      places.push(place);
    }
    place += count;
  }
  return { values, best: values[0] ?? null, placeOf: (value) => places[firstNotAbove(values, value)] ?? place };
}

/** Position of the first of falling values that is not above `value`. */
function firstNotAbove(values: readonly Rational[], value: Rational): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Q.compare(values[middle]!, value) <= 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

function groupedPoints(indicator: Indicator, distinct: CellReader, groups: Groups): (subject: number) => CellPoints {
  const { method, max } = indicator;
  const definition = definitionOf(method);
  const values = new Map<number, GroupValues>();
  const points = new Map<number, Map<CellPoints, CellPoints>>();
  return (subject) => {
    const cell = distinct.at(subject);
    if (cell.state !== CellState.value) return cell;
    const group = groups.of(subject);
    const known = points.get(group) ?? new Map<CellPoints, CellPoints>();
    points.set(group, known);
    const done = known.get(cell);
    if (done) return done;
    const context = values.get(group) ?? groupValues(distinct, groups.assessed(group));
    values.set(group, context);
    const place = context.placeOf(cell.value!);
    const exact = definition.points(cell.value!, method, max, { best: context.best, place });
    const result: CellPoints = { ...cell, exact, approx: Q.toNumber(exact) };
    known.set(cell, result);
    return result;
  };
}
