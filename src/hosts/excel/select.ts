import { a1 } from '../../model';
import { ExcelError } from './excelError';
import type { Gateway } from './gateway';

/** A cell by the name of its sheet; row and column from 0. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Shows and selects a cell: first its sheet, then, in a request of its own, the cell.
 * @throws ExcelError with the address when Excel cannot, e.g. because the sheet is hidden
 */
export async function selectCell(gateway: Gateway, { sheet, row, column }: CellPlace): Promise<void> {
  const place = { sheet, cell: a1({ row, column }) };
  const isThere = await gateway.read(({ workbook }) => {
    const found = workbook.worksheets.getItemOrNullObject(sheet).load('visibility');
    return () => (found.isNullObject ? null : found.visibility === 'Visible');
  });
  if (isThere === null) throw new ExcelError('noSheet', place);
  if (!isThere) throw new ExcelError('cannotSelect', place);
  try {
    await gateway.read(({ workbook }) => {
      workbook.worksheets.getItem(sheet).activate();
      return () => undefined;
    });
    await gateway.read(({ workbook }) => {
      workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).untrack().select();
      return () => undefined;
    });
  } catch (error) {
    if (error instanceof ExcelError && error.code === 'editMode') throw error;
    throw new ExcelError('cannotSelect', place);
  }
}
