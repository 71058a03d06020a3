import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbook } from '../../src/hosts/xlsx';
import { BrowserEdition } from './browserEdition';

const CASES = join(__dirname, '../cases');
const ANNUAL = join(CASES, 'v1-annual-group.xlsx');
const EXPECTED = JSON.parse(readFileSync(join(CASES, 'v1-annual-group.expected.json'), 'utf8')) as {
  subjects: { scheme: string; name: string; total: number | null; grade: string | null }[];
  findings: { code: string; sheet: string; cell: string }[];
};

let edition: BrowserEdition;
beforeEach(async () => {
  edition = await BrowserEdition.start('zh-CN');
  await edition.tab('考核细则').waitFor();
});
afterEach(async () => {
  await edition.stop();
  expect(edition.troubles).toEqual([]);
});

/** Opens files as a user does who never looked at the sample: it has to give way by itself. */
async function openInstead(...paths: string[]): Promise<void> {
  await edition.openFiles(...paths);
  await edition.page.locator('[data-shown^="样例"]').waitFor({ state: 'detached' });
  await edition.page.getByText('正在打开').waitFor({ state: 'detached' });
}

test('the sample is open, drawn, and can be scored at once', async () => {
  const { page } = edition;
  await page.locator('canvas[id^="univer-sheet-main-canvas"]').waitFor();
  await edition.score();
  await expect(edition.tab(/^总排名/).count()).resolves.toBeGreaterThan(0);
  // The grid draws no charts, and says so where there are some.
  await expect(page.getByRole('note').count()).resolves.toBe(0);
  await edition.tab('统计分析').click();
  await page.getByRole('note').getByText('图表').waitFor();
});

