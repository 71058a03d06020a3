import { format as formatNumber, isDateFormat } from 'numfmt';
import { CellKind } from '../../../model/workbook';

/** Days between the starts of the two date systems. */
const DAYS_1904 = 1462;

/** A code as the formatter knows it: the Chinese words for the half of the day are its AM/PM. */
function knownCode(code: string): string {
  return code.replaceAll('上午/下午', 'AM/PM');
}

/**
 * A number as Excel shows it in a number format, in Chinese.
 * @example displayNumber(38168, 'yyyy"年"m"月"d"日"', false) // "2004年6月30日"
 */
export function displayNumber(value: number, code: string, date1904: boolean): string {
  const known = knownCode(code);
  try {
    const shown = date1904 && isDateFormat(known) ? value + DAYS_1904 : value;
    return formatNumber(known, shown, { locale: 'zh-CN', throws: false });
  } catch {
    return String(value);
  }
}

/** Text of a cell as shown; `text` is that of a text or error cell. */
export function displayText(kind: number, value: number, text: string, code: string, date1904: boolean): string {
  switch (kind) {
    case CellKind.number:
      return displayNumber(value, code, date1904);
    case CellKind.boolean:
      return value === 0 ? 'FALSE' : 'TRUE';
    case CellKind.text:
    case CellKind.error:
      return text;
    default:
      return '';
  }
}
