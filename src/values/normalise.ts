/** Marks that nobody sees: zero-width, bidirectional and other control characters, byte order mark. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
const SPACE = /\s+/gu;

/** True for a text that normalising leaves as it is: Chinese characters, Latin letters and digits only; most names are. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const plain =
      (code >= 0x4e00 && code <= 0x9fa5) ||
      (code >= 48 && code <= 57) ||
      (code >= 65 && code <= 90) ||
      (code >= 97 && code <= 122);
    if (!plain) return false;
  }
  return true;
}

/**
 * A text as it is matched: NFKC, without white space, line breaks and invisible characters (specification, section 2).
 * @example normaliseText("领导 班子好\n（２０分）") // "领导班子好(20分)"
 */
export function normaliseText(text: string): string {
  return isPlain(text) ? text : text.normalize('NFKC').replace(INVISIBLE, '').replace(SPACE, '');
}

/**
 * A text as it is shown and kept: NFKC, without invisible characters, line breaks and runs of space as one space.
 * @example tidyText("  五好党支部（党总支） ") // "五好党支部(党总支)"
 */
export function tidyText(text: string): string {
  return isPlain(text) ? text : text.normalize('NFKC').replace(INVISIBLE, '').replace(SPACE, ' ').trim();
}
