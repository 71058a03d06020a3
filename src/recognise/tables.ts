import { withoutOwnWrites, type Scheme, type WorkbookSnapshot } from '../model';
import { adjustmentKeys } from './adjustmentsTable';
import { findBlocks } from './blocks';
import { classify, type TableReading } from './classify';
import { columnMeanings } from './columns';
import { applyChoices } from './corrections/applyChoices';
import type { CorrectionBook } from './corrections/book';
import { SheetGrid } from './grid';
import { Vocabulary } from './vocabulary';

/** Sheets of a set of workbooks in order; a hidden sheet or one of our own results has no grid and is not read. */
export interface SheetEntry {
  readonly workbook: number;
  readonly sheet: number;
  readonly grid: SheetGrid | null;
}

/**
 * All sheets of all workbooks, without what earlier runs wrote into them; hidden sheets are mostly last year's copy
 * (specification, section 2).
 */
export function listSheets(workbooks: readonly WorkbookSnapshot[]): SheetEntry[] {
  const entries: SheetEntry[] = [];
  workbooks.map(withoutOwnWrites).forEach((workbook, w) =>
    workbook.sheets.forEach((sheet, s) => {
      const isRead = sheet.visibility === 'visible' && sheet.mark === null;
      entries.push({ workbook: w, sheet: s, grid: isRead ? new SheetGrid(workbook, sheet, entries.length) : null });
    }),
  );
  return entries;
}

/** Tables of all sheets that are read, each taken for one role, as people have corrected them. */
export function readTables(
  entries: readonly SheetEntry[],
  schemes: readonly Scheme[],
  book: CorrectionBook,
): { tables: TableReading[]; vocabulary: Vocabulary } {
  book.begin();
  const vocabulary = new Vocabulary(schemes);
  const adjustments = adjustmentKeys(schemes);
  const blocks = entries.flatMap(({ grid }) =>
    grid === null ? [] : findBlocks(grid, vocabulary, book.headersOn(grid)),
  );
  const said = book.tablesOf(blocks);
  const tables = blocks.map((block) => {
    const given = said.get(block) ?? null;
    const columns = columnMeanings(block, vocabulary);
    const meant = given ? applyChoices(columns, given, vocabulary, book) : columns;
    return classify(block, meant, vocabulary, adjustments, given);
  });
  return { tables, vocabulary };
}
