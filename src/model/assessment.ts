import type { CellPlaces, CellRef } from './cellRef';
import type { Choice, CorrectionEdit, RowKeys } from './corrections';
import type { Issue } from './issue';
import type { IsoDate, ParameterRow, RuleRow, Scheme, SchemeParameters, SourceCode } from './rules';
import type { WorkbookSnapshot } from './workbook';

export const SHEET_ROLES = [
  'rules',
  'parameters',
  'roster',
  'members',
  'scores',
  'votes',
  'adjustments',
  'register',
  'results',
  'other',
] as const;
/** Role of a sheet (specification, section 2); `results` are sheets that this product wrote. */
export type SheetRole = (typeof SHEET_ROLES)[number];

export const SCORE_LAYOUTS = ['wide', 'form', 'long'] as const;
export type ScoreLayout = (typeof SCORE_LAYOUTS)[number];
export const REGISTER_LAYOUTS = [
  'plans',
  'measures',
  'bonds',
  'contacts',
  'info',
  'materials',
  'records',
  'rectify',
  'funds',
] as const;
export type RegisterLayout = (typeof REGISTER_LAYOUTS)[number];

/** Why a sheet was taken for its role: a key of the texts `recognise.reason.*` and what fills it in. */
export interface Reason {
  readonly key: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** What a column was taken for. */
export interface ColumnReading {
  readonly column: number;
  /** Header as written, levels joined by " / ". */
  readonly header: string;
  /** Canonical field, e.g. "unit", "id", "max", "total", "rank", "indicator", "dimension"; null: not understood. */
  readonly field: string | null;
  /** Id of the indicator that the column holds. */
  readonly indicator?: string;
  readonly source?: SourceCode;
  readonly reading?: 'points' | 'raw';
}

/** A column as a correction speaks of it. */
export interface CorrectableColumn extends ColumnReading {
  /** Key of the header, and which of the columns of an equal key it is, from 0. */
  readonly key: string;
  readonly occurrence: number;
  /** What it was taken for; null: not understood. */
  readonly choice: Choice | null;
  /** A person has said so. */
  readonly isCorrected: boolean;
}

/** A row of a form, or one text of a long table, with what it was taken for. */
export interface RowReading {
  /** Where it stands first. */
  readonly row: number;
  readonly text: string;
  /** Key of the text, and which of the rows of an equal key of a form it is, from 0. */
  readonly key: string;
  readonly occurrence: number;
  readonly choice: Choice | null;
  readonly isCorrected: boolean;
}

/** One table of a sheet. */
export interface ReadTable extends TableFacts {
  readonly columns: readonly CorrectableColumn[];
  /** Fingerprint by which corrections find it again: the keys of its columns in order. */
  readonly header: readonly string[];
  /** The header rows by what they say, for a correction of them. */
  readonly rowKeys: RowKeys;
  /** Sheets of the set that have a table with this very header, this one included. */
  readonly alike: number;
  /** What names indicators in rows; empty for a wide table. */
  readonly rows: readonly RowReading[];
  /** What a person has said of the whole table. */
  readonly corrected: readonly ('role' | 'source' | 'scheme' | 'header')[];
}

/** What a sheet was taken for, so that a person can check and correct it; of several tables the first that is something. */
export interface SheetReading extends TableFacts {
  /** Index into `Assessment.workbooks` and into its sheets. */
  readonly workbook: number;
  readonly sheet: number;
  readonly name: string;
  /** All its tables, top to bottom. */
  readonly tables: readonly ReadTable[];
}

interface TableFacts {
  readonly role: SheetRole;
  readonly layout: ScoreLayout | RegisterLayout | null;
  /** Null when the sheet holds several sources or none. */
  readonly source: SourceCode | null;
  /** Names of the schemes that the sheet feeds. */
  readonly schemes: readonly string[];
  /** Rows from 0. */
  readonly headerRows: readonly number[];
  readonly firstRow: number | null;
  readonly lastRow: number | null;
  /** Subjects (or rules, parameters, entries) found on it. */
  readonly count: number;
  /** 0..1. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  readonly columns: readonly ColumnReading[];
}

/** 类型 of a subject. */
export type SubjectKind = '党委' | '直属党总支' | '党总支' | '党支部' | '党员';

/** A party organization of the roster (单位名册). */
export interface Organization {
  readonly id: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parent: string | null;
  readonly kind: SubjectKind | null;
  readonly group: string | null;
  readonly founded: IsoDate | null;
  readonly contactLeader: string | null;
  /** 参评=否, or founded too late to be assessed (参评.最短月数). */
  readonly exempt: boolean;
  /**
   * Whether it competes for flags (参加红旗评比): its own word, else that of who stands above it. Absent where the roster
   * has no such column: then everybody does.
   */
  readonly takesFlag?: boolean;
  /** Names of the organizations above it, nearest first. */
  readonly above?: readonly string[];
  /** Cell of its name. */
  readonly place: CellRef;
}

/** A subject (考核对象) of one scheme: an organization or a member. */
export interface Subject {
  /** 单位编号 or 党员编号; null without a roster. */
  readonly id: string | null;
  readonly name: string;
  readonly kind: SubjectKind | null;
  /** Ranking group (组别); null is the one group of a scheme without groups. */
  readonly group: string | null;
  /** 所在支部 of a member. */
  readonly branch?: string | null;
  /** Names of the organizations above it, nearest first: a member's branch, then 上级 and those above. */
  readonly above?: readonly string[];
  readonly exempt: boolean;
  /** Index into `Assessment.organizations`; null for members and without a roster. */
  readonly organization: number | null;
  /** Cell that names it: in the roster, else in the first sheet that has it. */
  readonly place: CellRef;
}

/** Cells of one indicator in one source; an indicator may have several columns (several sheets, points and raw). */
export interface IndicatorColumn {
  /** Index into `Scheme.indicators`. */
  readonly indicator: number;
  readonly reading: 'points' | 'raw';
  /** Unit of its header (产值（万元）): 500万 and 500 mean the same in it. */
  readonly unit?: '万' | '亿';
  /**
   * Filled from the results of the lower level (来源=下级) where the columns of the same indicator before it hold nothing;
   * its cells are those empty ones.
   */
  readonly isFed?: boolean;
  /** Points that the cells take off the full mark (a form with 扣分 only). */
  readonly isDeducted?: boolean;
  /** What was due, for a rate whose done and due stand in two columns (应到, 实到): the value is `cells` / `due`. */
  readonly due?: CellPlaces;
  readonly cells: CellPlaces;
}

/** Points written for a whole dimension; its max is the sum of its indicators' 分值. */
export interface DimensionColumn {
  /** Index into `Scheme.dimensions`. */
  readonly dimension: number;
  readonly cells: CellPlaces;
}

/** Counted votes: one number for each level and subject. */
export interface VoteInput {
  /** Names of the levels as the header has them, best first; 弃权 is left out. */
  readonly levels: readonly string[];
  /** counts[level][subject]; 0 where nobody voted so or the subject has no votes. */
  readonly counts: readonly Float64Array[];
  /** First vote cell of each subject; row -1 without votes. */
  readonly cells: CellPlaces;
}

/** Everything that one source (来源) says about the subjects of a scheme. For a subject the first non-empty of
 *  indicators, dimensions, totals, votes, raters counts. */
export interface SourceInput {
  readonly columns: readonly IndicatorColumn[];
  readonly dimensions: readonly DimensionColumn[];
  /** One total for each subject on a 0–100 scale; several sheets may give one. */
  readonly totals: readonly CellPlaces[];
  readonly votes: readonly VoteInput[];
  /** Scores of several raters (0–100), one entry a rater. */
  readonly raters: readonly CellPlaces[];
}

/** One row of a bonus and penalty sheet (加分扣分) that was understood so far as whom and what it names. */
export interface AdjustmentEntry {
  /** Index into `SchemeAssessment.subjects`. */
  readonly subject: number;
  /** Index into `Scheme.adjustments`; "grade" for a grade entered by a person (评定等次). */
  readonly rule: number | 'grade';
  /** 次数, 分值 and 等次 cells; null when the table has no such column. */
  readonly times: CellRef | null;
  readonly points: CellRef | null;
  readonly grade: CellRef | null;
  /** Kind written behind 项目 in brackets (受到表彰（省部级）), which counts once where 次数 is empty. */
  readonly kind?: string;
  readonly basis: string;
  readonly date: string;
  /** Cell of 项目. */
  readonly place: CellRef;
}

/** A column into which results may be written: it exists in the user's table and is named so. */
export interface ResultColumn {
  readonly field: 'total' | 'points' | 'rank' | 'grade' | 'award' | 'attained';
  /** Of 得分: the source; without it that of the sheet. */
  readonly source?: SourceCode;
  /** Of 得分: one line or one dimension of the scheme; without both all points of the source. */
  readonly part?: PointsPart;
  /** One cell for each subject. */
  readonly cells: CellPlaces;
}

/** What 得分 and 小计 add up: indices into `Scheme.indicators` and `Scheme.dimensions`. */
export type PointsPart = { readonly indicator: number } | { readonly dimension: number };

/** One scheme with all that the workbooks say about its subjects. */
export interface SchemeAssessment {
  readonly scheme: Scheme;
  readonly parameters: SchemeParameters;
  /** In roster order; exempt ones included. */
  readonly subjects: readonly Subject[];
  readonly sources: Readonly<Partial<Record<SourceCode, SourceInput>>>;
  /** Totals ranked as they stand; only for a scheme of kind `table` without sources (section 12). */
  readonly tableTotals: CellPlaces | null;
  /** Beside such totals: 1 for a subject of which a part is still 待报, so that its total is 暂算. */
  readonly pendingParts?: Uint8Array;
  /** Totals written beside the sources of such a table: they are checked against what the sources give (D07). */
  readonly writtenTotals?: CellPlaces | null;
  readonly adjustments: readonly AdjustmentEntry[];
  readonly resultColumns: readonly ResultColumn[];
}

/** Field of a register (台账). */
export type RegisterField =
  | 'unit'
  | 'partyA'
  | 'plan'
  | 'planDate'
  | 'planSent'
  | 'planSentDate'
  | 'measures'
  | 'measuresDate'
  | 'signed'
  | 'signedDate'
  | 'due'
  | 'done'
  | 'rate'
  | 'leader'
  | 'visits'
  | 'visitDate'
  | 'date'
  | 'title'
  | 'recipient'
  | 'paper'
  | 'paperDate'
  | 'summary'
  | 'summaryDate'
  | 'archive'
  | 'annual'
  | 'firstHalf'
  | 'secondHalf'
  | 'quarter1'
  | 'quarter2'
  | 'quarter3'
  | 'quarter4'
  | 'problem'
  | 'deadline'
  | 'progress'
  | 'closed'
  | 'budget'
  | 'received';

/** One unit's row of a register; merged cells give the cell of their anchor. */
export interface RegisterRow {
  readonly row: number;
  /** Index into `Assessment.organizations`; null when the roster has no such unit or there is no roster. */
  readonly organization: number | null;
  /** Name as written. */
  readonly name: string;
  readonly cells: Readonly<Partial<Record<RegisterField, CellRef>>>;
  /** Cells of 1月 … 12月, one list for each month 1..12 that has columns (two with two recipients). */
  readonly months: Readonly<Record<number, readonly CellRef[]>>;
}

/** A register (台账) sheet. */
export interface Register {
  readonly layout: RegisterLayout;
  readonly sheet: number;
  /** Columns of its fields, so that a missing unit's finding can name one. */
  readonly columns: Readonly<Partial<Record<RegisterField, number>>>;
  readonly monthColumns: Readonly<Record<number, readonly number[]>>;
  /** Last header row, from 0. */
  readonly headerRow: number;
  readonly rows: readonly RegisterRow[];
}

/** A name that a sheet writes and no roster has (D04). */
export interface UnmatchedName {
  readonly written: string;
  /** 所在支部 written beside it; null where there is none. */
  readonly branch: string | null;
  readonly isMember: boolean;
  /** Where it stands first, and in how many rows. */
  readonly place: CellRef;
  readonly count: number;
  /** Who may be meant, the likeliest first. */
  readonly near: readonly { readonly id: string | null; readonly name: string; readonly branch: string | null }[];
}

/** Why something that a person once corrected has no effect: nothing fits, or too much does. */
export type UnfitReason =
  'noTable' | 'severalTables' | 'noColumn' | 'noRow' | 'noIndicator' | 'noScheme' | 'noName' | 'noTarget';

/** One thing that a person has said, and what became of it. */
export interface CorrectionUse {
  readonly edit: CorrectionEdit;
  /** Null: it was applied. */
  readonly unfit: UnfitReason | null;
}

/** The period that is assessed, e.g. 2004年上半年. */
export interface Period {
  readonly text: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** What the workbooks say, understood but not yet scored. */
export interface Assessment {
  readonly workbooks: readonly WorkbookSnapshot[];
  /** Every sheet of every workbook in order; `CellRef.sheet` points here. */
  readonly sheets: readonly SheetReading[];
  readonly period: Period | null;
  /** The day on which duties are judged (截止日). */
  readonly asOf: IsoDate;
  readonly graceDays: number;
  readonly organizations: readonly Organization[];
  readonly schemes: readonly SchemeAssessment[];
  /** Names of schemes that cannot be scored because of R01. */
  readonly unscoredSchemes: readonly string[];
  readonly registers: readonly Register[];
  /** Rows of the rule tables and parameter sheets as written, so that a person can edit them. */
  readonly ruleRows: readonly RuleRow[];
  readonly parameterRows: readonly ParameterRow[];
  readonly issues: readonly Issue[];
  /** Schemes in force, scored or not: what columns and rows can be said to hold. */
  readonly knownSchemes: readonly Scheme[];
  readonly unmatched: readonly UnmatchedName[];
  /** Everything that the corrections say, in their order. */
  readonly corrections: readonly CorrectionUse[];
}
