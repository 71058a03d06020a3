import type { Rational, SourceCode } from '../model';
import type { PointsColumn, SourceWorkings } from '../score';
import { Q } from '../values';
import type { SchemeView } from './schemeView';

/** One line of the breakdown: a subject in a source that gives it points. */
export interface Line {
  readonly subject: number;
  readonly source: SourceWorkings;
}

/** Columns of one dimension: its indicators and their sum, or one column for points of the whole dimension. */
export interface DimensionBlock {
  /** "" for indicators without a dimension. */
  readonly name: string;
  /** Index into `Scheme.dimensions`; -1 without one. */
  readonly dimension: number;
  /** Indices into `Scheme.indicators`; none where every source gives points for the whole dimension. */
  readonly indicators: readonly number[];
  /** Σ 分值 of the dimension. */
  readonly max: Rational;
}

/** Points of a line: what its source says of an indicator or of a whole dimension. */
export interface LinePoints {
  /** NaN where they do not apply or are unknown; undefined where the source does not ask for them. */
  readonly indicator: (indicator: number) => number | undefined;
  readonly whole: (dimension: number) => number | undefined;
}

/** Sources that give points for indicators or dimensions. */
export function detailedSources(workings: readonly SourceWorkings[]): SourceWorkings[] {
  return workings.filter(({ columns }) => columns.length > 0);
}

/** What columns the sources need, dimension by dimension in the order of the rules. */
export function dimensionBlocks(
  { scheme: { scheme } }: SchemeView,
  sources: readonly SourceWorkings[],
): DimensionBlock[] {
  const columns = sources.flatMap((source) => source.columns);
  const names = scheme.dimensions.map(({ name }) => name);
  return [...names.keys(), -1].flatMap((dimension): DimensionBlock[] => {
    const own = columns.filter((column) => column.dimension === dimension);
    if (own.length === 0) return [];
    const listed = new Set(own.flatMap(({ indicator }) => indicator ?? []));
    const indicators = [...listed].sort((a, b) => a - b);
    const name = names[dimension] ?? '';
    const all = dimension < 0 ? [] : scheme.indicators.filter((line) => line.dimension === name);
    return [{ name, dimension, indicators, max: Q.sum(all.map(({ max }) => max)) }];
  });
}

/** Lines in the order of the result; a subject without any points in a source has no line for it. */
export function breakdownLines({ result }: SchemeView, sources: readonly SourceWorkings[]): Line[] {
  const lines: Line[] = [];
  for (const subject of result.order) {
    for (const source of sources) {
      if (source.columns.some(({ at }) => !Number.isNaN(at(subject)))) lines.push({ subject, source });
    }
  }
  return lines;
}

/** Looks up a line's points; the columns of each source are sorted once. */
export function pointsReader(sources: readonly SourceWorkings[]): (line: Line) => LinePoints {
  const indices = new Map<SourceCode, ReadonlyMap<number, PointsColumn>>();
  for (const { code, columns } of sources) {
    // Dimensions below zero, indicators from zero on.
    indices.set(code, new Map(columns.map((column) => [column.indicator ?? -1 - column.dimension, column])));
  }
  return ({ subject, source }) => {
    const columns = indices.get(source.code)!;
    return {
      indicator: (indicator) => columns.get(indicator)?.at(subject),
      whole: (dimension) => columns.get(-1 - dimension)?.at(subject),
    };
  };
}
