import type { Locale } from '../i18n';
import type { Assessment, ChangeSet, Corrections, Finding, IsoDate, Memory, Result, WorkbookSnapshot } from '../model';
import type { RunFacts } from '../report';

/** Stages of one run, in order; the app reports them as it goes. */
export type Stage = 'read' | 'recognise' | 'score' | 'findings' | 'report';

/** A check looks for gaps only: nothing is written, not even into a copy. */
export type RunKind = 'score' | 'check';

/** What a run is given besides the workbooks. The clock is passed in: no room asks for the time itself. */
export interface ScoreOptions {
  readonly locale: Locale;
  /** The day of the run; the as-of date (截止日) where neither `asOf` nor a parameter gives one. */
  readonly today: IsoDate;
  /** Wins over the parameter 截止日. */
  readonly asOf?: IsoDate;
  /** Wins over the parameter 期间, e.g. 2004年上半年. */
  readonly period?: string;
  /** What is remembered of these workbooks; left out, what they carry themselves. */
  readonly memory?: Memory;
  /** What was corrected in other files; it counts where it fits. */
  readonly known?: Corrections;
  /** What the host knows of the run, for its record. */
  readonly run?: RunFacts;
  /** `done` is a share 0..1 of the stage. */
  readonly onProgress?: (stage: Stage, done: number) => void;
}

/** Everything that a run found. */
export interface Outcome {
  readonly assessment: Assessment;
  readonly result: Result;
  readonly findings: readonly Finding[];
  /** What the workbooks are to remember: what was corrected, also in other files where it fits here. */
  readonly memory?: Memory;
  /** What the host knows of the run. */
  readonly run?: RunFacts;
}

/** A run: workbooks (given together they count as one set) to what they say, what they score and what is missing. */
export type ScoreWorkbooks = (workbooks: readonly WorkbookSnapshot[], options: ScoreOptions) => Outcome;

/**
 * Result sheets, write-backs and highlights of an outcome. With `workbook` (its index) the change set is for that
 * workbook; null makes a workbook of results only, for a set of several files.
 */
export type BuildReport = (
  outcome: Outcome,
  options: { readonly locale: Locale; readonly workbook: number | null },
) => ChangeSet;
