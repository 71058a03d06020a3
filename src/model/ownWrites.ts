import { entryInRow, rowIndex, valueAt } from './cells';
import { CellKind, type SheetSnapshot, type WorkbookSnapshot } from './workbook';

/** Mark of the very hidden sheet that lists what this product wrote into the user's own cells. */
export const RECORD_MARK = 'record';
/** Its columns. */
export const RECORD_HEADER = ['sheet', 'row', 'column', 'value'] as const;

/** A cell of the user's that an earlier run filled. */
export interface OwnWrite {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
}

/** What the record of a workbook lists; lines that somebody spoiled count for nothing. */
export function ownWrites(workbook: WorkbookSnapshot): OwnWrite[] {
  const record = workbook.sheets.find(({ mark }) => mark === RECORD_MARK);
  if (!record) return [];
  return [...record.cells.rows].flatMap((at) => {
    const [sheet, row, column, value] = RECORD_HEADER.map((_, c) => valueAt(workbook, record, at, c));
    if (typeof sheet !== 'string' || typeof row !== 'number' || typeof column !== 'number') return [];
    return typeof value === 'string' || typeof value === 'number' ? [{ sheet, row, column, value }] : [];
  });
}

/**
 * The workbook as people filled it: cells that still hold what an earlier run wrote into them are blank, so that results
 * are never taken for input. Cells that somebody has changed since are his.
 */
export function withoutOwnWrites(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const bySheet = new Map<string, OwnWrite[]>();
  for (const write of ownWrites(workbook)) {
    const list = bySheet.get(write.sheet);
    if (list) list.push(write);
    else bySheet.set(write.sheet, [write]);
  }
  if (bySheet.size === 0) return workbook;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const writes = sheet.mark === null ? bySheet.get(sheet.name) : undefined;
      return writes ? blanked(workbook, sheet, writes) : sheet;
    }),
  };
}

function blanked(workbook: WorkbookSnapshot, sheet: SheetSnapshot, writes: readonly OwnWrite[]): SheetSnapshot {
  const { cells } = sheet;
  const kinds = cells.kinds.slice();
  const formulas = new Set(cells.formulaEntries);
  for (const { row, column, value } of writes) {
    const index = rowIndex(cells, row);
    const entry = index < 0 ? -1 : entryInRow(cells, index, column);
    if (entry < 0 || formulas.has(entry)) continue;
    if (valueAt(workbook, sheet, row, column) === value) kinds[entry] = CellKind.blank;
  }
  return { ...sheet, cells: { ...cells, kinds } };
}
