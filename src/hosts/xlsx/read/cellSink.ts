import type { CellTable } from '../../../model/workbook';
import { CellTableBuilder, type WorkbookBuilder } from '../../../model/workbookBuilder';
import { FileError } from '../fileError';
import { MAX_CELLS } from '../limits';

interface LateCell {
  readonly row: number;
  readonly column: number;
  readonly kind: number;
  readonly value: number;
  readonly format: number;
  readonly formula: string | undefined;
}

/** Cells that a file may give out of order; no program writes more than a few. */
const MAX_LATE_CELLS = 500_000;

/** Takes the cells of a sheet in any order; a cell given twice counts as last given. */
export class CellSink {
  count = 0;
  private readonly table: CellTableBuilder;
  private readonly late: LateCell[] = [];
  private lastRow = -1;
  private lastColumn = -1;

  constructor(private readonly workbook: WorkbookBuilder) {
    this.table = new CellTableBuilder(workbook);
  }

  add(row: number, column: number, kind: number, value: number, format: number, formula?: string): void {
    if (++this.count > MAX_CELLS) throw new FileError('tooManyCells', { limit: MAX_CELLS });
    if (row > this.lastRow || (row === this.lastRow && column > this.lastColumn)) {
      this.lastRow = row;
      this.lastColumn = column;
      this.table.addRaw(row, column, kind, value, format, formula);
      return;
    }
    if (this.late.length >= MAX_LATE_CELLS) throw new FileError('tooComplex');
    this.late.push({ row, column, kind, value, format, formula });
  }

  build(): CellTable {
    const table = this.table.build();
    return this.late.length === 0 ? table : this.merge(table);
  }

  /** A late cell always stands behind its twin in the file, so it wins. */
  private merge(table: CellTable): CellTable {
    const byPlace = new Map<number, LateCell>();
    for (const cell of this.late) byPlace.set(cell.row * 16_384 + cell.column, cell);
    const late = [...byPlace.values()].sort((a, b) => a.row - b.row || a.column - b.column);
    const merged = new CellTableBuilder(this.workbook);
    let next = 0;
    let formulaAt = 0;
    const addLate = (row: number, column: number): void => {
      for (let cell = late[next]; cell; cell = late[++next]) {
        if (cell.row > row || (cell.row === row && cell.column >= column)) return;
        merged.addRaw(cell.row, cell.column, cell.kind, cell.value, cell.format, cell.formula);
      }
    };
    table.rows.forEach((row, k) => {
      for (let entry = table.starts[k]!; entry < table.starts[k + 1]!; entry++) {
        const column = table.columns[entry]!;
        const formula = table.formulaEntries[formulaAt] === entry ? table.formulas[formulaAt++] : undefined;
        addLate(row, column);
        if (late[next]?.row === row && late[next]?.column === column) continue;
        merged.addRaw(row, column, table.kinds[entry]!, table.values[entry]!, table.formats[entry]!, formula);
      }
    });
    addLate(Infinity, 0);
    return merged.build();
  }
}
