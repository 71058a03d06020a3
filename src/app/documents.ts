import type { Reminder, TextDocument } from '../model';
import { bulletin, feedback, reminders, type DocumentOptions } from '../report/documents';
import type { SessionState } from './session';

/** A document and the bytes of its .docx file. */
export interface WrittenDocument {
  readonly document: TextDocument;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Writes a document as a .docx file; injected, since files are the business of hosts. */
export type WriteDocx = (document: TextDocument) => Promise<Uint8Array<ArrayBuffer>>;

/** The bulletin of the last run. */
export function bulletinOf(session: SessionState, options: DocumentOptions): Promise<WrittenDocument> {
  return written(session, bulletin(session.outcome(), options));
}

/** The feedback forms of the last run. */
export function feedbackOf(session: SessionState, options: DocumentOptions): Promise<WrittenDocument> {
  return written(session, feedback(session.outcome(), options));
}

/** The reminders of the last run, unit by unit. */
export function remindersOf(session: SessionState, options: DocumentOptions): readonly Reminder[] {
  return reminders(session.outcome(), options);
}

async function written(session: SessionState, document: TextDocument): Promise<WrittenDocument> {
  return { document, bytes: await session.writeDocx(document) };
}
