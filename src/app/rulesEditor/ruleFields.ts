import type { ParameterSpec, RuleDefinition } from '../../rules';

/** 参数 of a rule taken apart for a form: the keys of its method, and the lines that list kinds, levels or tiers. */
export interface RuleFields {
  readonly values: Readonly<Record<string, string>>;
  readonly list: readonly string[];
}

const SEPARATOR = /[;；\n、|]|,(?!\d{3}(?!\d))/u;

/**
 * Takes 参数 apart. What is no key of the method stays in the list, so that nothing is lost.
 * @example ruleFields("目标=12; 每次=0.5", deduct) // { values: { 目标: "12", 每次: "0.5" }, list: [] }
 */
export function ruleFields(text: string, { parameters }: Pick<RuleDefinition, 'parameters'>): RuleFields {
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  const list: string[] = [];
  for (const item of text.split(SEPARATOR).map((part) => part.trim())) {
    if (item === '') continue;
    const [, key = '', value = ''] = /^([^=＝:：<>≥≤]+)[=＝:：](.+)$/u.exec(item) ?? [];
    const spec = specOf(key.trim(), parameters);
    if (spec && !(spec.key in values)) values[spec.key] = value.trim();
    else list.push(item);
  }
  return { values, list };
}

/**
 * 参数 of the values of a form, in the order of the keys.
 * @example ruleText({ values: { 每次: "0.5", 目标: "12" }, list: [] }, deduct) // "每次=0.5; 目标=12"
 */
export function ruleText({ values, list }: RuleFields, { parameters }: Pick<RuleDefinition, 'parameters'>): string {
  const given = parameters.flatMap(({ key }) => {
    const value = values[key]?.trim() ?? '';
    return value === '' ? [] : [`${key}=${value}`];
  });
  return [...given, ...list.map((line) => line.trim()).filter((line) => line !== '')].join('; ');
}

function specOf(key: string, parameters: readonly ParameterSpec[]): ParameterSpec | undefined {
  return parameters.find((spec) => spec.key === key || spec.synonyms.includes(key));
}
