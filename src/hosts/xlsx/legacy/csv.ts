import type { WorkbookSnapshot } from '../../../model/workbook';
import { CellTableBuilder, WorkbookBuilder } from '../../../model/workbookBuilder';
import { MAX_COLUMNS, MAX_ROWS } from '../../../model/address';
import { FileError } from '../fileError';
import { MAX_CELLS } from '../limits';

/** Text of a file that may be UTF-8, UTF-16 with a mark, or the Chinese encodings (GBK, GB 18030) that Excel writes. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The separator that the first line has most of; a quoted part does not count. */
function separatorOf(text: string): string {
  const counts = new Map([',', '\t', ';'].map((separator) => [separator, 0]));
  let isQuoted = false;
  for (const c of text.slice(0, 10_000)) {
    if (c === '"') isQuoted = !isQuoted;
    else if (!isQuoted && c === '\n') break;
    else if (!isQuoted && counts.has(c)) counts.set(c, counts.get(c)! + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/**
 * Fields of a text in the form of RFC 4180, line by line.
 * @example [...csvRows('a,"b ""c"""\n1,2')] // [["a", 'b "c"'], ["1", "2"]]
 */
export function* csvRows(text: string): Generator<string[]> {
  const separator = separatorOf(text);
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        const quote = text.indexOf('"', end);
        if (quote < 0) {
          field += text.slice(end);
          end = text.length;
          break;
        }
        field += text.slice(end, quote);
        end = quote + 1;
        if (text[end] !== '"') break;
        field += '"';
        end++;
      }
      at = end;
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
    fields.push(field + text.slice(from, at));
    if (text[at] === separator) {
      at++;
      if (at === text.length) fields.push('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    yield fields;
    fields = [];
  }
  if (fields.length > 0) yield fields;
}

/** A plain number as Excel would take it; codes with leading zeros and long ids stay text. */
function numberOf(field: string): number | null {
  const text = field.trim();
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return null;
  return text.replace(/[-.]/g, '').length <= 15 ? Number(text) : null;
}

/** A text file of separated values as a workbook of one sheet, which has the file's name. */
export function readCsv(bytes: Uint8Array, name: string): WorkbookSnapshot {
  const workbook = new WorkbookBuilder();
  const cells = new CellTableBuilder(workbook);
  let row = 0;
  let count = 0;
  for (const fields of csvRows(decodeText(bytes))) {
    if (row >= MAX_ROWS) throw new FileError('tooManyCells', { limit: MAX_CELLS });
    fields.slice(0, MAX_COLUMNS).forEach((field, column) => {
      if (field === '') return;
      if (++count > MAX_CELLS) throw new FileError('tooManyCells', { limit: MAX_CELLS });
      cells.add(row, column, numberOf(field) ?? field);
    });
    row++;
  }
  workbook.add({
    name: name.replace(/\.[^.]*$/, ''),
    visibility: 'visible',
    cells: cells.build(),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    isProtected: false,
    mark: null,
  });
  return workbook.build(name);
}
