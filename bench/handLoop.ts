import { PARTS } from './indicators';
import type { Members } from './members';

/** What the loop by hand finds, one entry for each member. */
export interface HandScores {
  /** Total in hundredths. */
  readonly total: Int32Array;
  /** 0 优秀 to 3 不合格. */
  readonly grade: Uint8Array;
  readonly rank: Int32Array;
  readonly attained: Uint8Array;
}

/** Steps of a numeric column between two neighbouring values, as a fraction of 1. */
const STEPS = 1000;
/** Lower bounds of the grades, in hundredths. */
const BANDS = [9000, 8000, 6000, 0];

/** Points by raw value for each column: by text of the pool, or by number in steps. */
export function pointTables({ indicators, workbook }: Members): readonly Int32Array[] {
  const indexOf = new Map(workbook.strings.map((text, i) => [text, i]));
  return indicators.map(({ options }) => {
    const isText = typeof options[0]!.value === 'string';
    const slots = options.map(({ value }) =>
      typeof value === 'string' ? indexOf.get(value)! : Math.round(value * STEPS),
    );
    const table = new Int32Array(isText ? workbook.strings.length : Math.max(...slots) + 1);
    options.forEach(({ points }, i) => (table[slots[i]!] = points));
    return table;
  });
}

/**
 * The same scores by the shortest loop that a person would write for this one table: points from tables, exact sums in
 * whole parts, totals rounded half up, grades, ranks of each branch, and who has attained.
 */
export function scoreByHand(members: Members, tables: readonly Int32Array[]): HandScores {
  const { branch, branches, raw, indicators, dimensionMax } = members;
  const count = branch.length;
  const sums = dimensionMax.map(() => new Int32Array(count));
  indicators.forEach(({ dimension, options }, j) => {
    const [column, table, sum] = [raw[j]!, tables[j]!, sums[dimension]!];
    if (typeof options[0]!.value === 'string') for (let i = 0; i < count; i++) sum[i]! += table[column[i]!]!;
    else for (let i = 0; i < count; i++) sum[i]! += table[Math.round(column[i]! * STEPS)]!;
  });
  const total = new Int32Array(count);
  const grade = new Uint8Array(count);
  const attained = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    let parts = 0;
    let all = 1;
    for (let d = 0; d < sums.length; d++) {
      const own = sums[d]![i]!;
      parts += own;
      // A rate is judged on 4 places.
      if (Math.floor((own * 10_000) / (dimensionMax[d]! * PARTS) + 0.5) < 8000) all = 0;
    }
    const points = Math.floor((parts * 100) / PARTS + 0.5);
    total[i] = points;
    let band = 0;
    while (points < BANDS[band]!) band++;
    grade[i] = band;
    attained[i] = points >= 8000 ? all : 0;
  }
  return { total, grade, rank: ranks(total, branch, branches), attained };
}

/** Competition rank in each branch; the grade follows from the total, so the total alone orders. */
function ranks(total: Int32Array, branch: Int32Array, branches: number): Int32Array {
  const starts = new Int32Array(branches + 1);
  for (const b of branch) starts[b + 1]!++;
  for (let b = 0; b < branches; b++) starts[b + 1]! += starts[b]!;
  const next = starts.slice(0, branches);
  const order = new Int32Array(branch.length);
  for (let i = 0; i < branch.length; i++) order[next[branch[i]!]!++] = i;
  const rank = new Int32Array(branch.length);
  for (let b = 0; b < branches; b++) {
    const part = order.subarray(starts[b]!, starts[b + 1]!).sort((x, y) => total[y]! - total[x]!);
    for (let k = 0; k < part.length; k++) {
      rank[part[k]!] = k > 0 && total[part[k]!] === total[part[k - 1]!] ? rank[part[k - 1]!]! : k + 1;
    }
  }
  return rank;
}
