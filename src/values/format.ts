function bareCode(code: string): string {
  return code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./gu, '');
}

/** Whether a number format code shows a percentage. @example isPercentFormat("0.0%") // true */
export function isPercentFormat(code: string): boolean {
  return code.includes('%') && bareCode(code).includes('%');
}

/** Whether a number format code shows a date or a time. @example isDateFormat("yyyy-mm-dd") // true */
export function isDateFormat(code: string): boolean {
  return code !== 'General' && /[ymdhs年月日]/iu.test(bareCode(code).replace(/general/giu, ''));
}

/** Serial numbers of 1927 to 2099: a number in this range with a date format is a day, not an amount. */
export const FIRST_SERIAL = 10_000;
export const LAST_SERIAL = 73_050;

/**
 * Whether a cell's number is a day by its format: "4/5" typed into a sheet becomes 5 April and must not be scored.
 */
export function isDateNumber(value: number, format: string): boolean {
  return value >= FIRST_SERIAL && value <= LAST_SERIAL && isDateFormat(format);
}
