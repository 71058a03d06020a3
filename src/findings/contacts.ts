import type { CellRef, Finding } from '../model';
import { byUnit, dayOf, isDue, registersOf, unitRows, type Context, type UnitRow } from './context';
import { push } from './plans';
import { countOf, datesOf, factOf, textOf } from './reading';
import { say } from './say';

/** A leader for each contact point (G08), at least one visit of the leader a year (G09). */
export function contactGaps(context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const rows of byUnit(unitRows(context, registersOf(context, 'contacts')))) {
    push(findings, leaderGap(context, rows));
    push(findings, visitGap(context, rows));
  }
  return findings;
}

function leaderGap(context: Context, rows: readonly UnitRow[]): Finding | null {
  const cells = rows.map(({ row }) => row.cells.leader).filter((cell): cell is CellRef => cell !== undefined);
  const missing = cells.length > 0 && cells.every((cell) => ['unknown', 'no'].includes(factOf(context, cell)));
  return missing ? say({ code: 'G08', variant: 'blank', about: rows[0]!.unit, place: cells[0]! }) : null;
}

/** After the end of the year a contact point without a visit is a grave gap; from October on it is a warning. */
function visitGap(context: Context, rows: readonly UnitRow[]): Finding | null {
  const yearEnd = dayOf(context, '12-31');
  const isOver = isDue(context, yearEnd);
  const isNear = !isOver && isDue(context, dayOf(context, '09-30'));
  if (!isOver && !isNear) return null;
  const places = rows
    .map(({ row }) => row.cells.visits ?? row.cells.visitDate)
    .filter((cell): cell is CellRef => cell !== undefined);
  if (places.length === 0 || rows.some(({ row }) => wasVisited(context, row.cells))) return null;
  const leader = rows.map(({ row }) => textOf(context, row.cells.leader)).find((name) => name !== '');
  return say({
    code: 'G09',
    variant: isOver ? (leader ? 'over' : 'overNoLeader') : leader ? 'near' : 'nearNoLeader',
    severity: isOver ? 'high' : 'low',
    about: rows[0]!.unit,
    place: places[0]!,
    data: { year: context.year, leader: leader ?? '' },
    deadline: yearEnd,
  });
}

/** A number of visits, or the day of one; a day counts in its own year only. */
function wasVisited(context: Context, cells: UnitRow['row']['cells']): boolean {
  const times = countOf(context, cells.visits);
  if (times === 'notApplicable' || (typeof times === 'number' && times > 0 && !isDay(context, cells.visits))) {
    return true;
  }
  return [cells.visits, cells.visitDate].some((cell) => {
    const days = datesOf(context, cell);
    if (days) return days.some((day) => Number(day.slice(0, 4)) === context.year);
    const fact = factOf(context, cell);
    return typeof countOf(context, cell) !== 'number' && (fact === 'yes' || fact === 'notApplicable');
  });
}

/** 调研时间 is often headed 调研, so a serial number in a column of visits is a day and not 38,000 visits. */
function isDay(context: Context, cell: CellRef | undefined): boolean {
  const times = countOf(context, cell);
  return typeof times === 'number' && times > 400 && datesOf(context, cell) !== null;
}
