import type { Issue, Scheme } from '../model';
import { assignRows } from './assignRows';
import { candidateSchemes, entityRows, schemeCounts, type AssignedTable } from './assign';
import type { BoundRow } from './binding';
import { dataRows } from './bodyRows';
import { isScoreTotal, type TableReading } from './classify';
import { kindOfName } from './people';
import { EntityIndex } from './entityIndex';
import { acceptsKind, type Registry } from './subjects';
import type { Vocabulary } from './vocabulary';

/** Which rows of which tables feed which schemes. */
export interface Assignment {
  readonly tables: readonly AssignedTable[];
  /** Rows of bonus and penalty sheets, by table. */
  readonly adjustmentRows: ReadonlyMap<TableReading, readonly BoundRow[]>;
  /** Schemes of their own for tables without rules (section 12), after the other schemes. */
  readonly tableSchemes: readonly Scheme[];
  /** Entities of each scheme that some table names, in the order met. */
  readonly members: ReadonlyMap<number, EntityIndex>;
}

/** Finds for every score and vote table which schemes its rows feed (specification, sections 2 and 12). */
export function assignTables(
  tables: readonly TableReading[],
  schemes: readonly Scheme[],
  vocabulary: Vocabulary,
  registry: Registry,
  hasRules: boolean,
  issues: Issue[],
): Assignment {
  const members = new Map<number, EntityIndex>();
  const assigned: AssignedTable[] = [];
  const tableSchemes: Scheme[] = [];
  const scored = tables.filter((table) => table.role === 'scores' || table.role === 'votes');
  const withCounts = scored.map((table) => {
    const counts = table.role === 'votes' ? schemes.map(() => 0) : schemeCounts(table, vocabulary);
    const given = givenScheme(table, schemes);
    const candidates = candidateSchemes(counts, schemes);
    // What a scheme does not score can still be a total of it.
    const own = given !== null && counts[given]! > 0 ? [given] : given === null ? candidates : [];
    return { table, counts, candidates: own, given };
  });
  const standAlone = standAloneTables(withCounts, schemes, hasRules, registry);
  for (const { table, counts, candidates, given } of withCounts) {
    if (candidates.length === 0 || standAlone.has(table)) continue;
    const rows = entityRows(table, schemes, candidates, registry, issues);
    const isGiven = given !== null;
    assigned.push({
      table,
      counts,
      candidates,
      rows: assignRows(rows, candidates, schemes, registry, members, isGiven),
    });
  }
  for (const { table, counts, candidates, given } of withCounts) {
    if (standAlone.has(table)) {
      const index = schemes.length + tableSchemes.length;
      const rows = entityRows(table, schemes, [], registry, issues);
      tableSchemes.push(tableScheme(table, [...schemes, ...tableSchemes]));
      assigned.push({
        table,
        counts,
        candidates: [index],
        rows: assignRows(rows, [index], [...schemes, ...tableSchemes], registry, members),
      });
    } else if (candidates.length === 0) {
      const rows = entityRows(table, schemes, given === null ? [] : [given], registry, issues);
      const found =
        given === null
          ? byMembership(rows, schemes, registry, members)
          : assignRows(rows, [given], schemes, registry, members, true);
      assigned.push({ table, counts, candidates, rows: found });
    }
  }
  const adjustmentRows = new Map(
    tables
      .filter((table) => table.role === 'adjustments')
      .map((table) => [table, entityRows(table, schemes, [], registry, issues)]),
  );
  return { tables: assigned, adjustmentRows, tableSchemes, members };
}

/** The scheme that a person has given to a table; null when none, or one that there is not. */
export function givenScheme({ given }: TableReading, schemes: readonly Scheme[]): number | null {
  const index = given?.scheme ? schemes.findIndex(({ name }) => name === given.scheme) : -1;
  return index < 0 ? null : index;
}

