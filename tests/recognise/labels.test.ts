import { headerKey, nameKey, pointsInLabel, withoutNumbering } from '../../src/recognise/labels';
import { afterLabel, withoutNoise } from '../../src/recognise/formSubject';
import { coreName, NameIndex, nameType } from '../../src/recognise/names';
import { parsePeriod, periodOfTitles } from '../../src/values';
import { readingOf } from '../../src/recognise/columns';
import { sourceIn, monthOf, voteLevelOf } from '../../src/recognise/vocabulary';

test.each([
  ['自评得分（分）', '自评得分'],
  ['岗位任务完成率（%）', '岗位任务完成率'],
  ['劳动纪律（次）', '劳动纪律'],
  ['单 位\n名 称：', '单位名称'],
  ['年(半年)计划与总结', '年(半年)计划与总结'],
  ['Total', 'total'],
])('header %s', (text, key) => expect(headerKey(text)).toBe(key));

test.each([
  ['1.制定并上报“云岭先锋”实施方案（4分）', '制定并上报云岭先锋实施方案'],
  ['领 导 班 子 好 ︻20分︼', '领导班子好'],
  ['一、领导班子好〔20分〕', '领导班子好'],
  ['①党课（3分）', '党课'],
  ['遵章守纪(三违)（次）', '遵章守纪三违'],
])('name %s', (text, key) => expect(nameKey(text)).toBe(key));

test.each([
  ['领 导 班 子 好 ︻20分︼', 20],
  ['队伍素质好\n〔20分〕', 20],
  ['领导班子好(20)', 20],
  ['领导班子好', null],
  ['年(半年)计划与总结', null],
])('points in %s', (text, points) => expect(pointsInLabel(text)).toBe(points));

test('numbering before a band goes', () => {
  expect(withoutNumbering('一、生产单位')).toBe('生产单位');
  expect(withoutNumbering('（二）辅助单位：')).toBe('辅助单位');
  expect(withoutNumbering('1.5倍')).toBe('1.5倍');
});

test.each([
  ['支部名称：红岩锡矿机关党支部          考核时间：2004年6月28日          得分：', '支部名称', '红岩锡矿机关党支部'],
  ['考核单位：集团党委  被考核党支部：机关支部  得分：', '被考核党支部', '机关支部'],
  ['被考核单位:    得分：', '被考核单位', null],
  ['单位名称    东岭锡矿党委', '单位名称', '东岭锡矿党委'],
  ['填报单位（盖章）：东岭锡矿', '填报单位', '东岭锡矿'],
])('info line %s', (line, label, name) => expect(afterLabel(line, label)).toBe(name));

test.each([
  ['红岩锡矿自评表.xlsx', '红岩锡矿'],
  ['03.东岭锡矿2004年度考核评分表(2).xlsx', '东岭锡矿'],
  ['Sheet1', ''],
])('file or sheet name %s', (name, unit) => expect(withoutNoise(name)).toBe(unit));

describe('names', () => {
  const index = new NameIndex([
    { id: 'U01', name: '老岭锡矿党委', aliases: ['老矿'], type: 'committee' },
    { id: 'U02', name: '老岭锡矿竹叶坑党总支', aliases: ['竹叶'], type: 'general' },
    { id: 'U03', name: '松坪锡矿党委', aliases: ['老矿二'], type: 'committee' },
    { id: 'U04', name: '松坪锡矿党支部', aliases: ['竹叶'], type: 'branch' },
    { id: '005', name: '锡材有限公司党委', aliases: [], type: 'committee' },
  ]);
  test.each([
    ['中共老岭锡矿委员会', 0],
    ['老岭 锡矿\n党委', 0],
    ['老矿', 0],
    ['老岭锡矿', 0],
    ['老岭锡矿竹叶坑', 1],
    ['老岭锡矿竹叶', -1],
    ['松坪锡矿', -1],
    ['松坪锡矿支部', 3],
    ['竹叶', -1],
    ['锡材公司党委', 4],
    ['老岭锡厂党委', -1],
  ])('%s', (name, found) => expect(index.find(name).found).toBe(found));
  test('the expected type decides between two of one core', () => {
    expect(index.find('松坪锡矿', { types: new Set(['committee', 'general']), isOnly: true }).found).toBe(2);
  });
  test('a near miss is suggested', () => {
    expect(index.suggest('老岭锡厂党委')).toContain(0);
    expect(index.suggest('竹叶')).toEqual([1, 3]);
  });
  test('ids with lost zeros', () => expect(index.byId('5')).toBe(4));
  test('core and type', () => {
    expect(coreName('中共机修厂委员会')).toBe('机修厂');
    expect(nameType('机关党支部委员会')).toBe('branch');
  });
});

test.each([
  ['集团2004年度考核汇总表', '2004年度', '2004-12-31'],
  ['（2004年上半年）', '2004年上半年', '2004-06-30'],
  ['2004年第三季度党支部量化考核得分表', '2004年第三季度', '2004-09-30'],
  ['考核时间：2004年2月', '2004年2月', '2004-02-29'],
  ['二〇〇四年度', '2004年度', '2004-12-31'],
  ['2004年1—9月', '2004年1-9月', '2004-09-30'],
])('period of %s', (text, period, end) => expect(parsePeriod(text)).toMatchObject({ text: period, end }));

test('a day is no period, a whole period beats a month', () => {
  expect(parsePeriod('2004-12-31')).toBeNull();
  expect(periodOfTitles(['考核时间：2004年12月', '考核时间：2004年12月', '2004年度考核'])?.text).toBe('2004年度');
});

test.each([
  [['自评得分', '领导班子好'], 'points'],
  [['考核指标完成情况'], 'raw'],
  [['完成率'], 'raw'],
  [['评分标准'], null],
  [['得分情况'], 'points'],
  [['上级考核'], 'points'],
])('reading of %j', (levels, reading) => expect(readingOf(levels)).toBe(reading));

test('sources, months and levels in words', () => {
  expect(sourceIn('五好党委自评得分表')).toBe('self');
  expect(sourceIn('民主测评票')).toBe('peer');
  expect(sourceIn('上级考核得分')).toBe('superior');
  expect(sourceIn('自评与上级考核')).toBeNull();
  expect([monthOf('3月'), monthOf('十二月份'), monthOf('2004年5月'), monthOf('月份')]).toEqual([3, 12, 5, null]);
  expect([voteLevelOf('优秀'), voteLevelOf('不合格票数'), voteLevelOf('弃权'), voteLevelOf('备注')]).toEqual([
    0,
    3,
    -1,
    null,
  ]);
});
