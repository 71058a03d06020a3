import type { CellPlaces, Indicator, Rational } from '../model';
import { definitionOf, NO_CONTEXT } from '../rules';
import { Q } from '../values';
import { amountOf } from './arithmetic';
import { CellState, type CellNote, type CellPoints } from './cellPoints';
import type { CellReader } from './distinctCells';
import type { LowerCount, LowerCounts } from './lowerResults';

function without(state: typeof CellState.notApplicable | typeof CellState.blank, note: CellNote | null): CellPoints {
  return { state, isBlank: state === CellState.blank, value: null, exact: Q.ZERO, approx: NaN, note };
}

/** A cell left empty by people: it stays what it is, unknown. */
const EMPTY = without(CellState.blank, null);
/** Nobody below and no cell to fill: the indicator does not concern this subject. */
const NOBODY_BELOW = without(CellState.notApplicable, null);

/** The rate that the lower level comes to, as a fraction; null while nobody there is assessed. */
export function lowerRate({ met, assessed }: LowerCount): Rational | null {
  return assessed === 0 ? null : Q.fraction(BigInt(met), BigInt(assessed));
}

/** Values that the results of the lower level give (来源=下级), read like cells. */
export class FedCells implements CellReader {
  readonly codes = null;
  readonly readings = [];
  private readonly known = new Map<LowerCount, CellPoints>();

  constructor(
    private readonly indicator: Indicator,
    private readonly counts: LowerCounts | null,
    private readonly cells: CellPlaces,
  ) {}

  /** There is nothing to read ahead. */
  fill(): void {}

  at(subject: number): CellPoints {
    const count = this.counts?.[subject] ?? null;
    const hasCell = this.cells.row[subject]! >= 0;
    if (!count) return hasCell ? EMPTY : NOBODY_BELOW;
    const known = this.known.get(count) ?? this.read(count, hasCell);
    this.known.set(count, known);
    return known;
  }

  private read(count: LowerCount, hasCell: boolean): CellPoints {
    const value = lowerRate(count);
    if (!value) return hasCell ? EMPTY : without(CellState.blank, { code: 'D01', variant: 'lower', data: {} });
    const { method, max } = this.indicator;
    const points = amountOf(definitionOf(method).points(value, method, max, NO_CONTEXT));
    const isPartial = count.silent > 0;
    const data = { silent: count.silent, assessed: count.assessed };
    const note: CellNote | null = isPartial ? { code: 'D01', variant: 'lowerPart', data } : null;
    return { state: CellState.value, isBlank: false, isPartial, value, ...points, note };
  }
}
