import { NO_MEMORY, parseMemory, valueAt, type Memory, type ResultSheet, type WorkbookSnapshot } from '../model';
import { dataSheet } from './record';

/** Mark of the very hidden sheet that keeps what people have corrected. */
export const MEMORY_MARK = 'memory';
/** Characters of one cell: a cell holds 32,767 at most. */
const PART = 30_000;
/** A memory beyond this is nothing that people have said. */
const MOST_PARTS = 200;

/** What a workbook remembers; a sheet that somebody spoiled counts for nothing. */
export function memoryIn(workbook: WorkbookSnapshot): Memory {
  const sheet = workbook.sheets.find(({ mark }) => mark === MEMORY_MARK);
  if (!sheet || sheet.cells.rows.length > MOST_PARTS) return NO_MEMORY;
  const parts = [...sheet.cells.rows].map((row) => valueAt(workbook, sheet, row, 0));
  try {
    return parseMemory(JSON.parse(parts.join('')));
  } catch {
    return NO_MEMORY;
  }
}

/** The sheet by which the next run, in whatever program, knows what was corrected; null when nothing was. */
export function memorySheet(name: string, memory: Memory): ResultSheet | null {
  const { tables, headers, names } = memory.corrections;
  if (tables.length + headers.length + names.length === 0) return null;
  // Escaped characters cannot be torn apart at the end of a cell, nor changed by it.
  const text = JSON.stringify(memory).replace(/[^ -~\u4e00-\u9fff]/g, escaped);
  const parts: string[][] = [];
  for (let at = 0; at < text.length; at += PART) parts.push([text.slice(at, at + PART)]);
  return parts.length > MOST_PARTS ? null : dataSheet(name, MEMORY_MARK, parts);
}

/** A character as JSON escapes it; both halves of a pair each. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
