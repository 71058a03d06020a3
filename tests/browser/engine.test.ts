import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Progress } from '../../src/app/port';
import { SESSION_ROOMS } from '../../src/app/sessionRooms';
import { writeDocx } from '../../src/hosts/docx/lazy';
import { newFiles } from '../../src/hosts/xlsx';
import { Engine, scoredName } from '../../src/browser/engine';
import type { Question, Questions } from '../../src/browser/protocol';
import { applyChangeSet, FileError, openWorkbook } from '../../src/hosts/xlsx';
import type { CorrectionEdit } from '../../src/model';
import { unpack } from '../hosts/xlsx/helpers/packages';

const CASES = join(__dirname, '../cases');
const HOSTILE = join(__dirname, '../hostile');
const UNITS = ['集团汇总', '红岩锡矿自评', '松坪锡矿自评'].map((name) => join(CASES, 'v4-unit-files', `${name}.xlsx`));

function start() {
  const engine = new Engine({ ...SESSION_ROOMS, writeDocx, newFiles });
  const progress: Progress[] = [];
  const ask = <Q extends Question>(question: Q, asked: Questions[Q]['ask']) =>
    engine.answer({ id: 1, question, ask: asked }, (step) => progress.push(step)) as Questions[Q]['answer'];
  const open = async (path: string, isInstead = false) =>
    ask('open', { name: basename(path), bytes: new Uint8Array(readFileSync(path)), locale: 'zh-CN', isInstead });
  const score = () => ask('score', { kind: 'score', locale: 'zh-CN', today: '2026-01-31' });
  return { ask, open, score, progress };
}

test('opening lists the visible sheets and keeps the places of the hidden ones', async () => {
  const { sheets } = await start().open(join(CASES, 'v1-annual-group.xlsx'));
  expect(sheets.map(({ name }) => name)).toContain('单位名册');
  expect(sheets.every(({ isResult }) => !isResult)).toBe(true);
  expect(sheets.some(({ name }) => name.includes('旧'))).toBe(false);
});

test('scoring one file gives the same file with result sheets, to be viewed and saved', async () => {
  const { ask, open, score, progress } = start();
  const before = await open(join(CASES, 'v1-annual-group.xlsx'));
  const { summary, workbooks } = score();
  const expected = JSON.parse(readFileSync(join(CASES, 'v1-annual-group.expected.json'), 'utf8'));
  const [first] = summary.schemes;
  expect(first!.names[0]).toBe(expected.subjects[0].name);
  expect(first!.total[0]).toBe(expected.subjects[0].total);
  expect(progress.map(({ stage }) => stage)).toEqual(
    expect.arrayContaining(['recognise', 'score', 'findings', 'report']),
  );
  const results = workbooks[0]!.sheets.filter(({ isResult }) => isResult);
  expect(results.length).toBeGreaterThan(0);
  expect(workbooks[0]!.sheets.length).toBe(before.sheets.length + results.length);
  const view = ask('view', { workbook: 0, sheet: results[0]!.index, locale: 'zh-CN' });
  expect(view.strings).toContain(expected.subjects[0].name);

  const saved = ask('save', { locale: 'zh-CN' });
  expect(saved.name).toBe('v1-annual-group-评分.xlsx');
  const again = openWorkbook(saved.bytes, saved.name).snapshot();
  expect(again.sheets.filter(({ mark }) => mark !== null).map(({ name }) => name)).toEqual(
    expect.arrayContaining(results.map(({ name }) => name)),
  );
  expect(ask('preview', { locale: 'zh-CN' }).sheets.map(({ name }) => name)).toEqual(results.map(({ name }) => name));
});

