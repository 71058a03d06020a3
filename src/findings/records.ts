import { isoDate } from '../values';
import { byUnit, dayOf, isDue, registersOf, unitRows, type Context, type UnitRow } from './context';
import type { Judgement } from './judgement';
import { judgeDuty } from './plans';
import { committees, missingUnits } from './roster';

/** Quarters with the day by which their rating is to be held, 15 days after their end (the field, section 6). */
const QUARTERS = [
  ['quarter1', '04-15'],
  ['quarter2', '07-15'],
  ['quarter3', '10-15'],
  ['quarter4', '01-15'],
] as const;

/**
 * The group's yearly assessment (G15), the half-yearly assessment of branches (G16), each half a duty, and the quarterly
 * rating (G17) of units that have opted in for flags.
 */
export function recordDuties(context: Context): Judgement[] {
  const registers = registersOf(context, 'records');
  if (registers.length === 0) return [];
  const rows = unitRows(context, registers);
  const midYear = dayOf(context, '06-30');
  const yearEnd = dayOf(context, '12-31');
  const isHalfOver = isDue(context, midYear);
  const isYearOver = isDue(context, yearEnd);
  const judgements: Judgement[] = [];
  for (const unit of byUnit(rows)) {
    if (isYearOver) judgements.push(...judgeDuty(context, unit, 'G15', ['annual'], { deadline: yearEnd }));
    for (const [field, deadline, isOver] of [
      ['firstHalf', midYear, isHalfOver],
      ['secondHalf', yearEnd, isYearOver],
    ] as const) {
      if (!isOver) continue;
      judgements.push(...judgeDuty(context, unit, `G16.${field}`, [field], { deadline, variant: field }));
    }
  }
  judgements.push(...quarterDuties(context, rows));
  if (isYearOver) {
    const data = { year: context.year };
    const duty = { dutyOf: () => 'G15' as const, field: 'annual' as const, deadlineOf: () => yearEnd, data };
    judgements.push(...missingUnits(committees(context), rows, registers[0]!, duty));
  }
  return judgements;
}

/** A rating is owed for each quarter that lies in the period or after its beginning; the last is due next January. */
function quarterDuties(context: Context, rows: readonly UnitRow[]): Judgement[] {
  const { period } = context.assessment;
  return byUnit(rows).flatMap((unit) => {
    if (unit[0]!.unit.organization?.takesFlag !== true) return [];
    return QUARTERS.flatMap(([field, monthDay], quarter) => {
      const deadline = quarter < 3 ? dayOf(context, monthDay) : dayOf({ ...context, year: context.year + 1 }, monthDay);
      const start = isoDate(context.year, quarter * 3 + 1, 1);
      if (!isDue(context, deadline) || (period !== null && (start < period.start || start > period.end))) return [];
      return judgeDuty(context, unit, 'G17', [field], { deadline, variant: field });
    });
  });
}
