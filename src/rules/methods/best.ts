import type { Rational } from '../../model';
import { Q } from '../../values';
import type { MethodDefinition, MethodOf, PointsContext } from './method';
import { readAmount, say } from './shared';

function share(value: Rational, { best }: PointsContext): Rational {
  return best === null || best.n <= 0n ? Q.ZERO : Q.clamp(Q.div(value, best), Q.ZERO, Q.ONE);
}

/** 与最高者比: in proportion to the group's highest value. */
export const best: MethodDefinition<MethodOf<'best'>> = {
  code: 'best',
  name: '与最高者比',
  synonyms: ['与最高比', '最高者比', '与第一名比', '比最高', '与最高值比'],
  titleKey: 'rules.best.title',
  parameters: [],
  list: 'none',
  example: '',
  isQualitative: false,
  build: () => ({ method: { code: 'best' }, isRate: false }),
  expects: () => 'number',
  options: () => [],
  read: (cell, format) => readAmount(cell, format, false),
  blank: Q.ZERO,
  isCount: () => false,
  points: (value, _method, max, context) => Q.mul(max, share(value, context)),
  sentence: (_method, max, _isRate, locale) => say(locale, 'best.sentence', { max }),
  steps: (value, _method, max, _isRate, context, locale) => ({
    text: say(locale, 'best.steps', {
      value,
      best: context.best ?? Q.ZERO,
      max,
      points: Q.mul(max, share(value, context)),
    }),
    limit: value.n < 0n ? 'floor' : null,
  }),
};
