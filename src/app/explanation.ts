import type { Place } from './summary';

/** One statement of an explanation: words on the left, a number or word on the right, the cell that it comes from. */
export interface ExplanationLine {
  readonly text: string;
  readonly value?: string;
  readonly place?: Place;
  /** A sum stands out, a note stands back, a warning asks for attention. */
  readonly tone?: 'sum' | 'note' | 'warning';
}

/** One step of the way to a score, e.g. one source or the grade. */
export interface ExplanationSection {
  readonly heading: string;
  readonly value?: string;
  readonly lines: readonly ExplanationLine[];
}

/** Why a subject has its total, grade, rank and award, in one language and ready to be shown. */
export interface Explanation {
  readonly name: string;
  readonly scheme: string;
  readonly sections: readonly ExplanationSection[];
}
