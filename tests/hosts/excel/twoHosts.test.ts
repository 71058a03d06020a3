import { applyChangeSet, openWorkbook, type SheetView } from '../../../src/hosts/xlsx';
import { HIGHLIGHT_FORMULA } from '../../../src/hosts/shared/mark';
import {
  a1,
  a1Range,
  CellKind,
  type CellValue,
  entryValue,
  formulaAt,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../../src/model';
import { allCases, openFile } from '../../cases/caseFiles';
import type { Book, Cell } from '../../excel-host/book';
import { bookOf } from '../../excel-host/load';
import { changesFor, openIn, TASK } from './support';

/** What a cell holds, with its number format; what a formula shows is the program's own affair. */
type Content = readonly [content: CellValue, format: string];

/** Cells that hold something, by address; a merged block holds what its first cell holds. */
function contents(workbook: WorkbookSnapshot, sheet: SheetSnapshot): Record<string, Content> {
  const swallowed = new Set<string>();
  for (const { top, left, bottom, right } of sheet.merges) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (row !== top || column !== left) swallowed.add(a1({ row, column }));
      }
    }
  }
  const result: Record<string, Content> = {};
  const { cells } = sheet;
  cells.rows.forEach((row, k) => {
    for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]!; entry++) {
      const column = cells.columns[entry]!;
      const formula = formulaAt(sheet, row, column);
      if (cells.kinds[entry] === CellKind.blank && formula === null) continue;
      const address = a1({ row, column });
      if (swallowed.has(address)) continue;
      const value = entryValue(workbook, cells, entry);
      if (formula === null && value === '') continue;
      const format = workbook.numberFormats[cells.formats[entry]!]!;
      result[address] = [formula === null ? value : `=${formula}`, format];
    }
  });
  return result;
}

const keysOf = (ranges: readonly { top: number; left: number; bottom: number; right: number }[]) =>
  ranges.map(a1Range).sort();

function sheetsOf(workbook: WorkbookSnapshot) {
  return workbook.sheets
    .filter(({ mark }) => !mark?.startsWith('undo:'))
    .map((sheet) => ({
      name: sheet.name,
      mark: sheet.mark,
      visibility: sheet.visibility,
      merges: keysOf(sheet.merges),
      contents: contents(workbook, sheet),
    }));
}

/** Highlighted cells and their colours. */
function highlightsOfView({ conditions }: SheetView): string[] {
  return conditions
    .flatMap((rule) =>
      rule.type === 'formula' && rule.formula === HIGHLIGHT_FORMULA ? [`${a1Range(rule.range)} ${rule.fill}`] : [],
    )
    .sort();
}

function highlightsOfBook(book: Book, name: string): string[] {
  return book
    .sheet(name)!
    .conditions.filter(({ rule }) => rule.get('Formula') === `=${HIGHLIGHT_FORMULA}`)
    .flatMap(({ ranges, rule }) => ranges.map((range) => `${a1Range(range)} ${String(rule.get('Fill.Color'))}`))
    .sort();
}

/** The looks that a change set can give, as both programs know them. */
function looksOfView(view: SheetView): Record<string, unknown> {
  const looks: Record<string, unknown> = {};
  const { cells } = view;
  cells.rows.forEach((row, k) => {
    for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]!; entry++) {
      const style = view.styles[view.cellStyles[entry]!]!;
      const look = {
        fill: style.fill ?? '#FFFFFF',
        bold: style.bold ?? false,
        underline: style.underline ?? false,
        border: style.borders?.top ? `${style.borders.top.style} ${style.borders.top.color}` : '',
        horizontal: style.horizontal ?? 'general',
        wrap: style.wrap ?? false,
        size: style.fontSize,
        font: style.fontName,
      };
      if (cells.kinds[entry] !== CellKind.blank) looks[a1({ row, column: cells.columns[entry]! })] = look;
    }
  });
  return looks;
}

function lookOfCell({ look }: Cell) {
  const { top } = look.borders;
  return {
    fill: look.fill,
    bold: look.bold,
    underline: look.underline !== 'None',
    border: top ? `${top.weight.toLowerCase()} ${top.color}` : '',
    horizontal: look.horizontal.toLowerCase(),
    wrap: look.wrap,
    size: look.fontSize,
    font: look.fontName,
  };
}

const files = allCases().flatMap((each) =>
  each.files.map((file): [string, string] => [`${each.name}: ${file.split('/').at(-1)}`, file]),
);

describe.each(files)('%s', (_, file) => {
  test('the same cells, number formats, looks and highlights as in the file', async () => {
    const opened = openFile(file);
    const changes = changesFor(opened.snapshot());
    const { bytes, report } = applyChangeSet(opened, changes);
    const written = openWorkbook(bytes, opened.name);
    const expected = written.snapshot();

    const { excel, workbook } = await openIn(bookOf(opened.snapshot()));
    await workbook.snapshot(TASK);
    const done = await workbook.apply(changes, TASK);
    expect(done).toEqual(report);
    const found = await workbook.snapshot(TASK);
    expect(sheetsOf(found)).toEqual(sheetsOf(expected));

    expected.sheets.forEach(({ name, mark }, i) => {
      const view = written.view(i);
      expect([name, highlightsOfBook(excel.book, name)]).toEqual([name, highlightsOfView(view)]);
      if (mark === null || mark === 'record') return;
      const looks = looksOfView(view);
      const inExcel = Object.fromEntries(
        Object.keys(looks).map((address) => {
          const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address)!;
          const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
          return [address, lookOfCell(excel.book.sheet(name)!.cell(Number(row) - 1, column)!)];
        }),
      );
      expect(inExcel).toEqual(looks);
    });
  });
});
