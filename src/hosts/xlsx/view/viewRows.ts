import { CellKind } from '../../../model/workbook';
import type { SheetView, ViewRow } from '../view';
import { displayText } from './displayText';

/** First index of `rows` that is not before a row number. */
function lowerBound(rows: Uint32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The cells of some rows with their texts as shown, for the part of a sheet that is looked at.
 * @param from first row, from 0
 * @param to row behind the last one
 */
export function viewRows(view: SheetView, from: number, to: number): ViewRow[] {
  const { cells, strings, styles, cellStyles } = view;
  const rows: ViewRow[] = [];
  for (let k = lowerBound(cells.rows, from); k < cells.rows.length && cells.rows[k]! < to; k++) {
    const row: ViewRow['cells'][number][] = [];
    for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]!; entry++) {
      const kind = cells.kinds[entry]!;
      const value = cells.values[entry]!;
      const style = cellStyles[entry]!;
      const text = kind === CellKind.text || kind === CellKind.error ? strings[value]! : '';
      const code = styles[style]?.numberFormat ?? 'General';
      row.push({ column: cells.columns[entry]!, style, text: displayText(kind, value, text, code, view.date1904) });
    }
    rows.push({ row: cells.rows[k]!, cells: row });
  }
  return rows;
}