/** Totals and votes go to the schemes that already have the subject, else to the one of its 类型. */
function byMembership(
  rows: readonly BoundRow[],
  schemes: readonly Scheme[],
  registry: Registry,
  members: Map<number, EntityIndex>,
): Map<number, BoundRow[]> {
  const found = new Map<number, BoundRow[]>();
  const inPlay = [...members.keys()];
  const targetsOf = ({ entity }: BoundRow): number[] => {
    const joined = inPlay.filter((scheme) => members.get(scheme)!.has(entity));
    if (joined.length > 0) return joined;
    const kind = registry.kind(entity);
    const byKind = schemes.findIndex((scheme) => acceptsKind(scheme, kind));
    const custom = schemes.findIndex((scheme) => scheme.kind === 'custom');
    // Where only a scheme of the user's own is in play, its totals and votes are meant.
    const isOwn = custom >= 0 && inPlay.every((scheme) => schemes[scheme]!.kind === 'custom');
    const target = isOwn ? custom : byKind >= 0 ? byKind : custom;
    return target < 0 ? [] : [target];
  };
  const targets = rows.map(targetsOf);
  const usual = mostFrequent(targets.flat());
  rows.forEach((row, i) => {
    // A name that says no 类型 is of the kind of those beside it.
    const own = targets[i]!.length > 0 || usual === null || row.entity.space !== 'free' ? targets[i]! : [usual];
    for (const scheme of own) {
      const list = found.get(scheme);
      if (list) list.push(row);
      else found.set(scheme, [row]);
      join(members, scheme, row);
    }
  });
  return found;
}

function mostFrequent(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function join(members: Map<number, EntityIndex>, scheme: number, row: BoundRow): void {
  let joined = members.get(scheme);
  if (!joined) members.set(scheme, (joined = new EntityIndex()));
  joined.add(row);
}

/**
 * Tables that are schemes of their own: a person has said so, or no rules are given, no table carries a known indicator, and the table has a
 * total column, or columns of sources whose subjects no 类型 claims.
 */
function standAloneTables(
  tables: readonly { table: TableReading; candidates: readonly number[]; counts: readonly number[] }[],
  schemes: readonly Scheme[],
  hasRules: boolean,
  registry: Registry,
): Set<TableReading> {
  const isSaid = ({ table }: { table: TableReading }) =>
    table.given?.scheme === '' && table.role === 'scores' && table.layout === 'wide';
  const found = new Set(tables.filter(isSaid).map(({ table }) => table));
  if (hasRules) return found;
  const hasIndicators = tables.some(
    ({ counts, table }) =>
      counts.some((count) => count >= 1) || (table.layout !== 'wide' && counts.some((count) => count > 0)),
  );
  if (hasIndicators) return found;
  const hasRoster = registry.organizations.length > 0 || registry.members.length > 0;
  for (const { table, candidates } of tables) {
    if (table.role !== 'scores' || table.layout !== 'wide' || givenScheme(table, schemes) !== null) continue;
    const total = totalColumnOf(table);
    // Dimensions under sources are scored by the default schemes; alone beside a filled total they are its parts.
    if (
      candidates.length > 0 &&
      (table.columns.some((c) => c.source !== null) || total === null || !hasValues(table, total.column))
    )
      continue;
    const ofSources =
      !hasRoster && table.columns.some((c) => c.source !== null && isScoreTotal(c)) && !namesSayKind(table);
    if (total !== null || ofSources) found.add(table);
  }
  return found;
}

/** True when most names of a table end in 党委, 党支部 and the like. */
function namesSayKind(table: TableReading): boolean {
  if (table.person !== null) return true;
  if (table.unit === null) return false;
  const names = [...dataRows(table)].slice(0, 50).map(({ row }) => table.block.grid.text(row, table.unit!));
  return names.filter((name) => kindOfName(name) !== null).length * 2 >= names.length;
}

/** The column of totals of a table without rules: 总分, 合计, …; else a 得分 that names no source. */
export function totalColumnOf(table: TableReading): TableReading['columns'][number] | null {
  const free = table.columns.filter(
    (c) =>
      c.source === null &&
      c.scored.length === 0 &&
      !c.fields.has('subtotal') &&
      c.column !== table.unit &&
      c.column !== table.person,
  );
  const filled = (c: TableReading['columns'][number]) => hasValues(table, c.column);
  const totals = free.filter((c) => c.fields.has('total'));
  return totals.find(filled) ?? free.find((c) => c.fields.has('score') && filled(c)) ?? totals[0] ?? null;
}

function hasValues(table: TableReading, column: number): boolean {
  const { grid, firstRow, lastRow } = table.block;
  let seen = 0;
  for (const row of grid.sheet.cells.rows) {
    if (row < firstRow || row > lastRow) continue;
    if (!grid.isBlank(row, column)) return true;
    if (++seen > 500) break;
  }
  return false;
}

function tableScheme(table: TableReading, taken: readonly Scheme[]): Scheme {
  const base = table.block.title || table.block.grid.sheet.name;
  let name = base;
  for (let k = 2; taken.some((scheme) => scheme.name === name); k++) name = `${base}(${k})`;
  return { name, kind: 'table', origin: 'workbook', dimensions: [], indicators: [], adjustments: [] };
}
