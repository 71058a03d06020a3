import { byUnit, dayOf, isDue, registersOf, unitRows, type Context } from './context';
import { countOf } from './reading';
import { judged, type Judgement } from './judgement';
import { judgeDuty } from './plans';
import { contactPoints, missingUnits } from './roster';

/** One experience paper a year (G11), a year-end summary (G12), an archive (G13). */
export function materialDuties(context: Context): Judgement[] {
  const registers = registersOf(context, 'materials');
  if (registers.length === 0) return [];
  const rows = unitRows(context, registers);
  const yearEnd = dayOf(context, '12-31');
  const summaryDay = nextYear(context, '01-15');
  const isYearOver = isDue(context, yearEnd);
  const isSummaryDue = isDue(context, summaryDay);
  const judgements: Judgement[] = [];
  for (const unit of byUnit(rows)) {
    const hasPaper = unit.some(({ row }) => {
      const count = countOf(context, row.cells.paper);
      return typeof count === 'number' && count > 0;
    });
    if (isYearOver && hasPaper) judgements.push(...judged('G11', unit[0]!.unit, 'met'));
    else if (isYearOver)
      judgements.push(...judgeDuty(context, unit, 'G11', ['paper', 'paperDate'], { deadline: yearEnd }));
    if (isSummaryDue)
      judgements.push(...judgeDuty(context, unit, 'G12', ['summary', 'summaryDate'], { deadline: summaryDay }));
    judgements.push(...judgeDuty(context, unit, 'G13', ['archive']));
  }
  if (isYearOver) {
    const data = { year: context.year };
    const duty = { dutyOf: () => 'G11' as const, field: 'paper' as const, deadlineOf: () => yearEnd, data };
    judgements.push(...missingUnits(contactPoints(context), rows, registers[0]!, duty));
  }
  return judgements;
}

function nextYear(context: Context, monthDay: string): string {
  return dayOf({ ...context, year: context.year + 1 }, monthDay);
}
