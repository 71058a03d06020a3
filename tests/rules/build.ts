import type { ParameterRow, RuleRow, RuleText } from '../../src/model';

/** Columns of the rule table in these tests, left to right. */
const COLUMNS = [
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
] as const;

/** A row of a rule table; cells not given are empty, each has its place. */
export function ruleRow(row: number, cells: Partial<Record<(typeof COLUMNS)[number], string>>): RuleRow {
  const text = (column: number): RuleText => ({
    text: cells[COLUMNS[column]!] ?? '',
    place: { sheet: 0, row, column },
  });
  return Object.fromEntries(COLUMNS.map((name, column) => [name, text(column)])) as unknown as RuleRow;
}

/** A rule of the scheme 甲 worth 4 points, changed by `cells`. */
export function rule(row: number, cells: Partial<Record<(typeof COLUMNS)[number], string>>): RuleRow {
  return ruleRow(row, {
    scheme: '甲',
    dimension: '班子',
    id: `A${row}`,
    name: `指标${row}`,
    max: '4',
    method: '直接打分',
    ...cells,
  });
}

export function parameterRow(row: number, scheme: string, key: string, value: string): ParameterRow {
  const text = (column: number, words: string): RuleText => ({ text: words, place: { sheet: 1, row, column } });
  return { scheme: text(0, scheme), key: text(1, key), value: text(2, value) };
}
