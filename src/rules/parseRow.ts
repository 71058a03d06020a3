import type { AdjustmentRule, Indicator, Rational, RuleRow, RuleText, VetoEffect } from '../model';
import { isNotApplicable, normaliseText, Q, readNumber, splitLabel, tidyText } from '../values';
import { findRule, methodDefinition, RULE_DEFINITIONS, type Fault, type Given, type RuleDefinition } from './methods';
import { fault } from './methods/shared';
import { fromBelow } from './fromBelow';
import { parseGiven } from './parseGiven';

/** What is wrong with a rule row: the cell and the variant and data of R01. */
export interface RowFault {
  readonly cell: RuleText;
  readonly reason: string;
  readonly data: Readonly<Record<string, string | number>>;
}

export type ParsedRow =
  | { readonly type: 'indicator'; readonly indicator: Indicator }
  | { readonly type: 'adjustment'; readonly adjustment: AdjustmentRule };

/** The id of a row: 指标编号, else its name. */
export function rowId(row: RuleRow): string {
  return tidyText(row.id.text) || tidyText(row.name.text);
}

function isFault<T extends object>(value: T | Fault): value is Fault {
  return 'reason' in value;
}

function parseMax(row: RuleRow, isOptional: boolean): { max: Rational | null } | RowFault {
  const text = tidyText(row.max.text);
  const isEmpty = text === '' || isNotApplicable(text);
  if (isEmpty && isOptional) return { max: null };
  const reading = readNumber(text.replace(/^[(]|[)]$/gu, ''));
  if (isEmpty) return { cell: row.max, reason: 'maxNotPositive', data: { text } };
  if (reading.state !== 'value') return { cell: row.max, reason: 'badMax', data: { text } };
  return reading.value.n > 0n ? { max: reading.value } : { cell: row.max, reason: 'maxNotPositive', data: { text } };
}

function vetoEffect({ values }: Given): VetoEffect | Fault {
  const given = ['定为', '封顶', '降档'].filter((key) => values.has(key));
  if (given.length === 0) return fault('missingParameter', '定为');
  const isDrop = given[0] === '降档';
  const extra = ['扣分', '限下一档'].find((key) => values.has(key));
  if (given.length > 1) return fault('contradiction', given[1]!, values.get(given[1]!)!.word);
  if (!isDrop && extra) return fault('contradiction', extra, values.get(extra)!.word);
  if (given[0] === '定为') return { type: 'set', grade: values.get('定为')!.word };
  if (given[0] === '封顶') return { type: 'cap', grade: values.get('封顶')!.word };
  return {
    type: 'drop',
    bands: Number(values.get('降档')!.number!.n),
    penalty: values.get('扣分')?.number ?? Q.ZERO,
    holdBelow: values.get('限下一档')?.number?.n === 1n,
  };
}

function parseAdjustment(row: RuleRow, rule: RuleDefinition, given: Given): AdjustmentRule | Fault {
  const common = {
    id: rowId(row),
    name: tidyText(row.name.text) || rowId(row),
    standard: row.standard.text,
    place: row.name.place,
  };
  if (rule.code === 'veto') {
    const effect = vetoEffect(given);
    if (isFault(effect)) return effect;
    return { ...common, type: 'veto', cap: null, unit: null, kinds: [], effect };
  }
  const unit = given.values.get('每次')?.number ?? null;
  if (unit && given.list.length > 0) return fault('contradiction', '每次');
  if (!unit && given.list.length === 0) return fault('missingParameter', '每次');
  const type = rule.code === 'bonus' ? 'bonus' : 'penalty';
  const kinds = given.list.map(({ name, amount }) => ({ name, amount }));
  const max = parseMax(row, true);
  return { ...common, type, cap: 'max' in max ? max.max : null, unit, kinds, effect: null };
}

function natureOf(row: RuleRow, rule: RuleDefinition): Indicator['nature'] {
  const text = normaliseText(row.nature.text);
  const isQualitative = text.includes('定性') || (!text.includes('定量') && rule.isQualitative);
  return isQualitative ? 'qualitative' : 'quantitative';
}

function parseIndicator(row: RuleRow, rule: RuleDefinition, given: Given, max: Rational): Indicator | Fault {
  const built = methodDefinition(rule.code)!.build(given, max);
  if (isFault(built)) return built;
  const below = fromBelow(row.source.text, row.name.text, built.isRate);
  return {
    id: rowId(row),
    name: splitLabel(row.name.text).points ? tidyText(row.name.text) : tidyText(row.name.text) || rowId(row),
    dimension: splitLabel(row.dimension.text).name || null,
    max,
    method: built.method,
    isRate: built.isRate,
    nature: natureOf(row, rule),
    ...(below ? { fromBelow: below } : {}),
    standard: row.standard.text,
    place: row.name.place,
  };
}

function ofFault({ reason, parameter, text }: Fault, row: RuleRow, rule: RuleDefinition): RowFault {
  const cell = row.parameters.place ? row.parameters : row.method;
  return {
    cell,
    reason,
    data: { parameter, text: text || row.parameters.text, method: rule.name, options: rule.example },
  };
}

/**
 * One row of a rule table, or everything wrong with it, in the order of the columns of the specification, section 3.
 */
export function parseRow(row: RuleRow): ParsedRow | readonly RowFault[] {
  const faults: RowFault[] = [];
  if (rowId(row) === '') faults.push({ cell: row.name.place ? row.name : row.id, reason: 'missingName', data: {} });
  const rule = findRule(row.method.text);
  const isAdjustment = rule !== null && methodDefinition(rule.code) === null;
  const max = parseMax(row, isAdjustment);
  if ('reason' in max && rule?.code !== 'veto') faults.push(max);
  if (!rule) {
    const options = RULE_DEFINITIONS.map(({ name }) => name).join('、');
    return [
      ...faults,
      { cell: row.method, reason: 'unknownMethod', data: { text: tidyText(row.method.text), options } },
    ];
  }
  const given = parseGiven(row.parameters.text, rule);
  if (isFault(given)) return [...faults, ofFault(given, row, rule)];
  // Without a readable 分值 the parameters are still checked, so that the first wrong cell is found.
  const known = 'max' in max && max.max ? max.max : Q.ONE;
  const parsed = isAdjustment ? parseAdjustment(row, rule, given) : parseIndicator(row, rule, given, known);
  if (isFault(parsed)) faults.push(ofFault(parsed, row, rule));
  if (faults.length > 0 || isFault(parsed)) return faults;
  return 'type' in parsed ? { type: 'adjustment', adjustment: parsed } : { type: 'indicator', indicator: parsed };
}
