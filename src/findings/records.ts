import { byUnit, dayOf, isDue, registersOf, unitRows, type Context } from './context';
import type { Judgement } from './judgement';
import { judgeDuty } from './plans';
import { committees, missingUnits } from './roster';

/** The group's yearly assessment (G15) and the half-yearly assessment of branches (G16), each half a duty. */
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
  if (isYearOver) {
    const data = { year: context.year };
    const duty = { dutyOf: () => 'G15' as const, field: 'annual' as const, deadlineOf: () => yearEnd, data };
    judgements.push(...missingUnits(committees(context), rows, registers[0]!, duty));
  }
  return judgements;
}
