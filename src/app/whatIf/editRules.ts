import { translate, type Locale } from '../../i18n';
import type { AdjustmentRule, Indicator, NamedAmount, RuleRow, Scheme } from '../../model';
import { adjustmentSentence, definitionOf, findRule, givenText, parseRules, ruleSentence } from '../../rules';
import { Q } from '../../values';
import type { RuleChange, WhatIfProblem, WhatIfRule } from './whatIf';

type Problem = Omit<WhatIfProblem, 'scheme'>;

/** A rule that can be tried: an indicator, a bonus or a penalty. */
type Rule = Indicator | AdjustmentRule;

function isAdjustment(rule: Rule): rule is AdjustmentRule {
  return 'type' in rule;
}

function definitionOfRule(rule: Rule) {
  return isAdjustment(rule) ? findRule(rule.type)! : definitionOf(rule.method);
}

function kinds(items: readonly NamedAmount[]): string {
  return items.map(({ name, amount }) => `${name}:${Q.formatRational(amount, 10)}`).join('; ');
}

function parametersOf(rule: Rule): string {
  if (!isAdjustment(rule)) return givenText(rule);
  return rule.kinds.length > 0 ? kinds(rule.kinds) : `每次=${Q.formatRational(rule.unit ?? Q.ZERO, 10)}`;
}

function sentenceOf(rule: Rule, locale: Locale): string {
  return isAdjustment(rule) ? adjustmentSentence(rule, locale) : ruleSentence(rule, locale);
}

/** The rules of a scheme that can be tried, in their order; vetoes have nothing to turn. */
export function triableRules({ indicators, adjustments }: Scheme): Rule[] {
  return [...indicators, ...adjustments.filter(({ type }) => type !== 'veto')];
}

/** A rule as a form shows it. */
export function ruleForm(rule: Rule, locale: Locale): WhatIfRule {
  const { name, parameters, list } = definitionOfRule(rule);
  const max = isAdjustment(rule) ? rule.cap : rule.max;
  return {
    id: rule.id,
    name: rule.name,
    dimension: isAdjustment(rule) ? null : rule.dimension,
    type: isAdjustment(rule) ? (rule.type as 'bonus' | 'penalty') : 'indicator',
    method: name,
    keys: parameters,
    list,
    max: max ? Q.formatRational(max, 10) : '',
    parameters: parametersOf(rule),
    sentence: sentenceOf(rule, locale),
  };
}

/** Reads a rule as a row of a rule table is read. */
function readRule(
  rule: Rule,
  { max, parameters }: RuleChange,
): Rule | { readonly reason: string; readonly data: object } {
  const cell = (text: string) => ({ text, place: null });
  const row: RuleRow = {
    scheme: cell('方案'),
    dimension: cell('维度'),
    id: cell(rule.id),
    name: cell(rule.name),
    max: cell(max),
    method: cell(definitionOfRule(rule).name),
    parameters: cell(parameters),
    source: cell(''),
    nature: cell(''),
    standard: cell(''),
  };
  const { schemes, issues } = parseRules([row]);
  const [issue] = issues;
  if (issue) return { reason: issue.variant, data: issue.data };
  const [read] = [...schemes[0]!.indicators, ...schemes[0]!.adjustments];
  if (isAdjustment(read!)) return { ...(rule as AdjustmentRule), cap: read.cap, unit: read.unit, kinds: read.kinds };
  const { max: points, method, isRate } = read!;
  return { ...(rule as Indicator), max: points, method, isRate };
}

/** The scheme with some rules changed; null when one of them cannot be read. */
export function editRules(
  scheme: Scheme,
  changes: readonly RuleChange[],
  locale: Locale,
): {
  readonly rules: Scheme | null;
  readonly problems: readonly Problem[];
  readonly sentences: readonly { readonly id: string; readonly sentence: string }[];
} {
  const edited = new Map<Rule, Rule>();
  const problems: Problem[] = [];
  for (const change of changes) {
    const rule = triableRules(scheme).find(({ id }) => id === change.id);
    if (!rule) {
      problems.push({
        field: change.id,
        isError: true,
        text: translate(locale, 'app.whatIf.unknown', { key: change.id }),
      });
      continue;
    }
    const read = readRule(rule, change);
    if ('reason' in read) {
      const text = translate(locale, `app.whatIf.rule.${read.reason}`, { ...read.data });
      problems.push({ field: change.id, isError: true, text });
    } else edited.set(rule, read);
  }
  const sentences = [...edited.values()].map((rule) => ({ id: rule.id, sentence: sentenceOf(rule, locale) }));
  if (problems.length > 0) return { rules: null, problems, sentences };
  const now = <T extends Rule>(rule: T): T => (edited.get(rule) as T | undefined) ?? rule;
  const { indicators, adjustments } = scheme;
  const rules: Scheme = {
    ...scheme,
    indicators: indicators.map(now),
    // What is the very same need not be read again.
    adjustments: adjustments.some((rule) => edited.has(rule)) ? adjustments.map(now) : adjustments,
  };
  return { rules: edited.size > 0 ? rules : scheme, problems, sentences };
}
