import '../../../i18n/recognise';
import type { DataSheet } from '../../../app/dataSummary';
import { CATALOGUES, translate, type Locale } from '../../../i18n';
import type { Choice, CorrectionEdit, RoleChoice } from '../../../model';
import { formatCount } from '../../format';
import type { Text } from '../../text';

/** Below the second a person should look at what the sheet was taken for. */
export const DOUBTFUL = 0.6;

/** A text of what was recognised; a name that comes from a foreign file and has no text stays as it is. */
function recognised(locale: Locale, key: string, name: string, data = {}): string {
  const isKnown = Object.hasOwn(CATALOGUES[locale]['recognise']!, `${key}.${name}`);
  return isKnown ? translate(locale, `recognise.${key}.${name}`, data) : name;
}

/** What a column or row is, without its source and values. */
export function choiceText({ kind, name, text }: Choice, { t, locale }: Text): string {
  switch (kind) {
    case 'ignore':
    case 'rater':
      return translate(locale, `recognise.${kind}`);
    case 'indicator':
      return text === undefined || text === name ? name : `${name} ${text}`;
    case 'dimension':
      return t('data.dimension', { name });
    case 'month':
      return translate(locale, 'recognise.month', { month: name });
    default:
      return recognised(locale, kind, name);
  }
}

/** What a column or row is, with its source and values where they are said. */
export function meaning(choice: Choice | null, text: Text): string {
  if (!choice) return text.t('data.unknown');
  const parts = [choiceText(choice, text)];
  if (choice.source) parts.push(text.t(`source.${choice.source}`));
  if (choice.reading) parts.push(text.t(`data.values.${choice.reading}`));
  return parts.join(' · ');
}

export function roleText({ role, layout }: RoleChoice, { t }: Text): string {
  if (role === 'register' && layout) return t(`layout.${layout}`);
  return role === 'scores' && layout ? `${t('role.scores')} · ${t(`layout.${layout}`)}` : t(`role.${role}`);
}

/** Rows from 0 as people count them, e.g. 3–5. */
export function rowsText(rows: readonly number[], { t }: Text): string {
  const [first, last] = [rows[0]! + 1, rows[rows.length - 1]! + 1];
  return first === last ? String(first) : t('data.headerRange', { first, last });
}

/** Why a sheet was left alone, as far as it has a name of its own. */
const LEFT_ALONE: readonly string[] = ['hidden', 'noTable', 'other'];

/** What a sheet was taken for, part by part: 得分表, 五好党委, 上级考核, 21 个考核对象, 第3–5行表头. */
export function sheetFacts(sheet: DataSheet, text: Text): string[] {
  const { t } = text;
  const { role, layout, source, schemes, headerRows, count, reasons, tables } = sheet;
  const leftAlone = reasons.find(({ key }) => LEFT_ALONE.includes(key));
  if (role === 'other' && leftAlone) return [t(`other.${leftAlone.key}`)];
  const isScored = role === 'scores' || role === 'votes';
  return [
    roleText({ role, layout }, text),
    ...schemes,
    ...(source ? [t(`source.${source}`)] : []),
    ...(count > 0 ? [t(isScored ? 'data.subjects' : 'data.entries', { count: formatCount(count) })] : []),
    ...(headerRows.length > 0 ? [t('data.header', { rows: rowsText(headerRows, text) })] : []),
    ...(tables > 1 ? [t('data.tables', { count: tables })] : []),
  ];
}

/** What a person has said, in a sentence. */
export function editText(edit: CorrectionEdit, text: Text): string {
  const { t } = text;
  if (edit.type === 'name') {
    const target = edit.value?.target;
    return target
      ? t('data.what.name', { written: edit.written, value: target.name })
      : t('data.what.nobody', { written: edit.written });
  }
  if (edit.type === 'header') {
    const isNone = edit.value === null || edit.value.length === 0;
    const value = (isNone ? edit.instead : edit.value!).map((row) => row.join(' ')).join(' / ');
    return t(isNone ? 'data.what.noHeader' : 'data.what.header', { value: shortened(value) });
  }
  const sheet = t(edit.table.everySheet ? 'data.what.every' : 'data.what.sheet', { sheet: edit.table.sheet });
  switch (edit.type) {
    case 'role':
      return t('data.what.role', { sheet, value: edit.value ? roleText(edit.value, text) : '' });
    case 'source':
      return t('data.what.source', { sheet, value: edit.value ? t(`source.${edit.value}`) : '' });
    case 'scheme':
      return t('data.what.scheme', { sheet, value: edit.value || t('data.scheme.table') });
    case 'column':
    case 'row':
      return t(`data.what.${edit.type}`, { sheet, key: shortened(edit.key), value: meaning(edit.value, text) });
  }
}

const LONGEST = 60;

function shortened(value: string): string {
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}
