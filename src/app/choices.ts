import type { Choice } from '../model';

const VALUES: ReadonlySet<string> = new Set(['score', 'raw', 'total']);

/** True for a choice whose cells are values of a source, as points or raw. */
export function holdsValues({ kind, name }: Choice): boolean {
  return kind === 'indicator' || kind === 'dimension' || (kind === 'field' && VALUES.has(name));
}

/** Key of a choice in a list. @example choiceKey({ kind: "field", name: "unit" }) // "field:unit" */
export function choiceKey({ kind, name }: Choice): string {
  return `${kind}:${name}`;
}
