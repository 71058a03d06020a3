import { RULE_COLUMNS } from '../../rules';
import type { DraftParameter, DraftRule, RulesDraft, RuleTexts } from './draft';

const PRODUCT = 'pioneer-scorecard-rules';
const VERSION = 1;
/** More than this is no rule table, and longer is no rule. */
const MOST_ROWS = 5_000;
const LONGEST = 4_000;

/** A draft as the text of a file, for another workbook or another unit. */
export function exportedRules({ rules, parameters }: RulesDraft): string {
  const file = {
    product: PRODUCT,
    version: VERSION,
    rules: rules.map(({ texts }) => texts),
    parameters: parameters.map(({ texts }) => texts),
  };
  return JSON.stringify(file, null, 2);
}

/**
 * The draft after the rules of a file have taken the place of those of the schemes that it names; null when the file
 * holds no rules. A rule or parameter that stands in the workbook already keeps its cells.
 */
export function importedRules(text: string, draft: RulesDraft): RulesDraft | null {
  const file = parsed(text);
  if (!file) return null;
  const schemes = new Set(file.rules.map(({ scheme }) => scheme));
  const free = draft.rules.filter(({ texts }) => schemes.has(texts.scheme));
  const rules = file.rules.map((texts, i): DraftRule => {
    const at = free.findIndex((rule) => rule.texts.scheme === texts.scheme && idOf(rule.texts) === idOf(texts));
    const [known] = at < 0 ? [] : free.splice(at, 1);
    return known ? { ...known, texts } : { key: `f${i}-${idOf(texts)}`, origin: null, texts };
  });
  const parameters = draft.parameters.slice();
  file.parameters.forEach((texts, i) => {
    const at = parameters.findIndex((known) => known.texts.scheme === texts.scheme && known.texts.key === texts.key);
    if (at >= 0) parameters[at] = { ...parameters[at]!, texts };
    else parameters.push({ key: `f${i}-${texts.key}`, origin: null, texts });
  });
  return { rules: [...draft.rules.filter(({ texts }) => !schemes.has(texts.scheme)), ...rules], parameters };
}

const idOf = ({ id, name }: RuleTexts) => id.trim() || name.trim();

/** What a file says, checked: it may come from anywhere. */
function parsed(text: string): { rules: RuleTexts[]; parameters: DraftParameter['texts'][] } | null {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(file) || file['product'] !== PRODUCT || file['version'] !== VERSION) return null;
  const rules = rowsOf(file['rules'], RULE_COLUMNS);
  const parameters = rowsOf(file['parameters'], ['scheme', 'key', 'value']);
  if (!rules || !parameters || rules.length + parameters.length === 0) return null;
  return { rules: rules as unknown as RuleTexts[], parameters: parameters as unknown as DraftParameter['texts'][] };
}

function rowsOf(value: unknown, fields: readonly string[]): Record<string, string>[] | null {
  if (!Array.isArray(value) || value.length > MOST_ROWS) return null;
  const rows: Record<string, string>[] = [];
  for (const row of value as unknown[]) {
    if (!isRecord(row)) return null;
    const texts = fields.map((field) => [field, row[field]] as const);
    if (!texts.every(([, text]) => typeof text === 'string' && text.length <= LONGEST)) return null;
    rows.push(Object.fromEntries(texts) as Record<string, string>);
  }
  return rows;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
