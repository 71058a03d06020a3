export { recognise, type RecogniseOptions } from './recognise';
export { parsePeriod } from './period';
