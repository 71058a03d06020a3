import type { Issue, Scheme } from '../model';
import { duplicate } from './issues';
import { bodyRows } from './bodyRows';
import type { BoundRow } from './binding';
import type { TableReading } from './classify';
import { withoutNumbering } from './labels';
import { EntityIndex } from './entityIndex';
import { formNames } from './formSubject';
import { countInRows } from './inRows';
import type { Expected, NameType } from './names';
import { textIn } from './people';
import { acceptsKind, expectedTypes, type Entity, type Registry } from './subjects';
import { isBallots } from './votes';
import type { Vocabulary } from './vocabulary';

/** A score or vote table with the schemes that its rows feed. */
export interface AssignedTable {
  readonly table: TableReading;
  /** Schemes whose indicators or dimensions it carries, best first; empty for totals and votes. */
  readonly candidates: readonly number[];
  /** Number of indicators of each scheme that it names. */
  readonly counts: readonly number[];
  /** Rows by scheme. */
  readonly rows: ReadonlyMap<number, readonly BoundRow[]>;
}

/** Indicators of each scheme that a score table names, dimensions counting a tenth. */
export function schemeCounts(table: TableReading, vocabulary: Vocabulary): number[] {
  if (table.layout === 'form' || table.layout === 'long') return countInRows(table, vocabulary);
  return vocabulary.schemes.map((_, scheme) => {
    const found = new Set<string>();
    for (const column of table.columns) {
      for (const match of column.scored) if (match.scheme === scheme) found.add(`${match.type}${match.index}`);
    }
    return [...found].reduce((sum, key) => sum + (key.startsWith('indicator') ? 1 : 0.1), 0);
  });
}

/** Schemes that a table's indicators fit best; a user's own rules win over the defaults where both fit as well. */
export function candidateSchemes(counts: readonly number[], schemes: readonly Scheme[]): number[] {
  const best = Math.max(0, ...counts);
  if (best === 0) return [];
  const near = counts.map((_, scheme) => scheme).filter((scheme) => counts[scheme]! >= best * 0.5);
  const own = near.filter((scheme) => schemes[scheme]!.origin === 'workbook' && counts[scheme] === best);
  const kept = own.length > 0 && best >= 1 ? near.filter((scheme) => schemes[scheme]!.origin === 'workbook') : near;
  return kept.sort((a, b) => counts[b]! - counts[a]!);
}

/** The scheme among candidates that takes an entity, -1 when none does. */
export function schemeOf(
  entity: Entity,
  candidates: readonly number[],
  schemes: readonly Scheme[],
  registry: Registry,
): number {
  const kind = registry.kind(entity);
  const byKind = candidates.find((scheme) => acceptsKind(schemes[scheme]!, kind));
  if (byKind !== undefined) return byKind;
  const custom = candidates.find((scheme) => schemes[scheme]!.kind === 'custom');
  if (custom !== undefined) return custom;
  // Without a roster the name alone says the 类型: what the table scores says more.
  return kind === null || entity.space === 'free' ? (candidates[0] ?? -1) : -1;
}

