import type { Scheme, SubjectKind } from '../model';
import { normaliseText } from '../values';

/** The three default schemes and the kind of subject that each takes (specification, section 2). */
const DEFAULT_KINDS: readonly (readonly [name: string, kind: 'committee' | 'branch' | 'member'])[] = [
  ['五好党委', 'committee'],
  ['五好党支部(党总支)', 'branch'],
  ['党员五带头', 'member'],
];

/** Names of the default schemes. */
export const DEFAULT_SCHEME_NAMES: readonly string[] = DEFAULT_KINDS.map(([name]) => name);

/** Kind of a scheme by its name. @example schemeKind("五好党委") // "committee" */
export function schemeKind(name: string): Scheme['kind'] {
  const plain = normaliseText(name);
  return DEFAULT_KINDS.find(([known]) => known === plain)?.[1] ?? 'custom';
}

/** The kind of scheme that a 类型 belongs to. @example schemeKindOf("直属党总支") // "committee" */
export function schemeKindOf(kind: SubjectKind): 'committee' | 'branch' | 'member' {
  if (kind === '党员') return 'member';
  return kind === '党委' || kind === '直属党总支' ? 'committee' : 'branch';
}
