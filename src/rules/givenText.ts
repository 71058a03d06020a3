import type { Indicator, NamedAmount, Rational, Tier } from '../model';
import { Q } from '../values';

const PLACES = 10;

function amount(value: Rational): string {
  return Q.formatRational(value, PLACES);
}

function measure(value: Rational, isRate: boolean): string {
  return isRate ? Q.formatPercent(value, PLACES) : amount(value);
}

function kinds(items: readonly NamedAmount[]): string {
  return items.map(({ name, amount: own }) => `${name}:${amount(own)}`).join('; ');
}

function tier({ comparison, bound, points }: Tier, isRate: boolean): string {
  return bound ? `${comparison}${measure(bound, isRate)}:${amount(points)}` : `其他:${amount(points)}`;
}

/** Pairs of keys and values as 参数 writes them; those without a value are left out. */
function pairs(values: Readonly<Record<string, string | null>>): string {
  return Object.entries(values)
    .flatMap(([key, value]) => (value === null ? [] : [`${key}=${value}`]))
    .join('; ');
}

/**
 * The 参数 of an indicator's rule as a rule table writes them: what `parseGiven` reads as the same again.
 * @example givenText(w11) // "每次=0.5; 目标=12"
 */
export function givenText({ method, isRate }: Pick<Indicator, 'method' | 'isRate'>): string {
  switch (method.code) {
    case 'deduct':
      if (method.kinds.length > 0) return kinds(method.kinds);
      return pairs({ 每次: amount(method.unit!), 目标: method.target && measure(method.target, isRate) });
    case 'accrue':
      return method.kinds.length > 0 ? kinds(method.kinds) : pairs({ 每次: amount(method.unit!) });
    case 'ratio':
      return pairs({ 目标: measure(method.target, isRate), 封顶: Q.formatPercent(method.cap, PLACES) });
    case 'linear':
      return pairs({ 满分值: measure(method.full, isRate), 零分值: measure(method.zero, isRate) });
    case 'step':
      return pairs({
        界限: measure(method.limit, isRate),
        步长: measure(method.step, isRate),
        每档: amount(method.unit),
        方向: method.direction === 'below' ? '低于' : '高于',
        取整: { whole: '整档', up: '进一', linear: '线性' }[method.rounding],
      });
    case 'tiers':
      return method.tiers.map((line) => tier(line, isRate)).join('; ');
    case 'levels':
      return kinds(method.levels);
    case 'rank':
      return pairs({ 每位: amount(method.unit) });
    case 'points':
    case 'require':
    case 'best':
      return '';
  }
}
