import type { Locale } from '../../i18n';
import type { Assessment, ChangeSet, Indicator, SchemeAssessment } from '../../model';
import { parameterTexts } from '../../rules';
import { normaliseText } from '../../values';
import type { DraftParameter, DraftRule, RulesDraft } from '../rulesEditor/draft';
import { rulesChanges } from '../rulesEditor/rulesChanges';
import { startRules } from '../rulesEditor/startRules';
import type { Outcome } from '../types';
import { ruleForm, triableRules } from './editRules';
import type { ParameterChange, RuleChange, SchemeChange } from './whatIf';

const isSame = (a: string, b: string): boolean => normaliseText(a) === normaliseText(b);

/**
 * The row that gives a parameter to a scheme: its own, or the one for all where no other scheme would be changed by it.
 * Of two rows of one key the first counts.
 */
function rowOf(parameters: readonly DraftParameter[], name: string, key: string, isOnly: boolean): number {
  const find = (scheme: string) =>
    parameters.findIndex(({ texts }) => isSame(texts.scheme, scheme) && plainKey(texts.key) === plainKey(key));
  const own = find(name);
  return own >= 0 || !isOnly ? own : find('');
}

/** A key without its dots, which people leave out or write in other ways. */
function plainKey(key: string): string {
  return normaliseText(key).replace(/[．。·:：._-]/gu, '');
}

function withParameter(
  parameters: readonly DraftParameter[],
  scheme: string,
  { key, value }: ParameterChange,
  isOnly: boolean,
): DraftParameter[] {
  const at = rowOf(parameters, scheme, key, isOnly);
  if (at < 0) {
    return [...parameters, { key: `new ${scheme} ${key}`, origin: null, texts: { scheme, key, value } }];
  }
  return parameters.map((row, i) => (i === at ? { ...row, texts: { ...row.texts, value } } : row));
}

/** The row of a rule: in the workbook by its cell, in a default scheme by its id. */
function isRowOf(
  { ruleRows }: Assessment,
  { scheme }: SchemeAssessment,
  { id, place: own }: Pick<Indicator, 'id' | 'place'>,
  { origin, texts }: DraftRule,
): boolean {
  if (origin === null) return isSame(texts.scheme, scheme.name) && isSame(texts.id || texts.name, id);
  const place = ruleRows[origin]!.name.place;
  return place !== null && own?.sheet === place.sheet && own.row === place.row;
}

function withRule(
  assessment: Assessment,
  input: SchemeAssessment,
  rules: readonly DraftRule[],
  { id, max, parameters }: RuleChange,
): DraftRule[] {
  const rule = triableRules(input.scheme).find((one) => one.id === id);
  if (!rule) return [...rules];
  // A cell may say the same in other words: only what was changed is written.
  const before = ruleForm(rule, 'zh-CN');
  const texts = { ...(max === before.max ? {} : { max }), ...(parameters === before.parameters ? {} : { parameters }) };
  return rules.map((row) =>
    isRowOf(assessment, input, rule, row) ? { ...row, texts: { ...row.texts, ...texts } } : row,
  );
}

/**
 * What it takes to keep tried rules: the cells of the parameters and rules that stand in the workbook; others, and
 * default schemes of which a rule was changed, go to sheets like the user's own. A run after it gives what was tried.
 */
export function keepWhatIf(outcome: Outcome, changes: readonly SchemeChange[], locale: Locale): ChangeSet {
  const { assessment, result } = outcome;
  const { draft: before } = startRules(outcome);
  let draft: RulesDraft = before;
  for (const { scheme, parameters, rules } of changes) {
    const input = assessment.schemes[result.schemes[scheme]!.scheme]!;
    const isOnly = assessment.schemes.length === 1;
    const texts = parameterTexts(input.parameters);
    for (const change of parameters) {
      if (texts.get(change.key) === change.value) continue;
      draft = { ...draft, parameters: withParameter(draft.parameters, input.scheme.name, change, isOnly) };
    }
    for (const change of rules) draft = { ...draft, rules: withRule(assessment, input, draft.rules, change) };
  }
  return rulesChanges(outcome, before, draft, locale);
}
