export { FileError, type FileErrorCode } from './fileError';
export { OpenedWorkbook, openWorkbook } from './openedWorkbook';
