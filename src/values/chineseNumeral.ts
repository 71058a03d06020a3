const DIGITS: ReadonlyMap<string, number> = new Map([
  ['零', 0],
  ['〇', 0],
  ['○', 0],
  ['一', 1],
  ['壹', 1],
  ['二', 2],
  ['贰', 2],
  ['两', 2],
  ['三', 3],
  ['叁', 3],
  ['四', 4],
  ['肆', 4],
  ['五', 5],
  ['伍', 5],
  ['六', 6],
  ['陆', 6],
  ['七', 7],
  ['柒', 7],
  ['八', 8],
  ['捌', 8],
  ['九', 9],
  ['玖', 9],
]);
const PLACES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

/** Characters that a Chinese numeral is written with. */
export const NUMERAL_CHARACTERS = '零〇○一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟';

/**
 * A whole number below 10,000 written in Chinese, or null.
 * @example parseChineseNumeral("一百零五") // 105
 * @example parseChineseNumeral("二〇〇四") // 2004
 */
export function parseChineseNumeral(text: string): number | null {
  const characters = [...text];
  if (characters.length === 0 || characters.length > 9) return null;
  if (characters.every((c) => DIGITS.has(c))) {
    return characters.length > 4 ? null : characters.reduce((value, c) => value * 10 + DIGITS.get(c)!, 0);
  }
  let total = 0;
  let digit: number | null = null;
  let last = Infinity;
  for (const c of characters) {
    const place = PLACES.get(c);
    if (place === undefined) {
      const next = DIGITS.get(c);
      if (next === undefined || (digit !== null && digit !== 0)) return null;
      digit = next;
      continue;
    }
    // 十 alone is 10; every other place needs a digit before it, and places fall.
    if (place >= last || (digit === null && !(place === 10 && total === 0)) || digit === 0) return null;
    total += (digit ?? 1) * place;
    last = place;
    digit = null;
  }
  return total + (digit ?? 0);
}
