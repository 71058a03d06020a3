import { columnName } from '../../model/address';
import type { CellBlock, OutValue, ResultSheet } from '../../model/changeSet';

/** A block with its exceptions ready for look-up. */
interface PlacedBlock {
  readonly block: CellBlock;
  readonly width: number;
  /** Style by row * width + column of the block. */
  readonly exceptions: ReadonlyMap<number, number>;
}

/** A cell to be written: its column, its style (-1: default) and value. */
export interface GridCell {
  readonly column: number;
  readonly style: number;
  readonly value: OutValue;
}

/** The cells of a result sheet by rows; where blocks overlap the later one wins. */
export class SheetGrid {
  private readonly blocks: readonly PlacedBlock[];
  private readonly names: string[] = [];
  readonly heights: ReadonlyMap<number, number>;

  constructor(sheet: ResultSheet) {
    this.heights = new Map(sheet.rowHeights.map(({ row, height }) => [row, height]));
    this.blocks = sheet.blocks.map((block) => {
      const width = block.columnStyles.length;
      const exceptions = (block.exceptions ?? []).map((e) => [e.row * width + e.column, e.style] as const);
      return { block, width, exceptions: new Map(exceptions) };
    });
  }

  /** Numbers of the rows that hold cells or have a height, ascending. */
  rows(): number[] {
    const rows = new Set(this.heights.keys());
    for (const { block } of this.blocks) block.values.forEach((_, r) => rows.add(block.row + r));
    return [...rows].sort((a, b) => a - b);
  }

  /** Cells of a row from left to right. */
  cells(row: number): GridCell[] {
    const inRow = this.blocks.filter(({ block }) => row >= block.row && row < block.row + block.values.length);
    if (inRow.length === 1) return this.blockCells(inRow[0]!, row);
    const byColumn = new Map<number, GridCell>();
    for (const placed of inRow) for (const cell of this.blockCells(placed, row)) byColumn.set(cell.column, cell);
    return [...byColumn.values()].sort((a, b) => a.column - b.column);
  }

  /** Value of a cell; a formula gives its result, a link its text. */
  value(row: number, column: number): number | string | boolean | null {
    const cell = this.cells(row).find((at) => at.column === column);
    if (!cell || cell.value === null) return null;
    if (typeof cell.value !== 'object') return cell.value;
    return 'formula' in cell.value ? cell.value.value : cell.value.text;
  }

  /** Letters of a column, made once. */
  letters(column: number): string {
    return (this.names[column] ??= columnName(column));
  }

  private blockCells({ block, width, exceptions }: PlacedBlock, row: number): GridCell[] {
    const r = row - block.row;
    return block.values[r]!.map((value, c) => ({
      column: block.column + c,
      style: exceptions.get(r * width + c) ?? block.columnStyles[c] ?? -1,
      value,
    }));
  }
}
