import {
  type CellValue,
  CellKind,
  type CellRange,
  columnName,
  entryValue,
  formulaAt,
  type WorkbookSnapshot,
} from '../../src/model';
import { markFormula, MARK_NAME } from '../../src/hosts/shared/mark';
import { Book, EVERYTHING, type Visibility } from './book';
import { DEFAULT_LOOK, type Look } from './look';

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const satisfies Record<
  string,
  Visibility
>;

/** A workbook in the simulated Excel that holds what a snapshot holds. */
export function bookOf(workbook: WorkbookSnapshot): Book {
  const book = new Book(workbook.name, workbook.date1904);
  for (const { name, visibility, cells, merges, hiddenRows, hiddenColumns, isProtected, mark } of workbook.sheets) {
    const sheet = book.addSheet(name);
    const snapshot = workbook.sheets.find((each) => each.name === name)!;
    cells.rows.forEach((row, k) => {
      for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]!; entry++) {
        const cell = sheet.ownCell(row, cells.columns[entry]!);
        cell.formula = formulaAt(snapshot, row, cells.columns[entry]!);
        if (cells.kinds[entry] !== CellKind.blank) cell.value = entryValue(workbook, cells, entry);
        const numberFormat = workbook.numberFormats[cells.formats[entry]!]!;
        if (numberFormat !== 'General') cell.look = { ...cell.look, numberFormat };
      }
    });
    sheet.visibility = VISIBILITY[visibility];
    sheet.merges = [...merges];
    sheet.hiddenRows = new Set(hiddenRows);
    sheet.hiddenColumns = new Set(hiddenColumns);
    sheet.isProtected = isProtected;
    if (mark !== null) sheet.names.push({ name: MARK_NAME, formula: `=${markFormula(mark)}`, visible: false });
  }
  return book;
}

/** All that a sheet shows, as plain data that tests can compare. */
export type SheetContent = ReturnType<typeof contentOf>[number];

/** All that a workbook shows, sheet by sheet. */
export function contentOf(book: Book) {
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    visibility: sheet.visibility,
    cells: cellsOf(book, sheet.name),
    merges: sheet.merges.map(key).sort(),
    names: sheet.names.map((each) => ({ ...each })),
    conditions: sheet.conditions.map(({ type, ranges, rule }) => ({ type, ranges: ranges.map(key), rule: [...rule] })),
    validations: sheet.validations
      .map(({ range, properties }) => ({ range: key(range), properties: [...properties] }))
      .sort((a, b) => (a.range < b.range ? -1 : 1)),
    notes: [...sheet.notes].map(([at, { content }]) => `${at} ${content}`).sort(),
    isProtected: sheet.isProtected,
    protection: sheet.protection,
    charts: sheet.charts.map(({ id: _id, properties, ...chart }) => ({ ...chart, properties: [...properties] })),
    rowHeights: [...sheet.rowHeights].sort((a, b) => a[0] - b[0]),
    columnWidths: [...sheet.columnWidths].sort((a, b) => a[0] - b[0]),
    hiddenRows: [...sheet.hiddenRows],
    frozen: sheet.frozen,
    autoFilter: sheet.autoFilter,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    page: [...sheet.page].sort((a, b) => (a[0] < b[0] ? -1 : 1)),
  }));
}

/** The cells of a sheet by address; a cell that shows nothing and looks like any other is left out. */
export function cellsOf(
  book: Book,
  sheetName: string,
): Record<string, { value: CellValue; formula: string | null; look: Look; link: string | null }> {
  const cells = [...book.sheet(sheetName)!.within(EVERYTHING)].sort(([a], [b]) => a.row - b.row || a.column - b.column);
  return Object.fromEntries(
    cells
      .filter(([, cell]) => cell.value !== null || cell.formula !== null || !isPlain(cell.look))
      .map(([{ row, column }, cell]) => [columnName(column) + String(row + 1), { ...cell }]),
  );
}

const PLAIN = JSON.stringify(DEFAULT_LOOK);

function isPlain(look: Look): boolean {
  return look === DEFAULT_LOOK || JSON.stringify(look) === PLAIN;
}

function key({ top, left, bottom, right }: CellRange): string {
  return `${top}:${left}:${bottom}:${right}`;
}
