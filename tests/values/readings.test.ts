import {
  isNotApplicable,
  looksLikeFormula,
  readCount,
  readDate,
  readKinds,
  readLevel,
  readNumber,
  readRate,
  readYesNo,
  splitLabel,
  type Reading,
  Q,
} from '../../src/values';
import type { CellValue, Rational } from '../../src/model';

const plain = (reading: Reading<unknown>): unknown => {
  if (reading.state !== 'value')
    return reading.state === 'unknown' ? (reading.written ? 'pending' : 'blank') : reading.state;
  const { value } = reading;
  return typeof value === 'object' && value !== null && 'n' in value ? Q.toNumber(value as Rational) : value;
};

describe('readNumber', () => {
  test.each<[CellValue, unknown]>([
    [95, 95],
    ['95分', 95],
    ['95 分', 95],
    ['95.00', 95],
    ["'95", 95],
    ['９５', 95],
    ['９５．５', 95.5],
    ['+2', 2],
    ['-3分', -3],
    ['扣2分', -2],
    ['加1分', 1],
    ['1,234.5', 1234.5],
    ['1，234', 1234],
    ['2000万', 20_000_000],
    ['3.5亿元', 350_000_000],
    ['3次', 3],
    ['1人次', 1],
    ['两次', 2],
    ['二十', 20],
    ['十二', 12],
    ['一百零五', 105],
    ['12条', 12],
    ['95（分）', 95],
    ['三十五分', 35],
    ['.5', 0.5],
    ['0', 0],
    ['扣1-3分', 'unreadable'],
    ['0-3分', 'unreadable'],
    ['8-9分', 'unreadable'],
    ['约95', 'unreadable'],
    ['95左右', 'unreadable'],
    ['>95', 'unreadable'],
    ['90以上', 'unreadable'],
    ['95%', 'unreadable'],
    ['1,23', 'unreadable'],
    ['无', 'unreadable'],
    [true, 'unreadable'],
    ['十十', 'unreadable'],
    ['5/12', 'unreadable'],
    ['1.2.3', 'unreadable'],
    [null, 'blank'],
    ['  \u3000', 'blank'],
    ['待报', 'pending'],
    ['待 定', 'pending'],
    ['/', 'notApplicable'],
    ['——', 'notApplicable'],
    ['－－', 'notApplicable'],
    ['…', 'notApplicable'],
    ['不涉及', 'notApplicable'],
    ['免', 'notApplicable'],
    [{ error: '#REF!' }, 'error'],
    ['#DIV/0!', 'error'],
  ])('%j is %j', (cell, expected) => expect(plain(readNumber(cell))).toEqual(expected));

  test('a day that a spreadsheet made of 4/5 is no amount', () => {
    expect(plain(readNumber(38_082, 'm"月"d"日"'))).toBe('unreadable');
    expect(plain(readNumber(38_082, '[Red]#,##0'))).toBe(38_082);
  });
  test('a double stands for its 15 significant digits', () => {
    const reading = readNumber(92.40000000000001);
    expect(reading).toEqual({ state: 'value', value: Q.of('92.4') });
  });
});

test.each<[CellValue, unknown]>([
  ['无', 0],
  ['零报告', 0],
  ['零', 0],
  ['没有', 0],
  [3, 3],
  ['3起', 3],
  [-1, -1],
  ['有', 'unreadable'],
  [null, 'blank'],
])('readCount %j is %j', (cell, expected) => expect(plain(readCount(cell))).toEqual(expected));

