import type { CellRef, Finding } from '../model';
import { byUnit, registersOf, unitRows, type Context, type UnitRow } from './context';
import { push } from './plans';
import { countOf, factOf, valueOf } from './reading';
import { committees, missingUnits } from './roster';
import { say } from './say';
import { written } from './words';

/** Activity funds (G19): money was provided for and has arrived. */
export function fundGaps(context: Context): Finding[] {
  const registers = registersOf(context, 'funds');
  if (registers.length === 0) return [];
  const rows = unitRows(context, registers);
  const findings: Finding[] = [];
  for (const unit of byUnit(rows)) push(findings, fundGap(context, unit));
  const duty = { codeOf: () => 'G19' as const, field: 'received' as const };
  findings.push(...missingUnits(committees(context), rows, registers[0]!, duty));
  return findings;
}

/** Of several rows one with money is enough; else the first row shows what is missing: the budget or its arrival. */
function fundGap(context: Context, rows: readonly UnitRow[]): Finding | null {
  const cells = rows.map(({ row }) => row.cells).filter(({ budget, received }) => received ?? budget);
  const first = cells[0];
  if (!first || cells.some(({ budget, received }) => hasMoney(context, received ?? budget!))) return null;
  const noBudget = first.budget !== undefined && !hasMoney(context, first.budget);
  const place = noBudget ? first.budget! : first.received!;
  return say({
    code: 'G19',
    variant: noBudget ? 'noBudget' : 'notReceived',
    about: rows[0]!.unit,
    place,
    data: { written: written(valueOf(context, place)) },
  });
}

function hasMoney(context: Context, cell: CellRef): boolean {
  const amount = countOf(context, cell);
  if (typeof amount === 'number') return amount > 0;
  const fact = factOf(context, cell);
  return fact === 'yes' || fact === 'notApplicable';
}
