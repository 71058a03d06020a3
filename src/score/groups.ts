import type { Subject } from '../model';

/** The ranking groups (组别) of a scheme, in the order in which its subjects name them. */
export interface Groups {
  readonly count: number;
  /** Index of a subject's group. */
  readonly of: (subject: number) => number;
  readonly members: (group: number) => readonly number[];
  /** Members that are not exempt. */
  readonly assessed: (group: number) => readonly number[];
}

/** As `groupsOf`, sorted only when first asked: one subject's explanation mostly need not know. */
export function lazyGroups(subjects: readonly Subject[]): Groups {
  let groups: Groups | null = null;
  const sorted = (): Groups => (groups ??= groupsOf(subjects));
  return {
    get count() {
      return sorted().count;
    },
    of: (subject) => sorted().of(subject),
    members: (group) => sorted().members(group),
    assessed: (group) => sorted().assessed(group),
  };
}

/** Sorts subjects into groups; null and equal names are one group each. */
export function groupsOf(subjects: readonly Subject[]): Groups {
  const indices = new Map<string | null, number>();
  const of = new Int32Array(subjects.length);
  const members: number[][] = [];
  subjects.forEach(({ group }, subject) => {
    let index = indices.get(group);
    if (index === undefined) {
      index = members.length;
      indices.set(group, index);
      members.push([]);
    }
    of[subject] = index;
    members[index]!.push(subject);
  });
  return {
    count: members.length,
    of: (subject) => of[subject]!,
    members: (group) => members[group]!,
    assessed: (group) => members[group]!.filter((subject) => !subjects[subject]!.exempt),
  };
}
