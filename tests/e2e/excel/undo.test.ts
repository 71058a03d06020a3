import type { Book } from '../../excel-host/book';
import { contentOf } from '../../excel-host/load';
import { closeBrowser } from './excelWindow';
import { closeScene, openCase } from './scene';

afterEach(async () => expect(await closeScene()).toEqual([]));
afterAll(closeBrowser);

const CASES = ['v1-annual-group', 'v5-existing-table'];

/** What a person sees: without the hidden sheets that only undo knows. */
const seen = (book: Book) => contentOf(book).filter(({ name }) => !name.startsWith('~'));

/** Gives every cell a look of its own and every sheet what else a user may have set up. */
function dress(book: Book): void {
  book.sheets.forEach((sheet, s) => {
    let i = s;
    for (const cell of sheet.cells.values()) {
      i++;
      cell.look = {
        ...cell.look,
        fill: `#${String(100_000 + (i % 7))}`,
        fontSize: 9 + (i % 5),
        bold: i % 3 === 0,
        borders: i % 2 ? { top: { style: 'Continuous', weight: 'Thin', color: '#112233' } } : {},
      };
    }
    sheet.columnWidths.set(0, 80 + s);
    sheet.rowHeights.set(1, 30 + s);
    sheet.tabColor = '#336699';
    sheet.frozen = { top: 0, left: 0, bottom: 0, right: -1 };
    sheet.conditions.push({
      id: `user${s}`,
      type: 'Custom',
      ranges: [{ top: 0, left: 0, bottom: 5, right: 5 }],
      rule: new Map([['Formula', '=A1>1']]),
    });
  });
}

/** A number in one of the user's tables. */
function aScore(book: Book): { sheet: string; row: number; column: number } {
  const numbers = book.sheets
    .filter(({ names }) => names.length === 0)
    .flatMap((sheet) =>
      [...sheet.within({ top: 3, left: 4, bottom: 9, right: 9 })]
        .filter(([, { value, formula }]) => typeof value === 'number' && formula === null)
        .map(([place]) => ({ sheet: sheet.name, ...place })),
    );
  return numbers[0]!;
}

async function scored(name: string) {
  const scene = await openCase(name, 'taskpane.html');
  dress(scene.excel.book);
  await scene.pane.scoreButton.click();
  await scene.pane.scored();
  return scene;
}

describe.each(CASES)('%s', (name) => {
  test('undo leaves every cell, look and sheet as it was', async () => {
    const { excel, pane } = await scored(name);
    const before = contentOf(excel.book);
    await pane.write();
    expect(contentOf(excel.book)).not.toEqual(before);
    await pane.undo();
    expect(contentOf(excel.book)).toEqual(before);
    expect(await pane.undoButton.count()).toBe(0);
  });

  test('undo of a second run leaves what the first one wrote', async () => {
    const { excel, pane } = await scored(name);
    await pane.write();
    const first = contentOf(excel.book);
    const { sheet, row, column } = aScore(excel.book);
    excel.edit(sheet, row, column, 1);
    const edited = contentOf(excel.book);
    expect(edited).not.toEqual(first);
    await pane.scoreStaleButton.click();
    await pane.staleNotice.waitFor({ state: 'detached' });
    await pane.write();
    expect(seen(excel.book)).not.toEqual(edited);
    await pane.undo();
    expect(seen(excel.book)).toEqual(edited);
  });
});
