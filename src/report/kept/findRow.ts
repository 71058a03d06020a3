import type { RowKey } from './rowKeys';

/** Finds kept rows again: by all that tells a row apart, else by its name where only one has it on both sides. */
export class RowFinder<T extends RowKey> {
  private readonly strong: ReadonlyMap<string, T>;
  private readonly weak: ReadonlyMap<string, T | null>;
  private readonly taken = new Set<T>();

  constructor(
    private readonly kept: readonly T[],
    wanted: readonly Pick<RowKey, 'strong' | 'weak'>[],
  ) {
    this.strong = new Map(kept.map((row) => [row.strong, row]));
    const isWanted = new Set(wanted.map(({ strong }) => strong));
    const twice = new Set<string>();
    const seen = new Set<string>();
    for (const { weak } of wanted) {
      if (seen.has(weak)) twice.add(weak);
      seen.add(weak);
    }
    const weak = new Map<string, T | null>();
    for (const row of kept) {
      if (row.weak === '' || isWanted.has(row.strong)) continue;
      weak.set(row.weak, weak.has(row.weak) || twice.has(row.weak) ? null : row);
    }
    this.weak = weak;
  }

  /** The kept row of a row; each is given once. */
  find({ strong, weak }: Pick<RowKey, 'strong' | 'weak'>): T | null {
    const found = this.strong.get(strong) ?? (weak === '' ? null : this.weak.get(weak)) ?? null;
    if (!found || this.taken.has(found)) return null;
    this.taken.add(found);
    return found;
  }

  /** Kept rows that nobody asked for. */
  left(): T[] {
    return this.kept.filter((row) => !this.taken.has(row));
  }
}
