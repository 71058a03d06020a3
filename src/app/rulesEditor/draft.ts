import type { ParameterRow, RuleRow } from '../../model';
import type { RuleDefinition, SchemeParameterSpec } from '../../rules';

export type RuleField = keyof RuleRow;

export type RuleTexts = Readonly<Record<RuleField, string>>;

/** A rule while it is edited. */
export interface DraftRule {
  /** Tells the rows of a draft apart. */
  readonly key: string;
  /** Index into `Assessment.ruleRows`; null for a new one and for one of a default scheme. */
  readonly origin: number | null;
  readonly texts: RuleTexts;
}

export type ParameterField = keyof ParameterRow;

/** A parameter that is given, while it is edited. */
export interface DraftParameter {
  readonly key: string;
  /** Index into `Assessment.parameterRows`; null for a new one. */
  readonly origin: number | null;
  /** Names of the scheme ("" is for all) and of the parameter, and the value as written. */
  readonly texts: Readonly<Record<ParameterField, string>>;
}

/** Rules and parameters as a person edits them: texts as they stand in the cells. */
export interface RulesDraft {
  readonly rules: readonly DraftRule[];
  readonly parameters: readonly DraftParameter[];
}

/** A parameter that there is, for a form. */
export interface ParameterForm extends SchemeParameterSpec {
  /** What it may be, in words. */
  readonly allowed: string;
}

/** What the editor starts from. */
export interface RulesStart {
  readonly draft: RulesDraft;
  /** Schemes in the order of the draft; one that is `isDefault` stands nowhere in the workbook yet. */
  readonly schemes: readonly { readonly name: string; readonly isDefault: boolean }[];
  /** The rules of the default schemes, to begin with. */
  readonly defaults: readonly RuleTexts[];
  readonly definitions: readonly RuleDefinition[];
  readonly parameters: readonly ParameterForm[];
}

/** What is wrong with a field, in a sentence. */
export interface FieldProblem {
  readonly field: string;
  readonly text: string;
}

/** A rule as it is understood now. */
export interface RuleCheck {
  /** The rule as a sentence; null when it cannot be read. */
  readonly sentence: string | null;
  readonly problem: FieldProblem | null;
  /** What is allowed but surely not meant. */
  readonly warnings: readonly string[];
}

/** A draft as it is understood now, in the order of the draft. */
export interface RulesCheck {
  readonly rules: readonly RuleCheck[];
  readonly parameters: readonly (FieldProblem | null)[];
  /** By scheme: Σ 分值 of its indicators, and what is odd about the whole. */
  readonly schemes: readonly { readonly name: string; readonly sum: number; readonly warnings: readonly string[] }[];
}
