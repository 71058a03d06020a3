import type { GivenHeaders } from './corrections/headerRows';
import { headerKey, isFullMark } from './labels';
import { cellText, type SheetGrid } from './grid';
import { isNoteText, isSumName } from './rowKinds';
import type { ScoredMatch, Vocabulary } from './vocabulary';

/** One column of a table with what its header says, outermost level first. */
export interface HeaderColumn {
  readonly column: number;
  /** Texts as written, a merged text once. */
  readonly levels: readonly string[];
  /** Cell of the lowest level. */
  readonly row: number;
}

/** A table on a sheet: its header, its body, and the lines above it. */
export interface Block {
  readonly grid: SheetGrid;
  readonly headerRows: readonly number[];
  readonly columns: readonly HeaderColumn[];
  /** Rows below the header that may belong to it. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
  /** Heading of the table, "" when there is none. */
  readonly title: string;
  /** All lines above the header that belong to it (title, unit, date …), and notes below it. */
  readonly above: readonly string[];
  /** Rows of those lines, top to bottom. */
  readonly aboveRows: readonly number[];
  /** Beside other tables under one header row: lines above it count only where they stand over its own columns. */
  readonly isSplit: boolean;
  readonly below: readonly string[];
  /** A person has said where its header is. */
  readonly isGiven: boolean;
}

const MOST_HEADER_ROWS = 4;
/** Rows of a body that are looked at word by word for another header. */
const SEARCHED_ROWS = 200;
const TITLE_WORDS = /表|册|台账|细则|参数|考核|考评|评议|测评|评分|得分|成绩|排名|汇总|统计|情况/;
const YEAR_MONTH = /^\d{4}年\d{1,2}月$/;

/** What a text says as a header. */
interface HeaderWord {
  readonly key: string;
  readonly isKey: boolean;
  readonly isKnown: boolean;
  readonly isResult: boolean;
  /** A month of a year, which may be the date of a row. */
  readonly isDate: boolean;
  /** Indicators and dimensions that it names, where it is no header word itself. */
  readonly matches: readonly ScoredMatch[];
}

/** Looks each text of a sheet up once: the cells of a body say the same few things again and again. */
class HeaderWords {
  private readonly known = new Map<string, HeaderWord>();

  constructor(private readonly vocabulary: Vocabulary) {}

  of(text: string): HeaderWord {
    let word = this.known.get(text);
    if (!word) this.known.set(text, (word = this.read(text)));
    return word;
  }

  private read(text: string): HeaderWord {
    const { vocabulary } = this;
    const key = headerKey(text);
    const isDate = YEAR_MONTH.test(key);
    const isHeader = !isDate && vocabulary.isHeader(key);
    const matches = isDate || isHeader ? [] : vocabulary.matchWithWord(text).matches;
    const isKnown = isHeader || matches.length > 0;
    const [isKey, isResult] = [vocabulary.isKeyHeader(key), vocabulary.isResultHeader(key)];
    return { key, isKey, isKnown, isResult, isDate, matches };
  }
}

/**
 * The tables of a sheet, top to bottom, tables side by side left to right. Where a person has said what the header is,
 * that holds.
 */
