import type { CellValue, Method, MethodCode, NamedAmount, Rational, Tier } from '../../model';
import type { Locale } from '../../i18n';
import type { Reading } from '../../values';

export type MethodOf<C extends MethodCode> = Extract<Method, { readonly code: C }>;

/**
 * A key of 参数. `amount` is a number of points or counts; `measure` is in the unit of the value itself, so a % in it
 * makes the column one of rates; `share` is a rate of its own; `whole` a count; `choice` one of `choices`; `grade` a word.
 */
export interface ParameterSpec {
  readonly key: string;
  readonly synonyms: readonly string[];
  readonly type: 'amount' | 'measure' | 'share' | 'whole' | 'choice' | 'yesNo' | 'grade';
  /** Text of the value that stands where none is given; null: required unless `isOptional`. */
  readonly default: string | null;
  readonly isOptional?: boolean;
  /** `above` excludes the bound. */
  readonly range?: { readonly above?: number; readonly from?: number; readonly to?: number };
  readonly choices?: readonly { readonly code: string; readonly word: string; readonly synonyms: readonly string[] }[];
}

/** Value of one key: its number or word, and whether it was written with a %. */
export interface GivenParameter {
  readonly number: Rational | null;
  readonly word: string;
  readonly isPercent: boolean;
}

/** Why 参数 cannot be read: the variant and the data of R01. */
export interface Fault {
  readonly reason: 'unknownParameter' | 'missingParameter' | 'badParameter' | 'contradiction';
  readonly parameter: string;
  readonly text: string;
}

/** 参数 as read against the keys of a method. */
export interface Given {
  readonly values: ReadonlyMap<string, GivenParameter>;
  /** Kinds or levels in the order written; `isPercent` marks amounts that are percentages of 分值. */
  readonly list: readonly (NamedAmount & { readonly isPercent: boolean })[];
  readonly tiers: readonly (Tier & { readonly isPercent: boolean })[];
}

/** What a rule's word in 评分方式 stands for: the one place that forms, checks, documents and explains it. */
export interface RuleDefinition {
  readonly code: string;
  /** The Chinese word of 评分方式. */
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly titleKey: string;
  readonly parameters: readonly ParameterSpec[];
  /** What `name:points` items it takes, if any. */
  readonly list: 'none' | 'kinds' | 'levels' | 'tiers';
  /** A right 参数, shown where one is wrong. */
  readonly example: string;
  readonly isQualitative: boolean;
}

/** What the points of a subject depend on besides its own value. */
export interface PointsContext {
  /** The highest known value of the group; for 与最高者比. */
  readonly best: Rational | null;
  /** Competition rank of the value in the group; for 名次赋分. */
  readonly place: number | null;
}
export const NO_CONTEXT: PointsContext = { best: null, place: null };

/** What a cell of the method's column should have held: the variant of D03. */
export type Expectation = 'number' | 'count' | 'rate' | 'yesNo' | 'level' | 'kinds';

/** How points came about: a formula in numbers, and whether the floor 0 or the cap stopped it. */
export interface Steps {
  readonly text: string;
  readonly limit: 'floor' | 'cap' | null;
}

/**
 * A scoring method (评分方式; specification, section 3). `read` turns a cell into the quantity that is scored: the
 * number itself, Σ amount·count of kinds, 1 or 0 of a yes or no, the points of a level.
 */
export interface MethodDefinition<M extends Method> extends RuleDefinition {
  readonly code: M['code'];
  readonly build: (given: Given, max: Rational) => { readonly method: M; readonly isRate: boolean } | Fault;
  readonly expects: (method: M, isRate: boolean) => Expectation;
  /** Words that the cell may use, best first. */
  readonly options: (method: M) => readonly string[];
  readonly read: (cell: CellValue, format: string, method: M, isRate: boolean) => Reading<Rational>;
  /** Quantity of a truly blank cell with 空白=零. */
  readonly blank: Rational;
  /** True for a count, which must not be negative. */
  readonly isCount: (method: M, isRate: boolean) => boolean;
  readonly points: (value: Rational, method: M, max: Rational, context: PointsContext) => Rational;
  readonly sentence: (method: M, max: Rational, isRate: boolean, locale: Locale) => string;
  readonly steps: (
    value: Rational,
    method: M,
    max: Rational,
    isRate: boolean,
    context: PointsContext,
    locale: Locale,
  ) => Steps;
}
