import { translate, type Locale } from '../../i18n';
import { issueGaps } from '../../findings';
import type { CellRef, Issue, ParameterRow, RuleRow, Scheme, SchemeParameters, Tier } from '../../model';
import { adjustmentSentence, parseParameters, parseRules, RULE_COLUMNS, ruleSentence } from '../../rules';
import { Q } from '../../values';
import { type FieldProblem, type ParameterField, type RuleCheck, type RulesCheck, type RulesDraft } from './draft';

const PARAMETER_FIELDS = ['scheme', 'key', 'value'] as const satisfies readonly ParameterField[];
/** Sheets of the table that a draft is thought to stand on. */
const [RULES, PARAMETERS] = [0, 1];

/** Reads a draft as a workbook is read: each rule as a sentence or what is wrong with which field, each parameter, Σ 分值. */
export function checkRules(draft: RulesDraft, locale: Locale): RulesCheck {
  const rows = draft.rules.map(({ texts }, row) => placed(texts, RULE_COLUMNS, RULES!, row) as unknown as RuleRow);
  const parsed = parseRules(rows);
  const schemes = [...parsed.schemes, ...parsed.broken];
  const parameterRows = draft.parameters.map(
    ({ texts }, row) => placed(texts, PARAMETER_FIELDS, PARAMETERS!, row) as unknown as ParameterRow,
  );
  const parameters = parseParameters(parameterRows, schemes);
  const problems = byRow(parsed.issues, RULE_COLUMNS, locale);
  const checks: RuleCheck[] = draft.rules.map((_, row) => ({
    sentence: null,
    problem: problems.get(row) ?? null,
    warnings: [],
  }));
  for (const scheme of schemes) addSentences(checks, scheme, parameters.for(scheme.name, scheme.kind), locale);
  const parameterProblems = byRow(parameters.issues, PARAMETER_FIELDS, locale);
  return {
    rules: checks,
    parameters: draft.parameters.map((_, row) => parameterProblems.get(row) ?? null),
    schemes: schemes.map((scheme) => ({
      name: scheme.name,
      sum: Q.toNumber(Q.sum(scheme.indicators.map(({ max }) => max))),
      warnings: schemeWarnings(scheme, parameters.for(scheme.name, scheme.kind), locale),
    })),
  };
}

/** Texts as cells of a row, so that an issue's cell says which field it is about. */
function placed(
  texts: Readonly<Record<string, string>>,
  fields: readonly string[],
  sheet: number,
  row: number,
): Record<string, { text: string; place: CellRef }> {
  return Object.fromEntries(
    fields.map((field, column) => [field, { text: texts[field] ?? '', place: { sheet, row, column } }]),
  );
}

function byRow(issues: readonly Issue[], fields: readonly string[], locale: Locale): Map<number, FieldProblem> {
  const found = new Map<number, FieldProblem>();
  issueGaps(issues, new Map()).forEach(({ place, message, messageEn, action, actionEn }) => {
    if (!place || found.has(place.row)) return;
    const text = locale === 'zh-CN' ? message + action : `${messageEn} ${actionEn}`;
    found.set(place.row, { field: fields[place.column] ?? '', text });
  });
  return found;
}

function addSentences(checks: RuleCheck[], scheme: Scheme, parameters: SchemeParameters, locale: Locale): void {
  const say = (name: string, data = {}) => translate(locale, `app.rules.${name}`, data);
  for (const indicator of scheme.indicators) {
    const at = indicator.place!.row;
    const warnings: string[] = [];
    const { method, max } = indicator;
    const shown = Q.toNumber(max);
    if (method.code === 'tiers') {
      const hidden = method.tiers.findIndex((tier, i) => method.tiers.slice(0, i).some((first) => covers(first, tier)));
      if (hidden >= 0) warnings.push(say('hiddenTier', { line: hidden + 1 }));
      if (method.tiers.some(({ points }) => Q.compare(points, max) > 0)) warnings.push(say('aboveMax', { max: shown }));
      if (!method.tiers.some(({ points }) => Q.equals(points, max))) warnings.push(say('neverFull', { max: shown }));
    }
    if (method.code === 'levels') {
      if (method.levels.some(({ amount }) => Q.compare(amount, max) > 0)) {
        warnings.push(say('aboveMax', { max: shown }));
      }
      if (!method.levels.some(({ amount }) => Q.compare(amount, max) >= 0)) {
        warnings.push(say('neverFull', { max: shown }));
      }
    }
    checks[at] = { sentence: ruleSentence(indicator, locale), problem: null, warnings };
  }
  for (const rule of scheme.adjustments) {
    const isUnreachable = rule.type === 'bonus' && rule.cap !== null && Q.compare(rule.cap, parameters.bonusCap) > 0;
    const warnings = isUnreachable
      ? [say('capUnreachable', { cap: Q.toNumber(rule.cap!), all: Q.toNumber(parameters.bonusCap) })]
      : [];
    checks[rule.place!.row] = { sentence: adjustmentSentence(rule, locale), problem: null, warnings };
  }
}

/** Whether an earlier line of 分档 holds wherever a later one would. */
function covers(first: Tier, later: Tier): boolean {
  if (first.bound === null) return true;
  if (later.bound === null) return false;
  const order = Q.compare(first.bound, later.bound);
  const [a, b] = [first.comparison, later.comparison];
  if (a === '>=' && (b === '>=' || b === '>')) return order <= 0;
  if (a === '>' && b === '>') return order <= 0;
  if (a === '>' && b === '>=') return order < 0;
  if (a === '<=' && (b === '<=' || b === '<')) return order >= 0;
  if (a === '<' && b === '<') return order >= 0;
  return a === '<' && b === '<=' && order > 0;
}

function schemeWarnings(scheme: Scheme, { weights }: SchemeParameters, locale: Locale): string[] {
  const say = (name: string, data = {}) => translate(locale, `app.rules.${name}`, data);
  const warnings: string[] = [];
  const sum = Q.sum(scheme.indicators.map(({ max }) => max));
  if (sum.n !== 0n && !Q.equals(sum, Q.of(100))) warnings.push(say('sum', { sum: Q.toNumber(sum) }));
  for (const { name, statedMax } of scheme.dimensions) {
    const own = Q.sum(scheme.indicators.filter(({ dimension }) => dimension === name).map(({ max }) => max));
    if (statedMax && !Q.equals(statedMax, own)) {
      warnings.push(say('dimensionSum', { name, stated: Q.toNumber(statedMax), sum: Q.toNumber(own) }));
    }
  }
  const weight = Q.sum([weights.self, weights.peer, weights.superior]);
  if (!Q.equals(weight, Q.of(100))) warnings.push(say('weights', { sum: Q.toNumber(weight) }));
  return warnings;
}
