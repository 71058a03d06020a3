export { recognise, type RecogniseOptions } from './recognise';
