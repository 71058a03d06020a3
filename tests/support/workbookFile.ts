import { createWorkbook } from '../../src/hosts/xlsx';
import type { OutValue, ResultSheet, SheetLiteral } from '../../src/model';

/** An .xlsx file of sheets that a test has written down: values and merged blocks, no looks. */
export function workbookFile(sheets: readonly SheetLiteral[]): Uint8Array {
  return createWorkbook({
    workbook: null,
    sheets: sheets.map(plainSheet),
    removedMarks: [],
    writes: [],
    highlights: [],
  });
}

function plainSheet({ name, rows, merges = [] }: SheetLiteral): ResultSheet {
  const width = Math.max(...rows.map((row) => row.length));
  const values = rows.map((row) => Array.from({ length: width }, (_, column) => valueOf(row[column])));
  return {
    name,
    mark: '',
    styles: [],
    blocks: [{ row: 0, column: 0, values, columnStyles: values[0]!.map(() => -1) }],
    merges,
    columnWidths: values[0]!.map(() => null),
    rowHeights: [],
    conditionalFormats: [],
    charts: [],
    print: { orientation: 'portrait', fitToWidth: true },
  };
}

function valueOf(cell: SheetLiteral['rows'][number][number]): OutValue {
  if (cell === undefined || cell === null || typeof cell !== 'object') return cell ?? null;
  if (!('value' in cell) || typeof cell.value === 'object') throw new Error('only plain values go into this file');
  return cell.value;
}