/** Rows of a table with whom they mean; of the same subject twice in one table the second is D05. */
export function entityRows(
  table: TableReading,
  schemes: readonly Scheme[],
  candidates: readonly number[],
  registry: Registry,
  issues: Issue[],
): BoundRow[] {
  if (table.layout === 'form') return formRows(table, schemes, candidates, registry, issues);
  const expected =
    candidates.length > 0 ? expectedTypes(candidates.map((scheme) => schemes[scheme]!)) : typesInTable(table, registry);
  const rows: BoundRow[] = [];
  const { grid } = table.block;
  const hasRoster = registry.organizations.length > 0;
  const keys = [table.unit, table.person, table.id].filter((column): column is number => column !== null);
  let carried: Entity | null = null;
  // The last band as bodyRows found it, and the group that rows stand under, which a bare name may have changed.
  let numbered: string | null = null;
  let group: string | null = null;
  let superior = '';
  for (const { row, kind, band } of bodyRows(table)) {
    if (band !== numbered) group = numbered = band;
    if (kind !== 'data' && kind !== 'band') continue;
    const isAlone = kind === 'band' || grid.fillOf(row, table.block.left, table.block.right, 2).count === 1;
    if (isAlone && hasRoster && table.unit !== null && !grid.isBlank(row, table.unit)) {
      // A name alone in its row is a subject without values if the roster has it, else a group without a number.
      const entity = registry.resolve(table, row, expected, null);
      if (entity) rows.push({ row, entity, band: group });
      else group = withoutNumbering(grid.ownText(row, table.unit));
      continue;
    }
    if (kind === 'band') continue;
    const own = textIn(grid, row, table.group) || group;
    // A superior stands once over its branches, merged or not.
    superior = textIn(grid, row, table.parent) || superior;
    const isNamed = keys.some((column) => !grid.isBlankShown(row, column));
    const entity: Entity | null = isNamed
      ? registry.resolve(table, row, expected, issues, own, superior)
      : table.layout === 'long' || table.rowSource !== null || table.role === 'adjustments'
        ? carried
        : null;
    if (isNamed) carried = entity;
    if (entity) rows.push({ row, entity, band: own });
  }
  const repeats =
    table.layout === 'long' ||
    table.rowSource !== null ||
    (table.role === 'votes' && isBallots(table, rows)) ||
    table.role === 'adjustments';
  return repeats ? rows : withoutDuplicates(table, rows, registry, issues);
}

function withoutDuplicates(
  table: TableReading,
  rows: readonly BoundRow[],
  registry: Registry,
  issues: Issue[],
): BoundRow[] {
  const seen = new EntityIndex();
  return rows.filter((entry) => {
    const { row, entity } = entry;
    if (!seen.has(entity)) {
      seen.add(entry);
      return true;
    }
    const name = registry.name(entity);
    const column = table.person ?? table.unit ?? table.id!;
    const place = { sheet: table.block.grid.index, row, column };
    issues.push(duplicate('subject', { code: registry.code(entity), name }, place));
    return false;
  });
}

/** Types beside those of the organizations that a table names exactly: bare names in it are of the same scheme. */
function typesInTable(table: TableReading, registry: Registry): Expected | null {
  if (table.unit === null || registry.organizations.length === 0) return null;
  const types = new Set<NameType>();
  let seen = 0;
  for (const { row, kind } of bodyRows(table)) {
    if (kind !== 'data' || ++seen > 100) continue;
    for (const index of registry.organizationNames.allOf(table.block.grid.text(row, table.unit))) {
      const { kind } = registry.organizations[index]!;
      if (kind === '党委' || kind === '直属党总支') types.add('committee').add('general');
      else if (kind !== null) types.add('general').add('branch');
    }
  }
  return types.size > 0 ? { types, isOnly: false } : null;
}

/** The one subject of a form, as a row that stands for the whole sheet. */
function formRows(
  table: TableReading,
  schemes: readonly Scheme[],
  candidates: readonly number[],
  registry: Registry,
  issues: Issue[],
): BoundRow[] {
  const expected = expectedTypes(candidates.map((scheme) => schemes[scheme]!));
  const names = formNames(table.block);
  const row = table.block.headerRows[0]!;
  const hasRoster = registry.organizations.length > 0;
  for (const { name, isPerson } of names) {
    if (isPerson || !hasRoster) continue;
    const entity = registry.resolveOrganization('', name, expected);
    if (entity) return [{ row, entity, band: null }];
  }
  const isMember = candidates.every((scheme) => schemes[scheme]!.kind === 'member') && candidates.length > 0;
  for (const { name } of names) {
    const found = registry.memberNames.size > 0 ? registry.memberNames.allOf(name) : [];
    if (found.length === 1) return [{ row, entity: { space: 'member', index: found[0]! }, band: null }];
  }
  const first = names[0] ?? {
    name: table.block.grid.sheet.name,
    place: { sheet: table.block.grid.index, row, column: table.block.left },
  };
  if (hasRoster || (isMember && registry.members.length > 0)) {
    registry.report(first.name, null, !hasRoster, expected, first.place, issues);
    return [];
  }
  return [{ row, entity: registry.freeSubject(first.name, isMember, first.place), band: null }];
}
