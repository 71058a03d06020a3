import type { CellTable, SheetSnapshot, WorkbookSnapshot } from '../../../model/workbook';
import { WorkbookBuilder } from '../../../model/workbookBuilder';
import { FileError } from '../fileError';
import { MAX_CELLS } from '../limits';
import { MARK_NAME, markOf } from '../../shared/mark';
import type { OpenedWorkbook } from '../openedWorkbook';
import { readNumberFormats } from './numberFormats';
import { readSharedStrings } from './sharedStrings';
import { SheetReader, type SheetContext } from './sheetReader';
import type { WorkbookPart } from './workbookPart';

/** Marks of the sheets that this product wrote, by the position of their tab. */
export function readMarks(workbook: WorkbookPart): Map<number, string> {
  const marks = new Map<number, string>();
  for (const name of workbook.names) {
    if (name.sheet === null || name.name !== MARK_NAME || !workbook.sheets[name.sheet]?.isWorksheet) continue;
    const mark = markOf(name.formula);
    if (mark !== null) marks.set(name.sheet, mark);
  }
  return marks;
}

/** Turns cell formats (xf) of a table into indexes of the pool, in place: the table is ours alone. */
function mapFormats(table: CellTable, pool: Uint16Array): void {
  const { formats } = table;
  for (let i = 0; i < formats.length; i++) formats[i] = pool[formats[i]!] ?? 0;
}

/** Reads all worksheets of a workbook into one snapshot; chart and dialog sheets are left out. */
export function readSnapshot(opened: OpenedWorkbook): WorkbookSnapshot {
  const { pkg, workbook } = opened;
  const builder = new WorkbookBuilder();
  const formats = Uint16Array.from(readNumberFormats(pkg, opened.stylesPart), (code) => builder.format(code));
  const sharedStrings = readSharedStrings(pkg, opened.stringsPart);
  const context: SheetContext = {
    workbook: builder,
    sharedStrings,
    sharedIndexes: new Int32Array(sharedStrings.length).fill(-1),
    date1904: workbook.date1904,
    keepsBlank: (xf) => formats[xf] !== undefined && formats[xf] !== 0,
  };
  const marks = readMarks(workbook);
  let cells = 0;
  workbook.sheets.forEach((sheet, tab) => {
    if (!sheet.isWorksheet || !pkg.has(sheet.part)) return;
    const reader = new SheetReader(context);
    // Writing asks later whether the sheet has highlights of ours.
    pkg.stream(sheet.part, (scanner) => reader.consume(scanner), MARK_NAME);
    const table = reader.build();
    cells += table.columns.length;
    if (cells > MAX_CELLS) throw new FileError('tooManyCells', { limit: MAX_CELLS });
    mapFormats(table, formats);
    const { merges, hiddenRows, hiddenColumns, isProtected } = reader.properties;
    const read: SheetSnapshot = {
      name: sheet.name,
      visibility: sheet.visibility,
      cells: table,
      merges,
      hiddenRows,
      hiddenColumns,
      isProtected,
      mark: marks.get(tab) ?? null,
    };
    builder.add(read);
  });
  return builder.build(opened.name, workbook.date1904);
}
