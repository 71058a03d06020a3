import type { ChangeSet, ResultSheet } from '../../../model/changeSet';
import { readMarks } from '../read/snapshot';
import type { SheetEntry, WorkbookPart } from '../read/workbookPart';
import { freeSheetName } from './sheetNames';

/** What becomes of one tab: the user's stay, ours are replaced or removed, new ones follow at the end. */
export type PlannedTab =
  | { readonly kind: 'kept'; readonly before: number; readonly entry: SheetEntry }
  | { readonly kind: 'replaced'; readonly before: number; readonly entry: SheetEntry; readonly sheet: ResultSheet }
  | { readonly kind: 'created'; readonly name: string; readonly sheet: ResultSheet };

export interface TabPlan {
  readonly tabs: readonly PlannedTab[];
  readonly removed: readonly SheetEntry[];
  /** Final names of the result sheets by wanted name in lower case. */
  readonly finalNames: ReadonlyMap<string, string>;
  /** Name of a result sheet that had to stay, since a workbook needs a visible sheet; else null. */
  readonly heldBack: string | null;
}

export function tabName(tab: PlannedTab): string {
  return tab.kind === 'created' ? tab.name : tab.entry.name;
}

export function tabVisibility(tab: PlannedTab): SheetEntry['visibility'] {
  return tab.kind === 'kept' ? tab.entry.visibility : (tab.sheet.visibility ?? 'visible');
}

/**
 * Decides which tab each result sheet takes. A sheet with the same mark is replaced and keeps its name, which the user
 * may have changed and other sheets may refer to; new names avoid all names of the workbook.
 */
export function planTabs(workbook: WorkbookPart, changes: ChangeSet): TabPlan {
  const marks = readMarks(workbook);
  // A sheet without a mark is always a new one.
  const byMark = new Map(changes.sheets.map((sheet) => [sheet.mark === '' ? sheet : sheet.mark, sheet] as const));
  const removedMarks = new Set(changes.removedMarks.filter((mark) => !byMark.has(mark)));
  const tabs: PlannedTab[] = [];
  const removed: SheetEntry[] = [];
  const removable: number[] = [];
  workbook.sheets.forEach((entry, before) => {
    const mark = entry.isWorksheet ? marks.get(before) : undefined;
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
    const [tab] = tabs.splice(at, 1) as [PlannedTab & { kind: 'kept' }];
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
