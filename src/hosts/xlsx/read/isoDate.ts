const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?)?Z?$/;
const DAY_MS = 86_400_000;

/**
 * Serial number of an ISO date as cells of type "d" hold it, or null when the text is none.
 * The 1900 system counts a 29 February 1900 that never was.
 * @example serialOfIsoDate("2004-06-30", false) // 38168
 * @example serialOfIsoDate("2004-06-30", true) // 36706
 */
export function serialOfIsoDate(text: string, date1904: boolean): number | null {
  const match = ISO.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS;
  const time = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
  if (date1904) return days - Date.UTC(1904, 0, 1) / DAY_MS + time;
  const serial = days - Date.UTC(1899, 11, 30) / DAY_MS;
  return (serial < 61 ? serial - 1 : serial) + time;
}
