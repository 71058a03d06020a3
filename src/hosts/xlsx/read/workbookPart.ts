import { FileError } from '../fileError';
import { readRelationships, targetOf, type Relationship } from '../package/relationships';
import type { ZipPackage } from '../package/zipPackage';
import { Token, type XmlScanner } from '../xml/scanner';

/** A tab of the workbook; chart sheets and dialog sheets are tabs too. */
export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Name of the part. */
  readonly part: string;
  readonly isWorksheet: boolean;
}

/** A defined name; `sheet` is the position of its tab, null for the whole workbook. */
export interface DefinedName {
  readonly name: string;
  readonly sheet: number | null;
  readonly formula: string;
  readonly isHidden: boolean;
}

/** What workbook.xml says. */
export interface WorkbookPart {
  readonly part: string;
  readonly isStrict: boolean;
  readonly date1904: boolean;
  readonly isStructureLocked: boolean;
  readonly activeTab: number;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  readonly relationships: ReadonlyMap<string, Relationship>;
}

const STRICT_NAMESPACE = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** Name of the workbook part, through the package's relationship or, where that is missing, by its usual place. */
function findWorkbookPart(pkg: ZipPackage): string {
  const relationships = readRelationships(pkg, '');
  const part = targetOf(relationships, 'officeDocument');
  if (part !== null && pkg.has(part)) {
    if (part.toLowerCase().endsWith('.bin')) throw new FileError('binaryFormat');
    return part;
  }
  if (pkg.has('xl/workbook.xml')) return 'xl/workbook.xml';
  const mimetype = pkg.has('mimetype') ? (pkg.text('mimetype') ?? '') : '';
  if (mimetype.includes('opendocument.spreadsheet')) throw new FileError('openDocument');
  throw new FileError('notWorkbook');
}

function readSheet(scanner: XmlScanner, relationships: ReadonlyMap<string, Relationship>): SheetEntry {
  const relationshipId = scanner.attribute('id') ?? '';
  const relationship = relationships.get(relationshipId);
  const state = scanner.attribute('state');
  return {
    name: scanner.attribute('name') ?? '',
    sheetId: scanner.number('sheetId', 0),
    relationshipId,
    visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    part: relationship?.target ?? '',
    isWorksheet: relationship?.type === 'worksheet' && !relationship.isExternal,
  };
}

/**
 * Reads workbook.xml and its relationships.
 * @throws FileError when the package holds no workbook.
 */
export function readWorkbookPart(pkg: ZipPackage): WorkbookPart {
  const part = findWorkbookPart(pkg);
  const relationships = readRelationships(pkg, part);
  const scanner = pkg.scan(part)!;
  const sheets: SheetEntry[] = [];
  const names: DefinedName[] = [];
  let name: { name: string; sheet: number | null; isHidden: boolean; formula: string } | null = null;
  let isStrict = false;
  let date1904 = false;
  let isStructureLocked = false;
  let activeTab = 0;
  for (let token = scanner.next(); token !== Token.none; token = scanner.next()) {
    if (token === Token.text) {
      if (name) name.formula += scanner.textValue();
    } else if (token === Token.close) {
      if (name && scanner.is('definedName')) {
        names.push(name);
        name = null;
      }
    } else if (scanner.depth === 0) {
      if (!scanner.is('workbook')) throw new FileError('notWorkbook');
      isStrict = scanner.source.slice(scanner.start, scanner.end).includes(STRICT_NAMESPACE);
    } else if (scanner.depth === 1) {
      if (scanner.is('workbookPr')) date1904 = scanner.flag('date1904');
      else if (scanner.is('workbookProtection')) isStructureLocked = scanner.flag('lockStructure');
    } else if (scanner.depth === 2) {
      if (scanner.is('sheet')) sheets.push(readSheet(scanner, relationships));
      else if (scanner.is('workbookView')) activeTab = scanner.number('activeTab', 0);
      else if (scanner.is('definedName') && !scanner.isEmpty) {
        const sheet = scanner.number('localSheetId', -1);
        name = {
          name: scanner.attribute('name') ?? '',
          sheet: sheet < 0 ? null : sheet,
          isHidden: scanner.flag('hidden'),
          formula: '',
        };
      }
    }
  }
  return { part, isStrict, date1904, isStructureLocked, activeTab, sheets, names, relationships };
}
