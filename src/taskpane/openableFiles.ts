/** Endings of the files that can be opened, as a file input takes them. */
export const OPENABLE = '.xlsx,.xlsm,.xls,.xlsb,.ods,.csv';
