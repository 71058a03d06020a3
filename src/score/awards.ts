import type { Assessment, Issue, SchemeAssessment } from '../model';
import { periodLength } from '../values';
import type { Groups } from './groups';
import { schemeIssue } from './issues';

/** Codes of `SchemeResult.award`. */
export const AWARD_CODE = { none: 0, flag: 1, undecided: 2 } as const;

/** Flags for each group in this assessment: none where 红旗周期 asks for another stretch than the one assessed. */
export function flagsDue({ period }: Assessment, { parameters }: SchemeAssessment): number {
  const { flags, flagCycle } = parameters;
  return flagCycle === null || (period !== null && periodLength(period) === flagCycle) ? flags : 0;
}

/** Whether a subject competes for flags: everybody, but where the roster says who has opted in. */
export function takesFlag(
  { organizations }: Assessment,
  { organization }: SchemeAssessment['subjects'][number],
): boolean {
  return organization === null || organizations[organization]?.takesFlag !== false;
}

/**
 * 流动红旗: the first of each group, in rank order, among those with the top grade that compete; places that a tie
 * straddles are not given but marked 需集体研究, T01 for each (specification, section 7).
 */
export function giveAwards(
  assessment: Assessment,
  input: SchemeAssessment,
  groups: Groups,
  rank: Int32Array,
  grade: Int8Array,
  total: Float64Array,
): { readonly award: Uint8Array; readonly issues: readonly Issue[] } {
  const award = new Uint8Array(rank.length);
  const issues: Issue[] = [];
  const flags = flagsDue(assessment, input);
  const competes = (subject: number): boolean =>
    rank[subject]! > 0 && grade[subject] === 0 && takesFlag(assessment, input.subjects[subject]!);
  for (let group = 0; group < groups.count && flags > 0; group++) {
    const top = groups.members(group).filter(competes);
    top.sort((a, b) => rank[a]! - rank[b]!);
    let left = flags;
    for (let i = 0; i < top.length && left > 0;) {
      const place = rank[top[i]!]!;
      let end = i + 1;
      while (end < top.length && rank[top[end]!] === place) end++;
      const tied = top.slice(i, end);
      const fits = tied.length <= left;
      for (const subject of tied) {
        award[subject] = fits ? AWARD_CODE.flag : AWARD_CODE.undecided;
        if (fits) continue;
        const data = { rank: place, total: total[subject]!, tied: tied.length, places: left };
        issues.push(schemeIssue(input, 'T01', 'flagTie', subject, input.subjects[subject]!.place, data));
      }
      left = fits ? left - tied.length : 0;
      i = end;
    }
  }
  return { award, issues };
}
