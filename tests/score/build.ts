import type {
  AdjustmentEntry,
  Assessment,
  CellPlaces,
  CellValue,
  Scheme,
  SchemeAssessment,
  SchemeParameters,
  SourceCode,
  SourceInput,
  Subject,
} from '../../src/model';
import { snapshotOf } from '../../src/model';
import { defaultParameters, parseRules } from '../../src/rules';
import { ruleRow } from '../rules/build';

export type Rows = readonly (readonly CellValue[])[];

/** A rule in short: [dimension, id, max, method, parameters]. */
export type ShortRule = readonly [dimension: string, id: string, max: string, method: string, parameters?: string];

/** A scheme of short rules; names are the ids. */
export function scheme(rules: readonly ShortRule[], name = '五好党委'): Scheme {
  const rows = rules.map(([dimension, id, max, method, parameters = ''], i) =>
    ruleRow(i + 1, { scheme: name, dimension, id, name: id, max, method, parameters }),
  );
  const parsed = parseRules(rows);
  if (parsed.issues.length > 0) throw new Error(JSON.stringify(parsed.issues));
  return parsed.schemes[0]!;
}

/** What a source holds in these tests: blocks of one row for each subject. */
export interface SourceCase {
  /** Columns of indicators by id, raw unless `points`. */
  readonly raw?: Readonly<Record<string, readonly CellValue[]>>;
  readonly points?: Readonly<Record<string, readonly CellValue[]>>;
  readonly dimensions?: Readonly<Record<string, readonly CellValue[]>>;
  readonly totals?: readonly CellValue[];
  readonly votes?: { readonly levels: readonly string[]; readonly counts: readonly (readonly number[])[] };
  readonly raters?: readonly (readonly CellValue[])[];
}

export interface Case {
  readonly scheme?: Scheme;
  readonly parameters?: Partial<SchemeParameters>;
  readonly sources?: Readonly<Partial<Record<SourceCode, SourceCase>>>;
  readonly tableTotals?: readonly CellValue[];
  readonly subjects: readonly (string | Partial<Subject>)[];
  /** [subject, id of the rule or "grade", times, points, grade]. */
  readonly adjustments?: readonly (readonly [number, string, CellValue?, CellValue?, CellValue?])[];
}

/** Lays columns of cells out on one sheet and remembers where they are. */
class Layout {
  readonly columns: (readonly CellValue[])[] = [];

  place(cells: readonly CellValue[]): CellPlaces {
    const column = this.columns.push(cells) - 1;
    return {
      sheet: new Int32Array(cells.length),
      row: Int32Array.from(cells, (_cell, row) => row),
      column: new Int32Array(cells.length).fill(column),
    };
  }

  rows(): CellValue[][] {
    const height = Math.max(0, ...this.columns.map((cells) => cells.length));
    return Array.from({ length: height }, (_row, r) => this.columns.map((cells) => cells[r] ?? null));
  }
}

function sourceInput(layout: Layout, target: Scheme, given: SourceCase): SourceInput {
  const columns = (reading: 'points' | 'raw', cells: SourceCase['raw'] = {}) =>
    Object.entries(cells).map(([id, values]) => ({
      indicator: target.indicators.findIndex((item) => item.id === id),
      reading,
      cells: layout.place(values),
    }));
  return {
    columns: [...columns('raw', given.raw), ...columns('points', given.points)],
    dimensions: Object.entries(given.dimensions ?? {}).map(([name, values]) => ({
      dimension: target.dimensions.findIndex((item) => item.name === name),
      cells: layout.place(values),
    })),
    totals: given.totals ? [layout.place(given.totals)] : [],
    votes: given.votes
      ? [
          {
            levels: given.votes.levels,
            counts: given.votes.counts.map((c) => Float64Array.from(c)),
            cells: layout.place([]),
          },
        ]
      : [],
    raters: (given.raters ?? []).map((cells) => layout.place(cells)),
  };
}

/** An assessment of one scheme and one sheet. */
export function assess(given: Case): Assessment {
  const target = given.scheme ?? scheme([['班子', 'A', '100', '直接打分']]);
  const layout = new Layout();
  const subjects = given.subjects.map((subject, i): Subject => {
    const own = typeof subject === 'string' ? { name: subject } : subject;
    const place = { sheet: 0, row: i, column: 0 };
    return {
      id: `U${i + 1}`,
      name: `单位${i + 1}`,
      kind: '党委',
      group: null,
      exempt: false,
      organization: i,
      place,
      ...own,
    };
  });
  const sources = Object.fromEntries(
    Object.entries(given.sources ?? {}).map(([code, source]) => [code, sourceInput(layout, target, source)]),
  );
  const tableTotals = given.tableTotals ? layout.place(given.tableTotals) : null;
  const adjustments = (given.adjustments ?? []).map(([subject, id, ...cells], row): AdjustmentEntry => {
    const rule = id === 'grade' ? id : target.adjustments.findIndex((item) => item.id === id);
    const ref = (column: number) => ({ sheet: 1, row, column });
    const [times, points, grade] = [0, 1, 2].map((i) => (cells[i] === undefined ? null : ref(i)));
    return { subject, rule, times: times!, points: points!, grade: grade!, basis: '依据', date: '', place: ref(3) };
  });
  const input: SchemeAssessment = {
    scheme: target,
    parameters: { ...defaultParameters(target.kind), ...given.parameters },
    subjects,
    sources,
    tableTotals,
    adjustments,
    resultColumns: [],
  };
  const entries = (given.adjustments ?? []).map(([, , ...cells]) => cells.map((cell) => cell ?? null));
  return assessmentOf([input], [layout.rows(), entries]);
}

/** An assessment around ready schemes whose cells lie on the given sheets. */
export function assessmentOf(schemes: readonly SchemeAssessment[], sheets: readonly Rows[]): Assessment {
  const workbook = snapshotOf(
    'test.xlsx',
    sheets.map((rows, i) => ({ name: `表${i + 1}`, rows })),
  );
  return {
    workbooks: [workbook],
    sheets: workbook.sheets.map((sheet, index) => ({
      workbook: 0,
      sheet: index,
      name: sheet.name,
      role: 'scores',
      layout: 'wide',
      source: null,
      schemes: [],
      headerRows: [],
      firstRow: 0,
      lastRow: 0,
      count: 0,
      confidence: 1,
      reasons: [],
      columns: [],
      tables: [],
    })),
    period: null,
    asOf: '2005-01-20',
    graceDays: 5,
    organizations: [],
    schemes,
    unscoredSchemes: [],
    knownSchemes: [],
    unmatched: [],
    corrections: [],
    registers: [],
    ruleRows: [],
    parameterRows: [],
    issues: [],
  };
}
