import { entryValue, type OutValue, type ResultSheet, type WorkbookSnapshot } from '../src/model';

/** All cells of a workbook as sheets to be written: what a program does that reads a file and saves it again. */
export function asSheets(workbook: WorkbookSnapshot): ResultSheet[] {
  return workbook.sheets.map((sheet) => {
    const { rows, starts, columns, formats } = sheet.cells;
    const styles = workbook.numberFormats.map((numberFormat) => ({ numberFormat }));
    const blocks = Array.from(rows, (row, k) => {
      const [first, end] = [starts[k]!, starts[k + 1]!];
      const left = first < end ? columns[first]! : 0;
      const values: OutValue[] = [];
      const columnStyles: number[] = [];
      for (let entry = first; entry < end; entry++) {
        const value = entryValue(workbook, sheet.cells, entry);
        values[columns[entry]! - left] = typeof value === 'object' ? null : value;
        columnStyles[columns[entry]! - left] = formats[entry]! || -1;
      }
      return {
        row,
        left,
        values: Array.from(values, (v) => v ?? null),
        styles: Array.from(columnStyles, (s) => s ?? -1),
      };
    });
    return {
      name: sheet.name,
      mark: '',
      styles,
      blocks: runsOfRows(blocks),
      merges: sheet.merges,
      columnWidths: [],
      rowHeights: [],
      conditionalFormats: [],
      charts: [],
      print: { orientation: 'portrait', fitToWidth: false },
    };
  });
}

interface Row {
  readonly row: number;
  readonly left: number;
  readonly values: readonly OutValue[];
  readonly styles: readonly number[];
}

/** Rows of one shape that follow each other are one block. */
function runsOfRows(rows: readonly Row[]): ResultSheet['blocks'] {
  const blocks: {
    row: number;
    column: number;
    values: (readonly OutValue[])[];
    columnStyles: readonly number[];
    key: string;
  }[] = [];
  for (const { row, left, values, styles } of rows) {
    const key = `${left} ${styles.join()}`;
    const last = blocks.at(-1);
    if (last && last.key === key && last.row + last.values.length === row) last.values.push(values);
    else blocks.push({ row, column: left, values: [values], columnStyles: styles, key });
  }
  return blocks.map(({ row, column, values, columnStyles }) => ({ row, column, values, columnStyles }));
}
