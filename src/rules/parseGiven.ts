import type { Rational, Tier } from '../model';
import { isNotApplicable, normaliseText, parseAmount, Q, rateOf, readRate, readYesNo } from '../values';
import type { Fault, Given, GivenParameter, ParameterSpec, RuleDefinition } from './methods';

const SEPARATOR = /[;\n、|]|,(?!\d{3}(?!\d))/u;
const COMPARED = /^(>=|=>|≥|<=|=<|≤|>|<)([^:=]{1,30})[:=](.{1,30})$/u;
const ABOVE = /^([\d.]{1,20}%?)(?:及)?(以上|以下)[:=](.{1,30})$/u;
const OTHERWISE = /^(?:其他|其它|其余|否则)[:=](.{1,30})$/u;

/** Items of 参数: full-width forms become half-width, spaces go. */
function itemsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(SEPARATOR)
    .map(normaliseText)
    .filter((item) => item !== '');
}

function split(item: string, marks: RegExp): [string, string] | null {
  const at = item.search(marks);
  return at > 0 && at < item.length - 1 ? [item.slice(0, at), item.slice(at + 1)] : null;
}

/** An amount or a percentage; `isPercent` tells which. */
function parseNumber(text: string): { number: Rational; isPercent: boolean } | null {
  if (text.endsWith('%')) {
    const rate = readRate(text);
    return rate.state === 'value' ? { number: rate.value, isPercent: true } : null;
  }
  const number = parseAmount(text);
  return number ? { number, isPercent: false } : null;
}

function inRange(number: Rational, range: ParameterSpec['range']): boolean {
  if (!range) return true;
  if (range.above !== undefined && Q.compare(number, Q.of(range.above)) <= 0) return false;
  if (range.from !== undefined && Q.compare(number, Q.of(range.from)) < 0) return false;
  return range.to === undefined || Q.compare(number, Q.of(range.to)) <= 0;
}

function parseChoice(spec: ParameterSpec, text: string): GivenParameter | null {
  const choice = spec.choices?.find(
    ({ word, synonyms, code }) => word === text || code === text || synonyms.includes(text),
  );
  return choice ? { number: null, word: choice.code, isPercent: false } : null;
}

function parseValue(spec: ParameterSpec, text: string): GivenParameter | null {
  if (spec.type === 'choice') return parseChoice(spec, text);
  if (spec.type === 'grade')
    return text === '' || isNotApplicable(text) ? null : { number: null, word: text, isPercent: false };
  if (spec.type === 'yesNo') {
    const answer = readYesNo(text);
    return answer.state === 'value' ? { number: answer.value ? Q.ONE : Q.ZERO, word: text, isPercent: false } : null;
  }
  const parsed = parseNumber(text);
  if (!parsed || (parsed.isPercent && (spec.type === 'amount' || spec.type === 'whole'))) return null;
  const number = spec.type === 'share' ? (parsed.isPercent ? parsed.number : rateOf(parsed.number)) : parsed.number;
  if (!inRange(number, spec.range) || (spec.type === 'whole' && number.d !== 1n)) return null;
  return { number, word: text, isPercent: parsed.isPercent };
}

function parseTier(item: string): (Tier & { isPercent: boolean }) | null {
  const other = OTHERWISE.exec(item);
  const compared = COMPARED.exec(item);
  const above = ABOVE.exec(item);
  const points = parseAmount(other?.[1] ?? compared?.[3] ?? above?.[3] ?? '');
  if (!points || points.n < 0n) return null;
  if (other) return { comparison: 'otherwise', bound: null, points, isPercent: false };
  const bound = parseNumber((compared?.[2] ?? above?.[1])!);
  if (!bound) return null;
  const sign = compared ? compared[1]! : above![2] === '以上' ? '>=' : '<=';
  const comparison =
    sign.length > 1 || sign === '≥' || sign === '≤' ? (/[>≥]/u.test(sign) ? '>=' : '<=') : sign === '>' ? '>' : '<';
  return { comparison, bound: bound.number, points, isPercent: bound.isPercent };
}

