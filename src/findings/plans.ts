import type { IsoDate, RegisterField } from '../model';
import { byUnit, registersOf, unitRows, type Context, type UnitRow } from './context';
import { evidenceOf, isMissing } from './facts';
import { codeOfDuty, judged, type Duty, type Judgement } from './judgement';
import { valueOf } from './reading';
import { committees, missingUnits } from './roster';
import { say } from './say';
import { written } from './words';

/** Plan made (G01), plan sent (G02), assessment measures made (G03); all due at once. */
export function planDuties(context: Context): Judgement[] {
  const plans = registersOf(context, 'plans');
  const rows = unitRows(context, plans);
  const judgements: Judgement[] = [];
  for (const unit of byUnit(rows)) {
    judgements.push(...judgeDuty(context, unit, 'G01', ['plan', 'planDate']));
    judgements.push(...judgeDuty(context, unit, 'G02', ['planSent', 'planSentDate']));
  }
  if (plans.length > 0) {
    judgements.push(...missingUnits(committees(context), rows, plans[0]!, { dutyOf: () => 'G01', field: 'plan' }));
  }
  judgements.push(...measureDuties(context));
  return judgements;
}

/** Measures stand in a register of their own or in columns of the register of plans. */
function measureDuties(context: Context): Judgement[] {
  const own = registersOf(context, 'measures');
  const beside = registersOf(context, 'plans').filter(({ columns }) => columns.measures !== undefined);
  const rows = unitRows(context, [...own, ...beside]);
  const judgements = byUnit(rows).flatMap((unit) => judgeDuty(context, unit, 'G03', ['measures', 'measuresDate']));
  // A unit that is missing from a common register is one finding, and that is G01.
  if (own.length > 0) {
    const listed = unitRows(context, [...own, ...registersOf(context, 'plans')]);
    const known = beside.length > 0 ? listed : unitRows(context, own);
    judgements.push(...missingUnits(committees(context), known, own[0]!, { dutyOf: () => 'G03', field: 'measures' }));
  }
  return judgements;
}

/**
 * Judges one unit's duty whose evidence is a yes, a date or a document number. Without a `variant` the sentence says
 * whether the cell is blank or says no; `deadline` null is owed at once.
 */
export function judgeDuty(
  context: Context,
  unit: readonly UnitRow[],
  duty: Duty,
  fields: readonly RegisterField[],
  { deadline = null, variant }: { deadline?: IsoDate | null; variant?: string } = {},
): Judgement[] {
  const evidence = evidenceOf(context, unit, fields);
  if (!evidence || evidence.fact === 'notApplicable') return [];
  if (!isMissing(evidence)) return judged(duty, unit[0]!.unit, 'met');
  const { place, row, fact } = evidence;
  const data = { written: written(valueOf(context, place)) };
  const missing = variant ?? (fact === 'no' ? 'no' : 'blank');
  return judged(
    duty,
    row.unit,
    say({ code: codeOfDuty(duty), variant: missing, about: row.unit, place, data, deadline }),
  );
}
