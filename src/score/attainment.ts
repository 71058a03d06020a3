import type { Assessment, Attainment, Rational, SchemeAssessment, SchemeResult, Subject } from '../model';
import { Q } from '../values';
import type { SubjectAdjustments } from './adjustments';
import { STATUS_CODE, type Sheet } from './scoreSubjects';

/** Lines of 达标 as whole numbers: hundredths of the total, ten-thousandths of a rate. */
export function passLines({ parameters }: SchemeAssessment): { readonly total: number; readonly rate: number } {
  return {
    total: Number(Q.ceil(Q.mul(parameters.passTotal, Q.HUNDRED))),
    rate: Number(Q.ceil(Q.mul(parameters.passDimension, Q.of(10_000)))),
  };
}

/**
 * 达标 of each subject: total and every dimension that it has at or above the lines, no veto; -1 where it is not judged
 * (specification, section 8).
 */
export function judgeAttainment(
  input: SchemeAssessment,
  sheet: Sheet,
  adjustments: ReadonlyMap<number, SubjectAdjustments>,
): Int8Array {
  const lines = passLines(input);
  const attained = new Int8Array(input.subjects.length).fill(-1);
  for (let subject = 0; subject < attained.length; subject++) {
    if (sheet.status[subject]! >= STATUS_CODE.blocked) continue;
    let passes = Math.round(sheet.total[subject]! * 100) >= lines.total;
    for (const rates of sheet.dimensionRates) {
      const rate = rates[subject]!;
      if (rate === rate && Math.round(rate * 10_000) < lines.rate) passes = false;
    }
    const vetoes = adjustments.get(subject)?.vetoes.length ?? 0;
    attained[subject] = passes && vetoes === 0 ? 1 : 0;
  }
  return attained;
}

const COMMITTEE = '党委';
const BRANCH = '支部';

/** Target that a subject counts for: 党委, 支部 or the member's branch; null when it counts for none. */
export function targetOf({ kind, group, branch }: Subject, { scheme }: SchemeAssessment): string | null {
  if (kind === '党委' || kind === '直属党总支') return COMMITTEE;
  if (kind === '党总支' || kind === '党支部') return BRANCH;
  if (kind === '党员' || scheme.kind === 'member') return branch ?? group ?? scheme.name;
  if (scheme.kind === 'committee') return COMMITTEE;
  return scheme.kind === 'branch' ? BRANCH : null;
}

interface Count {
  readonly goal: Rational | null;
  assessed: number;
  attained: number;
}

function isMemberOf({ kind }: Subject, { scheme }: SchemeAssessment): boolean {
  return kind === '党员' || scheme.kind === 'member';
}

function newCount(target: string, isMember: boolean, { parameters }: SchemeAssessment): Count {
  const goal = target === COMMITTEE ? parameters.committeeGoal : parameters.branchGoal;
  return { goal: isMember ? null : goal, assessed: 0, attained: 0 };
}

/**
 * Certification rates (达标率) of 党委, of 支部 and of the members of each branch; a subject that several schemes assess
 * counts once, and a target with nobody assessed is left out.
 */
export function countAttainment(assessment: Assessment, results: readonly SchemeResult[]): Attainment[] {
  const organizations = new Map<string, Count>();
  const branches = new Map<string, Count>();
  const seen = new Set<number>();
  for (const result of results) {
    const input = assessment.schemes[result.scheme]!;
    input.subjects.forEach((subject, i) => {
      if (result.attained[i]! < 0 || (subject.organization !== null && seen.has(subject.organization))) return;
      const target = targetOf(subject, input);
      if (target === null) return;
      if (subject.organization !== null) seen.add(subject.organization);
      const isMember = isMemberOf(subject, input);
      const counts = isMember ? branches : organizations;
      let count = counts.get(target);
      if (!count) counts.set(target, (count = newCount(target, isMember, input)));
      count.assessed++;
      count.attained += result.attained[i]!;
    });
  }
  const ordered = [...organizations].sort(([a], [b]) => Number(a !== COMMITTEE) - Number(b !== COMMITTEE));
  return [...ordered, ...branches].map(([target, count]) => rowOf(target, count));
}

function rowOf(target: string, { goal, assessed, attained }: Count): Attainment {
  const needed = goal ? Number(Q.ceil(Q.mul(goal, Q.of(assessed)))) : 0;
  return {
    target,
    assessed,
    attained,
    rate: Q.roundToNumber(Q.fraction(BigInt(attained), BigInt(assessed)), 4),
    goal: goal ? Q.toNumber(goal) : null,
    short: goal ? Math.max(0, needed - attained) : null,
  };
}
