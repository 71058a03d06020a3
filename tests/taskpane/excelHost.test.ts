import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress, Report } from '../../src/app/port';
import { SESSION_ROOMS } from '../../src/app/sessionRooms';
import { writeDocx } from '../../src/hosts/docx/lazy';
import { snapshotBuffers } from '../../src/app/snapshotBuffers';
import { newFiles } from '../../src/hosts/xlsx';
import type { WorkerReply } from '../../src/app/workerClient';
import type { Task, WorkbookPort } from '../../src/app/workbookPort';
import { FileError, openWorkbook, readFile } from '../../src/hosts/xlsx';
import type { ChangeSet, CorrectionEdit } from '../../src/model';
import { ExcelHost } from '../../src/taskpane/excelHost';
import type { Request } from '../../src/taskpane/protocol';
import { Scorer } from '../../src/taskpane/scorer';

const CASES = join(__dirname, '../cases');
const FILE = new Uint8Array(readFileSync(join(CASES, 'v1-annual-group.xlsx')));
const EXPECTED = JSON.parse(readFileSync(join(CASES, 'v1-annual-group.expected.json'), 'utf8')) as {
  subjects: { name: string; total: number | null }[];
};
const REPORT: Report = { done: '已写入。', warnings: [], kept: [] };
const NEVER = new AbortController().signal;
const quiet = () => undefined;

/** A worker in this thread: messages are copied as between threads; a sleeping one never answers. */
class NearWorker {
  static asleep = false;
  onmessage: ((event: { data: WorkerReply }) => void) | null = null;
  onerror: unknown = null;
  ended = false;
  private readonly scorer = new Scorer({ ...SESSION_ROOMS, writeDocx, newFiles, readFile });

  postMessage(message: Request, transfer: Transferable[]): void {
    const data = structuredClone(message, { transfer });
    if (NearWorker.asleep) return;
    const send = (reply: WorkerReply) => this.onmessage?.({ data: structuredClone(reply) });
    queueMicrotask(async () => {
      const { id, ask } = data;
      try {
        send({ id, answer: await this.scorer.answer(data, (progress) => send({ id, progress })) });
      } catch (error) {
        const problem = error instanceof FileError ? error.describe(ask.locale) : (error as Error).message;
        send({ id, problem });
      }
    });
  }

  terminate(): void {
    this.ended = true;
  }
}

/** An open workbook whose every call the test can see and replace. */
function open(part: Partial<WorkbookPort> = {}) {
  const written: ChangeSet[] = [];
  const state = { canUndo: false, edit: quiet as () => void };
  const workbook: WorkbookPort = {
    name: '年度考核.xlsx',
    lastRun: null,
    snapshot: async ({ onProgress }) => {
      onProgress(0.5);
      return openWorkbook(FILE, '年度考核.xlsx').snapshot();
    },
    apply: async (changes) => {
      written.push(changes);
      state.canUndo = true;
      return REPORT;
    },
    canUndo: async () => state.canUndo,
    undo: async () => {
      state.canUndo = false;
      return REPORT;
    },
    clearMarks: async () => REPORT,
    select: async () => undefined,
    onStale: (listener) => void (state.edit = listener),
    readMemory: async () => null,
    storeMemory: async () => undefined,
    openNew: async () => undefined,
    limits: (locale) => [locale],
    ...part,
  };
  const workers: NearWorker[] = [];
  const startWorker = () => {
    workers.push(new NearWorker());
    return workers.at(-1) as unknown as Worker;
  };
  const host = new ExcelHost(workbook, startWorker, () => '2030-06-15');
  const score = (signal = NEVER, onProgress: (progress: Progress) => void = quiet) =>
    host.run('score', 'zh-CN', onProgress, signal);
  return { host, score, written, workers, edit: () => state.edit() };
}

beforeEach(() => (NearWorker.asleep = false));

test('the workbook is read here and scored by the worker, with progress from both', async () => {
  const { score } = open();
  const steps: Progress[] = [];
  const summary = await score(NEVER, (step) => steps.push(step));
  expect(summary.schemes[0]!.names[0]).toBe(EXPECTED.subjects[0]!.name);
  expect(summary.schemes[0]!.total[0]).toBe(EXPECTED.subjects[0]!.total);
  expect(steps[0]).toEqual({ stage: 'read', done: 0.5 });
  expect(new Set(steps.map(({ stage }) => stage))).toEqual(new Set(['read', 'recognise', 'score', 'findings']));
});

