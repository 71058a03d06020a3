import type { ValidationText } from '../../model/changeSet';
import { cutText } from './cellText';

/** Characters of a list of words, of a title and of a text (Excel's limits: beyond them a file counts as damaged). */
const MAX_LIST = 255;
const MAX_TITLE = 32;
const MAX_TEXT = 255;

/**
 * Words of a drop-down as Excel writes them, or null when they are none or too long, or one holds the comma that
 * separates them: then the cells take any entry.
 * @example listOfWords(['好', '较好']) // "好,较好"
 */
export function listOfWords(words: readonly string[]): string | null {
  const list = words.join(',');
  return list === '' || list.length > MAX_LIST || words.some((word) => word.includes(',')) ? null : list;
}

/** A text as it fits into its box. */
export function fittedValidationText({ title, text }: ValidationText): ValidationText {
  return { title: cutText(title, MAX_TITLE), text: cutText(text, MAX_TEXT) };
}
