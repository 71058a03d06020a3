import { ExcelError, excelPort, ExcelWorkbook } from '../../../src/hosts/excel';
import { base64Of } from '../../../src/hosts/excel/base64';
import { createWorkbook } from '../../../src/hosts/xlsx';
import { LOCALES, translate } from '../../../src/i18n';
import type { WorkbookPort } from '../../../src/app/workbookPort';
import { type ChangeSet, snapshotOf } from '../../../src/model';
import { bookOf, contentOf } from '../../excel-host/load';
import { openIn, TASK } from './support';

const open = (version?: string) =>
  openIn(
    bookOf(
      snapshotOf('年度.xlsx', [
        { name: '表', rows: [['甲', 1]] },
        { name: '排名', rows: [['甲']], mark: 'ranking' },
        { name: '隐藏', rows: [['甲']], visibility: 'hidden' },
      ]),
    ),
    version,
  );

/** Lets the client hand over events and the pane take them. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a cell is shown', () => {
  test('first its sheet, then the cell', async () => {
    const { excel, workbook } = await open();
    await workbook.select({ sheet: '排名', row: 3, column: 1 });
    expect(excel.book.active!.name).toBe('排名');
    expect(excel.book.selection).toMatchObject({ range: { top: 3, left: 1, bottom: 3, right: 1 } });
  });

  test.each([
    ['隐藏', 'cannotSelect'],
    ['没有', 'noSheet'],
  ])('%s: the sentence has the address', async (sheet, code) => {
    const { workbook } = await open();
    const error = (await workbook.select({ sheet, row: 8, column: 3 }).catch((e: unknown) => e)) as ExcelError;
    expect(error.code).toBe(code);
    expect(error.describe('zh-CN')).toContain('D9');
  });

  test('when another workbook is in front, the sentence has the address too', async () => {
    const { excel, workbook } = await open();
    excel.faults.set(3, { when: 'before', code: 'InvalidSelection' });
    await expect(workbook.select({ sheet: '表', row: 0, column: 0 })).rejects.toMatchObject({ code: 'cannotSelect' });
  });
});

describe.each(['1.9', '1.14'])('changes of others (ExcelApi %s)', (version) => {
  test('are told once; our own writes and result sheets are not', async () => {
    const { excel, workbook } = await open(version);
    let told = 0;
    await workbook.onStale(() => told++);
    excel.edit('排名', 0, 0, '乙');
    await settle();
    expect(told).toBe(0);
    await workbook.settings.set('x', 1, 1);
    excel.edit('表', 0, 1, 2);
    excel.edit('表', 0, 1, 3);
    await settle();
    expect(told).toBe(1);
    await workbook.snapshot(TASK);
    const write = { sheet: '表', row: 0, column: 1, expected: 3, value: 9 };
    excel.reportsAlways = true;
    await workbook.apply({ workbook: null, sheets: [], removedMarks: [], writes: [write], highlights: [] }, TASK);
    await settle();
    expect(told).toBe(1);
  });
});

test('a change is not told when the workbook was read after it: the results have it in them', async () => {
  const { excel } = await open();
  // Changes are told a while after they were made.
  const workbook = await ExcelWorkbook.open(async (milliseconds) => void (milliseconds > 0 && (await settle())));
  let told = 0;
  await workbook.onStale(() => told++);
  excel.edit('表', 0, 1, 2);
  await new Promise((resolve) => setTimeout(resolve));
  await workbook.snapshot(TASK);
  await settle();
  await settle();
  expect(told).toBe(0);
  await workbook.snapshot({ ...TASK, onProgress: (done) => done === 0 && excel.edit('表', 0, 1, 3) });
  await settle();
  await settle();
  expect(told).toBe(1);
});

test('a workbook tells of the run whose results it holds, also to a pane that has not read it', async () => {
  const { excel, workbook } = await open();
  expect(workbook.lastRun).toBeNull();
  await workbook.snapshot(TASK);
  const run = { at: '2005-01-20 10:32', subjects: 2, sum: '0123456789abcdef' };
  const changes: ChangeSet = { workbook: '年度.xlsx', sheets: [], removedMarks: [], writes: [], highlights: [], run };
  await workbook.apply(changes, TASK);
  const { workbook: reopened } = await openIn(excel.book);
  expect(reopened.lastRun).toEqual(run);
  await reopened.undo(false, TASK);
  expect((await openIn(excel.book)).workbook.lastRun).toBeNull();
});

test('settings belong to the workbook and have a version', async () => {
  const { excel, workbook } = await open();
  expect(await workbook.settings.get('columns', 1)).toBeNull();
  await workbook.settings.set('columns', 1, { 总分: 'F' });
  const reopened = await ExcelWorkbook.open(() => Promise.resolve());
  expect(await reopened.settings.get('columns', 1)).toEqual({ 总分: 'F' });
  expect(await reopened.settings.get('columns', 2)).toBeNull();
  excel.book.settings.set('PioneerScorecard.columns', 'spoilt');
  expect(await reopened.settings.get('columns', 1)).toBeNull();
});

describe('the workbook remembers', () => {
  test('what the app gave it last, also in another pane', async () => {
    const { workbook } = await open();
    const port: WorkbookPort = excelPort(workbook);
    expect(await port.readMemory('zh-CN')).toBeNull();
    await port.storeMemory({ 更正: [{ sheet: '表', column: 1 }] }, 'zh-CN');
    await port.storeMemory({ 更正: [], 天: '2030-06-15' }, 'zh-CN');
    const reopened = excelPort(await ExcelWorkbook.open(() => Promise.resolve()));
    expect(await reopened.readMemory('zh-CN')).toEqual({ 更正: [], 天: '2030-06-15' });
  });

  test('and it is read with the workbook: it costs no request of its own', async () => {
    const { excel, workbook } = await open();
    const port = excelPort(workbook);
    await port.storeMemory('先', 'zh-CN');
    const other = await ExcelWorkbook.open(() => Promise.resolve());
    await other.storeMemory('后');
    await workbook.snapshot(TASK);
    const before = excel.syncs.length;
    expect(await port.readMemory('zh-CN')).toBe('后');
    expect(excel.syncs.length).toBe(before);
  });

  test('nothing that an older or a newer version has left', async () => {
    const { excel, workbook } = await open();
    excel.book.settings.set('PioneerScorecard.memory', { version: 99, value: {} });
    expect(await excelPort(workbook).readMemory('zh-CN')).toBeNull();
  });

  test('only as much as a workbook should carry, and keeps what it had', async () => {
    const { workbook } = await open();
    const port = excelPort(workbook);
    await port.storeMemory('先', 'zh-CN');
    await expect(port.storeMemory('长'.repeat(60_000), 'en-US')).rejects.toThrow(
      'The settings to be kept with the workbook are too many (60024 characters, at most 60000)',
    );
    expect(await port.readMemory('zh-CN')).toBe('先');
  });

  test('while a cell is being edited it fails with the sentence', async () => {
    const { excel, workbook } = await open();
    excel.isEditing = true;
    await expect(excelPort(workbook).storeMemory(1, 'zh-CN')).rejects.toThrow('Excel 正在编辑单元格');
    await expect(excelPort(workbook).readMemory('en-US')).rejects.toThrow('Excel is editing a cell');
  });
});

test('events are on again after a write that failed half-way', async () => {
  const { excel, workbook } = await open();
  excel.faults.set(1, { when: 'middle', code: 'InvalidOperation' });
  await expect(workbook.settings.set('x', 1, 1)).rejects.toMatchObject({ code: 'failed' });
  expect(excel.state.enableEvents).toBe(true);
});

test('operations on the workbook wait for each other', async () => {
  const { workbook } = await open();
  const order: string[] = [];
  const first = workbook.snapshot({ ...TASK, onProgress: () => order.push('first') });
  const second = workbook.snapshot({ ...TASK, onProgress: () => order.push('second') });
  await Promise.all([first, second]);
  expect(order.indexOf('second')).toBeGreaterThan(order.lastIndexOf('first'));
});

test('nothing is tracked beyond a request: no request only cleans up', async () => {
  const { excel, workbook } = await open();
  await workbook.snapshot(TASK);
  expect(excel.state.references.size).toBe(0);
  expect(excel.syncs.length).toBe(3);
});

describe('the port speaks', () => {
  const changes: ChangeSet = {
    workbook: null,
    sheets: [],
    removedMarks: [],
    writes: [
      { sheet: '表', row: 0, column: 1, expected: 1, value: 9 },
      { sheet: '没有', row: 0, column: 1, expected: 1, value: 9 },
    ],
    highlights: [],
  };

  test('what was done and left out, in the language that was asked for', async () => {
    const { excel, workbook } = await open();
    const port: WorkbookPort = excelPort(workbook);
    expect(port.name).toBe('年度.xlsx');
    const task = { ...TASK, locale: 'en-US' } as const;
    await port.snapshot(task);
    expect(await port.apply(changes, task)).toEqual({
      done: 'Written: 0 result sheets, 1 cells.',
      warnings: ['There is no sheet “没有”; B1 was not written.'],
      kept: [],
    });
    excel.edit('表', 0, 1, 5);
    expect(await port.undo(false, task)).toMatchObject({ kept: ['表!B1'] });
    await expect(port.apply(changes, { ...TASK, locale: 'zh-CN' })).rejects.toThrow('评分之后数据又有改动');
  });

  test.each(LOCALES)('every error has a sentence (%s)', (locale) => {
    const codes = [
      'editMode',
      'accessDenied',
      'busy',
      'tooLarge',
      'tooOld',
      'takenBack',
      'partlyWritten',
      'failed',
    ] as const;
    for (const code of codes) expect(new ExcelError(code).describe(locale).length).toBeGreaterThan(5);
    expect(translate(locale, 'hosts.excel.nothingToUndo')).not.toBe('');
  });
});

test('a new workbook opens in a window of its own; this one stays as it is', async () => {
  const { excel, workbook } = await openIn(bookOf(snapshotOf('a.xlsx', [{ name: '表', rows: [['单位']] }])));
  const before = contentOf(excel.book);
  const bytes = createWorkbook({ workbook: null, sheets: [], removedMarks: [], writes: [], highlights: [] });
  await workbook.openNew(bytes);
  expect(excel.book.opened.map((base64) => new Uint8Array(Buffer.from(base64, 'base64')))).toEqual([bytes]);
  expect(contentOf(excel.book)).toEqual(before);
  await expect(workbook.openNew(Uint8Array.of(1, 2, 3))).rejects.toBeInstanceOf(ExcelError);
});

test('large files become base64 piece by piece', () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, i) => (i * 7) % 256);
  expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
