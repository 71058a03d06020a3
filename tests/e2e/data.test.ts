import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SheetLiteral } from '../../src/model';
import { workbookFile } from '../support/workbookFile';
import { BrowserEdition } from './browserEdition';

const UNITS = ['东岭锡矿', '西岭锡矿', '南岭选厂', '北岭机修厂'];

/** A workbook with a header that says nothing and a name that no roster has; `above` stands over the header. */
function odd(year: number, above: SheetLiteral['rows'] = []): Uint8Array {
  const scores = UNITS.map((unit, k) => [k === 0 ? '东岭矿党委' : `${unit}党委`, 5 - k, '李', 4]);
  return workbookFile([
    {
      name: '单位名册',
      rows: [
        ['单位编号', '单位名称', '类型', '组别'],
        ...UNITS.map((unit, k) => [`U0${k + 1}`, `${unit}党委`, '党委', '生产单位']),
      ],
    },
    { name: '上级打分', rows: [[`${year}年度五好党委考核打分`], ...above, ['甲', '乙', '丙', '丁'], ...scores] },
  ]);
}

let folder: string;
let edition: BrowserEdition;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pioneer-'));
  writeFileSync(join(folder, '2004.xlsx'), odd(2004));
  writeFileSync(join(folder, '2005.xlsx'), odd(2005, [['中共岭南集团委员会组织部'], []]));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  await edition.stop();
  expect(edition.troubles).toEqual([]);
});

const TEXTS = {
  'zh-CN': {
    data: /数据/,
    from: /^表头从/,
    row: /^第2行/,
    apply: '更正',
    is: '这一列是',
    unit: '单位名称',
    back: '返回全部工作表',
    save: '保存结果',
    remembered: /已记住的更正/,
    forget: '全部忘记',
    unmatched: /对不上的名称/,
  },
  'en-US': {
    data: /Data/,
    from: /^Header from/,
    row: /^Row 2/,
    apply: 'Correct',
    is: 'This column is',
    unit: 'Unit',
    back: 'Back to all sheets',
    save: 'Save scored copy',
    remembered: /Remembered corrections/,
    forget: 'Forget them all',
    unmatched: /Names that match nobody/,
  },
} as const;

test.each([
  ['zh-CN', 320],
  ['en-US', 350],
] as const)(
  'in %s at %i px a wrong header is corrected by keyboard, scored, saved, and remembered',
  async (locale, width) => {
    edition = await BrowserEdition.start(locale);
    const { page } = edition;
    const t = TEXTS[locale];
    const main = page.getByRole('main');
    const toData = async (name: string) => {
      await edition.openFiles(join(folder, name));
      await main.getByText(name.replace(/.*\//, ''), { exact: true }).first().waitFor();
      await main.getByRole('tab', { name: t.data }).click();
      await main.getByRole('button', { name: /^上级打分/ }).waitFor();
    };
    await edition.tab('考核细则').waitFor();
    await page.setViewportSize({ width, height: 700 });
    await toData('2004.xlsx');
    await main.getByRole('button', { name: /^上级打分/ }).press('Enter');

    // The header, by keyboard alone.
    const from = main.getByRole('combobox', { name: t.from });
    await from.press('Enter');
    await page.getByRole('option', { name: t.row }).press('Enter');
    await main.getByRole('button', { name: t.apply, exact: true }).press('Enter');
    const name = async (at: string, wanted: string) => {
      await main.getByRole('button', { name: new RegExp(`^(列|Column) ${at}[，,]`) }).press('Enter');
      const box = main.getByRole('combobox', { name: t.is });
      await box.fill(wanted);
      await box.press('ArrowDown');
      await box.press('Enter');
      await main.getByRole('button', { name: t.apply, exact: true }).press('Enter');
      await box.waitFor({ state: 'detached' });
    };
    await name('A', t.unit);
    await name('B', '安全生产');
    await name('D', '成本、能耗控制');
    await main.getByRole('button', { name: t.back }).press('Enter');
    await main
      .getByRole('button', { name: /^“东岭矿党委”就是“东岭锡矿党委”$|^东岭矿党委 is 东岭锡矿党委$/ })
      .press('Enter');
    await main.getByText(t.unmatched).waitFor({ state: 'detached' });
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWide).toBe(false);

    const ranking = async () => {
      await edition.score();
      const rows = main.getByRole('option');
      expect(await rows.count()).toBe(UNITS.length);
      return rows.first().innerText();
    };
    const first = await ranking();
    expect(first).toContain('东岭锡矿党委');
    const started = page.waitForEvent('download');
    await page.getByRole('toolbar').getByRole('button', { name: t.save }).click();
    const saved = join(folder, `saved-${locale}.xlsx`);
    await (await started).saveAs(saved);

    // A fresh file of the same layout, lines inserted above: this browser knows it.
    await page.reload();
    await toData('2005.xlsx');
    await main.getByText(t.remembered).waitFor();
    expect(await main.getByText(t.unmatched).count()).toBe(0);
    expect(await ranking()).toBe(first);
    await main.getByRole('tab', { name: t.data }).click();
    await main.getByRole('button', { name: t.forget }).click();

    // The saved file knows it by itself; the fresh one no longer does.
    await page.reload();
    await toData(`saved-${locale}.xlsx`);
    await main.getByText(t.remembered).waitFor();
    expect(await ranking()).toBe(first);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await toData('2005.xlsx');
    expect(await main.getByText(t.remembered).count()).toBe(0);
  },
);
