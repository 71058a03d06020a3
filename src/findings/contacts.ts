import type { CellRef } from '../model';
import { byUnit, dayOf, isDue, registersOf, unitRows, type Context, type UnitRow } from './context';
import { judged, type Judgement, type Verdict } from './judgement';
import { countOf, datesOf, factOf, textOf, type Fact } from './reading';
import { say } from './say';

/** A leader for each contact point (G08), at least one visit of the leader a year (G09). */
export function contactDuties(context: Context): Judgement[] {
  return byUnit(unitRows(context, registersOf(context, 'contacts'))).flatMap((rows) => [
    ...judged('G08', rows[0]!.unit, leaderVerdict(context, rows)),
    ...judged('G09', rows[0]!.unit, visitVerdict(context, rows)),
  ]);
}

function leaderVerdict(context: Context, rows: readonly UnitRow[]): Verdict {
  const cells = rows.map(({ row }) => row.cells.leader).filter((cell): cell is CellRef => cell !== undefined);
  const facts = cells.map((cell) => factOf(context, cell));
  if (facts.includes('yes')) return 'met';
  if (facts.length === 0 || facts.includes('notApplicable')) return 'none';
  return say({ code: 'G08', variant: 'blank', about: rows[0]!.unit, place: cells[0]! });
}

/** After the end of the year a contact point without a visit is a grave gap; from October on it is a warning. */
function visitVerdict(context: Context, rows: readonly UnitRow[]): Verdict {
  const yearEnd = dayOf(context, '12-31');
  const isOver = isDue(context, yearEnd);
  const isNear = !isOver && isDue(context, dayOf(context, '09-30'));
  if (!isOver && !isNear) return 'none';
  const places = rows
    .map(({ row }) => row.cells.visits ?? row.cells.visitDate)
    .filter((cell): cell is CellRef => cell !== undefined);
  if (places.length === 0) return 'none';
  const visits = rows.map(({ row }) => visitOf(context, row.cells));
  if (visits.includes('yes')) return 'met';
  if (visits.includes('notApplicable')) return 'none';
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
function visitOf(context: Context, cells: UnitRow['row']['cells']): Fact {
  const times = countOf(context, cells.visits);
  if (typeof times === 'number' && times > 0 && !isDay(context, cells.visits)) return 'yes';
  const facts = [cells.visits, cells.visitDate].map((cell): Fact => {
    const days = datesOf(context, cell);
    if (days) return days.some((day) => Number(day.slice(0, 4)) === context.year) ? 'yes' : 'no';
    return typeof countOf(context, cell) === 'number' ? 'no' : factOf(context, cell);
  });
  return (['yes', 'notApplicable'] as const).find((fact) => facts.includes(fact)) ?? 'no';
}

/** 调研时间 is often headed 调研, so a serial number in a column of visits is a day and not 38,000 visits. */
function isDay(context: Context, cell: CellRef | undefined): boolean {
  const times = countOf(context, cell);
  return typeof times === 'number' && times > 400 && datesOf(context, cell) !== null;
}
