import type { Assessment } from '../model';
import { normaliseText } from '../values';

/** Somebody whom a written name can mean. */
export interface Target {
  readonly id: string | null;
  readonly name: string;
  readonly branch: string | null;
}

const MOST = 20;

/** Who on the rosters has a text in their name, id or alias, as many as a list shows; who begins with it comes first. */
export function findTargets(assessment: Assessment, text: string, isMember: boolean): Target[] {
  const wanted = normaliseText(text).toLowerCase();
  const first: Target[] = [];
  const others: Target[] = [];
  const add = (target: Target, names: readonly string[]) => {
    const keys = names.map((name) => normaliseText(name).toLowerCase());
    if (keys.some((key) => key.startsWith(wanted))) first.push(target);
    else if (others.length < MOST && keys.some((key) => key.includes(wanted))) others.push(target);
    return first.length < MOST;
  };
  if (isMember) {
    const seen = new Set<string>();
    for (const { subjects } of assessment.schemes) {
      for (const { id, name, kind, branch = null } of subjects) {
        const key = id ?? `${name} ${branch}`;
        if (kind !== '党员' || seen.has(key)) continue;
        seen.add(key);
        if (!add({ id, name, branch }, [name, id ?? ''])) break;
      }
    }
  } else {
    for (const { id, name, aliases } of assessment.organizations)
      if (!add({ id, name, branch: null }, [name, id ?? '', ...aliases])) break;
    if (assessment.organizations.length === 0) {
      const names = new Set(assessment.schemes.flatMap(({ subjects }) => subjects.map(({ name }) => name)));
      for (const name of names) if (!add({ id: null, name, branch: null }, [name])) break;
    }
  }
  return [...first, ...others].slice(0, MOST);
}
