import type { Scheme } from '../model';
import defaultRows from './defaultRows.json';
import { parseRules } from './parseRules';
import { ruleRow } from './ruleRow';

/** Rows of the default schemes as a rule table has them, header not included: for templates and documents. */
export const DEFAULT_RULE_ROWS: readonly (readonly string[])[] = defaultRows;

/**
 * The three default schemes 五好党委, 五好党支部(党总支), 党员五带头, read by the same parser as a user's own.
 * @example defaultSchemes().map((scheme) => scheme.name)[2] // "党员五带头"
 */
export function defaultSchemes(): readonly Scheme[] {
  return parseRules(defaultRows.map(ruleRow), 'default').schemes;
}
