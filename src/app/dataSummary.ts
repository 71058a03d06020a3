import {
  takenBack,
  type Assessment,
  type CorrectionEdit,
  type Reason,
  type RegisterLayout,
  type ScoreLayout,
  type SheetReading,
  type SheetRole,
  type SourceCode,
  type UnfitReason,
  type UnmatchedName,
} from '../model';
import { placeOf, type Place } from './summary';

/** What a sheet was taken for, as the list of the data shows it. */
export interface DataSheet {
  /** Its first cell. */
  readonly place: Place;
  readonly role: SheetRole;
  readonly layout: ScoreLayout | RegisterLayout | null;
  readonly source: SourceCode | null;
  readonly schemes: readonly string[];
  /** Rows from 0. */
  readonly headerRows: readonly number[];
  readonly count: number;
  /** 0..1. */
  readonly confidence: number;
  /** Why: texts `recognise.reason.*`. */
  readonly reasons: readonly Reason[];
  readonly tables: number;
  /** A person has said something of it. */
  readonly isCorrected: boolean;
  /** Columns and rows that hold something and were not understood. */
  readonly open: number;
}

/** A name that no roster has, with its first cell. */
export interface DataName extends Omit<UnmatchedName, 'place'> {
  readonly place: Place;
}

/** One thing that people have corrected. */
export interface DataCorrection {
  readonly edit: CorrectionEdit;
  /** What takes it back. */
  readonly back: CorrectionEdit;
  /** Why it has no effect; null: it has one. */
  readonly unfit: UnfitReason | null;
}

/** What was recognised, so that a person can check and correct it: plain data that moves between threads. */
export interface DataSummary {
  readonly workbooks: readonly string[];
  readonly period: string | null;
  readonly asOf: string;
  readonly sheets: readonly DataSheet[];
  readonly unmatched: readonly DataName[];
  readonly corrections: readonly DataCorrection[];
  /** The last run knew all of it. */
  readonly isScored: boolean;
}

/** What was recognised, in the words of the pane. */
export function summarizeData(assessment: Assessment, isScored: boolean): DataSummary {
  const open = openParts(assessment);
  return {
    workbooks: assessment.workbooks.map(({ name }) => name),
    period: assessment.period?.text ?? null,
    asOf: assessment.asOf,
    sheets: assessment.sheets.map((reading, sheet) => sheetOf(assessment, reading, sheet, open.get(sheet) ?? 0)),
    unmatched: assessment.unmatched.map((name) => ({ ...name, place: placeOf(assessment, name.place) })),
    corrections: assessment.corrections.map(({ edit, unfit }) => ({ edit, back: takenBack(edit), unfit })),
    isScored,
  };
}

function sheetOf(assessment: Assessment, reading: SheetReading, sheet: number, open: number): DataSheet {
  const { role, layout, source, schemes, headerRows, count, confidence, reasons, tables } = reading;
  return {
    place: placeOf(assessment, { sheet, row: 0, column: 0 }),
    role,
    layout,
    source,
    schemes,
    headerRows,
    count,
    confidence,
    reasons,
    tables: tables.length,
    isCorrected: tables.some(
      (table) => table.corrected.length > 0 || [...table.columns, ...table.rows].some((part) => part.isCorrected),
    ),
    open,
  };
}

/** How many columns and rows of each sheet hold values of nothing known (D09). */
function openParts({ issues }: Assessment): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { code, place } of issues)
    if (code === 'D09' && place) counts.set(place.sheet, (counts.get(place.sheet) ?? 0) + 1);
  return counts;
}
