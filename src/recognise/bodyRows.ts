import { withoutNumbering } from './labels';
import { rowKind, type RowKind } from './rowKinds';
import type { TableReading } from './classify';

/** A row below a header with what it is and the group band that it stands under. */
export interface BodyRow {
  readonly row: number;
  readonly kind: RowKind;
  /** Group of the last band above it (一、生产单位), or null. */
  readonly band: string | null;
}

const KNOWN = new WeakMap<TableReading, readonly BodyRow[]>();
const KNOWN_DATA = new WeakMap<TableReading, readonly BodyRow[]>();

/** Rows of a table that are something, top to bottom. */
export function bodyRows(table: TableReading): readonly BodyRow[] {
  let rows = KNOWN.get(table);
  if (!rows) KNOWN.set(table, (rows = findRows(table)));
  return rows;
}

function findRows(table: TableReading): BodyRow[] {
  const { block, unit, person, id } = table;
  const keys = [unit, person, id].filter((column): column is number => column !== null).sort((a, b) => a - b);
  const rows: BodyRow[] = [];
  let band: string | null = null;
  for (const row of block.grid.sheet.cells.rows) {
    if (row < block.firstRow) continue;
    if (row > block.lastRow) break;
    const kind = rowKind(block.grid, row, block.left, block.right, keys);
    if (kind === 'blank') continue;
    if (kind === 'band') band = withoutNumbering(block.grid.ownText(row, block.grid.filledColumns(row)[0]!));
    rows.push({ row, kind, band });
  }
  return rows;
}

/** The rows that hold data. */
export function dataRows(table: TableReading): readonly BodyRow[] {
  let rows = KNOWN_DATA.get(table);
  if (!rows) KNOWN_DATA.set(table, (rows = bodyRows(table).filter((row) => row.kind === 'data')));
  return rows;
}
