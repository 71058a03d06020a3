import type { Scheme, SubjectKind } from '../model';
import { schemeKindOf } from '../rules';
import { normaliseText } from '../values';
import { kindOfName } from '../recognise/people';
import type { RosterMember, RosterUnit } from './request';

/** Somebody who gets a row in the tables of a scheme. */
export interface TemplateSubject {
  readonly id: string;
  readonly name: string;
  /** 所在支部 of a member. */
  readonly branch: string;
}

/**
 * Units with their 类型: as stated, else by the end of the name. A 党总支 stands directly under the group (直属党总支)
 * when its 上级 is not on the list, or when no scheme for branches is chosen; a name that says nothing is of the one
 * kind that the chosen schemes take, and stays without where they take several.
 */
export function settleKinds(units: readonly RosterUnit[], schemes: readonly Scheme[]): RosterUnit[] {
  const takes = (kind: Scheme['kind']) => schemes.some((scheme) => scheme.kind === kind);
  const listed = new Set(units.flatMap(({ name, alias }) => [name, alias]).map(normaliseText));
  const fallback: SubjectKind | null =
    takes('committee') === takes('branch') ? null : takes('committee') ? '党委' : '党支部';
  return units.map((unit) => {
    if (unit.kind !== null) return unit;
    const named = kindOfName(unit.name);
    if (named !== '党总支') return { ...unit, kind: named ?? fallback };
    const isDirect = unit.parent === '' ? !takes('branch') : !listed.has(normaliseText(unit.parent));
    return { ...unit, kind: isDirect ? '直属党总支' : '党总支' };
  });
}

/** Who is assessed under a scheme, in roster order. */
export function subjectsOf(
  scheme: Scheme,
  units: readonly RosterUnit[],
  members: readonly RosterMember[],
): TemplateSubject[] {
  if (scheme.kind === 'member') {
    return members.filter(({ takesPart }) => takesPart).map(({ id, name, branch }) => ({ id, name, branch }));
  }
  return unitsOf(scheme, units).map(({ id, name }) => ({ id, name, branch: '' }));
}

/** Units that are assessed under a scheme for organizations; a scheme of a user's own takes them all. */
export function unitsOf(scheme: Scheme, units: readonly RosterUnit[]): RosterUnit[] {
  return units.filter(({ takesPart, kind }) => {
    if (!takesPart || scheme.kind === 'member') return false;
    return scheme.kind === 'custom' || (kind !== null && schemeKindOf(kind) === scheme.kind);
  });
}
