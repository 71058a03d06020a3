import type { CellNote, CellWrite, ChangeSet, Highlight } from '../../../model/changeSet';
import { MARK_NAME } from '../../shared/mark';
import { notesBySheet } from '../../shared/notes';
import type { SheetEntry } from '../read/workbookPart';
import type { CellReading } from './cellAt';
import { withHighlights } from './highlights';
import type { ApplyWarning, Refusal } from '../../shared/report';
import { mayHaveNotes, withNotes, type NoteTools } from './sheetNotes';
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
  readonly notes: readonly CellNote[];
}

/** Write-backs, highlights and notes by the sheet's name, which is compared without case. */
function workBySheet(changes: ChangeSet, notes: ReadonlyMap<string, CellNote[]>): Map<string, SheetWork> {
  const work = new Map<string, SheetWork>();
  const of = (sheet: string): SheetWork => {
    const key = sheet.toLowerCase();
    const found = work.get(key) ?? { writes: [], highlights: [], notes: notes.get(key) ?? [] };
    work.set(key, found);
    return found;
  };
  for (const write of changes.writes) of(write.sheet).writes.push(write);
  for (const sheet of notes.keys()) of(sheet);
  for (const highlight of changes.highlights) of(highlight.sheet).highlights.push(highlight);
  return work;
}

/** Writes cells and marks into the user's sheets, and takes earlier marks away where there are none now. */
export function changeUserSheets(
  sheets: readonly SheetEntry[],
  changes: ChangeSet,
  tools: CellReading & NoteTools & { readonly styles: () => StyleBook },
): UserSheetChanges {
  const { edit } = tools;
  const { bySheet, leftOut } = notesBySheet(changes);
  const work = workBySheet(changes, bySheet);
  const refused: Refusal[] = [];
  const warnings: ApplyWarning[] = leftOut > 0 ? [{ code: 'notesLeftOut', data: { count: leftOut } }] : [];
  let written = 0;
  let overwroteFormula = false;
  for (const sheet of sheets) {
    if (!sheet.isWorksheet || !edit.pkg.has(sheet.part)) continue;
    const wanted = work.get(sheet.name.toLowerCase());
    const { writes, highlights, notes } = wanted ?? { writes: [], highlights: [], notes: [] };
    work.delete(sheet.name.toLowerCase());
    const isMarked = edit.pkg.contains(sheet.part, MARK_NAME) || mayHaveNotes(edit, sheet.part);
    if (!wanted && !isMarked) continue;
    let text = edit.text(sheet.part)!;
    if (writes.length > 0) {
      const done = writeCells(text, writes, { ...tools, tableHeaders: tableHeaders(edit.pkg, sheet.part) });
      text = done.text;
      refused.push(...done.refused);
      written += done.written;
      overwroteFormula ||= done.overwroteFormula;
    }
    const noted = withNotes(sheet.part, withHighlights(text, highlights, tools.styles), notes, tools);
    edit.set(sheet.part, noted.text);
    if (noted.kept > 0) warnings.push({ code: 'notesKept', data: { sheet: sheet.name, count: noted.kept } });
  }
  for (const { writes, highlights } of work.values()) {
    for (const write of writes) refused.push({ write, reason: 'noSheet', found: null });
    if (highlights.length > 0) warnings.push({ code: 'sheetMissing', data: { sheet: highlights[0]!.sheet } });
  }
  return { refused, warnings, written, overwroteFormula };
}
