import { readState } from '../values';
import type { Issue } from '../model';
import type { AssignedTable } from './assign';
import { bodyRows, dataRows } from './bodyRows';
import type { TableReading } from './classify';
import { choiceAt } from './corrections/rowChoices';
import { matchesInRow, valueColumns } from './inRows';
import { cellText } from './grid';
import type { Vocabulary } from './vocabulary';

/** Columns and rows of score tables that hold values for something that the rules do not know (D09). */
export function findUnknownIndicators(assigned: AssignedTable, vocabulary: Vocabulary, issues: Issue[]): void {
  const { table, candidates, counts } = assigned;
  const scheme = candidates[0] === undefined ? undefined : vocabulary.schemes[candidates[0]];
  if (!scheme || table.role !== 'scores' || Math.max(...counts) === 0) return;
  const push = (row: number, column: number, text: string, variant: string) =>
    issues.push({
      code: 'D09',
      variant,
      subject: null,
      subjectName: null,
      scheme: scheme.name,
      place: { sheet: table.block.grid.index, row, column },
      data: { text },
    });
  if (table.layout === 'wide') {
    for (const column of unknownColumns(table)) {
      const at = table.block.grid.anchor(column.header.row, column.column);
      push(at.row, at.column, column.header.levels[column.header.levels.length - 1]!, 'column');
    }
  } else if (table.layout === 'form') {
    const values = valueColumns(table, { source: 'superior', points: false });
    const { grid } = table.block;
    for (const { row, kind } of bodyRows(table)) {
      if (kind !== 'data' || table.indicator === null) continue;
      const text = cellText(grid.own(row, table.indicator)).trim();
      if (text === '' || choiceAt(table, row) || matchesInRow(table, row, vocabulary).length > 0) continue;
      const hasValue = values.some(({ column }) => {
        const state = readState(grid.own(row, column));
        return typeof state === 'number' || (typeof state === 'string' && /^\d/.test(state));
      });
      if (hasValue) push(row, table.indicator, text, 'row');
    }
  }
}

function unknownColumns(table: TableReading): TableReading['columns'] {
  const keys = new Set([table.unit, table.person, table.id, table.branch, table.group]);
  return table.columns.filter((column) => {
    if (keys.has(column.column) || column.scored.length > 0 || column.fields.size > 0) return false;
    if (column.level !== null || column.month !== null || column.rater) return false;
    if (column.source !== null && column.header.levels.length === 1) return false;
    let seen = 0;
    for (const { row } of dataRows(table)) {
      if (!table.block.grid.isBlank(row, column.column)) return true;
      if (++seen > 2000) break;
    }
    return false;
  });
}
