import { ExcelError, ExcelWorkbook } from '../../../src/hosts/excel';
import { type ChangeSet, type ResultSheet, snapshotOf, type SheetLiteral } from '../../../src/model';
import type { Book } from '../../excel-host/book';
import { bookOf, cellsOf, contentOf } from '../../excel-host/load';
import { openIn, TASK } from './support';

const TABLE: SheetLiteral = {
  name: '表',
  rows: [
    ['单位', '总分', '等次'],
    ['甲', { value: 0, formula: 'SUM(D2:E2)' }, null],
    ['乙', { value: 7, format: '0.000' }, '良好'],
    ['丙', { value: '001', format: '@' }, null],
  ],
};

function resultSheet(mark: string, text: string): ResultSheet {
  return {
    name: mark,
    mark,
    styles: [{ fill: '#F3E1DC', font: { bold: true } }],
    blocks: [{ row: 0, column: 0, values: [[text, 1]], columnStyles: [0, -1] }],
    merges: [],
    columnWidths: [20],
    rowHeights: [{ row: 0, height: 30 }],
    conditionalFormats: [],
    charts: [],
    print: { orientation: 'portrait', fitToWidth: true },
  };
}

const cell = (row: number, column: number, expected: string | number | null, value: string | number | null) => ({
  sheet: '表',
  row,
  column,
  expected,
  value,
  numberFormat: '0.00',
});

const CHANGES: ChangeSet = {
  workbook: 'a.xlsx',
  sheets: [resultSheet('ranking', '新'), resultSheet('gaps', '差距')],
  removedMarks: ['old'],
  writes: [
    cell(1, 1, 0, 91),
    cell(2, 1, 7, 8),
    cell(3, 1, '001', 5),
    cell(1, 2, null, '优秀'),
    cell(2, 2, '良好', null),
  ],
  highlights: [{ sheet: '表', ranges: [{ top: 1, left: 0, bottom: 2, right: 0 }], fill: '#F8CFC4', reason: 'D01' }],
  notes: [{ sheet: '表', row: 1, column: 0, title: '标记', text: '没有填写。' }],
};

/** A workbook with earlier results: a ranking that is replaced, a sheet that goes, a formula that reads the ranking. */
async function withResults(...others: readonly SheetLiteral[]) {
  const { excel, workbook } = await openIn(
    bookOf(
      snapshotOf('a.xlsx', [
        TABLE,
        {
          name: 'ranking',
          rows: [['旧', { value: 3, format: '0.0' }, { value: 0, formula: "'old'!A1" }]],
          mark: 'ranking',
          merges: [{ top: 2, left: 0, bottom: 2, right: 3 }],
        },
        {
          name: '引用',
          rows: [
            [
              { value: 0, formula: "ranking!B1+'old'!A1" },
              { value: 0, formula: 'A1' },
            ],
          ],
        },
        { name: 'old', rows: [['旧表', { value: 0, formula: 'ranking!B1' }]], mark: 'old' },
        ...others,
      ]),
    ),
  );
  excel.book.sheet('ranking')!.charts.push({
    id: 'chart',
    name: 'Chart 1',
    type: 'Pie',
    properties: new Map(),
    series: [],
    position: null,
  });
  const before = contentOf(excel.book);
  const plain = plainOf(excel.book);
  await workbook.snapshot(TASK);
  excel.syncs.length = 0;
  return { excel, workbook, before, plain };
}

/** The same workbook after a write. */
async function written() {
  const scene = await withResults();
  const report = await scene.workbook.apply(CHANGES, TASK);
  return { ...scene, report };
}

/** All that a workbook shows, formulas with plain names of sheets as Excel writes them. */
const plainOf = (book: Book) =>
  JSON.parse(JSON.stringify(contentOf(book)).replace(/'(ranking|old|gaps)'!/g, '$1!')) as unknown;

/** A workbook with a very hidden sheet of ours, which the next write replaces. */
async function veryHidden() {
  const record: SheetLiteral = { name: 'record', rows: [['旧']], mark: 'record', visibility: 'veryHidden' };
  const { excel, workbook } = await openIn(bookOf(snapshotOf('a.xlsx', [TABLE, record])));
  await workbook.snapshot(TASK);
  const sheets = [{ ...resultSheet('record', '新'), visibility: 'veryHidden' as const }, resultSheet('ranking', '新')];
  return { excel, workbook, apply: () => workbook.apply({ ...CHANGES, sheets, removedMarks: [] }, TASK) };
}

test('restores cell for cell, formats, charts and formulas that refer to the sheets included', async () => {
  const { excel, workbook, before, report } = await written();
  expect(report).toMatchObject({ written: 5, refused: [], removedSheets: ['old'] });
  const after = cellsOf(excel.book, '表');
  expect([after.B2!.value, after.B2!.formula, after.C2!.value, after.C3!.value]).toEqual([91, null, '优秀', null]);
  expect(excel.book.sheet('ranking')!.charts).toEqual([]);
  const undone = await workbook.undo(false, TASK);
  expect(undone).toMatchObject({ keptCells: [], keptSheets: [], left: null, cells: 5 });
  expect(contentOf(excel.book)).toEqual(before);
  expect(await workbook.canUndo()).toBe(false);
  await expect(workbook.undo(false, TASK)).rejects.toMatchObject({ code: 'nothingToUndo' });
});

