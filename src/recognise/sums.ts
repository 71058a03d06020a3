import { normaliseText, Q, readNumber } from '../values';
import { wrongTotal, type Who } from './issues';
import type { Issue, Rational } from '../model';
import { bodyRows } from './bodyRows';
import type { BoundRow } from './binding';
import type { TableReading } from './classify';
import type { ColumnMeaning } from './columns';
import { isPart } from './partColumns';
import { isSumName } from './rowKinds';
import type { ValueColumn } from './inRows';
import { matchesInRow } from './inRows';
import { noteParts, type NotePart } from './totalNote';
import { formulaParts } from './totalFormula';
import type { Vocabulary } from './vocabulary';
import type { ScoreColumn } from './wide';

/** Largest difference between a written total and the sum of its parts that is no difference (specification, section 10). */
const TOLERANCE = Q.of('0.005');

type Grid = TableReading['block']['grid'];

/** Names a row for an issue. */
export type RowName = (row: number) => Who | null;

/** Number written in a cell, or null. */
function written(grid: Grid, row: number, column: number): Rational | null {
  const at = grid.anchor(row, column);
  const reading = readNumber(grid.own(at.row, at.column));
  return reading.state === 'value' ? reading.value : null;
}

function sumOf(
  grid: Grid,
  cells: readonly { row: number; column: number; minus?: boolean }[],
): { sum: Rational; count: number } {
  let sum = Q.ZERO;
  let count = 0;
  for (const { row, column, minus } of cells) {
    const value = written(grid, row, column);
    if (value === null) continue;
    count++;
    sum = minus ? Q.sub(sum, Q.abs(value)) : Q.add(sum, value);
  }
  return { sum, count };
}

function compareTotal(
  grid: Grid,
  at: { row: number; column: number },
  parts: readonly { row: number; column: number; minus?: boolean }[],
  who: Who | null,
  scheme: string | null,
  issues: Issue[],
): void {
  const total = written(grid, at.row, at.column);
  if (total === null) return;
  const { sum, count } = sumOf(grid, parts);
  if (count === 0 || Q.compare(Q.abs(Q.sub(total, sum)), TOLERANCE) <= 0) return;
  issues.push(wrongTotal('sum', who, scheme, { sheet: grid.index, ...at }, total, sum));
}

/** Compares 小计 and 合计 columns of a wide table of points with their parts (D07). */
export function checkWideSums(
  table: TableReading,
  scores: readonly ScoreColumn[],
  rows: readonly BoundRow[],
  name: RowName,
  scheme: string,
  issues: Issue[],
): void {
  const points = scores.filter((s) => s.reading === 'points');
  if (points.length === 0 || points.length < scores.length) return;
  const sources = new Set(points.map((p) => p.source));
  const plus = table.columns.filter((c) => c.fields.has('plus')).map((c) => c.column);
  const minus = table.columns.filter((c) => c.fields.has('minus')).map((c) => c.column);
  for (const column of table.columns) {
    const isSubtotal = column.fields.has('subtotal');
    const isTotal = !isSubtotal && column.fields.has('total') && column.scored.length === 0;
    if (!isSubtotal && !isTotal) continue;
    const own = partsOf(table, column, points, isSubtotal);
    if (own.length < 2) continue;
    if (isTotal && sources.size > 1 && column.source === null) continue;
    const adjusted = isTotal && column.source === null;
    for (const { row } of rows) {
      const parts = [
        ...own.map((c) => ({ row, column: c })),
        ...(adjusted ? plus.map((c) => ({ row, column: c })) : []),
        ...(adjusted ? minus.map((c) => ({ row, column: c, minus: true })) : []),
      ];
      compareTotal(table.block.grid, { row, column: column.column }, parts, name(row), scheme, issues);
    }
  }
}

/** Columns that a sum column adds up: a 小计 those to its left since the last one, a 合计 all of its source. */
function partsOf(
  table: TableReading,
  column: ColumnMeaning,
  points: readonly ScoreColumn[],
  isSubtotal: boolean,
): number[] {
  if (!isSubtotal) {
    const mine = points.filter((p) => column.source === null || p.source === column.source);
    return mine.map((p) => p.column.column);
  }
  const position = table.columns.indexOf(column);
  const parts: number[] = [];
  for (let k = position - 1; k >= 0; k--) {
    const left = table.columns[k]!;
    if (left.fields.has('subtotal')) break;
    if (!points.some((p) => p.column === left)) break;
    parts.push(left.column);
  }
  return parts;
}

