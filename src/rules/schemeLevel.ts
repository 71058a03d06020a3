import type { FromBelow, Scheme, Subject, SubjectKind } from '../model';

/** Layers of the party: 党员, 党支部 and 党总支, 党委 and 直属党总支. */
export const Level = { member: 0, branch: 1, committee: 2 } as const;
export type LevelCode = (typeof Level)[keyof typeof Level];

const LEVEL_OF: Readonly<Record<SubjectKind, LevelCode>> = {
  党员: Level.member,
  党支部: Level.branch,
  党总支: Level.branch,
  党委: Level.committee,
  直属党总支: Level.committee,
};

/**
 * Layer that a scheme assesses: that of a default scheme, else the one of all its subjects; null when they are of several
 * or say none. Results are only ever handed up from a lower layer, so that nothing can go in circles.
 */
export function schemeLevel({ kind }: Scheme, subjects: readonly Subject[]): LevelCode | null {
  if (kind === 'member' || kind === 'branch' || kind === 'committee') return Level[kind];
  const levels = new Set(subjects.map((subject) => (subject.kind ? LEVEL_OF[subject.kind] : null)));
  const [level = null] = levels;
  return levels.size === 1 ? level : null;
}

/** Layer whose results feed an indicator of a scheme; null when it would not be a lower one. */
export function levelBelow({ who }: FromBelow, level: LevelCode): LevelCode | null {
  const below = who === 'next' ? level - 1 : Level[who];
  return below >= 0 && below < level ? (below as LevelCode) : null;
}
