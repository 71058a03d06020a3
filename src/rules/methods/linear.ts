import type { Rational } from '../../model';
import { Q } from '../../values';
import type { MethodDefinition, MethodOf } from './method';
import { fault, quantity, readAmount, say } from './shared';

type Linear = MethodOf<'linear'>;

function share(value: Rational, method: Linear): Rational {
  return Q.div(Q.sub(value, method.zero), Q.sub(method.full, method.zero));
}

/** 线性: full points at one value, none at another, in a straight line between. */
export const linear: MethodDefinition<Linear> = {
  code: 'linear',
  name: '线性',
  synonyms: ['线性插值', '插值', '线性得分', '折算', '线性折算', '按分折算'],
  titleKey: 'rules.linear.title',
  parameters: [
    { key: '满分值', synonyms: ['满分', '满分线'], type: 'measure', default: null },
    { key: '零分值', synonyms: ['零分', '零分线', '0分值'], type: 'measure', default: '0' },
  ],
  list: 'none',
  example: '满分值=100; 零分值=0',
  isQualitative: false,
  build: ({ values }) => {
    const full = values.get('满分值')!;
    const zero = values.get('零分值')!;
    if (Q.equals(full.number!, zero.number!)) return fault('contradiction', '零分值', zero.word);
    return {
      method: { code: 'linear', full: full.number!, zero: zero.number! },
      isRate: full.isPercent || zero.isPercent,
    };
  },
  expects: (_method, isRate) => (isRate ? 'rate' : 'number'),
  options: () => [],
  read: (cell, format, _method, isRate) => readAmount(cell, format, isRate),
  blank: Q.ZERO,
  isCount: () => false,
  points: (value, method, max) => Q.mul(max, Q.clamp(share(value, method), Q.ZERO, Q.ONE)),
  sentence: (method, max, isRate, locale) =>
    say(locale, 'linear.sentence', { full: quantity(method.full, isRate), zero: quantity(method.zero, isRate), max }),
  steps: (value, method, max, isRate, _context, locale) => {
    const part = share(value, method);
    const kept = Q.clamp(part, Q.ZERO, Q.ONE);
    const ends = { full: quantity(method.full, isRate), zero: quantity(method.zero, isRate) };
    return {
      text: say(locale, 'linear.steps', {
        ...ends,
        value: quantity(value, isRate),
        max,
        share: Q.formatPercent(kept),
        points: Q.mul(max, kept),
      }),
      limit: part.n < 0n ? 'floor' : Q.compare(part, Q.ONE) > 0 ? 'cap' : null,
    };
  },
};
