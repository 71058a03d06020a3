import type { PointsPart } from '../model';
import { bodyRows } from './bodyRows';
import { fillPlaces, type BoundRow, type SchemeBinding, type TableRows } from './binding';
import type { TableReading } from './classify';
import type { ColumnMeaning } from './columns';
import { matchesInRow, type ValueColumn } from './inRows';
import { setPlace } from './sources';
import { isSubtotalRow } from './sums';
import type { Entity } from './subjects';
import type { Vocabulary } from './vocabulary';
import type { ScoreColumn } from './wide';

/**
 * Cells of a form or a long table that wait for points: 得分 beside a filled raw value, and what is blank under 小计 and
 * 合计. Tables that have no column of points get none. `entityOf` says whom a row means (one for a form).
 */
export function bindRowPoints(
  binding: SchemeBinding,
  table: TableReading,
  vocabulary: Vocabulary,
  values: readonly ValueColumn[],
  entityOf: (row: number) => Entity | null,
): void {
  const { grid } = table.block;
  const { indicators, dimensions } = binding.scheme;
  for (const { column, source, reading } of values) {
    if (reading !== 'points') continue;
    const hasRaw = values.some((other) => other.source === source && other.reading === 'raw');
    const take = (row: number, subject: number, part?: PointsPart): void => {
      const at = grid.anchor(row, column);
      const cells = binding.pointCells(source, part);
      if (at.row === row && grid.isBlank(row, column) && cells.row[subject] === -1)
        setPlace(cells, subject, grid.index, row, column);
    };
    let above = -1;
    let since = new Set<string | null>();
    for (const { row, kind } of bodyRows(table)) {
      if (kind === 'sum') {
        const [only, more] = since;
        const dimension = dimensions.findIndex(({ name }) => name === only);
        if (above >= 0) {
          if (!isSubtotalRow(table, row)) take(row, above);
          else if (more === undefined && dimension >= 0) take(row, above, { dimension });
        }
        since = new Set();
        continue;
      }
      const entity = entityOf(row);
      const subject = entity ? binding.subject(entity) : -1;
      if (subject < 0) continue;
      if (subject !== above) since = new Set();
      above = subject;
      const match = matchesInRow(table, row, vocabulary).find((m) => m.scheme === binding.index);
      if (match?.type !== 'indicator') continue;
      since.add(indicators[match.index]!.dimension);
      if (hasRaw) take(row, subject, { indicator: match.index });
    }
  }
}

/**
 * Columns of a wide table that wait for points: 得分 beside a raw value, 小计 of one dimension, and the sum of a table
 * that holds one source only.
 */
export function bindWidePoints(binding: SchemeBinding, rows: TableRows, scores: readonly ScoreColumn[]): void {
  const { table } = rows;
  const take = (column: number, source: ScoreColumn['source'], part?: PointsPart): void =>
    fillPlaces(binding, blankRows(rows, column), column, binding.pointCells(source, part), undefined, new Set(), []);
  for (const { column, match, source, reading } of scores) {
    const hasRaw = scores.some(
      (other) =>
        other.match.type === 'indicator' &&
        other.match.index === match.index &&
        other.source === source &&
        other.reading === 'raw',
    );
    if (match.type === 'indicator' && reading === 'points' && hasRaw) {
      take(column.column, source, { indicator: match.index });
    }
  }
  table.columns.forEach((column, position) => {
    if (!column.fields.has('subtotal')) return;
    const part = dimensionLeftOf(binding, table.columns, position, scores);
    if (part) take(column.column, part.source, { dimension: part.dimension });
  });
}

/** The blank column under 合计 of a table that holds one source only. */
export function bindSourceSum(binding: SchemeBinding, rows: TableRows, scores: readonly ScoreColumn[]): void {
  const [source, other] = new Set(scores.map((score) => score.source));
  if (source === undefined || other !== undefined) return;
  const column = rows.table.columns.find(
    ({ fields, scored, level }) =>
      fields.has('total') && !fields.has('subtotal') && scored.length === 0 && level === null,
  );
  if (!column) return;
  const blank = blankRows(rows, column.column);
  fillPlaces(binding, blank, column.column, binding.pointCells(source), undefined, new Set(), []);
}

function blankRows({ table, rows }: TableRows, column: number): TableRows {
  const { grid } = table.block;
  return { table, rows: rows.filter(({ row }: BoundRow) => grid.isBlank(row, column)) };
}

/** The one dimension and source of the columns that a 小计 follows. */
function dimensionLeftOf(
  { scheme }: SchemeBinding,
  columns: readonly ColumnMeaning[],
  position: number,
  scores: readonly ScoreColumn[],
): { source: ScoreColumn['source']; dimension: number } | null {
  const parts: ScoreColumn[] = [];
  for (let k = position - 1; k >= 0; k--) {
    const own = scores.filter(({ column }) => column === columns[k]);
    if (own.length === 0) break;
    parts.push(...own);
  }
  const names = new Set(
    parts.map(({ match }) => (match.type === 'indicator' ? scheme.indicators[match.index]!.dimension : '')),
  );
  const sources = new Set(parts.map(({ source }) => source));
  const [name] = names;
  const [source] = sources;
  if (names.size !== 1 || sources.size !== 1 || !name || source === undefined) return null;
  return { source, dimension: scheme.dimensions.findIndex((dimension) => dimension.name === name) };
}
