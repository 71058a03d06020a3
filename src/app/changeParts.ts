import type { ChangeSet } from '../model';

/** Cells that one part holds at most: a few milliseconds for the thread that receives it. */
const PART_CELLS = 20_000;

/** A change set with its long lists left out, and how many entries each had. */
export interface ChangeOutline {
  readonly changes: ChangeSet;
  readonly lengths: readonly number[];
}

/** The change set without its cells: it moves between threads first, its lists follow in parts. */
export function outlineOf(changes: ChangeSet): ChangeOutline {
  return {
    changes: {
      ...changes,
      writes: [],
      highlights: changes.highlights.map((highlight) => ({ ...highlight, ranges: [] })),
      ...(changes.notes && { notes: [] }),
      sheets: changes.sheets.map((sheet) => ({
        ...sheet,
        rowHeights: [],
        merges: [],
        blocks: sheet.blocks.map((block) => ({ ...block, values: [], exceptions: [] })),
      })),
    },
    lengths: listsOf(changes).map((list) => list.length),
  };
}

/** Entries of a list from an index on, as many as make one part. */
export function partOf(changes: ChangeSet, list: number, from: number): readonly unknown[] {
  const entries = listsOf(changes)[list]!;
  const first = entries[from];
  const width = Array.isArray(first) ? Math.max(1, first.length) : 1;
  return entries.slice(from, from + Math.max(1, Math.floor(PART_CELLS / width)));
}

/**
 * The whole change set again: asks for one part after the other, so that a page that waits for them stays alive.
 * The outline must be a copy of its own: its lists are filled.
 */
export async function wholeOf(
  outline: ChangeOutline,
  ask: (list: number, from: number) => Promise<readonly unknown[]>,
): Promise<ChangeSet> {
  for (const [list, entries] of listsOf(outline.changes).entries()) {
    const filled = entries as unknown[];
    while (filled.length < outline.lengths[list]!)
      for (const entry of await ask(list, filled.length)) filled.push(entry);
  }
  return outline.changes;
}

/** The lists that grow with the number of subjects, in a fixed order. */
function listsOf(changes: ChangeSet): (readonly unknown[])[] {
  return [
    changes.writes,
    changes.notes ?? [],
    ...changes.highlights.map(({ ranges }) => ranges),
    ...changes.sheets.flatMap(({ blocks, rowHeights, merges }) => [
      rowHeights,
      merges,
      ...blocks.flatMap(({ values, exceptions = [] }) => [values, exceptions]),
    ]),
  ];
}
