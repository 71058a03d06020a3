import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openWorkbook } from '../../src/hosts/xlsx';
import { FORMS, SIDE_BY_SIDE, THREE_LEVELS } from '../support/strangers';
import { workbookFile } from '../support/workbookFile';
import { BrowserEdition } from './browserEdition';

/** A new user comes from an unknown workbook to a written ranking with fewer clicks than this. */
const MOST_CLICKS = 11;

let folder: string;
let edition: BrowserEdition;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pioneer-'));
  edition = await BrowserEdition.start('zh-CN');
  await edition.page.setViewportSize({ width: 320, height: 700 });
});
afterAll(async () => {
  await edition.stop();
  rmSync(folder, { recursive: true });
});
afterEach(() => expect(edition.troubles).toEqual([]));

const main = () => edition.page.getByRole('main');
const button = (name: string | RegExp) =>
  main().getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });

/** Says what a column of a sheet is. */
async function nameColumn(click: Click, sheet: RegExp, column: RegExp, wanted: string): Promise<void> {
  await click(button(sheet));
  await click(button(column));
  await main().getByRole('combobox', { name: '这一列是' }).fill(wanted);
  await click(main().getByRole('option', { name: wanted }).first());
  await click(button('更正'));
  await main().getByText('已更正').waitFor();
}

type Click = (target: Locator) => Promise<void>;

test.each([
  {
    stranger: THREE_LEVELS,
    first: '东岭锡矿党委',
    count: 5,
    correct: async (click: Click) => {
      await click(button('“西领”就是“西岭锡矿党委”'));
      await main().getByText('对不上的名称').waitFor({ state: 'detached' });
      await nameColumn(click, /^打分（改3）/, /^列 G，.*班子学习/, '中心组学习');
    },
  },
  {
    stranger: SIDE_BY_SIDE,
    first: '建安公司',
    count: 4,
    correct: (click: Click) => nameColumn(click, /^Sheet1/, /^列 S，去年总分/, '不使用'),
  },
  { stranger: FORMS, first: '选矿车间党支部', count: 4, correct: async () => undefined },
])('$stranger.name: to a written ranking in few clicks', async ({ stranger, first, count, correct }) => {
  const { page } = edition;
  await page.reload();
  await main().getByText('样例-年度考核.xlsx').waitFor();
  const path = join(folder, stranger.name);
  writeFileSync(path, workbookFile(stranger.sheets));
  let clicks = 0;
  const click: Click = async (target) => {
    await target.click();
    clicks++;
  };

  const chosen = page.waitForEvent('filechooser');
  await click(page.getByRole('toolbar').getByRole('button', { name: '打开' }));
  await (await chosen).setFiles(path);
  await main().getByText(stranger.name, { exact: true }).first().waitFor();
  await click(main().getByRole('tab', { name: /数据/ }));
  await main()
    .getByText(/第\d.*行表头/)
    .first()
    .waitFor();
  await correct(click);
  await click(button(/^(重新)?评分$/));
  await main().getByRole('option').first().waitFor();
  expect(await main().getByRole('option').count()).toBe(count);
  expect(await main().getByRole('option').first().innerText()).toContain(first);
  await click(button('下一步：写回'));
  const started = page.waitForEvent('download');
  await click(button('保存结果'));
  const saved = openWorkbook(new Uint8Array(readFileSync(await (await started).path())), 'saved.xlsx').snapshot();
  expect(saved.sheets.map(({ name }) => name)).toContainEqual(expect.stringMatching(/^总排名/));
  expect(saved.strings).toContain(first);
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWide).toBe(false);
});
