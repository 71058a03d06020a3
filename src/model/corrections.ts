import type { RegisterLayout, ScoreLayout, SheetRole } from './assessment';
import type { SourceCode } from './rules';

/** Version of the shape below; data of another version is not read. */
export const CORRECTIONS_VERSION = 1;

/** What a column, or a row of a form, can be corrected to. */
export type ChoiceKind = 'ignore' | 'field' | 'indicator' | 'dimension' | 'register' | 'month' | 'level' | 'rater';
export const CHOICE_KINDS: readonly ChoiceKind[] = [
  'ignore',
  'field',
  'indicator',
  'dimension',
  'register',
  'month',
  'level',
  'rater',
];

/** What a person says that a column (a row of a form) is. */
export interface Choice {
  readonly kind: ChoiceKind;
  /**
   * Which one: a header field ("unit", "total" …), an indicator's id, a dimension's name, a register field, a month
   * 1..12, a vote level 0..3 or -1 for 弃权; "" where the kind says it all.
   */
  readonly name: string;
  /** Name of the indicator, by which it is found when ids have changed. */
  readonly text?: string;
  /** Source of its values; left out, as the header or the sheet says. */
  readonly source?: SourceCode;
  /** What its values are; left out, as the header says. */
  readonly reading?: 'points' | 'raw';
}

/** A column by its header: the key of its text and which one of equal keys it is, from 0. */
export interface ColumnCorrection {
  readonly key: string;
  readonly occurrence: number;
  readonly choice: Choice;
}

/** A row of a form or of a long table by the key of its text; `occurrence` counts equal rows of a form from 0. */
export type RowCorrection = ColumnCorrection;

/** A role with its layout; the layout of scores may be left to recognition. */
export interface RoleChoice {
  readonly role: SheetRole;
  readonly layout: ScoreLayout | RegisterLayout | null;
}

/** Which table a correction is about: found by its header, wherever it stands and whatever was inserted. */
export interface TableKey {
  /** Fingerprint: the keys of its columns in order, see `SheetReading.tables`. */
  readonly header: readonly string[];
  /** Name of the sheet on which it was corrected. */
  readonly sheet: string;
  /** True for all tables of such a header (the forms of all units); false for the one on that sheet. */
  readonly everySheet: boolean;
}

/** What a person says of one table; what is left out stays as it is recognised. */
export interface TableCorrection extends TableKey {
  readonly role?: RoleChoice;
  /** Source of all its columns that were not given one of their own. */
  readonly source?: SourceCode;
  /** Name of the scheme that its rows feed; "" ranks the table as it stands. */
  readonly scheme?: string;
  readonly columns: readonly ColumnCorrection[];
  readonly rows: readonly RowCorrection[];
}

/** Rows by what they say: the keys of their filled cells in order; blank rows are left out. */
export type RowKeys = readonly (readonly string[])[];

/** Which rows are a header. */
export interface HeaderCorrection {
  /** The header rows; empty when `instead` heads no table. */
  readonly rows: RowKeys;
  /** The rows that were taken for it; empty when none were. */
  readonly instead: RowKeys;
}

/** Who is meant by a written name that no roster has. */
export interface NameCorrection {
  readonly written: string;
  /** 所在支部 written beside a member's name; null for any. */
  readonly branch: string | null;
  /** Null: nobody who is assessed. */
  readonly target: { readonly id: string | null; readonly name: string } | null;
}

/** Everything that a person has corrected: plain data that travels with the workbook. */
export interface Corrections {
  readonly version: typeof CORRECTIONS_VERSION;
  readonly tables: readonly TableCorrection[];
  readonly headers: readonly HeaderCorrection[];
  readonly names: readonly NameCorrection[];
}

export const NO_CORRECTIONS: Corrections = { version: CORRECTIONS_VERSION, tables: [], headers: [], names: [] };

/** One thing that a person says; `value` null takes back what was said before. */
export type CorrectionEdit =
  | { readonly type: 'role'; readonly table: TableKey; readonly value: RoleChoice | null }
  | { readonly type: 'source'; readonly table: TableKey; readonly value: SourceCode | null }
  | { readonly type: 'scheme'; readonly table: TableKey; readonly value: string | null }
  | {
      readonly type: 'column' | 'row';
      readonly table: TableKey;
      readonly key: string;
      readonly occurrence: number;
      readonly value: Choice | null;
    }
  | { readonly type: 'header'; readonly instead: RowKeys; readonly value: RowKeys | null }
  | {
      readonly type: 'name';
      readonly written: string;
      readonly branch: string | null;
      readonly value: Pick<NameCorrection, 'target'> | null;
    };
