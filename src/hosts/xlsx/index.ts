export { applyChangeSet, type Applied } from './applyChangeSet';
export { createWorkbook } from './createWorkbook';
export { FileError, type FileErrorCode } from './fileError';
export { readLegacy } from './legacy/readLegacy';
export { OpenedWorkbook, openWorkbook } from './openedWorkbook';
export type { ApplyReport, ApplyWarning, Refusal, RefusalReason } from '../shared/report';
export type { SheetView, ViewBorder, ViewCell, ViewRow, ViewStyle } from './view';
export { displayNumber } from './view/displayText';
export { viewRows } from './view/viewRows';
