import type { Locale } from '../i18n';
import type { ChangeSet, RegisterLayout, SubjectKind } from '../model';

/** A party organization to be entered in 单位名册; what is not known is "". */
export interface RosterUnit {
  readonly id: string;
  readonly name: string;
  readonly alias: string;
  /** 上级 */
  readonly parent: string;
  /** Null where nobody said it: its name and the schemes decide (see `settleKinds`). */
  readonly kind: SubjectKind | null;
  readonly group: string;
  readonly secretary: string;
  readonly memberCount: string;
  readonly founded: string;
  /** 参评 */
  readonly takesPart: boolean;
  /** 联系领导 */
  readonly leader: string;
}

/** A member to be entered in 党员名册. */
export interface RosterMember {
  readonly id: string;
  readonly name: string;
  /** 所在支部 */
  readonly branch: string;
  /** 类别 */
  readonly class: string;
  readonly takesPart: boolean;
}

/** Registers (台账) that can be asked for; 考核措施 stand beside the plans. */
export const TEMPLATE_REGISTERS = [
  'plans',
  'bonds',
  'contacts',
  'info',
  'materials',
  'records',
  'rectify',
  'funds',
] as const satisfies readonly RegisterLayout[];
export type TemplateRegister = (typeof TEMPLATE_REGISTERS)[number];

/** How the self-assessment is asked for: a form for each unit, or one table for all; members have a table in any case. */
export type SelfLayout = 'forms' | 'wide';

/** What an assessment workbook (考核工作簿) is wanted for. */
export interface TemplateRequest {
  /** Language of titles, notes and hints; headers are the words of the field in either. */
  readonly locale: Locale;
  /** Rows of the rule tables of the chosen schemes, ten texts each: 方案, 维度, 指标编号, 指标, 分值, 评分方式, 参数, 来源, 性质, 评分标准. */
  readonly rules: readonly (readonly string[])[];
  /** Rows of parameters that differ from the defaults: 方案, 参数, 值. */
  readonly parameters: readonly (readonly [scheme: string, key: string, value: string])[];
  /** As people write it, e.g. 2004年上半年. */
  readonly period: string;
  /** Choices for 组别. */
  readonly groups: readonly string[];
  readonly units: readonly RosterUnit[];
  readonly members: readonly RosterMember[];
  /** One workbook, or one for the group and one for each unit. */
  readonly layout: 'one' | 'perUnit';
  /** Sources that are asked for; the superior's assessment always is. */
  readonly self: SelfLayout | null;
  readonly peer: boolean;
  readonly registers: readonly TemplateRegister[];
}

/** A workbook to be made. */
export interface TemplateBook {
  /** File name without ending. */
  readonly name: string;
  /** The unit that fills it in; null for the group's own. */
  readonly unit: string | null;
  readonly changes: ChangeSet;
}

/** Why no workbook can be made: a key of the texts `templates.refused.*` and what fills it in. */
export interface TemplateRefusal {
  readonly refused: 'noScheme' | 'badRules' | 'badPeriod' | 'noUnits' | 'tooMany';
  readonly data: Readonly<Record<string, string | number>>;
}
