import { relationshipsPart } from '../package/partNames';
import { readRelationships } from '../package/relationships';
import type { PackageEdit } from '../package/packageEdit';

/** Kinds of parts that live and die with their sheet. */
const OWNED = new Set([
  'drawing',
  'chart',
  'chartEx',
  'chartUserShapes',
  'chartStyle',
  'chartColorStyle',
  'comments',
  'threadedComment',
  'vmlDrawing',
  'printerSettings',
]);

/** How often each part is led to by the relationships of the package, by name in lower case. */
function countReferences(edit: PackageEdit): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of edit.pkg.entries) {
    const match = /^(.*\/)?_rels\/([^/]+)\.rels$/i.exec(name);
    if (!match) continue;
    for (const { target, isExternal } of readRelationships(edit.pkg, (match[1] ?? '') + match[2]!).values()) {
      if (!isExternal) counts.set(target.toLowerCase(), (counts.get(target.toLowerCase()) ?? 0) + 1);
    }
  }
  return counts;
}

/** Removes the drawings, charts and comments of a sheet that nothing else uses, and its relationships. */
export function removeOwnedParts(edit: PackageEdit, sheetPart: string): void {
  const counts = countReferences(edit);
  const remove = (source: string): void => {
    for (const { target, type, isExternal } of readRelationships(edit.pkg, source).values()) {
      if (isExternal || !OWNED.has(type) || counts.get(target.toLowerCase()) !== 1 || !edit.has(target)) continue;
      edit.remove(target);
      remove(target);
    }
    edit.remove(relationshipsPart(source));
  };
  remove(sheetPart);
}
