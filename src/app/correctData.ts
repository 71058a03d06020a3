import { editsBetween, NO_CORRECTIONS, type CorrectionEdit, type Memory } from '../model';
import { type DataSummary, summarizeData } from './dataSummary';
import { withEdits, withKnown } from './memories';
import { readWorkbooks } from './readWorkbooks';
import type { SessionState } from './session';

/** What a correction came to. */
export interface Corrected {
  readonly data: DataSummary;
  /** To be kept where the next run finds it. */
  readonly memory: Memory;
  /** What takes it back. */
  readonly undo: readonly CorrectionEdit[];
}

/** What was recognised, as corrected since the last run. */
export function dataOf(session: SessionState): DataSummary {
  const { assessment } = session.reading();
  return summarizeData(assessment, assessment === session.outcome().assessment);
}

/** Corrects what was recognised: the data are read anew, the result stays that of the last run. */
export function correctData(session: SessionState, edits: readonly CorrectionEdit[]): Corrected {
  const before = session.reading().memory;
  const memory = withEdits(before, edits);
  const { workbooks } = session.outcome().assessment;
  const { onProgress: _, ...given } = session.options();
  // What is taken back must not come back from another file.
  const options = { ...given, memory, known: withKnown(given.known ?? NO_CORRECTIONS, edits) };
  session.keep(readWorkbooks(workbooks, options), options);
  return {
    data: dataOf(session),
    memory: session.reading().memory,
    undo: editsBetween(memory.corrections, before.corrections),
  };
}
