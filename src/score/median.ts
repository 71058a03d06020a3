/**
 * Median of some numbers of two decimals, rounded half up to two; NaN entries are left out, without any it is null.
 * @example median([88.7, 90, NaN, 92.41]) // 90
 * @example median([90, 90.01]) // 90.01
 */
export function median(values: Iterable<number>): number | null {
  // Hundredths are whole numbers, so that a mean of two is exact.
  const hundredths = Float64Array.from(values, (value) => Math.round(value * 100)).filter((value) => value === value);
  if (hundredths.length === 0) return null;
  hundredths.sort();
  const middle = hundredths.length >> 1;
  if (hundredths.length % 2 === 1) return hundredths[middle]! / 100;
  return Math.floor((hundredths[middle - 1]! + hundredths[middle]! + 1) / 2) / 100;
}
