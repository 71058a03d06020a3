import type { CellRef, Issue, Scheme, SourceCode } from '../model';
import { duplicate } from './issues';
import { readCount } from '../values';
import { bodyRows, dataRows } from './bodyRows';
import { type SchemeBinding } from './binding';
import type { TableReading } from './classify';
import type { ColumnMeaning } from './columns';
import { matchesOf } from './corrections/applyChoices';
import { choiceAt } from './corrections/rowChoices';
import { setPlace, type ValueReading } from './sources';
import type { Entity } from './subjects';
import type { ScoredMatch, Vocabulary } from './vocabulary';
import type { TableDefaults } from './wide';

/** A column of values beside indicators that stand in rows. */
export interface ValueColumn {
  readonly column: number;
  readonly source: SourceCode;
  readonly reading: ValueReading;
}

/** Columns of a form or a long table that hold points or raw values. */
export function valueColumns(table: TableReading, defaults: TableDefaults): ValueColumn[] {
  const skip = new Set([
    table.unit,
    table.person,
    table.id,
    table.branch,
    table.group,
    table.indicator,
    table.dimension,
  ]);
  const columns = table.columns.filter((c) => !skip.has(c.column));
  const values = columns.filter(isValueColumn).map((c): ValueColumn => ({
    column: c.column,
    source: c.source ?? defaults.source,
    reading: c.reading ?? (c.fields.has('score') ? 'points' : 'raw'),
  }));
  return table.layout === 'form' ? [...values, ...deductions(table, columns, values, defaults)] : values;
}

/** Columns of 扣分 of a form, for sources that have no column of points or raw values: what is not taken off is given. */
function deductions(
  table: TableReading,
  columns: readonly ColumnMeaning[],
  values: readonly ValueColumn[],
  defaults: TableDefaults,
): ValueColumn[] {
  const given = new Set(values.map(({ source }) => source));
  return columns.flatMap((column): ValueColumn[] => {
    const source = column.source ?? defaults.source;
    if (!column.fields.has('minus') || column.fields.has('score') || given.has(source)) return [];
    if (!holdsNumbers(table, column.column)) return [];
    given.add(source);
    return [{ column: column.column, source, reading: 'deducted' }];
  });
}

/** Whether what is filled in a column is mostly numbers: 扣分项 may also name what points are taken off for. */
function holdsNumbers(table: TableReading, column: number): boolean {
  const { grid } = table.block;
  const cells = dataRows(table).map(({ row }) => grid.anchor(row, column));
  const filled = cells.filter((at) => !grid.isBlank(at.row, at.column));
  const numbers = filled.filter((at) => readCount(grid.own(at.row, at.column)).state === 'value');
  return numbers.length > 0 && numbers.length * 2 >= filled.length;
}

function isValueColumn(column: ColumnMeaning): boolean {
  const { fields } = column;
  for (const field of [
    'standard',
    'method',
    'max',
    'note',
    'seq',
    'subtotal',
    'plus',
    'minus',
    'basis',
    'date',
    'rank',
    'grade',
    'indicator',
    'dimension',
  ] as const) {
    if (fields.has(field) && !fields.has('score') && !(fields.has('raw') && column.reading === 'raw')) return false;
  }
  if (/纪实|备注/.test(column.key)) return false;
  return (
    fields.has('score') ||
    fields.has('raw') ||
    column.reading !== null ||
    (column.source !== null && column.key.length <= 10)
  );
}

/** Matches of the text that names what a row scores, in all schemes. */
export function matchesInRow(table: TableReading, row: number, vocabulary: Vocabulary): readonly ScoredMatch[] {
  const { grid } = table.block;
  if (table.indicator === null) return [];
  const at = grid.anchor(row, table.indicator);
  if (at.row !== row) return [];
  const said = choiceAt(table, row);
  if (said) return matchesOf(said, vocabulary);
  const own = vocabulary.match(grid.text(row, table.indicator));
  if (own.length > 0) return own;
  const id = table.columns.find((c) => c.fields.has('indicatorId') && c.column !== table.indicator);
  return id ? vocabulary.indicators(grid.text(row, id.column)) : [];
}

