import type { CellValue, Indicator } from '../../src/model';
import {
  adjustmentSentence,
  defaultSchemes,
  definitionOf,
  findRule,
  NO_CONTEXT,
  parseRules,
  RULE_DEFINITIONS,
  ruleSentence,
} from '../../src/rules';
import { Q } from '../../src/values';
import { LOCALES, translate } from '../../src/i18n';
import { rule } from './build';

/** The only indicator of a scheme of one row. */
function indicator(method: string, parameters: string, max = '4'): Indicator {
  const parsed = parseRules([rule(1, { method, parameters, max })]);
  expect(parsed.issues).toEqual([]);
  return parsed.schemes[0]!.indicators[0]!;
}

/** Points that a cell gets, or the state of its reading. */
function score(target: Indicator, cell: CellValue, context = NO_CONTEXT, format = 'General'): number | string {
  const definition = definitionOf(target.method);
  const reading = definition.read(cell, format, target.method, target.isRate);
  if (reading.state !== 'value') return reading.state;
  return Q.toNumber(definition.points(reading.value, target.method, target.max, context));
}

test.each<[string, string, string, CellValue, number | string]>([
  ['直接打分', '', '4', 3.5, 3.5],
  ['直接打分', '', '4', 9, 4],
  ['直接打分', '', '4', '扣2分', 0],
  ['扣分', '每次=0.5; 目标=12', '4', 10, 3],
  ['扣分', '每次＝0.5；目标＝12', '4', '13次', 4],
  ['扣分', '目标=12; 每次=0.5', '4', '无', 0],
  ['扣分', '每次=1', '6', 9, 0],
  ['扣分', '每次=1', '6', '无', 6],
  ['扣分', '轻伤:1; 重伤:3', '5', '轻伤2、重伤1', 0],
  ['扣分', '轻伤：1；重伤：3', '5', '轻伤', 4],
  ['扣分', '轻伤:1; 重伤:3', '5', '齐全', 5],
  ['扣分', '轻伤:1; 重伤:3', '5', '擦伤', 'unreadable'],
  ['累计', '每次=2', '12', 15, 12],
  ['累计', '每次=2', '12', 4, 8],
  ['累计', '提出:2; 采纳:4', '6', '提出1、采纳1', 6],
  ['累计', '提出:2; 采纳:4', '6', '提出2、采纳1', 6],
  ['累计', '提出:2; 采纳:4', '6', '提出', 2],
  ['完成率', '目标=100%', '10', '96%', 9.6],
  ['完成率', '', '10', '112%', 10],
  ['完成率', '目标=100%; 封顶=120%', '10', '112%', 11.2],
  ['完成率', '目标=100%', '4', '18/20', 3.6],
  ['完成率', '目标=100%', '4', '已签18份(应签20)', 3.6],
  ['完成率', '目标=100%', '4', '5/0', 'unreadable'],
  ['完成率', '目标=4', '3', 6, 3],
  ['完成率', '目标=4; 封顶=120%', '4', 5, 4.8],
  ['完成率', '目标=4', '3', '3次', 2.25],
  ['完成率', '目标=4', '3', -2, 0],
  ['完成率', '目标=95%', '5', 95, 5],
  ['线性', '满分值=100; 零分值=0', '4', 75, 3],
  ['线性', '满分值=100', '4', 120, 4],
  ['线性', '满分值=0; 零分值=5', '4', 2, 2.4],
  ['线性', '满分值=95%; 零分值=75%', '4', 85, 2],
  ['阶梯扣分', '界限=90%; 步长=10%; 每档=1', '5', '83%', 5],
  ['阶梯扣分', '界限=90%; 步长=10%; 每档=1; 取整=进一', '5', '83%', 4],
  ['阶梯扣分', '界限=90%; 步长=10%; 每档=1; 取整=线性', '5', 0.83, 4.3],
  ['阶梯扣分', '界限=100%; 步长=1%; 每档=1; 方向=高于', '4', '102.5%', 2],
  ['阶梯扣分', '界限=100%; 步长=1%; 每档=1; 方向=高于; 取整=进一', '4', '102.5%', 1],
  ['阶梯扣分', '界限=100%; 步长=1%; 每档=1; 方向=高于; 取整=线性', '4', '102.5%', 1.5],
  ['阶梯扣分', '界限=95; 步长=5%; 每档=1', '5', 80, 2],
  ['阶梯扣分', '界限=95%; 步长=1; 每档=1', '5', 93, 3],
  ['阶梯扣分', '界限=48; 步长=1; 每档=3; 方向=超过', '9', 50, 3],
  ['分档', '>=90%:6; >=80%:5; 其他:0', '6', '90%', 6],
  ['分档', '＞＝90%：6；≥80：5；其他：0', '6', '89.99%', 5],
  ['分档', '90%以上:6; 80%以上:5', '6', 0.7, 0],
  ['分档', '>=2:2; >=1:1; 其他:0', '2', '无', 0],
  ['分档', '>=2:2; >=1:1; 其他:0', '2', '3项', 2],
  ['分档', '<=3:4; <=5:2', '4', 3, 4],
  ['分档', '>3:4; 其他:1', '4', 3, 1],
  ['有无', '', '3', '√', 3],
  ['有无', '', '3', '未完成', 0],
  ['等级', '好:4; 较好:3; 一般:2; 差:0', '4', '良好', 3],
  ['等级', '好:100%; 较好:75%; 差:0', '4', '较好', 3],
  ['等级', '好=4, 差=0', '4', '差', 0],
  ['等级', '好:4; 差:0', '4', '3-4', 'unreadable'],
])('%s %s of %s: %j gives %j', (method, parameters, max, cell, expected) => {
  expect(score(indicator(method, parameters, max), cell)).toBe(expected);
});