export function findBlocks(grid: SheetGrid, vocabulary: Vocabulary, given: GivenHeaders | null = null): Block[] {
  const headers: { top: number; bottom: number; columns: HeaderColumn[] }[] = [];
  const { rows } = grid.sheet.cells;
  const words = new HeaderWords(vocabulary);
  let next = -1;
  let misses = 0;
  for (const row of rows) {
    if (row <= next) continue;
    const end = given?.from(row) ?? null;
    if (end !== null) {
      headers.push({ top: row, bottom: end, columns: headerColumns(grid, row, end) });
      next = end;
      continue;
    }
    // In a long body only a row below a gap, a title or another short line can head a table.
    if (headers.length > 0 && misses > SEARCHED_ROWS && grid.fillOf(row - 1, 0, grid.lastColumn, 4).count > 3) continue;
    const found = headerAt(grid, row, words, vocabulary);
    if (!found || given?.refuses(found.top, found.bottom)) {
      misses++;
      continue;
    }
    headers.push(found);
    next = found.bottom;
    misses = 0;
  }
  const blocks: Block[] = [];
  headers.forEach((header, k) => {
    const previousEnd = k === 0 ? -1 : headers[k - 1]!.bottom;
    const following = headers[k + 1];
    const lastRow = following ? bodyEnd(grid, header, following.top) : grid.lastRow;
    const above = linesAbove(grid, previousEnd, header.top, k > 0);
    const parts = splitSideBySide(header.columns, vocabulary);
    const isGiven = given?.isGiven(header.top) ?? false;
    for (const columns of parts)
      blocks.push({ ...blockOf(grid, header, columns, lastRow, above, parts.length > 1), isGiven });
  });
  return blocks;
}

function blockOf(
  grid: SheetGrid,
  header: { top: number; bottom: number },
  columns: HeaderColumn[],
  lastRow: number,
  lines: readonly Line[],
  isSplit: boolean,
): Omit<Block, 'isGiven'> {
  const left = columns[0]!.column;
  const right = columns[columns.length - 1]!.column;
  const above = lines
    .map(({ row, text }) => (isSplit ? lineText(grid, row, left, right) : text))
    .filter((text) => text.trim() !== '');
  const headerRows: number[] = [];
  for (let row = header.top; row <= header.bottom; row++) headerRows.push(row);
  const titles = above.filter((line) => !/[:：]/.test(line) && !/^附[件表]/.test(line.trim()) && !isNoteText(line));
  return {
    grid,
    headerRows,
    columns,
    firstRow: header.bottom + 1,
    lastRow,
    left,
    right,
    // The name of the house often stands above the title.
    title: (titles.find((line) => TITLE_WORDS.test(line)) ?? titles[0])?.trim() ?? '',
    above,
    aboveRows: lines.map((line) => line.row),
    isSplit,
    below: notesBelow(grid, header.bottom + 1, lastRow),
  };
}

/** The header that has its first telling row at `row`, or null. */
function headerAt(
  grid: SheetGrid,
  row: number,
  words: HeaderWords,
  vocabulary: Vocabulary,
): { top: number; bottom: number; columns: HeaderColumn[] } | null {
  const filled = grid.filledColumns(row);
  if (filled.length < 2) return null;
  if (!isHeaderRow(grid, row, filled, words, vocabulary)) return null;
  const keys = filled.filter((column) => vocabulary.isKeyHeader(headerKey(grid.ownText(row, column))));
  let top = row;
  while (top > 0 && row - top < MOST_HEADER_ROWS - 1 && isGroupRow(grid, top - 1, row, vocabulary)) top--;
  let bottom = row;
  for (const column of filled) {
    const merge = grid.merge(row, column);
    if (merge && merge.top >= top && merge.right - merge.left < 60)
      bottom = Math.max(bottom, Math.min(merge.bottom, row + MOST_HEADER_ROWS - 1));
  }
  while (bottom - top < MOST_HEADER_ROWS - 1 && isContinuation(grid, bottom + 1, keys, vocabulary)) bottom++;
  return { top, bottom, columns: headerColumns(grid, top, bottom) };
}

