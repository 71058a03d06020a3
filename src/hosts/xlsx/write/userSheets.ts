import type { CellWrite, ChangeSet, Highlight } from '../../../model/changeSet';
import { MARK_NAME } from '../../shared/mark';
import type { PackageEdit } from '../package/packageEdit';
import type { SheetEntry } from '../read/workbookPart';
import type { CellReading } from './cellAt';
import { withHighlights } from './highlights';
import type { ApplyWarning, Refusal } from '../../shared/report';
import type { StyleBook } from './styleBook';
import { tableHeaders } from './tableHeaders';
import { writeCells } from './writeCells';

/** What was done to the user's own sheets. */
export interface UserSheetChanges {
  readonly refused: readonly Refusal[];
  readonly warnings: readonly ApplyWarning[];
  readonly written: number;
  readonly overwroteFormula: boolean;
}

interface SheetWork {
  readonly writes: CellWrite[];
  readonly highlights: Highlight[];
}

/** Writes-backs and highlights by the sheet's name, which is compared without case. */
function workBySheet(changes: ChangeSet): Map<string, SheetWork> {
  const work = new Map<string, SheetWork>();
  const of = (sheet: string): SheetWork => {
    const key = sheet.toLowerCase();
    const found = work.get(key) ?? { writes: [], highlights: [] };
    work.set(key, found);
    return found;
  };
  for (const write of changes.writes) of(write.sheet).writes.push(write);
  for (const highlight of changes.highlights) of(highlight.sheet).highlights.push(highlight);
  return work;
}

/** Writes cells and highlights into the user's sheets, and takes earlier highlights away where there are none now. */
export function changeUserSheets(
  edit: PackageEdit,
  sheets: readonly SheetEntry[],
  changes: ChangeSet,
  tools: CellReading & { readonly styles: () => StyleBook },
): UserSheetChanges {
  const work = workBySheet(changes);
  const refused: Refusal[] = [];
  const warnings: ApplyWarning[] = [];
  let written = 0;
  let overwroteFormula = false;
  for (const sheet of sheets) {
    if (!sheet.isWorksheet || !edit.pkg.has(sheet.part)) continue;
    const { writes, highlights } = work.get(sheet.name.toLowerCase()) ?? { writes: [], highlights: [] };
    work.delete(sheet.name.toLowerCase());
    const isTouched = writes.length > 0 || highlights.length > 0;
    if (!isTouched && !edit.pkg.contains(sheet.part, MARK_NAME)) continue;
    let text = edit.text(sheet.part)!;
    if (writes.length > 0) {
      const done = writeCells(text, writes, { ...tools, tableHeaders: tableHeaders(edit.pkg, sheet.part) });
      text = done.text;
      refused.push(...done.refused);
      written += done.written;
      overwroteFormula ||= done.overwroteFormula;
    }
    edit.set(sheet.part, withHighlights(text, highlights, tools.styles));
  }
  for (const { writes, highlights } of work.values()) {
    for (const write of writes) refused.push({ write, reason: 'noSheet', found: null });
    if (highlights.length > 0) warnings.push({ code: 'sheetMissing', data: { sheet: highlights[0]!.sheet } });
  }
  return { refused, warnings, written, overwroteFormula };
}
