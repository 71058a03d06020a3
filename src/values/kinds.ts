import type { CellValue } from '../model';
import { NUMERAL_CHARACTERS, parseChineseNumeral } from './chineseNumeral';
import { normaliseText } from './normalise';
import { saysNone } from './number';
import { known, readState, UNREADABLE, type Reading } from './reading';

const NONE = new Set(['齐全', '0', '零', '均齐全', '正常', '无缺项']);
const COUNT = new RegExp(
  `^[:=x×*]?(?:(\\d{1,6})|([${NUMERAL_CHARACTERS}]{1,7}))?(?:人次|人|次|起|例|项|条|件|个|名|篇|份|宗|处|回)?$`,
  'u',
);

function countOf(rest: string): number | null {
  if (rest === '') return 1;
  const match = COUNT.exec(rest);
  if (!match) return null;
  if (match[1] !== undefined) return Number(match[1]);
  return match[2] !== undefined ? parseChineseNumeral(match[2]) : null;
}

/** "2轻伤" and "轻伤2人" alike; null when the part names no kind. */
function kindOf(part: string, kinds: readonly string[]): { kind: number; count: number } | null {
  let best: { kind: number; count: number } | null = null;
  let length = 0;
  kinds.forEach((name, kind) => {
    if (name.length <= length || !part.startsWith(name)) return;
    const count = countOf(part.slice(name.length));
    if (count === null) return;
    best = { kind, count };
    length = name.length;
  });
  return best;
}

/**
 * A cell that lists kinds with counts: how often each of `kinds` is named. A name alone counts once; 齐全, 无 and 0
 * are none; an unknown kind is not understood.
 * @example readKinds("轻伤2人、重伤", ["轻伤", "重伤"]) // { state: "value", value: [2, 1] }
 */
export function readKinds(cell: CellValue, kinds: readonly string[]): Reading<readonly number[]> {
  const counts = kinds.map(() => 0);
  const names = kinds.map(normaliseText);
  const named = typeof cell === 'string' ? names.indexOf(normaliseText(cell)) : -1;
  if (named >= 0 && names[named] !== '') {
    counts[named] = 1;
    return known(counts);
  }
  const state = readState(cell);
  if (state === 0) return known(counts);
  if (typeof state === 'number' || typeof state === 'boolean') return UNREADABLE;
  if (typeof state === 'object') return state;
  if (NONE.has(state) || saysNone(state)) return known(counts);
  if (state.length > 400) return UNREADABLE;
  // Spaces separate too, so the parts are cut before they are taken out; a count may stand apart from its name.
  const parts = String(cell)
    .normalize('NFKC')
    .split(/[、,;。\n]/u);
  for (const part of parts.flatMap((p) => splitAtSpaces(p, names))) {
    if (part === '') continue;
    const found = kindOf(part, names);
    if (!found) return UNREADABLE;
    counts[found.kind] = counts[found.kind]! + found.count;
  }
  return known(counts);
}

function splitAtSpaces(part: string, names: readonly string[]): string[] {
  const whole = normaliseText(part);
  if (whole === '' || kindOf(whole, names)) return [whole];
  const pieces = part.split(/\s+/u).map(normaliseText).filter(Boolean);
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before !== undefined && names.includes(before) && countOf(piece) !== null)
      joined[joined.length - 1] = before + piece;
    else joined.push(piece);
  }
  return joined;
}
