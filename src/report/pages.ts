import type { PrintSetup } from '../model';

/**
 * Pixels of a character of the default font, by which programs measure columns: 7 in Calibri, 8 in 宋体, 9.3 where a
 * program has neither and takes another one. No page must be too narrow for its columns.
 */
const CHARACTER = 9.4;
const PADDING = 6.8;
/** A4 in inches. */
const SHORT = 8.27;
const LONG = 11.69;
const PIXELS_PER_INCH = 96;
const POINTS_PER_INCH = 72;
/** Below this size (percent) 9 points are hard to read: rather two pages beside each other. */
const SMALLEST = 70;
const STEP = 2;
/** How much smaller a sheet may get to need a page less. */
const MOST_SHRUNK = 0.85;
/** Programs round the heights of rows to pixels. */
const USED_HEIGHT = 0.98;
/** Rows beyond which nobody looks where pages end. */
const MOST_ROWS = 2_000;
const DEFAULT_HEIGHT = 15;

/** What a sheet wants of its pages. */
export interface PageWish {
  readonly print: PrintSetup;
  /** Widths of the printed columns in characters. */
  readonly widths: readonly number[];
  /** First columns of blocks that should not be torn apart, rising; and the columns that each page repeats. */
  readonly blocks?: readonly number[];
  readonly repeated?: { readonly first: number; readonly last: number };
  /** Number of rows, their heights in points, and the rows that stay on the page of the row above. */
  readonly rows: number;
  readonly heights: ReadonlyMap<number, number>;
  readonly glued?: ReadonlySet<number>;
}

/**
 * Print set-up with a size and page breaks of its own, so that pages end where they should in every program: fitted to
 * a page, Excel and LibreOffice would each break where they like.
 */
export function onPages(wish: PageWish): PrintSetup {
  const { print, repeated, rows } = wish;
  const columns = planColumns(wish);
  const isWide = columns.starts.length > 1;
  if (rows > MOST_ROWS && !isWide) return print;
  const { scale, breaks: own } =
    rows > MOST_ROWS ? { scale: columns.scale, breaks: null } : planRows(wish, columns.scale);
  const breaks = { ...(own ? { rows: own } : {}), ...(isWide ? { columns: columns.starts.slice(1) } : {}) };
  return {
    ...print,
    fitToWidth: false,
    scale,
    ...(isWide && repeated ? { titleColumns: repeated } : {}),
    breaks,
  };
}

/** How columns are spread over pages beside each other: the size in percent, and the first column of each page. */
export interface ColumnPlan {
  readonly scale: number;
  readonly starts: readonly number[];
}

/**
 * Spreads columns over pages: one page if it can be read, else pages that begin where a block begins, as large as their
 * number allows.
 */
export function planColumns({
  print,
  widths,
  blocks = [],
  repeated = { first: 0, last: -1 },
}: Pick<PageWish, 'print' | 'widths' | 'blocks' | 'repeated'>): ColumnPlan {
  const pixels = widths.map((width) => width * CHARACTER + PADDING);
  const sum = (from: number, to: number) => pixels.slice(from, to).reduce((all, width) => all + width, 0);
  const [left, right] = print.margins ?? [0, 0];
  const page = (print.orientation === 'landscape' ? LONG : SHORT) - left - right;
  const whole = Math.floor((100 * page * PIXELS_PER_INCH) / sum(0, pixels.length));
  if (whole >= SMALLEST || blocks.length === 0) return { scale: Math.min(100, Math.max(10, whole)), starts: [0] };

  const labels = sum(0, blocks[0]!);
  const again = sum(repeated.first, repeated.last + 1);
  const spread = (scale: number): number[] => {
    const room = (page * PIXELS_PER_INCH * 100) / scale;
    const starts = [0];
    let used = labels;
    blocks.forEach((from, i) => {
      for (const [first, end] of piecesOf(pixels, from, blocks[i + 1] ?? pixels.length, room - labels)) {
        const width = sum(first, end);
        if (used + width > room && first > blocks[0]!) {
          starts.push(first);
          used = again;
        }
        used += width;
      }
    });
    return starts;
  };
  const pages = spread(SMALLEST).length;
  let scale = SMALLEST;
  while (scale + STEP <= 100 && spread(scale + STEP).length === pages) scale += STEP;
  return { scale, starts: spread(scale) };
}

/** A block in pieces that each fit into a page; mostly the block itself. */
function piecesOf(pixels: readonly number[], from: number, to: number, room: number): [number, number][] {
  const pieces: [number, number][] = [];
  let [first, used] = [from, 0];
  for (let column = from; column < to; column++) {
    if (used + pixels[column]! > room && column > first) {
      pieces.push([first, column]);
      [first, used] = [column, 0];
    }
    used += pixels[column]!;
  }
  return [...pieces, [first, to]];
}

/** Breaks of rows at the given size, or a little smaller where that saves a page. */
function planRows(wish: PageWish, largest: number): { scale: number; breaks: readonly number[] } {
  let best = { scale: largest, breaks: rowBreaks(wish, largest) };
  const least = Math.max(Math.min(largest, SMALLEST), Math.ceil(largest * MOST_SHRUNK));
  for (let scale = largest - 1; scale >= least; scale--) {
    const breaks = rowBreaks(wish, scale);
    if (breaks.length < best.breaks.length) best = { scale, breaks };
  }
  return best;
}

/** First rows of the pages but the first one. */
function rowBreaks({ print, rows, heights, glued = new Set() }: PageWish, scale: number): number[] {
  const height = (row: number) => heights.get(row) ?? DEFAULT_HEIGHT;
  const [, , top, bottom] = print.margins ?? [0, 0, 0, 0];
  const page = (print.orientation === 'landscape' ? SHORT : LONG) - top - bottom;
  const room = (page * POINTS_PER_INCH * USED_HEIGHT * 100) / scale;
  const titles = print.titleRows;
  let again = 0;
  if (titles) for (let row = titles.first; row <= titles.last; row++) again += height(row);
  const breaks: number[] = [];
  let start = 0;
  let used = 0;
  for (let row = 0; row < rows; row++) {
    used += height(row);
    if (used <= room || row === start) continue;
    let at = row;
    while (at > start + 1 && glued.has(at)) at--;
    // What is glued together and yet longer than a page is broken where it has to be.
    if (glued.has(at) || at <= (titles?.last ?? -1) + 1) at = row;
    breaks.push(at);
    start = at;
    used = again;
    for (let below = at; below <= row; below++) used += height(below);
  }
  return breaks;
}
