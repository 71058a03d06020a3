import type { IsoDate } from '../model';

/** The day of the user's clock as "YYYY-MM-DD". */
export function today(): IsoDate {
  return now().slice(0, 10);
}

/** Day and time of the user's clock as "YYYY-MM-DD HH:MM". */
export function now(): string {
  const clock = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [clock.getFullYear(), clock.getMonth() + 1, clock.getDate()].map(two).join('-');
  return `${day} ${two(clock.getHours())}:${two(clock.getMinutes())}`;
}
