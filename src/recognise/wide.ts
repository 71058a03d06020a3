import type { Issue, Scheme, SourceCode } from '../model';
import { fillPlaces, type SchemeBinding, type TableRows } from './binding';
import { isScoreTotal, type TableReading } from './classify';
import type { ColumnMeaning } from './columns';
import type { ScoredMatch } from './vocabulary';

/** Source and reading that a table gives to columns that name none. */
export interface TableDefaults {
  readonly source: SourceCode;
  /** True when title and values say that columns without a word of their own hold points. */
  readonly points: boolean;
}

/** What one column of a score table is for one scheme. */
export interface ScoreColumn {
  readonly column: ColumnMeaning;
  readonly match: ScoredMatch;
  readonly source: SourceCode;
  readonly reading: 'points' | 'raw';
  /** Column of what was due, beside what was done (应到 beside 实到), under one rate. */
  readonly due?: ColumnMeaning;
}

const DUE = /^(?:应|计划|任务|目标|需)/;
const DONE = /^(?:实|已|完成)/;

/** Columns with those of what was due put beside what was done, under indicators that are rates. */
function paired(columns: readonly ScoreColumn[], scheme: Scheme): ScoreColumn[] {
  const dues = new Map<ScoreColumn, ScoreColumn>();
  for (const done of columns) {
    const { match, source, reading, column } = done;
    const isRate = match.type === 'indicator' && scheme.indicators[match.index]!.isRate;
    if (!isRate || reading !== 'raw' || !DONE.test(column.key)) continue;
    const isDue = (other: ScoreColumn): boolean =>
      other.match.type === 'indicator' &&
      other.match.index === match.index &&
      other.source === source &&
      other.reading === 'raw' &&
      DUE.test(other.column.key);
    const taken = [...dues.values()];
    const due = columns.find((other) => isDue(other) && !taken.includes(other));
    if (due) dues.set(done, due);
  }
  const taken = new Set(dues.values());
  return columns
    .filter((column) => !taken.has(column))
    .map((column) => {
      const due = dues.get(column);
      return due ? { ...column, due: due.column } : column;
    });
}

/** Columns of a wide table that hold scores of a scheme (specification, section 2). */
export function scoreColumns(
  table: TableReading,
  scheme: number,
  schemes: readonly Scheme[],
  defaults: TableDefaults,
): ScoreColumn[] {
  const found: ScoreColumn[] = [];
  for (const column of table.columns) {
    if (column.fields.has('subtotal') || column.fields.has('max')) continue;
    const match = column.scored.find((m) => m.scheme === scheme);
    if (!match) continue;
    const reading = match.type === 'dimension' ? 'points' : (column.reading ?? (defaults.points ? 'points' : 'raw'));
    found.push({ column, match, source: column.source ?? defaults.source, reading });
  }
  // A dimension that stands over its own indicators is their heading, not a column of points.
  const withIndicators = new Set(
    found
      .filter((f) => f.match.type === 'indicator')
      .map((f) => `${f.source}:${schemes[scheme]!.indicators[f.match.index]!.dimension ?? ''}`),
  );
  const own = found.filter(
    (f) =>
      f.match.type === 'indicator' ||
      !withIndicators.has(`${f.source}:${schemes[scheme]!.dimensions[f.match.index]!.name}`),
  );
  return paired(own, schemes[scheme]!);
}

/** Binds the columns of a wide table to a scheme. */
export function bindWide(
  binding: SchemeBinding,
  rows: TableRows,
  columns: readonly ScoreColumn[],
  issues: Issue[],
): void {
  const duplicates = new Set<number>();
  // Points before raw values of the same indicator: a filled 得分 counts, an empty one waits for its result.
  const ordered = [...columns].sort((a, b) => (a.reading === b.reading ? 0 : a.reading === 'points' ? -1 : 1));
  for (const { column, match, source, reading, due } of ordered) {
    const builder = binding.source(source);
    if (match.type === 'dimension') {
      fillPlaces(binding, rows, column.column, builder.dimension(match.index), undefined, duplicates, issues);
      continue;
    }
    const twin = ordered.some(
      (o) =>
        o.match.index === match.index && o.match.type === 'indicator' && o.source === source && o.reading !== reading,
    );
    if (twin && reading === 'points') {
      bindFilled(binding, rows, column.column, builder.indicator(match.index, reading));
      continue;
    }
    if (twin) {
      bindWhereFree(
        binding,
        rows,
        column.column,
        builder.indicator(match.index, reading),
        builder.indicator(match.index, 'points'),
      );
      continue;
    }
    fillPlaces(
      binding,
      rows,
      column.column,
      builder.indicator(match.index, reading, unitOf(column)),
      builder.others(match.index, reading)[0],
      duplicates,
      issues,
    );
    if (due) fillPlaces(binding, rows, due.column, builder.due(match.index), undefined, duplicates, issues);
  }
}

/** 万 or 亿 in the unit of a header, e.g. 产值（万元）. */
function unitOf({ header }: ColumnMeaning): '万' | '亿' | undefined {
  const unit = /[(（【〔[]\s*([万亿])[^)）】〕\]]{0,8}[)）】〕\]]/.exec(header.levels.join(' '))?.[1];
  return unit === '万' || unit === '亿' ? unit : undefined;
}

function bindFilled(
  binding: SchemeBinding,
  { table, rows }: TableRows,
  column: number,
  places: ReturnType<SchemeBinding['resultCells']>,
): void {
  const { grid } = table.block;
  for (const { row, entity } of rows) {
    const subject = binding.subject(entity);
    if (subject < 0 || places.row[subject] !== -1 || grid.isBlank(row, column)) continue;
    places.sheet[subject] = grid.index;
    places.row[subject] = row;
    places.column[subject] = column;
  }
}

function bindWhereFree(
  binding: SchemeBinding,
  { table, rows }: TableRows,
  column: number,
  places: ReturnType<SchemeBinding['resultCells']>,
  points: ReturnType<SchemeBinding['resultCells']>,
): void {
  const { grid } = table.block;
  for (const { row, entity } of rows) {
    const subject = binding.subject(entity);
    if (subject < 0 || points.row[subject] !== -1 || places.row[subject] !== -1) continue;
    places.sheet[subject] = grid.index;
    places.row[subject] = row;
    places.column[subject] = column;
  }
}

/** Columns of a table that give one total of a source each; none where its scored columns make the source. */
export function totalColumns(
  table: TableReading,
  defaults: TableDefaults,
): { column: ColumnMeaning; source: SourceCode }[] {
  const candidates = table.columns.filter(
    (c) =>
      isScoreTotal(c) &&
      c.scored.length === 0 &&
      !c.fields.has('rank') &&
      !c.fields.has('grade') &&
      !c.fields.has('plus') &&
      !c.fields.has('minus') &&
      c.column !== table.unit &&
      c.column !== table.person &&
      c.column !== table.id,
  );
  const sourced = candidates.filter((c) => c.source !== null);
  // A source that stands under several labels is a part of each, never a total.
  const named = sourced.filter(
    (c) =>
      c.header.levels.length === 1 ||
      c.fields.has('total') ||
      sourced.filter((o) => o.source === c.source).length === 1,
  );
  const chosen = named.length > 0 ? named : candidates.slice(0, 1);
  const seen = new Set<SourceCode>();
  return chosen.flatMap((column) => {
    const source = column.source ?? defaults.source;
    if (seen.has(source)) return [];
    seen.add(source);
    return [{ column, source }];
  });
}
