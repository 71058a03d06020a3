import type { Attainment, SourceCode } from '../../model';
import type { ParameterSpec, ParameterType, RuleDefinition } from '../../rules';

/** A parameter as it would be: its key and its value as a parameter sheet writes it. */
export interface ParameterChange {
  readonly key: string;
  readonly value: string;
}

/** A rule as it would be: 分值 and 参数 as a rule table writes them. */
export interface RuleChange {
  /** Id of an indicator, a bonus or a penalty. */
  readonly id: string;
  readonly max: string;
  readonly parameters: string;
}

/** What is tried in one scheme, an index into `Summary.schemes`. */
export interface SchemeChange {
  readonly scheme: number;
  readonly parameters: readonly ParameterChange[];
  readonly rules: readonly RuleChange[];
}

/** A parameter in a form. */
export interface WhatIfParameter {
  readonly key: string;
  readonly type: ParameterType;
  /** What is in force now. */
  readonly value: string;
  /** What it may be, in the words of the sheet. */
  readonly allowed: string;
}

/** A rule in a form. */
export interface WhatIfRule {
  readonly id: string;
  readonly name: string;
  readonly dimension: string | null;
  readonly type: 'indicator' | 'bonus' | 'penalty';
  /** 评分方式 by its name, the keys of its 参数 and the kind of its list. */
  readonly method: string;
  readonly keys: readonly ParameterSpec[];
  readonly list: RuleDefinition['list'];
  readonly max: string;
  readonly parameters: string;
  readonly sentence: string;
}

/** What can be tried in a scheme, with what is in force now. */
export interface WhatIfStart {
  readonly scheme: number;
  readonly name: string;
  readonly parameters: readonly WhatIfParameter[];
  readonly bands: readonly { readonly name: string; readonly from: number }[];
  /** Sources that count: the weights of others change nothing. */
  readonly sources: readonly SourceCode[];
  /** Names that 同分排序 may take, sources first. */
  readonly tieNames: readonly string[];
  readonly rules: readonly WhatIfRule[];
}

/** What is wrong (nothing is computed then) or odd about a change. */
export interface WhatIfProblem {
  readonly scheme: number;
  /** Key of the parameter, or id of the rule. */
  readonly field: string;
  readonly isError: boolean;
  readonly text: string;
}

/** A scheme before and after, its columns in the order after: group, rank, roster. */
export interface WhatIfScheme {
  /** Index into `Summary.schemes`. */
  readonly scheme: number;
  readonly name: string;
  /** Subjects whose grade, rank, total and certification differ; of the ranks those that rise and fall. */
  readonly changed: {
    readonly grade: number;
    readonly rank: number;
    readonly up: number;
    readonly down: number;
    readonly total: number;
    readonly attained: number;
  };
  /** Grades before and after, best first, with their counts. */
  readonly gradesBefore: readonly { readonly name: string; readonly count: number }[];
  readonly grades: readonly { readonly name: string; readonly count: number }[];
  /** Index of each subject in the scheme. */
  readonly subject: Int32Array;
  /** 0 without a rank. */
  readonly rankBefore: Int32Array;
  readonly rank: Int32Array;
  readonly totalBefore: Float64Array;
  readonly total: Float64Array;
  /** Indices into the grades before and after, -1 without one. */
  readonly gradeBefore: Int8Array;
  readonly grade: Int8Array;
  readonly attainedBefore: Int8Array;
  readonly attained: Int8Array;
}

/** What would come out. */
export interface WhatIfResult {
  /** Schemes that were changed, and those that they feed. */
  readonly schemes: readonly WhatIfScheme[];
  readonly attainmentBefore: readonly Attainment[];
  readonly attainment: readonly Attainment[];
}

/** The answer to a try. */
export interface WhatIfAnswer {
  readonly problems: readonly WhatIfProblem[];
  /** Changed rules as sentences, by id; those that cannot be read are left out. */
  readonly sentences: readonly { readonly scheme: number; readonly id: string; readonly sentence: string }[];
  /** Null when something is wrong. */
  readonly result: WhatIfResult | null;
}