test('what is written is what was shown before', async () => {
  const { host, score, written } = open();
  await score();
  const preview = await host.preview('zh-CN');
  expect(preview.sheets.length).toBeGreaterThan(0);
  expect(await host.write('zh-CN', quiet, NEVER)).toEqual(REPORT);
  expect(written[0]!.sheets.filter(({ visibility }) => !visibility || visibility === 'visible')).toHaveLength(
    preview.sheets.length,
  );
  expect(written[0]!.sheets.some(({ blocks }) => blocks.some(({ values }) => values.length > 5))).toBe(true);
  const english = await host.preview('en-US');
  expect(english.sheets.map(({ mark }) => mark)).toEqual(preview.sheets.map(({ mark }) => mark));
  expect(english.sheets[0]!.name).not.toBe(preview.sheets[0]!.name);
});

test('a write can be undone once it is there, also one that failed half way', async () => {
  const { host, score } = open();
  let told = 0;
  host.subscribe(() => told++);
  await score();
  expect(host.live('zh-CN').canUndo).toBe(false);
  await host.write('zh-CN', quiet, NEVER);
  expect(host.live('zh-CN').canUndo).toBe(true);
  expect(told).toBe(1);
  await host.undo('zh-CN', false, quiet, NEVER);
  expect(host.live('zh-CN').canUndo).toBe(false);

  const half = open({ apply: () => Promise.reject(new Error('只写了两张表。')), canUndo: async () => true });
  await half.score();
  await expect(half.host.write('zh-CN', quiet, NEVER)).rejects.toThrow('只写了两张表。');
  expect(half.host.live('zh-CN').canUndo).toBe(true);
});

test('edits make the results stale, and only where there are some', async () => {
  const { host, score, edit } = open();
  edit();
  expect(host.live('zh-CN').isStale).toBe(false);
  await score();
  edit();
  expect(host.live('zh-CN').isStale).toBe(true);
  await score();
  expect(host.live('zh-CN').isStale).toBe(false);
});

test('an edit that comes while the worker is scoring counts', async () => {
  const { host, score, edit } = open();
  await score(NEVER, ({ stage }) => stage === 'score' && edit());
  expect(host.live('zh-CN').isStale).toBe(true);
});

test('an edit that comes while the workbook is read counts too', async () => {
  const { host, score, edit } = open();
  await score(NEVER, ({ stage }) => stage === 'read' && edit());
  expect(host.live('zh-CN').isStale).toBe(true);
});

test('the cells move to the worker instead of being copied', async () => {
  const snapshot = openWorkbook(FILE, '年度考核.xlsx').snapshot();
  const { score } = open({ snapshot: async () => snapshot });
  expect((await score()).schemes.length).toBeGreaterThan(0);
  const buffers = snapshotBuffers(snapshot);
  expect(buffers.length).toBeGreaterThan(20);
  expect(buffers.every(({ byteLength }) => byteLength === 0)).toBe(true);
});

test('the state is one value as long as nothing changes, in each language its own', async () => {
  const { host } = open();
  expect(host.live('zh-CN')).toBe(host.live('zh-CN'));
  expect(host.live('en-US').limits).toEqual(['en-US']);
  expect(host.workbooks()).toBe(host.workbooks());
});

test('a read that fails leaves the results of the run before', async () => {
  let isEditing = false;
  const { host, score } = open({
    snapshot: async () => {
      if (isEditing) throw new Error('正在编辑单元格。');
      return openWorkbook(FILE, '年度考核.xlsx').snapshot();
    },
  });
  await score();
  const names = host.workbooks();
  isEditing = true;
  await expect(score()).rejects.toThrow('正在编辑单元格。');
  expect(host.workbooks()).toBe(names);
  expect((await host.ask('explain', { scheme: 0, subject: 0, locale: 'zh-CN' })).sections.length).toBeGreaterThan(0);
});

test('cancelling while it reads tells the workbook, and the worker is never asked', async () => {
  const control = new AbortController();
  const snapshot = ({ signal }: Task) =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const { score, workers } = open({ snapshot });
  const run = score(control.signal);
  control.abort();
  await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers).toHaveLength(0);
});

test('cancelling while it scores ends the worker, puts the results away, and the next run has a new one', async () => {
  const { host, score, workers } = open();
  await score();
  const names = host.workbooks();
  NearWorker.asleep = true;
  const control = new AbortController();
  const run = score(control.signal);
  await new Promise((done) => setTimeout(done, 50));
  control.abort();
  await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers[0]!.ended).toBe(true);
  expect(host.workbooks()).not.toBe(names);
  NearWorker.asleep = false;
  expect((await score()).schemes.length).toBeGreaterThan(0);
  expect(workers).toHaveLength(2);
});

