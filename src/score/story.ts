import type { CellRef, SourceCode, SubjectStatus } from '../model';
import type { ExplanationSection, IndicatorExplanation } from './explanation';

/** Own points beside the full mark and the group's median: what one bar shows. Rounded to 2 places, rates to 4. */
export interface StoryBar {
  readonly name: string;
  /** Null when the subject has none. */
  readonly points: number | null;
  readonly max: number;
  /** points / max, 0..1; above 1 where 封顶 allows it. */
  readonly rate: number | null;
  /** Median of the ranked subjects of the group, this one included; null when none has any. */
  readonly median: number | null;
}

/** A source (来源) of a subject: its score out of 100 and what it means for the base. */
export interface SourceStory extends StoryBar {
  readonly code: SourceCode;
  /** Share of the base for this subject, 0..1, rounded to 4 places; 0 when the source does not count. */
  readonly weight: number;
  /** Points of the base that it brings, and that it leaves out: weight × score and weight × (100 − score). */
  readonly brings: number;
  readonly lost: number;
  /** How the score came about, in one sentence. */
  readonly how: string;
  readonly place: CellRef | null;
}

/** An indicator of one source with the median of its points. */
export interface IndicatorStory extends IndicatorExplanation {
  readonly median: number | null;
}

/** One row of 加分扣分 as written. */
export interface AdjustmentRowStory {
  /** 分值 or 次数 as written; "" when both are empty, which counts once. */
  readonly written: string;
  readonly basis: string;
  readonly date: string;
  readonly place: CellRef;
}

/** A bonus, a penalty or a veto with the rows that it rests on. */
export interface AdjustmentStory {
  readonly type: 'bonus' | 'penalty' | 'veto';
  readonly id: string;
  readonly name: string;
  /** The rule as a sentence. */
  readonly rule: string;
  /** Cell of the rule; null in a default scheme. */
  readonly rulePlace: CellRef | null;
  /** Points after the rule's own cap, always ≥ 0; null for a veto. */
  readonly points: number | null;
  /** False for a veto whose row says that it does not apply. */
  readonly applies: boolean;
  readonly rows: readonly AdjustmentRowStory[];
}

/** Why a subject stands where it stands, as data for bars, lists and links; numbers rounded to 2 places. */
export interface SubjectStory {
  /** Index of the subject in its scheme. */
  readonly subject: number;
  readonly id: string | null;
  readonly name: string;
  readonly scheme: string;
  readonly group: string | null;
  /** Cell that names the subject. */
  readonly place: CellRef;
  readonly status: SubjectStatus;
  readonly total: number | null;
  readonly base: number | null;
  readonly bonus: number;
  readonly penalty: number;
  /** Index into `grades`; null without a grade. */
  readonly grade: number | null;
  /** Names of the grades, best first. */
  readonly grades: readonly string[];
  readonly rank: number | null;
  /** Ranked subjects of the group. */
  readonly groupSize: number;
  readonly sources: readonly SourceStory[];
  readonly dimensions: readonly StoryBar[];
  /** Most points of the base lost first. */
  readonly indicators: readonly IndicatorStory[];
  readonly adjustments: readonly AdjustmentStory[];
  /** The same in sentences: how the base, the total, the grade, the rank, 达标 and the award came about. */
  readonly sections: readonly ExplanationSection[];
}
