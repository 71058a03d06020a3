import type { Issue } from '../model';
import { readNumber, readState } from '../values';
import type { BoundRow, SchemeBinding, TableRows } from './binding';
import type { TableReading } from './classify';
import type { ColumnMeaning } from './columns';
import { headerKey } from './labels';

/** Fields of columns that are no part of a total: numbering, counts of people, ranks. */
const NO_PART = [
  'seq',
  'unit',
  'person',
  'id',
  'branch',
  'group',
  'rank',
  'grade',
  'note',
  'subtotal',
  'memberCount',
  'attendance',
  'date',
] as const;

/** What a cell of a part of a total says. */
function stateOf(
  { block: { grid } }: TableReading,
  row: number,
  column: number,
): 'number' | 'pending' | 'none' | 'text' {
  const at = grid.anchor(row, column);
  const value = grid.own(at.row, at.column);
  if (readNumber(value).state === 'value') return 'number';
  const state = readState(value);
  if (typeof state !== 'object') return 'text';
  if (state.state === 'unknown') return state.written ? 'pending' : 'none';
  return state.state === 'notApplicable' ? 'none' : 'text';
}

/** A column of numbers that is a part of a total; some of them may still be 待报. */
export function isPart(table: TableReading, column: ColumnMeaning, rows: readonly BoundRow[]): boolean {
  if (NO_PART.some((field) => column.fields.has(field))) return false;
  if (column.column === table.unit || column.column === table.person || headerKey(column.key) === '') return false;
  let numbers = 0;
  for (const { row } of rows) {
    const state = stateOf(table, row, column.column);
    if (state === 'text') return false;
    if (state === 'number') numbers++;
  }
  return numbers > 0;
}

/**
 * D01 for every part that is still 待报 beside a total that is ranked as it stands; marks the subjects, whose totals are
 * 暂算 for that.
 */
export function findPendingParts(
  binding: SchemeBinding,
  { table, rows }: TableRows,
  total: ColumnMeaning,
  issues: Issue[],
): void {
  const { grid } = table.block;
  const parts = table.columns.filter((column) => column.column !== total.column && isPart(table, column, rows));
  for (const { row, entity } of rows) {
    const subject = binding.subject(entity);
    if (subject < 0 || stateOf(table, row, total.column) !== 'number') continue;
    for (const { column, header } of parts) {
      if (stateOf(table, row, column) !== 'pending') continue;
      binding.pending[subject] = 1;
      const { id, name } = binding.subjects[subject]!;
      issues.push({
        code: 'D01',
        variant: 'part',
        subject: id ?? name,
        subjectName: name,
        scheme: binding.scheme.name,
        place: { sheet: grid.index, ...grid.anchor(row, column) },
        data: { indicator: header.levels.at(-1)!.trim(), text: grid.text(row, column).trim() },
      });
    }
  }
}
