import type { CellNote, WorkbookSnapshot } from '../../../model';
import { notesBySheet } from '../../shared/notes';
import type { ChangeSet } from '../../../model';
import type { Job } from './job';
import { type FoundNote, type NoteWay, placeKey } from './notes';

/** Notes of one request piece. */
const CHUNK = 200;

/** What becomes of the notes on one sheet. */
export interface SheetNotes {
  /** Ours that are there already and stay. */
  readonly same: readonly FoundNote[];
  readonly removed: readonly FoundNote[];
  readonly put: readonly CellNote[];
  /** Notes that are not put, since something of somebody else stands at their cells. */
  readonly kept: number;
}

/** The notes of a change set that can be put: on sheets of the user that are there and not protected. */
export function wantedNotes(workbook: WorkbookSnapshot, changes: ChangeSet): CellNote[] {
  const { bySheet } = notesBySheet(changes);
  const sheets = workbook.sheets.filter(({ mark, isProtected }) => mark === null && !isProtected);
  return sheets.flatMap(({ name }) =>
    (bySheet.get(name.toLowerCase()) ?? []).map((note) => ({ ...note, sheet: name })),
  );
}

/** Decides for the notes of one sheet: what is said already stays, other notes of ours go, those of others are left. */
export function planNotes(way: NoteWay, found: readonly FoundNote[], wanted: readonly CellNote[]): SheetNotes {
  const byPlace = new Map(found.map((note) => [placeKey(note), note]));
  const same: FoundNote[] = [];
  const put: CellNote[] = [];
  let kept = 0;
  for (const note of wanted) {
    const there = byPlace.get(placeKey(note));
    if (there?.owner === 'theirs') kept++;
    else if (there && way.isSame(there, note)) same.push(there);
    else put.push(note);
  }
  const staying = new Set(same);
  return { same, removed: found.filter((note) => note.owner === 'ours' && !staying.has(note)), put, kept };
}

/** Jobs that take notes of ours away and put others, in pieces. */
export function* noteJobs(
  sheet: string,
  way: NoteWay,
  { removed, put }: Pick<SheetNotes, 'removed' | 'put'>,
): Generator<Job> {
  for (let at = 0; at < removed.length; at += CHUNK) {
    const part = removed.slice(at, at + CHUNK);
    yield noteJob(sheet, part.length, 300 * part.length, (worksheet) =>
      part.forEach((note) => way.remove(worksheet, note)),
    );
  }
  for (let at = 0; at < put.length; at += CHUNK) {
    const part = put.slice(at, at + CHUNK);
    const bytes = part.reduce((sum, { text }) => sum + 1000 + 3 * text.length, 0);
    yield noteJob(sheet, part.length, bytes, (worksheet) => part.forEach((note) => way.put(worksheet, note)));
  }
}

function noteJob(sheet: string, cells: number, bytes: number, queue: (worksheet: Excel.Worksheet) => void): Job {
  return {
    sheet,
    cells,
    bytes,
    queue({ workbook }) {
      queue(workbook.worksheets.getItem(sheet));
      return () => undefined;
    },
    split: () => null,
  };
}
