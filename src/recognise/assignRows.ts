import type { Scheme } from '../model';
import { schemeOf } from './assign';
import type { BoundRow } from './binding';
import { EntityIndex } from './entityIndex';
import type { Registry } from './subjects';

/**
 * Rows of one table by the scheme that takes their subject; every subject met is noted as the scheme's. A scheme that a
 * person has given takes them all.
 */
export function assignRows(
  rows: readonly BoundRow[],
  candidates: readonly number[],
  schemes: readonly Scheme[],
  registry: Registry,
  members: Map<number, EntityIndex>,
  isGiven = false,
): Map<number, BoundRow[]> {
  const found = new Map<number, BoundRow[]>();
  const only = isGiven || (candidates.length === 1 && schemes[candidates[0]!]!.kind === 'table');
  for (const row of rows) {
    const scheme = only ? candidates[0]! : schemeOf(row.entity, candidates, schemes, registry);
    if (scheme < 0) continue;
    const list = found.get(scheme);
    if (list) list.push(row);
    else found.set(scheme, [row]);
    let joined = members.get(scheme);
    if (!joined) members.set(scheme, (joined = new EntityIndex()));
    joined.add(row);
  }
  return found;
}
