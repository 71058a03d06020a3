import {
  a1,
  type Assessment,
  type Attainment,
  type CellRef,
  type Finding,
  type Reason,
  type RegisterLayout,
  type SchemeAssessment,
  type SchemeResult,
  type ScoreLayout,
  type SheetRole,
  type SourceCode,
  STATUSES,
} from '../model';
import type { Outcome } from './types';

/** A cell of the scored workbooks, as people and hosts name it. */
export interface Place {
  /** Index into `Summary.workbooks`. */
  readonly workbook: number;
  readonly sheet: string;
  /** Rows and columns from 0. */
  readonly row: number;
  readonly column: number;
  /** A1 text of row and column. */
  readonly cell: string;
}

/** What a sheet was taken for. */
export interface SheetSummary {
  readonly place: Place;
  readonly role: SheetRole;
  readonly layout: ScoreLayout | RegisterLayout | null;
  readonly source: SourceCode | null;
  readonly count: number;
  readonly confidence: number;
  /** Why: texts `recognise.reason.*`, to be translated where they are shown. */
  readonly reasons: readonly Reason[];
}

/** A gap with its cell in the words of a host. */
export interface FindingSummary extends Omit<Finding, 'place'> {
  readonly place: Place | null;
}

/** Results of one scheme as columns in the order of the result: group, then rank, then roster order. */
export interface SchemeSummary {
  readonly name: string;
  /** Best first. */
  readonly grades: readonly { readonly name: string; readonly count: number }[];
  /** Subjects with each status, in the order of the model's STATUSES. */
  readonly statusCounts: readonly number[];
  /** Subjects with each award, in the order of the model's AWARDS; the first counts those without. */
  readonly awardCounts: readonly number[];
  /** Names of the ranking groups in order; empty when the scheme has one group only. */
  readonly groups: readonly string[];
  readonly names: readonly string[];
  /** Id of each subject; "" without one. */
  readonly ids: readonly string[];
  /** Index into `groups`, -1 without a group. */
  readonly group: Int32Array;
  /** Index of each subject in the assessment, by which it is explained. */
  readonly subject: Int32Array;
  readonly status: Uint8Array;
  readonly total: Float64Array;
  /** Index into `grades`, -1 without a grade. */
  readonly grade: Int8Array;
  readonly rank: Int32Array;
  readonly attained: Int8Array;
  readonly award: Uint8Array;
  readonly vetoed: Uint8Array;
  /** Cell that names each subject: index into `Summary.sheets`, row and column from 0. */
  readonly placeSheet: Int32Array;
  readonly placeRow: Int32Array;
  readonly placeColumn: Int32Array;
}

/** Everything that the task pane shows of a run: plain data that moves between threads. */
export interface Summary {
  readonly workbooks: readonly string[];
  readonly period: string | null;
  readonly asOf: string;
  readonly sheets: readonly SheetSummary[];
  readonly schemes: readonly SchemeSummary[];
  /** Schemes whose rules must be mended before they can be scored. */
  readonly unscoredSchemes: readonly string[];
  readonly attainment: readonly Attainment[];
  readonly findings: readonly FindingSummary[];
}

/** A run in the words of the task pane. */
export function summarize({ assessment, result, findings }: Outcome): Summary {
  return {
    workbooks: assessment.workbooks.map((workbook) => workbook.name),
    period: assessment.period?.text ?? null,
    asOf: assessment.asOf,
    sheets: assessment.sheets.map((reading, sheet) => ({
      place: placeOf(assessment, { sheet, row: 0, column: 0 }),
      role: reading.role,
      layout: reading.layout,
      source: reading.source,
      count: reading.count,
      confidence: reading.confidence,
      reasons: reading.reasons,
    })),
    schemes: result.schemes.map((scheme) => summarizeScheme(assessment.schemes[scheme.scheme]!, scheme)),
    unscoredSchemes: assessment.unscoredSchemes,
    attainment: result.attainment,
    findings: findings.map((finding) => ({
      ...finding,
      place: finding.place && placeOf(assessment, finding.place),
    })),
  };
}

/** A cell of the assessment in the words of a host. */
export function placeOf(assessment: Assessment, ref: CellRef): Place {
  const reading = assessment.sheets[ref.sheet]!;
  return { workbook: reading.workbook, sheet: reading.name, row: ref.row, column: ref.column, cell: a1(ref) };
}

/** The cell that names a subject of the summary. */
export function subjectPlace(summary: Summary, scheme: SchemeSummary, i: number): Place {
  const cell = { row: scheme.placeRow[i]!, column: scheme.placeColumn[i]! };
  return { ...summary.sheets[scheme.placeSheet[i]!]!.place, ...cell, cell: a1(cell) };
}

function summarizeScheme(input: SchemeAssessment, result: SchemeResult): SchemeSummary {
  const { order } = result;
  const subjects = Array.from(order, (at) => input.subjects[at]!);
  const groups = [...new Set(subjects.map((subject) => subject.group).filter((name) => name !== null))];
  const groupIndex = new Map(groups.map((name, i) => [name, i]));
  const grade = order.length > 0 ? pick(result.grade, order) : new Int8Array();
  const status = pick(result.status, order);
  const award = pick(result.award, order);
  return {
    name: input.scheme.name,
    grades: input.parameters.grades.map(({ name }, i) => ({ name, count: countOf(grade, i) })),
    statusCounts: STATUSES.map((_, i) => countOf(status, i)),
    awardCounts: [0, 1, 2].map((i) => countOf(award, i)),
    groups: groups.length > 1 ? groups : [],
    names: subjects.map((subject) => subject.name),
    ids: subjects.map((subject) => subject.id ?? ''),
    group: Int32Array.from(subjects, ({ group }) => (group === null ? -1 : groupIndex.get(group)!)),
    subject: order.slice(),
    status,
    total: pick(result.total, order),
    grade,
    rank: pick(result.rank, order),
    attained: pick(result.attained, order),
    award,
    vetoed: Uint8Array.from(order, (at) => (result.vetoes.has(at) ? 1 : 0)),
    placeSheet: Int32Array.from(subjects, ({ place }) => place.sheet),
    placeRow: Int32Array.from(subjects, ({ place }) => place.row),
    placeColumn: Int32Array.from(subjects, ({ place }) => place.column),
  };
}

type Column = Float64Array | Int32Array | Int8Array | Uint8Array;

/** Entries of a column in another order, as a column of the same kind. */
function pick<T extends Column>(column: T, order: Int32Array): T {
  const picked = new (column.constructor as new (length: number) => T)(order.length);
  for (let i = 0; i < order.length; i++) picked[i] = column[order[i]!]!;
  return picked;
}

function countOf(column: Column, wanted: number): number {
  let count = 0;
  for (const value of column) if (value === wanted) count++;
  return count;
}
