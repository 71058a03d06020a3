import type { Locale } from '../i18n';
import type { ChangeSet, WorkbookSnapshot } from '../model';
import type { Report } from './port';
import type { Place } from './summary';

/** What goes with everything that takes time: the language of its sentences, how far it is (0..1), how to stop it. */
export interface Task {
  readonly locale: Locale;
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/**
 * The open workbook of a spreadsheet program, as the app needs it. Every promise that fails does so with an Error whose
 * message is a sentence for the user, or with an AbortError once the signal was raised.
 */
export interface WorkbookPort {
  /** File name as the user knows it. */
  readonly name: string;
  /** What the workbook told of its last run when it was opened: to be checked; null when it told of none. */
  readonly lastRun: unknown;
  /** Reads all that scoring needs. */
  snapshot(task: Task): Promise<WorkbookSnapshot>;
  /** Writes a change set, provided that the inputs are still those of the last snapshot. */
  apply(changes: ChangeSet, task: Task): Promise<Report>;
  canUndo(): Promise<boolean>;
  /** Takes back the last write; cells changed since are left alone unless `all`. */
  undo(all: boolean, task: Task): Promise<Report>;
  /** Takes the marks of all runs off the user's sheets. */
  clearMarks(locale: Locale): Promise<Report>;
  /** Shows and selects a cell. */
  select(place: Place, locale: Locale): Promise<void>;
  /** Calls back when somebody else has changed cells. */
  onStale(listener: () => void): void;
  /**
   * What the workbook remembers of earlier runs: plain data as it was stored last, to be checked, since the file may come
   * from anywhere; null when it remembers nothing, or something of another version.
   */
  readMemory(locale: Locale): Promise<unknown>;
  /**
   * Makes the workbook remember this instead of what it remembered; it is saved with the file and no cell shows it.
   * @param value plain data that JSON can hold, 60,000 characters at most
   */
  storeMemory(value: unknown, locale: Locale): Promise<void>;
  /** Opens a new workbook, an .xlsx file by its bytes, in a window of its own. */
  openNew(bytes: Uint8Array, locale: Locale): Promise<void>;
  /** Sentences about what this program cannot do and what is done instead. */
  limits(locale: Locale): readonly string[];
}