test('the ranking is right, a gap leads to its cell, the saved copy holds the results', async () => {
  const { page } = edition;
  await openInstead(ANNUAL);
  await edition.score();
  const { scheme } = EXPECTED.subjects[0]!;
  const ranked = EXPECTED.subjects.filter((subject) => subject.scheme === scheme);
  const rows = page.getByRole('main').getByRole('option');
  expect(await rows.first().getAttribute('aria-setsize')).toBe(String(ranked.length));
  for (const [i, { name, total, grade }] of ranked.slice(0, 5).entries()) {
    const text = await rows.nth(i).innerText();
    expect(text).toContain(name);
    expect(text).toContain(total!.toFixed(2));
    expect(text).toContain(grade);
  }

  await edition.paneTab(/^检查/).click();
  const gap = EXPECTED.findings.find(({ code }) => code === 'G01')!;
  await page
    .getByRole('main')
    .getByRole('option')
    .filter({ hasText: `${gap.sheet}!${gap.cell}` })
    .first()
    .click();
  await edition.selectedCell().getByText(gap.cell, { exact: true }).waitFor();
  expect(await edition.shownTab().innerText()).toBe(gap.sheet);

  const started = page.waitForEvent('download');
  await page.getByRole('toolbar').getByRole('button', { name: '保存结果' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe('v1-annual-group-评分.xlsx');
  const saved = openWorkbook(new Uint8Array(readFileSync(await download.path())), 'saved.xlsx').snapshot();
  const original = openWorkbook(new Uint8Array(readFileSync(ANNUAL)), 'v1.xlsx').snapshot();
  expect(saved.sheets.slice(0, original.sheets.length).map(({ name }) => name)).toEqual(
    original.sheets.map(({ name }) => name),
  );
  expect(saved.sheets.filter(({ mark }) => mark?.startsWith('ranking:')).length).toBeGreaterThan(0);
  for (const { name } of ranked) expect(saved.strings).toContain(name);
});

test('a subject shows its cell and the reason of its score', async () => {
  const { page } = edition;
  await edition.score();
  const first = page.getByRole('main').getByRole('option').first();
  await first.click();
  await expect(edition.shownTab().innerText()).resolves.toMatch(/名册/);
  await page.getByRole('button', { name: '为什么' }).click();
  await page.getByRole('heading', { name: '为什么是这个分' }).waitFor();
  await page.getByRole('button', { name: '关闭', exact: true }).click();
  await page.getByRole('heading', { name: '为什么是这个分' }).waitFor({ state: 'detached' });
});

test('several files count as one set, and a bad one among them is named', async () => {
  const { page } = edition;
  const units = ['集团汇总', '红岩锡矿自评', '青石坡锡矿自评'].map((name) =>
    join(CASES, 'v4-unit-files', `${name}.xlsx`),
  );
  await openInstead(...units, join(CASES, '../hostile/truncated.xlsx'));
  await page.getByText(/truncated\.xlsx/).waitFor();
  await edition.score();
  await page.getByRole('combobox', { name: '工作簿' }).click();
  await page.getByRole('option', { name: '评分结果.xlsx' }).click();
  await edition
    .tab(/^总排名/)
    .first()
    .waitFor();
  await edition.tab('集团汇总').waitFor({ state: 'detached' });
});

test('the language can be changed at any time', async () => {
  const { page } = edition;
  await edition.score();
  await page.getByRole('toolbar').getByRole('button', { name: 'English' }).click();
  await edition.paneTab('Ranking').waitFor();
  await edition.paneTab(/^Check/).click();
  await page.getByRole('main').getByRole('option').first().click();
  await page.getByText('What to do:').waitFor();
  expect(await page.title()).toBe('Pioneer Scorecard');
});

test('in a narrow window a file can be closed too, and addresses lead nowhere', async () => {
  const { page } = edition;
  await page.setViewportSize({ width: 350, height: 640 });
  await openInstead(ANNUAL);
  await edition.score();
  await page.getByRole('main').getByRole('option').first().click();
  await page.getByRole('button', { name: '为什么' }).waitFor();
  expect(await page.getByText(/^单位名册![A-Z]+\d+$/).count()).toBeGreaterThan(0);
  expect(await page.getByRole('button', { name: /^转到/ }).count()).toBe(0);

  await page.getByRole('toolbar').getByRole('button', { name: '关闭文件' }).click();
  await page.getByRole('menuitem', { name: '关闭 v1-annual-group.xlsx' }).click();
  await page.getByRole('main').getByText('还没有打开工作簿').waitFor();
});

test('the keyboard reaches everything: the grid takes no focus by itself, and Tab, Esc and F6 leave it', async () => {
  const { page } = edition;
  await page.locator('canvas[id^="univer-sheet-main-canvas"]').waitFor();
  await edition.selectedCell().getByText('A1', { exact: true }).waitFor();
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement?.closest('[data-grid]')) return 'grid';
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
    });
  expect(await focused()).not.toBe('grid');

  await page.getByRole('toolbar').getByRole('button', { name: '打开' }).focus();
  const walk = async (key: string) => {
    const seen: string[] = [];
    for (let i = 0; i < 14; i++) {
      await page.keyboard.press(key);
      seen.push((await focused())!);
    }
    return seen;
  };
  const forwards = await walk('Tab');
  expect(forwards.filter((name) => name === 'grid')).toHaveLength(1);
  expect(forwards.some((name) => /评分$/.test(name))).toBe(true);
  await page.getByRole('main').getByRole('button', { name: '评分' }).focus();
  const backwards = await walk('Shift+Tab');
  expect(backwards.filter((name) => name === 'grid')).toHaveLength(1);
  expect(backwards).toContain('打开');

  const grid = page.locator('[data-grid]');
  for (const key of ['Tab', 'Shift+Tab', 'Escape', 'F6']) {
    await grid.focus();
    const before = await edition.selectedCell().innerText();
    await page.keyboard.press('ArrowDown');
    await edition
      .selectedCell()
      .filter({ hasNotText: new RegExp(`^${before}$`) })
      .waitFor();
    expect(await focused()).toBe('grid');
    await page.keyboard.press(key);
    expect(await focused()).not.toBe('grid');
  }
});
