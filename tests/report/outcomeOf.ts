import {
  AWARDS,
  snapshotOf,
  SOURCES,
  STATUSES,
  type Assessment,
  type Attainment,
  type Award,
  type CellPlaces,
  type CellRef,
  type Finding,
  type Indicator,
  type ResultColumn,
  type Scheme,
  type SchemeAssessment,
  type SchemeParameters,
  type SchemeResult,
  type SheetLiteral,
  type SheetReading,
  type SourceCode,
  type SourceInput,
  type SubjectKind,
  type SubjectStatus,
} from '../../src/model';
import type { ReportSource } from '../../src/report';
import { Q } from '../../src/values';

/** One subject with its results as they stand in the specification, section 11. */
export interface SubjectLiteral {
  id?: string | null;
  name: string;
  kind?: SubjectKind | null;
  group?: string | null;
  status?: SubjectStatus;
  sources?: Partial<Record<SourceCode, number | null>>;
  dimensions?: Readonly<Record<string, number>>;
  base?: number | null;
  bonus?: number;
  penalty?: number;
  total?: number | null;
  grade?: string | null;
  gradeComputed?: string;
  rank?: number | null;
  attained?: boolean | null;
  /** Rates of dimensions by name, 0..1; without them none is known. */
  dimensionRates?: Readonly<Record<string, number>>;
  award?: Award | null;
  vetoes?: readonly number[];
  /** Points by source, one for each indicator; null where unknown. */
  points?: Partial<Record<SourceCode, readonly (number | null)[]>>;
}

export interface SchemeLiteral {
  name: string;
  kind?: Scheme['kind'];
  indicators?: readonly {
    id: string;
    name: string;
    dimension?: string;
    max: number;
    nature?: Indicator['nature'];
  }[];
  adjustments?: Scheme['adjustments'];
  subjects: readonly SubjectLiteral[];
  parameters?: Partial<SchemeParameters>;
  resultColumns?: readonly ResultColumn[];
  /** Sheet that each source's points stand on, for write-backs of 得分. */
  sheetOf?: Partial<Record<SourceCode, number>>;
}

export interface OutcomeLiteral {
  schemes: readonly SchemeLiteral[];
  findings?: readonly Partial<Finding>[];
  attainment?: readonly Attainment[];
  sheets?: readonly (SheetLiteral &
    Partial<Pick<SheetReading, 'role' | 'source' | 'columns' | 'firstRow' | 'lastRow'>>)[];
  period?: Assessment['period'];
}

const PARAMETERS: SchemeParameters = {
  weights: { self: Q.of(10), peer: Q.of(30), superior: Q.of(60) },
  missing: { self: 'redistribute', peer: 'redistribute', superior: 'block' },
  blankIsZero: false,
  grades: [
    { name: '优秀', from: Q.of(90) },
    { name: '良好', from: Q.of(80) },
    { name: '合格', from: Q.of(60) },
    { name: '不合格', from: Q.of(0) },
  ],
  gradeWithBonus: true,
  topGradeQuota: null,
  rankBy: 'grade',
  tiePlaces: 'competition',
  tieBreak: [],
  passTotal: Q.of(80),
  passDimension: Q.of('0.8'),
  committeeGoal: Q.of('0.95'),
  branchGoal: Q.of('0.85'),
  flags: 3,
  flagCycle: null,
  groupBy: 'auto',
  bonusCap: Q.of(5),
  totalCap: null,
  voteWeights: [],
  trimExtremes: false,
  minMonths: null,
  period: null,
  asOf: null,
  graceDays: 5,
};

/** What a run would have found, from literals, so that the report can be looked at alone. */
export function outcomeOf(given: OutcomeLiteral): ReportSource {
  const literals = given.sheets ?? [{ name: '考核', rows: [['单位']] }];
  const assessment: Assessment = {
    workbooks: [snapshotOf('考核.xlsx', literals)],
    sheets: literals.map((literal, sheet) => sheetOf(literal, sheet)),
    period: given.period === undefined ? { text: '2004年度', start: '2004-01-01', end: '2004-12-31' } : given.period,
    asOf: '2005-01-20',
    graceDays: 5,
    organizations: [],
    schemes: given.schemes.map(schemeOf),
    unscoredSchemes: [],
    knownSchemes: [],
    unmatched: [],
    corrections: [],
    registers: [],
    ruleRows: [],
    parameterRows: [],
    issues: [],
  };
  const schemes = given.schemes.map((literal, index) => resultOf(literal, index, assessment.schemes[index]!));
  const findings = (given.findings ?? []).map(findingOf);
  return { assessment, result: { schemes, attainment: given.attainment ?? [], issues: [] }, findings };
}

function sheetOf(literal: NonNullable<OutcomeLiteral['sheets']>[number], sheet: number): SheetReading {
  const {
    name,
    role = 'scores',
    source = null,
    columns = [],
    firstRow = 1,
    lastRow = literal.rows.length - 1,
  } = literal;
  return {
    workbook: 0,
    sheet,
    name,
    role,
    layout: null,
    source,
    schemes: [],
    headerRows: [0],
    firstRow,
    lastRow,
    count: 0,
    confidence: 1,
    reasons: [],
    columns,
    tables: [],
  };
}

