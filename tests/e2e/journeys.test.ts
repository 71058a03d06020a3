import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbook } from '../../src/hosts/xlsx';
import { BrowserEdition } from './browserEdition';

const CASES = join(__dirname, '../cases');
const ANNUAL = join(CASES, 'v1-annual-group.xlsx');

let edition: BrowserEdition;
beforeAll(async () => {
  edition = await BrowserEdition.start('zh-CN');
});
afterAll(() => edition.stop());
afterEach(() => expect(edition.troubles).toEqual([]));

const main = () => edition.page.getByRole('main');
/** The first rows of the ranking: how many more are drawn depends on the time. */
const ranking = async () => (await main().getByRole('option').allInnerTexts()).slice(0, 5);
const panel = () => edition.page.getByRole('dialog');

/** The annual workbook as it was first opened, with the pane beside it or, in a narrow window, alone. */
async function open(width = 1280): Promise<void> {
  const { page } = edition;
  await page.setViewportSize({ width, height: 800 });
  await page.reload();
  await main().getByText('样例-年度考核.xlsx').waitFor();
  await edition.openFiles(ANNUAL);
  await main().getByText('v1-annual-group.xlsx').waitFor();
}

test('from a number of the ranking two clicks lead to the cell and the rule that made it', async () => {
  await open();
  await edition.score();
  const first = main().getByRole('option').first();
  // The first click.
  await first.getByText(/^\d+\.\d\d$/).click();
  const link = panel()
    .getByRole('link', { name: /^转到 .+![A-Z]+\d+$/ })
    .or(panel().getByRole('button', { name: /^转到 .+![A-Z]+\d+$/ }))
    .nth(1);
  await link.waitFor();
  expect(
    await panel()
      .getByText(/满分|每次扣|每少|得\d+分/)
      .count(),
  ).toBeGreaterThan(0);
  const [, sheet, cell] = /^转到 (.+)!([A-Z]+\d+)$/.exec((await link.getAttribute('aria-label'))!)!;
  // The second one.
  await link.click();
  await edition.selectedCell().getByText(cell!, { exact: true }).waitFor();
  expect(await edition.shownTab().innerText()).toBe(sheet);
});

test('a weight is tried: ranks move with arrows, and all is as before when it is dropped', async () => {
  await open();
  await edition.score();
  const before = await ranking();
  await main().getByRole('button', { name: '更多功能' }).click();
  await edition.page.getByRole('menuitem', { name: '试算' }).click();
  const weight = panel().getByRole('slider', { name: '自评权重' });
  await weight.press('End');
  await panel()
    .getByRole('status')
    .filter({ hasText: /个名次变化/ })
    .waitFor();
  await panel().getByRole('tab', { name: /^变化/ }).click();
  await panel()
    .getByText(/^[↑↓] \d+$/)
    .first()
    .waitFor();
  await panel().getByRole('button', { name: '放弃' }).click();
  await panel().getByText('还没有改动').waitFor();
  expect(
    await panel()
      .getByText(/^[↑↓] \d+$/)
      .count(),
  ).toBe(0);
  await panel().getByRole('button', { name: '关闭' }).click();
  await panel().waitFor({ state: 'detached' });
  expect(await ranking()).toEqual(before);
});

test('a correction is taken back where it was made, and the results are those of before', async () => {
  await open(350);
  await edition.score();
  const before = await ranking();
  await main().getByRole('tab', { name: /^数据/ }).click();
  await main()
    .getByRole('button', { name: /^党委自评/ })
    .click();
  await main().getByRole('combobox', { name: '这张表是' }).click();
  await edition.page.getByRole('option', { name: '未使用' }).click();
  await main().getByRole('button', { name: '更正', exact: true }).first().click();
  await main().getByText('已更正，数据已重新识别。').waitFor();
  await main().getByRole('button', { name: '撤销', exact: true }).click();
  await main().getByText('已撤销，数据已重新识别。').waitFor();
  await edition.score();
  expect(await ranking()).toEqual(before);
});

test('files of units are added and put away where the data are looked at', async () => {
  await open(320);
  const units = join(CASES, 'v4-unit-files');
  const [group, ...others] = ['集团汇总', '红岩锡矿自评', '松坪锡矿自评'].map((name) => join(units, `${name}.xlsx`));
  await edition.openFiles(group!);
  await main().getByRole('tab', { name: /^数据/ }).click();
  await main()
    .getByRole('button', { name: /^上级考核/ })
    .waitFor();
  await main().locator('input[type=file]').setInputFiles(others);
  await main().getByRole('heading', { name: '松坪锡矿自评.xlsx' }).waitFor();
  await main().getByText('等 4 个工作簿，合并为一套评分').waitFor();
  await main().getByRole('button', { name: '移除“红岩锡矿自评.xlsx”' }).click();
  await main().getByText('等 3 个工作簿，合并为一套评分').waitFor();
  await main().getByRole('heading', { name: '松坪锡矿自评.xlsx' }).waitFor();
  expect(await main().getByRole('heading', { name: '红岩锡矿自评.xlsx' }).count()).toBe(0);
});

test('by keyboard alone: from the page as it opens to the saved results', async () => {
  const { page } = edition;
  await open(350);
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement!;
      // The sign on a button is a letter too.
      const label = element.querySelector('.ms-Button-label')?.textContent;
      return (label ?? element.getAttribute('aria-label') ?? '').trim();
    });
  /** Walks with Tab to what has this name. */
  const walkTo = async (name: RegExp) => {
    for (let steps = 0; steps < 40; steps++) {
      if (name.test(await focused())) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no way to ${name} by keyboard`);
  };
  await walkTo(/^评分$/);
  await page.keyboard.press('Enter');
  await main().getByRole('option').first().waitFor();
  await walkTo(/^下一步：写回$/);
  await page.keyboard.press('Enter');
  await main().getByText('原文件不会改动，结果保存在副本中。').waitFor();
  const started = page.waitForEvent('download');
  await walkTo(/^保存结果$/);
  await page.keyboard.press('Enter');
  const saved = openWorkbook(new Uint8Array(readFileSync(await (await started).path())), 'saved.xlsx').snapshot();
  expect(saved.sheets.map(({ name }) => name)).toContainEqual(expect.stringMatching(/^总排名/));
});
