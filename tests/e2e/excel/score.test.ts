import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openWorkbook } from '../../../src/hosts/xlsx';
import type { Book, Sheet } from '../../excel-host/book';
import { bookOf } from '../../excel-host/load';
import { DEFAULT_LOOK } from '../../excel-host/look';
import { SimulatedExcel } from '../../excel-host/session';
import { ExcelWindow, type WindowOptions } from './excelWindow';

const CASES = join(__dirname, '../../cases');
/** Bytes that Excel on the web takes in one request. */
const MOST_BYTES = 5 * 2 ** 20;
/** Requests that reading the annual workbook may take. */
const MOST_SYNCS = 12;

interface Expected {
  readonly subjects: readonly {
    scheme: string;
    name: string;
    total: number | null;
    grade: string | null;
    rank: number | null;
  }[];
  readonly findings: readonly { code: string; sheet: string | null; cell: string | null }[];
}

let shown: ExcelWindow | null = null;
afterEach(async () => {
  await shown?.close();
  expect(shown?.troubles).toEqual([]);
});

type Options = Partial<WindowOptions> & { readonly isEditing?: boolean };

/** Opens a case in the simulated Excel with the pane that a button of the ribbon opens. */
async function open(name: string, page: string, { isEditing = false, ...options }: Options = {}) {
  const bytes = new Uint8Array(readFileSync(join(CASES, `${name}.xlsx`)));
  const excel = new SimulatedExcel(bookOf(openWorkbook(bytes, `${name}.xlsx`).snapshot()), options.apiVersion);
  excel.isEditing = isEditing;
  const expected = JSON.parse(readFileSync(join(CASES, `${name}.expected.json`), 'utf8')) as Expected;
  shown = await ExcelWindow.open({ excel, page, ...options });
  const pane = shown.page.getByRole('main');
  return { excel, expected, pane, page: shown.page };
}

const scoredPane = async (name: string, options: Partial<WindowOptions> = {}) => {
  const opened = await open(name, 'taskpane.html?do=score', options);
  await opened.pane.getByRole('option').first().waitFor();
  return opened;
};

/** Values of a sheet row by row. */
function rowsOf(sheet: Sheet): unknown[][] {
  const used = sheet.usedRange();
  if (!used) return [];
  return Array.from({ length: used.bottom + 1 }, (_, row) =>
    Array.from({ length: used.right + 1 }, (_, column) => sheet.cell(row, column)?.value ?? null),
  );
}

/** All that a person sees of a workbook: names, contents and looks of its visible sheets. */
const contentOf = ({ sheets }: Book) =>
  sheets
    .filter(({ visibility }) => visibility !== 'VeryHidden')
    .map((sheet) => ({
      name: sheet.name,
      cells: [...sheet.cells]
        .filter(
          ([, { value, formula, look }]) =>
            value !== null || formula !== null || !isDeepStrictEqual(look, DEFAULT_LOOK),
        )
        .map(([at, { value, formula, look }]) => [at, value, formula, look]),
      conditions: sheet.conditions.length,
    }));

