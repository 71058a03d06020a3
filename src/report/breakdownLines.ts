import type { SourceCode } from '../model';
import type { SchemeView } from './schemeView';

/** Points of each indicator, for each source that has columns of indicators; of several columns the first comes first. */
export type PointColumns = ReadonlyMap<SourceCode, ReadonlyMap<number, readonly Float64Array[]>>;

/** One line of the breakdown: a subject in a source. */
export interface Line {
  readonly subject: number;
  readonly source: SourceCode;
}

/** The points that scoring gave, by source and indicator. */
export function pointColumns({ scheme, result, inPlay }: SchemeView): PointColumns {
  const bySource = new Map<SourceCode, Map<number, Float64Array[]>>();
  for (const source of inPlay) {
    const columns = new Map<number, Float64Array[]>();
    scheme.sources[source]?.columns.forEach(({ indicator }, index) => {
      const values = result.points[source]?.[index];
      if (!values) return;
      const list = columns.get(indicator);
      if (list) list.push(values);
      else columns.set(indicator, [values]);
    });
    if (columns.size > 0) bySource.set(source, columns);
  }
  return bySource;
}

/** Indicators that any source has, in the order of the rules. */
export function shownIndicators({ scheme }: SchemeView, points: PointColumns): number[] {
  const columns = [...points.values()];
  return scheme.scheme.indicators.map((_, index) => index).filter((index) => columns.some((map) => map.has(index)));
}

/** Points of a subject in an indicator; null where it does not apply or is unknown. */
export function pointsOf(
  columns: ReadonlyMap<number, readonly Float64Array[]>,
  indicator: number,
  subject: number,
): number | null {
  for (const values of columns.get(indicator) ?? []) {
    const value = values[subject]!;
    // Points are exact fractions behind; six places keep 1/3 readable and 0.1 + 0.2 out of sight.
    if (!Number.isNaN(value)) return Math.round(value * 1e6) / 1e6;
  }
  return null;
}

/** Lines in the order of the result; a subject without any points in a source has no line for it. */
export function breakdownLines({ result }: SchemeView, points: PointColumns): Line[] {
  const lines: Line[] = [];
  for (const subject of result.order) {
    for (const [source, columns] of points) {
      for (const indicator of columns.keys()) {
        if (pointsOf(columns, indicator, subject) === null) continue;
        lines.push({ subject, source });
        break;
      }
    }
  }
  return lines;
}
