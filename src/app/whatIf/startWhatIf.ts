import { translate, type Locale } from '../../i18n';
import { SOURCES } from '../../model';
import { ALLOWED, parameterTexts } from '../../rules';
import { Q } from '../../values';
import type { Outcome } from '../types';
import { TRIABLE } from './editParameters';
import { ruleForm, triableRules } from './editRules';
import type { WhatIfStart } from './whatIf';

/** What can be tried in a scheme of the result, an index into its schemes. */
export function startWhatIf({ assessment, result }: Outcome, scheme: number, locale: Locale): WhatIfStart {
  const scored = result.schemes[scheme]!;
  const { scheme: rules, parameters } = assessment.schemes[scored.scheme]!;
  const texts = parameterTexts(parameters);
  const sources = SOURCES.filter((code) => scored.sources[code] !== undefined);
  return {
    scheme,
    name: rules.name,
    parameters: TRIABLE.map(({ key, type }) => ({ key, type, value: texts.get(key)!, allowed: ALLOWED[type] })),
    bands: parameters.grades.map(({ name, from }) => ({ name, from: Q.toNumber(from) })),
    sources,
    // The words that the parameter is read by, also for those who read English.
    tieNames: [
      ...sources.map((code) => translate('zh-CN', `score.source.${code}`)),
      ...rules.dimensions.map(({ name }) => name),
    ],
    rules: triableRules(rules).map((rule) => ruleForm(rule, locale)),
  };
}
