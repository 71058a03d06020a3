import type { SessionQuestion } from './sessionQuestions';

/** Milliseconds after which a question about the session is given up. */
export const SESSION_DEADLINES: Readonly<Record<SessionQuestion, number>> = {
  data: 20_000,
  sheet: 20_000,
  targets: 20_000,
  correct: 60_000,
  explain: 20_000,
  story: 20_000,
  ways: 30_000,
  pictures: 20_000,
  compare: 20_000,
  bulletin: 60_000,
  feedback: 120_000,
  reminders: 20_000,
  whatIfStart: 20_000,
  whatIf: 60_000,
  keepWhatIf: 20_000,
  rules: 20_000,
  checkRules: 20_000,
  rulesChanges: 20_000,
  newWorkbook: 20_000,
  checkRoster: 20_000,
  makeWorkbook: 120_000,
};
