import { known, Q, readLevel } from '../../values';
import type { MethodDefinition, MethodOf } from './method';
import { fault, listed, say } from './shared';

/** 等级: the points of the level that the cell names. */
export const levels: MethodDefinition<MethodOf<'levels'>> = {
  code: 'levels',
  name: '等级',
  synonyms: ['定级', '等级评定', '等次', '级别', '分等', '等级打分', '评级', '按等级'],
  titleKey: 'rules.levels.title',
  parameters: [],
  list: 'levels',
  example: '好:4; 较好:3; 一般:2; 差:0',
  isQualitative: true,
  build: ({ list }, max) => {
    if (list.length === 0) return fault('missingParameter', '好');
    const amounts = list.map(({ name, amount, isPercent }) => ({
      name,
      amount: isPercent ? Q.mul(amount, max) : amount,
    }));
    return { method: { code: 'levels', levels: amounts }, isRate: false };
  },
  expects: () => 'level',
  options: (method) => method.levels.map((level) => level.name),
  read: (cell, _format, method) => {
    const reading = readLevel(
      cell,
      method.levels.map((level) => level.name),
    );
    return reading.state === 'value' ? known(method.levels[reading.value]!.amount) : reading;
  },
  blank: Q.ZERO,
  isCount: () => false,
  points: (value, _method, max) => Q.clamp(value, Q.ZERO, max),
  sentence: (method, max, _isRate, locale) =>
    say(locale, 'levels.sentence', { levels: listed(method.levels, locale), max }),
  steps: (value, _method, max, _isRate, _context, locale) => ({
    text: say(locale, 'levels.steps', { points: Q.clamp(value, Q.ZERO, max) }),
    limit: Q.compare(value, max) > 0 ? 'cap' : null,
  }),
};
