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
  /** Reads all that scoring needs. */
  snapshot(task: Task): Promise<WorkbookSnapshot>;
  /** Writes a change set, provided that the inputs are still those of the last snapshot. */
  apply(changes: ChangeSet, task: Task): Promise<Report>;
  canUndo(): Promise<boolean>;
  /** Takes back the last write; cells changed since are left alone unless `all`. */
  undo(all: boolean, task: Task): Promise<Report>;
  /** Shows and selects a cell. */
  select(place: Place, locale: Locale): Promise<void>;
  /** Calls back when somebody else has changed cells. */
  onStale(listener: () => void): void;
  /** Sentences about what this program cannot do and what is done instead. */
  limits(locale: Locale): readonly string[];
}
