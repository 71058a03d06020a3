import { NO_CORRECTIONS, withCorrection, type Assessment, type Memory, type WorkbookSnapshot } from '../model';
import { recognise } from '../recognise';
import { memoryOf } from './memories';
import type { ScoreOptions } from './types';

/** What a set of workbooks says, and what is to be remembered of it. */
export interface Reading {
  readonly assessment: Assessment;
  readonly memory: Memory;
}

/** Reads a set of workbooks as people have corrected them, without scoring. */
export function readWorkbooks(workbooks: readonly WorkbookSnapshot[], options: ScoreOptions): Reading {
  const { revision, corrections } = options.memory ?? memoryOf(workbooks, []);
  const assessment = recognise(workbooks, { ...options, corrections });
  // What was said of other files and fits here is remembered here too.
  const kept = assessment.corrections.map(({ edit }) => edit).reduce(withCorrection, NO_CORRECTIONS);
  return { assessment, memory: { revision, corrections: kept } };
}
