import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultJson } from '../../src/app';
import { FileError, openWorkbook, readLegacy } from '../../src/hosts/xlsx';
import { LOCALES } from '../../src/i18n';
import { scoreOpened } from '../cases/caseFiles';
import { unpack, zipBomb } from '../hosts/xlsx/helpers/packages';
import { changedParts, lostContent, resultOf, scoreAndWrite, secondRun } from '../support/written';

const bytesOf = (file: string) => new Uint8Array(readFileSync(join(__dirname, file)));
const open = (file: string) => openWorkbook(bytesOf(file), file);
const scored = (file: string) => resultJson(scoreOpened([open(file)]));
const totals = (file: string) => scored(file).subjects.map(({ total }) => total);
const ranks = (file: string) => scored(file).subjects.map(({ rank }) => rank);

function refusal(file: string, bytes: Uint8Array = bytesOf(file)): FileError {
  try {
    openWorkbook(bytes, file).snapshot();
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
  throw new Error(`${file} was opened`);
}

describe('files that are refused', () => {
  const cases: [file: string, zh: RegExp, en: RegExp][] = [
    ['truncated.xlsx', /不完整.*重新取得/, /incomplete.*again/],
    ['empty.xlsx', /空文件.*重新取得/, /empty.*again/],
    ['bad-crc.xlsx', /已损坏.*修复/, /damaged.*repair/],
    ['no-sheets.xlsx', /没有工作表/, /no worksheet/],
    ['csv-renamed.xlsx', /CSV.*另存为 \.xlsx/, /CSV.*save it as \.xlsx/],
    ['encrypted.xlsx', /有打开密码，请取消密码后再用/, /password.*Remove/],
    ['legacy.xls', /另存为 \.xlsx/, /save it as \.xlsx/],
  ];
  test.each(cases)('%s says why, in both languages', (file, zh, en) => {
    const error = refusal(file);
    for (const locale of LOCALES) expect(error.describe(locale)).toContain(`“${file}”`);
    expect(error.describe('zh-CN')).toMatch(zh);
    expect(error.describe('en-US')).toMatch(en);
    expect(error.describe('en-US')).not.toMatch(/[{}\u4e00-\u9fff]/);
  });

  test('a zip bomb is refused by what it declares and by what it inflates to', () => {
    expect(refusal('zip-bomb.xlsx', zipBomb()).describe('zh-CN')).toMatch(/zip-bomb\.xlsx.*过大.*1100 MB/);
    expect(refusal('zip-bomb.xlsx', zipBomb(1000)).describe('en-US')).toMatch(/zip-bomb\.xlsx.*damaged/);
  });

  test('the old format can be read all the same', async () => {
    const snapshot = await readLegacy(bytesOf('legacy.xls'), 'legacy.xls');
    expect(snapshot.sheets.length).toBeGreaterThan(0);
  });
});

describe('files that are scored', () => {
  test.each(['huge-dimension.xlsx', 'strict-ooxml.xlsx', 'control-bidi.xlsx', 'long-cells.xlsx'])('%s', (file) => {
    expect(totals(file)).toEqual([95.5, 92, 88.25, 79, 60]);
    expect(ranks(file)).toEqual([1, 2, 3, 4, 5]);
  });

  test('formula-injection.xlsx: each name like a formula is a finding at its cell', () => {
    const { subjects, findings } = scored('formula-injection.xlsx');
    expect(subjects.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const found = findings.filter(({ code }) => code === 'D10').map(({ cell }) => cell);
    expect(found).toEqual(['B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9']);
  });

  test('proto-headers.xlsx: names of object members are names', () => {
    const { subjects } = scored('proto-headers.xlsx');
    expect(subjects.map(({ name, total, rank }) => [name, total, rank])).toEqual([
      ['__proto__', 95.5, 1],
      ['hasOwnProperty', 92, 2],
      ['valueOf', 88.25, 3],
      ['甲', 79, 4],
      ['乙', 65, 5],
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect({}.toString()).toBe('[object Object]');
  });

  test('control-bidi.xlsx: nothing invisible is left in names and messages', () => {
    const { subjects, findings } = scored('control-bidi.xlsx');
    const invisible = /[\u0000-\u0008\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
    for (const { name } of subjects) expect(name).not.toMatch(invisible);
    for (const { message, messageEn } of findings) expect(message + messageEn).not.toMatch(invisible);
  });

  test('merged-10000.xlsx: 10,000 subjects in rank order', () => {
    const { subjects } = scored('merged-10000.xlsx');
    expect(subjects).toHaveLength(10_000);
    for (let i = 1; i < subjects.length; i++) {
      const [above, here] = [subjects[i - 1]!, subjects[i]!];
      expect(above.total! >= here.total!).toBe(true);
      expect(here.rank).toBe(above.total === here.total ? above.rank : i + 1);
    }
  });

  test('names-for-sheets.xlsx', () => {
    expect(ranks('names-for-sheets.xlsx')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  /** Rows of the register with an overdue repair. */
  const overdue = (file: string) =>
    scored(file)
      .findings.filter(({ code }) => code === 'G23')
      .map(({ cell }) => cell!.slice(1));

  test('numbers-as-dates.xlsx: 5.31 is a date, 6.3 is asked about', () => {
    expect(scored('numbers-as-dates.xlsx').asOf).toBe('2004-07-20');
    expect(overdue('numbers-as-dates.xlsx')).toEqual(['3', '4']);
    const [doubtful] = scored('numbers-as-dates.xlsx').findings;
    expect(doubtful!.message).toMatch(/2004-06-03或2004-06-30/);
  });

  test('date1904.xlsx: days are counted from 1904', () => {
    expect(overdue('date1904.xlsx')).toEqual(['3', '4']);
    expect(scored('date1904.xlsx').findings[1]!.message).toMatch(/2004-06-30/);
  });
});

describe('results in a copy', () => {
  const files = [
    'huge-dimension.xlsx',
    'strict-ooxml.xlsx',
    'control-bidi.xlsx',
    'long-cells.xlsx',
    'formula-injection.xlsx',
    'proto-headers.xlsx',
    'merged-10000.xlsx',
    'names-for-sheets.xlsx',
    'numbers-as-dates.xlsx',
    'date1904.xlsx',
  ];
  test.each(files)('%s loses nothing, and a second run changes nothing', (file) => {
    const first = scoreAndWrite([open(file)]);
    const [copy] = first.copies;
    expect(copy!.refused).toBe(0);
    expect(copy!.changes.sheets.length).toBeGreaterThan(0);
    expect(lostContent(first)).toEqual([]);
    for (const { name } of copy!.reopened.snapshot().sheets) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
    }
    const second = secondRun(first);
    expect(resultOf(second)).toEqual(resultOf(first));
    expect(changedParts(copy!.bytes, second.copies[0]!.bytes)).toEqual([]);
  });

  test('names like formulas are texts in every result sheet', () => {
    const { outcome, copies } = scoreAndWrite([open('formula-injection.xlsx')]);
    const { reopened, bytes } = copies[0]!;
    const { strings, sheets } = reopened.snapshot();
    for (const { name } of resultJson(outcome).subjects) expect(strings).toContain(name);
    const formulas = sheets.flatMap(({ cells }) => cells.formulas);
    expect(formulas.filter((formula) => /cmd|HYPERLINK|SUM\(A1:A9\)/i.test(formula))).toEqual([]);
    const xml = Object.values(unpack(bytes)).join('');
    expect(xml).not.toMatch(/<f>[^<]*(cmd|HYPERLINK)/i);
  });

  test('a name of 32,767 characters is written whole', () => {
    const { copies } = scoreAndWrite([open('long-cells.xlsx')]);
    const { strings, sheets } = copies[0]!.reopened.snapshot();
    const long = strings.findIndex((text) => text.length === 32_767 && text.startsWith('采采采'));
    const holders = sheets.filter(({ cells }) =>
      cells.values.some((value, i) => cells.kinds[i] === 2 && value === long),
    );
    expect(holders.length).toBeGreaterThan(1);
  });
});
