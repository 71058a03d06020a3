import type { ChangeOutline } from '../app/changeParts';
import { SESSION_DEADLINES } from '../app/sessionDeadlines';
import type { SessionQuestions } from '../app/sessionQuestions';
import type { Summary } from '../app/summary';
import type { WorkerRequest } from '../app/workerClient';
import type { Locale } from '../i18n';
import type { IsoDate, WorkbookSnapshot } from '../model';

/** What the pane can ask of its worker besides the questions of every session. */
export interface Questions extends SessionQuestions {
  /** `memories` are copies of what the workbook remembers besides its own sheet, to be checked. */
  score: {
    ask: { workbook: WorkbookSnapshot; memories: readonly unknown[]; locale: Locale; today: IsoDate };
    answer: Summary;
  };
  /** What the last run writes; its cells are asked for in parts. */
  changes: { ask: { locale: Locale }; answer: ChangeOutline };
  part: { ask: { list: number; from: number; locale: Locale }; answer: readonly unknown[] };
}

/** Milliseconds after which a question is given up. */
export const DEADLINES: Readonly<Record<keyof Questions, number>> = {
  score: 180_000,
  ...SESSION_DEADLINES,
  changes: 60_000,
  part: 20_000,
};

export type Request<Q extends keyof Questions = keyof Questions> = WorkerRequest<Questions, Q>;
