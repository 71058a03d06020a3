import type { WorkbookSnapshot } from '../model';
import { lastRunIn } from '../report';
import { inputSum } from './inputSum';
import type { LastRunState } from './lastRun';

/** What a workbook that has been read tells of its last run; null when it was never scored. */
export function lastRunOf(workbook: WorkbookSnapshot): LastRunState | null {
  const run = lastRunIn(workbook);
  return run && { at: run.at, subjects: run.subjects, isChanged: inputSum(workbook) !== run.sum };
}
