import { parseLastRun } from '../model';

/** The run that wrote the results of an open workbook, as the pane tells of it. */
export interface LastRunState {
  /** Day and time of the user's clock, e.g. "2005-01-20 10:32". */
  readonly at: string;
  /** Subjects that got a total. */
  readonly subjects: number;
  /** Whether people have changed something since; null before the workbook has been read. */
  readonly isChanged: boolean | null;
}

/** What a workbook tells without being read; null when it tells of no run, or of something else. */
export function toldLastRun(value: unknown): LastRunState | null {
  const run = parseLastRun(value);
  return run && { at: run.at, subjects: run.subjects, isChanged: null };
}
