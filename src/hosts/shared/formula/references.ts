import { MAX_COLUMNS, MAX_ROWS, columnName } from '../../../model';

/** One end of a reference; row or column is null in whole columns (A:C) and whole rows (1:3). */
interface End {
  readonly row: number | null;
  readonly column: number | null;
  readonly isRowFixed: boolean;
  readonly isColumnFixed: boolean;
}

/** A formula cut at its cell references: literal text and reference ends alternate in no fixed order. */
export type FormulaPieces = readonly (string | End)[];

function isNameChar(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95 ||
    code === 46 ||
    code === 92 ||
    code === 63 ||
    code > 127
  );
}

/** End of a text or quoted sheet name that starts at a position; a doubled quote belongs to it. */
export function endOfQuoted(formula: string, at: number): number {
  const quote = formula[at]!;
  let i = at + 1;
  for (;;) {
    i = formula.indexOf(quote, i);
    if (i < 0) return formula.length;
    if (formula[i + 1] !== quote) return i + 1;
    i += 2;
  }
}

/** End of a bracketed part of a structured reference or a workbook name. */
function endOfBracket(formula: string, at: number): number {
  let depth = 0;
  for (let i = at; i < formula.length; i++) {
    if (formula[i] === '[') depth++;
    else if (formula[i] === ']' && --depth === 0) return i + 1;
  }
  return formula.length;
}

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)([1-9]\d{0,6})$/;

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function cellEnd(word: string): End | null {
  const match = CELL.exec(word);
  if (!match) return null;
  const end = {
    column: columnNumber(match[2]!),
    row: Number(match[4]) - 1,
    isColumnFixed: match[1] === '$',
    isRowFixed: match[3] === '$',
  };
  return end.column < MAX_COLUMNS && end.row < MAX_ROWS ? end : null;
}

function lineEnd(word: string): End | null {
  const column = COLUMN.exec(word);
  if (column) {
    const end = { column: columnNumber(column[2]!), row: null, isColumnFixed: column[1] === '$', isRowFixed: true };
    return end.column < MAX_COLUMNS ? end : null;
  }
  const row = ROW.exec(word);
  if (!row) return null;
  const end = { column: null, row: Number(row[2]) - 1, isColumnFixed: true, isRowFixed: row[1] === '$' };
  return end.row < MAX_ROWS ? end : null;
}

/** Words and the marks between them; texts, quoted names and brackets are one mark each. */
export function splitWords(formula: string): string[] {
  const words: string[] = [];
  let i = 0;
  while (i < formula.length) {
    const from = i;
    const c = formula[i]!;
    if (c === '"' || c === "'") i = endOfQuoted(formula, i);
    else if (c === '[') i = endOfBracket(formula, i);
    else if (c === '$' || isNameChar(c.charCodeAt(0))) {
      while (i < formula.length && (formula[i] === '$' || isNameChar(formula.charCodeAt(i)))) i++;
    } else i++;
    words.push(formula.slice(from, i));
  }
  return words;
}

/**
 * Cuts a formula at the cells, whole columns and whole rows that it refers to. Function names, defined names, sheet
 * names, texts and structured references stay text.
 */
export function cutAtReferences(formula: string): FormulaPieces {
  const words = splitWords(formula);
  const pieces: (string | End)[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const isName = words[i + 1] === '(' || words[i + 1] === '!' || (words[i + 1]?.startsWith('[') ?? false);
    const cell = isName ? null : cellEnd(word);
    if (cell) pieces.push(cell);
    else if (words[i + 1] === ':' && words[i + 2] !== undefined) {
      const first = lineEnd(word);
      const last = lineEnd(words[i + 2]!);
      if (first && last && (first.row === null) === (last.row === null)) {
        pieces.push(first, ':', last);
        i += 2;
      } else pieces.push(word);
    } else pieces.push(word);
  }
  return pieces;
}

function shiftedEnd(end: End, rows: number, columns: number): string {
  const row = end.row === null || end.isRowFixed ? end.row : end.row + rows;
  const column = end.column === null || end.isColumnFixed ? end.column : end.column + columns;
  const isOutside =
    (row !== null && (row < 0 || row >= MAX_ROWS)) || (column !== null && (column < 0 || column >= MAX_COLUMNS));
  if (isOutside) return '#REF!';
  const letters = column === null ? '' : (end.isColumnFixed && end.column !== null ? '$' : '') + columnName(column);
  return letters + (row === null ? '' : (end.isRowFixed && end.row !== null ? '$' : '') + String(row + 1));
}

/**
 * The formula as it reads some rows further down and columns further right; fixed ($) references stay.
 * @example shiftFormula(cutAtReferences("SUM(A1:B$2)*C1"), 1, 0) // "SUM(A2:B$2)*C2"
 */
export function shiftFormula(pieces: FormulaPieces, rows: number, columns: number): string {
  let out = '';
  for (const piece of pieces) out += typeof piece === 'string' ? piece : shiftedEnd(piece, rows, columns);
  return out;
}
