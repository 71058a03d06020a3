import {
  PARAMETER_SPECS,
  defaultParameters,
  defaultSchemes,
  givenText,
  parameterTexts,
  parseParameters,
  parseRules,
} from '../../src/rules';
import { Q } from '../../src/values';
import { parameterRow, rule } from './build';

const KINDS = ['committee', 'branch', 'member', 'custom', 'table'] as const;

test.each(KINDS)('the defaults of a %s scheme are written as the table of parameters has them', (kind) => {
  const texts = parameterTexts(defaultParameters(kind));
  for (const { key, default: plain, defaultOf } of PARAMETER_SPECS)
    expect([key, texts.get(key)]).toEqual([key, defaultOf?.[kind] ?? plain]);
});

test('parameters written out are read as the same again', () => {
  const rows = [
    ['权重.自评', '33.5'],
    ['缺项.上级考核', '按零分'],
    ['空白', '零'],
    ['等次', '好:92.5; 较好：80，一般=60; 差:0'],
    ['优秀比例上限', '1/3'],
    ['分组依据', '上级'],
    ['排名依据', '总分'],
    ['并列', '中国式'],
    ['同分排序', '上级考核；民主评议'],
    ['达标线.维度', '0.855'],
    ['红旗周期', '每季度'],
    ['总分上限', '105'],
    ['票数权重', '好:100; 一般:60; 差:20'],
    ['去极值', '是'],
    ['参评.最短月数', '6'],
    ['期间', '2004年上半年'],
    ['截止日', '2004.6.30'],
  ] as const;
  const { for: resolve, issues } = parseParameters(
    rows.map(([key, value], i) => parameterRow(i, '', key, value)),
    [],
  );
  expect(issues).toEqual([]);
  const given = resolve('甲', 'custom');
  const texts = [...parameterTexts(given)];
  const again = parseParameters(
    texts.map(([key, value], i) => parameterRow(i, '甲', key, value)),
    [{ name: '甲', dimensions: [] }],
  );
  expect(again.issues).toEqual([]);
  expect(again.for('甲', 'custom')).toEqual(given);
  expect(parameterTexts(given).get('优秀比例上限')).toBe('1/3');
});

test('a share that is a percentage is written as one', () => {
  expect(parameterTexts({ ...defaultParameters('custom'), topGradeQuota: Q.of('0.125') }).get('优秀比例上限')).toBe(
    '12.5%',
  );
});

test('every rule of the default schemes is read as the same again', () => {
  for (const { indicators } of defaultSchemes()) {
    const rows = indicators.map(({ method, isRate, max }, i) => {
      const words = {
        points: '直接打分',
        deduct: '扣分',
        accrue: '累计',
        ratio: '完成率',
        linear: '线性',
        step: '阶梯扣分',
        tiers: '分档',
        require: '有无',
        levels: '等级',
        best: '与最高者比',
        rank: '名次赋分',
      };
      return rule(i + 1, {
        max: Q.formatRational(max),
        method: words[method.code],
        parameters: givenText({ method, isRate }),
      });
    });
    const parsed = parseRules(rows);
    expect(parsed.issues).toEqual([]);
    expect(parsed.schemes[0]!.indicators.map(({ method, isRate }) => ({ method, isRate }))).toEqual(
      indicators.map(({ method, isRate }) => ({ method, isRate })),
    );
  }
});

test.each([
  ['扣分', '每次=0.5; 目标=95%'],
  ['扣分', '轻伤:1; 重伤:3'],
  ['完成率', '目标=80%; 封顶=120%'],
  ['线性', '满分值=0; 零分值=30'],
  ['阶梯扣分', '界限=48; 步长=1; 每档=3; 方向=高于; 取整=进一'],
  ['分档', '>=90%:4; >80%:2.5; 其他:0'],
  ['等级', '好:4; 较好:3; 差:0'],
  ['名次赋分', '每位=0.5'],
  ['与最高者比', ''],
])('%s %s is written as it was read', (method, parameters) => {
  const { schemes } = parseRules([rule(1, { method, parameters })]);
  expect(givenText(schemes[0]!.indicators[0]!)).toBe(parameters);
});
