import type { Rational } from '../model';
import { Q } from '../values';
import { CellState, type CellPoints } from './cellPoints';
import type { ScoreColumn } from './column';
import type { Combined } from './combine';
import { isSameSource, type Ledger, type Play } from './ledger';
import { chosenColumn, SourceForm, type SourceFormCode } from './source';

/** Sums of one source in doubles, by subject; and which subjects have something to be said about. */
export interface FloatSums {
  readonly points: Float64Array;
  readonly max: Float64Array;
  /** By dimension. */
  readonly dimensionPoints: readonly Float64Array[];
  readonly dimensionMax: readonly Float64Array[];
  /** Unknown cells (blank, 待报, not understood, error) among those that count. */
  readonly unknown: Uint16Array;
  /** 1 where a cell that counts has a note. */
  readonly noted: Uint8Array;
  /** Points of each of `Source.columns`; NaN where the cell does not count. */
  readonly columnPoints: readonly Float64Array[];
}

function newSums(count: number, dimensions: number, columns: number): FloatSums {
  const zeros = (): Float64Array => new Float64Array(count);
  return {
    points: zeros(),
    max: zeros(),
    dimensionPoints: Array.from({ length: dimensions }, zeros),
    dimensionMax: Array.from({ length: dimensions }, zeros),
    unknown: new Uint16Array(count),
    noted: new Uint8Array(count),
    columnPoints: Array.from({ length: columns }, () => zeros().fill(NaN)),
  };
}

/** Adds what one cell gives a subject. */
function addCell(cell: CellPoints, subject: number, max: number, item: ItemSums): void {
  const { sums, dimensionPoints, dimensionMax, columnPoints } = item;
  if (cell.note !== null) sums.noted[subject] = 1;
  if (cell.state !== CellState.value) {
    if (cell.state !== CellState.notApplicable) sums.unknown[subject]!++;
    return;
  }
  if (cell.isPartial) sums.unknown[subject]!++;
  const gained = cell.approx;
  sums.points[subject]! += gained;
  sums.max[subject]! += max;
  if (dimensionPoints !== null) {
    dimensionPoints[subject]! += gained;
    dimensionMax![subject]! += max;
  }
  if (columnPoints !== null) columnPoints[subject] = gained;
}

interface ItemSums {
  readonly sums: FloatSums;
  readonly dimensionPoints: Float64Array | null;
  readonly dimensionMax: Float64Array | null;
  columnPoints: Float64Array | null;
}

/** Adds one item (an indicator or a dimension) of all subjects whose score comes from `form`. */
function addItem(
  columns: readonly ScoreColumn[],
  same: readonly number[],
  form: number,
  forms: Uint8Array,
  sums: FloatSums,
): void {
  const first = columns[same[0]!]!;
  const max = first.max.approx;
  const item: ItemSums = {
    sums,
    dimensionPoints: sums.dimensionPoints[first.dimension] ?? null,
    dimensionMax: sums.dimensionMax[first.dimension] ?? null,
    columnPoints: null,
  };
  const pointsOf = (index: number) => (form === SourceForm.indicators ? (sums.columnPoints[index] ?? null) : null);
  const { codes, readings } = first.distinct;
  if (same.length === 1 && !first.isGrouped && codes) {
    item.columnPoints = pointsOf(same[0]!);
    for (let subject = 0; subject < forms.length; subject++) {
      if (forms[subject] === form) addCell(readings[codes[subject]!]!, subject, max, item);
    }
    return;
  }
  for (let subject = 0; subject < forms.length; subject++) {
    if (forms[subject] !== form) continue;
    const index = chosenColumn(columns, same, subject);
    item.columnPoints = pointsOf(index);
    addCell(columns[index]!.at(subject), subject, max, item);
  }
}

/** Sums of every source in doubles, column by column; those of `kept` stay where a source has the same columns. */
export function floatSums(
  ledger: Ledger,
  { forms }: Play,
  kept: { readonly ledger: Ledger; readonly sums: readonly FloatSums[] } | null = null,
): FloatSums[] {
  const { input, sources } = ledger;
  return sources.map((source, k) => {
    if (kept && isSameSource(ledger, kept.ledger, k)) return kept.sums[k]!;
    const sums = newSums(input.subjects.length, input.scheme.dimensions.length, source.columns.length);
    for (const form of [SourceForm.indicators, SourceForm.dimensions]) {
      if (!forms[k]!.includes(form)) continue;
      const { columns, same } = ledger.items[k]![form]!;
      for (const item of same) addItem(columns, item, form, forms[k]!, sums);
    }
    return sums;
  });
}

/** Puts a subject's sums in doubles where the formulas look for them. */
export function loadFloat(sums: readonly FloatSums[], { forms }: Play, subject: number, c: Combined<number>): void {
  for (let k = 0; k < sums.length; k++) {
    const { points, max, dimensionPoints, dimensionMax } = sums[k]!;
    c.forms[k] = forms[k]![subject]!;
    c.points[k] = points[subject]!;
    c.max[k] = max[subject]!;
    for (let d = 0; d < dimensionPoints.length; d++) {
      c.dimensionPoints[k]![d] = dimensionPoints[d]![subject]!;
      c.dimensionMax[k]![d] = dimensionMax[d]![subject]!;
    }
  }
}

/** The same sums, exact, from the cells of one subject. */
export function loadExact(
  ledger: Ledger,
  formOf: (source: number) => SourceFormCode,
  subject: number,
  c: Combined<Rational>,
): void {
  for (let k = 0; k < ledger.sources.length; k++) {
    const form = formOf(k);
    c.forms[k] = form;
    const { columns, same } = ledger.items[k]![form]!;
    const dimensionPoints = c.dimensionPoints[k]!.fill(Q.ZERO);
    const dimensionMax = c.dimensionMax[k]!.fill(Q.ZERO);
    const points: Rational[] = [];
    const max: Rational[] = [];
    for (const item of same) {
      const column = columns[chosenColumn(columns, item, subject)]!;
      const cell = column.at(subject);
      if (cell.state !== CellState.value) continue;
      points.push(cell.exact);
      max.push(column.max.exact);
      const d = column.dimension;
      if (d < 0) continue;
      dimensionPoints[d] = Q.add(dimensionPoints[d]!, cell.exact);
      dimensionMax[d] = Q.add(dimensionMax[d]!, column.max.exact);
    }
    c.points[k] = Q.sum(points);
    c.max[k] = Q.sum(max);
  }
}
