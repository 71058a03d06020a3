import type { IsoDate } from '../model';

/** The day of the user's clock as "YYYY-MM-DD". */
export function today(): IsoDate {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
