import { normaliseText, Q, readNumber } from '../values';
import type { CellRef, Issue, Rational, Scheme } from '../model';
import { bodyRows } from './bodyRows';
import type { TableReading } from './classify';
import { columnOf } from './columns';
import { matchesInRow } from './inRows';
import { pointsInLabel } from './labels';
import type { Vocabulary } from './vocabulary';

const STATED = /(?<!加分)满分(?:为|是|共|:)?(\d+(?:\.\d+)?)分/;

/** Σ 分值 of a scheme, or of one of its dimensions. */
function sumOfMax(scheme: Scheme, dimension?: string): Rational {
  return Q.sum(scheme.indicators.filter((i) => dimension === undefined || i.dimension === dimension).map((i) => i.max));
}

function report(
  issues: Issue[],
  scheme: string,
  place: CellRef,
  stated: Rational,
  sum: Rational,
  label: string | null,
): void {
  if (Q.equals(stated, sum) || sum.n === 0n) return;
  const data = { stated: Q.toNumber(stated), sum: Q.toNumber(sum) };
  issues.push({
    code: 'D08',
    variant: label === null ? 'total' : 'dimension',
    subject: null,
    subjectName: null,
    scheme,
    place,
    data: label === null ? data : { ...data, label },
  });
}

/** Compares the marks stated in a rule table with its 分值 (D08). */
export function checkRuleMarks(table: TableReading, schemes: readonly Scheme[], issues: Issue[]): void {
  const { grid } = table.block;
  const here = schemes.filter(
    (s) => s.origin === 'workbook' && s.indicators.some((i) => i.place?.sheet === grid.index),
  );
  for (const scheme of here) {
    for (const { name, statedMax, place } of scheme.dimensions) {
      if (statedMax && place && place.sheet === grid.index)
        report(issues, scheme.name, place, statedMax, sumOfMax(scheme, name), name);
    }
  }
  if (here.length !== 1) return;
  checkTotalMarks(table, here[0]!.name, sumOfMax(here[0]!), columnOf(table.columns, 'max'), issues);
}

/** Compares the marks on dimension labels in the header of a wide table, and of its title, with the rules (D08). */
export function checkWideMarks(
  table: TableReading,
  scheme: Scheme,
  index: number,
  vocabulary: Vocabulary,
  issues: Issue[],
): void {
  const { block } = table;
  const seen = new Set<number>();
  for (const column of block.columns) {
    for (const row of block.headerRows) {
      const at = block.grid.anchor(row, column.column);
      const key = at.row * 20_000 + at.column;
      if (seen.has(key)) continue;
      seen.add(key);
      const text = block.grid.own(at.row, at.column);
      if (typeof text !== 'string') continue;
      const points = pointsInLabel(text);
      const match =
        points === null ? undefined : vocabulary.match(text).find((m) => m.scheme === index && m.type === 'dimension');
      if (points === null || !match) continue;
      const { name } = scheme.dimensions[match.index]!;
      report(issues, scheme.name, { sheet: block.grid.index, ...at }, Q.of(points), sumOfMax(scheme, name), name);
    }
  }
}

/** Compares the marks on the labels of a form with its own 分值 column, or with the rules where it has none (D08). */
export function checkFormMarks(
  table: TableReading,
  scheme: Scheme,
  index: number,
  vocabulary: Vocabulary,
  issues: Issue[],
): void {
  const { grid } = table.block;
  const max = columnOf(
    table.columns.filter((c) => c.column !== table.indicator && c.column !== table.dimension),
    'max',
  );
  const labels =
    table.dimension ?? (table.indicator !== null && table.indicator > table.block.left ? table.block.left : null);
  const sums = new Map<string, { at: CellRef; label: string; stated: number; sum: Rational }>();
  const all: Rational[] = [];
  for (const { row, kind } of bodyRows(table)) {
    if (kind !== 'data') continue;
    const match = matchesInRow(table, row, vocabulary).find((m) => m.scheme === index && m.type === 'indicator');
    if (!match) continue;
    const own = max === null ? null : readNumber(grid.value(row, max));
    const points = own?.state === 'value' ? own.value : max === null ? scheme.indicators[match.index]!.max : Q.ZERO;
    all.push(points);
    if (labels === null) continue;
    const at = grid.anchor(row, labels);
    const text = grid.ownText(at.row, at.column);
    const stated = pointsInLabel(text);
    const key = `${at.row}:${at.column}`;
    const entry = sums.get(key);
    if (entry) entry.sum = Q.add(entry.sum, points);
    else if (stated !== null && text.trim() !== '') {
      sums.set(key, { at: { sheet: grid.index, ...at }, label: normaliseText(text), stated, sum: points });
    }
  }
  // A label that is not merged over its rows says nothing of the rows below it that can be checked.
  for (const { at, label, stated, sum } of sums.values()) {
    if (grid.merge(at.row, at.column) !== null) report(issues, scheme.name, at, Q.of(stated), sum, label);
  }
  checkTotalMarks(table, scheme.name, Q.sum(all), max, issues);
}

/** Compares a 合计 row of 分值 and 满分N分 of a title or note with Σ 分值. */
function checkTotalMarks(
  table: TableReading,
  scheme: string,
  sum: Rational,
  max: number | null,
  issues: Issue[],
): void {
  const { grid, headerRows } = table.block;
  if (max !== null) {
    for (const { row, kind } of bodyRows(table)) {
      if (
        kind !== 'sum' ||
        /小\s*计/.test(
          grid
            .filledColumns(row)
            .map((c) => grid.ownText(row, c))
            .join(' '),
        )
      )
        continue;
      const reading = readNumber(grid.value(row, max));
      if (reading.state === 'value')
        report(issues, scheme, { sheet: grid.index, row, column: max }, reading.value, sum, null);
    }
  }
  const above = [...grid.sheet.cells.rows].filter((row) => row < headerRows[0]!);
  const notes = [...bodyRows(table)].filter((r) => r.kind === 'note').map((r) => r.row);
  for (const row of [...above, ...notes]) {
    for (const column of grid.filledColumns(row)) {
      const match = STATED.exec(normaliseText(grid.ownText(row, column)));
      if (match) report(issues, scheme, { sheet: grid.index, row, column }, Q.of(match[1]!), sum, null);
    }
  }
}
