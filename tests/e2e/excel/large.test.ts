import { bookOf, contentOf } from '../../excel-host/load';
import { closeBrowser } from './excelWindow';
import { MainThread, type Work } from './mainThread';
import { membersWorkbook } from './members';
import { sheetsOf } from './resultSheets';
import { closeScene, openBook, type Scene } from './scene';

// A machine with much other work to do slows the processor down for all: what is too slow is so three times.
jest.retryTimes(2);

afterEach(async () => expect(await closeScene()).toEqual([]));
afterAll(closeBrowser);

/**
 * Members of the workbook. A tenth of what the product is made for: all that grows with their number goes in slices, and
 * a slice is as long for few as for many. MEMBERS=100000 runs the same with all of them, in some minutes.
 */
const MEMBERS = Number(process.env['MEMBERS'] ?? 5000);
const PATIENCE = 90_000 + MEMBERS * 30;
/** Milliseconds for which the pane may leave a person without an answer. */
const LONGEST = 100;
/** Bytes of a request: Excel on the web takes 5 MB. */
const MOST_BYTES = 2 * 2 ** 20;

async function openMembers(count: number): Promise<Scene> {
  const scene = await openBook(bookOf(membersWorkbook(count)), 'taskpane.html');
  scene.pane.page.setDefaultTimeout(PATIENCE);
  await scene.pane.scoreButton.waitFor();
  await scene.pane.recordShares();
  return scene;
}

/** Shares that a progress bar showed, which only grew, many of them. */
function expectProgress(shares: readonly number[], fewest: number): void {
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  expect(new Set(shares).size).toBeGreaterThanOrEqual(fewest);
}

test(
  `${MEMBERS} members: read, scored, written and taken back in slices; the pane answers all the while`,
  async () => {
    const { excel, pane } = await openMembers(MEMBERS);
    const before = contentOf(excel.book);
    const thread = await MainThread.of(pane.page);
    const steps: [string, () => Promise<void>][] = [
      ['score', () => pane.scoreButton.click().then(() => pane.scored())],
      ['preview', () => pane.show('write').then(() => pane.writeButton.waitFor())],
      ['write', () => pane.write()],
      ['undo', () => pane.undo()],
    ];
    const works = new Map<string, Work>();
    for (const [name, step] of steps) {
      const start = excel.syncs.length;
      works.set(name, await thread.during(step));
      const syncs = excel.syncs.slice(start);
      expect(syncs.filter(({ error }) => error !== null)).toEqual([]);
      for (const { requestBytes, responseBytes } of syncs) {
        expect(Math.max(requestBytes, responseBytes)).toBeLessThan(MOST_BYTES);
      }
      const shares = await pane.takeShares();
      if (name !== 'preview') expectProgress(shares, Math.min(20, syncs.length / 2));
    }
    if (process.env['MEMBERS']) console.log(MEMBERS, Object.fromEntries(works));
    expect([...works].filter(([, { longest }]) => longest > LONGEST)).toEqual([]);
    expect(contentOf(excel.book)).toEqual(before);
  },
  4 * PATIENCE,
);

test('reading is stopped between two chunks, and nothing is shown of it', async () => {
  const { excel, pane, window } = await openMembers(3000);
  const start = excel.syncs.length;
  const isReading = () => excel.syncs.length === start + 3;
  window.meanwhile = async () => void (isReading() && (await pane.cancelButton.click()));
  await pane.scoreButton.click();
  await pane.scoreButton.waitFor({ state: 'detached' });
  await pane.scoreButton.waitFor();
  // The tabs, their structure, two of the chunks.
  expect(excel.syncs.length - start).toBe(4);
  expect(await pane.rows.count()).toBe(0);
  window.meanwhile = null;
  await pane.scoreButton.click();
  await pane.scored();
});

test('writing is stopped between two chunks, and what was written is taken back', async () => {
  const { excel, pane, window } = await openMembers(3000);
  const before = contentOf(excel.book);
  await pane.scoreButton.click();
  await pane.scored();
  const isThere = (kind: string) => sheetsOf(excel.book, kind).some(({ cells }) => cells.size > 0);
  const isWritten = () => isThere('ranking');
  window.meanwhile = async () => {
    if (!isWritten()) return;
    window.meanwhile = null;
    await pane.cancelButton.click();
  };
  await pane.startWrite();
  await pane.undoButton.waitFor();
  expect(isWritten()).toBe(true);
  expect(isThere('statistics')).toBe(false);
  await pane.undo();
  expect(contentOf(excel.book)).toEqual(before);
});
