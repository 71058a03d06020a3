import type { Rational } from '../../model';
import { Q } from '../../values';
import type { MethodDefinition, MethodOf } from './method';
import { EACH, fault, listed, readAmount, readKindsAmount, say } from './shared';

type Accrue = MethodOf<'accrue'>;

function earned(value: Rational, method: Accrue): Rational {
  return method.unit ? Q.mul(method.unit, value) : value;
}

/** 累计: so much for each time or kind, up to M. */
export const accrue: MethodDefinition<Accrue> = {
  code: 'accrue',
  name: '累计',
  synonyms: ['累计得分', '累计计分', '累加', '每次得分', '按次得分', '每次加分', '累计加分'],
  titleKey: 'rules.accrue.title',
  parameters: [EACH],
  list: 'kinds',
  example: '提出:2; 采纳:4',
  isQualitative: false,
  build: ({ values, list }) => {
    const unit = values.get('每次');
    if (unit && list.length > 0) return fault('contradiction', '每次');
    if (!unit && list.length === 0) return fault('missingParameter', '每次');
    return { method: { code: 'accrue', unit: unit?.number ?? null, kinds: list }, isRate: false };
  },
  expects: (method) => (method.kinds.length > 0 ? 'kinds' : 'count'),
  options: (method) => method.kinds.map((kind) => kind.name),
  read: (cell, format, method) =>
    method.kinds.length > 0 ? readKindsAmount(cell, method.kinds) : readAmount(cell, format, false),
  blank: Q.ZERO,
  isCount: () => true,
  points: (value, method, max) => Q.clamp(earned(value, method), Q.ZERO, max),
  sentence: (method, max, _isRate, locale) =>
    method.kinds.length > 0
      ? say(locale, 'accrue.kinds', { kinds: listed(method.kinds, locale), max })
      : say(locale, 'accrue.sentence', { unit: method.unit ?? Q.ZERO, max }),
  steps: (value, method, max, _isRate, _context, locale) => {
    const sum = earned(value, method);
    const data = { unit: method.unit ?? Q.ZERO, value, sum, max, points: Q.clamp(sum, Q.ZERO, max) };
    return {
      text: say(locale, method.unit ? 'accrue.steps' : 'accrue.kindSteps', data),
      limit: Q.compare(sum, max) > 0 ? 'cap' : null,
    };
  },
};
