/** First code point that takes two units: CJK punctuation, ideographs, kana, full-width forms and emoji follow. */
const FIRST_WIDE = 0x2e80;
/** Signs below that which Chinese fonts draw wide: “ ” ‘ ’ … — ● ① and the like. */
const WIDE_SIGNS = /[\u2014\u2018\u2019\u201c\u201d\u2026\u2460-\u24ff\u25a0-\u25ff\u2190-\u21ff]/u;

/**
 * Width of one line of text in characters of the default font: a Chinese character takes two.
 * @example textWidth("总分100") // 7
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += isWide(letter) ? 2 : 1;
  return width;
}

function isWide(letter: string): boolean {
  return letter.codePointAt(0)! >= FIRST_WIDE || WIDE_SIGNS.test(letter);
}

/**
 * Lines that a text takes in a column of a width (in characters); line breaks in the text count.
 * @example lineCount("领导班子好", 6) // 2
 */
export function lineCount(text: string, width: number): number {
  const room = Math.max(2, Math.floor(width) - 1);
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(textWidth(line) / room));
  return lines;
}

/** A width that shows the longest of the texts, within limits. */
export function fit(texts: readonly string[], narrowest: number, widest: number): number {
  let width = narrowest;
  for (const text of texts) width = Math.max(width, textWidth(text) + 2);
  return Math.min(width, widest);
}
