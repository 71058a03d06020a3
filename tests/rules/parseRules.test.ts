import { defaultSchemes, DEFAULT_RULE_ROWS, parseRules } from '../../src/rules';
import { Q } from '../../src/values';
import { rule, ruleRow } from './build';

test('the default schemes are whole', () => {
  const schemes = defaultSchemes();
  expect(schemes.map(({ name, kind, origin }) => [name, kind, origin])).toEqual([
    ['五好党委', 'committee', 'default'],
    ['五好党支部(党总支)', 'branch', 'default'],
    ['党员五带头', 'member', 'default'],
  ]);
  for (const scheme of schemes) {
    expect(Q.toNumber(Q.sum(scheme.indicators.map((item) => item.max)))).toBe(100);
    expect(scheme.dimensions).toHaveLength(5);
  }
  expect(schemes.map((scheme) => [scheme.indicators.length, scheme.adjustments.length])).toEqual([
    [25, 13],
    [23, 13],
    [18, 6],
  ]);
  expect(DEFAULT_RULE_ROWS).toHaveLength(98);
});

test('labels carry the full mark of their dimension', () => {
  const { schemes } = parseRules([
    rule(1, { dimension: '领导班子好（20分）' }),
    rule(2, { dimension: '领导班子好（20分）' }),
    rule(3, { dimension: '队伍 素质好\n︻16分︼' }),
    rule(4, { dimension: '' }),
  ]);
  expect(schemes[0]!.dimensions).toEqual([
    { name: '领导班子好', statedMax: Q.of(20), place: { sheet: 0, row: 1, column: 1 } },
    { name: '队伍素质好', statedMax: Q.of(16), place: { sheet: 0, row: 3, column: 1 } },
  ]);
  expect(schemes[0]!.indicators.map((item) => item.dimension)).toEqual([
    '领导班子好',
    '领导班子好',
    '队伍素质好',
    null,
  ]);
});

test('定性 and 定量 follow the method where the table is silent', () => {
  const { schemes } = parseRules([
    rule(1, {}),
    rule(2, { method: '有无' }),
    rule(3, { method: '累计', parameters: '每次=1' }),
    rule(4, { nature: '定量' }),
  ]);
  expect(schemes[0]!.indicators.map((item) => item.nature)).toEqual([
    'qualitative',
    'qualitative',
    'quantitative',
    'quantitative',
  ]);
});

