import { Token } from '../xml/scanner';
import { relationshipsPart, resolvePart } from './partNames';
import type { ZipPackage } from './zipPackage';

/** A relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** Last step of the type, the same in the transitional and the strict format, e.g. "worksheet". */
  readonly type: string;
  /** Full name of the part that it leads to, or the address outside the package. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** Relationships of a part ("" is the package), by id; none when it has no such part. */
export function readRelationships(pkg: ZipPackage, source: string): Map<string, Relationship> {
  const found = new Map<string, Relationship>();
  const scanner = pkg.scan(relationshipsPart(source));
  if (!scanner) return found;
  for (let token = scanner.next(); token !== Token.none; token = scanner.next()) {
    if (token !== Token.open || !scanner.is('Relationship')) continue;
    const id = scanner.attribute('Id') ?? '';
    const type = scanner.attribute('Type') ?? '';
    const target = scanner.attribute('Target') ?? '';
    const isExternal = scanner.attribute('TargetMode') === 'External';
    found.set(id, {
      id,
      type: type.slice(type.lastIndexOf('/') + 1),
      target: isExternal ? target : resolvePart(source, target),
      isExternal,
    });
  }
  return found;
}

/** Target of the first relationship of a type inside the package, or null. */
export function targetOf(relationships: ReadonlyMap<string, Relationship>, type: string): string | null {
  for (const relationship of relationships.values()) {
    if (relationship.type === type && !relationship.isExternal) return relationship.target;
  }
  return null;
}
