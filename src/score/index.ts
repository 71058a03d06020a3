export { readAdjustments, type SubjectAdjustments } from './adjustments';
export { targetOf } from './attainment';
export { groupsOf, type Groups } from './groups';
export { scoreAssessment } from './scoreAssessment';
export { toJson, subjectToJson, type ScoresJson, type SubjectJson } from './toJson';
export { explainSubject } from './explainSubject';
export type * from './explanation';
export { tellStory } from './tellStory';
export type * from './story';
