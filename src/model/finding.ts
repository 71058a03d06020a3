import type { CellRef } from './cellRef';
import type { FindingCode } from './issue';

export type Severity = 'high' | 'medium' | 'low';

/** A gap (差距) in words: what is missing, late, wrong or below target, the cell that shows it, and what to do. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Id of the subject, its name without one, or null. */
  readonly subject: string | null;
  readonly subjectName: string | null;
  readonly scheme: string | null;
  readonly place: CellRef | null;
  readonly message: string;
  readonly messageEn: string;
  readonly action: string;
  readonly actionEn: string;
}
