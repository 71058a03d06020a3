import { snapshotOf } from '../../../src/model';
import { bookOf } from '../../excel-host/load';
import { closeBrowser } from './excelWindow';
import { closeScene, openBook } from './scene';

/** Milliseconds after which a pane that shows nothing seems to be broken. */
const LIMIT = 1000;
/** The machine of the tests may be busy: one of several openings must do. */
const TRIES = 3;

afterEach(async () => expect(await closeScene()).toEqual([]));
afterAll(closeBrowser);

test('on a machine four times slower the pane shows itself within a second', async () => {
  const times: number[] = [];
  while (times.length < TRIES && !times.some((time) => time < LIMIT)) {
    const book = bookOf(snapshotOf('年度考核.xlsx', [{ name: '封面', rows: [['考核']] }]));
    const { pane, window } = await openBook(book, 'taskpane.html', { slowness: 4 });
    await pane.scoreButton.waitFor();
    times.push(window.firstPaint!);
  }
  expect(Math.min(...times)).toBeLessThan(LIMIT);
});
