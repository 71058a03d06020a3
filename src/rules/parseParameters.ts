import type { CellRef, Issue, ParameterRow, Scheme, SchemeParameters } from '../model';
import { normaliseText, tidyText } from '../values';
import { PARAMETER_SPECS, type ParameterType, type SchemeParameterSpec } from './parameterSpecs';
import { ALLOWED, parameterValue, type ParameterValues } from './parameterValues';
import { DEFAULT_SCHEME_NAMES } from './schemeKind';
import { sourceOfName } from './sourceNames';

export interface ParsedParameters {
  /** The parameters of a scheme: its own rows, else those for all, else the defaults of its kind. */
  readonly for: (schemeName: string, kind: Scheme['kind']) => SchemeParameters;
  /** Whether a row gives the key, for the scheme or for all. */
  readonly isGiven: (schemeName: string, key: string) => boolean;
  /** Cell of the value that counts; null where the default does. */
  readonly placeOf: (schemeName: string, key: string) => CellRef | null;
  /** R02: unknown keys and values out of range; D05: a key given twice. */
  readonly issues: readonly Issue[];
}

/** What a check needs of a scheme. */
type NamedScheme = Pick<Scheme, 'name' | 'dimensions'>;

/** 同分排序 names sources, or dimensions that one of the schemes has. */
function isTieBreak(names: readonly string[], schemes: readonly NamedScheme[]): boolean {
  const known = new Set(schemes.flatMap(({ dimensions }) => dimensions.map(({ name }) => normaliseText(name))));
  return names.every((name) => sourceOfName(name) !== undefined || known.has(name));
}

/** A value as written, and the cell of it. */
interface GivenValue {
  readonly text: string;
  readonly place: CellRef | null;
}
type Values = ReadonlyMap<string, GivenValue>;
const ALL = '';

/** A key without its dots, which people leave out or write in other ways: 权重自评, 权重：自评. */
function plainKey(key: string): string {
  return normaliseText(key).replace(/[．。·:：._-]/gu, '');
}

function findSpec(key: string): SchemeParameterSpec | undefined {
  const plain = plainKey(key);
  return PARAMETER_SPECS.find((spec) => plainKey(spec.key) === plain);
}

/** The key that shares most characters with a misspelt one. */
function nearestKey(key: string): string {
  const characters = new Set(normaliseText(key));
  const shared = (spec: SchemeParameterSpec) =>
    [...new Set(spec.key)].filter((c) => c !== '.' && characters.has(c)).length;
  const best = PARAMETER_SPECS.reduce((a, b) => (shared(b) > shared(a) ? b : a));
  return shared(best) >= 2 ? best.key : '';
}

function issue(row: ParameterRow, cell: keyof ParameterRow, variant: string, data: Issue['data']): Issue {
  const scheme = tidyText(row.scheme.text) || null;
  return { code: 'R02', variant, subject: null, subjectName: null, scheme, place: row[cell].place, data };
}

/** D05: the second of two rows of one 参数 and 方案. */
function twice(row: ParameterRow, key: string): Issue {
  return { ...issue(row, 'value', 'parameter', { name: key, text: tidyText(row.value.text) }), code: 'D05' };
}

function check(
  row: ParameterRow,
  schemes: readonly NamedScheme[],
): { spec: SchemeParameterSpec; text: string } | Issue | null {
  const key = tidyText(row.key.text);
  const text = tidyText(row.value.text);
  if (key === '' && text === '') return null;
  const spec = findSpec(key);
  if (!spec) return issue(row, 'key', 'unknownKey', { text: key, options: nearestKey(key) });
  const scheme = normaliseText(row.scheme.text);
  const meant = scheme === ALL ? schemes : schemes.filter(({ name }) => normaliseText(name) === scheme);
  if (scheme !== ALL && meant.length === 0 && !DEFAULT_SCHEME_NAMES.includes(scheme))
    return issue(row, 'scheme', 'unknownScheme', { text: row.scheme.text });
  if (text === '' && spec.default !== '') return null;
  // Line breaks separate items, so the value is read as written.
  const value = parameterValue(spec.type, row.value.text);
  if (value !== undefined && (spec.type !== 'names' || isTieBreak(value as readonly string[], meant)))
    return { spec, text: row.value.text };
  const data = { parameter: spec.key, text, allowed: ALLOWED[spec.type], default: spec.default || '无' };
  return issue(row, 'value', 'outOfRange', data);
}

