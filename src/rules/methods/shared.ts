import type { CellValue, NamedAmount, Rational } from '../../model';
import { translate, type Locale, type TextData } from '../../i18n';
import { known, Q, readCount, readKinds, readRate, type Reading } from '../../values';
import type { ParameterSpec } from './method';

export const EACH: ParameterSpec = {
  key: '每次',
  synonyms: ['每起', '每项', '每条', '每例', '每人次', '每人', '每件', '每篇', '每个', '每月', '每少1次', '每少一次'],
  type: 'amount',
  default: null,
  isOptional: true,
  range: { above: 0 },
};

/** A number, or a rate in a column of rates. */
export function readAmount(cell: CellValue, format: string, isRate: boolean): Reading<Rational> {
  return isRate ? readRate(cell, format) : readCount(cell, format);
}

/** Σ amount·count of the kinds that a cell names. */
export function readKindsAmount(cell: CellValue, kinds: readonly NamedAmount[]): Reading<Rational> {
  const reading = readKinds(
    cell,
    kinds.map((kind) => kind.name),
  );
  if (reading.state !== 'value') return reading;
  return known(Q.sum(kinds.map((kind, i) => Q.mul(kind.amount, Q.of(reading.value[i]!)))));
}

/** Text of a quantity: a percentage in a column of rates. */
export function quantity(value: Rational, isRate: boolean): string {
  return isRate ? Q.formatPercent(value) : Q.formatRational(value);
}

/** A text of this room with all its numbers written out. */
export function say(locale: Locale, key: string, data: Readonly<Record<string, Rational | string | number>>): string {
  const texts: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data))
    texts[name] = typeof value === 'object' ? Q.formatRational(value) : value;
  return translate(locale, `rules.${key}`, texts as TextData);
}

/** Kinds or levels in one line, e.g. 轻伤1分、重伤3分. */
export function listed(items: readonly NamedAmount[], locale: Locale): string {
  return items
    .map((item) => say(locale, 'item', { name: item.name, points: item.amount }))
    .join(locale === 'zh-CN' ? '、' : ', ');
}

/** Why 参数 cannot be read, named by its key. */
export function fault(reason: 'missingParameter' | 'contradiction' | 'badParameter', parameter: string, text = '') {
  return { reason, parameter, text } as const;
}
