import type { Rational } from '../../model';
import { Q } from '../../values';
import type { MethodDefinition, MethodOf } from './method';
import { EACH, fault, listed, quantity, readAmount, readKindsAmount, say } from './shared';

type Deduct = MethodOf<'deduct'>;

/** How often, or how far short of the target; kinds come as their summed deduction. */
function times(value: Rational, method: Deduct): Rational {
  return method.target ? Q.max(Q.ZERO, Q.sub(method.target, value)) : value;
}

function loss(value: Rational, method: Deduct): Rational {
  return method.unit ? Q.mul(method.unit, times(value, method)) : value;
}

/** 扣分: so much off for each time, or for each short of the target, or by kinds; never below 0. */
export const deduct: MethodDefinition<Deduct> = {
  code: 'deduct',
  name: '扣分',
  synonyms: ['每次扣分', '按次扣分', '扣分制', '逐次扣分', '倒扣', '分项扣分', '缺项扣分', '扣完为止'],
  titleKey: 'rules.deduct.title',
  parameters: [
    EACH,
    {
      key: '目标',
      synonyms: ['目标值', '应有', '应完成'],
      type: 'measure',
      default: null,
      isOptional: true,
      range: { above: 0 },
    },
  ],
  list: 'kinds',
  example: '每次=0.5; 目标=12',
  isQualitative: false,
  build: ({ values, list }) => {
    const unit = values.get('每次');
    const target = values.get('目标');
    if (unit && list.length > 0) return fault('contradiction', '每次');
    if (target && list.length > 0) return fault('contradiction', '目标');
    if (!unit && list.length === 0) return fault('missingParameter', '每次');
    const method: Deduct = { code: 'deduct', unit: unit?.number ?? null, target: target?.number ?? null, kinds: list };
    return { method, isRate: target?.isPercent ?? false };
  },
  expects: (method, isRate) => (method.kinds.length > 0 ? 'kinds' : isRate ? 'rate' : 'count'),
  options: (method) => method.kinds.map((kind) => kind.name),
  read: (cell, format, method, isRate) =>
    method.kinds.length > 0 ? readKindsAmount(cell, method.kinds) : readAmount(cell, format, isRate),
  blank: Q.ZERO,
  isCount: (_method, isRate) => !isRate,
  points: (value, method, max) => Q.clamp(Q.sub(max, loss(value, method)), Q.ZERO, max),
  sentence: (method, max, isRate, locale) => {
    if (method.kinds.length > 0) return say(locale, 'deduct.kinds', { kinds: listed(method.kinds, locale), max });
    const unit = method.unit ?? Q.ZERO;
    if (!method.target) return say(locale, 'deduct.sentence', { unit, max });
    return say(locale, 'deduct.target', { unit, target: quantity(method.target, isRate), max });
  },
  steps: (value, method, max, isRate, _context, locale) => {
    const off = loss(value, method);
    const rest = Q.sub(max, off);
    const data = {
      loss: off,
      max,
      points: Q.clamp(rest, Q.ZERO, max),
      unit: method.unit ?? Q.ZERO,
      times: times(value, method),
    };
    const key = method.kinds.length > 0 ? 'deduct.kindSteps' : method.target ? 'deduct.targetSteps' : 'deduct.steps';
    const target = method.target ? quantity(method.target, isRate) : '';
    return {
      text: say(locale, key, { ...data, target, value: quantity(value, isRate) }),
      limit: rest.n < 0n ? 'floor' : null,
    };
  },
};