/**
 * A parameter sheet (考核参数) over the defaults (specification, section 9). A row with a 方案 beats one without; of two
 * rows of one 参数 and 方案 the first counts, the second is D05.
 * @example parseParameters([], []).for("党员五带头", "member").flags // 0
 */
export function parseParameters(rows: readonly ParameterRow[], schemes: readonly NamedScheme[]): ParsedParameters {
  const given = new Map<string, Map<string, GivenValue>>([[ALL, new Map()]]);
  const issues: Issue[] = [];
  for (const row of rows) {
    const checked = check(row, schemes);
    if (checked === null) continue;
    if ('code' in checked) {
      issues.push(checked);
      continue;
    }
    const scheme = normaliseText(row.scheme.text);
    const values = given.get(scheme) ?? new Map<string, GivenValue>();
    given.set(scheme, values);
    const { key } = checked.spec;
    if (values.has(key)) issues.push(twice(row, key));
    else values.set(key, { text: checked.text, place: row.value.place });
  }
  const own = (name: string): Values => given.get(normaliseText(name)) ?? new Map<string, GivenValue>();
  const all = given.get(ALL)!;
  return {
    for: (name, kind) => resolve(own(name), all, kind),
    isGiven: (name, key) => own(name).has(key) || all.has(key),
    placeOf: (name, key) => (own(name).get(key) ?? all.get(key))?.place ?? null,
    issues,
  };
}

function resolve(own: Values, all: Values, kind: Scheme['kind']): SchemeParameters {
  const value = <T extends ParameterType>(key: string, type: T): ParameterValues[T] => {
    const spec = PARAMETER_SPECS.find((candidate) => candidate.key === key)!;
    const text = (own.get(key) ?? all.get(key))?.text ?? spec.defaultOf?.[kind] ?? spec.default;
    return parameterValue(type, text)!;
  };
  return {
    weights: {
      self: value('权重.自评', 'weight'),
      peer: value('权重.民主评议', 'weight'),
      superior: value('权重.上级考核', 'weight'),
    },
    missing: {
      self: value('缺项.自评', 'missing'),
      peer: value('缺项.民主评议', 'missing'),
      superior: value('缺项.上级考核', 'missing'),
    },
    blankIsZero: value('空白', 'blank'),
    grades: value('等次', 'grades'),
    gradeWithBonus: value('等次含加分', 'yesNo'),
    topGradeQuota: value('优秀比例上限', 'quota'),
    groupBy: value('分组依据', 'grouping'),
    rankBy: value('排名依据', 'rankBy'),
    tiePlaces: value('并列', 'ties'),
    tieBreak: value('同分排序', 'names'),
    passTotal: value('达标线.总分', 'weight'),
    passDimension: value('达标线.维度', 'rate'),
    committeeGoal: value('达标目标.党委', 'rate'),
    branchGoal: value('达标目标.支部', 'rate'),
    flags: value('红旗名额', 'count'),
    flagCycle: value('红旗周期', 'cycle'),
    bonusCap: value('加分上限', 'amount'),
    totalCap: value('总分上限', 'optionalAmount'),
    voteWeights: value('票数权重', 'voteWeights'),
    trimExtremes: value('去极值', 'yesNo'),
    minMonths: value('参评.最短月数', 'optionalCount'),
    period: value('期间', 'period'),
    asOf: value('截止日', 'date'),
    graceDays: value('宽限天数', 'count'),
  };
}

/** The defaults of a kind of scheme. @example defaultParameters("member").flags // 0 */
export function defaultParameters(kind: Scheme['kind']): SchemeParameters {
  return resolve(new Map(), new Map(), kind);
}
