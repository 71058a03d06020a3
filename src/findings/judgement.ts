import type { Finding, FindingCode } from '../model';
import type { Unit } from './context';

/** Duties that are judged unit by unit, in the order of tables; the half-yearly assessment is two. */
export const DUTIES = [
  'G01',
  'G02',
  'G03',
  'G06',
  'G07',
  'G08',
  'G09',
  'G10',
  'G11',
  'G12',
  'G13',
  'G15',
  'G16.firstHalf',
  'G16.secondHalf',
  'G17',
  'G19',
  'G20',
  'G23',
] as const;

/** Code of a duty, with its half where it has two. */
export type Duty = (typeof DUTIES)[number];

/**
 * What became of a duty of a unit. A duty that does not bind the unit, is not due yet, has no register or is not
 * applicable ("/") has no judgement at all.
 */
export interface Judgement {
  readonly duty: Duty;
  readonly unit: Unit;
  /** What is missing; null when the duty is fulfilled. */
  readonly finding: Finding | null;
}

/** Whether a duty is fulfilled ("met"), or says nothing ("none"); else what is missing. */
export type Verdict = 'met' | 'none' | Finding;

/** The judgement that a verdict is; none for one that says nothing. */
export function judged(duty: Duty, unit: Unit, verdict: Verdict): Judgement[] {
  if (verdict === 'none') return [];
  return [{ duty, unit, finding: verdict === 'met' ? null : verdict }];
}

/**
 * Code of the findings of a duty.
 * @example codeOfDuty("G16.firstHalf") // "G16"
 */
export function codeOfDuty(duty: Duty): FindingCode {
  return duty.slice(0, 3) as FindingCode;
}
