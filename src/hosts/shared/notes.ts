import { MAX_NOTES, type CellNote, type ChangeSet } from '../../model';
import { MARK_NAME } from './mark';

/** Stands before the code by which a note of ours is known. */
const SIGNATURE = `—— ${MARK_NAME} `;

/**
 * The text of a note as it is put into a cell: title, text, and a last line with a code over both. By this line the note
 * is known as ours in any program and session; whoever changes its text makes it his own.
 * @example signedNote({ title: "标记", text: "未制定实施方案。" }) // "标记\n未制定实施方案。\n—— PioneerScorecard 1QK2Z7V"
 */
export function signedNote({ title, text }: Pick<CellNote, 'title' | 'text'>): string {
  const body = `${title}\n${text}`;
  return `${body}\n${SIGNATURE}${codeOf(body)}`;
}

/** Whether a note is ours and nobody has changed it; programs may have rewritten its white space. */
export function isOwnNote(content: string): boolean {
  return readNote(content) !== null;
}

/** Title and text of a note of ours; null when it is somebody else's. */
export function readNote(content: string): Pick<CellNote, 'title' | 'text'> | null {
  const at = content.lastIndexOf(SIGNATURE.trim());
  if (at < 0) return null;
  const body = content.slice(0, at);
  if (content.slice(at + SIGNATURE.length - 1).trim() !== codeOf(body)) return null;
  const lines = body.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  return { title: lines[0]!, text: lines.slice(1).join('\n') };
}

/** Notes by the sheet's name in lower case, and how many are left out because there are too many. */
export function notesBySheet({ notes = [], notesLeftOut = 0 }: ChangeSet): {
  readonly bySheet: Map<string, CellNote[]>;
  readonly leftOut: number;
} {
  const bySheet = new Map<string, CellNote[]>();
  for (const note of notes.slice(0, MAX_NOTES)) {
    const key = note.sheet.toLowerCase();
    const list = bySheet.get(key);
    if (list) list.push(note);
    else bySheet.set(key, [note]);
  }
  return { bySheet, leftOut: notesLeftOut + Math.max(0, notes.length - MAX_NOTES) };
}

/** Seven letters and digits that depend on every letter of a text but not on its white space (FNV-1a, 32 bits). */
function codeOf(body: string): string {
  let hash = 0x811c9dc5;
  for (const letter of body.replace(/\s+/g, '')) {
    hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  }
  return hash.toString(36).toUpperCase().padStart(7, '0');
}
