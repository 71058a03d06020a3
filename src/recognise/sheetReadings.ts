import type { ColumnReading, ReadTable, Scheme, SheetReading, SourceCode, WorkbookSnapshot } from '../model';
import type { AssignedTable } from './assign';
import type { Assignment } from './assignTables';
import { tableDefaults, type SchemePlan } from './bindAll';
import { dataRows } from './bodyRows';
import { isScoreTotal, type TableReading } from './classify';
import { fingerprint } from './corrections/fingerprint';
import { alikeSheets, correctable } from './corrections/correctable';
import { valueColumns } from './inRows';
import type { SheetEntry } from './tables';
import type { Vocabulary } from './vocabulary';
import { scoreColumns } from './wide';

/** What the sheets are read from. */
export interface Readings {
  readonly workbooks: readonly WorkbookSnapshot[];
  readonly entries: readonly SheetEntry[];
  readonly tables: readonly TableReading[];
  readonly assignment: Assignment;
  readonly plans: readonly SchemePlan[];
  readonly schemes: readonly Scheme[];
  readonly vocabulary: Vocabulary;
}

/** What each sheet was taken for, in the order of the sheets; of several tables on a sheet the first that is something. */
export function sheetReadings(given: Readings): SheetReading[] {
  const { workbooks, entries, tables, assignment } = given;
  const alike = alikeSheets(tables);
  const assigned = new Map(assignment.tables.map((entry) => [entry.table, entry]));
  const ofSheet = new Map<number, TableReading[]>();
  for (const table of tables) {
    const { index } = table.block.grid;
    const list = ofSheet.get(index);
    if (list) list.push(table);
    else ofSheet.set(index, [table]);
  }
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
    const own = ofSheet.get(index) ?? [];
    const read = own.map((table) => readTable(given, table, assigned.get(table), alike(fingerprint(table.block))));
    const first = read.find((t) => t.role !== 'other') ?? read[0];
    const isGiven = first?.corrected.includes('role') ?? false;
    if (!first || (first.role === 'other' && !isGiven)) {
      return {
        ...base,
        ...nothing(),
        name: grid.sheet.name,
        role: 'other',
        confidence: 0.7,
        reasons: leftAlone(first, own.length > 0),
        tables: read,
      };
    }
    const { header: _h, rowKeys: _k, alike: _a, rows: _r, corrected: _c, ...facts } = first;
    return { ...base, name: grid.sheet.name, ...facts, tables: read };
  });
}

/** Why a sheet is nothing: its tables are of another period, are of no known kind, or there are none. */
function leftAlone(first: ReadTable | undefined, hasTables: boolean): SheetReading['reasons'] {
  if (first?.reasons.some(({ key }) => key === 'otherPeriod')) return first.reasons;
  return [{ key: hasTables ? 'other' : 'noTable', data: {} }];
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
    tables: [],
  } as const;
}

/** One table as it was taken, with what corrections need to name it. */
function readTable(
  { plans, schemes, vocabulary }: Readings,
  table: TableReading,
  assigned: AssignedTable | undefined,
  alike: number,
): ReadTable {
  const indices = assigned ? [...assigned.rows.keys()] : [];
  const sources = new Set(indices.flatMap((scheme) => sourcesOf(table, scheme, schemes)));
  const rows = dataRows(table);
  return {
    role: table.role,
    layout: table.layout,
    source: sources.size === 1 ? [...sources][0]! : sources.size === 0 ? (table.given?.source ?? null) : null,
    schemes: indices
      .filter((scheme) => plans.some((plan) => plan.binding.index === scheme))
      .map((scheme) => schemes[scheme]!.name),
    headerRows: table.block.headerRows,
    firstRow: rows[0]?.row ?? null,
    lastRow: rows[rows.length - 1]?.row ?? null,
    count: assigned ? [...assigned.rows.values()].reduce((n, list) => n + list.length, 0) : rows.length,
    confidence: table.confidence,
    reasons: table.reasons,
    ...correctable(table, columnReadings(table, indices[0], schemes), indices[0], schemes, vocabulary),
    alike,
  };
}

function sourcesOf(table: TableReading, scheme: number, schemes: readonly Scheme[]): SourceCode[] {
  if (table.role === 'votes') return [table.given?.source ?? 'peer'];
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