function findingOf(finding: Partial<Finding>): Finding {
  return {
    code: 'G01',
    variant: 'no',
    severity: 'high',
    subject: null,
    subjectName: null,
    scheme: null,
    place: null,
    deadline: null,
    owed: 1,
    message: '问题',
    messageEn: 'problem',
    action: '建议',
    actionEn: 'action',
    brief: '实施方案未制定',
    briefEn: 'implementation plan not made',
    ...finding,
  };
}

function schemeOf(literal: SchemeLiteral): SchemeAssessment {
  const indicators = (literal.indicators ?? []).map((line): Indicator => ({
    id: line.id,
    name: line.name,
    dimension: line.dimension ?? null,
    max: Q.of(line.max),
    method: { code: 'points' },
    isRate: false,
    nature: line.nature ?? 'quantitative',
    standard: '',
    place: null,
  }));
  const names = new Set(indicators.flatMap(({ dimension }) => (dimension === null ? [] : [dimension])));
  for (const { dimensions } of literal.subjects) for (const name of Object.keys(dimensions ?? {})) names.add(name);
  return {
    scheme: {
      name: literal.name,
      kind: literal.kind ?? 'committee',
      origin: 'default',
      dimensions: [...names].map((name) => ({ name, statedMax: null, place: null })),
      indicators,
      adjustments: literal.adjustments ?? [],
    },
    parameters: { ...PARAMETERS, ...literal.parameters },
    subjects: literal.subjects.map(({ id = null, name, kind = null, group = null, status }) => ({
      id,
      name,
      kind,
      group,
      exempt: status === 'exempt',
      organization: null,
      place: { sheet: 0, row: 0, column: 0 },
    })),
    sources: sourceInputs(literal),
    tableTotals: null,
    adjustments: [],
    resultColumns: literal.resultColumns ?? [],
  };
}

/** One cell for each subject: row 0 on for the first, and so on, in one column. */
export function placesIn(sheet: number, column: number, count: number, firstRow = 1): CellPlaces {
  return {
    sheet: new Int32Array(count).fill(sheet),
    row: Int32Array.from({ length: count }, (_, index) => firstRow + index),
    column: new Int32Array(count).fill(column),
  };
}

function sourceInputs({ subjects, indicators = [], sheetOf: sheets = {} }: SchemeLiteral): SchemeAssessment['sources'] {
  const inputs: Partial<Record<SourceCode, SourceInput>> = {};
  for (const source of SOURCES) {
    if (!subjects.some(({ points }) => points?.[source])) continue;
    const columns = indicators.map((_, indicator) => ({
      indicator,
      reading: 'points' as const,
      cells: placesIn(sheets[source] ?? 0, indicator + 1, subjects.length),
    }));
    inputs[source] = { columns, dimensions: [], totals: [], votes: [], raters: [] };
  }
  return inputs;
}

function resultOf(literal: SchemeLiteral, index: number, { scheme, parameters }: SchemeAssessment): SchemeResult {
  const { subjects } = literal;
  const column = (value: (subject: SubjectLiteral) => number | null | undefined) =>
    Float64Array.from(subjects, (subject) => value(subject) ?? NaN);
  const gradeIndex = (name: string | null | undefined) => parameters.grades.findIndex((grade) => grade.name === name);
  const inPlay = SOURCES.filter((source) => subjects.some(({ sources }) => typeof sources?.[source] === 'number'));
  const rank = Int32Array.from(subjects, ({ rank: place }) => place ?? 0);
  const groups = [...new Set(subjects.map(({ group }) => group ?? null))];
  const order = subjects
    .map((_, subject) => subject)
    .sort(
      (a, b) =>
        groups.indexOf(subjects[a]!.group ?? null) - groups.indexOf(subjects[b]!.group ?? null) ||
        (rank[a] || Infinity) - (rank[b] || Infinity) ||
        a - b,
    );
  return {
    scheme: index,
    status: Uint8Array.from(subjects, ({ status = 'scored' }) => STATUSES.indexOf(status)),
    sources: Object.fromEntries(inPlay.map((source) => [source, column(({ sources }) => sources?.[source])])),
    dimensions: scheme.dimensions.map(({ name }) => column(({ dimensions }) => dimensions?.[name])),
    dimensionRates: scheme.dimensions.map(({ name }) => column(({ dimensionRates }) => dimensionRates?.[name] ?? null)),
    base: column(({ base }) => base),
    bonus: column(({ bonus }) => bonus),
    penalty: column(({ penalty }) => penalty),
    total: column(({ total }) => total),
    grade: Int8Array.from(subjects, ({ grade }) => gradeIndex(grade)),
    gradeComputed: Int8Array.from(subjects, ({ grade, gradeComputed }) => gradeIndex(gradeComputed ?? grade)),
    vetoes: new Map(subjects.flatMap(({ vetoes }, subject) => (vetoes?.length ? [[subject, vetoes] as const] : []))),
    rank,
    attained: Int8Array.from(subjects, ({ attained }) =>
      attained === undefined || attained === null ? -1 : +attained,
    ),
    award: Uint8Array.from(subjects, ({ award = null }) => AWARDS.indexOf(award)),
    points: Object.fromEntries(
      SOURCES.filter((source) => subjects.some(({ points }) => points?.[source])).map((source) => [
        source,
        (literal.indicators ?? []).map((_, line) => column(({ points }) => points?.[source]?.[line])),
      ]),
    ),
    order: Int32Array.from(order),
  };
}

/** A cell of the first workbook. */
export function cell(sheet: number, row: number, column: number): CellRef {
  return { sheet, row, column };
}