test.each<[string, Parameters<typeof rule>[1], string, string]>([
  ['unknown method', { method: '看着办' }, 'unknownMethod', 'F'],
  ['no method', { method: '' }, 'unknownMethod', 'F'],
  ['max 0', { max: '0' }, 'maxNotPositive', 'E'],
  ['no max', { max: '' }, 'maxNotPositive', 'E'],
  ['max in words', { max: '若干' }, 'badMax', 'E'],
  ['required key missing', { method: '扣分' }, 'missingParameter', 'G'],
  ['step without 步长', { method: '阶梯扣分', parameters: '界限=95%; 每档=1' }, 'missingParameter', 'G'],
  ['tiers without lines', { method: '分档', parameters: '' }, 'missingParameter', 'G'],
  ['misspelt key', { method: '扣分', parameters: '每次=1; 目票=3' }, 'unknownParameter', 'G'],
  ['words for a number', { method: '扣分', parameters: '每次=酌情' }, 'badParameter', 'G'],
  ['negative unit', { method: '扣分', parameters: '每次=-1' }, 'badParameter', 'G'],
  ['step of 0', { method: '阶梯扣分', parameters: '界限=95%; 步长=0; 每档=1' }, 'badParameter', 'G'],
  ['unknown direction', { method: '阶梯扣分', parameters: '界限=9; 步长=1; 每档=1; 方向=左' }, 'badParameter', 'G'],
  ['unit and kinds', { method: '扣分', parameters: '每次=1; 轻伤:1' }, 'contradiction', 'G'],
  ['target and kinds', { method: '扣分', parameters: '轻伤:1; 目标=3' }, 'contradiction', 'G'],
  ['a kind twice', { method: '扣分', parameters: '轻伤:1; 轻伤:2' }, 'contradiction', 'G'],
  ['linear of one point', { method: '线性', parameters: '满分值=5; 零分值=5' }, 'contradiction', 'G'],
  ['a tier twice', { method: '分档', parameters: '>=90%:6; >=90%:5' }, 'contradiction', 'G'],
  ['veto without effect', { method: '否决' }, 'missingParameter', 'G'],
  ['veto with two effects', { method: '否决', parameters: '定为=不合格; 封顶=良好' }, 'contradiction', 'G'],
  ['bonus without amount', { method: '加分' }, 'missingParameter', 'G'],
  ['no name', { id: '', name: '' }, 'missingName', 'D'],
  ['two faults: the first cell', { max: '-1', method: '看着办' }, 'maxNotPositive', 'E'],
])('R01 for %s', (_name, cells, variant, column) => {
  const parsed = parseRules([
    rule(1, { name: '好指标' }),
    rule(2, cells),
    ruleRow(3, { scheme: '乙', id: 'B1', name: '乙一', max: '5', method: '直接打分' }),
  ]);
  expect(parsed.issues).toHaveLength(1);
  const [issue] = parsed.issues;
  expect([issue!.code, issue!.variant, issue!.scheme]).toEqual(['R01', variant, '甲']);
  expect(issue!.place).toEqual({ sheet: 0, row: 2, column: column.charCodeAt(0) - 65 });
  expect(parsed.unscored).toEqual(['甲']);
  expect(parsed.schemes.map((scheme) => scheme.name)).toEqual(['乙']);
  expect(parsed.broken[0]!.indicators.map((item) => item.name)).toContain('好指标');
});

test('of two equal ids the second is at fault, and ids count within a scheme', () => {
  const parsed = parseRules([rule(1, { id: 'X' }), rule(2, { id: 'Ｘ' }), rule(3, { id: 'X', scheme: '乙' })]);
  expect(parsed.issues.map(({ variant, place, data }) => [variant, place, data['id']])).toEqual([
    ['duplicateId', { sheet: 0, row: 2, column: 2 }, 'X'],
  ]);
  expect(parsed.unscored).toEqual(['甲']);
});

test('a table without ids goes by names, told apart by their dimension', () => {
  const parsed = parseRules([rule(1, { id: '', name: '其他' }), rule(2, { id: '', name: '其他', dimension: '队伍' })]);
  expect(parsed.schemes[0]!.indicators.map((item) => item.id)).toEqual(['其他', '队伍其他']);
});

test('bonus, penalty and veto', () => {
  const { schemes } = parseRules([
    rule(1, { method: '加分', parameters: '国家级:3; 集团级:1', max: '5' }),
    rule(2, { method: '扣减', parameters: '每次=3', max: '' }),
    rule(3, { method: '一票否决', parameters: '降档=1；扣分=5；限下一档=是', max: '' }),
  ]);
  const [bonus, penalty, veto] = schemes[0]!.adjustments;
  expect(bonus).toMatchObject({
    type: 'bonus',
    cap: Q.of(5),
    unit: null,
    kinds: [
      { name: '国家级', amount: Q.of(3) },
      { name: '集团级', amount: Q.of(1) },
    ],
  });
  expect(penalty).toMatchObject({ type: 'penalty', cap: null, unit: Q.of(3) });
  expect(veto!.effect).toEqual({ type: 'drop', bands: 1, penalty: Q.of(5), holdBelow: true });
});

test('names of foreign text are only data', () => {
  const { schemes } = parseRules([
    rule(1, { scheme: '__proto__', id: 'constructor', name: 'toString', dimension: 'hasOwnProperty' }),
  ]);
  expect(schemes[0]).toMatchObject({ name: '__proto__', kind: 'custom' });
});
