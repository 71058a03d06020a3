import type { RuleRow, RuleText } from '../model';

/** Columns of a rule table (考核细则) in their order. */
export const RULE_COLUMNS = [
  'scheme',
  'dimension',
  'id',
  'name',
  'max',
  'method',
  'parameters',
  'source',
  'nature',
  'standard',
] as const satisfies readonly (keyof RuleRow)[];

/**
 * A row of a rule table from its ten texts; what is missing at the end is "".
 * @example ruleRow(["五好党委", "领导班子好", "W11"]).id.text // "W11"
 */
export function ruleRow(cells: readonly string[]): RuleRow {
  const entries = RULE_COLUMNS.map((column, c): [keyof RuleRow, RuleText] => [
    column,
    { text: cells[c] ?? '', place: null },
  ]);
  return Object.fromEntries(entries) as Record<keyof RuleRow, RuleText>;
}

/**
 * The ten texts of a row of a rule table.
 * @example ruleCells(ruleRow(["五好党委"])).length // 10
 */
export function ruleCells(row: RuleRow): string[] {
  return RULE_COLUMNS.map((column) => row[column].text.trim());
}
