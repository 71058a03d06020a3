import type { Organization, SchemeParameters, Subject } from '../model';
import { kindOfName } from './people';

function isBranch({ kind }: Subject): boolean {
  return kind === '党支部' || kind === '党总支';
}

/**
 * Subjects with the ranking groups that 分组依据 makes: a 党委 assesses its own branches (specification, section 10,
 * G16), so branches of several of them are ranked 党委 by 党委. `auto` does so where none of the branches has a 组别 or
 * stands under a band, `superior` always, `group` never.
 * @example groupBySuperior([{ name: "采矿党支部", above: ["东岭锡矿党委"], group: null, … }, …], [], "superior")[0]?.group // "东岭锡矿党委"
 */
export function groupBySuperior(
  subjects: readonly Subject[],
  organizations: readonly Organization[],
  groupBy: SchemeParameters['groupBy'],
): readonly Subject[] {
  const branches = subjects.filter(isBranch);
  if (groupBy === 'group' || branches.length === 0) return subjects;
  if (groupBy === 'auto' && branches.some(({ group }) => group !== null)) return subjects;
  const kinds = new Map(organizations.map(({ name, kind }) => [name, kind]));
  const isCommittee = (name: string): boolean => {
    const kind = kinds.has(name) ? kinds.get(name) : kindOfName(name);
    return kind === '党委' || kind === '直属党总支';
  };
  const committeeOf = ({ above = [] }: Subject): string | null => above.find(isCommittee) ?? above.at(-1) ?? null;
  const committees = new Set(branches.map(committeeOf).filter((name) => name !== null));
  if (groupBy === 'auto' && committees.size < 2) return subjects;
  return subjects.map((subject) => {
    const group = isBranch(subject) ? committeeOf(subject) : null;
    return group === null ? subject : { ...subject, group };
  });
}
