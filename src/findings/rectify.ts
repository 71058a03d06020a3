import type { CellRef, IsoDate } from '../model';
import { registersOf, unitRows, type Context, type UnitRow } from './context';
import { judged, type Judgement, type Verdict } from './judgement';
import { datesOf, factOf, saysNothing, textOf, valueOf } from './reading';
import { say } from './say';
import { written } from './words';

/** Rectification in time (G23): every row that is past its deadline (整改时限) and not closed (销号). */
export function rectifyDuties(context: Context): Judgement[] {
  return unitRows(context, registersOf(context, 'rectify')).flatMap((row) =>
    judged('G23', row.unit, rectifyVerdict(context, row)),
  );
}

function rectifyVerdict(context: Context, { row, unit }: UnitRow): Verdict {
  const { problem, deadline, closed, progress } = row.cells;
  const state = closed ?? progress;
  if (isNone(context, problem)) return 'none';
  const settled = settledOf(context, state);
  if (settled !== null) return settled;
  const days = datesOf(context, deadline);
  if (!deadline || !days) return 'none';
  const late = days.filter((day) => context.assessment.asOf > day);
  if (late.length === 0) return 'none';
  // 6.3 may be June 3 or June 30: as long as one of them is still to come, ask instead of blaming.
  const isUnclear = late.length < days.length;
  return say({
    code: 'G23',
    variant: isUnclear ? 'unclear' : 'overdue',
    severity: isUnclear ? 'low' : 'high',
    about: unit,
    place: isUnclear ? deadline : (state ?? deadline),
    deadline: isUnclear ? null : late[late.length - 1],
    data: {
      problem: textOf(context, problem) || '—',
      deadline: { 'zh-CN': days.join('或'), 'en-US': days.join(' or ') },
      written: written(valueOf(context, deadline)),
      days: daysBetween(late[late.length - 1]!, context.assessment.asOf),
    },
  });
}

/** 无 under 存在问题: nothing was found. */
function isNone(context: Context, problem: CellRef | undefined): boolean {
  return problem !== undefined && (saysNothing(context, problem) || factOf(context, problem) === 'notApplicable');
}

/** What 销号 says; null while the problem is open. */
function settledOf(context: Context, state: CellRef | undefined): 'met' | 'none' | null {
  const fact = factOf(context, state);
  return fact === 'yes' ? 'met' : fact === 'notApplicable' ? 'none' : null;
}

/** Whole days from one day to a later one. */
function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
