import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserEdition } from './browserEdition';

let edition: BrowserEdition;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pioneer-new-'));
  edition = await BrowserEdition.start('zh-CN');
});
afterEach(async () => {
  await edition.stop();
  rmSync(folder, { recursive: true });
  expect(edition.troubles).toEqual([]);
});

test('a new workbook: made from a pasted list, opened on the desk, saved, and read back by a check', async () => {
  const { page } = edition;
  await edition.tab('考核细则').waitFor();
  await page.getByRole('button', { name: '没有现成的表？新建考核工作簿' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: '单位名单' })
    .fill('单位名称\t组别\n红岩锡矿党委\t生产单位\n青石坡锡矿党委\t生产单位');
  await dialog.getByText('五好党委：2个考核对象').waitFor();
  await dialog.getByRole('textbox', { name: '考核期间' }).fill('2004年上半年');
  await dialog.getByRole('button', { name: '新建', exact: true }).click();
  await dialog.getByText(/已生成“2004年上半年考核工作簿\.xlsx”/).waitFor();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '保存' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('2004年上半年考核工作簿.xlsx');
  const file = join(folder, 'new.xlsx');
  await download.saveAs(file);

  await dialog.getByRole('button', { name: '打开看看' }).click();
  await dialog.getByText(/已打开/).waitFor();
  await page.keyboard.press('Escape');
  await edition.tab('填报说明').waitFor();
  for (const name of ['考核参数', '单位名册', '考核-五好党委', '自评-红岩锡矿', '评议-五好党委', '加分扣分']) {
    await edition.tab(name).waitFor();
  }

  await edition.paneTab(/检查/).click();
  await page.getByText('实施方案').first().waitFor();
  const main = page.getByRole('main');
  expect(await main.getByText(/看不懂|不在名册|细则有误|分值不符/).count()).toBe(0);
});