describe('readRate', () => {
  test.each<[CellValue, string, unknown]>([
    ['98%', 'General', 0.98],
    ['９８％', 'General', 0.98],
    [0.98, '0%', 0.98],
    [0.98, 'General', 0.98],
    [98, 'General', 0.98],
    ['98', 'General', 0.98],
    [2, 'General', 2],
    [2.01, 'General', 0.0201],
    [1.031, '0.0%', 1.031],
    [3.5, '0%', 3.5],
    ['103.1%', 'General', 1.031],
    ['18/20', 'General', 0.9],
    ['18份/20份', 'General', 0.9],
    ['已签18份(应签20)', 'General', 0.9],
    ['已签18份（应签20份）', 'General', 0.9],
    ['应签20已签18', 'General', 0.9],
    ['应签20份，实签18份', 'General', 0.9],
    ['百分之九十五', 'General', 0.95],
    ['5/0', 'General', 'unreadable'],
    ['已签0(应签0)', 'General', 'unreadable'],
    ['约95', 'General', 'unreadable'],
    ['95左右', 'General', 'unreadable'],
    ['90%以上', 'General', 'unreadable'],
    ['90-95%', 'General', 'unreadable'],
    [38_082, 'yyyy/m/d', 'unreadable'],
    ['', 'General', 'blank'],
    ['0/20', 'General', 0],
  ])('%j in format %s is %j', (cell, format, expected) => expect(plain(readRate(cell, format))).toEqual(expected));
});

test.each<[CellValue, unknown]>([
  ['√', true],
  ['✓', true],
  ['是', true],
  ['有', true],
  ['已', true],
  ['已报送', true],
  ['已签订', true],
  ['完成', true],
  ['达标', true],
  ['y', true],
  ['●', true],
  [1, true],
  ['1', true],
  [true, true],
  ['2004.5.31', true],
  ['红岩党〔2004〕5号', true],
  ['《先锋工程实施方案》', true],
  [38_138, true],
  ['已制定', true],
  ['5月31日', true],
  ['×', false],
  ['✗', false],
  ['否', false],
  ['没有', false],
  ['未', false],
  ['未报', false],
  ['未完成', false],
  ['尚未完成', false],
  ['不达标', false],
  ['N', false],
  ['○', false],
  [0, false],
  ['无', false],
  [false, false],
  ['未按时上报', false],
  ['没有完成', false],
  [2, 'unreadable'],
  ['基本完成', 'unreadable'],
  ['部分', 'unreadable'],
  ['/', 'notApplicable'],
  ['不适用', 'notApplicable'],
  ['待报', 'pending'],
  [null, 'blank'],
])('readYesNo %j is %j', (cell, expected) => expect(plain(readYesNo(cell))).toEqual(expected));

describe('readLevel', () => {
  const four = ['好', '较好', '一般', '差'];
  test.each<[CellValue, string[], unknown]>([
    ['好', four, 0],
    [' 较 好 ', four, 1],
    ['优秀', four, 0],
    ['良', four, 1],
    ['B', four, 1],
    ['a级', four, 0],
    ['称职', four, 2],
    ['后进', four, 3],
    ['不合格', four, 3],
    ['3-4', four, 'unreadable'],
    [3, four, 'unreadable'],
    ['挺好', four, 'unreadable'],
    ['优秀', ['突出', '较好', '一般', '推诿'], 0],
    ['差', ['突出', '较好', '一般', '推诿'], 3],
    ['优秀', ['公司级', '厂级', '参与', '无'], 'unreadable'],
    ['合格', ['高于岗位', '达标', '未达标'], 1],
    ['不合格', ['高于岗位', '达标', '未达标'], 2],
    ['优秀', ['高于岗位', '达标', '未达标'], 'unreadable'],
    ['没有', ['齐全', '基本齐全', '无'], 2],
    ['无', ['齐全', '基本齐全', '无'], 2],
    ['齐全', ['齐全', '基本齐全', '无'], 0],
    ['', four, 'blank'],
    ['—', four, 'notApplicable'],
  ])('%j among %j is %j', (cell, names, expected) => expect(plain(readLevel(cell, names))).toEqual(expected));
});

