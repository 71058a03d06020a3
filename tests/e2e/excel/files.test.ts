import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '../../cases/caseFiles';
import { bookOf, contentOf } from '../../excel-host/load';
import { closeBrowser } from './excelWindow';
import { caseOf, closeScene, openBook } from './scene';

const UNITS = join(__dirname, '../../cases/v4-unit-files');
const GROUP = '集团汇总.xlsx';
const OTHERS = readdirSync(UNITS).filter((name) => name !== GROUP);
const HOSTILE = join(__dirname, '../../hostile');

afterEach(async () => expect(await closeScene()).toEqual([]));
afterAll(closeBrowser);

test('files of units are scored with the open workbook, their cells named, results written into it alone', async () => {
  const { expected } = caseOf('v4-unit-files');
  const book = bookOf(openFile(join(UNITS, GROUP)).snapshot());
  const { excel, pane } = await openBook(book, 'taskpane.html');
  await pane.scoreButton.waitFor();
  await pane.fileInput.setInputFiles([...OTHERS.map((name) => join(UNITS, name)), join(HOSTILE, 'encrypted.xlsx')]);
  await pane.sentence('“encrypted.xlsx”有打开密码').waitFor();
  for (const name of OTHERS) await pane.removeButton(name).waitFor();
  expect(await pane.removeButton(GROUP).count()).toBe(0);

  await pane.scoreButton.click();
  await pane.scored();
  for (const [i, { name, total }] of expected.subjects.filter(({ rank }) => rank !== null).entries()) {
    const text = await pane.rows.nth(i).innerText();
    expect(text).toContain(name);
    expect(text).toContain(total!.toFixed(2));
  }
  await pane.rows.first().press('ArrowRight');
  await pane.sentence(/自评\.xlsx › 自评表![A-Z]+\d+$/).waitFor();
  expect(await pane.page.getByRole('button', { name: /自评表/ }).count()).toBe(0);
  await pane.page.keyboard.press('Escape');

  const before = contentOf(excel.book);
  await pane.write();
  expect(contentOf(excel.book)).not.toEqual(before);
  await pane.undo();
  expect(contentOf(excel.book)).toEqual(before);

  // Without one of them the results are others: they are put away, and what is left is shown as it is read.
  await pane.show('data');
  const [gone] = OTHERS as [string];
  await pane.removeButton(gone).click();
  await pane.removeButton(gone).waitFor({ state: 'detached' });
  await pane.scoreButton.click();
  await pane.rows.first().waitFor();
  expect(await pane.rows.first().innerText()).toContain(expected.subjects.find(({ rank }) => rank === 1)!.name);
});
