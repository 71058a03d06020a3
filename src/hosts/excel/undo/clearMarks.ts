import type { Capabilities } from '../capabilities';
import type { Gateway } from '../gateway';
import { notedPlaces } from '../noted';
import { readBookHead, readSheetHeads } from '../read/structure';
import { type OwnFormat, queueHighlights, readFormulaRules, readOwnFormats } from '../write/highlights';
import { findNotes, NoteWay, queueNoted } from '../write/notes';
import { UNDO_KEY } from './marks';
import { packRecord, type UndoRecord } from './record';

/** What clearing the marks did. */
export interface ClearReport {
  /** Sheets whose marks are gone, and the notes among them. */
  readonly sheets: readonly string[];
  readonly notes: number;
  /** Sheets whose protection keeps the marks. */
  readonly protectedSheets: readonly string[];
  /** Fills were found without anything that says why: a file host put notes, which this Excel cannot reach. */
  readonly leavesNotes: boolean;
}

/**
 * Takes the marks of all runs off the user's sheets: fills, notes, input messages; everything else stays. Marks know
 * themselves, so this works in any session and on a file that another host has marked.
 * @param record the last write; an undo after this brings no earlier marks back
 * @returns what was done, and the record as it is kept now
 */
export async function clearMarks(
  gateway: Gateway,
  capabilities: Capabilities,
  record: UndoRecord | null,
): Promise<{ readonly report: ClearReport; readonly record: UndoRecord | null }> {
  const way = new NoteWay(capabilities);
  const head = await gateway.read(readBookHead);
  const heads = (await gateway.read(readSheetHeads(head.tabs, false))).filter(({ mark }) => mark === null);
  const names = heads.map(({ name }) => name);
  const noted = notedPlaces(head.noted).filter(({ sheet }) => names.includes(sheet));
  const { rules, looked } = await gateway.read((context) => {
    const readers = { rules: readFormulaRules(names)(context), looked: way.read(noted)(context) };
    return () => ({ rules: readers.rules(), looked: readers.looked() });
  });
  const own = await gateway.read(readOwnFormats(rules));
  const found = await findNotes(gateway, way, looked, noted, own);
  const ours = found.filter(({ owner }) => owner === 'ours');
  const formatsOf = (sheet: string): readonly OwnFormat[] => own.get(sheet) ?? [];
  const marked = heads.filter(({ name }) => formatsOf(name).length > 0 || ours.some(({ sheet }) => sheet === name));
  const open = marked.filter(({ isProtected }) => !isProtected).map(({ name }) => name);
  const gone = ours.filter(({ sheet }) => open.includes(sheet));
  const kept = record && { ...record, highlights: [] };
  if (open.length > 0) {
    const text = kept ? (await packRecord(kept, () => gateway.breathe())).text : '';
    await gateway.write((context) => {
      const { worksheets, settings } = context.workbook;
      for (const sheet of open) queueHighlights(worksheets.getItem(sheet), formatsOf(sheet), []);
      for (const note of gone) way.remove(worksheets.getItem(note.sheet), note);
      queueNoted(
        context,
        ours.filter((note) => !gone.includes(note)),
      );
      if (kept) settings.add(UNDO_KEY, text);
      return () => undefined;
    });
  }
  const protectedSheets = marked.filter(({ isProtected }) => isProtected).map(({ name }) => name);
  const leavesNotes = open.length > 0 && ours.length === 0 && !capabilities.has('notes');
  return {
    report: { sheets: open, notes: gone.length, protectedSheets, leavesNotes },
    record: open.length > 0 ? kept : record,
  };
}
