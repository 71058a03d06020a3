import type { SimulatedExcel } from '../../excel-host/session';
import { closeBrowser } from './excelWindow';
import { caseOf, closeScene, openCase, type SceneOptions } from './scene';

afterEach(async () => expect(await closeScene()).toEqual([]));
afterAll(closeBrowser);

/** Requests of a pane's whole life, from opening it to the written results. */
const MOST_REQUESTS = 12;
/** Bytes that Excel on the web takes in one request. */
const MOST_BYTES = 5 * 2 ** 20;

/** Requests that each step of a run took. */
async function requestsOf(name: string, options?: SceneOptions) {
  const { excel, pane } = await openCase(name, 'taskpane.html', options);
  let before = 0;
  const since = () => {
    const count = excel.syncs.length - before;
    before = excel.syncs.length;
    return count;
  };
  await pane.scoreButton.waitFor();
  const opening = since();
  await pane.scoreButton.click();
  await pane.scored();
  const reading = since();
  await pane.write();
  const writing = since();
  await pane.undo();
  return { excel, opening, reading, writing, undoing: since() };
}

const bytesOf = ({ syncs }: SimulatedExcel) => syncs.flatMap((sync) => [sync.requestBytes, sync.responseBytes]);

test('the annual workbook: few requests, small ones, nothing of Excel works while we write', async () => {
  const { excel, opening, reading, writing, undoing } = await requestsOf('v1-annual-group');
  expect({ opening, reading, writing, undoing }).toEqual({ opening: 2, reading: 3, writing: 7, undoing: 7 });
  expect(opening + reading + writing).toBeLessThanOrEqual(MOST_REQUESTS);
  expect(Math.max(...bytesOf(excel))).toBeLessThan(MOST_BYTES / 4);
  expect(excel.syncs.map(({ error }) => error).filter((error) => error !== null)).toEqual([]);
  // Sheets and what undo needs, cells, record and print set-up; undo: all at once. Nothing is left off when a request is done.
  const writes = excel.syncs.filter(({ suspended }) => suspended.length > 0);
  expect(writes.map(({ suspended }) => suspended.join())).toEqual(Array(4).fill('calculation,screen'));
  expect(excel.state.enableEvents).toBe(true);
  expect(excel.state.references.size).toBe(0);
});

describe('no call is newer than the Excel that it is sent to', () => {
  test('an Excel refuses what it does not have', async () => {
    const { window } = await openCase('v5-existing-table', 'taskpane.html', { apiVersion: '1.12' });
    const ask = () =>
      Excel.run(async ({ workbook, sync }) => {
        workbook.worksheets.getActiveWorksheet().getRange('A1').getMergedAreasOrNullObject().load('address');
        await sync();
      }).then(
        () => 'done',
        ({ code }: { code: string }) => code,
      );
    expect(await window.page.evaluate(ask)).toBe('ApiNotFound');
  });

  test.each(['1.9', '1.12', '1.14'])('ExcelApi %s reads, writes and takes back', async (apiVersion) => {
    const { subjects } = caseOf('v1-annual-group').expected;
    const { excel, pane } = await openCase('v1-annual-group', 'taskpane.html?do=score', { apiVersion });
    await pane.scored();
    expect(await pane.rows.first().innerText()).toContain(subjects[0]!.name);
    await pane.write();
    await pane.undo();
    expect(excel.syncs.filter(({ error }) => error !== null)).toEqual([]);
    const isOld = apiVersion !== '1.14';
    expect(await pane.sentence('此版本的 Excel 不能列出合并单元格').count()).toBe(isOld ? 1 : 0);
  });
});
