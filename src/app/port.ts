import type { Locale } from '../i18n';
import type { ChangeSet } from '../model';
import type { Opening } from './fileQueue';
import type { LastRunState } from './lastRun';
import type { NewFile } from './newWorkbookFiles';
import type { ChangePreview } from './preview';
import type { Answer, Asked, SessionQuestion } from './sessionQuestions';
import type { Place, Summary } from './summary';
import type { RunKind, Stage } from './types';

/** How far a run has come: `done` is a share 0..1 of the stage. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
}

/** What was done to the open workbook, in sentences for the user. */
export interface Report {
  readonly done: string;
  /** What was left out or should be known, with its reason; empty when there is nothing. */
  readonly warnings: readonly string[];
  /** Addresses of the cells and names of the sheets that an undo left alone, as they were changed after the write. */
  readonly kept: readonly string[];
}

/** What is known of an open workbook that goes on living while its results are shown; a new object with each change. */
export interface LiveState {
  /** Cells have changed since the last run. */
  readonly isStale: boolean;
  /** The last write can be taken back. */
  readonly canUndo: boolean;
  /** Sentences about what this Excel cannot do and what is done instead. */
  readonly limits: readonly string[];
}

/** What a place remembers besides what the workbooks remember themselves. */
export interface Remembered {
  /** How many things were corrected. */
  count(): number;
  forget(): void;
}

/** Files of the user, chosen or dropped: units send in theirs, and together they are one set. */
export interface UnitFiles {
  /** Index of the first workbook that is such a file: 1 beside an open workbook, 0 where files are all there is. */
  readonly first: number;
  /** What is being opened, as one value that changes only when it does; problems that are told elsewhere are none here. */
  opening(): Opening;
  /** Opens files one after the other; those that cannot be opened become problems. */
  add(files: readonly File[], locale: Locale): Promise<void>;
  /** Puts away a file by the index of its workbook. */
  remove(workbook: number): Promise<void>;
  dismiss(problem: string): void;
}

/**
 * What the task pane asks of the place that it lives in: Excel, or the browser edition. Every promise that fails does
 * so with an Error whose message is a sentence for the user in the language that was asked for.
 */
export interface Host {
  /** Results go into the open workbook when the user says so, or at once into a copy that the user saves. */
  readonly target: 'workbook' | 'copy';
  readonly files: UnitFiles;
  /** What was corrected in other files; null where the workbooks alone remember. */
  readonly remembered: Remembered | null;
  /** Names of the open workbooks, as one value that changes only when they do. */
  workbooks(): readonly string[];
  /** What may have changed besides the names; null where nobody else edits the workbooks. */
  live(locale: Locale): LiveState | null;
  /** The run of an earlier day whose results the open workbook holds, as one value that changes only when it does. */
  lastRun(): LastRunState | null;
  /** Calls back after the open workbooks or their state have changed; gives the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Reads the open workbooks and scores them. Rejects with an AbortError when the signal is raised. */
  run(kind: RunKind, locale: Locale, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Summary>;
  /** Asks about the last run, in the language that the question names. */
  ask<Q extends SessionQuestion>(question: Q, ask: Asked<Q>): Promise<Answer<Q>>;
  /** Shows and selects a cell of the workbooks that were scored. */
  select(place: Place, locale: Locale): Promise<void>;
  /** What the last run would write, or has written into the copy. */
  preview(locale: Locale): Promise<ChangePreview>;
  /**
   * Writes the results into the open workbook, `onProgress` with a share 0..1; between chunks the signal stops it, and
   * what was written by then can be undone. Of no use where the target is a copy.
   */
  write(locale: Locale, onProgress: (done: number) => void, signal: AbortSignal): Promise<Report>;
  /**
   * Writes what the user decided in the pane (rules, parameters) into the open workbook, or into the copy of it that is
   * held here. Results of the last run are out of date after it.
   */
  amend(changes: ChangeSet, locale: Locale): Promise<Report>;
  /**
   * Takes back the last write, with `all` also in cells that were changed since; stopped by the signal, it can be run
   * again. Of no use for a copy.
   */
  undo(locale: Locale, all: boolean, onProgress: (done: number) => void, signal: AbortSignal): Promise<Report>;
  /**
   * Takes the marks of all runs (fills, notes) off the user's sheets, of the open workbook or of the scored copy; what is
   * in the cells stays.
   */
  clearMarks(locale: Locale): Promise<Report>;
  /** Opens a new workbook: in a window of its own beside the open one, or on the desk. */
  openNew(file: NewFile, locale: Locale): Promise<void>;
  /** Saves the scored copy; of no use where the target is the open workbook. */
  save(locale: Locale): Promise<void>;
}
