import type { Rational } from '../../model';
import { Q } from '../../values';
import type { MethodDefinition, MethodOf } from './method';
import { quantity, readAmount, say } from './shared';

type Ratio = MethodOf<'ratio'>;

function share(value: Rational, method: Ratio): Rational {
  return Q.clamp(Q.div(value, method.target), Q.ZERO, method.cap);
}

/** 完成率: in proportion to the target, up to the cap. */
export const ratio: MethodDefinition<Ratio> = {
  code: 'ratio',
  name: '完成率',
  synonyms: ['完成比例', '完成比率', '比例', '比率', '按比例', '按比例得分', '按完成率', '完成程度'],
  titleKey: 'rules.ratio.title',
  parameters: [
    { key: '目标', synonyms: ['目标值', '计划', '任务'], type: 'measure', default: '100%', range: { above: 0 } },
    { key: '封顶', synonyms: ['上限', '封顶值', '最高'], type: 'share', default: '100%', range: { above: 0, to: 100 } },
  ],
  list: 'none',
  example: '目标=100%; 封顶=100%',
  isQualitative: false,
  build: ({ values }) => {
    const target = values.get('目标')!;
    return {
      method: { code: 'ratio', target: target.number!, cap: values.get('封顶')!.number! },
      isRate: target.isPercent,
    };
  },
  expects: (_method, isRate) => (isRate ? 'rate' : 'number'),
  options: () => [],
  read: (cell, format, _method, isRate) => readAmount(cell, format, isRate),
  blank: Q.ZERO,
  isCount: () => false,
  points: (value, method, max) => Q.mul(max, share(value, method)),
  sentence: (method, max, isRate, locale) =>
    say(locale, 'ratio.sentence', { target: quantity(method.target, isRate), cap: Q.formatPercent(method.cap), max }),
  steps: (value, method, max, isRate, _context, locale) => {
    const done = Q.div(value, method.target);
    const data = {
      value: quantity(value, isRate),
      target: quantity(method.target, isRate),
      rate: Q.formatPercent(done),
      max,
    };
    return {
      text: say(locale, 'ratio.steps', {
        ...data,
        share: Q.formatPercent(share(value, method)),
        points: Q.mul(max, share(value, method)),
      }),
      limit: done.n < 0n ? 'floor' : Q.compare(done, method.cap) > 0 ? 'cap' : null,
    };
  },
};
