import type { Rational } from '../model';
import { Q } from '../values';

/**
 * Rounds parts to hundredths so that they sum to a given number of hundredths: each is rounded down, and what is left
 * over goes to the largest rests. The parts must sum to less than one hundredth beside it.
 * @example apportion([Q.of('33.3333'), Q.of('33.3333'), Q.of('33.3334')], 100) // [33.33, 33.33, 33.34]
 */
export function apportion(parts: readonly Rational[], sum: number): number[] {
  const scaled = parts.map((part) => Q.mul(part, Q.HUNDRED));
  const hundredths = scaled.map((part) => Number(Q.floor(part)));
  const rests = scaled.map((part, i) => Q.sub(part, Q.of(hundredths[i]!)));
  const left = Math.round(sum * 100) - hundredths.reduce((all, part) => all + part, 0);
  const order = parts.map((_, i) => i).sort((a, b) => Q.compare(rests[b]!, rests[a]!) || a - b);
  for (const i of order.slice(0, Math.max(0, left))) hundredths[i]!++;
  return hundredths.map((part) => part / 100);
}
