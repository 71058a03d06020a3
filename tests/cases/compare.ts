import { basename } from 'node:path';
import type { ResultJson } from '../../src/app';

type SubjectJson = ResultJson['subjects'][number];
type FindingJson = ResultJson['findings'][number];

/** A finding that must, or may, be reported; what is null is not compared. */
export interface ExpectedFinding {
  readonly code: string;
  readonly subject: string | null;
  readonly workbook?: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
}

/** What a case must give. */
export interface ExpectedResult {
  readonly period: string | null;
  readonly asOf: string | null;
  readonly sheets: readonly (Pick<ResultJson['sheets'][number], 'workbook' | 'name' | 'role'> & {
    readonly layout?: string | null;
    readonly source?: string | null;
    readonly headerRows?: readonly number[] | null;
  })[];
  readonly subjects: readonly SubjectJson[];
  readonly attainment: ResultJson['attainment'];
  readonly findings: readonly ExpectedFinding[];
  /** May be reported; one without subject allows its code anywhere. */
  readonly findingsOptional?: readonly ExpectedFinding[];
  /** At least one of each list must be reported. */
  readonly findingsAnyOf?: readonly (readonly ExpectedFinding[])[];
  /** Schemes whose rules cannot be read; their subjects have no total. */
  readonly unscoredSchemes?: readonly string[];
}

/** Findings of these codes stand at one cell; the others anywhere in its row. */
const EXACT_CELL = new Set(['D02', 'D03', 'D06', 'D07', 'D10']);
/** Findings that belong to no cell. */
const NO_PLACE = new Set(['G20', 'G24', 'T01', 'T02', 'T03']);
/** Findings of these codes must not be reported unless they are expected. */
const STRICT = new Set(
  (
    'D01 D02 D03 D04 D05 D06 D07 D08 D09 D10 R01 R02 T01 T02 ' +
    'G00 G01 G02 G03 G04 G06 G07 G08 G09 G10 G11 G12 G13 G15 G16 G19 G20 G23 G24'
  ).split(' '),
);
const COMPARED = [
  'status',
  'base',
  'bonus',
  'penalty',
  'total',
  'grade',
  'vetoes',
  'rank',
  'attained',
  'award',
  'group',
  'kind',
] as const;
/** What a subject of an existing table does not have (specification, section 12). */
const NOT_IN_TABLES: ReadonlySet<string> = new Set(['base', 'bonus', 'penalty', 'kind', 'attained']);
/** What a subject without numbers does not have. */
const NOT_WITHOUT_SCORE: ReadonlySet<string> = new Set(['base', 'bonus', 'penalty', 'vetoes', 'attained']);

/** Everything in which a result is not what its case expects, as sentences; empty when it is. */
export function differences(expected: ExpectedResult, actual: ResultJson): string[] {
  return [
    ...subjectDifferences(expected, actual),
    ...attainmentDifferences(expected, actual),
    ...findingDifferences(expected, actual),
    ...sheetDifferences(expected, actual),
    ...(['period', 'asOf'] as const).flatMap((key) =>
      expected[key] === null ? [] : differ(key, expected[key], actual[key]),
    ),
  ];
}

function differ(what: string, expected: unknown, actual: unknown): string[] {
  const [e, a] = [JSON.stringify(rounded(expected)), JSON.stringify(rounded(actual))];
  return e === a ? [] : [`${what}: expected ${e}, got ${a}`];
}

function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : (value ?? null);
}

/** Subjects are known by scheme and id, those of an existing table by name. */
function keyOf({ scheme, id, name }: SubjectJson): string {
  return id === null ? `:${name}` : `${scheme}:${id}`;
}

function subjectDifferences(expected: ExpectedResult, actual: ResultJson): string[] {
  const found = new Map<string, SubjectJson>();
  for (const subject of actual.subjects) if (!found.has(keyOf(subject))) found.set(keyOf(subject), subject);
  const wanted = new Set(expected.subjects.map(keyOf));
  const list = expected.subjects.flatMap((subject) => {
    const other = found.get(keyOf(subject));
    return other ? oneSubject(subject, other) : [`missing subject ${subject.scheme} ${subject.name}`];
  });
  const unscored = new Set(expected.unscoredSchemes);
  for (const [key, { scheme, name, total }] of found) {
    if (!wanted.has(key) && !(unscored.has(scheme) && total === null)) list.push(`extra subject ${scheme} ${name}`);
  }
  const order = (subjects: readonly SubjectJson[]) =>
    subjects.map(keyOf).filter((key) => wanted.has(key) && found.has(key));
  return [...list, ...differ('order of subjects', order(expected.subjects), order(actual.subjects))];
}