/** Number of a scheme's indicators and dimensions that the rows of a table name. */
export function countInRows(table: TableReading, vocabulary: Vocabulary): number[] {
  const found = vocabulary.schemes.map(() => new Set<string>());
  let seen = 0;
  for (const { row, kind } of bodyRows(table)) {
    if (kind === 'sum' || kind === 'label' || kind === 'note') continue;
    for (const match of matchesInRow(table, row, vocabulary)) found[match.scheme]!.add(`${match.type}${match.index}`);
    if (++seen > 400) break;
  }
  return found.map((set) => [...set].reduce((n, key) => n + (key.startsWith('indicator') ? 1 : 0.1), 0));
}

/** Binds a table with indicators in rows; `subjectOf` says whom a row means (one for a form). */
export function bindInRows(
  binding: SchemeBinding,
  table: TableReading,
  vocabulary: Vocabulary,
  scheme: number,
  values: readonly ValueColumn[],
  subjectOf: (row: number) => Entity | null,
  issues: Issue[],
): void {
  const { grid } = table.block;
  const target = binding.scheme;
  const dimensionRows: { row: number; subject: number; index: number }[] = [];
  for (const { row, kind } of bodyRows(table)) {
    if (kind === 'sum' || kind === 'label' || kind === 'note') continue;
    const entity = subjectOf(row);
    if (!entity) continue;
    const subject = binding.subject(entity);
    if (subject < 0) continue;
    const match = matchesInRow(table, row, vocabulary).find((m) => m.scheme === scheme);
    if (!match) continue;
    if (match.type === 'dimension') dimensionRows.push({ row, subject, index: match.index });
    else
      for (const value of chooseValues(table, row, values))
        setIndicator(binding, subject, match.index, value, grid.index, grid.anchor(row, value.column), issues, {
          sheet: grid.index,
          row,
          column: table.indicator!,
        });
  }
  for (const { row, subject, index } of dimensionRows) {
    for (const { column, source, reading } of values) {
      if (reading !== 'points' || grid.isBlank(row, column) || hasIndicators(target, index, binding, source, subject))
        continue;
      const cells = binding.source(source).dimension(index);
      if (cells.row[subject] === -1) setPlace(cells, subject, grid.index, row, column);
    }
  }
}

/** Of points and raw values of one source the filled points count, else the raw value. */
function chooseValues(table: TableReading, row: number, values: readonly ValueColumn[]): ValueColumn[] {
  const { grid } = table.block;
  const bySource = new Map<SourceCode, ValueColumn>();
  for (const value of values) {
    const at = grid.anchor(row, value.column);
    const filled = !grid.isBlank(at.row, at.column);
    const first = bySource.get(value.source);
    if (!first) {
      bySource.set(value.source, value);
      continue;
    }
    const firstAt = grid.anchor(row, first.column);
    const firstFilled = !grid.isBlank(firstAt.row, firstAt.column);
    if (filled && (!firstFilled || (value.reading === 'points' && first.reading === 'raw')))
      bySource.set(value.source, value);
    else if (!filled && !firstFilled && value.reading === 'raw' && first.reading === 'points')
      bySource.set(value.source, value);
  }
  return [...bySource.values()];
}

function setIndicator(
  binding: SchemeBinding,
  subject: number,
  indicator: number,
  value: ValueColumn,
  sheet: number,
  at: { row: number; column: number },
  issues: Issue[],
  named: CellRef,
): void {
  const builder = binding.source(value.source);
  const cells = builder.indicator(indicator, value.reading);
  for (const taken of [cells, ...builder.others(indicator, value.reading)]) {
    if (taken.row[subject] === -1) continue;
    if (binding.isBlankCell(sheet, at.row, at.column)) return;
    if (!binding.isBlank(taken, subject)) {
      const { id, name } = binding.subjects[subject]!;
      const shown = `${name} ${binding.scheme.indicators[indicator]!.name}`;
      issues.push(duplicate('value', { code: id ?? name, name }, named, binding.scheme.name, shown));
      return;
    }
    taken.row[subject] = -1;
  }
  setPlace(cells, subject, sheet, at.row, at.column);
}

function hasIndicators(
  scheme: Scheme,
  dimension: number,
  binding: SchemeBinding,
  source: SourceCode,
  subject: number,
): boolean {
  const name = scheme.dimensions[dimension]!.name;
  return scheme.indicators.some(
    (indicator, index) => indicator.dimension === name && binding.source(source).has(index, subject),
  );
}