describe('the last run', () => {
  const told = { at: '2005-01-20 10:32', subjects: 21, sum: '0123456789abcdef' };

  test('is told by the workbook before it is read, and by its sheets afterwards', async () => {
    const { host, score, edit } = open({ lastRun: told });
    expect(host.lastRun()).toEqual({ at: told.at, subjects: 21, isChanged: null });
    edit();
    expect(host.lastRun()).toEqual({ at: told.at, subjects: 21, isChanged: null });
    await score();
    expect(host.lastRun()).toBeNull();
  });

  test('is that of the results that were written, until they are taken back', async () => {
    const { host, score, edit } = open();
    await score();
    await host.write('zh-CN', quiet, NEVER);
    const subjects = EXPECTED.subjects.filter(({ total }) => total !== null).length;
    expect(host.lastRun()).toMatchObject({ subjects, isChanged: false });
    edit();
    expect(host.lastRun()).toMatchObject({ isChanged: true });
    await host.undo('zh-CN', false, quiet, NEVER);
    expect(host.lastRun()).toBeNull();
  });

  test('is none where somebody has spoiled what the workbook tells', () => {
    expect(open({ lastRun: { ...told, at: 7 } }).host.lastRun()).toBeNull();
  });
});

describe('corrections', () => {
  const LEAVE: CorrectionEdit = {
    type: 'role',
    table: { header: [], sheet: '上级考核', everySheet: false },
    value: { role: 'other', layout: null },
  };

  /** Says that the first score sheet is none. */
  async function leave(host: ExcelHost): Promise<CorrectionEdit> {
    const { sheets } = await host.ask('data', { locale: 'zh-CN' });
    const sheet = sheets.findIndex(({ role }) => role === 'scores');
    const { tables } = await host.ask('sheet', { sheet, locale: 'zh-CN' });
    return { ...LEAVE, table: tables[0]!.key } as CorrectionEdit;
  }

  test('are remembered by the workbook at once, known to the next run and to the next sitting', async () => {
    let stored: unknown = null;
    const part: Partial<WorkbookPort> = {
      readMemory: async () => stored,
      storeMemory: async (value) => void (stored = JSON.parse(JSON.stringify(value))),
    };
    const { host, score } = open(part);
    await score();
    const edit = await leave(host);
    const { data } = await host.ask('correct', { edits: [edit], locale: 'zh-CN' });
    expect(data.corrections).toMatchObject([{ edit, unfit: null }]);
    expect(stored).toMatchObject({ revision: 1 });
    await score();
    expect((await host.ask('data', { locale: 'zh-CN' })).corrections).toHaveLength(1);

    const later = open(part);
    await later.score();
    expect((await later.host.ask('data', { locale: 'zh-CN' })).corrections).toHaveLength(1);
    await later.host.write('zh-CN', quiet, NEVER);
    expect(later.written[0]!.sheets.map(({ mark }) => mark)).toContain('memory');
  });

  test('that the workbook cannot remember are told of, and hold for the sitting', async () => {
    const { host, score } = open({
      storeMemory: () => Promise.reject(new Error('工作簿记不下。')),
      readMemory: () => Promise.reject(new Error('读不出。')),
    });
    await score();
    const edit = await leave(host);
    await expect(host.ask('correct', { edits: [edit], locale: 'zh-CN' })).rejects.toThrow('工作簿记不下。');
    await score();
    expect((await host.ask('data', { locale: 'zh-CN' })).corrections).toHaveLength(1);
  });
});

