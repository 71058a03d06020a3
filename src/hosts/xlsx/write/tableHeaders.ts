import { parseA1Range, type CellRange } from '../../../model/address';
import { readRelationships } from '../package/relationships';
import type { ZipPackage } from '../package/zipPackage';
import { Token } from '../xml/scanner';

/** Header rows of the tables on a sheet: their texts are part of the table's definition and must not change alone. */
export function tableHeaders(pkg: ZipPackage, sheetPart: string): CellRange[] {
  const headers: CellRange[] = [];
  for (const { type, target, isExternal } of readRelationships(pkg, sheetPart).values()) {
    const scanner = type === 'table' && !isExternal ? pkg.scan(target) : null;
    if (!scanner || scanner.next() === Token.none) continue;
    while (!scanner.is('table') && scanner.next() !== Token.none);
    const range = parseA1Range(scanner.attribute('ref') ?? '');
    const rows = scanner.number('headerRowCount', 1);
    if (range && rows > 0) headers.push({ ...range, bottom: Math.min(range.bottom, range.top + rows - 1) });
  }
  return headers;
}
