import { writeFileSync } from 'node:fs';
import { bulletin, feedback, reminders, type DocumentOptions, type Outcome } from '../app';
import { writeDocx } from '../hosts/docx/lazy';
import type { TextDocument } from '../model';
import type { CliOptions } from './options';

/** True when a command line asks for a document. */
export function wantsDocuments({ bulletin: one, feedback: other, reminders: third }: CliOptions): boolean {
  return one !== null || other !== null || third !== null;
}

/** Writes the bulletin, the feedback forms and the reminders that were asked for. */
export async function writeDocuments(outcome: Outcome, options: CliOptions): Promise<void> {
  const wishes: DocumentOptions = {
    locale: options.locale,
    anonymous: options.anonymous,
    issuer: options.issuer,
    dueDay: options.due,
  };
  if (options.bulletin !== null) await writeDocument(options.bulletin, bulletin(outcome, wishes));
  if (options.feedback !== null) await writeDocument(options.feedback, feedback(outcome, wishes));
  if (options.reminders !== null) {
    const texts = reminders(outcome, wishes).map(({ text }) => text);
    // Notepad on older desks knows UTF-8 by its mark and lines by both characters.
    writeFileSync(options.reminders, `\ufeff${texts.join('\n\n').replace(/\n/g, '\r\n')}\r\n`, 'utf8');
  }
}

async function writeDocument(path: string, document: TextDocument): Promise<void> {
  writeFileSync(path, await writeDocx(document));
}
