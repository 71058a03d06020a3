export { type Capabilities, type Capability, FLOOR, readCapabilities } from './capabilities';
export { ExcelError, type ExcelErrorCode } from './excelError';
export { excelPort } from './excelPort';
export { ExcelWorkbook } from './excelWorkbook';
export type { ReadTask } from './read/snapshot';
export type { CellPlace } from './select';
export type { WorkbookSettings } from './settings';
export type { UndoReport } from './undo/undo';
export type { ApplyReport, ApplyWarning, Refusal, RefusalReason } from '../shared/report';
