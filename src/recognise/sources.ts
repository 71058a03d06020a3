import type { CellPlaces, DimensionColumn, IndicatorColumn, SourceInput, VoteInput } from '../model';

/** Empty places for a number of subjects. */
export function noPlaces(count: number): CellPlaces {
  return {
    sheet: new Int32Array(count).fill(-1),
    row: new Int32Array(count).fill(-1),
    column: new Int32Array(count).fill(-1),
  };
}

/** Points a subject's place at a cell. */
export function setPlace(places: CellPlaces, subject: number, sheet: number, row: number, column: number): void {
  places.sheet[subject] = sheet;
  places.row[subject] = row;
  places.column[subject] = column;
}

/** What the cells of a column hold: points, points taken off the full mark, raw values. */
export type ValueReading = 'points' | 'deducted' | 'raw';
const READINGS: readonly ValueReading[] = ['points', 'deducted', 'raw'];

/** Collects what the sheets of one source say about the subjects of one scheme. */
export class SourceBuilder {
  private readonly indicators = new Map<string, IndicatorColumn>();
  private readonly dimensionCells = new Map<number, DimensionColumn>();
  private readonly totals: CellPlaces;
  private hasTotals = false;
  private readonly votes: VoteInput[] = [];
  private readonly raters: CellPlaces[] = [];

  constructor(private readonly count: number) {
    this.totals = noPlaces(count);
  }

  /** Cells of an indicator, created when first asked for. */
  indicator(indicator: number, reading: ValueReading, unit?: IndicatorColumn['unit']): CellPlaces {
    return this.columnOf(indicator, reading, unit).cells;
  }

  /** Cells of what was due, beside the raw values of an indicator (应到 beside 实到). */
  due(indicator: number): CellPlaces {
    const column = this.columnOf(indicator, 'raw');
    const due = column.due ?? noPlaces(this.count);
    if (!column.due) this.indicators.set(`${indicator}:raw`, { ...column, due });
    return due;
  }

  private columnOf(indicator: number, reading: ValueReading, unit?: IndicatorColumn['unit']): IndicatorColumn {
    const key = `${indicator}:${reading}`;
    const known = this.indicators.get(key);
    if (known) return known;
    const column: IndicatorColumn = {
      indicator,
      ...(reading === 'deducted' ? { reading: 'points', isDeducted: true } : { reading }),
      ...(unit ? { unit } : {}),
      cells: noPlaces(this.count),
    };
    this.indicators.set(key, column);
    return column;
  }

  /** Cells of an indicator under the other readings, as far as there are any. */
  others(indicator: number, reading: ValueReading): CellPlaces[] {
    return READINGS.flatMap((other) => {
      const column = other === reading ? undefined : this.indicators.get(`${indicator}:${other}`);
      return column ? [column.cells] : [];
    });
  }

  /** True when an indicator already has a cell for a subject. */
  has(indicator: number, subject: number): boolean {
    return READINGS.some(
      (reading) => (this.indicators.get(`${indicator}:${reading}`)?.cells.row[subject] ?? -1) !== -1,
    );
  }

  dimension(dimension: number): CellPlaces {
    let column = this.dimensionCells.get(dimension);
    if (!column) this.dimensionCells.set(dimension, (column = { dimension, cells: noPlaces(this.count) }));
    return column.cells;
  }

  total(): CellPlaces {
    this.hasTotals = true;
    return this.totals;
  }

  addVotes(votes: VoteInput): void {
    this.votes.push(votes);
  }

  addRater(cells: CellPlaces): void {
    this.raters.push(cells);
  }

  /** True when any cell passes a test, or votes were counted: something was given for somebody. */
  hasValue(isFilled: (places: CellPlaces, subject: number) => boolean): boolean {
    const some = (places: CellPlaces) => places.row.some((row, subject) => row !== -1 && isFilled(places, subject));
    if (this.votes.some((votes) => votes.counts.some((counts) => counts.some((count) => count > 0)))) return true;
    for (const { cells } of this.indicators.values()) if (some(cells)) return true;
    for (const { cells } of this.dimensionCells.values()) if (some(cells)) return true;
    return some(this.totals) || this.raters.some(some);
  }

  get isEmpty(): boolean {
    return (
      this.indicators.size + this.dimensionCells.size + this.votes.length + this.raters.length === 0 && !this.hasTotals
    );
  }

  build(): SourceInput {
    return {
      columns: [...this.indicators.values()].sort(
        (a, b) => a.indicator - b.indicator || (a.reading === 'points' ? -1 : 1),
      ),
      dimensions: [...this.dimensionCells.values()].sort((a, b) => a.dimension - b.dimension),
      totals: this.hasTotals ? [this.totals] : [],
      votes: this.votes,
      raters: this.raters,
    };
  }
}
