import type { Choice, ColumnReading, ReadTable, RowReading, Scheme } from '../../model';
import type { TableReading } from '../classify';
import { registerColumns } from '../classify';
import type { ColumnMeaning } from '../columns';
import { matchesInRow } from '../inRows';
import type { ScoredMatch, Vocabulary } from '../vocabulary';
import { columnNames, fingerprint, likeness, rowKeys } from './fingerprint';
import { correctedRows, namedRows } from './rowChoices';

/** Headers so alike count as of one kind, see book.ts. */
const ALIKE = 0.75;
/** Beyond so many kinds of headers only equal ones are counted together. */
const MOST_KINDS = 300;

/** What corrections need to name a table, its columns and its rows, in the words of corrections. */
export function correctable(
  table: TableReading,
  readings: readonly ColumnReading[],
  scheme: number | undefined,
  schemes: readonly Scheme[],
  vocabulary: Vocabulary,
): Pick<ReadTable, 'header' | 'rowKeys' | 'columns' | 'rows' | 'corrected'> {
  const { block, given } = table;
  const names = columnNames(block.columns);
  const registers = table.role === 'register' ? byColumn(registerColumns(table.columns)) : null;
  return {
    header: fingerprint(block),
    rowKeys: rowKeys(block.grid, block.headerRows[0]!, block.headerRows[block.headerRows.length - 1]!),
    columns: readings.map((reading, k) => ({
      ...reading,
      ...names[k]!,
      choice: choiceOf(table, table.columns[k]!, reading, scheme, schemes, registers),
      isCorrected: table.columns[k]!.choice !== undefined,
    })),
    rows: rowReadings(table, scheme, schemes, vocabulary),
    corrected: [
      ...(given?.role ? (['role'] as const) : []),
      ...(given?.source ? (['source'] as const) : []),
      ...(given && given.scheme !== null ? (['scheme'] as const) : []),
      ...(block.isGiven ? (['header'] as const) : []),
    ],
  };
}

/** Counts the sheets that have a table of a header like a given one. */
export function alikeSheets(tables: readonly TableReading[]): (header: readonly string[]) => number {
  const kinds = new Map<string, { header: readonly string[]; sheets: Set<number> }>();
  const keyOf = (header: readonly string[]) => header.join('\n');
  for (const { block } of tables) {
    const header = fingerprint(block);
    const kind = kinds.get(keyOf(header));
    if (kind) kind.sheets.add(block.grid.index);
    else kinds.set(keyOf(header), { header, sheets: new Set([block.grid.index]) });
  }
  const counted = new Map<string, number>();
  return (header) => {
    const key = keyOf(header);
    let count = counted.get(key);
    if (count === undefined) {
      const sheets = new Set(kinds.get(key)?.sheets);
      if (kinds.size <= MOST_KINDS)
        for (const kind of kinds.values())
          if (likeness(kind.header, header) >= ALIKE) for (const sheet of kind.sheets) sheets.add(sheet);
      counted.set(key, (count = sheets.size));
    }
    return count;
  };
}

function byColumn(found: ReturnType<typeof registerColumns>): Map<number, string> {
  return new Map(Object.entries(found).map(([field, column]) => [column, field]));
}

function choiceOf(
  table: TableReading,
  column: ColumnMeaning,
  { field }: ColumnReading,
  scheme: number | undefined,
  schemes: readonly Scheme[],
  registers: ReadonlyMap<number, string> | null,
): Choice | null {
  const values = {
    ...(column.source && { source: column.source }),
    ...(column.reading && { reading: column.reading }),
  };
  if (column.choice?.kind === 'ignore' || column.fields.has('ignored')) return { kind: 'ignore', name: '' };
  const register = registers?.get(column.column);
  if (register === 'unit' || column.column === table.unit) return { kind: 'field', name: 'unit' };
  if (register !== undefined) return { kind: 'register', name: register };
  const match = column.scored.find((m) => m.scheme === scheme) ?? column.scored[0];
  if (match) return { ...choiceOfMatch(match, schemes), ...values };
  if (column.level !== null) return { kind: 'level', name: String(column.level) };
  if (column.month !== null) return { kind: 'month', name: String(column.month) };
  if (column.rater) return { kind: 'rater', name: '' };
  if (field !== null) return { kind: 'field', name: field, ...values };
  return column.source === null ? null : { kind: 'field', name: 'score', ...values };
}

function choiceOfMatch({ scheme, type, index }: ScoredMatch, schemes: readonly Scheme[]): Choice {
  if (type === 'dimension') return { kind: 'dimension', name: schemes[scheme]!.dimensions[index]!.name };
  const { id, name } = schemes[scheme]!.indicators[index]!;
  return { kind: 'indicator', name: id, text: name };
}

/** Rows of a form, each; of a long table each text once. */
function rowReadings(
  table: TableReading,
  scheme: number | undefined,
  schemes: readonly Scheme[],
  vocabulary: Vocabulary,
): RowReading[] {
  if (table.role !== 'scores' || table.layout === 'wide') return [];
  const said = table.given ? correctedRows(table) : null;
  return namedRows(table, true).map((named) => {
    const correction = said?.get(named.row);
    const matches = matchesInRow(table, named.row, vocabulary);
    const match = matches.find((m) => m.scheme === scheme) ?? matches[0];
    const choice = match
      ? choiceOfMatch(match, schemes)
      : correction?.choice.kind === 'ignore'
        ? correction.choice
        : null;
    return { ...named, choice, isCorrected: correction !== undefined };
  });
}
