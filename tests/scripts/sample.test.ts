import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleWorkbook } from '../../scripts/sample/workbook';
import { resultJson, scoreWorkbooks } from '../../src/app';
import { openWorkbook } from '../../src/hosts/xlsx';
import { lostContent, resultOf, scoreAndWrite, secondRun } from '../support/written';
import { misplaced, miscounted } from '../hosts/xlsx/helpers/order';
import { unpack } from '../hosts/xlsx/helpers/packages';

const NAME = '样例-年度考核.xlsx';
const bytes = new Uint8Array(readFileSync(join(__dirname, '../../assets', NAME)));
const opened = openWorkbook(bytes, NAME);
const result = resultJson(scoreWorkbooks([opened.snapshot()], { locale: 'zh-CN', today: '2030-06-15' }));
const subjects = (scheme: string) => result.subjects.filter((subject) => subject.scheme === scheme);

test('the workbook in assets is what `npm run sample` writes', () => {
  expect(Buffer.from(sampleWorkbook()).equals(bytes)).toBe(true);
});

test('every sheet is taken for what it is', () => {
  expect(result.sheets.map(({ name, role, layout, source }) => [name, role, layout ?? source])).toEqual([
    ['封面', 'other', null],
    ['考核细则', 'rules', null],
    ['考核参数', 'parameters', null],
    ['单位名册', 'roster', null],
    ['党员名册', 'members', null],
    ['党委考核', 'scores', 'wide'],
    ['党委自评', 'scores', 'wide'],
    ['党委民主评议', 'votes', 'peer'],
    ['支部考核', 'scores', 'wide'],
    ['党员考核', 'scores', 'wide'],
    ['党员自评', 'scores', 'wide'],
    ['党员民主评议', 'votes', 'peer'],
    ['加分扣分', 'adjustments', null],
    ['实施方案台账', 'register', 'plans'],
    ['责任书签订台账', 'register', 'bonds'],
    ['联系点台账', 'register', 'contacts'],
    ['信息报送台账', 'register', 'info'],
    ['年度材料台账', 'register', 'materials'],
    ['考核记录', 'register', 'records'],
    ['整改台账', 'register', 'rectify'],
    ['经费台账', 'register', 'funds'],
    ['2003年旧表', 'other', null],
  ]);
  expect(result).toMatchObject({ period: '2004年度', asOf: '2005-01-20' });
});

test('three schemes, each with subjects of every kind of luck', () => {
  expect([...new Set(result.subjects.map(({ scheme }) => scheme))]).toEqual([
    '五好党委',
    '五好党支部(党总支)',
    '党员五带头',
  ]);
  expect([subjects('五好党委').length, subjects('五好党支部(党总支)').length, subjects('党员五带头').length]).toEqual([
    20, 16, 36,
  ]);
  const all = <K extends 'status' | 'grade' | 'award'>(key: K) =>
    new Set(subjects('五好党委').map((each) => each[key]));
  expect(all('status')).toEqual(new Set(['scored', 'provisional', 'blocked', 'exempt']));
  expect(all('grade')).toEqual(new Set(['优秀', '良好', '合格', '不合格', null]));
  expect(all('award')).toEqual(new Set(['流动红旗', '需集体研究', null]));
  expect(subjects('五好党委').flatMap(({ vetoes }) => vetoes)).toEqual(['V3', 'V2']);
});

test('two equal units meet at the last flag', () => {
  const tied = subjects('五好党委').filter(({ award }) => award === '需集体研究');
  expect(tied.map(({ name, rank, total }) => [name, rank, total])).toEqual([
    ['白鹭湾铜矿党委', 3, tied[0]!.total],
    ['大柏树铜矿党委', 3, tied[0]!.total],
  ]);
});

test('every duty has a gap, the rules have none', () => {
  const found = new Set(result.findings.map(({ code }) => code));
  const duties = 'G01 G02 G03 G04 G06 G07 G08 G09 G10 G11 G12 G13 G15 G16 G19 G20 G23 G24';
  expect([...found]).toEqual(expect.arrayContaining(duties.split(' ')));
  expect([...found]).toEqual(expect.arrayContaining(['D01', 'D02', 'D03', 'D04', 'D07', 'T01']));
  for (const code of ['R01', 'R02', 'G00']) expect(found).not.toContain(code);
});

test('results are written into it and lose nothing', () => {
  const first = scoreAndWrite([opened]);
  expect(first.copies[0]!.refused).toBe(0);
  expect(lostContent(first)).toEqual([]);
  expect(resultOf(secondRun(first))).toEqual(resultOf(first));
});

test('its parts are in the order of the schema', () => {
  const parts = Object.entries(unpack(bytes));
  for (const [name, xml] of parts) {
    if (/^xl\/(worksheets\/sheet\d+|workbook|styles)\.xml$/.test(name))
      expect([name, misplaced(xml)]).toEqual([name, []]);
    if (name === 'xl/styles.xml') expect(miscounted(xml)).toEqual([]);
  }
});
