import { normaliseText, Q, readCount, readYesNo } from '../values';
import type { Issue, VoteInput } from '../model';
import type { SchemeBinding, TableRows } from './binding';
import type { TableReading } from './classify';
import type { ColumnMeaning } from './columns';
import { noPlaces, setPlace } from './sources';
import { VOTE_LEVELS } from './words';

const MARK = /^[√✓✔☑●○Oo1Yy是]$|^[vV]$/;

/** Columns of a table that count votes, as they stand, without 弃权; where a person has said so, best level first. */
export function voteColumns(table: TableReading): ColumnMeaning[] {
  const columns = table.columns.filter((c) => c.level !== null && c.level >= 0);
  return columns.some((c) => c.choice) ? columns.sort((a, b) => a.level! - b.level!) : columns;
}

/** Name of the level that a column counts: as written, or the usual one where a person has said which it is. */
function levelName({ header, level, choice }: ColumnMeaning): string {
  return choice ? VOTE_LEVELS[level!]![0]! : header.levels[header.levels.length - 1]!;
}

/** True when every row is one ballot with a mark under one level. */
export function isBallots(table: TableReading, rows: TableRows['rows']): boolean {
  const columns = voteColumns(table);
  const numbered = table.columns.some((c) => c.fields.has('ballot'));
  let marks = 0;
  let numbers = 0;
  for (const { row } of rows.slice(0, 200)) {
    for (const { column } of columns) {
      const value = table.block.grid.own(row, column);
      if (typeof value === 'string' && MARK.test(normaliseText(value)) && normaliseText(value) !== '1') marks++;
      else if (typeof value === 'number') numbers++;
    }
  }
  return marks > numbers || (numbered && marks + numbers > 0);
}

/** Votes of a table for the subjects of a scheme: counts as written, or ballots counted (specification, section 2). */
export function readVotes(binding: SchemeBinding, rows: TableRows, issues: Issue[]): VoteInput {
  const { table } = rows;
  const columns = voteColumns(table);
  const count = binding.subjects.length;
  const input: VoteInput = {
    levels: columns.map(levelName),
    counts: columns.map(() => new Float64Array(count)),
    cells: noPlaces(count),
  };
  if (isBallots(table, rows.rows)) countBallots(binding, rows, columns, input);
  else readCounts(binding, rows, columns, input, issues);
  return input;
}

function countBallots(
  binding: SchemeBinding,
  { table, rows }: TableRows,
  columns: readonly ColumnMeaning[],
  input: VoteInput,
): void {
  const { grid } = table.block;
  const abstain = table.columns.filter((c) => c.level === -1);
  for (const { row, entity } of rows) {
    const subject = binding.subject(entity);
    if (subject < 0) continue;
    const marked = columns.flatMap((c, level) => (isMarked(grid.own(row, c.column)) ? [level] : []));
    const abstained = abstain.some((c) => isMarked(grid.own(row, c.column)));
    // A ballot with two marks is void.
    if (marked.length === 1 && !abstained) input.counts[marked[0]!]![subject]!++;
    if (marked.length > 0 && input.cells.row[subject] === -1)
      setPlace(input.cells, subject, grid.index, row, columns[marked[0]!]!.column);
  }
}

/** Compares a 合计 column of votes with the counts, with or without 弃权 (D07). */
function checkVoteSum(
  table: TableReading,
  row: number,
  counts: readonly number[],
  report: (column: number, data: Issue['data']) => void,
): void {
  const total = table.columns.find((c) => c.fields.has('total') && c.level === null);
  if (!total) return;
  const { grid } = table.block;
  const numberAt = (column: number) => {
    const reading = readCount(grid.own(row, column));
    return reading.state === 'value' ? Q.toNumber(reading.value) : null;
  };
  const written = numberAt(total.column);
  const sum = counts.reduce((a, b) => a + b, 0);
  const abstained = table.columns.filter((c) => c.level === -1).reduce((n, c) => n + (numberAt(c.column) ?? 0), 0);
  if (written !== null && written !== sum && written !== sum + abstained)
    report(total.column, { written, sum: sum + abstained });
}

function isMarked(value: ReturnType<TableReading['block']['grid']['own']>): boolean {
  if (value === null || value === '') return false;
  if (typeof value === 'string' && MARK.test(normaliseText(value))) return true;
  const reading = readYesNo(value);
  return reading.state === 'value' && reading.value;
}

function readCounts(
  binding: SchemeBinding,
  { table, rows }: TableRows,
  columns: readonly ColumnMeaning[],
  input: VoteInput,
  issues: Issue[],
): void {
  const { grid } = table.block;
  const seen = new Set<number>();
  for (const { row, entity } of rows) {
    const subject = binding.subject(entity);
    if (subject < 0) continue;
    const filled = columns.filter((c) => !grid.isBlank(row, c.column));
    if (filled.length === 0) continue;
    const { id, name } = binding.subjects[subject]!;
    const issue = (code: Issue['code'], variant: string, column: number, data: Issue['data']): number =>
      issues.push({
        code,
        variant,
        subject: id ?? name,
        subjectName: name,
        scheme: binding.scheme.name,
        place: { sheet: grid.index, row, column },
        data,
      });
    if (seen.has(subject) || input.cells.row[subject] !== -1) {
      issue('D05', 'subject', (table.unit ?? table.person ?? table.id)!, { name });
      continue;
    }
    seen.add(subject);
    let complete = true;
    const counts = columns.map((c) => {
      const value = grid.own(row, c.column);
      const reading = readCount(value);
      const label = levelName(c);
      const text = grid.ownText(row, c.column);
      if (reading.state === 'value') {
        const votes = Q.toNumber(reading.value);
        if (votes >= 0) return votes;
        issue('D02', 'negativeCount', c.column, { indicator: label, id: '', source: 'peer', value: votes });
        return 0;
      }
      if (reading.state === 'unreadable')
        issue('D03', 'count', c.column, { indicator: label, id: '', source: 'peer', text });
      if (reading.state === 'error')
        issue('D06', 'indicator', c.column, { indicator: label, id: '', source: 'peer', text });
      // Nobody voted so: a level left blank beside counted ones is no gap in the count.
      if (reading.state === 'notApplicable' || (reading.state === 'unknown' && !reading.written)) return 0;
      complete = false;
      return 0;
    });
    if (!complete) continue;
    checkVoteSum(table, row, counts, (column, data) => issue('D07', 'sum', column, data));
    counts.forEach((votes, level) => (input.counts[level]![subject] = votes));
    setPlace(input.cells, subject, grid.index, row, columns[0]!.column);
  }
}
