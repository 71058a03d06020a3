import { translate, type Locale, type TextData } from '../../i18n';
import type { SchemeAssessment, SchemeParameters } from '../../model';
import { ALLOWED, PARAMETER_SPECS, parameterTexts, parameterValue, parseParameters, sourceOfName } from '../../rules';
import { findLevel, normaliseText, parseAmount, Q } from '../../values';
import type { ParameterChange, WhatIfProblem } from './whatIf';

type Problem = Omit<WhatIfProblem, 'scheme'>;

/** Parameters by which recognition decides who is assessed, when and in which group: they need a run. */
const NEEDS_RUN = new Set(['分组依据', '参评.最短月数', '期间', '截止日', '宽限天数']);
/** Parameters that can be tried. */
export const TRIABLE = PARAMETER_SPECS.filter(({ key }) => !NEEDS_RUN.has(key));

const WEIGHTS = ['权重.自评', '权重.民主评议', '权重.上级考核'];
const RUN_ONLY = ['groupBy', 'minMonths', 'period', 'asOf', 'graceDays'] as const satisfies (keyof SchemeParameters)[];

class Checker {
  readonly problems: Problem[] = [];

  constructor(private readonly locale: Locale) {}

  add(field: string, isError: boolean, name: string, data: TextData = {}): void {
    this.problems.push({ field, isError, text: translate(this.locale, `app.whatIf.${name}`, data) });
  }
}

/** Why bands cannot be read, as exactly as can be said. */
function checkBands(text: string, checker: Checker): void {
  const items = text
    .normalize('NFKC')
    .split(/[;,、\n]/u)
    .map(normaliseText)
    .filter((item) => item !== '')
    .map((item) => {
      const at = item.search(/[:=]/u);
      return { name: item.slice(0, Math.max(0, at)), from: parseAmount(item.slice(at + 1).replace(/^>=?|^≥/u, '')) };
    });
  const unread = items.find(({ name, from }) => name === '' || !from);
  if (items.length === 0 || unread) return checker.add('等次', true, 'bandsUnread', { example: ALLOWED.grades });
  const overlap = items.findIndex(({ from }, i) => i > 0 && Q.compare(from!, items[i - 1]!.from!) >= 0);
  if (overlap > 0) {
    const [upper, lower] = [items[overlap - 1]!, items[overlap]!];
    const data = { upper: upper.name, lower: lower.name, from: Q.formatRational(upper.from!) };
    return checker.add('等次', true, 'bandsOverlap', data);
  }
  const last = items.at(-1)!;
  if (last.from!.n > 0n)
    return checker.add('等次', true, 'bandsHole', { name: last.name, from: Q.formatRational(last.from!) });
  checker.add('等次', true, 'bandsUnread', { example: ALLOWED.grades });
}

/** Names of 同分排序 that are neither a source nor a dimension. */
function strangers(names: readonly string[], { scheme }: SchemeAssessment): string[] {
  const known = new Set(scheme.dimensions.map(({ name }) => normaliseText(name)));
  return names.filter((name) => sourceOfName(name) === undefined && !known.has(name));
}

function checkOne({ key, value }: ParameterChange, input: SchemeAssessment, checker: Checker): void {
  const spec = TRIABLE.find((one) => one.key === key);
  if (!spec) return checker.add(key, true, 'unknown', { key });
  const read = parameterValue(spec.type, value);
  if (read === undefined) {
    if (spec.type === 'grades') return checkBands(value, checker);
    return checker.add(key, true, 'notAllowed', { allowed: ALLOWED[spec.type] });
  }
  const unknown = spec.type === 'names' ? strangers(read as readonly string[], input) : [];
  if (unknown.length > 0) checker.add(key, true, 'tieNames', { names: unknown.join('、') });
}

/** What only shows when all parameters are seen together. */
function checkWhole(
  parameters: SchemeParameters,
  { scheme, sources }: SchemeAssessment,
  changed: ReadonlySet<string>,
  checker: Checker,
): void {
  const { weights, grades, totalCap } = parameters;
  if (WEIGHTS.some((key) => changed.has(key))) {
    const sum = Q.sum(Object.values(weights));
    const counted = Object.keys(sources) as (keyof typeof weights)[];
    if (counted.every((code) => weights[code].n === 0n)) checker.add(WEIGHTS[0]!, true, 'noWeight');
    else if (!Q.equals(sum, Q.HUNDRED)) checker.add(WEIGHTS[0]!, false, 'weights', { sum: Q.formatRational(sum) });
  }
  if (changed.has('等次')) {
    const names = grades.map(({ name }) => name);
    for (const { effect, name, place } of scheme.adjustments) {
      // A default veto means the grades by rank, whatever they are called.
      if (place === null || !effect || effect.type === 'drop' || findLevel(effect.grade, names) >= 0) continue;
      checker.add('等次', true, 'vetoGrade', { rule: name, grade: effect.grade });
    }
  }
  const top = grades[0]!;
  if ((changed.has('等次') || changed.has('总分上限')) && totalCap && Q.compare(totalCap, top.from) < 0) {
    const data = { cap: Q.formatRational(totalCap), grade: top.name, from: Q.formatRational(top.from) };
    checker.add('总分上限', false, 'capBelow', data);
  }
}

/** The parameters of a scheme with some of them changed; null when something is wrong with a change. */
export function editParameters(
  input: SchemeAssessment,
  changes: readonly ParameterChange[],
  locale: Locale,
): { readonly parameters: SchemeParameters | null; readonly problems: readonly Problem[] } {
  const checker = new Checker(locale);
  for (const change of changes) checkOne(change, input, checker);
  if (checker.problems.length > 0) return { parameters: null, problems: checker.problems };
  const before = input.parameters;
  const texts = new Map([...parameterTexts(before), ...changes.map(({ key, value }) => [key, value] as const)]);
  const cell = (text: string) => ({ text, place: null });
  const rows = [...texts].map(([key, value]) => ({ scheme: cell(''), key: cell(key), value: cell(value) }));
  const read = parseParameters(rows, [input.scheme]).for(input.scheme.name, input.scheme.kind);
  const changed = new Set(changes.map(({ key }) => key));
  const parameters = {
    ...read,
    ...Object.fromEntries(RUN_ONLY.map((name) => [name, before[name]])),
    // What is the very same need not be read again.
    ...(changed.has('等次') ? {} : { grades: before.grades }),
  };
  checkWhole(parameters, input, changed, checker);
  const { problems } = checker;
  return { parameters: problems.some(({ isError }) => isError) ? null : parameters, problems };
}
