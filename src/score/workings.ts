import { SOURCES, type Assessment, type SchemeResult, type SourceCode } from '../model';
import { CellState } from './cellPoints';
import { openLedger, subjectForm, type Ledger } from './ledger';
import { chosenColumn, columnsOf, firstTotal, SourceForm, voteTable } from './source';

/** What a score in a source is made of: nothing, points by indicator and dimension, or one number. */
export type WorkingsForm = keyof typeof SourceForm;

/** Points of one indicator, or points written for a whole dimension, as they enter a source's sum. */
export interface PointsColumn {
  /** Index into `Scheme.indicators`; null for a whole dimension. */
  readonly indicator: number | null;
  /** Index into `Scheme.dimensions`; -1 without one. */
  readonly dimension: number;
  readonly max: number;
  /** Unrounded; NaN where the subject has none that count. */
  readonly at: (subject: number) => number;
}

/** One source in play with all that its scores are computed from, unrounded, so that a sheet can compute them again. */
export interface SourceWorkings {
  readonly code: SourceCode;
  readonly form: (subject: number) => WorkingsForm;
  readonly columns: readonly PointsColumn[];
  /** The total that is given, 0..100; NaN without one. */
  readonly total: (subject: number) => number;
  /** Vote tables with the weight of each level; `voteTable` says which of them counts for a subject, -1 for none. */
  readonly votes: readonly { readonly levels: readonly string[]; readonly weights: readonly number[] }[];
  readonly voteTable: (subject: number) => number;
  readonly votesOf: (subject: number) => readonly number[];
  /** Scores of each rater, 0..100, NaN where unknown; with 去极值 the highest and the lowest of more than five go. */
  readonly raters: readonly ((subject: number) => number)[];
  readonly trimsExtremes: boolean;
}

/**
 * How the scores of each source in play came about, in the order self, peer, superior (specification, section 4). A
 * table that is ranked as it stands has none. Cells are read when they are asked for.
 */
export function openWorkings(assessment: Assessment, result: SchemeResult): SourceWorkings[] {
  const input = assessment.schemes[result.scheme]!;
  if (input.tableTotals !== null) return [];
  const ledger = openLedger(assessment, input);
  return SOURCES.flatMap((code) => {
    const k = ledger.sources.findIndex((source) => source.code === code);
    return k >= 0 && result.sources[code] ? [openOne(ledger, k, result)] : [];
  });
}

const FORMS = Object.keys(SourceForm) as WorkingsForm[];

function openOne(ledger: Ledger, k: number, result: SchemeResult): SourceWorkings {
  const source = ledger.sources[k]!;
  const form = (subject: number): WorkingsForm => FORMS[subjectForm(ledger, k, subject)]!;
  const table = (subject: number): number => voteTable(source, subject);
  return {
    code: source.code,
    form,
    columns: [...indicatorColumns(ledger, k, result), ...dimensionColumns(ledger, k, form)],
    total: (subject) => firstTotal(source, subject)?.distinct.at(subject).approx ?? NaN,
    votes: source.input.votes.map(({ levels }, i) => ({
      levels,
      weights: source.voteWeights[i]!.map(({ approx }) => approx),
    })),
    voteTable: table,
    votesOf: (subject) => source.input.votes[table(subject)]!.counts.map((counts) => counts[subject]!),
    raters: source.raters.map(
      ({ distinct }) =>
        (subject) =>
          distinct.at(subject).approx,
    ),
    trimsExtremes: source.trimsExtremes,
  };
}

/** Indicators in the order of the rules; of several columns of one indicator the points of the one that counted. */
function indicatorColumns({ items, sources, input }: Ledger, k: number, result: SchemeResult): PointsColumn[] {
  const points = result.points[sources[k]!.code] ?? [];
  const { columns, same } = items[k]![SourceForm.indicators]!;
  const own = same.flatMap((item): PointsColumn[] => {
    const column = columns[item[0]!]!;
    if (!column.indicator) return [];
    const values = item.map((i) => points[i]!);
    const at = (subject: number): number => {
      for (const list of values) if (!Number.isNaN(list[subject]!)) return list[subject]!;
      return NaN;
    };
    const indicator = input.scheme.indicators.indexOf(column.indicator);
    return [{ indicator, dimension: column.dimension, max: column.max.approx, at }];
  });
  return own.sort((a, b) => a.indicator! - b.indicator!);
}

/** Whole dimensions: all of them where there are no indicators, else those that have no column of an indicator. */
function dimensionColumns(
  { sources, items }: Ledger,
  k: number,
  form: (subject: number) => WorkingsForm,
): PointsColumn[] {
  const beside = new Set(columnsOf(sources[k]!, SourceForm.indicators));
  const { columns, same } = items[k]![SourceForm.dimensions]!;
  return same.map((item) => {
    const { dimension, max } = columns[item[0]!]!;
    const isBeside = beside.has(columns[item[0]!]!);
    const at = (subject: number): number => {
      const own = form(subject);
      if (own !== 'dimensions' && !(own === 'indicators' && isBeside)) return NaN;
      const cell = columns[chosenColumn(columns, item, subject)]!.at(subject);
      return cell.state === CellState.value ? cell.approx : NaN;
    };
    return { indicator: null, dimension, max: max.approx, at };
  });
}