function isHeaderRow(
  grid: SheetGrid,
  row: number,
  filled: readonly number[],
  words: HeaderWords,
  vocabulary: Vocabulary,
): boolean {
  let known = 0;
  let results = 0;
  let key = 0;
  let numbers = 0;
  let dates = 0;
  // A row of a form names one dimension and one indicator; a header names several of a kind.
  const scored = new Map<string, Set<number>>();
  const seen = new Set<string>();
  for (const column of filled) {
    const value = grid.own(row, column);
    if (typeof value !== 'string') {
      numbers++;
      continue;
    }
    if (value.length > 60) continue;
    const word = words.of(value);
    if (seen.has(word.key)) continue;
    seen.add(word.key);
    if (word.isKey) key++;
    if (word.isDate) dates++;
    else if (word.isKnown) known++;
    for (const { type, scheme, index } of word.matches) {
      const kind = `${type} ${scheme}`;
      scored.set(kind, (scored.get(kind) ?? new Set()).add(index));
    }
    if (word.isResult) results++;
  }
  if (numbers > filled.length / 2) return false;
  // One month of one year is the date of a row, several are the columns of a register.
  if (dates > 1) known += dates;
  // The key alone, over a second row that says the rest: 单位 | 测评等次, and 优秀 | 良好 … below it.
  if (known === 1 && key === 1 && numbers === 0) {
    const keys = filled.filter((column) => vocabulary.isKeyHeader(headerKey(grid.ownText(row, column))));
    return isContinuation(grid, row + 1, keys, vocabulary);
  }
  if (known < 2) return false;
  if (vocabulary.isPair(seen)) return true;
  return (
    (key > 0 && known / seen.size >= 0.25) || results >= 2 || [...scored.values()].some((names) => names.size >= 2)
  );
}

/** True for a row of group labels right above a header row: several short texts or one that spans some columns. */
function isGroupRow(grid: SheetGrid, row: number, below: number, vocabulary: Vocabulary): boolean {
  const filled = grid.filledColumns(row);
  if (filled.length === 0) return false;
  const columnsBelow = grid.filledColumns(below);
  let telling = false;
  for (const column of filled) {
    const value = grid.own(row, column);
    if (
      typeof value !== 'string' ||
      value.length > 40 ||
      /[:：]/.test(value) ||
      isNoteText(value) ||
      /^附[件表]/.test(value)
    )
      return false;
    // Two heads of one column contradict each other: a label of an info line, not a group.
    if (vocabulary.isKeyHeader(headerKey(value)) && !grid.isBlank(below, column)) return false;
    const merge = grid.merge(row, column);
    const span = merge ? merge.right - merge.left + 1 : 1;
    // A single cell is a title unless it spans some of the columns below it, the first one not among them.
    if (filled.length === 1 && (span < 2 || column <= columnsBelow[0]!)) return false;
    if (vocabulary.isScored(value) || vocabulary.isHeader(headerKey(value)) || vocabulary.isSourceWord(value))
      telling = true;
  }
  return filled.length >= 2 ? telling || filled.length >= 3 : telling;
}

/** True when a row still belongs to the header: nothing under the key headers, texts only elsewhere. */
function isContinuation(grid: SheetGrid, row: number, keys: readonly number[], vocabulary: Vocabulary): boolean {
  const filled = grid.filledColumns(row);
  if (filled.length < 2 || keys.length === 0) return false;
  for (const key of keys) if (!grid.isBlank(row, key)) return false;
  let known = 0;
  for (const column of filled) {
    const value = grid.own(row, column);
    if (typeof value !== 'string' || isSumName(value) || isNoteText(value)) return false;
    if (vocabulary.isHeader(headerKey(value)) || vocabulary.isScored(value) || vocabulary.isSourceWord(value)) known++;
  }
  return known >= Math.max(2, filled.length / 2);
}

function headerColumns(grid: SheetGrid, top: number, bottom: number): HeaderColumn[] {
  const used = new Set<number>();
  for (let row = top; row <= bottom; row++) {
    for (const column of grid.filledColumns(row)) {
      used.add(column);
      const merge = grid.merge(row, column);
      if (merge && merge.right - merge.left < 200) for (let c = merge.left; c <= merge.right; c++) used.add(c);
    }
  }
  const columns = [...used].sort((a, b) => a - b);
  const carried: string[] = [];
  const result: HeaderColumn[] = [];
  for (const column of columns) {
    const levels: string[] = [];
    let lowest = top;
    for (let row = top; row <= bottom; row++) {
      let text = grid.text(row, column).trim();
      const lower = row < bottom && hasTextBelow(grid, row + 1, bottom, column);
      if (text === '' && lower && grid.merge(row, column) === null) text = carried[row - top] ?? '';
      if (grid.text(row, column).trim() !== '' || !lower) carried[row - top] = text;
      if (text === '') continue;
      if (!grid.isBlank(row, column)) lowest = row;
      const last = levels[levels.length - 1];
      if (last === text) continue;
      // A full mark on a line of its own belongs to the name above it.
      if (last !== undefined && isFullMark(text))
        levels[levels.length - 1] = `${last}（${text.replace(/[：:\s()（）]/g, '')}）`;
      else levels.push(text);
    }
    if (levels.length > 0) result.push({ column, levels, row: lowest });
  }
  return result;
}

