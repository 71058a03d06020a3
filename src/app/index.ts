export { explainSubject } from './explainSubject';
export { findSubjects } from './findSubjects';
export { parsePeriod } from '../values';
export type { Explanation, ExplanationLine, ExplanationSection } from './explanation';
export { reasonText, resultJson, type ResultJson } from './resultJson';
export { runFacts } from './runFacts';
export { sha256 } from './sha256';
export { today } from './today';
export { scoreWorkbooks } from './scoreWorkbooks';
export type { Outcome, ScoreOptions, Stage } from './types';
export { buildReport } from '../report';
export { bulletin, feedback, reminders, type DocumentOptions } from '../report/documents';
export {
  checkRoster,
  newWorkbooks,
  schemeNamed,
  startNewWorkbook,
  type NewWorkbookStart,
  type NewWorkbookWish,
} from './newWorkbook';
export { TEMPLATE_REGISTERS as REGISTERS } from '../templates';
