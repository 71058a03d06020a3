import type { CellValue } from '../../../model/workbook';
import { serialOfIsoDate } from '../read/isoDate';
import { StringItemReader } from '../read/sharedStrings';
import { Token, XmlScanner } from '../xml/scanner';
import { unescapeCell } from '../xml/text';

/** What is needed to read one cell by itself. */
export interface CellReading {
  readonly sharedStrings: () => readonly string[];
  readonly date1904: boolean;
}

function parsed(type: string, text: string, reading: CellReading): CellValue {
  if (type === 's') return reading.sharedStrings()[Number(text)] ?? null;
  if (type === 'b') return text.trim() === '1' || text.trim() === 'true';
  if (type === 'e') return { error: text };
  const number = type === 'd' ? serialOfIsoDate(text, reading.date1904) : text.trim() === '' ? NaN : Number(text);
  if (type === 'str' || number === null) return unescapeCell(text);
  if (text.trim() === '') return null;
  return Number.isFinite(number) ? number : unescapeCell(text);
}

/**
 * Value of one cell from its XML, for the comparison before it is overwritten.
 * @param xml the element `c`
 */
export function cellValue(xml: string, reading: CellReading): CellValue {
  const scanner = new XmlScanner(xml);
  const item = new StringItemReader();
  item.start();
  let type = 'n';
  let text: string | null = null;
  let inside = '';
  for (let token = scanner.next(); token !== Token.none; token = scanner.next()) {
    if (scanner.depth === 0) {
      if (token === Token.open) type = scanner.attribute('t') ?? 'n';
    } else if (scanner.depth === 1 && token === Token.open) {
      inside = scanner.isEmpty ? '' : scanner.name;
      if (scanner.is('v')) text = '';
    } else if (scanner.depth === 1 && token === Token.close) inside = '';
    else if (inside === 'is') item.take(token, scanner);
    else if (inside === 'v' && token === Token.text) text += scanner.textValue();
  }
  if (type === 'inlineStr') return item.finish();
  return text === null ? null : parsed(type, text, reading);
}
