import { translate, type Locale } from '../../i18n';
import {
  valueAt,
  type Assessment,
  type CellRef,
  type CellWrite,
  type ChangeSet,
  type OutValue,
  type ResultSheet,
  type RuleText,
} from '../../model';
import { LOOKS, SheetBuilder, a4 } from '../../report';
import { RULE_COLUMNS } from '../../rules';
import type { Outcome } from '../types';
import type { DraftRule, RulesDraft } from './draft';

/** Labels that stand once over several rows: they are read from above and changed there. */
const CARRIED: ReadonlySet<string> = new Set(['scheme', 'dimension']);
const RULE_WIDTHS = [14, 14, 8, 26, 8, 12, 26, 12, 8, 44];
const PARAMETER_WIDTHS = [18, 22, 40];

/**
 * What an edited draft changes in a workbook: the cells of rules and parameters that stand in it; new ones, and default
 * schemes that were changed, go to sheets of their own that print and travel with the workbook. Rows that were taken out
 * are emptied.
 */
export function rulesChanges(
  { assessment }: Outcome,
  before: RulesDraft,
  draft: RulesDraft,
  locale: Locale,
): ChangeSet {
  const workbook = assessment.sheets[placeOfAny(assessment)?.sheet ?? 0]?.workbook ?? 0;
  const writes = [...ruleWrites(assessment, draft), ...parameterWrites(assessment, draft)];
  const added = addedRules(before, draft);
  const newParameters = draft.parameters.filter(({ origin, texts }) => origin === null && texts.key.trim() !== '');
  const sheets: ResultSheet[] = [];
  if (added.length > 0) {
    const rows = added.map(({ texts }) => RULE_COLUMNS.map((field) => cellOf(texts[field], field === 'max')));
    sheets.push(sheetOf(translate(locale, 'app.rules.sheet'), HEADERS.rules, RULE_WIDTHS, rows, locale));
  }
  if (newParameters.length > 0) {
    const rows = newParameters.map(({ texts }) => [texts.scheme || null, texts.key, cellOf(texts.value, true)]);
    const name = translate(locale, 'app.rules.parameterSheet');
    sheets.push(sheetOf(name, HEADERS.parameters, PARAMETER_WIDTHS, rows, locale));
  }
  return { workbook: assessment.workbooks[workbook]!.name, sheets, removedMarks: [], writes, highlights: [] };
}

/** Headers are field terms that are read back, in Chinese also for those who read English. */
const HEADERS = {
  rules: ['方案', '维度', '指标编号', '指标名称', '分值', '评分方式', '参数', '数据来源', '性质', '评分标准'],
  parameters: ['方案', '参数', '值'],
} as const;

function placeOfAny({ ruleRows, parameterRows }: Assessment): CellRef | null {
  return ruleRows[0]?.name.place ?? parameterRows[0]?.value.place ?? null;
}

/** Rules that stand nowhere yet: new ones, and all of a default scheme of which any was changed. */
function addedRules(before: RulesDraft, draft: RulesDraft): readonly DraftRule[] {
  const defaults = before.rules.filter(({ origin }) => origin === null);
  const kept = new Map(draft.rules.map((rule) => [rule.key, rule]));
  const changed = new Set(
    defaults
      .filter((rule) => kept.get(rule.key)?.texts !== rule.texts && !isSame(kept.get(rule.key), rule))
      .map(({ texts }) => texts.scheme),
  );
  const isDefault = new Set(defaults.map(({ key }) => key));
  for (const { key, origin, texts } of draft.rules) {
    // A default scheme with a new rule is one of the workbook's own from now on, and needs all its rules there.
    if (origin === null && !isDefault.has(key)) changed.add(texts.scheme);
  }
  return draft.rules.filter(({ origin, texts }) => origin === null && changed.has(texts.scheme));
}

function isSame(one: DraftRule | undefined, other: DraftRule): boolean {
  return one !== undefined && RULE_COLUMNS.every((field) => one.texts[field] === other.texts[field]);
}

function ruleWrites(assessment: Assessment, draft: RulesDraft): CellWrite[] {
  const kept = new Map(draft.rules.map((rule) => [rule.origin, rule.texts]));
  return assessment.ruleRows.flatMap((row, origin) => {
    const texts = kept.get(origin);
    return RULE_COLUMNS.flatMap((field): CellWrite[] => {
      if (CARRIED.has(field)) return [];
      const after = texts ? texts[field] : '';
      return after.trim() === row[field].text.trim() ? [] : write(assessment, row[field], after, field === 'max');
    });
  });
}

function parameterWrites(assessment: Assessment, draft: RulesDraft): CellWrite[] {
  const kept = new Map(draft.parameters.map((parameter) => [parameter.origin, parameter.texts]));
  return assessment.parameterRows.flatMap((row, origin) => {
    const texts = kept.get(origin);
    if (!texts) return [...write(assessment, row.key, '', false), ...write(assessment, row.value, '', true)];
    return texts.value.trim() === row.value.text.trim() ? [] : write(assessment, row.value, texts.value, true);
  });
}

/** The write of one cell; none where the table has no such column. */
function write(assessment: Assessment, { place }: RuleText, text: string, isNumber: boolean): CellWrite[] {
  if (!place) return [];
  const { name, workbook, sheet } = assessment.sheets[place.sheet]!;
  const book = assessment.workbooks[workbook]!;
  const expected = valueAt(book, book.sheets[sheet]!, place.row, place.column);
  if (typeof expected === 'object' && expected !== null) return [];
  const value = cellOf(text, isNumber);
  return [{ sheet: name, row: place.row, column: place.column, expected, value }];
}

function cellOf(text: string, isNumber: boolean): string | number | null {
  const plain = text.trim();
  if (plain === '') return null;
  return isNumber && /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : plain;
}

/** A sheet like the user's own: a title, a header, the rows. */
function sheetOf(
  name: string,
  header: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly OutValue[])[],
  locale: Locale,
): ResultSheet {
  const sheet = new SheetBuilder(name, '', widths);
  sheet.line(name, LOOKS.title, 44);
  const top = sheet.rows(
    [header],
    header.map(() => LOOKS.header),
  );
  sheet.height(top, 26);
  sheet.rows(
    rows,
    header.map(() => LOOKS.text),
  );
  return sheet.build({
    freeze: { rows: top + 1, columns: 0 },
    print: a4(
      'landscape',
      translate(locale, 'report.print.footer'),
      { first: top, last: top },
      { top: 0, left: 0, bottom: sheet.row - 1, right: header.length - 1 },
    ),
  });
}
