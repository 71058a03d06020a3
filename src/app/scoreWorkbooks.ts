import { findGaps } from '../findings';
import type { WorkbookSnapshot } from '../model';
import { scoreAssessment } from '../score';
import { readWorkbooks } from './readWorkbooks';
import type { Outcome, ScoreOptions } from './types';

/**
 * The main job: what a set of workbooks says, what it scores and what is missing. Pure but for the progress calls; a
 * caller that must not wait runs it in a worker.
 */
export function scoreWorkbooks(workbooks: readonly WorkbookSnapshot[], options: ScoreOptions): Outcome {
  const progress = options.onProgress ?? (() => undefined);
  progress('recognise', 0);
  const { assessment, memory } = readWorkbooks(workbooks, options);
  progress('score', 0);
  const result = scoreAssessment(assessment);
  progress('findings', 0);
  const findings = findGaps(assessment, result);
  progress('findings', 1);
  return { assessment, result, findings, memory, ...(options.run ? { run: options.run } : {}) };
}