test('the sheet in front stays in front, and very hidden results are kept too', async () => {
  const { excel, workbook, apply } = await veryHidden();
  excel.book.active = excel.book.sheet('表')!;
  const before = contentOf(excel.book);
  await apply();
  expect(excel.book.active!.name).toBe('表');
  expect(excel.book.sheet('record')!.visibility).toBe('VeryHidden');
  await workbook.undo(false, TASK);
  expect(contentOf(excel.book)).toEqual(before);
});

test('a write that never began leaves the undo of the one before', async () => {
  const { excel, workbook, before } = await written();
  await workbook.snapshot(TASK);
  const next = excel.syncs.length + 6;
  excel.faults.set(next, { when: 'before', code: 'AccessDenied' });
  const again = workbook.apply({ ...CHANGES, writes: [], removedMarks: [] }, TASK);
  await expect(again).rejects.toMatchObject({ code: 'takenBack', reason: { code: 'accessDenied' } });
  expect(excel.syncs[next - 1]!.error).toBe('AccessDenied');
  await workbook.undo(false, TASK);
  expect(contentOf(excel.book)).toEqual(before);
});

test('what only undo needs is not read as part of the workbook', async () => {
  const { workbook } = await written();
  expect((await workbook.snapshot(TASK)).sheets.map(({ name }) => name)).toEqual(['表', 'ranking', '引用', 'gaps']);
});

test('survives closing the pane', async () => {
  const { excel, before } = await written();
  const reopened = await ExcelWorkbook.open(() => Promise.resolve());
  expect(await reopened.canUndo()).toBe(true);
  await reopened.undo(false, TASK);
  expect(contentOf(excel.book)).toEqual(before);
});

test('what was edited since is listed and left alone, until the user says otherwise', async () => {
  const { excel, workbook, before } = await written();
  excel.edit('表', 1, 1, 60);
  excel.edit('gaps', 5, 0, '我的批注');
  const undone = await workbook.undo(false, TASK);
  expect(undone.keptCells.map(({ row, column }) => [row, column])).toEqual([[1, 1]]);
  expect(undone.keptSheets).toEqual(['gaps']);
  expect(cellsOf(excel.book, '表').B2!.value).toBe(60);
  expect(cellsOf(excel.book, 'gaps').A6!.value).toBe('我的批注');
  expect(cellsOf(excel.book, '表').B3!.value).toBe(7);
  expect(cellsOf(excel.book, 'ranking').A1!.value).toBe('旧');
  expect(await workbook.canUndo()).toBe(true);

  const reopened = await ExcelWorkbook.open(() => Promise.resolve());
  await reopened.undo(true, TASK);
  expect(contentOf(excel.book)).toEqual(before);
  expect(await reopened.canUndo()).toBe(false);
});

test('sheets that the user has renamed or deleted since do not stand in the way', async () => {
  const { excel, workbook } = await written();
  excel.book.rename(excel.book.sheet('ranking')!, '我的排名');
  excel.book.remove(excel.book.sheet('gaps')!);
  await workbook.undo(false, TASK);
  expect(excel.book.sheets.map(({ name }) => name)).toEqual(['表', '我的排名', '引用', 'old']);
  expect(cellsOf(excel.book, '我的排名').A1!.value).toBe('旧');
});

test('only the last write can be taken back: earlier backups go', async () => {
  const { excel, workbook } = await written();
  await workbook.snapshot(TASK);
  await workbook.apply({ ...CHANGES, writes: [], removedMarks: [] }, TASK);
  const backups = excel.book.sheets.filter(({ names }) => names.some(({ formula }) => formula.startsWith('="undo:')));
  expect(backups.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['~ranking (2)', 'VeryHidden'],
    ['~gaps', 'VeryHidden'],
  ]);
  await workbook.undo(false, TASK);
  expect(excel.book.sheets.map(({ name }) => name)).toEqual(['表', 'ranking', '引用', 'gaps']);
  expect(cellsOf(excel.book, 'ranking').A1!.value).toBe('新');
});

test('highlights of an earlier run come back', async () => {
  const { excel, workbook } = await written();
  const before = contentOf(excel.book)[0]!.conditions;
  expect(before.length).toBe(1);
  excel.book.sheet('表')!.conditions.unshift({
    id: 'user',
    type: 'Custom',
    ranges: [{ top: 0, left: 0, bottom: 9, right: 0 }],
    rule: new Map([['Formula', '=A1>1']]),
  });
  await workbook.snapshot(TASK);
  const range = { top: 3, left: 0, bottom: 3, right: 0 };
  const highlights = [{ sheet: '表', ranges: [range], fill: '#FFF3CD', reason: 'D02' }];
  await workbook.apply({ ...CHANGES, sheets: [], removedMarks: [], writes: [], highlights }, TASK);
  const now = excel.book.sheet('表')!.conditions;
  expect(now.map(({ id, ranges }) => (id === 'user' ? id : ranges))).toEqual(['user', [range]]);
  await workbook.undo(false, TASK);
  expect(contentOf(excel.book)[0]!.conditions.slice(1)).toEqual(before);
});

