import type { Rational, Tier } from '../../model';
import type { Locale } from '../../i18n';
import { Q } from '../../values';
import type { MethodDefinition, MethodOf } from './method';
import { fault, quantity, readAmount, say } from './shared';

function holds(tier: Tier, value: Rational): boolean {
  if (tier.bound === null) return true;
  const order = Q.compare(value, tier.bound);
  if (tier.comparison === '>=') return order >= 0;
  if (tier.comparison === '<=') return order <= 0;
  return tier.comparison === '>' ? order > 0 : order < 0;
}

function lineOf(tier: Tier, isRate: boolean, locale: Locale): string {
  if (tier.bound === null) return say(locale, 'tiers.otherwise', { points: tier.points });
  return say(locale, 'tiers.line', {
    comparison: tier.comparison,
    bound: quantity(tier.bound, isRate),
    points: tier.points,
  });
}

/** 分档: the points of the first line that holds; 0 when none does. */
export const tiers: MethodDefinition<MethodOf<'tiers'>> = {
  code: 'tiers',
  name: '分档',
  synonyms: ['分段', '分段得分', '分档得分', '分档计分', '档次', '区间得分', '分档赋分'],
  titleKey: 'rules.tiers.title',
  parameters: [],
  list: 'tiers',
  example: '>=90%:6; >=80%:5; 其他:0',
  isQualitative: false,
  build: (given) => {
    if (given.tiers.length === 0) return fault('missingParameter', '>=');
    const seen = new Set<string>();
    for (const tier of given.tiers) {
      const key = `${tier.comparison}${tier.bound ? Q.formatRational(tier.bound, 12) : ''}`;
      if (seen.has(key)) return fault('contradiction', key, key);
      seen.add(key);
    }
    const lines = given.tiers.map(({ comparison, bound, points }) => ({ comparison, bound, points }));
    return { method: { code: 'tiers', tiers: lines }, isRate: given.tiers.some((tier) => tier.isPercent) };
  },
  expects: (_method, isRate) => (isRate ? 'rate' : 'count'),
  options: () => [],
  read: (cell, format, _method, isRate) => readAmount(cell, format, isRate),
  blank: Q.ZERO,
  isCount: () => false,
  points: (value, method, max) =>
    Q.clamp(method.tiers.find((tier) => holds(tier, value))?.points ?? Q.ZERO, Q.ZERO, max),
  sentence: (method, max, isRate, locale) =>
    say(locale, 'tiers.sentence', {
      max,
      lines: method.tiers.map((tier) => lineOf(tier, isRate, locale)).join(locale === 'zh-CN' ? '；' : '; '),
    }),
  steps: (value, method, max, isRate, _context, locale) => {
    const tier = method.tiers.find((line) => holds(line, value));
    const points = Q.clamp(tier?.points ?? Q.ZERO, Q.ZERO, max);
    const line = tier ? lineOf(tier, isRate, locale) : say(locale, 'tiers.none', {});
    return { text: say(locale, 'tiers.steps', { value: quantity(value, isRate), line, points }), limit: null };
  },
};
