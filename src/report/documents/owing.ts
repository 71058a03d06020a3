import type { Finding, FindingCode } from '../../model';
import type { ReportSource } from '..';
import { inUnitOrder } from '../unitOrder';

/** Kinds of things that are owed, in the order in which documents name them. */
export const MATTERS = [
  'plans',
  'bonds',
  'contacts',
  'info',
  'materials',
  'records',
  'funds',
  'rectify',
  'sources',
  'data',
] as const;
export type Matter = (typeof MATTERS)[number];

const MATTER_OF: Readonly<Partial<Record<FindingCode, Matter>>> = {
  G01: 'plans',
  G02: 'plans',
  G03: 'plans',
  G06: 'bonds',
  G07: 'bonds',
  G08: 'contacts',
  G09: 'contacts',
  G10: 'info',
  G11: 'materials',
  G12: 'materials',
  G13: 'materials',
  G15: 'records',
  G16: 'records',
  G17: 'records',
  G19: 'funds',
  G23: 'rectify',
  G20: 'sources',
  D01: 'data',
  D02: 'data',
  D03: 'data',
  D04: 'data',
  D05: 'data',
  D06: 'data',
  D07: 'data',
  D08: 'data',
  D09: 'data',
  D10: 'data',
};

/** Faults in the data that leave a value unknown, so that a unit owes one. */
const UNKNOWN_VALUE: ReadonlySet<FindingCode> = new Set(['D01', 'D03', 'D06']);

/** What kind of thing a finding is about; null for rules, decisions and goals, which no unit owes. */
export function matterOf({ code }: Finding): Matter | null {
  return MATTER_OF[code] ?? null;
}

/** True when a unit is to do something about it: a duty, a missing source, a value that is unknown. */
export function isOwed(finding: Finding): boolean {
  const matter = matterOf(finding);
  return finding.subject !== null && matter !== null && (matter !== 'data' || UNKNOWN_VALUE.has(finding.code));
}

/** A unit with everything that it owes. What a member owes, its branch is asked for. */
export interface OwingUnit {
  readonly name: string;
  readonly debts: readonly Debt[];
}

export interface Debt {
  readonly finding: Finding;
  /** Name of the member that it concerns; null when it is the unit itself. */
  readonly member: string | null;
}

/** Units that owe something, in roster order. */
export function owingUnits({ assessment, findings }: ReportSource): OwingUnit[] {
  const branchOf = new Map<string, string>();
  for (const { scheme, subjects } of assessment.schemes) {
    if (scheme.kind !== 'member') continue;
    for (const { id, name, branch, group } of subjects) {
      const home = branch ?? group;
      if (home !== null) branchOf.set(`${scheme.name}\n${id ?? name}`, home);
    }
  }
  const units = new Map<string, Debt[]>();
  for (const finding of inUnitOrder(findings.filter(isOwed), assessment)) {
    const name = finding.subjectName ?? finding.subject!;
    const branch = branchOf.get(`${finding.scheme ?? ''}\n${finding.subject!}`);
    const debts = units.get(branch ?? name) ?? [];
    units.set(branch ?? name, debts);
    debts.push({ finding, member: branch === undefined ? null : name });
  }
  return [...units].map(([name, debts]) => ({ name, debts }));
}
