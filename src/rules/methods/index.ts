import type { Method, MethodCode } from '../../model';
import { normaliseText } from '../../values';
import { accrue } from './accrue';
import { best } from './best';
import { deduct } from './deduct';
import { levels } from './levels';
import { linear } from './linear';
import type { MethodDefinition, MethodOf, RuleDefinition } from './method';
import { points } from './points';
import { rank } from './rank';
import { ratio } from './ratio';
import { require } from './require';
import { step } from './step';
import { tiers } from './tiers';
import { ADJUSTMENT_DEFINITIONS } from './adjustments';

export * from './method';
export { ADJUSTMENT_DEFINITIONS } from './adjustments';

/** The scoring methods of indicators, in the order of the specification. */
export const METHOD_DEFINITIONS: { readonly [C in MethodCode]: MethodDefinition<MethodOf<C>> } = {
  points,
  deduct,
  accrue,
  ratio,
  linear,
  step,
  tiers,
  require,
  levels,
  best,
  rank,
};

/** Every word of 评分方式: methods of indicators, then bonus, penalty and veto. */
export const RULE_DEFINITIONS: readonly RuleDefinition[] = [
  ...Object.values(METHOD_DEFINITIONS),
  ...ADJUSTMENT_DEFINITIONS,
];

/** The definition that belongs to a method; its functions take that method. */
export function definitionOf(method: Method): MethodDefinition<Method> {
  // The table pairs each code with its own type, which the checker cannot follow through an index.
  return METHOD_DEFINITIONS[method.code] as unknown as MethodDefinition<Method>;
}

/** The definition of an indicator's method by its code; null for bonus, penalty and veto. */
export function methodDefinition(code: string): MethodDefinition<Method> | null {
  return Object.hasOwn(METHOD_DEFINITIONS, code)
    ? (METHOD_DEFINITIONS[code as MethodCode] as unknown as MethodDefinition<Method>)
    : null;
}

/**
 * The rule that a word of 评分方式 means, by name, synonym or code; null when there is none.
 * @example findRule("每次扣分")?.code // "deduct"
 */
export function findRule(word: string): RuleDefinition | null {
  const plain = normaliseText(word).toLowerCase();
  const matches = (text: string) =>
    RULE_DEFINITIONS.find((rule) => rule.name === text || rule.code === text || rule.synonyms.includes(text));
  return matches(plain) ?? matches(plain.replace(/(?:法|制|方式|项)$/u, '')) ?? null;
}
