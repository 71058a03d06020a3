export { buildTemplates } from './buildTemplates';
export * from './parseRoster';
export * from './request';
export { settleKinds } from './subjects';
