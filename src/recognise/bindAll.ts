import { normaliseText, readNumber, Q } from '../values';
import { SOURCES, type Issue, type ResultColumn, type Scheme } from '../model';
import { totalColumnOf, type Assignment } from './assignTables';
import type { AssignedTable } from './assign';
import { fillPlaces, SchemeBinding, type BoundRow, type TableRows } from './binding';
import type { TableReading } from './classify';
import { extraColumns } from './extraPoints';
import { checkFormMarks, checkWideMarks } from './fullMarks';
import { bindInRows, valueColumns } from './inRows';
import { findPendingParts } from './partColumns';
import { bindRowPoints, bindSourceSum, bindWidePoints } from './pointCells';
import { noPlaces } from './sources';
import { EntityIndex } from './entityIndex';
import { acceptsKind, type Entity, type Registry } from './subjects';
import { checkFormSums, checkTableTotals, checkWideSums } from './sums';
import type { SheetEntry } from './tables';
import { findUnknownIndicators } from './unknownIndicators';
import { sourceIn, sourceOfRow, type Vocabulary } from './vocabulary';
import { readVotes } from './votes';
import { bindWide, scoreColumns, totalColumns, type TableDefaults } from './wide';

/** One scheme with everything bound to it. */
export interface SchemePlan {
  readonly binding: SchemeBinding;
  /** False when the files hold no score at all for it: then it is not assessed (specification, section 2). */
  readonly hasScores: boolean;
  /** Rows of a bonus and penalty sheet, for this scheme. */
  rowsOf(table: TableReading): TableRows;
}

/** Binds every table to the schemes that its rows feed. */
export function bindAll(
  assignment: Assignment,
  schemes: readonly Scheme[],
  vocabulary: Vocabulary,
  registry: Registry,
  entries: readonly SheetEntry[],
  issues: Issue[],
): SchemePlan[] {
  const plans: SchemePlan[] = [];
  const gridOf = (sheet: number) => entries[sheet]!.grid!;
  schemes.forEach((scheme, index) => {
    const met = assignment.members.get(index);
    if (!met) return;
    const binding = new SchemeBinding(scheme, index, subjectsOf(scheme, met, registry), registry, gridOf);
    // Indicators first, so that totals beside them are known to be checks.
    const feeding = assignment.tables.filter((t) => t.rows.has(index));
    const ordered = [
      ...feeding.filter((t) => t.candidates.length > 0),
      ...feeding.filter((t) => t.candidates.length === 0),
    ];
    for (const assigned of ordered) bindTable(binding, assigned, schemes, vocabulary, issues);
    plans.push({
      binding,
      hasScores: hasScores(binding),
      rowsOf: (table) => ({ table, rows: assignment.adjustmentRows.get(table) ?? [] }),
    });
  });
  for (const assigned of assignment.tables) findUnknownIndicators(assigned, vocabulary, issues);
  return plans;
}

/** Subjects in roster order: all whom a default scheme takes by their 类型, else those whom its sheets name. */
function subjectsOf(scheme: Scheme, met: EntityIndex, registry: Registry): EntityIndex {
  const all = new EntityIndex();
  const add = (entity: Entity) => all.add(met.entries[met.indexOf(entity)] ?? { entity, band: null });
  if (scheme.kind === 'member') registry.members.forEach((_, index) => add(registry.member(index)));
  else if (scheme.kind !== 'custom' && scheme.kind !== 'table') {
    registry.organizations.forEach((o, index) => {
      if (acceptsKind(scheme, o.kind)) add({ space: 'organization', index });
    });
  }
  const rest = met.entries.filter(({ entity }) => !all.has(entity));
  // Roster order; names without a roster stay in the order in which they were met.
  rest.sort((a, b) =>
    a.entity.space === b.entity.space && a.entity.space !== 'free' ? a.entity.index - b.entity.index : 0,
  );
  for (const entry of rest) all.add(entry);
  return all;
}

function hasScores(binding: SchemeBinding): boolean {
  if (binding.tableTotals) return true;
  for (const builder of binding.givenSources.values()) if (builder.hasValue(binding.isFilled)) return true;
  return false;
}

