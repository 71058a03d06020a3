import type { CellRef } from './cellRef';
import type { Rational } from './rational';

/** Where a score comes from: 自我评价, 民主评议, 上级党组织考核. */
export type SourceCode = 'self' | 'peer' | 'superior';
export const SOURCES: readonly SourceCode[] = ['self', 'peer', 'superior'];

/** One row of a rule table (考核细则) as found on a sheet, before it is understood; merged labels carried down. */
export interface RuleRow {
  readonly scheme: RuleText;
  readonly dimension: RuleText;
  readonly id: RuleText;
  readonly name: RuleText;
  readonly max: RuleText;
  readonly method: RuleText;
  readonly parameters: RuleText;
  readonly source: RuleText;
  readonly nature: RuleText;
  readonly standard: RuleText;
}

/** Text of one cell of a rule or parameter table; an empty or absent cell has the text "". */
export interface RuleText {
  readonly text: string;
  /** The cell, also when it is empty; null when the table has no such column. */
  readonly place: CellRef | null;
}

/** One row of a parameter sheet (考核参数). */
export interface ParameterRow {
  readonly scheme: RuleText;
  readonly key: RuleText;
  readonly value: RuleText;
}

/** A named amount, e.g. 轻伤:1 of a deduction or 好:4 of a level. */
export interface NamedAmount {
  readonly name: string;
  readonly amount: Rational;
}

/** One line of 分档, e.g. >=90%:6; `bound` null is 其他. */
export interface Tier {
  readonly comparison: '>=' | '<=' | '>' | '<' | 'otherwise';
  readonly bound: Rational | null;
  readonly points: Rational;
}

/** How a raw value becomes points (specification, section 3); rates are fractions (95% is 0.95). */
export type Method =
  | { readonly code: 'points' }
  | {
      readonly code: 'deduct';
      readonly unit: Rational | null;
      readonly target: Rational | null;
      readonly kinds: readonly NamedAmount[];
    }
  | { readonly code: 'accrue'; readonly unit: Rational | null; readonly kinds: readonly NamedAmount[] }
  | { readonly code: 'ratio'; readonly target: Rational; readonly cap: Rational }
  | { readonly code: 'linear'; readonly full: Rational; readonly zero: Rational }
  | {
      readonly code: 'step';
      readonly limit: Rational;
      readonly step: Rational;
      readonly unit: Rational;
      readonly direction: 'below' | 'above';
      readonly rounding: 'whole' | 'up' | 'linear';
    }
  | { readonly code: 'tiers'; readonly tiers: readonly Tier[] }
  | { readonly code: 'require' }
  | { readonly code: 'levels'; readonly levels: readonly NamedAmount[] }
  | { readonly code: 'best' }
  | { readonly code: 'rank'; readonly unit: Rational };

export type MethodCode = Method['code'];

/** What an indicator of 来源=下级 counts: whom, and what they must be. `next` is the layer right below. */
export interface FromBelow {
  readonly who: 'member' | 'branch' | 'next';
  /** 达标, 合格 or better, 优秀 (the top grade). */
  readonly measure: 'attained' | 'qualified' | 'top';
}

/** Indicator (指标): one scored line of a scheme. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  /** Name of its dimension (维度) without the points written beside it; null when the scheme has none. */
  readonly dimension: string | null;
  /** The most that it can give (分值), above 0. */
  readonly max: Rational;
  readonly method: Method;
  /** True for a column of rates: a bare number above 2 in it is a percentage. */
  readonly isRate: boolean;
  /** 定量 or 定性; by the method where the table does not say (specification, section 10, G04). */
  readonly nature: 'quantitative' | 'qualitative';
  /** A rate that the results of the lower level give where nobody typed it (来源=下级); absent for all others. */
  readonly fromBelow?: FromBelow;
  /** 评分标准, for people. */
  readonly standard: string;
  /** Cell of the indicator in the rule table; null in a default scheme. */
  readonly place: CellRef | null;
}

