import { Q } from '../../values';

/** Mean of numbers with two decimals, rounded half up; null of none. @example meanOf([90, 90.01]) // 90.01 */
export function meanOf(values: readonly number[]): number | null {
  return meanIn(values, 100, 2);
}

/** Mean of rates with four decimals. */
export function meanRate(values: readonly number[]): number | null {
  return meanIn(values, 10_000, 4);
}

/** Share with four decimals, rounded half up; null of none. @example shareOf(2, 3) // 0.6667 */
export function shareOf(part: number, all: number): number | null {
  return all === 0 ? null : Q.roundToNumber(Q.fraction(BigInt(part), BigInt(all)), 4);
}

/** Sums run in whole hundredths, so that they are exact. */
function meanIn(values: readonly number[], scale: number, places: number): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) sum += Math.round(value * scale);
  return Q.roundToNumber(Q.fraction(BigInt(sum), BigInt(scale * values.length)), places);
}

/** The middle of numbers with two decimals, of an even number of them the mean of the two; null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const isOdd = sorted.length % 2 === 1;
  return meanOf([...sorted.subarray(isOdd ? middle : Math.max(0, middle - 1), middle + 1)]);
}

/** Standard deviation of a whole group (not of a sample), rounded to 2 places; null of none. @example deviationOf([80, 90]) // 5 */
export function deviationOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.round(Math.sqrt(square) * 100) / 100;
}

/** Difference of two numbers with two decimals. @example difference(90.1, 89.2) // 0.9 */
export function difference(a: number, b: number): number {
  return (Math.round(a * 100) - Math.round(b * 100)) / 100;
}

/** Lowest and highest; null of none. */
export function rangeOf(values: readonly number[]): { low: number; high: number } | null {
  if (values.length === 0) return null;
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}
