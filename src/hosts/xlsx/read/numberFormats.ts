import type { ZipPackage } from '../package/zipPackage';
import { Token } from '../xml/scanner';
import { builtinFormat } from './builtinFormats';

/** Number format code of each cell format (xf) of the workbook, in the order of `cellXfs`. */
export function readNumberFormats(pkg: ZipPackage, part: string | null): string[] {
  const scanner = part === null ? null : pkg.scan(part);
  if (!scanner) return [];
  const custom = new Map<number, string>();
  const ids: number[] = [];
  let section = '';
  for (let token = scanner.next(); token !== Token.none; token = scanner.next()) {
    if (token !== Token.open) continue;
    if (scanner.depth === 1) section = scanner.name;
    else if (scanner.depth !== 2) continue;
    else if (section === 'numFmts') custom.set(scanner.number('numFmtId', 0), scanner.attribute('formatCode') ?? '');
    else if (section === 'cellXfs') ids.push(scanner.number('numFmtId', 0));
  }
  return ids.map((id) => custom.get(id) ?? builtinFormat(id));
}
