import type { Locale } from '../i18n';
import type { ChangeSet, WorkbookSnapshot } from '../model';
import type { Explanation } from './explanation';
import { summarize, type Summary } from './summary';
import type { BuildReport, Outcome, ScoreOptions, ScoreWorkbooks } from './types';

/** Why a subject (index into the scheme's subjects) has its score. */
export type ExplainSubject = (outcome: Outcome, scheme: number, subject: number, locale: Locale) => Explanation;

/** The rooms that a session strings together. */
export interface SessionRooms {
  readonly scoreWorkbooks: ScoreWorkbooks;
  readonly buildReport: BuildReport;
  readonly explainSubject: ExplainSubject;
}

/** One desk's work: the last run is kept, so that its numbers can be explained and written later. */
export interface Session {
  score(workbooks: readonly WorkbookSnapshot[], options: ScoreOptions): Summary;
  /** `scheme` and `subject` are indices into the summary's schemes and its `subject` column. */
  explain(scheme: number, subject: number, locale: Locale): Explanation;
  /** Changes to one workbook (its index), or with null a workbook of results only. */
  changes(workbook: number | null, locale: Locale): ChangeSet;
}

/** Starts a session; every method but `score` needs a run before it. */
export function createSession(rooms: SessionRooms): Session {
  let last: Outcome | null = null;
  const outcome = (): Outcome => {
    if (!last) throw new Error('nothing has been scored yet');
    return last;
  };
  return {
    score(workbooks, options) {
      last = rooms.scoreWorkbooks(workbooks, options);
      return summarize(last);
    },
    explain: (scheme, subject, locale) => rooms.explainSubject(outcome(), scheme, subject, locale),
    changes: (workbook, locale) => rooms.buildReport(outcome(), { locale, workbook }),
  };
}
