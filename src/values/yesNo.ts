import type { CellValue } from '../model';
import { readDate } from './date';
import { FIRST_SERIAL, LAST_SERIAL } from './format';
import { known, readState, UNREADABLE, type Reading } from './reading';

const YES = new Set([
  '√',
  '✓',
  '✔',
  '☑',
  '✅',
  '是',
  '有',
  '已',
  'Y',
  'YES',
  'TRUE',
  '●',
  '对',
  '1',
  '1.0',
  '完成',
  '达标',
  '齐全',
  '健全',
  '合格',
  '通过',
  'T',
]);
const NO = new Set([
  '×',
  '✗',
  '✘',
  '✕',
  '✖',
  '☒',
  '❌',
  '否',
  '无',
  '没',
  '未',
  '缺',
  'N',
  'NO',
  'FALSE',
  '○',
  '错',
  '0',
  '0.0',
  'X',
  'F',
]);
const NO_FORM = /^[不没无否缺]|未|正在|尚缺/u;
const UNSURE = /基本|部分|大部|约|或|[?]|和/u;
/** Words that begin like a no but say that nobody knows. */
const NOBODY_KNOWS = /不清楚|不详|不明|不知|不确定|说不清|未核实|未查/u;
const YES_FORM = /^[已有是]|已|完成|达标|齐全|[0-9〇一二三四五六七八九十]号$|》/u;
const DOCUMENT = /(?:方案|办法|细则|措施|总结|材料|计划|报告|通知|意见|规定|制度|责任书)$/u;

/**
 * A cell of a yes/no column; a date, a document number or a title in it is a yes. The forms with 未, 不, 没 are tried
 * before those with 已 and 完成, so that 未完成 is a no.
 * @example readYesNo("尚未完成") // { state: "value", value: false }
 * @example readYesNo("红岩党〔2004〕5号") // { state: "value", value: true }
 */
export function readYesNo(cell: CellValue): Reading<boolean> {
  const state = readState(cell);
  if (typeof state === 'boolean') return known(state);
  if (typeof state === 'object') return state;
  if (typeof state === 'number') {
    if (state === 1 || state === 0) return known(state === 1);
    const isDay = (state >= FIRST_SERIAL && state <= LAST_SERIAL) || (state >= 19_000_101 && state <= 21_001_231);
    return isDay ? known(true) : UNREADABLE;
  }
  const text = state.toUpperCase();
  if (YES.has(text)) return known(true);
  if (NO.has(text)) return known(false);
  if (readDate(state, { date1904: false, year: 2000 }).state === 'value') return known(true);
  if (NOBODY_KNOWS.test(text)) return UNREADABLE;
  if (NO_FORM.test(text)) return known(false);
  if (text.length <= 8 && UNSURE.test(text)) return UNREADABLE;
  return YES_FORM.test(text) || DOCUMENT.test(text) ? known(true) : UNREADABLE;
}
