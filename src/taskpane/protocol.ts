import type { ChangeOutline } from '../app/changeParts';
import type { LastRunState } from '../app/lastRun';
import { SESSION_DEADLINES } from '../app/sessionDeadlines';
import type { SessionQuestions } from '../app/sessionQuestions';
import type { Summary } from '../app/summary';
import type { WorkerRequest } from '../app/workerClient';
import type { Locale } from '../i18n';
import type { IsoDate, WorkbookSnapshot } from '../model';

/** What the pane can ask of its worker besides the questions of every session. */
export interface Questions extends SessionQuestions {
  /** Opens a file that is scored together with the open workbook; its name becomes none of those that are `taken`. */
  open: {
    ask: { name: string; bytes: Uint8Array; taken: readonly string[]; locale: Locale };
    answer: { readonly name: string };
  };
  /** Puts away a file: an index among those that were opened. */
  close: { ask: { file: number; locale: Locale }; answer: null };
  /**
   * Scores the open workbook together with the files. `memories` are copies of what the workbook remembers besides its
   * own sheet, to be checked. `same` are indices of files that hold what the workbook holds: they were put away.
   * `lastRun` is the run whose results the open workbook holds.
   */
  score: {
    ask: { workbook: WorkbookSnapshot; memories: readonly unknown[]; locale: Locale; today: IsoDate };
    answer: { readonly summary: Summary; readonly same: readonly number[]; readonly lastRun: LastRunState | null };
  };
  /** What the last run writes; its cells are asked for in parts. */
  changes: { ask: { locale: Locale }; answer: ChangeOutline };
  part: { ask: { list: number; from: number; locale: Locale }; answer: readonly unknown[] };
}

/** Milliseconds after which a question is given up. */
export const DEADLINES: Readonly<Record<keyof Questions, number>> = {
  open: 60_000,
  close: 10_000,
  score: 180_000,
  ...SESSION_DEADLINES,
  changes: 60_000,
  part: 20_000,
};

export type Request<Q extends keyof Questions = keyof Questions> = WorkerRequest<Questions, Q>;
