import type { CellValue } from '../model';
import { normaliseText } from './normalise';

/**
 * What a cell says (specification, section 2, "Reading a cell"). The states never mix: a value; not applicable;
 * unknown, either `written` (待报) or truly blank; text that was not understood; a formula error.
 */
export type Reading<T> = { readonly state: 'value'; readonly value: T } | Unvalued;
export type Unvalued =
  | { readonly state: 'notApplicable' }
  | { readonly state: 'unknown'; readonly written: boolean }
  | { readonly state: 'unreadable' }
  | { readonly state: 'error' };

export const NOT_APPLICABLE: Unvalued = { state: 'notApplicable' };
export const BLANK: Unvalued = { state: 'unknown', written: false };
export const PENDING: Unvalued = { state: 'unknown', written: true };
export const UNREADABLE: Unvalued = { state: 'unreadable' };
export const ERROR: Unvalued = { state: 'error' };

/** A reading that found a value. */
export function known<T>(value: T): Reading<T> {
  return { state: 'value', value };
}

const NOT_APPLICABLE_WORDS = new Set(['不涉及', '不适用', '免', '免考', '免评', 'N/A', 'NA', 'n/a', '无此项']);
const PENDING_WORDS = new Set([
  '待报',
  '待定',
  '暂缺',
  '待补',
  '待补报',
  '待上报',
  '待核',
  '待核实',
  '待核定',
  '待确认',
  '待统计',
  '待评',
  '待考核',
  '暂缺数据',
  '暂无数据',
  '未知',
]);
const ERROR_WORDS = new Set([
  '#REF!',
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#VALUE!',
  '#NULL!',
  '#NUM!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
  '#FIELD!',
  '#BLOCKED!',
]);
const DASHES = /^[-/\\\u2010-\u2015\u2212\u2500\u30fc.…~]+$/u;

/**
 * Whether a text says that something does not apply: "/", dashes, dots, 不涉及, 不适用, 免.
 * @example isNotApplicable("——") // true
 */
export function isNotApplicable(text: string): boolean {
  const plain = normaliseText(text);
  return plain !== '' && plain.length <= 12 && (DASHES.test(plain) || NOT_APPLICABLE_WORDS.has(plain));
}

/**
 * What is the same for every kind of column: blanks, errors, not applicable, 待报. Anything else comes back as a
 * number, a boolean or its normalised text.
 */
export function readState(cell: CellValue): Unvalued | number | boolean | string {
  if (cell === null) return BLANK;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : ERROR;
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'object') return ERROR;
  const text = normaliseText(cell);
  if (text === '') return BLANK;
  if (ERROR_WORDS.has(text)) return ERROR;
  if (isNotApplicable(text)) return NOT_APPLICABLE;
  return PENDING_WORDS.has(text) ? PENDING : text;
}