/** What a veto (一票否决) does: 定为, 封顶, or 降档 with 扣分 and 限下一档. */
export type VetoEffect =
  | { readonly type: 'set'; readonly grade: string }
  | { readonly type: 'cap'; readonly grade: string }
  | { readonly type: 'drop'; readonly bands: number; readonly penalty: Rational; readonly holdBelow: boolean };

/** A bonus (加分), a penalty (扣减) or a veto (否决) of a scheme. */
export interface AdjustmentRule {
  readonly id: string;
  readonly name: string;
  readonly type: 'bonus' | 'penalty' | 'veto';
  /** Most that the rule can give or take; null without a cap. */
  readonly cap: Rational | null;
  readonly unit: Rational | null;
  readonly kinds: readonly NamedAmount[];
  readonly effect: VetoEffect | null;
  readonly standard: string;
  readonly place: CellRef | null;
}

/** A dimension (维度) with the full mark that its label states, e.g. 领导班子好（20分）. */
export interface Dimension {
  readonly name: string;
  readonly statedMax: Rational | null;
  readonly place: CellRef | null;
}

/** Scheme (考核方案): one rule set for one kind of subject. */
export interface Scheme {
  readonly name: string;
  /**
   * Which subjects it takes: a default scheme by their 类型, `custom` those of the score sheets that carry its
   * indicators, `table` the rows of one table ranked as it stands (specification, sections 2 and 12).
   */
  readonly kind: 'committee' | 'branch' | 'member' | 'custom' | 'table';
  readonly origin: 'default' | 'workbook';
  readonly dimensions: readonly Dimension[];
  readonly indicators: readonly Indicator[];
  /** Bonuses, penalties and vetoes in the order of the rules. */
  readonly adjustments: readonly AdjustmentRule[];
}

/** What a missing source does: 不计总分, 权重重分配, 按零分. */
export type MissingSource = 'block' | 'redistribute' | 'zero';

/** A grade (等次) and the lowest total that reaches it. */
export interface GradeBand {
  readonly name: string;
  readonly from: Rational;
}

/** A day as "YYYY-MM-DD"; compares as text. */
export type IsoDate = string;

/** What an organization can decide differently, resolved for one scheme (specification, section 9). */
export interface SchemeParameters {
  /** Weights as given (10, 30, 60); scaled when scores are combined. */
  readonly weights: Readonly<Record<SourceCode, Rational>>;
  readonly missing: Readonly<Record<SourceCode, MissingSource>>;
  readonly blankIsZero: boolean;
  /** Best grade first. */
  readonly grades: readonly GradeBand[];
  readonly gradeWithBonus: boolean;
  /** What makes the ranking groups of branches (分组依据); `auto`: 组别, and where nobody has one the superior party. */
  readonly groupBy: 'auto' | 'group' | 'superior';
  /** Share of a group that may keep the top grade (优秀比例上限), 0..1; null without a limit. */
  readonly topGradeQuota: Rational | null;
  readonly rankBy: 'grade' | 'total';
  /** 竞争 1, 2, 2, 4 or 中国式 1, 2, 2, 3. */
  readonly tiePlaces: 'competition' | 'dense';
  /** Names of sources or dimensions, first key first. */
  readonly tieBreak: readonly string[];
  readonly passTotal: Rational;
  /** Share of each dimension's points to be 达标, 0..1. */
  readonly passDimension: Rational;
  /** Goals of the certification rate (达标目标), 0..1. */
  readonly committeeGoal: Rational;
  readonly branchGoal: Rational;
  readonly flags: number;
  /** How often flags are given (红旗周期): only when such a stretch is assessed; null at every assessment. */
  readonly flagCycle: 'month' | 'quarter' | 'half' | 'year' | null;
  readonly bonusCap: Rational;
  readonly totalCap: Rational | null;
  readonly voteWeights: readonly NamedAmount[];
  readonly trimExtremes: boolean;
  readonly minMonths: number | null;
  readonly period: string | null;
  readonly asOf: IsoDate | null;
  readonly graceDays: number;
}
