import { LOCALES } from '../../src/i18n';
import { parseLastRun, snapshotOf, type OutValue, type SheetLiteral } from '../../src/model';
import { buildReport, contentSum, lastRunIn, readRecord } from '../../src/report';
import { outcomeOf } from './outcomeOf';

const AT = '2005-01-20 10:32';
const SOURCE = outcomeOf({
  schemes: [
    {
      name: '五好党委',
      subjects: [
        { id: 'U1', name: '甲党委', rank: 1, total: 95, grade: '优秀', sources: { superior: 95 } },
        { id: 'U2', name: '乙党委', status: 'blocked', total: null, sources: { self: 90 } },
      ],
    },
  ],
});

/** 运行记录 as it stands in the workbook afterwards. */
function written(locale: (typeof LOCALES)[number]): { readonly sheet: SheetLiteral; readonly sum: string } {
  const run = { version: '1.2.3', at: AT, hashes: ['ab'.repeat(32)] };
  const changes = buildReport({ ...SOURCE, run }, { locale, workbook: 0 });
  const sheet = changes.sheets.find(({ mark }) => mark === 'run')!;
  const plain = (value: OutValue) => (value !== null && typeof value === 'object' ? null : value);
  const rows = sheet.blocks.flatMap(({ values }) => values.map((row) => row.map(plain)));
  return { sheet: { name: sheet.name, mark: 'run', rows }, sum: changes.run!.sum };
}

describe.each(LOCALES)('the last run, written in %s', (locale) => {
  it('is told by the record of the run, with the sum of what was entered by then', () => {
    const { sheet, sum } = written(locale);
    expect(lastRunIn(snapshotOf('考核.xlsx', [sheet]))).toEqual({ at: AT, subjects: 1, sum });
    const [workbook] = SOURCE.assessment.workbooks;
    expect(sum).toBe(contentSum(workbook!, readRecord(workbook!)));
  });

  it.each([0, 1])('is none where somebody has spoiled column %i', (column) => {
    const { sheet } = written(locale);
    const rows = sheet.rows.map((row) => row.map((value, c) => (c === column ? '改过' : value)));
    expect(lastRunIn(snapshotOf('考核.xlsx', [{ ...sheet, rows }]))).toBeNull();
  });
});

it('is none in a workbook without results', () => {
  expect(lastRunIn(snapshotOf('考核.xlsx', [{ name: '运行记录', rows: [['评分时间', AT]] }]))).toBeNull();
});

it.each([
  null,
  '2005',
  { at: AT, subjects: 1 },
  { at: '昨天', subjects: 1, sum: '0123456789abcdef' },
  { at: AT, subjects: -1, sum: '0123456789abcdef' },
  { at: AT, subjects: 1, sum: 'x' },
])('%j from a foreign place is none', (value) => expect(parseLastRun(value)).toBeNull());
