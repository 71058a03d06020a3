import type { CellValue } from '../model';
import { normaliseText } from './normalise';
import { known, readState, UNREADABLE, type Reading } from './reading';

/** Words for the same level, best rank first (domain table of written values). */
const RANKS: readonly (readonly string[])[] = [
  ['优', '优秀', 'A', '好', '很好'],
  ['良', '良好', 'B', '较好'],
  ['中', '合格', '一般', 'C', '达标', '称职'],
  ['差', '不合格', '较差', 'D', '不达标', '未达标', '不称职', '后进'],
  ['无', '没有', '未建'],
];
const RANK_OF: ReadonlyMap<string, number> = new Map(RANKS.flatMap((words, rank) => words.map((word) => [word, rank])));

function plainLevel(text: string): string {
  const plain = normaliseText(text).toUpperCase();
  return plain.length > 1 ? plain.replace(/[级等档]$/u, '') : plain;
}

/**
 * Index of the level of `names` (best first) that a text means, or -1: the name itself, else a word of the same rank,
 * else the name at that rank where the other names show that the list follows the ranks.
 * @example findLevel("优秀", ["好", "较好", "一般", "差"]) // 0
 * @example findLevel("优秀", ["公司级", "厂级", "参与", "无"]) // -1
 */
export function findLevel(text: string, names: readonly string[]): number {
  const whole = normaliseText(text).toUpperCase();
  const exact = names.findIndex((name) => normaliseText(name).toUpperCase() === whole);
  if (exact >= 0) return exact;
  const plain = plainLevel(text);
  const levels = names.map(plainLevel);
  if (levels.includes(plain)) return levels.indexOf(plain);
  const rank = RANK_OF.get(plain);
  if (rank === undefined) return -1;
  const same = levels.findIndex((level) => RANK_OF.get(level) === rank);
  if (same >= 0 || rank > 3 || levels.length !== 4) return same;
  const ranked = levels.map((level) => RANK_OF.get(level));
  const agrees = ranked.every((r, i) => r === undefined || r === i) && ranked.some((r) => r !== undefined);
  return agrees ? rank : -1;
}

/**
 * A cell of a column of levels: the index into `names` (best first).
 * @example readLevel("良好", ["好", "较好", "一般", "差"]) // { state: "value", value: 1 }
 */
export function readLevel(cell: CellValue, names: readonly string[]): Reading<number> {
  // A level may be named like 免 or 待定: the scheme's own names come first.
  const named = typeof cell === 'string' && cell.trim() !== '' ? findLevel(cell, names) : -1;
  if (named >= 0) return known(named);
  const state = readState(cell);
  return typeof state === 'object' ? state : UNREADABLE;
}
