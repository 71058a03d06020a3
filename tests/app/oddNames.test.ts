import { buildReport, resultJson, scoreWorkbooks } from '../../src/app';
import { snapshotOf, type CellValue } from '../../src/model';
import { compareSubjects, explainSubject, findWays, tellStory } from '../../src/score';

/** Names that every object answers to. */
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
const UNITS = ['__lookupGetter__', '__defineSetter__'] as const;

function workbook(scheme: string) {
  const [unit, other] = UNITS;
  const rows: Record<string, CellValue[][]> = {
    规则: [
      ['方案', '维度', '指标编号', '指标', '分值', '评分方式', '参数'],
      [scheme, '__proto__', 'A1', 'valueOf', 60, '直接打分', ''],
      [scheme, 'hasOwnProperty', 'A2', 'isPrototypeOf', 40, '等级', '__proto__:40; constructor:10'],
      [scheme, '', 'toString', 'toString', 5, '加分', '__proto__:2; valueOf:1'],
    ],
    参数: [
      ['方案', '参数', '值'],
      [scheme, '红旗名额', 1],
      ['', '__proto__', 1],
      [scheme, 'constructor', 2],
      [scheme, '等次', '__proto__:90; constructor:60; 差:0'],
    ],
    名册: [
      ['单位编号', '单位名称', '类型', '组别'],
      ['toLocaleString', unit, '党委', 'constructor'],
      ['propertyIsEnumerable', other, '党委', 'prototype'],
    ],
    打分: [
      ['单位名称', 'valueOf', 'isPrototypeOf'],
      [unit, 58, '__proto__'],
      [other, 40, 'constructor'],
    ],
    加分扣分: [
      ['单位', '项目', '次数'],
      [unit, 'toString', '__proto__'],
      [other, 'constructor', 1],
    ],
  };
  return snapshotOf(
    'constructor.xlsx',
    Object.entries(rows).map(([name, cells]) => ({ name, rows: cells })),
  );
}

test.each(NAMES)('a scheme, subjects, groups and grades named like %s go through every room', (scheme) => {
  const outcome = scoreWorkbooks([workbook(scheme)], { locale: 'zh-CN', today: '2005-01-20' });
  const { assessment, result } = outcome;
  const json = JSON.parse(JSON.stringify(resultJson(outcome))) as ReturnType<typeof resultJson>;
  const own = json.subjects.filter((subject) => subject.scheme === scheme);
  expect(own.map(({ id, name, group, total, grade }) => [id, name, group, total, grade])).toEqual([
    ['toLocaleString', UNITS[0], 'constructor', 100, '__proto__'],
    ['propertyIsEnumerable', UNITS[1], 'prototype', 50, '差'],
  ]);
  expect(Object.entries(own[0]!.dimensions)).toEqual([
    ['__proto__', 58],
    ['hasOwnProperty', 40],
  ]);
  expect(json.findings.filter(({ code }) => code === 'R02')).toHaveLength(2);
  expect(json.findings.filter(({ code }) => code === 'D03')).toHaveLength(1);
  const at = result.schemes.findIndex((one) => assessment.schemes[one.scheme]!.scheme.name === scheme);
  for (const subject of [0, 1]) {
    expect(explainSubject(assessment, result, at, subject, 'zh-CN').indicators).toHaveLength(2);
    expect(tellStory(assessment, result, at, subject, 'en-US').indicators).toHaveLength(2);
    expect(findWays(assessment, result, at, subject, 0, 'zh-CN').gradeName).toBe('__proto__');
  }
  expect(compareSubjects(assessment, result, at, 0, 1, 'zh-CN').difference).toBe(50);
  const { sheets } = buildReport(outcome, { locale: 'zh-CN', workbook: null });
  expect(sheets.filter(({ mark }) => mark.endsWith(`:${scheme}`)).length).toBeGreaterThanOrEqual(2);
});
