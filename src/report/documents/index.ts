export { bulletin } from './bulletin';
export type { DocumentOptions } from './context';