describe('files beside the open workbook', () => {
  const UNITS = join(CASES, 'v4-unit-files');
  const GROUP = '集团汇总.xlsx';
  const EXPECTED_SET = JSON.parse(readFileSync(join(CASES, 'v4-unit-files.expected.json'), 'utf8')) as {
    subjects: { name: string; total: number | null }[];
  };
  const OTHERS = readdirSync(UNITS).filter((name) => name !== GROUP);
  const bytesOf = (name: string) => new Uint8Array(readFileSync(join(UNITS, name)));
  const fileOf = (name: string, bytes = bytesOf(name)) => new File([bytes], name);
  const openGroup = () => open({ name: GROUP, snapshot: async () => openWorkbook(bytesOf(GROUP), GROUP).snapshot() });
  const add = (host: ExcelHost, ...files: File[]) => host.files.add(files, 'zh-CN');

  test('are scored with it as one set, and written into it alone', async () => {
    const { host, score, written } = openGroup();
    await add(host, ...OTHERS.map((name) => fileOf(name)));
    expect(host.workbooks()).toEqual([GROUP, ...OTHERS]);
    const summary = await score();
    const [scheme] = summary.schemes;
    const totals = new Map(Array.from(scheme!.names, (name, i) => [name, scheme!.total[i]]));
    for (const { name, total } of EXPECTED_SET.subjects) expect(totals.get(name)).toBe(total ?? NaN);
    await host.write('zh-CN', quiet, NEVER);
    expect(written).toHaveLength(1);
    expect(written[0]!.workbook).toBe(GROUP);
  });

  test('that are bad are told one by one, the others are there', async () => {
    const { host } = openGroup();
    const bad = ['encrypted.xlsx', 'truncated.xlsx'].map((name) =>
      fileOf(name, new Uint8Array(readFileSync(join(CASES, '../hostile', name)))),
    );
    await add(host, bad[0]!, fileOf(OTHERS[0]!), bad[1]!);
    expect(host.workbooks()).toEqual([GROUP, OTHERS[0]]);
    expect(host.files.opening()).toEqual({
      opening: 0,
      problems: [
        expect.stringContaining('“encrypted.xlsx”有打开密码'),
        expect.stringContaining('“truncated.xlsx”不完整'),
      ],
    });
    host.files.dismiss(host.files.opening().problems[0]!);
    expect(host.files.opening().problems).toHaveLength(1);
  });

  test('put the results away when they come and go', async () => {
    const { host, score, edit } = openGroup();
    await score();
    const names = host.workbooks();
    await add(host, fileOf(OTHERS[0]!));
    expect(host.workbooks()).not.toBe(names);
    edit();
    expect(host.live('zh-CN').isStale).toBe(false);
    await score();
    edit();
    expect(host.live('zh-CN').isStale).toBe(true);
    await host.files.remove(1);
    expect(host.workbooks()).toEqual([GROUP]);
    expect((await score()).workbooks).toEqual([GROUP]);
  });

  test('are counted once, whatever they are called', async () => {
    const { host, score } = openGroup();
    const [name] = OTHERS as [string];
    await add(host, fileOf(name), fileOf('又一份.xlsx', bytesOf(name)), fileOf(name, bytesOf(OTHERS[1]!)));
    expect(host.workbooks()).toEqual([GROUP, name, name.replace('.xlsx', ' (2).xlsx')]);
    expect(host.files.opening().problems).toEqual([`“又一份.xlsx”与已打开的“${name}”内容相同，没有重复添加。`]);

    await add(host, fileOf('汇总副本.xlsx', bytesOf(GROUP)));
    expect(host.workbooks()).toContain('汇总副本.xlsx');
    const summary = await score();
    expect(host.workbooks()).toEqual(summary.workbooks);
    expect(summary.workbooks).not.toContain('汇总副本.xlsx');
    expect(host.files.opening().problems).toEqual(['“汇总副本.xlsx”与打开的工作簿内容相同，没有重复计入。']);
    expect(host.live('zh-CN').isStale).toBe(false);
  });

  test('are given to the next worker when one had to be ended', async () => {
    const { host, score, workers } = openGroup();
    await add(host, ...OTHERS.map((name) => fileOf(name)));
    NearWorker.asleep = true;
    const control = new AbortController();
    const run = score(control.signal);
    await new Promise((done) => setTimeout(done, 50));
    control.abort();
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    NearWorker.asleep = false;
    expect((await score()).workbooks).toEqual([GROUP, ...OTHERS]);
    expect(workers).toHaveLength(2);
  });

  test('are never shown nor changed from here', async () => {
    const selected: unknown[] = [];
    const { host, score, written } = open({
      name: GROUP,
      snapshot: async () => openWorkbook(bytesOf(GROUP), GROUP).snapshot(),
      select: async (place) => void selected.push(place),
    });
    const [name] = OTHERS as [string];
    await add(host, fileOf(name));
    await score();
    const place = { workbook: 1, sheet: '自评', row: 0, column: 0, cell: 'A1' };
    await expect(host.select(place, 'zh-CN')).rejects.toThrow(`该单元格在“${name}”中`);
    await host.select({ ...place, workbook: 0 }, 'zh-CN');
    expect(selected).toHaveLength(1);
    const changes: ChangeSet = { workbook: name, sheets: [], removedMarks: [], writes: [], highlights: [] };
    await expect(host.amend(changes, 'zh-CN')).rejects.toThrow(`细则和参数在“${name}”中`);
    expect(written).toEqual([]);
  });
});

test('the marks are cleared by the workbook itself, without a run, in the language of the question', async () => {
  const asked: string[] = [];
  const { host } = open({
    clearMarks: async (locale) => {
      asked.push(locale);
      return REPORT;
    },
  });
  expect(await host.clearMarks('en-US')).toBe(REPORT);
  expect(asked).toEqual(['en-US']);
});
