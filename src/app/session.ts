import type { Locale } from '../i18n';
import { NO_MEMORY, type ChangeSet, type WorkbookSnapshot } from '../model';
import type { WriteDocx } from './documents';
import type { NewFiles } from './newWorkbookFiles';
import type { Reading } from './readWorkbooks';
import type { Answer, Answers, Asked, SessionQuestion } from './sessionQuestions';
import { summarize, type Summary } from './summary';
import type { BuildReport, Outcome, ScoreOptions, ScoreWorkbooks } from './types';

/** The rooms that a session strings together. */
export interface SessionRooms {
  readonly scoreWorkbooks: ScoreWorkbooks;
  readonly buildReport: BuildReport;
  readonly answers: Answers;
  readonly writeDocx: WriteDocx;
  readonly newFiles: NewFiles;
}

/** What a session remembers of its last run; all throw when there was none. */
export interface SessionState {
  outcome(): Outcome;
  /** The outcome of the last run; null before it. */
  lastOutcome(): Outcome | null;
  /** Of the last run, or of what was read anew since. */
  options(): ScoreOptions;
  /** What the workbooks say, as corrected since the last run. */
  reading(): Reading;
  /** Keeps what was read anew after a correction; the outcome stays that of the last run. */
  keep(reading: Reading, options: ScoreOptions): void;
  readonly writeDocx: WriteDocx;
  readonly newFiles: NewFiles;
}

/** One desk's work: the last run is kept, so that its numbers can be explained and written later. */
export interface Session {
  score(workbooks: readonly WorkbookSnapshot[], options: ScoreOptions): Summary;
  answer<Q extends SessionQuestion>(question: Q, ask: Asked<Q>): Answer<Q> | Promise<Answer<Q>>;
  /** Changes to one workbook (its index), or with null a workbook of results only. */
  changes(workbook: number | null, locale: Locale): ChangeSet;
}

/** Starts a session. */
export function createSession(rooms: SessionRooms): Session {
  let last: { readonly outcome: Outcome; readonly options: ScoreOptions } | null = null;
  let corrected: { readonly reading: Reading; readonly options: ScoreOptions } | null = null;
  const run = () => {
    if (!last) throw new Error('nothing has been scored yet');
    return last;
  };
  const state: SessionState = {
    outcome: () => run().outcome,
    lastOutcome: () => last?.outcome ?? null,
    options: () => (corrected ?? run()).options,
    reading: () => corrected?.reading ?? readingOf(run().outcome),
    keep: (reading, options) => void (corrected = { reading, options }),
    writeDocx: rooms.writeDocx,
    newFiles: rooms.newFiles,
  };
  return {
    score(workbooks, options) {
      last = { outcome: rooms.scoreWorkbooks(workbooks, options), options };
      corrected = null;
      return summarize(last.outcome);
    },
    answer: (question, ask) => rooms.answers[question](state, ask),
    changes: (workbook, locale) => rooms.buildReport(state.outcome(), { locale, workbook }),
  };
}

function readingOf({ assessment, memory = NO_MEMORY }: Outcome): Reading {
  return { assessment, memory };
}
