import type { Issue, SchemeAssessment } from '../model';
import { Q } from '../values';
import type { Groups } from './groups';
import { schemeIssue } from './issues';

/** Most subjects of a group that may keep the top grade: floor(p · n). */
export function quotaLimit(input: SchemeAssessment, assessed: number): number | null {
  const share = input.parameters.topGradeQuota;
  return share ? Number(Q.floor(Q.mul(share, Q.of(assessed)))) : null;
}

/**
 * 优秀比例上限 within each group: beyond the quota the top grade becomes the next one; a tie across the cut moves down
 * as a whole, with T02 for each (specification, section 6).
 */
export function applyQuota(
  input: SchemeAssessment,
  groups: Groups,
  isRanked: (subject: number) => boolean,
  compare: (a: number, b: number) => number,
  total: Float64Array,
  grade: Int8Array,
): Issue[] {
  const { grades } = input.parameters;
  const issues: Issue[] = [];
  if (!input.parameters.topGradeQuota) return issues;
  const next = grades.length > 1 ? 1 : -1;
  for (let group = 0; group < groups.count; group++) {
    const ranked = groups.members(group).filter(isRanked);
    const limit = quotaLimit(input, ranked.length)!;
    const top = ranked.filter((subject) => grade[subject] === 0).sort((a, b) => compare(a, b) || a - b);
    if (top.length <= limit) continue;
    let kept = limit;
    const isCut = limit > 0 && compare(top[limit - 1]!, top[limit]!) === 0;
    if (isCut) while (kept > 0 && compare(top[kept - 1]!, top[limit]!) === 0) kept--;
    const tied = isCut ? top.filter((subject) => compare(subject, top[limit]!) === 0) : [];
    for (const subject of top.slice(kept)) grade[subject] = next;
    for (const subject of tied) {
      const data = {
        total: total[subject]!,
        tied: tied.length,
        limit,
        grade: grades[0]!.name,
        newGrade: grades[next]?.name ?? '',
      };
      issues.push(schemeIssue(input, 'T02', 'quotaTie', subject, input.subjects[subject]!.place, data));
    }
  }
  return issues;
}
