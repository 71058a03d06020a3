import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ResultJson } from '../../src/app';
import { openWorkbook } from '../../src/hosts/xlsx';
import { differences, type ExpectedResult } from '../cases/compare';
import { unpack } from '../hosts/xlsx/helpers/packages';

/** Each run starts a Node that compiles the sources; on a busy machine that takes a while. */
jest.setTimeout(120_000);

const ROOT = join(__dirname, '../..');
const CASES = join(ROOT, 'tests/cases');
const HOSTILE = join(ROOT, 'tests/hostile');
const ANNUAL = join(CASES, 'v1-annual-group.xlsx');
const TABLE = join(CASES, 'v5-existing-table.xlsx');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pioneer-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);

function run(...args: string[]) {
  const command = ['--import', 'tsx', join(ROOT, 'src/cli/main.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const jsonOf = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as ResultJson;
const expectedOf = (name: string) =>
  JSON.parse(readFileSync(join(CASES, `${name}.expected.json`), 'utf8')) as ExpectedResult;

function sheetsOf(path: string) {
  const { sheets } = openWorkbook(new Uint8Array(readFileSync(path)), basename(path)).snapshot();
  return { own: sheets.filter(({ mark }) => mark === null), results: sheets.filter(({ mark }) => mark !== null) };
}

test('one file: a copy with result sheets, the same numbers as data, and the same again from the copy', () => {
  const input = readFileSync(ANNUAL);
  const first = run(ANNUAL, '--out', inFolder('一.xlsx'), '--json', inFolder('一.json'));
  expect(first).toMatchObject({ status: 0, stdout: '' });
  expect(readFileSync(ANNUAL).equals(input)).toBe(true);
  expect(differences(expectedOf('v1-annual-group'), jsonOf(inFolder('一.json')))).toEqual([]);
  const copy = sheetsOf(inFolder('一.xlsx'));
  expect(copy.own.map(({ name }) => name)).toEqual(sheetsOf(ANNUAL).own.map(({ name }) => name));
  expect(copy.results.length).toBeGreaterThanOrEqual(3);

  const second = run(inFolder('一.xlsx'), '--out', inFolder('二.xlsx'), '--json', inFolder('二.json'));
  expect(second.status).toBe(0);
  expect(jsonOf(inFolder('二.json')).subjects).toEqual(jsonOf(inFolder('一.json')).subjects);
  const again = sheetsOf(inFolder('二.xlsx'));
  expect(again.results.map(({ name, mark }) => [name, mark])).toEqual(
    copy.results.map(({ name, mark }) => [name, mark]),
  );
});

test('a folder is one set; --out is a workbook of results', () => {
  const { status } = run(join(CASES, 'v4-unit-files'), `--out=${inFolder('结果.xlsx')}`, '--json', inFolder('r.json'));
  expect(status).toBe(0);
  expect(differences(expectedOf('v4-unit-files'), jsonOf(inFolder('r.json')))).toEqual([]);
  const { own, results } = sheetsOf(inFolder('结果.xlsx'));
  expect(own).toEqual([]);
  expect(results.length).toBeGreaterThan(0);
});

test('bad files among several are named, the others are scored; old formats are read', () => {
  const bad = ['truncated.xlsx', 'encrypted.xlsx'].map((name) => join(HOSTILE, name));
  const { status, stderr } = run(bad[0]!, TABLE, bad[1]!, join(HOSTILE, 'legacy.xls'), '--json', inFolder('r.json'));
  expect(status).toBe(0);
  expect(stderr).toMatch(/“truncated\.xlsx”不完整/);
  expect(stderr).toMatch(/“encrypted\.xlsx”有打开密码/);
  const { subjects, sheets } = jsonOf(inFolder('r.json'));
  expect(subjects.length).toBeGreaterThanOrEqual(expectedOf('v5-existing-table').subjects.length);
  expect(new Set(sheets.map(({ workbook }) => workbook))).toEqual(new Set(['v5-existing-table.xlsx', 'legacy.xls']));
});

test('nothing that can be scored: exit code 2, and why', () => {
  const { status, stderr, stdout } = run(join(HOSTILE, 'empty.xlsx'), inFolder('没有.xlsx'), '--lang', 'en-US');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/“empty\.xlsx” is empty/);
  expect(stderr).toMatch(/没有\.xlsx.*ENOENT/);
});

test('without an output the ranking is shown', () => {
  const { status, stdout } = run(TABLE);
  expect(status).toBe(0);
  for (const { name, total } of expectedOf('v5-existing-table').subjects) {
    expect(stdout).toContain(name);
    if (total !== null) expect(stdout).toContain(total.toFixed(2));
  }
});

test('--explain tells how a total came about, in English with --lang', () => {
  const { status, stdout } = run(ANNUAL, '--explain', 'U06', '--lang', 'en-US');
  expect(status).toBe(0);
  const subject = expectedOf('v1-annual-group').subjects.find(({ id }) => id === 'U06')!;
  expect(stdout).toContain(subject.name);
  for (const number of [subject.total, subject.base, ...Object.values(subject.sources!)]) {
    expect(stdout).toContain(number!.toFixed(2));
  }
  expect(stdout).toMatch(/\[党委考核![A-Z]+\d+\]/);
  expect(stdout).not.toMatch(/\{\w+\}|undefined|NaN/);
});

test('an unknown subject of --explain is exit code 2', () => {
  const { status, stderr } = run(TABLE, '--explain', '没有这个单位');
  expect(status).toBe(2);
  expect(stderr).toContain('没有这个单位');
});

test('--out never overwrites an input', () => {
  const { status, stderr } = run(TABLE, '--out', join(CASES, '.', 'v5-existing-table.xlsx'));
  expect(status).toBe(1);
  expect(stderr).toMatch(/--out 不能与原文件/);
});

test('a period that is none, an empty folder, an output that cannot be written', () => {
  const period = run(TABLE, '--period', '随便');
  expect(period.status).toBe(1);
  expect(period.stderr).toContain('随便');
  const empty = run(folder);
  expect(empty.status).toBe(2);
  expect(empty.stderr).toContain(folder);
  const lost = run(TABLE, TABLE, '--out', inFolder('没有/结果.xlsx'));
  expect(lost.status).toBe(2);
  expect(lost.stderr).toContain('结果.xlsx');
  expect(lost.stderr).toContain('两次');
  expect(lost.stderr).not.toContain('    at ');
});

test('documents: the bulletin, the forms and the reminders, without the overview', () => {
  const [bulletin, forms, texts] = ['通报.docx', '反馈单.docx', '催办.txt'].map(inFolder);
  const documents = ['--bulletin', bulletin!, '--feedback', forms!, '--reminders', texts!];
  const { status, stdout } = run(ANNUAL, ...documents, '--issuer', '公司党委工作部', '--due', '2005-03-01');
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  const textOf = (path: string) =>
    unpack(new Uint8Array(readFileSync(path)))['word/document.xml']!.replace(/<[^>]*>/g, '');
  expect(textOf(bulletin!)).toContain('2005年3月1日前将整改情况书面报公司党委工作部');
  expect(textOf(bulletin!)).toContain('松坪锡矿党委');
  expect(textOf(forms!).split('考核反馈单')).toHaveLength(53);
  const reminders = readFileSync(texts!, 'utf8');
  expect(reminders.startsWith('\ufeff竹溪锡矿党委：\r\n')).toBe(true);
  expect(reminders.split('\r\n\r\n')).toHaveLength(10);

  expect(run(ANNUAL, '--bulletin', bulletin!, '--anonymous').status).toBe(0);
  expect(textOf(bulletin!)).toContain('未达标的7个');
  expect(textOf(bulletin!)).not.toContain('松坪锡矿党委');
});

test('a new workbook for pasted units, one more for each, and all of them read back together', () => {
  writeFileSync(inFolder('单位.txt'), '单位名称\t组别\n红岩锡矿党委\t生产单位\n青石坡锡矿党委\t生产单位\n');
  const wish = ['--new', inFolder('新.xlsx'), '--period', '2004年上半年'];
  const made = run(...wish, '--roster', inFolder('单位.txt'), '--per-unit', inFolder('各单位'));
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toContain('五好党委：2个考核对象');
  expect(readdirSync(inFolder('各单位')).sort()).toEqual([
    '红岩锡矿党委2004年上半年填报表.xlsx',
    '青石坡锡矿党委2004年上半年填报表.xlsx',
  ]);
  const read = run(inFolder('新.xlsx'), inFolder('各单位'), '--json', inFolder('一.json'));
  expect(read.status).toBe(0);
  const { sheets, findings } = jsonOf(inFolder('一.json'));
  expect(sheets.map(({ source }) => source).filter((source) => source !== null)).toEqual([
    'superior',
    'peer',
    'self',
    'self',
  ]);
  expect(findings.filter(({ code }) => /^[DR]/.test(code))).toEqual([]);
});

test('a new workbook from one of last year: its rules, parameters, units and members; names that fit nothing are said', () => {
  const made = run(ANNUAL, '--new', inFolder('新.xlsx'), '--period', '2005年度', '--self', 'wide');
  expect(made).toMatchObject({ status: 0, stderr: '' });
  const { own } = sheetsOf(inFolder('新.xlsx'));
  expect(own.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['考核细则-五好党委', '考核参数', '单位名册', '党员名册', '考核-五好党委']),
  );
  const unknown = run('--new', inFolder('二.xlsx'), '--period', '2005年度', '--schemes', '五好');
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain('五好党支部(党总支)');
  const clash = run(ANNUAL, '--new', ANNUAL, '--period', '2005年度');
  expect(clash.status).toBe(1);
  const lost = run(
    '--new',
    inFolder('三.xlsx'),
    '--period',
    '2005年度',
    '--schemes',
    '五好党委',
    '--roster',
    inFolder('没有.txt'),
  );
  expect([lost.status, lost.stderr]).toEqual([2, expect.stringContaining('没有.txt')]);
});

test('marks are cleared off a copy: sheets of the user as they were but for results, nothing else changed', () => {
  const marked = inFolder('评分.xlsx');
  expect(run(ANNUAL, '--out', marked).status).toBe(0);
  const cleared = run(marked, '--clear-marks', '--out', inFolder('清除.xlsx'));
  expect(cleared).toMatchObject({ status: 0, stderr: '' });
  expect(cleared.stdout).toContain('标记已清除');
  const [before, after] = [marked, inFolder('清除.xlsx')].map((path) => unpack(new Uint8Array(readFileSync(path))));
  const sheets = (parts: Record<string, string>) => Object.keys(parts).filter((part) => part.includes('worksheets/'));
  const isMarked = (text: string) => text.includes('LEN(&quot;PioneerScorecard&quot;)');
  expect(Object.values(before!).some(isMarked)).toBe(true);
  expect(Object.values(after!).some(isMarked)).toBe(false);
  expect(Object.keys(before!).some((part) => part.includes('comments'))).toBe(true);
  expect(Object.keys(after!).some((part) => /comments|vml/.test(part))).toBe(false);
  expect(sheets(after!).filter((part) => !part.includes('_rels'))).toEqual(
    sheets(before!).filter((part) => !part.includes('_rels')),
  );
  expect(sheetsOf(inFolder('清除.xlsx')).results.length).toBe(sheetsOf(marked).results.length);

  const again = run(inFolder('清除.xlsx'), '--clear-marks', '--out', inFolder('再.xlsx'));
  expect(again.stdout).toContain('没有找到标记');
  expect(readFileSync(inFolder('再.xlsx')).equals(readFileSync(inFolder('清除.xlsx')))).toBe(true);
  expect(run(marked, '--clear-marks', '--out', marked).status).toBe(1);
});
