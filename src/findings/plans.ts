import type { Finding, FindingCode, IsoDate, RegisterField } from '../model';
import { byUnit, registersOf, unitRows, type Context, type UnitRow } from './context';
import { evidenceOf, isMissing } from './facts';
import { valueOf } from './reading';
import { committees, missingUnits } from './roster';
import { say } from './say';
import { written } from './words';

/** Plan made (G01), plan sent (G02), assessment measures made (G03); all due at once. */
export function planGaps(context: Context): Finding[] {
  const plans = registersOf(context, 'plans');
  const rows = unitRows(context, plans);
  const findings: Finding[] = [];
  for (const unit of byUnit(rows)) {
    push(findings, dutyGap(context, unit, 'G01', ['plan', 'planDate']));
    push(findings, dutyGap(context, unit, 'G02', ['planSent', 'planSentDate']));
  }
  if (plans.length > 0) {
    findings.push(...missingUnits(committees(context), rows, plans[0]!, { codeOf: () => 'G01', field: 'plan' }));
  }
  findings.push(...measureGaps(context));
  return findings;
}

/** Measures stand in a register of their own or in columns of the register of plans. */
function measureGaps(context: Context): Finding[] {
  const own = registersOf(context, 'measures');
  const beside = registersOf(context, 'plans').filter(({ columns }) => columns.measures !== undefined);
  const rows = unitRows(context, [...own, ...beside]);
  const findings: Finding[] = [];
  for (const unit of byUnit(rows)) push(findings, dutyGap(context, unit, 'G03', ['measures', 'measuresDate']));
  // A unit that is missing from a common register is one finding, and that is G01.
  if (own.length > 0) {
    const listed = unitRows(context, [...own, ...registersOf(context, 'plans')]);
    const known = beside.length > 0 ? listed : unitRows(context, own);
    findings.push(...missingUnits(committees(context), known, own[0]!, { codeOf: () => 'G03', field: 'measures' }));
  }
  return findings;
}

/**
 * The finding of one unit's duty whose evidence is a yes, a date or a document number; null when it is fulfilled.
 * Without a `variant` the sentence says whether the cell is blank or says no; `deadline` null is owed at once.
 */
export function dutyGap(
  context: Context,
  unit: readonly UnitRow[],
  code: FindingCode,
  fields: readonly RegisterField[],
  { deadline = null, variant }: { deadline?: IsoDate | null; variant?: string } = {},
): Finding | null {
  const evidence = evidenceOf(context, unit, fields);
  if (!isMissing(evidence)) return null;
  const { place, row, fact } = evidence;
  const data = { written: written(valueOf(context, place)), year: context.year };
  return say({ code, variant: variant ?? (fact === 'no' ? 'no' : 'blank'), about: row.unit, place, data, deadline });
}

/** Adds a finding if there is one. */
export function push(findings: Finding[], finding: Finding | null): void {
  if (finding) findings.push(finding);
}
