import type { CellRef } from '../model';
import { byUnit, registersOf, unitRows, type Context, type UnitRow } from './context';
import { judged, type Judgement, type Verdict } from './judgement';
import { countOf, factOf, valueOf, type Fact } from './reading';
import { committees, missingUnits } from './roster';
import { say } from './say';
import { written } from './words';

/** Activity funds (G19): money was provided for and has arrived. */
export function fundDuties(context: Context): Judgement[] {
  const registers = registersOf(context, 'funds');
  if (registers.length === 0) return [];
  const rows = unitRows(context, registers);
  const duty = { dutyOf: () => 'G19' as const, field: 'received' as const };
  return [
    ...byUnit(rows).flatMap((unit) => judged('G19', unit[0]!.unit, fundVerdict(context, unit))),
    ...missingUnits(committees(context), rows, registers[0]!, duty),
  ];
}

/** Of several rows one with money is enough; else the first row shows what is missing: the budget or its arrival. */
function fundVerdict(context: Context, rows: readonly UnitRow[]): Verdict {
  const cells = rows.map(({ row }) => row.cells).filter(({ budget, received }) => received ?? budget);
  const first = cells[0];
  if (!first) return 'none';
  const facts = cells.map(({ budget, received }) => moneyOf(context, received ?? budget!));
  if (facts.includes('yes')) return 'met';
  if (facts.includes('notApplicable')) return 'none';
  const noBudget = first.budget !== undefined && moneyOf(context, first.budget) === 'no';
  const place = noBudget ? first.budget! : first.received!;
  return say({
    code: 'G19',
    variant: noBudget ? 'noBudget' : 'notReceived',
    about: rows[0]!.unit,
    place,
    data: { written: written(valueOf(context, place)) },
  });
}

/** Whether there is money; a cell that does not say so has none. */
function moneyOf(context: Context, cell: CellRef): Fact {
  const amount = countOf(context, cell);
  if (typeof amount === 'number') return amount > 0 ? 'yes' : 'no';
  const fact = factOf(context, cell);
  return fact === 'unknown' ? 'no' : fact;
}
