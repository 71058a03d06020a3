export { buildTemplates } from './buildTemplates';
export { templateSource, type TemplateSource } from './openSource';
export * from './parseRoster';
export * from './request';
export { memberText, rosterText } from './rosterText';
export { settleKinds, subjectsOf } from './subjects';
