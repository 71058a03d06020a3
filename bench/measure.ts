/** Milliseconds that an action takes. */
export function timed(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Milliseconds of several actions over some rounds, each round one after the other, so that what slows the machine
 * slows them all. The first round is left out: it compiles.
 */
export function interleaved<K extends string>(
  rounds: number,
  actions: Readonly<Record<K, () => unknown>>,
): Record<K, readonly number[]> {
  const times = Object.fromEntries(Object.keys(actions).map((key) => [key, []])) as unknown as Record<K, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const key of Object.keys(actions) as K[]) {
      globalThis.gc?.();
      const time = timed(actions[key]);
      if (round > 0) times[key].push(time);
    }
  }
  return times;
}

/** Median of the ratios of two rows of times, round by round. */
export function medianRatio(times: readonly number[], to: readonly number[]): number {
  return median(times.map((time, i) => time / to[i]!));
}
