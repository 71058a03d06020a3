import type { Assessment, CellPlaces, SchemeAssessment, SourceCode, SourceInput } from '../model';
import { findLevel, normaliseText } from '../values';
import { amountOf, type Amount, type Arithmetic } from './arithmetic';
import { CellState, interpretTotal, type CellPoints } from './cellPoints';
import { openDimension, openIndicator, type KeptColumn, type LowerOf, type ScoreColumn } from './column';
import { DistinctCells, type CellReader } from './distinctCells';
import type { Groups } from './groups';

/** What a subject's score in a source comes from; the first that has something counts (specification, section 4). */
export const SourceForm = { none: 0, indicators: 1, dimensions: 2, total: 3, votes: 4, raters: 5 } as const;
export type SourceFormCode = (typeof SourceForm)[keyof typeof SourceForm];

/** A column of totals or of one rater. */
export interface TotalColumn {
  readonly cells: CellPlaces;
  readonly distinct: CellReader;
}

/** One source (来源) of a scheme, opened for reading. */
export interface Source {
  readonly code: SourceCode;
  readonly weight: Amount;
  readonly input: SourceInput;
  /** Columns of indicators, in the order of `SourceInput.columns`. */
  readonly columns: readonly ScoreColumn[];
  /** Columns of whole dimensions, in the order of `SourceInput.dimensions`. */
  readonly dimensions: readonly ScoreColumn[];
  /** Columns that count together: of indicators, and of dimensions that have no column of an indicator. */
  readonly detailed: readonly ScoreColumn[];
  readonly totals: readonly TotalColumn[];
  readonly raters: readonly TotalColumn[];
  /** Weights of each vote table's levels. */
  readonly voteWeights: readonly (readonly Amount[])[];
  readonly trimsExtremes: boolean;
}

/** A source as it was opened before, under rules that may have changed since. */
export interface KeptSource {
  readonly source: Source;
  /** 空白 means the same as before. */
  readonly isSameBlank: boolean;
}

/** Opens a source of a scheme; null when the files say nothing of it. What is kept is not read again. */
export function openSource(
  assessment: Assessment,
  scheme: SchemeAssessment,
  code: SourceCode,
  groups: Groups,
  lowerOf: LowerOf,
  kept: KeptSource | null = null,
): Source | null {
  const input = scheme.sources[code];
  if (!input) return null;
  const keptIn = (before: readonly ScoreColumn[] | undefined, i: number): KeptColumn | null =>
    before ? { column: before[i]!, isSameBlank: kept!.isSameBlank } : null;
  const columns = input.columns.map((column, i) =>
    openIndicator(assessment, scheme, column, groups, lowerOf, keptIn(kept?.source.columns, i)),
  );
  const dimensions = input.dimensions.map(({ dimension, cells }, i) =>
    openDimension(assessment, scheme, dimension, cells, keptIn(kept?.source.dimensions, i)),
  );
  const covered = new Set(columns.map((column) => column.dimension));
  const open = (kind: 'total' | 'rater') => (cells: CellPlaces) => ({
    cells,
    distinct: new DistinctCells(assessment, cells, interpretTotal(kind)),
  });
  return {
    code,
    weight: amountOf(scheme.parameters.weights[code]),
    input,
    columns,
    dimensions,
    detailed: [...columns, ...dimensions.filter((column) => !covered.has(column.dimension))],
    // No rule changes how these are read.
    totals: kept?.source.totals ?? input.totals.map(open('total')),
    raters: kept?.source.raters ?? input.raters.map(open('rater')),
    voteWeights: input.votes.map((votes) => voteWeights(votes, scheme)),
    trimsExtremes: scheme.parameters.trimExtremes,
  };
}

/** The columns that a form sums up; none for totals, votes and raters. */
export function columnsOf(source: Source, form: SourceFormCode): readonly ScoreColumn[] {
  if (form === SourceForm.indicators) return source.detailed;
  return form === SourceForm.dimensions ? source.dimensions : [];
}

/** First of several columns of totals that has a number for the subject. */
export function firstTotal(source: Source, subject: number): TotalColumn | null {
  for (const total of source.totals) if (total.distinct.at(subject).state === CellState.value) return total;
  return null;
}

/** Index of the first vote table in which somebody voted on the subject; -1 without votes. */
export function voteTable({ input }: Source, subject: number): number {
  for (let table = 0; table < input.votes.length; table++) {
    for (const votes of input.votes[table]!.counts) if (votes[subject]! > 0) return table;
  }
  return -1;
}

