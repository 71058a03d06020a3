import type { Rational } from '../model';
import { normaliseText } from './normalise';
import { parseDecimal } from './rational';

const BRACKETED = /[([{【〔〖〈《「『<]\s*(?:满分|共|计|占)?:?(\d{1,6}(?:\.\d{1,4})?)分?\s*[)\]}】〕〗〉》」』>]/u;
const TRAILING = /(\d{1,6}(?:\.\d{1,4})?)分$/u;

/**
 * A label and the points written beside it; spaces and line breaks inside go.
 * @example splitLabel("好 的 班 子 ︻16分︼") // { name: "好的班子", points: 16 }
 * @example splitLabel("支部建设13分") // { name: "支部建设", points: 13 }
 */
export function splitLabel(label: string): { readonly name: string; readonly points: Rational | null } {
  const text = normaliseText(label);
  const match = BRACKETED.exec(text) ?? TRAILING.exec(text);
  const name = match ? text.slice(0, match.index) + text.slice(match.index + match[0].length) : text;
  return match && name !== '' ? { name, points: parseDecimal(match[1]!) } : { name: text, points: null };
}
