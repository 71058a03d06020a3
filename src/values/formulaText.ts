import type { CellValue } from '../model';
import { readDate } from './date';
import { parseAmount } from './number';
import { normaliseText } from './normalise';
import { isNotApplicable } from './reading';

const DANGEROUS = /^[=+\-@\u0000-\u001f\u007f-\u009f]/u;

/**
 * Whether a text would act as a formula in a spreadsheet: begins with =, +, -, @ or a control character and is no
 * number, no date and no dash (specification, section 10, D10).
 * @example looksLikeFormula("=cmd|' /C calc'!A0") // true
 * @example looksLikeFormula("-3分") // false
 */
export function looksLikeFormula(cell: CellValue): boolean {
  if (typeof cell !== 'string' || !DANGEROUS.test(cell)) return false;
  const text = normaliseText(cell);
  if (text === '' || isNotApplicable(text) || parseAmount(text) || /^[+-][\d.,]+%$/u.test(text)) return false;
  return readDate(text, { date1904: false, year: 2000 }).state !== 'value';
}