function oneSubject(expected: SubjectJson, actual: SubjectJson): string[] {
  const label = `${expected.scheme} ${expected.name}`;
  const hasNoScore = expected.status === 'exempt' || expected.status === 'blocked';
  const isOfTable = expected.id === null;
  const list = COMPARED.flatMap((key) => {
    const isLeftOut = (isOfTable && NOT_IN_TABLES.has(key)) || (hasNoScore && NOT_WITHOUT_SCORE.has(key));
    return isLeftOut || (key === 'kind' && expected.kind === null)
      ? []
      : differ(`${label} ${key}`, expected[key], actual[key]);
  });
  if (isOfTable || hasNoScore) return list;
  for (const key of ['sources', 'dimensions'] as const) {
    const own = new Map(Object.entries(actual[key] ?? {}));
    for (const [name, value] of Object.entries(expected[key] ?? {})) {
      list.push(...differ(`${label} ${key}.${name}`, value, own.get(name)));
    }
  }
  return list;
}

function attainmentDifferences(expected: ExpectedResult, actual: ResultJson): string[] {
  const found = new Map(actual.attainment.map((line) => [line.target, line]));
  return expected.attainment.flatMap((line) => {
    const other = found.get(line.target);
    const keys = [
      ...(['assessed', 'attained', 'rate'] as const),
      ...(line.goal === null ? [] : (['goal', 'short'] as const)),
    ];
    return keys.flatMap((key) => differ(`attainment ${line.target} ${key}`, line[key], other?.[key]));
  });
}

function rowOf(cell: string | null | undefined): string {
  return (cell ?? '').replace(/\D/g, '');
}

function isMet(expected: ExpectedFinding, actual: FindingJson): boolean {
  const { code, subject, workbook, sheet, cell } = expected;
  if (code !== actual.code || (subject !== null && subject !== actual.subject)) return false;
  if (sheet && !NO_PLACE.has(code) && sheet !== actual.sheet) return false;
  if (workbook && actual.workbook && basename(actual.workbook) !== workbook) return false;
  if (!cell) return true;
  return EXACT_CELL.has(code) ? cell === actual.cell : rowOf(cell) === rowOf(actual.cell);
}

function findingDifferences(expected: ExpectedResult, actual: ResultJson): string[] {
  const list: string[] = [];
  const used = new Set<number>();
  for (const wanted of expected.findings) {
    const at = actual.findings.findIndex((finding, i) => !used.has(i) && isMet(wanted, finding));
    if (at < 0) list.push(`missing finding ${JSON.stringify(wanted)}`);
    else used.add(at);
  }
  for (const any of expected.findingsAnyOf ?? []) {
    if (!any.some((wanted) => actual.findings.some((finding) => isMet(wanted, finding))))
      list.push(`none of ${JSON.stringify(any)}`);
  }
  const isAllowed = (finding: FindingJson) =>
    // The same thing may be said twice.
    expected.findings.some((wanted) => isMet(wanted, finding)) ||
    (expected.findingsAnyOf ?? []).flat().some((wanted) => isMet(wanted, finding)) ||
    (expected.findingsOptional ?? []).some(
      (wanted) => isMet(wanted, finding) || (wanted.code === finding.code && wanted.subject === null),
    );
  actual.findings.forEach((finding, i) => {
    if (used.has(i) || !STRICT.has(finding.code) || isAllowed(finding)) return;
    const { code, subject, sheet, cell, message } = finding;
    list.push(`unexpected finding ${JSON.stringify({ code, subject, sheet, cell, message })}`);
  });
  return list;
}

/** What a sheet that looks like a register, yet is none of the known ones, may be taken for. */
const NO_REGISTER = new Set(['other', 'scores', 'roster', 'members', 'rules', 'parameters', 'votes', 'adjustments']);

function sheetDifferences(expected: ExpectedResult, actual: ResultJson): string[] {
  const found = new Map(actual.sheets.map((sheet) => [`${basename(sheet.workbook)}:${sheet.name}`, sheet]));
  return expected.sheets.flatMap((sheet) => {
    const other = found.get(`${sheet.workbook}:${sheet.name}`);
    if (!other) return sheet.role === 'other' ? [] : [`sheet ${sheet.name} is not listed`];
    const isRoleMet = sheet.role === other.role || (sheet.role === 'register' && !NO_REGISTER.has(other.role));
    if (!isRoleMet) return differ(`sheet ${sheet.name} role`, sheet.role, other.role);
    if (sheet.role !== 'scores') return [];
    return (['layout', 'source', 'headerRows'] as const).flatMap((key) =>
      sheet[key] === null || sheet[key] === undefined
        ? []
        : differ(`sheet ${sheet.name} ${key}`, sheet[key], other[key]),
    );
  });
}
