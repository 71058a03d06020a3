import type { Scheme, WorkbookSnapshot } from '../model';
import { adjustmentKeys } from './adjustmentsTable';
import { findBlocks } from './blocks';
import { classify, type TableReading } from './classify';
import { columnMeanings } from './columns';
import { SheetGrid } from './grid';
import { Vocabulary } from './vocabulary';

/** Sheets of a set of workbooks in order; a hidden sheet or one of our own results has no grid and is not read. */
export interface SheetEntry {
  readonly workbook: number;
  readonly sheet: number;
  readonly grid: SheetGrid | null;
}

/** All sheets of all workbooks; hidden sheets are mostly last year's copy (specification, section 2). */
export function listSheets(workbooks: readonly WorkbookSnapshot[]): SheetEntry[] {
  const entries: SheetEntry[] = [];
  workbooks.forEach((workbook, w) =>
    workbook.sheets.forEach((sheet, s) => {
      const isRead = sheet.visibility === 'visible' && sheet.mark === null;
      entries.push({ workbook: w, sheet: s, grid: isRead ? new SheetGrid(workbook, sheet, entries.length) : null });
    }),
  );
  return entries;
}

/** Tables of all sheets that are read, each taken for one role. */
export function readTables(
  entries: readonly SheetEntry[],
  schemes: readonly Scheme[],
): { tables: TableReading[]; vocabulary: Vocabulary } {
  const vocabulary = new Vocabulary(schemes);
  const adjustments = adjustmentKeys(schemes);
  const tables = entries.flatMap(({ grid }) =>
    grid === null
      ? []
      : findBlocks(grid, vocabulary).map((block) =>
          classify(block, columnMeanings(block, vocabulary), vocabulary, adjustments),
        ),
  );
  return { tables, vocabulary };
}