/** Compares 小计 and 合计 rows of a form with the rows above them (D07). */
export function checkFormSums(
  table: TableReading,
  vocabulary: Vocabulary,
  scheme: number,
  values: readonly ValueColumn[],
  who: Who | null,
  issues: Issue[],
): void {
  const { grid } = table.block;
  for (const value of values) {
    if (value.reading !== 'points') continue;
    let sinceSubtotal: { row: number; column: number }[] = [];
    const all: { row: number; column: number }[] = [];
    const byDimension = !bodyRows(table).some(({ row }) =>
      matchesInRow(table, row, vocabulary).some((m) => m.scheme === scheme && m.type === 'indicator'),
    );
    for (const { row, kind } of bodyRows(table)) {
      if (kind === 'sum') {
        const parts = isSubtotalRow(table, row) ? sinceSubtotal : all;
        if (parts.length > 0)
          compareTotal(grid, { row, column: value.column }, parts, who, vocabulary.schemes[scheme]!.name, issues);
        sinceSubtotal = [];
        continue;
      }
      const match = matchesInRow(table, row, vocabulary).find((m) => m.scheme === scheme);
      // Rows of points that the rules do not know count as parts of what people added up.
      const isUnknown = match === undefined && kind === 'data' && table.indicator !== null;
      const known =
        match?.type === 'indicator' ||
        (byDimension && match !== undefined) ||
        (isUnknown && !grid.isBlank(row, table.indicator!));
      if (!known) continue;
      const at = grid.anchor(row, value.column);
      if (all.some((cell) => cell.row === at.row)) continue;
      sinceSubtotal.push(at);
      all.push(at);
    }
  }
}

/** Whether a row of sums is a 小计, not a 合计. */
export function isSubtotalRow(table: TableReading, row: number): boolean {
  return /小计|subtotal/i.test(sumName(table, row));
}

function sumName(table: TableReading, row: number): string {
  const { grid } = table.block;
  for (const column of grid.filledColumns(row))
    if (isSumName(grid.ownText(row, column))) return grid.ownText(row, column).replace(/\s/g, '');
  return '';
}

const SUM_NOTE = /总分.{0,6}(?:之和|合计|相加|累加)|各项.{0,6}(?:之和|相加)/;

/**
 * Compares the totals of a table without rules with their parts, where its formula or a note says how the total comes
 * about (specification, section 12).
 */
export function checkTableTotals(
  table: TableReading,
  total: ColumnMeaning,
  rows: readonly BoundRow[],
  name: RowName,
  scheme: string,
  issues: Issue[],
): void {
  const { grid } = table.block;
  const formula = formulaParts(
    grid,
    rows.map((r) => r.row),
    total.column,
  );
  if (formula) {
    for (const { row } of rows) {
      const value = written(grid, row, total.column);
      const expected = value === null ? null : formula.evaluate((column) => written(grid, row, column) ?? Q.ZERO);
      if (value === null || expected === null || Q.compare(Q.abs(Q.sub(value, expected)), TOLERANCE) <= 0) continue;
      const who = name(row);
      const place = { sheet: grid.index, row, column: total.column };
      issues.push(wrongTotal(formula.isPlainSum ? 'sum' : 'formula', who, scheme, place, value, expected));
    }
    return;
  }
  // 总分（基础+加分-扣分）: the header itself says how it comes about.
  const header = normaliseText(total.header.levels[total.header.levels.length - 1]!).replace(
    /[(【[](.+)[)】\]]$/,
    '=$1',
  );
  const lines = [header, ...table.block.below, ...table.block.above].map(normaliseText);
  const noted = lines.map((line) => noteParts(line, table.columns)).find((found) => found !== null);
  if (noted) {
    for (const { row } of rows) checkWeighted(grid, { row, column: total.column }, noted, name(row), scheme, issues);
    return;
  }
  if (!lines.some((line) => SUM_NOTE.test(line))) return;
  const parts = table.columns.filter((c) => c.column !== total.column && isPart(table, c, rows));
  if (parts.length < 2) return;
  for (const { row } of rows) {
    const cells = parts.map((c) => ({ row, column: c.column, minus: c.fields.has('minus') }));
    compareTotal(grid, { row, column: total.column }, cells, name(row), scheme, issues);
  }
}

function checkWeighted(
  grid: Grid,
  at: { row: number; column: number },
  parts: readonly NotePart[],
  who: Who | null,
  scheme: string,
  issues: Issue[],
): void {
  const total = written(grid, at.row, at.column);
  if (total === null) return;
  let sum = Q.ZERO;
  for (const { column, weight } of parts) {
    const value = written(grid, at.row, column);
    // A penalty may be written with its minus already.
    if (value !== null) sum = Q.add(sum, Q.mul(weight.n < 0n ? Q.abs(value) : value, weight));
  }
  if (Q.compare(Q.abs(Q.sub(total, sum)), TOLERANCE) <= 0) return;
  issues.push(wrongTotal('sum', who, scheme, { sheet: grid.index, ...at }, total, sum));
}
