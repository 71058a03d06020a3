import { withKnown } from '../app/memories';
import { correctionEdits, NO_CORRECTIONS, parseCorrections, type CorrectionEdit, type Corrections } from '../model';

const KEY = 'corrections';
/** A browser keeps a few million characters for a site; this is a small part of it. */
const MOST_CHARACTERS = 500_000;

/** What was corrected in other files, kept by the browser of this machine and sent nowhere. */
export const shelf = {
  /** All of it; nothing where the browser keeps nothing, or somebody spoiled it. */
  read(): Corrections {
    try {
      return parseCorrections(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    } catch {
      return NO_CORRECTIONS;
    }
  },

  /** Adds what a person has said. Beyond the limit what was said first is forgotten. */
  add(edits: readonly CorrectionEdit[]): void {
    let known = withKnown(shelf.read(), edits);
    let text = JSON.stringify(known);
    while (text.length > MOST_CHARACTERS) {
      const all = correctionEdits(known);
      known = withKnown(NO_CORRECTIONS, all.slice(Math.ceil(all.length / 4)));
      text = JSON.stringify(known);
    }
    try {
      localStorage.setItem(KEY, text);
    } catch {
      // Without storage the workbook alone remembers.
    }
  },

  clear(): void {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // There was nothing to forget.
    }
  },
};
