import { Q, readNumber } from '../../values';
import type { MethodDefinition, MethodOf } from './method';
import { say } from './shared';

/** 直接打分: the assessor's own points; outside 0..M they are clamped. */
export const points: MethodDefinition<MethodOf<'points'>> = {
  code: 'points',
  name: '直接打分',
  synonyms: ['直接评分', '直接计分', '打分', '评分', '人工打分', '酌情打分', '按分计', '区间打分'],
  titleKey: 'rules.points.title',
  parameters: [],
  list: 'none',
  example: '',
  isQualitative: true,
  build: () => ({ method: { code: 'points' }, isRate: false }),
  expects: () => 'number',
  options: () => [],
  read: (cell, format) => readNumber(cell, format),
  blank: Q.ZERO,
  isCount: () => false,
  points: (value, _method, max) => Q.clamp(value, Q.ZERO, max),
  sentence: (_method, max, _isRate, locale) => say(locale, 'points.sentence', { max }),
  steps: (value, _method, max, _isRate, _context, locale) => ({
    text: say(locale, 'points.steps', { value, max, points: Q.clamp(value, Q.ZERO, max) }),
    limit: value.n < 0n ? 'floor' : Q.compare(value, max) > 0 ? 'cap' : null,
  }),
};
