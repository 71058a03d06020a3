/** What a workbook tells of the run that wrote its results. */
export interface LastRun {
  /** Day and time of the user's clock, e.g. "2005-01-20 10:32". */
  readonly at: string;
  /** Subjects that got a total. */
  readonly subjects: number;
  /** Sum of what people had entered by then (16 hexadecimal digits); tells whether something has changed since. */
  readonly sum: string;
}

/**
 * A last run from a place that anybody can write to; null when it is none.
 * @example parseLastRun({ at: "2005-01-20 10:32", subjects: 21, sum: "0123456789abcdef" })?.subjects // 21
 */
export function parseLastRun(value: unknown): LastRun | null {
  if (typeof value !== 'object' || value === null) return null;
  const { at, subjects, sum } = value as Partial<Record<keyof LastRun, unknown>>;
  if (typeof at !== 'string' || !/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(at)) return null;
  if (typeof subjects !== 'number' || !Number.isInteger(subjects) || subjects < 0) return null;
  return typeof sum === 'string' && /^[0-9a-f]{16}$/.test(sum) ? { at, subjects, sum } : null;
}
