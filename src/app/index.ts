export { explainSubject } from './explainSubject';
export type { Explanation, ExplanationLine, ExplanationSection } from './explanation';
export { resultJson, type ResultJson } from './resultJson';
export { scoreWorkbooks } from './scoreWorkbooks';
export type { Outcome, ScoreOptions, Stage } from './types';
export { buildReport } from '../report';
