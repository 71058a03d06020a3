export { bulletin } from './bulletin';
export type { DocumentOptions } from './context';
export { feedback } from './feedback';
export { reminders } from './reminders';
