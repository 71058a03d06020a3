import type { CellRange } from '../../../model';
import type { Batch } from '../gateway';
import type { SheetHead } from './structure';

/** Some rows of the used block of a sheet: what one request reads of it. */
export interface Band {
  readonly sheet: SheetHead;
  readonly range: CellRange;
}

/** A band with its cells. */
export interface BandCells extends Band {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormats: readonly (readonly string[])[];
  readonly types: readonly (readonly string[])[];
  readonly hiddenRows: readonly number[];
  /** Given with the first band of a sheet. */
  readonly hiddenColumns: readonly number[];
}

/**
 * Cells that one request reads: about 1 MB of the 5 MB that Excel on the web answers at most, and little enough that the
 * pane stays alive between two of them.
 */
export const CHUNK_CELLS = 20_000;

/** The used blocks of all sheets cut into bands, and the bands packed into requests, in order. */
export function chunksOf(sheets: readonly SheetHead[], limit = CHUNK_CELLS): Band[][] {
  const chunks: Band[][] = [];
  let cells = limit;
  for (const sheet of sheets) {
    if (!sheet.used) continue;
    const { top, bottom, left, right } = sheet.used;
    const width = right - left + 1;
    for (let row = top; row <= bottom;) {
      if (cells + width > limit) {
        chunks.push([]);
        cells = 0;
      }
      const rows = Math.min(bottom - row + 1, Math.max(1, Math.floor((limit - cells) / width)));
      chunks.at(-1)!.push({ sheet, range: { top: row, left, bottom: row + rows - 1, right } });
      cells += rows * width;
      row += rows;
    }
  }
  return chunks;
}

/** The halves of a band; null for a single row. */
export function halvesOf({ sheet, range }: Band): readonly [Band, Band] | null {
  if (range.top === range.bottom) return null;
  const middle = (range.top + range.bottom) >> 1;
  return [
    { sheet, range: { ...range, bottom: middle } },
    { sheet, range: { ...range, top: middle + 1 } },
  ];
}

/** Reads the cells of bands. */
export function readBands(bands: readonly Band[]): Batch<BandCells[]> {
  return ({ workbook }) => {
    const readers = bands.map((band) => readBand(workbook.worksheets.getItem(band.sheet.id), band));
    return () => readers.map((read) => read());
  };
}

function readBand(worksheet: Excel.Worksheet, band: Band): () => BandCells {
  const { sheet, range } = band;
  const { top, left, bottom, right } = range;
  const cells = worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).untrack();
  cells.load('values,formulas,numberFormat,valueTypes');
  const rows = sheet.rowsHidden === null ? cells.getRowProperties({ rowHidden: true }) : null;
  const isFirst = top === sheet.used!.top;
  const columns = sheet.columnsHidden === null && isFirst ? cells.getColumnProperties({ columnHidden: true }) : null;
  return () => ({
    ...band,
    values: cells.values,
    formulas: cells.formulas,
    numberFormats: cells.numberFormat,
    types: cells.valueTypes,
    hiddenRows: rows
      ? rows.value.flatMap(({ rowHidden }, i) => (rowHidden ? [top + i] : []))
      : sheet.rowsHidden
        ? list(top, bottom)
        : [],
    hiddenColumns: columns
      ? columns.value.flatMap(({ columnHidden }, i) => (columnHidden ? [left + i] : []))
      : sheet.columnsHidden && isFirst
        ? list(left, right)
        : [],
  });
}

function list(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
