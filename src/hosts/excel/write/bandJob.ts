import { a1, type CellRange, MAX_COLUMNS, type OutValue, type ResultSheet } from '../../../model';
import { fittedText } from '../../shared/cellText';
import { renameSheets } from '../../shared/formula/renameSheets';
import type { GridCell, SheetGrid } from '../../shared/sheetGrid';
import { quotedSheet } from '../../shared/sheetNames';
import { cellText, type Fingerprint } from '../fingerprint';
import { type Block, cover } from './cover';
import { type Entered, isAsEntered, type Job, notAsWritten } from './job';
import { setLooks, setNumberFormat } from './looks';
import { mightBeRead } from './textEntry';

/** A result sheet being written. */
export interface SheetTarget {
  /** Final name. */
  readonly name: string;
  readonly sheet: ResultSheet;
  readonly grid: SheetGrid;
  /** Final names of all result sheets by wanted name in lower case. */
  readonly finalNames: ReadonlyMap<string, string>;
  /** Cells that a merge will swallow, by `coveredKey`: only the first cell of a merged block holds a value. */
  readonly covered: ReadonlySet<number>;
  /** Sum of what is found in the sheet after it was written; edits are told by it. */
  readonly sum: Fingerprint;
  /** Links that may still be set: each is a call of its own. */
  links: number;
}

/** Cells of merged blocks but their first ones. */
export function coveredCells({ merges }: ResultSheet): Set<number> {
  const covered = new Set<number>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (row !== top || column !== left) covered.add(coveredKey(row, column));
      }
    }
  }
  return covered;
}

function coveredKey(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

/** Some rows of the cells of a result sheet. */
export function bandJob(target: SheetTarget, rows: readonly number[], columns: CellRange): Job {
  const cells = rows.map((row) => target.grid.cells(row));
  const bytes = cells.reduce((sum, row) => sum + row.reduce((all, { value }) => all + bytesOf(value), 0), 0);
  return {
    sheet: target.name,
    cells: rows.length * (columns.right - columns.left + 1),
    bytes,
    queue: (context) => queueBand(context.workbook.worksheets.getItem(target.name), target, rows, cells, columns),
    split() {
      if (rows.length < 2) return null;
      const middle = rows.length >> 1;
      return [bandJob(target, rows.slice(0, middle), columns), bandJob(target, rows.slice(middle), columns)];
    },
  };
}

/** Bytes of a value in a request: Chinese letters take three, formats and looks are few by comparison. */
function bytesOf(value: OutValue): number {
  if (value === null) return 5;
  if (typeof value === 'string') return 3 * value.length + 12;
  if (typeof value !== 'object') return 24;
  return 3 * ('formula' in value ? value.formula : value.text).length + 24;
}

/** What a value is entered as; a number that Excel cannot hold is an error value. */
function entered(value: OutValue, finalNames: SheetTarget['finalNames']): Entered {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  if (typeof value === 'string') return value === '' ? null : fittedText(value);
  return 'formula' in value ? `=${renameSheets(value.formula, finalNames)}` : fittedText(value.text);
}

function isText(value: OutValue): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null && 'link' in value);
}

