import type { Assessment, Finding } from '../model';

/** Findings unit by unit in roster order, those of no unit first; within a unit the order that they come in. */
export function inUnitOrder(findings: readonly Finding[], { organizations, schemes }: Assessment): Finding[] {
  const places = new Map<string | null, number>([[null, 0]]);
  const add = (key: string) => {
    if (!places.has(key)) places.set(key, places.size);
  };
  for (const { id, name } of organizations) add(id ?? name);
  for (const { subjects } of schemes) for (const { id, name } of subjects) add(id ?? name);
  for (const { subject } of findings) if (subject !== null) add(subject);
  return findings
    .map((finding, index) => ({ finding, index, place: places.get(finding.subject)! }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ finding }) => finding);
}
