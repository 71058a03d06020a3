import { makeMembers } from '../../../bench/members';
import {
  CellKind,
  CellTableBuilder,
  WorkbookBuilder,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../../src/model';

/** Result columns that the table of scores has and that wait to be filled. */
const RESULTS = ['总分', '等次', '名次'];
/** One cell of so many was forgotten. */
const BLANK_EACH = 997;

/**
 * Members with raw values as a user has them: a roster and a wide table with empty result columns, in which some cells
 * were forgotten; about 29 cells for each member.
 */
export function membersWorkbook(count: number): WorkbookSnapshot {
  const { workbook } = makeMembers(count);
  const book = new WorkbookBuilder();
  for (const text of workbook.strings) book.string(text);
  for (const format of workbook.numberFormats) book.format(format);
  for (const sheet of workbook.sheets) book.add(sheet.name === '党员考核' ? withResults(book, sheet) : sheet);
  return book.build(workbook.name);
}

function withResults(book: WorkbookBuilder, sheet: SheetSnapshot): SheetSnapshot {
  const cells = new CellTableBuilder(book);
  const { rows, starts, columns, kinds, values, formats } = sheet.cells;
  rows.forEach((row, k) => {
    let width = 0;
    for (let entry = starts[k]!; entry < starts[k + 1]!; entry++) {
      width = columns[entry]! + 1;
      const isForgotten = row > 0 && columns[entry]! > 2 && (entry * 7919) % BLANK_EACH === 0;
      if (!isForgotten) cells.addRaw(row, columns[entry]!, kinds[entry]!, values[entry]!, formats[entry]);
    }
    if (row === 0) RESULTS.forEach((title, i) => cells.addRaw(0, width + i, CellKind.text, book.string(title)));
  });
  return { ...sheet, cells: cells.build() };
}
