/* All that changes the workbook, and what it remembers of the last change: loaded when it is needed. */
export { unpackRecord } from './undo/record';
export { undoWrite } from './undo/undo';
export { applyChangeSet } from './write/applyChangeSet';
export { clearMarks } from './undo/clearMarks';
