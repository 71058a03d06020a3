import type { ChangeSet, ResultSheet } from '../../model/changeSet';
import { freeSheetName } from './sheetNames';

/** A tab of the workbook as a host knows it. */
export interface TabEntry {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
}

/** What becomes of one tab: the user's stay, ours are replaced or removed, new ones follow at the end. */
export type PlannedTab<T extends TabEntry> =
  | { readonly kind: 'kept'; readonly before: number; readonly entry: T }
  | { readonly kind: 'replaced'; readonly before: number; readonly entry: T; readonly sheet: ResultSheet }
  | { readonly kind: 'created'; readonly name: string; readonly sheet: ResultSheet };

export interface TabPlan<T extends TabEntry> {
  readonly tabs: readonly PlannedTab<T>[];
  readonly removed: readonly T[];
  /** Final names of the result sheets by wanted name in lower case. */
  readonly finalNames: ReadonlyMap<string, string>;
  /** Name of a result sheet that had to stay, since a workbook needs a visible sheet; else null. */
  readonly heldBack: string | null;
}

export function tabName(tab: PlannedTab<TabEntry>): string {
  return tab.kind === 'created' ? tab.name : tab.entry.name;
}

export function tabVisibility(tab: PlannedTab<TabEntry>): TabEntry['visibility'] {
  return tab.kind === 'kept' ? tab.entry.visibility : (tab.sheet.visibility ?? 'visible');
}

/**
 * Decides which tab each result sheet takes. A sheet with the same mark is replaced and keeps its name, which the user
 * may have changed and other sheets may refer to; new names avoid all names of the workbook.
 * @param marks marks of the sheets that this product wrote, by the position of their tab
 */
export function planTabs<T extends TabEntry>(
  entries: readonly T[],
  marks: ReadonlyMap<number, string>,
  changes: ChangeSet,
): TabPlan<T> {
  // A sheet without a mark is always a new one.
  const byMark = new Map(changes.sheets.map((sheet) => [sheet.mark === '' ? sheet : sheet.mark, sheet] as const));
  const removedMarks = new Set(changes.removedMarks.filter((mark) => !byMark.has(mark)));
  const tabs: PlannedTab<T>[] = [];
  const removed: T[] = [];
  const removable: number[] = [];
  entries.forEach((entry, before) => {
    const mark = marks.get(before);
    const sheet = mark === undefined ? undefined : byMark.get(mark);
    if (sheet) {
      byMark.delete(sheet.mark);
      tabs.push({ kind: 'replaced', before, entry, sheet });
    } else {
      // Two sheets of one mark come from a tab that the user copied: the copy is his.
      if (mark !== undefined && removedMarks.has(mark)) removable.push(tabs.length);
      tabs.push({ kind: 'kept', before, entry });
    }
  });
  const taken = new Set(tabs.map((tab) => tabName(tab).toLowerCase()));
  for (const sheet of byMark.values()) {
    const name = freeSheetName(sheet.name, taken);
    taken.add(name.toLowerCase());
    tabs.push({ kind: 'created', name, sheet });
  }
  let heldBack: string | null = null;
  for (const at of removable.reverse()) {
    const [tab] = tabs.splice(at, 1) as [PlannedTab<T> & { kind: 'kept' }];
    if (tabs.some((other) => tabVisibility(other) === 'visible')) removed.unshift(tab.entry);
    else {
      heldBack = tab.entry.name;
      tabs.splice(at, 0, tab);
    }
  }
  const finalNames = new Map<string, string>();
  for (const tab of tabs) if (tab.kind !== 'kept') finalNames.set(tab.sheet.name.toLowerCase(), tabName(tab));
  return { tabs, removed, finalNames, heldBack };
}