test('a file that was scored before says so, and whether it was changed since', async () => {
  const first = start();
  expect((await first.open(join(CASES, 'v5-existing-table.xlsx'))).lastRun).toBeNull();
  const { summary } = first.score();
  const { name, bytes } = first.ask('save', { locale: 'zh-CN' });
  const later = start();
  const open = (content: Uint8Array) => later.ask('open', { name, bytes: content, locale: 'zh-CN', isInstead: true });
  const opened = await open(bytes.slice());
  const count = summary.schemes.reduce(
    (sum, { total }) => sum + total.filter((value) => !Number.isNaN(value)).length,
    0,
  );
  expect(opened.lastRun).toMatchObject({ subjects: count, isChanged: false });
  expect(opened.lastRun!.at).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);

  const file = openWorkbook(bytes, name);
  const [sheet] = file.snapshot().sheets;
  const write = { sheet: sheet!.name, row: 40, column: 0, expected: null, value: '补一行' };
  const changes = { workbook: name, sheets: [], removedMarks: [], writes: [write], highlights: [] };
  const edited = await open(applyChangeSet(file, changes).bytes);
  expect(edited.lastRun).toMatchObject({ subjects: count, isChanged: true });
});

test('scoring again replaces the results', async () => {
  const { open, score } = start();
  await open(join(CASES, 'v5-existing-table.xlsx'));
  const once = score().workbooks[0]!.sheets;
  expect(score().workbooks[0]!.sheets).toEqual(once);
});

test('a file opened instead of another is scored alone; a bad one leaves the other open', async () => {
  const { open, score } = start();
  await open(join(CASES, 'v1-annual-group.xlsx'));
  await expect(open(join(HOSTILE, 'truncated.xlsx'), true)).rejects.toThrow();
  expect(score().summary.workbooks).toEqual(['v1-annual-group.xlsx']);
  await open(join(CASES, 'v5-existing-table.xlsx'), true);
  expect(score().summary.workbooks).toEqual(['v5-existing-table.xlsx']);
});

test('several files are one set with a workbook of results behind them', async () => {
  const { ask, open, score } = start();
  for (const path of UNITS) await open(path);
  const { summary, workbooks } = score();
  expect(summary.workbooks).toHaveLength(UNITS.length);
  expect(workbooks).toHaveLength(UNITS.length + 1);
  expect(workbooks.at(-1)!.name).toBe('评分结果.xlsx');
  expect(workbooks.at(-1)!.sheets.every(({ isResult }) => isResult)).toBe(true);
  expect(ask('preview', { locale: 'zh-CN' }).workbook).toBe(UNITS.length);
  expect(ask('save', { locale: 'zh-CN' }).name).toBe('评分结果.xlsx');
});

test('every subject can be explained', async () => {
  const { ask, open, score } = start();
  await open(join(CASES, 'v1-annual-group.xlsx'));
  const { summary } = score();
  summary.schemes.forEach((scheme, i) => {
    const explanation = ask('explain', { scheme: i, subject: scheme.subject[0]!, locale: 'en-US' });
    expect(explanation.name).toBe(scheme.names[0]);
    expect(explanation.sections.length).toBeGreaterThan(0);
  });
});

test('a closed file is no part of the next run', async () => {
  const { ask, open, score } = start();
  for (const path of UNITS) await open(path);
  ask('close', { workbook: 2 });
  expect(score().summary.workbooks).toHaveLength(UNITS.length - 1);
});

test('a damaged file is refused with a reason and leaves the others', async () => {
  const { open, score } = start();
  await open(join(CASES, 'v5-existing-table.xlsx'));
  await expect(open(join(HOSTILE, 'truncated.xlsx'))).rejects.toThrow(FileError);
  expect(score().summary.workbooks).toEqual(['v5-existing-table.xlsx']);
});

test('an old format is read, and its results go to a workbook of their own', async () => {
  const { ask, open, score } = start();
  const { sheets } = await open(join(HOSTILE, 'legacy.xls'));
  expect(ask('view', { workbook: 0, sheet: sheets[0]!.index, locale: 'zh-CN' }).cells.rows.length).toBeGreaterThan(0);
  expect(score().workbooks.map(({ name }) => name)).toEqual(['legacy.xls', '评分结果.xlsx']);
});

test('a table of text that is called a workbook is refused', async () => {
  await expect(start().open(join(HOSTILE, 'csv-renamed.xlsx'))).rejects.toThrow(FileError);
});