test('a bare 5 in a % format is 500%, not 5%', () => {
  expect(score(indicator('完成率', '封顶=600%', '1'), 5, NO_CONTEXT, '0%')).toBe(5);
  expect(score(indicator('完成率', '封顶=600%', '1'), 5)).toBe(0.05);
});

test('best and rank depend on the group', () => {
  expect(score(indicator('与最高者比', '', '10'), 30, { best: Q.of(40), place: null })).toBe(7.5);
  expect(score(indicator('与最高者比', '', '10'), 0, { best: Q.ZERO, place: null })).toBe(0);
  expect(score(indicator('名次赋分', '每位=2', '10'), 30, { best: null, place: 3 })).toBe(6);
  expect(score(indicator('名次赋分', '每位=2', '10'), 30, { best: null, place: 9 })).toBe(0);
});

test.each([
  ['直接评分', 'points'],
  ['每次扣分', 'deduct'],
  ['扣分法', 'deduct'],
  ['分段', 'tiers'],
  ['是否', 'require'],
  ['定级', 'levels'],
  ['deduct', 'deduct'],
  ['一票否决', 'veto'],
  [' 完 成 率 ', 'ratio'],
  ['减分', 'penalty'],
  ['加分项', 'bonus'],
])('%s is %s', (word, code) => expect(findRule(word)?.code).toBe(code));

test('no word means two methods', () => {
  const words = RULE_DEFINITIONS.flatMap(({ name, code, synonyms }) => [name, code, ...synonyms]);
  expect(words.length).toBe(new Set(words).size);
  expect(findRule('估计')).toBeNull();
  expect(findRule('constructor')).toBeNull();
});

test('every rule of the defaults has a sentence without holes in both languages', () => {
  for (const locale of LOCALES) {
    for (const scheme of defaultSchemes()) {
      const sentences = [
        ...scheme.indicators.map((item) => ruleSentence(item, locale)),
        ...scheme.adjustments.map((item) => adjustmentSentence(item, locale)),
      ];
      for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|NaN/u);
    }
    for (const definition of RULE_DEFINITIONS) expect(translate(locale, definition.titleKey)).not.toBe('');
  }
  expect(ruleSentence(defaultSchemes()[0]!.indicators[0]!, 'zh-CN')).toBe(
    '满分4分，以12为目标，每少1扣0.5分，扣完为止。',
  );
});

test('steps show the computation and what stopped it', () => {
  const steps = (target: Indicator, cell: CellValue) => {
    const definition = definitionOf(target.method);
    const reading = definition.read(cell, 'General', target.method, target.isRate);
    if (reading.state !== 'value') throw new Error(reading.state);
    return definition.steps(reading.value, target.method, target.max, target.isRate, NO_CONTEXT, 'zh-CN');
  };
  expect(steps(indicator('扣分', '每次=0.5; 目标=12'), 10)).toEqual({
    text: '目标12，实际10，少2；4 − 0.5 × 2 = 3',
    limit: null,
  });
  expect(steps(indicator('扣分', '每次=1', '6'), 9)).toEqual({ text: '6 − 1 × 9 = 0', limit: 'floor' });
  expect(steps(indicator('完成率', '', '10'), '112%').limit).toBe('cap');
});
