/** What stands for a number that does not exist. */
export const NONE = '—';

/**
 * Points as shown everywhere: 2 places; the numbers come rounded.
 * @example formatPoints(89.7) // "89.70"
 */
export function formatPoints(points: number): string {
  return Number.isNaN(points) ? NONE : points.toFixed(2);
}

/**
 * A difference of points with its sign.
 * @example formatSigned(-1.5) // "−1.50"
 */
export function formatSigned(points: number): string {
  return points === 0 ? '0.00' : `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(2)}`;
}

/**
 * A rate 0..1 with 2 places of a percentage.
 * @example formatRate(0.9048) // "90.48%"
 */
export function formatRate(rate: number): string {
  return `${(rate * 100).toFixed(2)}%`;
}

/**
 * A goal 0..1 as people say it.
 * @example formatGoal(0.95) // "95%"
 */
export function formatGoal(goal: number): string {
  return `${Number((goal * 100).toFixed(2))}%`;
}

/**
 * A count with its thousands apart.
 * @example formatCount(100000) // "100,000"
 */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
