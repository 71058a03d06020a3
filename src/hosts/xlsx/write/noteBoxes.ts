import { MAX_COLUMNS, MAX_ROWS, type CellNote } from '../../../model';
import { signedNote } from '../../shared/notes';
import { child, outline } from '../xml/outline';

/** Pixels: width of the box of a note, of its margins, height of a line of nine points. */
const WIDTH = 300;
const MARGIN = 12;
const LINE = 16;
/** Half letters that fit into a line; a Chinese one takes two. */
const LINE_LETTERS = 46;
/** Pixels between the cell and the box. */
const GAP = 15;

/** Pixels of each column and row of a sheet. */
interface Sizes {
  readonly column: (column: number) => number;
  readonly row: (row: number) => number;
}

/** Reads the sizes of the columns and rows of a sheet from its text. */
export function sizesOf(text: string): Sizes {
  const root = outline(text, 1);
  const format = child(root, 'sheetFormatPr')?.attributes;
  const defaultColumn = columnPixels(Number(format?.get('defaultColWidth') ?? 9.14));
  const defaultRow = rowPixels(Number(format?.get('defaultRowHeight') ?? 15));
  const list = child(root, 'cols');
  const columns = (list ? outline(text.slice(list.start, list.end), 1).children : []).map(({ attributes }) => ({
    first: Number(attributes.get('min')) - 1,
    last: Number(attributes.get('max')) - 1,
    pixels: isOn(attributes.get('hidden')) ? 0 : columnPixels(Number(attributes.get('width') ?? 9.14)),
  }));
  const rows = new Map<number, number>();
  for (const [, tag] of text.matchAll(/<(?:\w+:)?row\s([^>]*)/g)) {
    const height = /\bht="([\d.]+)"/.exec(tag!)?.[1];
    const isHidden = isOn(/\bhidden="(\w+)"/.exec(tag!)?.[1]);
    if (height === undefined && !isHidden) continue;
    rows.set(Number(/\br="(\d+)"/.exec(tag!)?.[1] ?? 0) - 1, isHidden ? 0 : rowPixels(Number(height)));
  }
  return {
    column: (at) => columns.find(({ first, last }) => at >= first && at <= last)?.pixels ?? defaultColumn,
    row: (at) => rows.get(at) ?? defaultRow,
  };
}

function isOn(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}

function columnPixels(width: number): number {
  return Math.max(0, Math.trunc(((256 * width + Math.trunc(128 / 7)) / 256) * 7));
}

function rowPixels(points: number): number {
  return Math.max(0, Math.round((points * 4) / 3));
}

/**
 * The anchor of the box of a note, right of its cell and as high as its text needs: column, pixels, row, pixels of its
 * first and of its last corner.
 */
export function noteAnchor(note: CellNote, sizes: Sizes): readonly number[] {
  const lines = signedNote(note)
    .split('\n')
    .reduce((sum, line) => sum + linesOf(line), 0);
  const left = note.column + 1 < MAX_COLUMNS ? note.column + 1 : note.column - 5;
  const top = Math.max(0, note.row - 1);
  const [right, rightPixels] = walk(left, GAP + WIDTH, sizes.column, MAX_COLUMNS);
  const [bottom, bottomPixels] = walk(top, LINE * lines + MARGIN, sizes.row, MAX_ROWS);
  return [left, GAP, top, 2, right, rightPixels, bottom, bottomPixels];
}

function linesOf(line: string): number {
  let letters = 0;
  for (const letter of line) letters += letter > '\u2e7f' ? 2 : 1;
  return Math.max(1, Math.ceil(letters / LINE_LETTERS));
}

/** The column or row in which so many pixels from the start of one end, and how far into it. */
function walk(from: number, pixels: number, size: (at: number) => number, count: number): [at: number, rest: number] {
  let rest = pixels;
  let at = from;
  while (at < count - 1 && rest >= size(at)) rest -= size(at++);
  return [at, Math.min(rest, size(at))];
}
