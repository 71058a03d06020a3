import type { Locale } from '../i18n';
import type { ChangeSet, CorrectionEdit, IsoDate, Reminder } from '../model';
import type { DocumentOptions } from '../report/documents';
import { comparisonOf, type Comparison } from './comparison';
import { correctData, type Corrected, dataOf } from './correctData';
import type { DataSummary } from './dataSummary';
import { bulletinOf, feedbackOf, remindersOf, type WrittenDocument } from './documents';
import type { Explanation } from './explanation';
import { explainSubject } from './explainSubject';
import { findTargets, type Target } from './findTargets';
import { gradeWays, type Ways } from './gradeWays';
import { type Pictures, picturesOf } from './pictures';
import {
  checkRoster,
  type NewWorkbookStart,
  type NewWorkbookWish,
  type RosterCheck,
  startNewWorkbook,
} from './newWorkbook';
import { type MadeFiles, makeFiles } from './newWorkbookFiles';
import { checkRules } from './rulesEditor/checkRules';
import type { RulesCheck, RulesDraft, RulesStart } from './rulesEditor/draft';
import { rulesChanges } from './rulesEditor/rulesChanges';
import { startRules } from './rulesEditor/startRules';
import type { SessionState } from './session';
import { detailsOf, type SheetDetails } from './sheetDetails';
import { type Story, storyOf } from './story';
import { keepWhatIf } from './whatIf/keepWhatIf';
import { startWhatIf } from './whatIf/startWhatIf';
import { tryWhatIf } from './whatIf/tryWhatIf';
import type { SchemeChange, WhatIfAnswer, WhatIfStart } from './whatIf/whatIf';

/**
 * What can be asked about the open workbooks and their last run, the same in every host: each entry is a question with
 * its answer, plain data that moves between threads. A new one needs an entry here, a deadline and an answer below.
 */
export interface SessionQuestions {
  /** Why a subject has its score; both are indices into the summary (`SchemeSummary.subject`). */
  explain: { ask: { scheme: number; subject: number; locale: Locale }; answer: Explanation };
  /** The same as data: bars against the median, indicators by what they cost, adjustments with their grounds. */
  story: { ask: { scheme: number; subject: number; locale: Locale }; answer: Story };
  /** The cheapest ways of a subject to a better grade, an index into the grades of its scheme. */
  ways: { ask: { scheme: number; subject: number; grade: number; locale: Locale }; answer: Ways };
  /** What the pictures of a ranking group show; group null: all groups together. */
  pictures: { ask: { scheme: number; group: string | null; locale: Locale }; answer: Pictures };
  /** Why one of two subjects of a scheme stands before the other: differences that add up, and the key that decides. */
  compare: { ask: { scheme: number; a: number; b: number; locale: Locale }; answer: Comparison };
  /** What can be tried in a scheme, with what is in force. */
  whatIfStart: { ask: { scheme: number; locale: Locale }; answer: WhatIfStart };
  /** What would come out under other parameters and rules; nothing is written. */
  whatIf: { ask: { changes: readonly SchemeChange[]; locale: Locale }; answer: WhatIfAnswer };
  /** What keeping them changes in the workbook. */
  keepWhatIf: { ask: { changes: readonly SchemeChange[]; locale: Locale }; answer: ChangeSet };
  /** Rules and parameters as they stand, to be edited. */
  rules: { ask: { locale: Locale }; answer: RulesStart };
  /** Edited rules as they would be understood. */
  checkRules: { ask: { draft: RulesDraft; locale: Locale }; answer: RulesCheck };
  /** What edited rules change in the workbook. */
  rulesChanges: { ask: { draft: RulesDraft; locale: Locale }; answer: ChangeSet };
  /** What was recognised, as corrected since the last run. */
  data: { ask: { locale: Locale }; answer: DataSummary };
  /** What can be corrected of a sheet: an index into `DataSummary.sheets`. */
  sheet: { ask: { sheet: number; locale: Locale }; answer: SheetDetails };
  /** Who on the rosters a text may mean. */
  targets: { ask: { text: string; isMember: boolean; locale: Locale }; answer: readonly Target[] };
  /** Corrects what was recognised: the data are read anew, the result stays that of the last run. */
  correct: {
    ask: { edits: readonly CorrectionEdit[]; locale: Locale };
    answer: Corrected;
  };
  /** 通报 and 反馈单 as documents with their .docx files, 催办 as a text for each unit. */
  bulletin: { ask: DocumentOptions; answer: WrittenDocument };
  feedback: { ask: DocumentOptions; answer: WrittenDocument };
  reminders: { ask: DocumentOptions; answer: readonly Reminder[] };
  /** What a new assessment workbook (考核工作簿) can be begun with; more of it once something has been read. */
  newWorkbook: { ask: { today: IsoDate; locale: Locale }; answer: NewWorkbookStart };
  /** How the rosters of a wish are understood. */
  checkRoster: { ask: { wish: NewWorkbookWish; locale: Locale }; answer: RosterCheck };
  /** The files of a new assessment workbook. */
  makeWorkbook: { ask: { wish: NewWorkbookWish; locale: Locale }; answer: MadeFiles };
}

export type SessionQuestion = keyof SessionQuestions;
export type Asked<Q extends SessionQuestion> = SessionQuestions[Q]['ask'];
export type Answer<Q extends SessionQuestion> = SessionQuestions[Q]['answer'];

/** How each question is answered; one that needs a run throws when nothing has been scored yet. */
export type Answers = {
  readonly [Q in SessionQuestion]: (session: SessionState, ask: Asked<Q>) => Answer<Q> | Promise<Answer<Q>>;
};

export const ANSWERS: Answers = {
  explain: (session, { scheme, subject, locale }) => explainSubject(session.outcome(), scheme, subject, locale),
  story: (session, { scheme, subject, locale }) => storyOf(session.outcome(), scheme, subject, locale),
  data: (session) => dataOf(session),
  sheet: (session, { sheet }) => detailsOf(session.reading().assessment, sheet),
  targets: (session, { text, isMember }) => findTargets(session.reading().assessment, text, isMember),
  correct: (session, { edits }) => correctData(session, edits),
  bulletin: bulletinOf,
  feedback: feedbackOf,
  reminders: remindersOf,
  ways: (session, { scheme, subject, grade, locale }) => gradeWays(session.outcome(), scheme, subject, grade, locale),
  pictures: (session, { scheme, group }) => picturesOf(session.outcome(), scheme, group),
  compare: (session, { scheme, a, b, locale }) => comparisonOf(session.outcome(), scheme, a, b, locale),
  whatIfStart: (session, { scheme, locale }) => startWhatIf(session.outcome(), scheme, locale),
  whatIf: (session, { changes, locale }) => tryWhatIf(session.outcome(), changes, locale),
  keepWhatIf: (session, { changes, locale }) => keepWhatIf(session.outcome(), changes, locale),
  rules: (session) => startRules(session.outcome()),
  checkRules: (_session, { draft, locale }) => checkRules(draft, locale),
  rulesChanges: (session, { draft, locale }) => {
    const outcome = session.outcome();
    return rulesChanges(outcome, startRules(outcome).draft, draft, locale);
  },
  newWorkbook: (session, { today }) => startNewWorkbook(session.lastOutcome(), today),
  checkRoster: (session, { wish, locale }) => checkRoster(wish, session.lastOutcome(), locale),
  makeWorkbook: (session, { wish, locale }) => makeFiles(session, wish, locale),
};
