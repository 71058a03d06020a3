import { Q } from '../../values';
import type { MethodDefinition, MethodOf } from './method';
import { readAmount, say } from './shared';

/** 名次赋分: so much off for each place behind the first of the group, higher values first. */
export const rank: MethodDefinition<MethodOf<'rank'>> = {
  code: 'rank',
  name: '名次赋分',
  synonyms: ['名次', '按名次', '排名赋分', '排名', '名次得分', '按名次赋分'],
  titleKey: 'rules.rank.title',
  parameters: [
    {
      key: '每位',
      synonyms: ['每名', '每降1位', '每降一位', '每次', '名次差'],
      type: 'amount',
      default: null,
      range: { above: 0 },
    },
  ],
  list: 'none',
  example: '每位=0.5',
  isQualitative: false,
  build: ({ values }) => ({ method: { code: 'rank', unit: values.get('每位')!.number! }, isRate: false }),
  expects: () => 'number',
  options: () => [],
  read: (cell, format) => readAmount(cell, format, false),
  blank: Q.ZERO,
  isCount: () => false,
  points: (_value, method, max, { place }) => Q.max(Q.ZERO, Q.sub(max, Q.mul(method.unit, Q.of((place ?? 1) - 1)))),
  sentence: (method, max, _isRate, locale) => say(locale, 'rank.sentence', { unit: method.unit, max }),
  steps: (value, method, max, _isRate, { place }, locale) => {
    const rest = Q.sub(max, Q.mul(method.unit, Q.of((place ?? 1) - 1)));
    const data = {
      value,
      place: place ?? 1,
      behind: (place ?? 1) - 1,
      unit: method.unit,
      max,
      points: Q.max(Q.ZERO, rest),
    };
    return { text: say(locale, 'rank.steps', data), limit: rest.n < 0n ? 'floor' : null };
  },
};
