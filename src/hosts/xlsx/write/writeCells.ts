import { MAX_COLUMNS, MAX_ROWS, a1, type CellRange } from '../../../model/address';
import type { CellWrite } from '../../../model/changeSet';
import { XmlEdits, withPrefix } from '../xml/edits';
import { cellValue, type CellReading } from './cellAt';
import { cellXml } from './cellXml';
import { isSame } from '../../shared/cellText';
import type { Refusal, RefusalReason } from '../../shared/report';
import { inheritedFormat, mapSheet, type MappedCell, type MappedRow, type SheetMap } from './sheetMap';
import type { StyleBook } from './styleBook';

/** What writing into a user's sheet needs besides its text. */
export interface WriteContext extends CellReading {
  readonly styles: () => StyleBook;
  /** Header rows of the tables on the sheet. */
  readonly tableHeaders: readonly CellRange[];
}

/** The sheet after its write-backs. */
export interface WrittenSheet {
  readonly text: string;
  readonly refused: readonly Refusal[];
  readonly written: number;
  readonly overwroteFormula: boolean;
}

function covers(range: CellRange, { row, column }: CellWrite): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

function isOnSheet({ row, column }: CellWrite): boolean {
  return row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS;
}

/** Merged blocks by row, so that many write-backs do not search many blocks. */
function inMiddleOfMerge(map: SheetMap): (write: CellWrite) => boolean {
  const rows = new Map<number, CellRange[]>();
  const tall: CellRange[] = [];
  for (const merge of map.merges) {
    if (merge.bottom - merge.top > 1000) tall.push(merge);
    else for (let row = merge.top; row <= merge.bottom; row++) rows.set(row, [...(rows.get(row) ?? []), merge]);
  }
  const inside = (write: CellWrite) => (merge: CellRange) =>
    covers(merge, write) && (write.row !== merge.top || write.column !== merge.left);
  return (write) => (rows.get(write.row) ?? []).some(inside(write)) || tall.some(inside(write));
}

/** Rows and columns of the writes, ascending. */
function wantedCells(writes: readonly CellWrite[]): Map<number, number[]> {
  const wanted = new Map<number, number[]>();
  for (const { row, column } of writes) {
    const columns = wanted.get(row);
    if (!columns) wanted.set(row, [column]);
    else if (!columns.includes(column)) columns.push(column);
  }
  for (const columns of wanted.values()) columns.sort((a, b) => a - b);
  return wanted;
}

/**
 * Writes cells into the text of a user's sheet: in place, in order, with the format of the cell, its row or its column.
 * A cell that no longer holds what was expected, or that must not be written alone, is left as it is and reported.
 */
export function writeCells(text: string, writes: readonly CellWrite[], context: WriteContext): WrittenSheet {
  const map = mapSheet(text, wantedCells(writes.filter(isOnSheet)));
  const isMerged = inMiddleOfMerge(map);
  const refused: Refusal[] = [];
  const accepted = new Map<number, Map<number, CellWrite>>();
  let written = 0;
  let overwroteFormula = false;
  for (const write of writes) {
    const row = map.rows.get(write.row);
    const cell = row?.cells.get(write.column);
    const found = cell ? cellValue(text.slice(cell.start, cell.end), context) : null;
    const refuse = (reason: RefusalReason): void => void refused.push({ write, reason, found });
    const xf = cell?.xf ?? inheritedFormat(map, row, write.column);
    if (!isOnSheet(write)) refuse('outside');
    else if (isMerged(write)) refuse('merged');
    else if (context.tableHeaders.some((header) => covers(header, write))) refuse('tableHeader');
    else if ((cell?.formula ?? 'normal') !== 'normal' || map.blocks.some((block) => covers(block, write)))
      refuse('sharedFormula');
    else if ((cell?.formula ?? null) === null && isSame(found, write.value)) written++;
    else if (!isSame(found, write.expected)) refuse('changed');
    else if (map.isProtected && context.styles().isLocked(xf)) refuse('protected');
    else {
      written++;
      if (cell?.formula) overwroteFormula = true;
      const columns = accepted.get(write.row) ?? new Map<number, CellWrite>();
      accepted.set(write.row, columns.set(write.column, write));
    }
  }
  return { text: placeCells(text, map, accepted, context), refused, written, overwroteFormula };
}

function placeCells(
  text: string,
  map: SheetMap,
  accepted: ReadonlyMap<number, ReadonlyMap<number, CellWrite>>,
  context: WriteContext,
): string {
  const edits = new XmlEdits(text);
  const newRows: string[] = [];
  for (const [rowNumber, columns] of [...accepted].sort((a, b) => a[0] - b[0])) {
    const row = map.rows.get(rowNumber);
    const writes = [...columns.values()].sort((a, b) => a.column - b.column);
    const cells = writes.map((write) => withPrefix(newCell(map, row, write, context), map.prefix));
    if (row) placeInRow(edits, row, writes, cells);
    else {
      const xml = `<${map.prefix}row r="${rowNumber + 1}">${cells.join('')}</${map.prefix}row>`;
      if (map.data.isEmpty) newRows.push(xml);
      else edits.insert(map.rowGaps.get(rowNumber)!, xml);
    }
  }
  if (newRows.length > 0 && map.data.start >= 0) {
    const tag = `${map.prefix}sheetData`;
    edits.replace(map.data.start, map.data.openEnd, `<${tag}>${newRows.join('')}</${tag}>`);
  }
  return edits.apply();
}

function newCell(map: SheetMap, row: MappedRow | undefined, write: CellWrite, { styles }: WriteContext): string {
  const old = row?.cells.get(write.column)?.xf ?? inheritedFormat(map, row, write.column);
  const xf = write.numberFormat === undefined ? old : styles().withNumberFormat(old, write.numberFormat);
  const xml = cellXml(a1(write), xf, write.value);
  return xml === '' ? `<c r="${a1(write)}"/>` : xml;
}

function placeInRow(edits: XmlEdits, row: MappedRow, writes: readonly CellWrite[], cells: readonly string[]): void {
  widenSpans(edits, row, writes);
  if (row.isEmpty) {
    const slash = edits.source.lastIndexOf('/', row.openEnd - 1);
    edits.replace(slash, row.openEnd, `>${cells.join('')}</${row.prefix}row>`);
    return;
  }
  writes.forEach((write, i) => {
    const old: MappedCell | undefined = row.cells.get(write.column);
    if (old) edits.replace(old.start, old.end, cells[i]!);
    else edits.insert(row.gaps.get(write.column)!, cells[i]!);
  });
}

/** The row's hint of its first and last column must not exclude a new cell. */
function widenSpans(edits: XmlEdits, row: MappedRow, writes: readonly CellWrite[]): void {
  const match = /^(\d+):(\d+)$/.exec(row.spans ?? '');
  if (!match) return;
  const first = Math.min(Number(match[1]), writes[0]!.column + 1);
  const last = Math.max(Number(match[2]), writes.at(-1)!.column + 1);
  const spans = `${first}:${last}`;
  if (spans === row.spans) return;
  const at = edits.source.slice(row.start, row.openEnd).search(/\sspans\s*=/);
  const from = edits.source.indexOf(row.spans!, row.start + at);
  edits.replace(from, from + row.spans!.length, spans);
}
