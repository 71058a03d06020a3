export { columnChoices } from './corrections/choices';
export { columnSamples, previewRows, type PreviewRow } from './corrections/preview';
export { recognise, type RecogniseOptions } from './recognise';