function bindTable(
  binding: SchemeBinding,
  assigned: AssignedTable,
  schemes: readonly Scheme[],
  vocabulary: Vocabulary,
  issues: Issue[],
): void {
  const { table } = assigned;
  const rows: TableRows = { table, rows: assigned.rows.get(binding.index)! };
  const defaults = tableDefaults(table, binding.index, schemes);
  if (table.role === 'votes') bindVotes(binding, rows, issues);
  else if (binding.scheme.kind === 'table') bindStandAlone(binding, rows, defaults, issues);
  else if (table.layout === 'wide' && assigned.candidates.length > 0)
    bindScoredTable(binding, rows, defaults, schemes, vocabulary, issues);
  else if (table.layout === 'wide') bindTotals(binding, rows, defaults, issues);
  else bindRowTable(binding, rows, defaults, vocabulary, issues);
}

function nameOf(
  binding: SchemeBinding,
  rows: readonly BoundRow[],
): (row: number) => { code: string; name: string } | null {
  let byRow: Map<number, Entity> | null = null;
  return (row) => {
    byRow ??= new Map(rows.map((r) => [r.row, r.entity]));
    const entity = byRow.get(row);
    const subject = entity ? binding.subjects[binding.subject(entity)] : undefined;
    return subject ? { code: subject.id ?? subject.name, name: subject.name } : null;
  };
}

function bindScoredTable(
  binding: SchemeBinding,
  rows: TableRows,
  defaults: TableDefaults,
  schemes: readonly Scheme[],
  vocabulary: Vocabulary,
  issues: Issue[],
): void {
  const { table } = rows;
  if (table.rowSource !== null) {
    for (const source of SOURCES) {
      const own = rows.rows.filter(({ row }) => sourceOfRow(table.block.grid.text(row, table.rowSource!)) === source);
      const columns = scoreColumns(table, binding.index, schemes, { ...defaults, source });
      if (own.length > 0) bindWide(binding, { table, rows: own }, columns, issues);
    }
    return;
  }
  const columns = scoreColumns(table, binding.index, schemes, defaults);
  bindWide(binding, rows, columns, issues);
  bindWidePoints(binding, rows, columns);
  checkWideSums(table, columns, rows.rows, nameOf(binding, rows.rows), binding.scheme.name, issues);
  checkWideMarks(table, binding.scheme, binding.index, vocabulary, issues);
  const sources = new Set(columns.map((c) => c.source));
  const isSummary = sources.size > 1 || sources.has('superior');
  if (!isSummary) {
    bindSourceSum(binding, rows, columns);
    return;
  }
  binding.extras.push(...extraColumns(rows));
  const withTotal = sources.size > 1 || table.columns.some((c) => c.fields.has('rank') || c.fields.has('grade'));
  bindResults(binding, rows, withTotal);
  if (!withTotal) bindSourceSum(binding, rows, columns);
}

/** Columns that people keep for the results: rank, grade, flag, and the total where it is the total of all sources. */
function bindResults(binding: SchemeBinding, rows: TableRows, withTotal: boolean): void {
  const { columns } = rows.table;
  const fields: [ResultColumn['field'], 'total' | 'rank' | 'grade' | 'award' | 'attained'][] = [
    ['rank', 'rank'],
    ['grade', 'grade'],
    ['award', 'award'],
    ['attained', 'attained'],
  ];
  if (withTotal) fields.push(['total', 'total']);
  for (const [field, header] of fields) {
    const column = columns.find(
      (c) =>
        c.fields.has(header) &&
        c.scored.length === 0 &&
        c.source === null &&
        !c.fields.has('subtotal') &&
        c.level === null,
    );
    if (column) fillPlaces(binding, rows, column.column, binding.resultCells(field), undefined, new Set(), []);
  }
}

function bindTotals(binding: SchemeBinding, rows: TableRows, defaults: TableDefaults, issues: Issue[]): void {
  const { table } = rows;
  const columns = totalColumns(table, defaults);
  const duplicates = new Set<number>();
  for (const { column, source } of columns) {
    const isSummaryTotal =
      column.source === null &&
      column.fields.has('total') &&
      (binding.givenSources.has(source) || isBlankColumn(rows, column.column));
    if (isSummaryTotal) continue;
    fillPlaces(binding, rows, column.column, binding.source(source).total(), undefined, duplicates, issues);
  }
  if (columns.every((c) => c.column.source === null) || columns.length > 1) bindResults(binding, rows, true);
}

function isBlankColumn({ table, rows }: TableRows, column: number): boolean {
  return rows.every(({ row }) => table.block.grid.isBlank(row, column));
}