/** Weights of vote levels: by name where all are known, else by their order, best first. */
export function voteWeights(
  { levels }: SourceInput['votes'][number],
  { parameters }: SchemeAssessment,
): readonly Amount[] {
  const names = parameters.voteWeights.map(({ name }) => name);
  const weights = parameters.voteWeights.map(({ amount }) => amountOf(amount));
  const found = levels.map((level) => names.indexOf(normaliseText(level)));
  if (found.every((index) => index >= 0)) return found.map((index) => weights[index]!);
  if (levels.length === names.length) return weights;
  return levels.map((level, i) => {
    const index = findLevel(level, names);
    return weights[index >= 0 ? index : Math.min(i, weights.length - 1)]!;
  });
}

/** Σ weight·count / Σ count over the levels; abstentions are not among them. */
function voteScore<T>(a: Arithmetic<T>, source: Source, subject: number): T {
  const table = voteTable(source, subject);
  const { counts } = source.input.votes[table]!;
  const weights = source.voteWeights[table]!;
  let weighted = a.zero;
  let total = a.zero;
  for (let level = 0; level < counts.length; level++) {
    const count = a.whole(counts[level]![subject]!);
    weighted = a.add(weighted, a.mul(a.of(weights[level]!), count));
    total = a.add(total, count);
  }
  return a.div(weighted, total);
}

/** The raters' known scores of a subject, rising, and those that 去极值 leaves. */
export function raterScores(source: Source, subject: number): { all: CellPoints[]; kept: CellPoints[] } {
  const cells = source.raters.map(({ distinct }) => distinct.at(subject));
  const all = cells.filter(({ state }) => state === CellState.value).sort((a, b) => a.approx - b.approx);
  return { all, kept: source.trimsExtremes && all.length > 5 ? all.slice(1, -1) : all };
}

/** Score of a subject in a source that is given as one number: a total, votes or raters. */
export function singleScore<T>(a: Arithmetic<T>, source: Source, form: SourceFormCode, subject: number): T {
  if (form === SourceForm.total) return a.of(firstTotal(source, subject)!.distinct.at(subject));
  if (form === SourceForm.votes) return voteScore(a, source, subject);
  const { kept } = raterScores(source, subject);
  return a.div(
    kept.reduce((sum, cell) => a.add(sum, a.of(cell)), a.zero),
    a.whole(kept.length),
  );
}

function hasValue(columns: readonly ScoreColumn[], subject: number): boolean {
  for (const column of columns) {
    // What the lower level comes to is no word of this source on its subject.
    if (column.isFed) continue;
    const cell = column.distinct.at(subject);
    if (cell.state === CellState.value && !cell.isBlank) return true;
  }
  return false;
}

/**
 * What a subject's score in the source comes from. A wholly blank row has no value and is a missing source, also with
 * 空白=零.
 */
export function formOf(source: Source, subject: number): SourceFormCode {
  if (hasValue(source.columns, subject)) return SourceForm.indicators;
  if (hasValue(source.dimensions, subject)) return SourceForm.dimensions;
  if (firstTotal(source, subject)) return SourceForm.total;
  if (voteTable(source, subject) >= 0) return SourceForm.votes;
  for (const { distinct } of source.raters)
    if (distinct.at(subject).state === CellState.value) return SourceForm.raters;
  return SourceForm.none;
}

/** Positions of the columns in `columns` that say the same thing, first column first. */
export function sameItems(columns: readonly ScoreColumn[]): readonly (readonly number[])[] {
  const items = new Map<string, number[]>();
  columns.forEach((column, i) => {
    const key = column.indicator ? `i:${column.id}` : `d:${column.dimension}`;
    const item = items.get(key);
    if (item) item.push(i);
    else items.set(key, [i]);
  });
  return [...items.values()];
}

/**
 * Of several columns of one indicator the first that says something counts: a value or 不适用, else anything written. What
 * the lower level comes to never stands in for a cell that could not be read.
 */
export function chosenColumn(columns: readonly ScoreColumn[], item: readonly number[], subject: number): number {
  if (item.length === 1) return item[0]!;
  const state = (i: number) => columns[i]!.distinct.at(subject).state;
  const written = (i: number) => !columns[i]!.distinct.at(subject).isBlank;
  const isTyped = (i: number) => !columns[i]!.isFed;
  const isFaulty = item.some((i) => isTyped(i) && state(i) > CellState.pending);
  const open = isFaulty ? item.filter(isTyped) : item;
  const settled = open.find((i) => written(i) && state(i) <= CellState.notApplicable);
  return settled ?? open.find(written) ?? open.find((i) => columns[i]!.cells.row[subject]! >= 0) ?? open[0]!;
}
