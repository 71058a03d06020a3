import type { CellRef } from './cellRef';
import type { FindingCode } from './issue';
import type { IsoDate } from './rules';

export type Severity = 'high' | 'medium' | 'low';

/** A gap (差距) in words: what is missing, late, wrong or below target, the cell that shows it, and what to do. */
export interface Finding {
  readonly code: FindingCode;
  /** Which case of its code it is: picks the sentence, e.g. "firstHalf" of G16 (see `Issue`). */
  readonly variant: string;
  readonly severity: Severity;
  /** Id of the subject, its name without one, or null. */
  readonly subject: string | null;
  readonly subjectName: string | null;
  readonly scheme: string | null;
  readonly place: CellRef | null;
  /**
   * Day by which the duty was, or is, to be done; of several months that of the first. Null where the rules name no day:
   * duties that are owed at once, data and decisions.
   */
  readonly deadline: IsoDate | null;
  /** How much is owed, 1 or more: months without a report, letters that are not signed; else 1. */
  readonly owed: number;
  readonly message: string;
  readonly messageEn: string;
  readonly action: string;
  readonly actionEn: string;
  /** The gap in a few words, without a full stop, for lists and letters: “2004年2月、3月信息未报送”. */
  readonly brief: string;
  readonly briefEn: string;
}