/** Waits for something that the simulated Excel is to become; the test's own deadline ends it. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 20));
}

describe.each(['v1-annual-group', 'v2-branch-forms', 'v3-member-long', 'v5-existing-table', 'v6-data-defects'])(
  '%s',
  (name) => {
    test('the button 评分 scores it: the pane and the sheets that it writes show what is expected', async () => {
      const { excel, expected, pane } = await scoredPane(name);
      const reads = excel.syncs.length;
      if (name === 'v1-annual-group') expect(reads).toBeLessThanOrEqual(MOST_SYNCS);
      const { scheme } = expected.subjects[0]!;
      const ranked = expected.subjects.filter((subject) => subject.scheme === scheme && subject.total !== null);
      const rows = pane.getByRole('option');
      for (const [i, { name: subject, total, grade }] of ranked.slice(0, 5).entries()) {
        const text = await rows.nth(i).innerText();
        expect(text).toContain(subject);
        expect(text).toContain(total!.toFixed(2));
        expect(text).toContain(grade!);
      }

      await pane.getByRole('tab', { name: '写回' }).click();
      await pane.getByRole('button', { name: '写入工作簿' }).click();
      await pane.getByRole('button', { name: '撤销写入' }).waitFor();
      const ranking = excel.book.sheets.filter((sheet) => /^排名/.test(sheet.name)).flatMap(rowsOf);
      const missing = expected.subjects.filter(
        ({ name: subject, total, grade, rank }) =>
          total !== null &&
          !ranking.some(
            (row) => [subject, total, grade].every((value) => row.includes(value)) && (!rank || row.includes(rank)),
          ),
      );
      expect(missing).toEqual([]);
      expect(Math.max(...excel.syncs.map((sync) => Math.max(sync.requestBytes, sync.responseBytes)))).toBeLessThan(
        MOST_BYTES,
      );
      expect(excel.syncs.filter(({ error }) => error)).toEqual([]);
    });
  },
);

test('undo leaves the workbook as it was', async () => {
  const { excel, pane } = await scoredPane('v5-existing-table');
  const before = contentOf(excel.book);
  await pane.getByRole('tab', { name: '写回' }).click();
  await pane.getByRole('button', { name: '写入工作簿' }).click();
  await pane.getByRole('button', { name: '撤销写入' }).click();
  await pane.getByRole('button', { name: '撤销写入' }).waitFor({ state: 'detached' });
  expect(contentOf(excel.book)).toEqual(before);
});

test('a gap leads to its cell in Excel', async () => {
  const { excel, expected, pane } = await scoredPane('v1-annual-group');
  const gap = expected.findings.find(({ code, cell }) => code === 'G01' && cell)!;
  await pane.getByRole('tab', { name: /^检查/ }).click();
  await pane
    .getByRole('option')
    .filter({ hasText: `${gap.sheet}!${gap.cell}` })
    .first()
    .click();
  await until(() => excel.book.selection?.sheet.name === gap.sheet);
});

test('the button 检查 looks for gaps and leaves everything else alone', async () => {
  const { excel, pane, page } = await open('v1-annual-group', 'taskpane.html?do=check');
  const before = contentOf(excel.book);
  await pane.getByRole('option').first().waitFor();
  await page
    .getByText(/检查完成：发现 \d+ 条差距/)
    .first()
    .waitFor();
  await pane.getByRole('tab', { name: '写回' }).click();
  expect(await pane.getByRole('button', { name: '写入工作簿' }).count()).toBe(0);
  expect(contentOf(excel.book)).toEqual(before);
});

test('the button 考评面板 only opens the pane', async () => {
  const { pane } = await open('v1-annual-group', 'taskpane.html');
  await pane.getByRole('button', { name: '评分' }).waitFor();
  expect(await pane.getByRole('option').count()).toBe(0);
});

test('who edits meanwhile is not overruled: the pane says that the data has changed', async () => {
  const { excel, pane, page } = await scoredPane('v5-existing-table');
  const sheet = excel.book.sheets[0]!;
  const { top, left } = sheet.usedRange()!;
  excel.edit(sheet.name, top, left, '改过的标题');
  await page.getByText('数据已变动').waitFor();
  await pane.getByRole('button', { name: '重新计算' }).click();
  await page.getByText('数据已变动').waitFor({ state: 'detached' });
  await pane.getByRole('option').first().waitFor();
});

test('while a cell is being edited the pane says so once', async () => {
  const { excel, pane, page } = await open('v5-existing-table', 'taskpane.html');
  const score = pane.getByRole('button', { name: '评分' });
  await score.waitFor();
  excel.isEditing = true;
  await score.click();
  await page.getByText('正在编辑单元格').waitFor();
  excel.isEditing = false;
  await score.click();
  await pane.getByRole('option').first().waitFor();
});

test('a pane that opens while a cell is being edited waits for the end of it', async () => {
  const { excel, page, pane } = await open('v5-existing-table', 'taskpane.html?do=score', { isEditing: true });
  await page.getByText('正在编辑单元格').waitFor();
  excel.isEditing = false;
  await pane.getByRole('option').first().waitFor();
});

test('language and theme are those of Office', async () => {
  const { pane, page } = await scoredPane('v5-existing-table', { language: 'en-US', background: '#262626' });
  await pane.getByRole('tab', { name: 'Ranking' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe('dark');
});