function hasTextBelow(grid: SheetGrid, from: number, to: number, column: number): boolean {
  for (let row = from; row <= to; row++) if (!grid.isBlank(row, column)) return true;
  return false;
}

/** Two tables side by side share one header row: the key header stands twice with the same neighbours. */
function splitSideBySide(columns: HeaderColumn[], vocabulary: Vocabulary): HeaderColumn[][] {
  const first = columns[0];
  if (!first) return [];
  const lowest = (column: HeaderColumn) => headerKey(column.levels[column.levels.length - 1]!);
  const start = lowest(first);
  if (!vocabulary.isKeyHeader(start) && start !== '序号') return [columns];
  const cuts = columns
    .map((_, i) => i)
    .filter((i) => i > 0 && columns[i]!.levels.length === first.levels.length && lowest(columns[i]!) === start);
  if (cuts.length === 0) return [columns];
  const parts: HeaderColumn[][] = [];
  for (let i = 0; i <= cuts.length; i++) parts.push(columns.slice(i === 0 ? 0 : cuts[i - 1], cuts[i]));
  const shape = (part: HeaderColumn[]) => part.map(lowest).join('|');
  return parts.every((part) => part.length >= 2 && shape(part) === shape(parts[0]!)) ? parts : [columns];
}

/** Last row of a body that another table follows: the lines right above that one are its title. */
function bodyEnd(grid: SheetGrid, header: { bottom: number }, nextTop: number): number {
  let row = nextTop - 1;
  while (row > header.bottom && isLine(grid, row)) {
    if (grid.filledColumns(row).length === 0 && row < nextTop - 1) break;
    row--;
  }
  return Math.max(row, header.bottom);
}

/** Texts of a row between two columns, one after another: a label and its value may stand in neighbouring cells. */
function lineText(grid: SheetGrid, row: number, left: number, right: number): string {
  const columns = grid.filledColumns(row).filter((column) => column >= left && column <= right);
  return columns.map((column) => cellText(grid.own(row, column))).join('    ');
}

/** Nothing, a single cell, or labels with colons: no row of a table's body. */
function isLine(grid: SheetGrid, row: number): boolean {
  const filled = grid.filledColumns(row);
  return filled.length <= 1 || filled.some((column) => /[:：]/.test(grid.ownText(row, column)));
}

interface Line {
  readonly row: number;
  readonly text: string;
}

function linesAbove(grid: SheetGrid, after: number, top: number, onlyNear: boolean): Line[] {
  const lines: Line[] = [];
  for (let row = top - 1; row > after && top - row <= 12; row--) {
    const filled = grid.filledColumns(row);
    const text = lineText(grid, row, 0, Infinity);
    if (onlyNear && filled.length !== 1 && !/[:：]/.test(text)) break;
    if (text.trim() !== '') lines.unshift({ row, text });
  }
  return lines;
}

function notesBelow(grid: SheetGrid, first: number, last: number): string[] {
  const notes: string[] = [];
  const { rows } = grid.sheet.cells;
  for (let k = rows.length - 1; k >= 0 && rows.length - k <= 12; k--) {
    const row = rows[k]!;
    if (row > last) continue;
    if (row < first) break;
    const filled = grid.filledColumns(row);
    const text = filled.length > 0 ? cellText(grid.own(row, filled[0]!)) : '';
    if (text !== '' && isNoteText(text)) notes.unshift(text);
  }
  return notes;
}
