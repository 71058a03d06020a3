import type { LastRunState } from '../app/lastRun';
import type { Report } from '../app/port';
import type { ChangePreview } from '../app/preview';
import { SESSION_DEADLINES } from '../app/sessionDeadlines';
import type { SessionQuestions } from '../app/sessionQuestions';
import type { Summary } from '../app/summary';
import type { RunKind } from '../app/types';
import type { WorkerReply, WorkerRequest } from '../app/workerClient';
import type { Locale } from '../i18n';
import type { ChangeSet, IsoDate } from '../model';
import type { SavedFile } from '../taskpane/download';
import type { SheetView } from '../hosts/xlsx';

/** A workbook as the tabs need it: its name and those of its visible sheets, in order. */
export interface OpenWorkbook {
  readonly name: string;
  /** `index` counts all sheets, the hidden ones too. */
  readonly sheets: readonly { readonly name: string; readonly index: number; readonly isResult: boolean }[];
  /** The run of an earlier day whose results it holds. */
  readonly lastRun: LastRunState | null;
}

/** What the page can ask of the worker besides the questions of every session. */
export interface Questions extends SessionQuestions {
  /** `isInstead`: once it has been read, the file takes the place of whatever is open. */
  open: { ask: { name: string; bytes: Uint8Array; locale: Locale; isInstead: boolean }; answer: OpenWorkbook };
  close: { ask: { workbook: number }; answer: null };
  view: { ask: { workbook: number; sheet: number; locale: Locale }; answer: SheetView };
  /**
   * The workbooks as they are after the run: with result sheets, or with a workbook of results behind them; after a
   * check as they were. `memory` is what was corrected in this sitting, `known` what was corrected in other files; both
   * are checked.
   */
  score: {
    ask: { kind: RunKind; locale: Locale; today: IsoDate; memory?: unknown; known?: unknown };
    answer: { summary: Summary; workbooks: readonly OpenWorkbook[]; warnings: readonly string[] };
  };
  /** Changes a file as it is held here; the bytes are those of the changed file. */
  amend: {
    ask: { changes: ChangeSet; locale: Locale };
    answer: { workbook: number; opened: OpenWorkbook; bytes: Uint8Array<ArrayBuffer>; report: Report };
  };
  /** Takes the marks off the scored copy. */
  clearMarks: { ask: { locale: Locale }; answer: { workbook: number; opened: OpenWorkbook; report: Report } };
  preview: { ask: { locale: Locale }; answer: ChangePreview };
  save: { ask: { locale: Locale }; answer: SavedFile };
}

export type Question = keyof Questions;

/** Milliseconds after which a question is given up: foreign files can be made to take for ever. */
export const DEADLINES: Readonly<Record<Question, number>> = {
  open: 60_000,
  close: 10_000,
  view: 60_000,
  score: 180_000,
  ...SESSION_DEADLINES,
  amend: 60_000,
  clearMarks: 60_000,
  preview: 60_000,
  save: 60_000,
};

export type Request<Q extends Question = Question> = WorkerRequest<Questions, Q>;
export type Reply = WorkerReply;
