import { translate } from '../../../src/i18n';
import { contentOf, type SheetContent } from '../../excel-host/load';
import type { InjectedFault } from '../../excel-host/session';
import { closeBrowser } from './excelWindow';
import { closeScene, openCase } from './scene';

afterEach(async () => expect(await closeScene()).toEqual([]));
afterAll(closeBrowser);

/** The part of a sentence of the host before what is filled in. */
const said = (name: string, gap = 'reason'): string =>
  translate('zh-CN', `hosts.excel.${name}`, { [gap]: '\0', sheets: '\0', message: '\0', code: '\0' }).split('\0')[0]!;

const kinds: readonly InjectedFault['when'][] = ['before', 'middle', 'after'];

/** The print set-up may fail by itself, and the pane says so; Excel makes up the names of charts. */
function onScreen({ page: _, ...sheet }: SheetContent): unknown {
  return { ...sheet, charts: sheet.charts.map((chart) => ({ ...chart, name: '' })) };
}

/** Requests of one run from the pane that has been opened to the results in the sheets. */
const MOST = 12;

test.each(kinds)('each request of a run fails once (%s): all is as before or all is written', async (when) => {
  const { excel, pane } = await openCase('v5-existing-table', 'taskpane.html');
  const { book, faults, syncs } = excel;
  await pane.scoreButton.waitFor();
  const before = contentOf(book);
  const fail = (number: number) => faults.set(syncs.length + number, { when, code: 'InvalidOperation' });
  const failed = () => syncs.filter(({ error }) => error !== null).length;

  // Reading: one sentence, nothing shown; then it is read again.
  const opened = syncs.length;
  fail(1);
  await pane.scoreButton.click();
  await pane.sentence(said('failed')).waitFor();
  expect(contentOf(book)).toEqual(before);
  await pane.scoreButton.click();
  await pane.scored();
  expect(failed()).toBe(1);
  const reading = syncs.length - opened - 1;

  // Writing without a fault: what it needs, and what it leaves.
  let start = syncs.length;
  await pane.write();
  const writing = syncs.length - start;
  const written = contentOf(book).map(onScreen);
  expect(reading + writing).toBeLessThanOrEqual(MOST);
  await pane.undo();
  expect(contentOf(book)).toEqual(before);

  const outcomes = new Set<string>();
  for (let number = 1; number <= writing; number++) {
    fail(number);
    start = syncs.length;
    await pane.startWrite();
    const outcome = await pane.outcome({
      written: said('written'),
      takenBack: said('takenBack'),
      failed: said('failed'),
    });
    expect([number, syncs.slice(start).some(({ error }) => error !== null)]).toEqual([number, true]);
    outcomes.add(outcome);
    if (outcome === 'written') {
      expect([number, contentOf(book).map(onScreen)]).toEqual([number, written]);
      await pane.undo();
    }
    expect([number, contentOf(book)]).toEqual([number, before]);
  }
  expect(outcomes).toContain('takenBack');
});
