/** @jest-environment jsdom */
import { Desk } from '../../src/browser/desk';
import type { OpenWorkbook, Question, Reply, Request } from '../../src/browser/protocol';

const settled = () => new Promise((done) => setTimeout(done, 0));

const workbook = (name: string, ...results: string[]): OpenWorkbook => ({
  name,
  lastRun: null,
  sheets: ['考核汇总', ...results].map((sheet, index) => ({ name: sheet, index, isResult: index > 0 })),
});

/** A worker whose answers the test gives; it answers `open` by itself, and refuses files called bad. */
class FakeWorker {
  onmessage: ((event: { data: Reply }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  readonly asked: Request[] = [];
  ended = false;

  postMessage(request: Request): void {
    this.asked.push(request);
    if (request.question === 'open') {
      const { name } = request.ask as { name: string };
      const reply = name.startsWith('bad') ? { problem: `${name}: 文件已损坏。` } : { answer: workbook(name) };
      queueMicrotask(() => this.onmessage?.({ data: { id: request.id, ...reply } }));
    }
  }

  answer(question: Question, answer: unknown): void {
    const { id } = this.asked.filter((request) => request.question === question).at(-1)!;
    this.onmessage?.({ data: { id, answer } });
  }

  terminate(): void {
    this.ended = true;
  }
}

function start() {
  const workers: FakeWorker[] = [];
  const startWorker = () => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  };
  const desk = new Desk(startWorker, 'zh-CN');
  const file = (name: string) => Object.assign(new File([''], name), { arrayBuffer: async () => new ArrayBuffer(1) });
  const open = (...names: string[]) => desk.open(names.map(file));
  const openSample = () => desk.openSample(file('样例.xlsx'));
  return { desk, open, openSample, workers };
}

test('files open one after the other and the last is shown', async () => {
  const { desk, open } = start();
  await open('甲.xlsx', '乙.xlsx');
  expect(desk.getState()).toMatchObject({
    names: ['甲.xlsx', '乙.xlsx'],
    shown: { workbook: 1, sheet: 0 },
    opening: 0,
  });
});

test('a bad file is named with its reason, the others are open', async () => {
  const { desk, open } = start();
  await open('甲.xlsx', 'bad.xlsx', '乙.xlsx');
  expect(desk.getState().names).toEqual(['甲.xlsx', '乙.xlsx']);
  expect(desk.getState().problems).toEqual(['bad.xlsx: 文件已损坏。']);
  desk.dismiss('bad.xlsx: 文件已损坏。');
  expect(desk.getState().problems).toEqual([]);
});

describe('the sample', () => {
  test('gives way to the files of the user, which are a set of their own', async () => {
    const { desk, open, openSample, workers } = start();
    await openSample();
    expect(desk.getState().names).toEqual(['样例.xlsx']);
    await open('甲.xlsx', '乙.xlsx');
    await open('丙.xlsx');
    expect(desk.getState()).toMatchObject({ names: ['甲.xlsx', '乙.xlsx', '丙.xlsx'], shown: { workbook: 2 } });
    expect(workers[0]!.asked.map(({ ask }) => (ask as { isInstead: boolean }).isInstead)).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  test('gives way also when it has been scored', async () => {
    const { desk, open, openSample } = start();
    await openSample();
    desk.showRun('score', [workbook('样例.xlsx', '排名')], []);
    await open('甲.xlsx');
    expect(desk.getState()).toMatchObject({
      names: ['甲.xlsx'],
      run: null,
      shown: { workbook: 0, sheet: 0 },
    });
  });

  test('stays when no file of the user can be read', async () => {
    const { desk, open, openSample } = start();
    await openSample();
    await open('bad.xlsx');
    expect(desk.getState()).toMatchObject({ names: ['样例.xlsx'], opening: 0 });
  });

  test.each([true, false])('is never mixed with files opened at the same time (it comes first: %s)', async (first) => {
    const { desk, open, openSample } = start();
    await Promise.all(first ? [openSample(), open('甲.xlsx')] : [open('甲.xlsx'), openSample()]);
    expect(desk.getState()).toMatchObject({ names: ['甲.xlsx'], opening: 0 });
  });
});

test('a place of a sheet that is open is shown, another is not', async () => {
  const { desk, open } = start();
  await open('甲.xlsx');
  const place = { workbook: 0, sheet: '考核汇总', row: 8, column: 3, cell: 'D9' };
  expect(desk.showPlace(place)).toBe(true);
  expect(desk.getState().wanted).toEqual({ row: 8, column: 3 });
  expect(desk.showPlace({ ...place, sheet: '没有' })).toBe(false);
  expect(desk.showPlace({ ...place, workbook: 7 })).toBe(false);
});

test('cancelling ends the worker, the next one gets the files again', async () => {
  const { desk, open, workers } = start();
  await open('甲.xlsx', '乙.xlsx');
  const names = desk.getState().names;
  const run = desk.ask('score', { kind: 'score', locale: 'zh-CN', today: '2026-01-31' });
  await settled();
  desk.cancel(new DOMException('', 'AbortError'));
  await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  await settled();
  expect(workers[0]!.ended).toBe(true);
  expect(workers[1]!.asked.map(({ ask }) => (ask as { name: string }).name)).toEqual(['甲.xlsx', '乙.xlsx']);
  expect(desk.getState().names).toEqual(names);
  const again = desk.ask('score', { kind: 'score', locale: 'zh-CN', today: '2026-01-31' });
  await settled();
  workers[1]!.answer('score', 'scored');
  await expect(again).resolves.toBe('scored');
});

test('a worker that passes its deadline is ended and the user is told', async () => {
  const { desk, open, workers } = start();
  await open('甲.xlsx');
  jest.useFakeTimers();
  try {
    const run = expect(desk.ask('score', { kind: 'score', locale: 'zh-CN', today: '2026-01-31' })).rejects.toThrow(
      '处理时间过长',
    );
    await jest.advanceTimersByTimeAsync(181_000);
    await run;
    expect(workers[0]!.ended).toBe(true);
    expect(workers).toHaveLength(2);
  } finally {
    jest.useRealTimers();
  }
});

test('a worker that crashes fails what was asked and is replaced', async () => {
  const { desk, open, workers } = start();
  await open('甲.xlsx');
  const run = desk.ask('preview', { locale: 'zh-CN' });
  await settled();
  workers[0]!.onerror!({ message: 'out of memory', preventDefault: () => undefined });
  await expect(run).rejects.toThrow('out of memory');
  expect(workers).toHaveLength(2);
});

test('results are put away when another file is opened, also when one of them was shown', async () => {
  const { desk, open } = start();
  await open('甲.xlsx');
  desk.showRun('score', [workbook('甲.xlsx', '排名')], ['工作簿带有数字签名。']);
  expect(desk.getState()).toMatchObject({
    run: 'score',
    problems: ['工作簿带有数字签名。'],
    shown: { workbook: 0, sheet: 1 },
  });
  await open('乙.xlsx');
  expect(desk.getState().run).toBeNull();
  expect(desk.getState().workbooks[0]!.sheets.map(({ name }) => name)).toEqual(['考核汇总']);
});

test('closing the last file leaves an empty desk', async () => {
  const { desk, open, workers } = start();
  await open('甲.xlsx');
  const closed = desk.close(0);
  await settled();
  workers[0]!.answer('close', null);
  await closed;
  expect(desk.getState()).toMatchObject({ names: [], workbooks: [], shown: null });
});