/** In a column of rates a bound written without % is one all the same: >=90 beside >=95%. */
function alignRates<T extends { isPercent: boolean; bound: Rational | null }>(tiers: readonly T[]): T[] {
  if (!tiers.some((tier) => tier.isPercent)) return [...tiers];
  return tiers.map((tier) => (tier.isPercent || !tier.bound ? tier : { ...tier, bound: rateOf(tier.bound) }));
}

class Reader {
  readonly values = new Map<string, GivenParameter>();
  readonly list: Given['list'][number][] = [];
  readonly tiers: Given['tiers'][number][] = [];

  constructor(private readonly rule: RuleDefinition) {}

  take(item: string): Fault | null {
    if (this.rule.list === 'tiers') return this.takeTier(item);
    const pair = split(item, /[:=]/u);
    const spec =
      pair && this.rule.parameters.find(({ key, synonyms }) => key === pair[0] || synonyms.includes(pair[0]));
    if (pair && spec) return this.takeValue(spec, pair[1], item);
    if (this.rule.list === 'none') {
      return this.rule.parameters.length === 0 ? null : { reason: 'unknownParameter', parameter: item, text: item };
    }
    // A kind is written name:points; "name=points" there would hide a misspelt key.
    if (!pair || (this.rule.list === 'kinds' && item.includes('=')))
      return { reason: 'unknownParameter', parameter: item, text: item };
    return this.takeNamed(pair[0], pair[1], item);
  }

  private takeValue(spec: ParameterSpec, text: string, item: string): Fault | null {
    if (this.values.has(spec.key)) return { reason: 'contradiction', parameter: spec.key, text: item };
    const value = parseValue(spec, text);
    if (!value) return { reason: 'badParameter', parameter: spec.key, text: item };
    this.values.set(spec.key, value);
    return null;
  }

  private takeNamed(name: string, text: string, item: string): Fault | null {
    if (this.list.some((entry) => entry.name === name)) return { reason: 'contradiction', parameter: name, text: item };
    const parsed = parseNumber(text);
    const isBad = !parsed || parsed.number.n < 0n || (parsed.isPercent && this.rule.list !== 'levels');
    if (isBad) return { reason: 'badParameter', parameter: name, text: item };
    this.list.push({ name, amount: parsed.number, isPercent: parsed.isPercent });
    return null;
  }

  private takeTier(item: string): Fault | null {
    const tier = parseTier(item);
    if (!tier) return { reason: 'badParameter', parameter: item, text: item };
    this.tiers.push(tier);
    return null;
  }
}

/**
 * The 参数 of a rule read against the keys of its method, defaults filled in; or the first thing wrong with it.
 * @example parseGiven("每次＝0.5；目标＝12", deduct).values.get("目标")?.number // 12
 */
export function parseGiven(text: string, rule: RuleDefinition): Given | Fault {
  const reader = new Reader(rule);
  for (const item of isNotApplicable(text) ? [] : itemsOf(text)) {
    const fault = reader.take(item);
    if (fault) return fault;
  }
  for (const spec of rule.parameters) {
    if (reader.values.has(spec.key) || spec.isOptional) continue;
    if (spec.default === null) return { reason: 'missingParameter', parameter: spec.key, text: '' };
    reader.values.set(spec.key, parseValue(spec, spec.default)!);
  }
  return { values: alignMeasures(rule, reader.values), list: reader.list, tiers: alignRates(reader.tiers) };
}

/** 界限=95 beside 步长=5% is 95%: the measures of one rule share their unit. */
function alignMeasures(
  rule: RuleDefinition,
  values: ReadonlyMap<string, GivenParameter>,
): ReadonlyMap<string, GivenParameter> {
  const measures = rule.parameters.filter((spec) => spec.type === 'measure').map((spec) => spec.key);
  if (!measures.some((key) => values.get(key)?.isPercent)) return values;
  return new Map(
    [...values].map(([key, value]) => [
      key,
      measures.includes(key) && !value.isPercent && value.number ? { ...value, number: rateOf(value.number) } : value,
    ]),
  );
}
