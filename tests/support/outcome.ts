import {
  a1,
  type Assessment,
  type CellRef,
  type Finding,
  type Rational,
  type Scheme,
  type SchemeParameters,
  snapshotOf,
} from '../../src/model';
import type { SchemeAssessment, SchemeResult, SheetReading, Subject } from '../../src/model';
import type { Outcome } from '../../src/app/types';

/** One subject of an outcome made for a test. */
export interface SubjectLiteral {
  readonly name: string;
  readonly group?: string;
  readonly total?: number;
  /** Index into 优秀 良好 合格 不合格. */
  readonly grade?: number;
  readonly rank?: number;
  /** Code of STATUSES. */
  readonly status?: number;
  /** Code of AWARDS. */
  readonly award?: number;
  readonly attained?: boolean;
  readonly vetoed?: boolean;
}

export const GRADES = ['优秀', '良好', '合格', '不合格'];

const whole = (n: number): Rational => ({ n: BigInt(n), d: 1n });

/** An outcome of one workbook with one scheme, its subjects in the order of the result. */
export function outcomeOf(subjects: readonly SubjectLiteral[], rest: Partial<Pick<Outcome, 'findings'>> = {}): Outcome {
  const workbook = snapshotOf('年度考核.xlsx', [
    { name: '单位名册', rows: [['单位名称'], ...subjects.map(({ name }) => [name])] },
    { name: '考核汇总', rows: [['单位名称', '总分'], ...subjects.map(({ name, total }) => [name, total ?? null])] },
  ]);
  const assessment: Assessment = {
    workbooks: [workbook],
    sheets: [reading(0, '单位名册', 'roster', subjects.length), reading(1, '考核汇总', 'scores', subjects.length)],
    period: { text: '2024年', start: '2024-01-01', end: '2024-12-31' },
    asOf: '2025-01-20',
    graceDays: 5,
    organizations: [],
    schemes: [schemeAssessment(subjects)],
    unscoredSchemes: [],
    knownSchemes: [],
    unmatched: [],
    corrections: [],
    registers: [],
    ruleRows: [],
    parameterRows: [],
    issues: [],
  };
  return {
    assessment,
    result: {
      schemes: [schemeResult(subjects)],
      attainment: [
        { target: '党委', assessed: 21, attained: 19, rate: 0.9048, goal: 0.95, short: 1 },
        { target: '第一支部', assessed: 8, attained: 7, rate: 0.875, goal: null, short: null },
      ],
      issues: [],
    },
    findings: rest.findings ?? [],
  };
}

/** A finding at a cell of the first workbook. */
export function findingAt(place: CellRef | null, part: Partial<Finding> = {}): Finding {
  return {
    code: 'G01',
    variant: 'no',
    severity: 'high',
    subject: 'U01',
    subjectName: '青柏锡矿党委',
    scheme: null,
    place,
    deadline: null,
    owed: 1,
    message: `没有实施方案${place ? a1(place) : ''}`,
    messageEn: `No implementation plan ${place ? a1(place) : ''}`,
    action: '制定并上报实施方案。',
    actionEn: 'Make the plan and send it.',
    brief: '实施方案未制定',
    briefEn: 'implementation plan not made',
    ...part,
  };
}

function reading(sheet: number, name: string, role: SheetReading['role'], count: number): SheetReading {
  return {
    workbook: 0,
    sheet,
    name,
    role,
    layout: role === 'scores' ? 'wide' : null,
    source: role === 'scores' ? 'superior' : null,
    schemes: ['五好党委'],
    headerRows: [0],
    firstRow: 1,
    lastRow: count,
    count,
    confidence: 0.9,
    reasons: [role === 'scores' ? { key: 'wide', data: { count: 1 } } : { key: 'roster', data: {} }],
    columns: [],
    tables: [],
  };
}

function schemeAssessment(literals: readonly SubjectLiteral[]): SchemeAssessment {
  const scheme: Scheme = {
    name: '五好党委',
    kind: 'committee',
    origin: 'default',
    dimensions: [],
    indicators: [],
    adjustments: [
      {
        id: 'V01',
        name: '安全事故',
        type: 'veto',
        cap: null,
        unit: null,
        kinds: [],
        effect: { type: 'cap', grade: '良好' },
        standard: '',
        place: null,
      },
    ],
  };
  const subjects = literals.map(({ name, group = null, status }, i): Subject => ({
    id: `U${String(i + 1).padStart(2, '0')}`,
    name,
    kind: '党委',
    group,
    exempt: status === 3,
    organization: null,
    place: { sheet: 0, row: i + 1, column: 0 },
  }));
  return {
    scheme,
    parameters: parameters(),
    subjects,
    sources: {},
    tableTotals: null,
    adjustments: [],
    resultColumns: [],
  };
}

function parameters(): SchemeParameters {
  return {
    weights: { self: whole(10), peer: whole(30), superior: whole(60) },
    missing: { self: 'redistribute', peer: 'redistribute', superior: 'block' },
    blankIsZero: false,
    grades: GRADES.map((name, i) => ({ name, from: whole([90, 80, 60, 0][i]!) })),
    gradeWithBonus: true,
    topGradeQuota: null,
    rankBy: 'grade',
    tiePlaces: 'competition',
    tieBreak: [],
    passTotal: whole(80),
    passDimension: { n: 4n, d: 5n },
    committeeGoal: { n: 19n, d: 20n },
    branchGoal: { n: 17n, d: 20n },
    flags: 3,
    flagCycle: null,
    groupBy: 'auto',
    bonusCap: whole(5),
    totalCap: null,
    voteWeights: [],
    trimExtremes: false,
    minMonths: null,
    period: null,
    asOf: null,
    graceDays: 5,
  };
}

function schemeResult(subjects: readonly SubjectLiteral[]): SchemeResult {
  const column = (value: (subject: SubjectLiteral) => number) => Float64Array.from(subjects, value);
  const total = column((subject) => subject.total ?? NaN);
  const grade = Int8Array.from(subjects, (subject) => subject.grade ?? -1);
  return {
    scheme: 0,
    status: Uint8Array.from(subjects, (subject) => subject.status ?? 0),
    sources: {},
    dimensions: [],
    dimensionRates: [],
    base: total,
    bonus: column(() => 0),
    penalty: column(() => 0),
    total,
    grade,
    gradeComputed: grade,
    vetoes: new Map(subjects.flatMap((subject, i) => (subject.vetoed ? [[i, [0]] as const] : []))),
    rank: Int32Array.from(subjects, (subject) => subject.rank ?? 0),
    attained: Int8Array.from(subjects, ({ attained }) => (attained === undefined ? -1 : attained ? 1 : 0)),
    award: Uint8Array.from(subjects, (subject) => subject.award ?? 0),
    points: {},
    order: Int32Array.from(subjects, (_, i) => i),
  };
}
