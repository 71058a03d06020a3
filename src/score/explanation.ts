import type { CellRef, SourceCode } from '../model';

/** One statement: words, a number or word beside them, the cell that they come from. */
export interface ExplanationLine {
  readonly text: string;
  readonly value?: string;
  readonly place?: CellRef | null;
  /** A sum stands out, a note stands back, a warning asks for attention. */
  readonly tone?: 'sum' | 'note' | 'warning';
}

export type ExplanationTopic =
  'sources' | 'base' | 'adjustments' | 'total' | 'grade' | 'rank' | 'dimensions' | 'attainment' | 'award';

/** One step of the way to a result. */
export interface ExplanationSection {
  readonly topic: ExplanationTopic;
  readonly heading: string;
  readonly value?: string;
  readonly lines: readonly ExplanationLine[];
}

/** How one indicator (or a whole dimension) came to its points in one source. */
export interface IndicatorExplanation {
  readonly source: SourceCode;
  readonly sourceName: string;
  readonly id: string;
  readonly name: string;
  readonly dimension: string | null;
  readonly reading: 'points' | 'raw';
  /** The cell as written; "" when it is empty or there is none. */
  readonly raw: string;
  readonly place: CellRef | null;
  /** The rule as a sentence. */
  readonly rule: string;
  /** Cell of the indicator in the rule table; null in a default scheme and for a whole dimension. */
  readonly rulePlace: CellRef | null;
  /** The computation in words with numbers, or why there is none. */
  readonly steps: string;
  /** What stopped the computation: the floor 0 or the cap. */
  readonly limit: 'floor' | 'cap' | null;
  /** Rounded to 2 places; null when the cell does not count. */
  readonly points: number | null;
  readonly max: number;
  /** Weight of the source for this subject, 0..1, rounded to 4 places. */
  readonly weight: number;
  /** Points that it brings to the base, rounded to 2 places; null when it does not count. */
  readonly share: number | null;
  /** Points of the base that it leaves out, rounded to 2 places; below 0 above the full mark, null when it does not count. */
  readonly lost: number | null;
}

/** Why a subject has its points, total, grade, rank and award; plain data in one language. */
export interface SubjectExplanation {
  /** Index of the subject in its scheme. */
  readonly subject: number;
  readonly name: string;
  readonly scheme: string;
  readonly indicators: readonly IndicatorExplanation[];
  readonly sections: readonly ExplanationSection[];
}