function bindVotes(binding: SchemeBinding, rows: TableRows, issues: Issue[]): void {
  const raters = rows.table.columns.filter((c) => c.rater);
  const builder = binding.source(rows.table.given?.source ?? 'peer');
  if (raters.length >= 2) {
    for (const rater of raters) {
      const cells = noPlaces(binding.subjects.length);
      fillPlaces(binding, rows, rater.column, cells, undefined, new Set(), issues);
      builder.addRater(cells);
    }
    return;
  }
  builder.addVotes(readVotes(binding, rows, issues));
}

/** A table without rules: its totals as they stand, or its sources combined where it has them (section 12). */
function bindStandAlone(binding: SchemeBinding, rows: TableRows, defaults: TableDefaults, issues: Issue[]): void {
  const { table } = rows;
  const total = totalColumnOf(table);
  const sources = totalColumns(table, defaults).filter(({ column }) => column.source !== null);
  const isCombined = sources.length >= 2 || (sources.length === 1 && total === null);
  if (isCombined) {
    for (const { column, source } of sources)
      fillPlaces(binding, rows, column.column, binding.source(source).total(), undefined, new Set(), issues);
  }
  if (total) {
    const cells = noPlaces(binding.subjects.length);
    fillPlaces(binding, rows, total.column, cells, undefined, new Set(), issues);
    if (isCombined) binding.writtenTotals = cells;
    else binding.tableTotals = cells;
    if (!isCombined) {
      checkTableTotals(table, total, rows.rows, nameOf(binding, rows.rows), binding.scheme.name, issues);
      findPendingParts(binding, rows, total, issues);
    }
  }
  bindResults(binding, rows, false);
}

function bindRowTable(
  binding: SchemeBinding,
  rows: TableRows,
  defaults: TableDefaults,
  vocabulary: Vocabulary,
  issues: Issue[],
): void {
  const { table } = rows;
  const values = valueColumns(table, defaults);
  const first = rows.rows[0];
  if (table.layout === 'form') {
    const entity = first?.entity ?? null;
    bindInRows(binding, table, vocabulary, binding.index, values, () => entity, issues);
    bindRowPoints(binding, table, vocabulary, values, () => entity);
    const subject = entity ? binding.subjects[binding.subject(entity)] : undefined;
    checkFormSums(
      table,
      vocabulary,
      binding.index,
      values,
      subject ? { code: subject.id ?? subject.name, name: subject.name } : null,
      issues,
    );
    checkFormMarks(table, binding.scheme, binding.index, vocabulary, issues);
    return;
  }
  const byRow = new Map(rows.rows.map((r) => [r.row, r.entity]));
  const entityOf = (row: number) => byRow.get(row) ?? null;
  bindInRows(binding, table, vocabulary, binding.index, values, entityOf, issues);
  bindRowPoints(binding, table, vocabulary, values, entityOf);
}

/** Source and reading that the title, the sheet's name and the file's name give where headers are silent. */
export function tableDefaults(table: TableReading, scheme: number, schemes: readonly Scheme[]): TableDefaults {
  const { block } = table;
  const texts = [block.title, block.grid.sheet.name, ...block.above, block.grid.workbook.name];
  let source = table.given?.source ?? null;
  for (const text of texts) {
    source ??= sourceIn(text);
    if (source !== null) break;
  }
  return { source: source ?? 'superior', points: titledAsPoints(table, scheme, schemes) };
}

/** A 得分表 whose columns name only indicators holds points, if every value fits its 分值. */
function titledAsPoints(table: TableReading, scheme: number, schemes: readonly Scheme[]): boolean {
  const { grid } = table.block;
  const title = normaliseText(`${table.block.title} ${grid.sheet.name}`);
  if (!/得分|评分|打分|计分/.test(title) || /情况/.test(title)) return false;
  let seen = 0;
  for (const column of table.columns) {
    const match = column.scored.find((m) => m.scheme === scheme && m.type === 'indicator');
    if (!match) continue;
    const max = Q.toNumber(schemes[scheme]!.indicators[match.index]!.max);
    for (const row of grid.sheet.cells.rows) {
      if (row < table.block.firstRow || row > table.block.lastRow || seen > 2000) continue;
      const value = grid.own(row, column.column);
      if (value === null || value === '') continue;
      const reading = readNumber(value);
      if (reading.state === 'unreadable' || reading.state === 'error') return false;
      if (reading.state === 'value' && Q.toNumber(reading.value) > max * 1.5) return false;
      seen++;
    }
  }
  return seen > 0;
}
