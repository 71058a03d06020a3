import type { SheetView, ViewStyle } from '../../hosts/xlsx';
import { CellKind } from '../../model';

/** Width in pixels of a text as it is drawn. */
export type MeasureText = (text: string, style: ViewStyle) => number;

/** Rows that are measured; Excel has stored the heights of large sheets. */
const MAX_ROWS = 5_000;
/** What is drawn when the file names no font. */
const FONT_NAME = 'Arial';
const FONT_SIZE = 11;
/** Pixels of a line for one point of its font. */
const LINE = (4 / 3) * 1.25;
/** Pixels at both sides of a cell that text leaves free. */
const PADDING = 10;

/**
 * Heights in pixels of the rows whose wrapped text needs more than the default: a file leaves them out where Excel
 * is to fit them when it opens the file. Merged cells do not count, as in Excel.
 */
export function autoHeights(view: SheetView, measure: MeasureText): ReadonlyMap<number, number> {
  const { cells, styles, cellStyles, rowHeights, defaultRowHeight, defaultColumnWidth, columnWidths } = view;
  const heights = new Map<number, number>();
  const merged = new Set(view.merges.map(({ top, left }) => `${top} ${left}`));
  for (let k = 0; k < Math.min(cells.rows.length, MAX_ROWS); k++) {
    const row = cells.rows[k]!;
    if (rowHeights.has(row)) continue;
    let height = defaultRowHeight;
    for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]!; entry++) {
      const style = styles[cellStyles[entry]!];
      const column = cells.columns[entry]!;
      if (!style?.wrap || cells.kinds[entry] !== CellKind.text || merged.has(`${row} ${column}`)) continue;
      const room = Math.max(1, (columnWidths.get(column) ?? defaultColumnWidth) - PADDING);
      const lines = view.strings[cells.values[entry]!]!.split('\n').reduce(
        (count, line) => count + Math.max(1, Math.ceil(measure(line, style) / room)),
        0,
      );
      if (lines > 1) height = Math.max(height, Math.ceil(lines * (style.fontSize ?? FONT_SIZE) * LINE));
    }
    if (height > defaultRowHeight) heights.set(row, height);
  }
  return heights;
}

/** Measures with the fonts of this machine, as the grid draws. */
export function canvasMeasure(): MeasureText {
  const context = document.createElement('canvas').getContext('2d')!;
  return (text, { fontName, fontSize, bold }) => {
    context.font = `${bold ? 'bold ' : ''}${fontSize ?? FONT_SIZE}pt "${(fontName ?? FONT_NAME).replaceAll('"', '')}"`;
    return context.measureText(text).width;
  };
}
