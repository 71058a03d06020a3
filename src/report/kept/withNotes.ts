import type { CellBlock, CellStyle, OutValue, ResultSheet } from '../../model';
import { LOOKS, rowHeight } from '../looks';
import { fit, lineCount } from '../textWidth';
import { RowFinder } from './findRow';
import type { KeptCell, KeptNotes, KeptRow } from './readNotes';
import { rowKeys, shapeOf, type RowKey } from './rowKeys';
import { textOfResult } from './sheetText';

const WIDTH = { narrowest: 12, widest: 40 };
const LOOK = { font: LOOKS.text.font, vertical: 'center', wrap: true } as const satisfies CellStyle;

/** Cells of people in a row of the new sheet. */
interface Placed {
  readonly row: number;
  readonly cells: readonly KeptCell[];
}

/**
 * A result sheet with what people wrote beside the rows of its earlier form, each beside the row of the same subject;
 * what belongs to a row that is no more stands below, under a line that says so.
 * @param orphans that line
 */
export function withNotes(sheet: ResultSheet, kept: KeptNotes, orphans: string): ResultSheet {
  const noted = kept.rows.filter(({ cells }) => cells.length > 0);
  if (noted.length === 0) return sheet;
  const text = textOfResult(sheet);
  const keys = rowKeys(text, shapeOf(text, sheet.columnWidths.length));
  const finder = new RowFinder<KeptRow>(noted, keys);
  const placed = keys.flatMap((key): Placed[] => {
    const found = finder.find(key);
    return found ? [{ row: key.row, cells: found.cells }] : [];
  });
  const beside = besideBlanks(finder.left(), keys);
  const left = finder.left().filter((row) => !beside.has(row));
  const below = orphanRows(sheet, left, orphans);
  return written(sheet, [...placed, ...beside.values(), ...below.placed], below);
}

/** Notes beside rows that hold nothing of ours: as far below the row above them as they were. */
function besideBlanks(left: readonly KeptRow[], keys: readonly RowKey[]): Map<KeptRow, Placed> {
  const rows = new Map(keys.map(({ strong, row }) => [strong, row]));
  const taken = new Set(rows.values());
  const placed = new Map<KeptRow, Placed>();
  for (const note of left) {
    const base = note.below && (note.below.strong === 'top' ? -1 : rows.get(note.below.strong));
    if (base === null || base === undefined) continue;
    const row = base + note.below!.rows;
    if (taken.has(row)) continue;
    taken.add(row);
    placed.set(note, { row, cells: note.cells });
  }
  return placed;
}

/** Rows that are no more: named as they were, so that the next run knows them again. */
function orphanRows(sheet: ResultSheet, left: readonly KeptRow[], line: string) {
  if (left.length === 0) return { blocks: [], merges: [], placed: [] };
  const width = sheet.columnWidths.length;
  const text = textOfResult(sheet);
  const { identity } = shapeOf(text, width);
  const first = (text.rows.at(-1) ?? 0) + 2;
  const empty = (): OutValue[] => Array<OutValue>(width).fill(null);
  const plain = empty().map(() => -1);
  const rows = left.map(({ label }) => {
    const values = empty();
    label.forEach((part, index) => (values[identity[index] ?? 0] = part));
    return values;
  });
  return {
    blocks: [
      { row: first, column: 0, values: [[line, ...empty().slice(1)]], columnStyles: plain },
      { row: first + 1, column: 0, values: rows, columnStyles: plain },
    ],
    merges: width > 1 ? [{ top: first, left: 0, bottom: first, right: width - 1 }] : [],
    placed: left.map(({ cells }, index): Placed => ({ row: first + 1 + index, cells })),
  };
}

/** The sheet with further cells, columns as wide and rows as high as they need. */
function written(
  sheet: ResultSheet,
  placed: readonly Placed[],
  more: { readonly blocks: readonly CellBlock[]; readonly merges: ResultSheet['merges'] },
): ResultSheet {
  const width = sheet.columnWidths.length;
  const styles = new Styles(sheet.styles);
  const texts = new Map<number, string[]>();
  for (const { cells } of placed) {
    for (const cell of cells) {
      const own = texts.get(cell.offset);
      if (own) own.push(shown(cell));
      else texts.set(cell.offset, [shown(cell)]);
    }
  }
  const columns = [...texts.keys()].reduce((last, offset) => Math.max(last, offset + 1), 0);
  const widths = Array.from({ length: columns }, (_, offset) => {
    const own = texts.get(offset);
    return own ? fit(own, WIDTH.narrowest, WIDTH.widest) : null;
  });
  const heights = new Map(sheet.rowHeights.map(({ row, height }) => [row, height]));
  const blocks: CellBlock[] = [];
  for (const { row, cells } of placed) {
    const height = heights.get(row);
    const lines = cells.map((cell) => lineCount(shown(cell), widths[cell.offset]!));
    if (height !== undefined) heights.set(row, Math.max(height, rowHeight(Math.max(...lines))));
    for (const cell of cells) {
      const column = width + cell.offset;
      blocks.push({ row, column, values: [[valueOf(cell, row, column)]], columnStyles: [styles.of(cell)] });
    }
  }
  return {
    ...sheet,
    styles: styles.all,
    blocks: [...sheet.blocks, ...more.blocks, ...blocks],
    merges: [...sheet.merges, ...more.merges],
    columnWidths: [...sheet.columnWidths, ...widths],
    rowHeights: [...heights].map(([row, height]) => ({ row, height })),
  };
}

/** Looks of the sheet, and those of the notes behind them. */
class Styles {
  readonly all: CellStyle[];
  private readonly indexes = new Map<string, number>();

  constructor(styles: readonly CellStyle[]) {
    this.all = [...styles];
  }

  of({ numberFormat }: KeptCell): number {
    let index = this.indexes.get(numberFormat);
    if (index === undefined) {
      index = this.all.push(numberFormat === 'General' ? LOOK : { ...LOOK, numberFormat }) - 1;
      this.indexes.set(numberFormat, index);
    }
    return index;
  }
}

function shown({ value }: KeptCell): string {
  return value === null || typeof value === 'object' ? '' : String(value);
}

/** A formula stays one only in its old place: elsewhere it would mean other cells. */
function valueOf({ value, formula, row, column }: KeptCell, toRow: number, toColumn: number): OutValue {
  if (formula === null || row !== toRow || column !== toColumn) return value;
  return { formula, value: value === null || typeof value === 'object' ? '' : value };
}
