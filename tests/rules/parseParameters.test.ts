import { defaultParameters, defaultSchemes, parameterValue, PARAMETER_SPECS, parseParameters } from '../../src/rules';
import { Q } from '../../src/values';
import { parameterRow } from './build';

test('defaults by kind', () => {
  const committee = defaultParameters('committee');
  expect(committee.weights).toEqual({ self: Q.of(10), peer: Q.of(30), superior: Q.of(60) });
  expect(committee).toMatchObject({
    flags: 3,
    bonusCap: Q.of(5),
    topGradeQuota: null,
    totalCap: null,
    passDimension: Q.of('0.8'),
    graceDays: 5,
  });
  expect(committee.grades.map((band) => [band.name, Q.toNumber(band.from)])).toEqual([
    ['优秀', 90],
    ['良好', 80],
    ['合格', 60],
    ['不合格', 0],
  ]);
  const member = defaultParameters('member');
  expect(member.weights).toEqual({ self: Q.of(10), peer: Q.of(40), superior: Q.of(50) });
  expect(member).toMatchObject({ flags: 0, bonusCap: Q.of(10) });
  expect(defaultParameters('table').flags).toBe(0);
});

test('a row with a 方案 beats a row without, whatever their order', () => {
  const parsed = parseParameters(
    [
      parameterRow(1, '党员五带头', '红旗名额', '2'),
      parameterRow(2, '', '红旗名额', '1'),
      parameterRow(3, '', '同分排序', '上级考核；工作业绩好'),
    ],
    defaultSchemes(),
  );
  expect(parsed.issues).toEqual([]);
  expect(parsed.for('党员五带头', 'member').flags).toBe(2);
  expect(parsed.for('五好党委', 'committee').flags).toBe(1);
  expect(parsed.for('五好党委', 'committee').tieBreak).toEqual(['上级考核', '工作业绩好']);
  expect([parsed.isGiven('五好党委', '红旗名额'), parsed.isGiven('五好党委', '期间')]).toEqual([true, false]);
});

test.each([
  ['30%', '3/10'],
  ['0.3', '3/10'],
  ['1/3', '1/3'],
  ['３０％', '3/10'],
  ['30', '3/10'],
  ['无', null],
  ['130%', undefined],
  ['-1', undefined],
  ['若干', undefined],
])('优秀比例上限 %s is %s', (text, expected) => {
  const value = parameterValue('quota', text);
  expect(value ? `${value.n}/${value.d}` : value).toBe(expected);
});

test.each<[string, string]>([
  ['权重.自评', '101'],
  ['权重.自评', '-1'],
  ['达标线.维度', '120%'],
  ['红旗名额', '1.5'],
  ['红旗名额', '-1'],
  ['等次', '优秀:80; 良好:90'],
  ['等次', '优秀'],
  ['并列', '随便'],
  ['红旗周期', '三年'],
  ['分组依据', '抓阄'],
  ['缺项.自评', '忽略'],
  ['去极值', '也许'],
  ['票数权重', '优秀:120'],
  ['截止日', '年底'],
  ['宽限天数', '五天半'],
  ['达标目标.党委', '101%'],
])('R02 at the value: %s = %s', (key, text) => {
  const parsed = parseParameters([parameterRow(4, '', key, text)], []);
  expect(parsed.issues).toHaveLength(1);
  expect(parsed.issues[0]).toMatchObject({
    code: 'R02',
    variant: 'outOfRange',
    place: { sheet: 1, row: 4, column: 2 },
    data: { parameter: key, text },
  });
  expect(parsed.for('五好党委', 'committee')).toEqual(defaultParameters('committee'));
});

test('R02 at the key, with the nearest one', () => {
  const { issues } = parseParameters([parameterRow(4, '', '红旗数额', '3')], []);
  expect(issues).toMatchObject([
    { variant: 'unknownKey', place: { sheet: 1, row: 4, column: 1 }, data: { text: '红旗数额', options: '红旗名额' } },
  ]);
});

test.each([
  ['同分排序', '上级考核; 没有的维度'],
  ['期间', '随便'],
  ['等次', '优秀:90; 良好:80'],
])('R02 where %s names nothing that there is: %s', (key, text) => {
  const { issues } = parseParameters([parameterRow(4, '', key, text)], defaultSchemes());
  expect(issues).toMatchObject([{ variant: 'outOfRange', place: { sheet: 1, row: 4, column: 2 } }]);
});

test('full-width forms and the words of each choice', () => {
  const parsed = parseParameters(
    [
      parameterRow(1, '', '权重．上级考核', '７０'),
      parameterRow(2, '', '缺项.上级考核', '按零分'),
      parameterRow(3, '', '等次', '好：85；一般：60；差：0'),
      parameterRow(4, '', '排名依据', '总分'),
      parameterRow(5, '', '并列', '中国式'),
      parameterRow(6, '', '空白', '零'),
      parameterRow(7, '', '截止日', '2005年1月20日'),
      parameterRow(8, '', '总分上限', '100'),
      parameterRow(9, '', '参评.最短月数', '12'),
      parameterRow(10, '', '等次含加分', '否'),
    ],
    [],
  );
  expect(parsed.issues).toEqual([]);
  const all = parsed.for('五好党委', 'committee');
  expect(all).toMatchObject({
    rankBy: 'total',
    tiePlaces: 'dense',
    blankIsZero: true,
    asOf: '2005-01-20',
    totalCap: Q.of(100),
    minMonths: 12,
    gradeWithBonus: false,
  });
  expect(all.weights.superior).toEqual(Q.of(70));
  expect(all.missing.superior).toBe('zero');
  expect(all.grades.map((band) => band.name)).toEqual(['好', '一般', '差']);
});

test('how often flags are given, and what makes a group', () => {
  const read = (cycle: string, grouping: string) => {
    const rows = [parameterRow(1, '', '红旗.周期', cycle), parameterRow(2, '', '分组依据', grouping)];
    const { flagCycle, groupBy } = parseParameters(rows, []).for('五好党支部(党总支)', 'branch');
    return [flagCycle, groupBy];
  };
  expect(read('每季度', '上级党委')).toEqual(['quarter', 'superior']);
  expect(read('半年', '组别')).toEqual(['half', 'group']);
  expect(read('不限', '自动')).toEqual([null, 'auto']);
});

test('a parameter given twice: the first counts, the second is D05 at its value', () => {
  const parsed = parseParameters(
    [
      parameterRow(1, '', '红旗名额', '2'),
      parameterRow(2, '五好党委', '红旗名额', '4'),
      parameterRow(3, '', '红旗 名额', '5'),
    ],
    defaultSchemes(),
  );
  expect(parsed.for('党员五带头', 'member').flags).toBe(2);
  expect(parsed.for('五好党委', 'committee').flags).toBe(4);
  expect(parsed.issues).toMatchObject([
    {
      code: 'D05',
      variant: 'parameter',
      place: { sheet: 1, row: 3, column: 2 },
      data: { name: '红旗名额', text: '5' },
    },
  ]);
  expect(parsed.placeOf('五好党委', '红旗名额')).toMatchObject({ row: 2 });
  expect([parsed.placeOf('党员五带头', '红旗名额')?.row, parsed.placeOf('五好党委', '期间')]).toEqual([1, null]);
});

test('every default is a value of its type', () => {
  for (const { type, default: text, defaultOf = {} } of PARAMETER_SPECS) {
    for (const value of [text, ...Object.values(defaultOf)]) expect(parameterValue(type, value)).not.toBeUndefined();
  }
});
