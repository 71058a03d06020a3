import type { ColumnReading, Scheme, SheetReading, SourceCode, WorkbookSnapshot } from '../model';
import type { Assignment } from './assignTables';
import { tableDefaults, type SchemePlan } from './bindAll';
import { dataRows } from './bodyRows';
import type { TableReading } from './classify';
import { valueColumns } from './inRows';
import { isScoreTotal } from './classify';
import type { SheetEntry } from './tables';
import { scoreColumns } from './wide';

/** What each sheet was taken for, in the order of the sheets; of several tables on a sheet the first that is something. */
export function sheetReadings(
  workbooks: readonly WorkbookSnapshot[],
  entries: readonly SheetEntry[],
  tables: readonly TableReading[],
  assignment: Assignment,
  plans: readonly SchemePlan[],
  schemes: readonly Scheme[],
): SheetReading[] {
  return entries.map(({ workbook, sheet, grid }, index) => {
    const base = { workbook, sheet };
    if (!grid) {
      const snapshot = workbooks[workbook]!.sheets[sheet]!;
      const isOurs = snapshot.mark !== null;
      return {
        ...base,
        ...nothing(),
        name: snapshot.name,
        role: isOurs ? 'results' : 'other',
        confidence: 1,
        reasons: [{ key: isOurs ? 'results' : 'hidden', data: {} }],
      };
    }
    const own = tables.filter((table) => table.block.grid.index === index);
    const table = own.find((t) => t.role !== 'other') ?? own[0];
    if (!table || table.role === 'other') {
      return {
        ...base,
        ...nothing(),
        name: grid.sheet.name,
        role: 'other',
        confidence: 0.7,
        reasons: [{ key: own.length > 0 ? 'other' : 'noTable', data: {} }],
      };
    }
    const assigned = assignment.tables.find((t) => t.table === table);
    const indices = assigned ? [...assigned.rows.keys()] : [];
    const sources = new Set(indices.flatMap((scheme) => sourcesOf(table, scheme, schemes)));
    const rows = [...dataRows(table)].map((r) => r.row);
    return {
      ...base,
      name: grid.sheet.name,
      role: table.role,
      layout: table.layout,
      source: sources.size === 1 ? [...sources][0]! : null,
      schemes: indices
        .filter((scheme) => plans.some((plan) => plan.binding.index === scheme))
        .map((scheme) => schemes[scheme]!.name),
      headerRows: table.block.headerRows,
      firstRow: rows[0] ?? null,
      lastRow: rows[rows.length - 1] ?? null,
      count: assigned ? [...assigned.rows.values()].reduce((n, list) => n + list.length, 0) : rows.length,
      confidence: table.confidence,
      reasons: table.reasons,
      columns: columnReadings(table, indices[0], schemes),
    };
  });
}

function nothing() {
  return {
    layout: null,
    source: null,
    schemes: [],
    headerRows: [],
    firstRow: null,
    lastRow: null,
    count: 0,
    columns: [],
  } as const;
}

function sourcesOf(table: TableReading, scheme: number, schemes: readonly Scheme[]): SourceCode[] {
  if (table.role === 'votes') return ['peer'];
  if (table.role !== 'scores') return [];
  const defaults = tableDefaults(table, scheme, schemes);
  if (schemes[scheme]!.kind === 'table') return [];
  if (table.layout !== 'wide') return valueColumns(table, defaults).map((c) => c.source);
  const scored = scoreColumns(table, scheme, schemes, defaults).map((c) => c.source);
  if (scored.length > 0) return scored;
  return table.columns.filter((c) => isScoreTotal(c)).map((c) => c.source ?? defaults.source);
}

function columnReadings(table: TableReading, scheme: number | undefined, schemes: readonly Scheme[]): ColumnReading[] {
  const names = new Map<number, string>();
  const set = (column: number | null, field: string) => column !== null && names.set(column, field);
  set(table.group, 'group');
  set(table.branch, 'branch');
  set(table.id, 'id');
  set(table.unit, 'unit');
  set(table.person, 'person');
  set(table.dimension, 'dimension');
  set(table.indicator, 'indicator');
  return table.columns.map((column) => {
    const match = scheme === undefined ? undefined : column.scored.find((m) => m.scheme === scheme);
    const header = column.header.levels.join(' / ');
    const field =
      names.get(column.column) ??
      (match
        ? match.type
        : ([...column.fields][0] ??
          (column.level !== null ? 'votes' : column.month !== null ? 'month' : column.rater ? 'rater' : null)));
    return {
      column: column.column,
      header,
      field,
      ...(match?.type === 'indicator' ? { indicator: schemes[scheme!]!.indicators[match.index]!.id } : {}),
      ...(column.source ? { source: column.source } : {}),
      ...(column.reading ? { reading: column.reading } : {}),
    };
  });
}
