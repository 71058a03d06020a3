import { Q } from '../values';
import type { Rational } from '../model';
import type { ColumnMeaning } from './columns';
import { headerKey, nameKey } from './labels';

/** A column that a note counts into the total, with its weight (-1 for what is taken off). */
export interface NotePart {
  readonly column: number;
  readonly weight: Rational;
}

const TOTAL_NOTE = /(?:总分|合计|总成绩|总得分)(?:=|为|按|:)(.+)$/;
const TERM = /^(?:(\d+(?:\.\d+)?%?)[×*x])?(.+?)(?:[×*x](\d+(?:\.\d+)?%?))?$/;

/**
 * Columns that a note such as 总分=基础分+加分-扣分 or 总分=党建×40%+业务×60% adds up; null when it is no such note.
 * `line` is normalised.
 */
export function noteParts(line: string, columns: readonly ColumnMeaning[]): NotePart[] | null {
  const match = TOTAL_NOTE.exec(line);
  if (!match) return null;
  const terms = match[1]!.replace(/[。;；,，].*$/, '').split(/(?=[+\-−])/);
  const parts: NotePart[] = [];
  for (const term of terms) {
    const sign = /^[-−]/.test(term) ? -1 : 1;
    const found = TERM.exec(term.replace(/^[+\-−]/, ''));
    const column = found ? columnNamed(found[2]!, columns) : null;
    if (!found || column === null) return null;
    const factor = found[1] ?? found[3];
    const weight =
      factor === undefined
        ? Q.of(1)
        : factor.endsWith('%')
          ? Q.div(Q.of(factor.slice(0, -1)), Q.of(100))
          : Q.of(factor);
    parts.push({ column, weight: sign < 0 ? Q.negate(weight) : weight });
  }
  return parts.length >= 2 ? parts : null;
}

/** The column of a name in a note: exactly, else the only one whose header begins with it. */
function columnNamed(text: string, columns: readonly ColumnMeaning[]): number | null {
  const key = headerKey(text);
  const exact = columns.find((c) => c.key === key);
  if (exact) return exact.column;
  const near = columns.filter(
    (c) => c.key !== '' && (c.key.startsWith(key) || key.startsWith(c.key) || nameKey(c.key) === nameKey(key)),
  );
  return near.length === 1 ? near[0]!.column : null;
}
