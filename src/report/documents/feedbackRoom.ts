import { textWidth } from '../textWidth';
import type { Loss } from './losses';

/** Height of a form in rows of a table, and what its fixed lines take: title, unit, headings, closing, signatures. */
const ROOM = 48;
const FIXED = 17;
/** A paragraph, and what the header row and the space of a table take beside its rows. */
const LINE = 1.2;
const TABLE = 1.4;
/** Letters (half a Chinese character) that a line of text, a reason and a name of an indicator hold. */
const LETTERS = { text: 76, reason: 40, name: 24, debt: 58 };
/** Losses that are shown at most, and even where little room is left. */
const MOST = 10;
const FEWEST = 2;

/**
 * How many losses can be told so that a form stays on one page; the greatest come first. The heights are estimates, a
 * little larger than what Word and LibreOffice need.
 */
export function lossesThatFit(
  losses: readonly Loss[],
  beside: { readonly rows: readonly number[]; readonly texts: readonly string[]; readonly debts: readonly string[] },
): number {
  const lines = (text: string, letters: number): number => (text === '' ? 0 : Math.ceil(textWidth(text) / letters));
  const sum = (list: readonly number[]): number => list.reduce((all, each) => all + each, 0);
  let left =
    ROOM -
    FIXED -
    sum(beside.rows.map((rows) => rows + TABLE)) -
    sum(beside.texts.map((text) => lines(text, LETTERS.text) * LINE)) -
    sum(beside.debts.map((text) => lines(text, LETTERS.debt)));
  let count = 0;
  for (const { name, reason } of losses) {
    left -= Math.max(lines(name, LETTERS.name), lines(reason, LETTERS.reason)) * 0.85 + 0.2;
    if (count >= MOST || (left < 0 && count >= FEWEST)) break;
    count++;
  }
  return count;
}
