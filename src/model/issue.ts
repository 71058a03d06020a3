import type { CellRef } from './cellRef';

/** Codes of findings (specification, section 10). */
export type DataCode = 'D01' | 'D02' | 'D03' | 'D04' | 'D05' | 'D06' | 'D07' | 'D08' | 'D09' | 'D10';
export type RuleCode = 'R01' | 'R02';
export type DecisionCode = 'T01' | 'T02' | 'T03';
export type DutyCode =
  | 'G00'
  | 'G01'
  | 'G02'
  | 'G03'
  | 'G04'
  | 'G06'
  | 'G07'
  | 'G08'
  | 'G09'
  | 'G10'
  | 'G11'
  | 'G12'
  | 'G13'
  | 'G15'
  | 'G16'
  | 'G19'
  | 'G20'
  | 'G23'
  | 'G24';
export type FindingCode = DataCode | RuleCode | DecisionCode | DutyCode;

/**
 * Something that was noticed while reading, scoring or judging, before it is put into words. `variant` picks the
 * sentence among several of one code (texts `finding.<code>.<variant>`), `data` fills it in.
 */
export interface Issue {
  readonly code: FindingCode;
  readonly variant: string;
  /** Id of the subject, or its name when it has none; null when it concerns no single subject. */
  readonly subject: string | null;
  /** Name of the subject for people. */
  readonly subjectName: string | null;
  readonly scheme: string | null;
  readonly place: CellRef | null;
  readonly data: Readonly<Record<string, string | number>>;
}