test('an undo tells how far it is, and can be stopped and run again', async () => {
  const { excel, workbook, plain } = await written();
  const seen: number[] = [];
  const stop = new AbortController();
  const onProgress = (done: number) => {
    seen.push(done);
    if (done >= 0.7) stop.abort();
  };
  await expect(workbook.undo(false, { onProgress, signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  expect(seen.length).toBeGreaterThan(2);
  expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  expect(await workbook.canUndo()).toBe(true);
  await workbook.undo(false, TASK);
  expect(plainOf(excel.book)).toEqual(plain);
});

test.each(['before', 'middle', 'after'] as const)(
  'each request of an undo failing once (%s): the next one goes on',
  async (when) => {
    const whole = await written();
    const start = whole.excel.syncs.length;
    await whole.workbook.undo(false, TASK);
    const count = whole.excel.syncs.length - start;
    expect(count).toBeGreaterThan(6);
    for (let n = 1; n <= count; n++) {
      const { excel, workbook, plain } = await written();
      excel.faults.set(start + n, { when, code: 'InvalidOperation' });
      const error: unknown = await workbook.undo(false, TASK).then(
        () => null,
        (reason: unknown) => reason,
      );
      // Merged blocks that cannot be listed are inferred.
      if (n === 2) expect(error).toBeNull();
      if (n === 2) continue;
      expect(error).toBeInstanceOf(ExcelError);
      expect([n, await workbook.canUndo(), excel.state.enableEvents]).toEqual([n, true, true]);
      // As from another pane, on another day.
      const other = await ExcelWorkbook.open(() => Promise.resolve());
      // When only the last answer was lost, all is done.
      const isDone = n === count && when === 'after';
      expect([n, await other.canUndo()]).toEqual([n, !isDone]);
      if (!isDone) await other.undo(false, TASK);
      expect([n, plainOf(excel.book)]).toEqual([n, plain]);
    }
  },
);

test('wherever the request breaks off that changes sheets, the next undo goes on', async () => {
  const whole = await written();
  const start = whole.excel.syncs.length;
  await whole.workbook.undo(false, TASK);
  const writes = whole.excel.syncs
    .slice(start)
    .flatMap(({ suspended, actions }, i) => (suspended.length > 0 ? [[start + i + 1, actions] as const] : []));
  expect(writes.length).toBe(3);
  for (const [number, count] of writes) {
    for (let actions = 0; actions < count; actions++) {
      const { excel, workbook, plain } = await written();
      excel.faults.set(number, { when: 'middle', code: 'InvalidOperation', actions });
      await expect(workbook.undo(false, TASK)).rejects.toThrow(ExcelError);
      const other = await ExcelWorkbook.open(() => Promise.resolve());
      if (await other.canUndo()) await other.undo(false, TASK);
      expect([number, actions, plainOf(excel.book)]).toEqual([number, actions, plain]);
    }
  }
});

test('wherever the request breaks off that makes sheets and their backups, all is as before', async () => {
  const record: SheetLiteral = { name: 'record', rows: [['旧']], mark: 'record', visibility: 'veryHidden' };
  const sheets = [...CHANGES.sheets, { ...resultSheet('record', '新'), visibility: 'veryHidden' as const }];
  const changes = { ...CHANGES, sheets };
  const whole = await withResults(record);
  await whole.workbook.apply(changes, TASK);
  const number = 1 + whole.excel.syncs.findIndex(({ suspended }) => suspended.length > 0);
  const { actions: count } = whole.excel.syncs[number - 1]!;
  expect(count).toBeGreaterThan(20);
  for (let actions = 0; actions < count; actions++) {
    const { excel, workbook, plain } = await withResults(record);
    excel.faults.set(number, { when: 'middle', code: 'InvalidOperation', actions });
    await expect(workbook.apply(changes, TASK)).rejects.toMatchObject({ code: 'takenBack' });
    expect([actions, plainOf(excel.book)]).toEqual([actions, plain]);
  }
});

test('a write that was stopped can be taken back', async () => {
  const { excel, workbook } = await openIn(bookOf(snapshotOf('a.xlsx', [TABLE])));
  const before = contentOf(excel.book);
  await workbook.snapshot(TASK);
  const stop = new AbortController();
  const rows = Array.from({ length: 9000 }, (_, i) => [i, i, i]);
  const large = {
    ...resultSheet('ranking', ''),
    blocks: [{ row: 0, column: 0, values: rows, columnStyles: [0, -1, -1] }],
  };
  const task = { onProgress: (done: number) => done > 0.5 && stop.abort(), signal: stop.signal };
  const stopped = workbook.apply({ ...CHANGES, sheets: [large], removedMarks: [], writes: [] }, task);
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  expect(excel.book.sheet('ranking')).toBeDefined();
  expect(await workbook.canUndo()).toBe(true);
  await workbook.undo(false, TASK);
  expect(contentOf(excel.book)).toEqual(before);
});
