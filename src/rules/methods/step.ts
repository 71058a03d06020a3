import type { Rational } from '../../model';
import { Q } from '../../values';
import type { MethodDefinition, MethodOf } from './method';
import { quantity, readAmount, say } from './shared';

type Step = MethodOf<'step'>;

/** Whole, begun or exact steps that the value lies beyond the limit. */
function stepsBeyond(value: Rational, method: Step): Rational {
  const distance = method.direction === 'below' ? Q.sub(method.limit, value) : Q.sub(value, method.limit);
  const steps = Q.div(Q.max(Q.ZERO, distance), method.step);
  if (method.rounding === 'linear') return steps;
  return Q.of(method.rounding === 'whole' ? Q.floor(steps) : Q.ceil(steps));
}

/** 阶梯扣分: so much off for each step beyond a limit; a begun step counts as 取整 says. */
export const step: MethodDefinition<Step> = {
  code: 'step',
  name: '阶梯扣分',
  synonyms: ['阶梯', '阶梯式扣分', '每低扣分', '每超扣分', '按档扣分', '梯度扣分'],
  titleKey: 'rules.step.title',
  parameters: [
    { key: '界限', synonyms: ['标准', '标准值', '基准', '限值'], type: 'measure', default: null },
    { key: '步长', synonyms: ['每低', '每超', '级差'], type: 'measure', default: null, range: { above: 0 } },
    {
      key: '每档',
      synonyms: ['每档扣', '每档扣分', '每级', '每步'],
      type: 'amount',
      default: null,
      range: { above: 0 },
    },
    {
      key: '方向',
      synonyms: [],
      type: 'choice',
      default: '低于',
      choices: [
        { code: 'below', word: '低于', synonyms: ['低', '不足', '少于', '小于'] },
        { code: 'above', word: '高于', synonyms: ['高', '超过', '超', '超出', '大于', '多于'] },
      ],
    },
    {
      key: '取整',
      synonyms: ['舍入'],
      type: 'choice',
      default: '整档',
      choices: [
        { code: 'whole', word: '整档', synonyms: ['舍去', '不足一档不扣', '向下', '向下取整'] },
        { code: 'up', word: '进一', synonyms: ['不足一档按一档', '向上', '向上取整', '进位'] },
        { code: 'linear', word: '线性', synonyms: ['按比例', '不取整', '比例'] },
      ],
    },
  ],
  list: 'none',
  example: '界限=95%; 步长=5%; 每档=1',
  isQualitative: false,
  build: ({ values }) => {
    const limit = values.get('界限')!;
    const size = values.get('步长')!;
    const isRate = limit.isPercent || size.isPercent;
    // "步长=1" beside "界限=95%" is one percentage point.
    const isBarePoint =
      isRate && !size.isPercent && Q.compare(size.number!, Q.ONE) >= 0 && Q.compare(size.number!, Q.of(2)) <= 0;
    return {
      method: {
        code: 'step',
        limit: limit.number!,
        step: isBarePoint ? Q.div(size.number!, Q.HUNDRED) : size.number!,
        unit: values.get('每档')!.number!,
        direction: values.get('方向')!.word as Step['direction'],
        rounding: values.get('取整')!.word as Step['rounding'],
      },
      isRate,
    };
  },
  expects: (_method, isRate) => (isRate ? 'rate' : 'number'),
  options: () => [],
  read: (cell, format, _method, isRate) => readAmount(cell, format, isRate),
  blank: Q.ZERO,
  isCount: () => false,
  points: (value, method, max) => Q.clamp(Q.sub(max, Q.mul(method.unit, stepsBeyond(value, method))), Q.ZERO, max),
  sentence: (method, max, isRate, locale) => {
    const data = { limit: quantity(method.limit, isRate), step: quantity(method.step, isRate), unit: method.unit, max };
    const rounding = say(locale, `step.${method.rounding}`, {});
    return say(locale, method.direction === 'below' ? 'step.below' : 'step.above', { ...data, rounding });
  },
  steps: (value, method, max, isRate, _context, locale) => {
    const beyond = stepsBeyond(value, method);
    const rest = Q.sub(max, Q.mul(method.unit, beyond));
    const data = {
      value: quantity(value, isRate),
      limit: quantity(method.limit, isRate),
      steps: beyond,
      unit: method.unit,
      max,
    };
    return {
      text: say(locale, 'step.steps', { ...data, points: Q.max(Q.ZERO, rest) }),
      limit: rest.n < 0n ? 'floor' : null,
    };
  },
};
