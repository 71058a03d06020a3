/** Where a line of a title may end: behind these, or before those. */
const BEHIND = /[、，；：）)]$/u;
const BEFORE = /^(?:和|及|与|考核|情况|的通报|通报|结果|一览表|反馈单)/u;

/**
 * A title in as few lines as fit, broken between words and as even as can be. Text without Chinese is left to the
 * writer, which breaks between its words anyway.
 * @example titleLines("关于2004年度五好党委、五好党支部和党员五带头考核情况的通报", 20)
 * // ["关于2004年度五好党委、五好党支部", "和党员五带头考核情况的通报"]
 */
export function titleLines(text: string, perLine: number): string[] {
  if (widthOf(text) <= perLine || !/[\u4e00-\u9fff]{4}/u.test(text) || /[a-z]{3} [a-z]/iu.test(text)) return [text];
  const pieces = piecesOf(text);
  for (let count = 2; count <= pieces.length; count++) {
    const lines = evenLines(pieces, count, perLine);
    if (lines) return lines;
  }
  return [text];
}

/** Pieces of a title that stay whole. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at < text.length; at++) {
    if (piece !== '' && (BEHIND.test(piece) || BEFORE.test(text.slice(at)))) {
      pieces.push(piece);
      piece = '';
    }
    piece += text[at]!;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** The pieces in so many lines, the longest as short as can be; null when a line is too long. */
function evenLines(pieces: readonly string[], count: number, perLine: number): string[] | null {
  if (count === 1) {
    const line = pieces.join('');
    return widthOf(line) <= perLine ? [line] : null;
  }
  let best: string[] | null = null;
  for (let first = 1; first <= pieces.length - count + 1; first++) {
    const line = pieces.slice(0, first).join('');
    if (widthOf(line) > perLine) break;
    const rest = evenLines(pieces.slice(first), count - 1, perLine);
    if (rest && (best === null || longest([line, ...rest]) < longest(best))) best = [line, ...rest];
  }
  return best;
}

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map(widthOf));
}

/** Width in Chinese characters: letters and digits take half of one. @example widthOf("2004年") // 3 */
export function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (letter.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0);
}
