import { createContext, useContext } from 'react';
import type { Opening } from '../app/fileQueue';
import type { Host } from '../app/port';
import type { Corrected } from '../app/correctData';
import type { Place, Summary } from '../app/summary';
import type { RunKind } from '../app/types';
import type { CorrectionEdit } from '../model';
import type { ToolKey } from './tools';

/** What every part of the pane may need: its host, the last run, and what it can ask the pane to do. */
export interface PaneContextValue {
  readonly host: Host;
  /** Names of the open workbooks, in the order in which places count them. */
  readonly workbooks: readonly string[];
  /** Files that are being opened. */
  readonly opening: Opening;
  /** Of the last run; null before it. */
  readonly summary: Summary | null;
  /** Something runs or is being written: nothing else may be started. */
  readonly isBusy: boolean;
  /** Shows a cell, unless it is in a file beside the open workbook. */
  readonly go: (place: Place) => void;
  /** Shows why a subject has its score; both are indices of the summary. */
  readonly why: (scheme: number, subject: number) => void;
  /** Tells the user of a failure. */
  readonly fail: (problem: unknown) => void;
  readonly run: (kind: RunKind) => void;
  /** Adds files to what is scored; who has looked at the data sees at once what they are taken for. */
  readonly addFiles: (files: readonly File[]) => void;
  /** Puts a file away by the index of its workbook. */
  readonly removeFile: (workbook: number) => void;
  /** Corrects what was recognised; results are those from before until the next run. */
  readonly correct: (edits: readonly CorrectionEdit[]) => Promise<Corrected>;
  /** The data were corrected since the last run. */
  readonly isOutdated: boolean;
  /** Opens a tool, for a scheme of the summary where it matters. */
  readonly openTool: (tool: ToolKey, scheme?: number) => void;
  readonly startTour: () => void;
}

export const PaneContext = createContext<PaneContextValue | null>(null);

/** The pane around a part of it. */
export function usePane(): PaneContextValue {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('outside the pane');
  return pane;
}

/** The last run, for parts that are shown only after one. */
export function useSummary(): Summary {
  const { summary } = usePane();
  if (!summary) throw new Error('shown before a run');
  return summary;
}
