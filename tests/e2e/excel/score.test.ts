import { contentOf } from '../../excel-host/load';
import { closeBrowser } from './excelWindow';
import { caseOf, closeScene, openCase, scoreCase, until } from './scene';

afterEach(async () => expect(await closeScene()).toEqual([]));
afterAll(closeBrowser);

test('the ranking stands first in the pane, with totals and grades', async () => {
  const { expected } = caseOf('v1-annual-group');
  const { pane } = await scoreCase('v1-annual-group');
  const { scheme } = expected.subjects[0]!;
  const ranked = expected.subjects.filter((subject) => subject.scheme === scheme && subject.total !== null);
  for (const [i, { name, total, grade }] of ranked.slice(0, 5).entries()) {
    const text = await pane.rows.nth(i).innerText();
    expect(text).toContain(name);
    expect(text).toContain(total!.toFixed(2));
    expect(text).toContain(grade!);
  }
});

test('a gap leads to its cell in Excel', async () => {
  const gap = caseOf('v1-annual-group').expected.findings.find(({ code, cell }) => code === 'G01' && cell)!;
  const { excel, pane } = await scoreCase('v1-annual-group');
  await pane.show('check');
  await pane.rows
    .filter({ hasText: `${gap.sheet}!${gap.cell}` })
    .first()
    .click();
  await until(() => excel.book.selection?.sheet.name === gap.sheet);
});

test('the button 检查 looks for gaps and leaves everything else alone', async () => {
  const { excel, pane } = await openCase('v1-annual-group', 'taskpane.html?do=check');
  const before = contentOf(excel.book);
  await pane.scored();
  await pane.sentence(/检查完成：发现 \d+ 条差距/).waitFor();
  await pane.show('write');
  expect(await pane.writeButton.count()).toBe(0);
  expect(contentOf(excel.book)).toEqual(before);
});

test('the button 考评面板 only opens the pane', async () => {
  const { pane } = await openCase('v1-annual-group', 'taskpane.html');
  await pane.scoreButton.waitFor();
  expect(await pane.rows.count()).toBe(0);
});

test('who edits meanwhile is not overruled: the pane says that the data has changed', async () => {
  const { excel, pane } = await scoreCase('v5-existing-table');
  const sheet = excel.book.sheets[0]!;
  const { top, left } = sheet.usedRange()!;
  excel.edit(sheet.name, top, left, '改过的标题');
  await pane.staleNotice.waitFor();
  await pane.scoreStaleButton.click();
  await pane.staleNotice.waitFor({ state: 'detached' });
  await pane.scored();
});

test('while a cell is being edited the pane says so once', async () => {
  const { excel, pane } = await openCase('v5-existing-table', 'taskpane.html');
  await pane.scoreButton.waitFor();
  excel.isEditing = true;
  await pane.scoreButton.click();
  await pane.sentence('正在编辑单元格').waitFor();
  excel.isEditing = false;
  await pane.scoreButton.click();
  await pane.scored();
});

test('a pane that opens while a cell is being edited waits for the end of it', async () => {
  const { excel, pane } = await openCase('v5-existing-table', 'taskpane.html?do=score', { isEditing: true });
  await pane.sentence('正在编辑单元格').waitFor();
  excel.isEditing = false;
  await pane.scored();
});

test('language and theme are those of Office', async () => {
  const { pane } = await scoreCase('v5-existing-table', { language: 'en-US', background: '#262626' });
  await pane.rankingTab.waitFor();
  expect(await pane.page.evaluate(() => document.documentElement.style.colorScheme)).toBe('dark');
});