test.each([
  ['年度考核.xlsx', 'zh-CN', '年度考核-评分.xlsx'],
  ['a.b.xlsm', 'en-US', 'a.b-scored.xlsm'],
  ['考核', 'zh-CN', '考核-评分.xlsx'],
] as const)('%s is saved in %s as %s', (name, locale, saved) => expect(scoredName(name, locale)).toBe(saved));

test('what the user decides in the pane is written into the copy that is held here, and the next run reads it', async () => {
  const { ask, open, score } = start();
  await open(join(CASES, 'v1-annual-group.xlsx'));
  score();
  const changes = {
    workbook: 'v1-annual-group.xlsx',
    sheets: [],
    removedMarks: [],
    writes: [{ sheet: '封面', row: 40, column: 0, expected: null, value: '已核' }],
    highlights: [],
  };
  const { workbook, opened, bytes, report } = ask('amend', { changes, locale: 'zh-CN' });
  expect(workbook).toBe(0);
  expect(opened.sheets.some(({ isResult }) => isResult)).toBe(false);
  expect(report.done).toContain('1 个单元格');
  expect(openWorkbook(bytes, 'again.xlsx').snapshot().strings).toContain('已核');
  score();
  expect(openWorkbook(ask('save', { locale: 'zh-CN' }).bytes, 'saved.xlsx').snapshot().strings).toContain('已核');
  expect(() => ask('amend', { changes: { ...changes, workbook: '没有.xlsx' }, locale: 'zh-CN' })).toThrow('没有.xlsx');
});

test('what was corrected is in the saved copy, and a fresh file of the layout is understood from what is known', async () => {
  const path = join(CASES, 'v5-existing-table.xlsx');
  const first = start();
  await first.open(path);
  first.score();
  const { tables } = await first.ask('sheet', { sheet: 0, locale: 'zh-CN' });
  const edits: CorrectionEdit[] = [
    { type: 'role', table: tables[0]!.key, value: { role: 'scores', layout: 'wide' } },
    { type: 'scheme', table: tables[0]!.key, value: '' },
  ];
  const { memory } = await first.ask('correct', { edits, locale: 'zh-CN' });
  first.ask('score', { kind: 'score', locale: 'zh-CN', today: '2026-01-31', memory });
  const saved = first.ask('save', { locale: 'zh-CN' });

  const again = start();
  await again.ask('open', { name: saved.name, bytes: saved.bytes, locale: 'zh-CN', isInstead: true });
  again.score();
  expect((await again.ask('data', { locale: 'zh-CN' })).corrections.map(({ unfit }) => unfit)).toEqual([null, null]);

  const fresh = start();
  await fresh.open(path);
  const known = JSON.parse(JSON.stringify(memory.corrections)) as unknown;
  fresh.ask('score', { kind: 'check', locale: 'zh-CN', today: '2026-01-31', known });
  expect((await fresh.ask('data', { locale: 'zh-CN' })).corrections).toHaveLength(2);
  fresh.ask('score', { kind: 'check', locale: 'zh-CN', today: '2026-01-31', known: { version: 1, tables: 'x' } });
  expect((await fresh.ask('data', { locale: 'zh-CN' })).corrections).toEqual([]);
});

test('the marks are taken off the scored copy, which is shown and saved without them', async () => {
  const { ask, open, score } = start();
  await open(join(CASES, 'v1-annual-group.xlsx'));
  const { workbooks } = score();
  const marked = ask('save', { locale: 'zh-CN' }).bytes;
  const { workbook, opened, report } = ask('clearMarks', { locale: 'zh-CN' });
  expect([workbook, opened]).toEqual([0, workbooks[0]]);
  expect(report).toMatchObject({ done: expect.stringContaining('已清除'), warnings: [], kept: [] });
  expect(ask('preview', { locale: 'zh-CN' }).highlightedRanges).toBe(0);
  const { bytes } = ask('save', { locale: 'zh-CN' });
  const hasMarks = (file: Uint8Array) => Object.values(unpack(file)).some((part) => part.includes('LEN(&quot;Pioneer'));
  expect([hasMarks(marked), hasMarks(bytes)]).toEqual([true, false]);
  expect(ask('clearMarks', { locale: 'zh-CN' }).report.done).toBe('没有找到标记。');
});
