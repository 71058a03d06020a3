import { CellKind, entryValue, snapshotOf, type Assessment, type CellRef, type CellValue } from '../../src/model';

/** An assessment of one workbook in which some cells say something else. */
export function withCells(
  assessment: Assessment,
  changes: readonly { readonly place: CellRef; readonly value: CellValue }[],
): Assessment {
  const [workbook] = assessment.workbooks;
  const sheets = workbook!.sheets.map(({ name, cells }, sheet) => {
    const rows: CellValue[][] = [];
    cells.rows.forEach((row, k) => {
      rows[row] = [];
      for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]!; entry++) {
        if (cells.kinds[entry] === CellKind.blank) continue;
        rows[row]![cells.columns[entry]!] = entryValue(workbook!, cells, entry);
      }
    });
    for (const { place, value } of changes) if (place.sheet === sheet) (rows[place.row] ??= [])[place.column] = value;
    return { name, rows: Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null)) };
  });
  return { ...assessment, workbooks: [snapshotOf(workbook!.name, sheets)] };
}
