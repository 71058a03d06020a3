import type { Finding } from '../model';
import { byUnit, dayOf, isDue, registersOf, unitRows, type Context } from './context';
import { countOf } from './reading';
import { dutyGap, push } from './plans';
import { contactPoints, missingUnits } from './roster';

/** One experience paper a year (G11), a year-end summary (G12), an archive (G13). */
export function materialGaps(context: Context): Finding[] {
  const registers = registersOf(context, 'materials');
  if (registers.length === 0) return [];
  const rows = unitRows(context, registers);
  const yearEnd = dayOf(context, '12-31');
  const summaryDay = nextYear(context, '01-15');
  const isYearOver = isDue(context, yearEnd);
  const isSummaryDue = isDue(context, summaryDay);
  const findings: Finding[] = [];
  for (const unit of byUnit(rows)) {
    const hasPaper = unit.some(({ row }) => {
      const count = countOf(context, row.cells.paper);
      return typeof count === 'number' && count > 0;
    });
    if (isYearOver && !hasPaper)
      push(findings, dutyGap(context, unit, 'G11', ['paper', 'paperDate'], { deadline: yearEnd }));
    if (isSummaryDue)
      push(findings, dutyGap(context, unit, 'G12', ['summary', 'summaryDate'], { deadline: summaryDay }));
    push(findings, dutyGap(context, unit, 'G13', ['archive']));
  }
  if (isYearOver) {
    const data = { year: context.year };
    const duty = { codeOf: () => 'G11' as const, field: 'paper' as const, deadlineOf: () => yearEnd, data };
    findings.push(...missingUnits(contactPoints(context), rows, registers[0]!, duty));
  }
  return findings;
}

function nextYear(context: Context, monthDay: string): string {
  return dayOf({ ...context, year: context.year + 1 }, monthDay);
}