function queueBand(
  worksheet: Excel.Worksheet,
  target: SheetTarget,
  rows: readonly number[],
  cells: readonly (readonly GridCell[])[],
  columns: CellRange,
): () => void {
  const top = rows[0]!;
  const { left } = columns;
  const [height, width] = [rows.at(-1)! - top + 1, columns.right - left + 1];
  const matrix: Entered[][] = Array.from({ length: height }, () => new Array<Entered>(width).fill(null));
  const asText = new Uint8Array(height * width);
  const styles = new Int32Array(height * width).fill(-1);
  rows.forEach((row, i) => {
    for (const { column, style, value } of cells[i]!) {
      const at = (row - top) * width + column - left;
      const entry = target.covered.has(coveredKey(row, column)) ? null : entered(value, target.finalNames);
      matrix[row - top]![column - left] = entry;
      if (isText(value) && typeof entry === 'string' && mightBeRead(entry)) asText[at] = 1;
      styles[at] = style;
    }
  });
  const blockAt = ({ range }: Block): Excel.Range =>
    worksheet
      .getRangeByIndexes(top + range.top, left + range.left, range.bottom - range.top + 1, range.right - range.left + 1)
      .untrack();
  const texts = cover(height, width, (r, c) => (asText[r * width + c] === 1 ? 1 : -1));
  for (const block of texts) setNumberFormat(blockAt(block), '@');
  const all = worksheet.getRangeByIndexes(top, left, height, width).untrack();
  all.formulas = matrix;
  for (const link of linksOf(target, rows, cells)) queueLink(worksheet, target, link);
  setFormats(target.sheet, blockAt, height, width, styles, asText);
  const looks = cover(height, width, (r, c) => styles[r * width + c]!);
  setLooks(worksheet, shifted(looks, top, left), target.sheet.styles);
  all.load('formulas');
  return () => compare(target, all.formulas, matrix, top, left);
}

/** Number formats: those of the styles, and the default again where "@" was only there to keep a text a text. */
function setFormats(
  sheet: ResultSheet,
  blockAt: (block: Block) => Excel.Range,
  height: number,
  width: number,
  styles: Int32Array,
  asText: Uint8Array,
): void {
  const formats = ['General', ...new Set(sheet.styles.flatMap(({ numberFormat }) => numberFormat ?? []))];
  const formatOf = sheet.styles.map(({ numberFormat = 'General' }) => formats.indexOf(numberFormat));
  const blocks = cover(height, width, (r, c) => {
    const at = r * width + c;
    const format = formatOf[styles[at]!] ?? 0;
    return format > 0 || asText[at] === 1 ? format : -1;
  });
  for (const block of blocks) setNumberFormat(blockAt(block), formats[block.key]!);
}

type LinkValue = Extract<OutValue, { readonly text: string }>;

interface CellLink {
  readonly row: number;
  readonly column: number;
  readonly value: LinkValue;
}

/** Links of a band that are still allowed; a text that Excel might read as something else stays without. */
function linksOf(target: SheetTarget, rows: readonly number[], cells: readonly (readonly GridCell[])[]): CellLink[] {
  const links: CellLink[] = [];
  rows.forEach((row, i) => {
    for (const { column, value } of cells[i]!) {
      if (typeof value !== 'object' || value === null || !('link' in value)) continue;
      if (target.links-- > 0) links.push({ row, column, value });
    }
  });
  return links;
}

function queueLink(worksheet: Excel.Worksheet, { finalNames }: SheetTarget, { row, column, value }: CellLink): void {
  const { sheet, cell } = value.link;
  const name = finalNames.get(sheet.toLowerCase()) ?? sheet;
  const range = worksheet.getRangeByIndexes(row, column, 1, 1).untrack();
  range.hyperlink = { documentReference: `${quotedSheet(name)}!${a1(cell)}`, textToDisplay: fittedText(value.text) };
}

function shifted(blocks: readonly Block[], top: number, left: number): Block[] {
  return blocks.map(({ key, range }) => ({
    key,
    range: {
      top: range.top + top,
      left: range.left + left,
      bottom: range.bottom + top,
      right: range.right + left,
    },
  }));
}

function compare(
  target: SheetTarget,
  found: readonly (readonly unknown[])[],
  matrix: readonly (readonly Entered[])[],
  top: number,
  left: number,
): void {
  matrix.forEach((row, r) =>
    row.forEach((entry, c) => {
      const cell = found[r]![c];
      const isFormula = typeof entry === 'string' && typeof cell === 'string' && entry[0] === '=' && cell[0] === '=';
      if (!isFormula && !isAsEntered(cell, entry)) notAsWritten(target.name, a1({ row: top + r, column: left + c }));
      if (cell !== '') target.sum.add(cellText(top + r, left + c, cell as string | number | boolean));
    }),
  );
}