describe('readKinds', () => {
  const kinds = ['轻伤', '重伤', '死亡'];
  test.each<[CellValue, unknown]>([
    ['轻伤2、重伤1', [2, 1, 0]],
    ['轻伤2人', [2, 0, 0]],
    ['轻伤', [1, 0, 0]],
    ['轻伤，重伤；死亡', [1, 1, 1]],
    ['轻伤2 重伤1', [2, 1, 0]],
    ['轻伤 2', [2, 0, 0]],
    ['轻伤两人、轻伤1', [3, 0, 0]],
    ['轻伤:2;重伤：1', [2, 1, 0]],
    ['齐全', [0, 0, 0]],
    ['无', [0, 0, 0]],
    [0, [0, 0, 0]],
    ['0', [0, 0, 0]],
    ['轻伤0', [0, 0, 0]],
    ['擦伤1', 'unreadable'],
    ['轻伤约2', 'unreadable'],
    [2, 'unreadable'],
    ['', 'blank'],
    ['/', 'notApplicable'],
    ['待报', 'pending'],
  ])('%j is %j', (cell, expected) => expect(plain(readKinds(cell, kinds))).toEqual(expected));
  test('the longest kind wins', () =>
    expect(plain(readKinds('未制定方案2', ['未制定', '未制定方案']))).toEqual([0, 2]));
});

describe('readDate', () => {
  const at = (cell: CellValue, date1904 = false, year: number | null = 2004): unknown => {
    const reading = readDate(cell, { date1904, year });
    return reading.state === 'value' ? reading.value.iso + (reading.value.ambiguous ? '?' : '') : plain(reading);
  };
  test.each<[CellValue, unknown]>([
    ['2004.5.31', '2004-05-31'],
    ['2004-5-31', '2004-05-31'],
    ['2004/05/31', '2004-05-31'],
    ['2004年5月31日', '2004-05-31'],
    ['二〇〇四年五月', '2004-05-31'],
    ['二○○四年五月三十一日', '2004-05-31'],
    ['2004年2月', '2004-02-29'],
    ['5月31日', '2004-05-31'],
    ['20040531', '2004-05-31'],
    [20_040_531, '2004-05-31'],
    [38_138, '2004-05-31'],
    [5.31, '2004-05-31'],
    ['5.28', '2004-05-28'],
    [6.3, '2004-06-03?'],
    ['6.3', '2004-06-03'],
    [5.4, '2004-05-04'],
    [2.3, '2004-02-03'],
    ['5月', '2004-05-31'],
    ['2004-05-31 10:30:00', '2004-05-31'],
    ['2004年12月31日前', '2004-12-31'],
    ['十二月三十一日', '2004-12-31'],
    ['2004年5月上旬', '2004-05-10'],
    ['04.5.31', '2004-05-31'],
    [38_138.75, '2004-05-31'],
    ['2004.13.1', 'unreadable'],
    ['2003-2-29', 'unreadable'],
    ['近期', 'unreadable'],
    [12, 'unreadable'],
    ['', 'blank'],
    ['/', 'notApplicable'],
  ])('%j is %j', (cell, expected) => expect(at(cell)).toEqual(expected));
  test('counts from 1904 where the workbook does', () => expect(at(36_676, true)).toBe('2004-05-31'));
  test('no year, no day', () => expect(at('5月31日', false, null)).toBe('unreadable'));
});

test.each<[CellValue, boolean]>([
  ["=cmd|' /C calc'!A0", true],
  ['=1+1', true],
  ['+cmd', true],
  ['-说明', true],
  ['@SUM(A1)', true],
  ['\t=1', true],
  ['\r红岩', true],
  ['+2', false],
  ['-3分', false],
  ['-', false],
  ['--', false],
  ['-5%', false],
  ['红岩=', false],
  ['', false],
  [5, false],
])('looksLikeFormula %j is %j', (cell, expected) => expect(looksLikeFormula(cell)).toBe(expected));

test.each<[string, string, number | null]>([
  ['领导班子好（20分）', '领导班子好', 20],
  ['好 的 班 子 ︻16分︼', '好的班子', 16],
  ['队伍素质好\n〔20分〕', '队伍素质好', 20],
  ['支部建设13分', '支部建设', 13],
  ['领导班子 (20)', '领导班子', 20],
  ['领导班子好', '领导班子好', null],
  ['指标1', '指标1', null],
  ['满意率(%)', '满意率(%)', null],
])('splitLabel %j', (label, name, points) => {
  const split = splitLabel(label);
  expect(split.name).toBe(name);
  expect(split.points && Q.toNumber(split.points)).toBe(points);
});

test('isNotApplicable leaves numbers and words alone', () => {
  expect(['-3', '无', '0', '', '免费'].map(isNotApplicable)).toEqual([false, false, false, false, false]);
});
