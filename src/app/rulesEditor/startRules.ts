import type { RuleRow } from '../../model';
import { ALLOWED, DEFAULT_RULE_ROWS, PARAMETER_SPECS, RULE_COLUMNS, RULE_DEFINITIONS } from '../../rules';
import { tidyText } from '../../values';
import type { Outcome } from '../types';
import type { DraftRule, RulesStart, RuleTexts } from './draft';

/**
 * What the rules editor starts from: the rules and parameters of the workbooks, and those of the default schemes that
 * were scored by.
 */
export function startRules({ assessment }: Outcome): RulesStart {
  const defaults = DEFAULT_RULE_ROWS.map(textsOfCells);
  const own = assessment.ruleRows.map((row, origin) => ({ key: `w${origin}`, origin, texts: textsOf(row) }));
  const written = new Set(own.map(({ texts }) => texts.scheme));
  const isDefault = new Set(
    assessment.schemes.flatMap(({ scheme: { origin, name } }) =>
      origin === 'default' && !written.has(name) ? [name] : [],
    ),
  );
  const borrowed = defaults.flatMap((texts, i): DraftRule[] =>
    isDefault.has(texts.scheme) ? [{ key: `d${i}`, origin: null, texts }] : [],
  );
  const rules: readonly DraftRule[] = [...own, ...borrowed];
  return {
    draft: {
      rules,
      parameters: assessment.parameterRows.map(({ scheme, key, value }, origin) => ({
        key: `w${origin}`,
        origin,
        texts: { scheme: tidyText(scheme.text), key: tidyText(key.text), value: value.text },
      })),
    },
    schemes: [...new Set(rules.map(({ texts }) => texts.scheme))].map((name) => ({
      name,
      isDefault: isDefault.has(name),
    })),
    defaults,
    definitions: RULE_DEFINITIONS.map(
      ({ code, name, synonyms, titleKey, parameters, list, example, isQualitative }) => ({
        code,
        name,
        synonyms,
        titleKey,
        parameters,
        list,
        example,
        isQualitative,
      }),
    ),
    parameters: PARAMETER_SPECS.map((spec) => ({ ...spec, allowed: ALLOWED[spec.type] })),
  };
}

function textsOf(row: RuleRow): RuleTexts {
  return Object.fromEntries(RULE_COLUMNS.map((field) => [field, row[field].text.trim()])) as Record<
    keyof RuleRow,
    string
  >;
}

function textsOfCells(cells: readonly string[]): RuleTexts {
  return Object.fromEntries(RULE_COLUMNS.map((field, i) => [field, cells[i] ?? ''])) as Record<keyof RuleRow, string>;
}
