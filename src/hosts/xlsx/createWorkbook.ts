import type { ChangeSet, ResultSheet } from '../../model/changeSet';
import { applyChangeSet } from './applyChangeSet';
import { OpenedWorkbook } from './openedWorkbook';
import { CONTENT_TYPES, ContentType } from './package/contentTypes';
import { namespacesOf, PACKAGE_RELATIONSHIPS } from './package/namespaces';
import { XML_HEAD } from './package/relationshipEdit';
import { ZipPackage } from './package/zipPackage';
import { packPart, writeZip } from './package/zipWriter';
import { readWorkbookPart } from './read/workbookPart';
import { EMPTY_STYLES, THEME } from './write/templates';

const { main, relationships } = namespacesOf(false);

function relationshipsXml(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${items.join('')}</Relationships>`;
}

function contentTypesXml(): string {
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  return (
    `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('xl/workbook.xml', ContentType.workbook) +
    override('xl/styles.xml', ContentType.styles) +
    override('xl/theme/theme1.xml', ContentType.theme) +
    '</Types>'
  );
}

/** The parts of a workbook that has no sheet yet, in the order in which Excel writes them. */
function skeleton(): Uint8Array {
  const parts: [string, string][] = [
    [CONTENT_TYPES, contentTypesXml()],
    ['_rels/.rels', relationshipsXml([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `${XML_HEAD}<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr/>` +
        '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets/></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationshipsXml([
        ['rId1', 'styles', 'styles.xml'],
        ['rId2', 'theme', 'theme/theme1.xml'],
      ]),
    ],
    ['xl/styles.xml', EMPTY_STYLES.replace('{main}', main)],
    ['xl/theme/theme1.xml', THEME],
  ];
  const encoder = new TextEncoder();
  return writeZip(parts.map(([name, text]) => packPart(name, [encoder.encode(text)])));
}

const BLANK_SHEET: ResultSheet = {
  name: 'Sheet1',
  mark: '',
  styles: [],
  blocks: [],
  merges: [],
  columnWidths: [],
  rowHeights: [],
  conditionalFormats: [],
  charts: [],
  print: { orientation: 'portrait', fitToWidth: false },
};

/** A workbook needs one visible sheet at least. */
function withVisibleSheet(sheets: readonly ResultSheet[]): readonly ResultSheet[] {
  if (sheets.some((sheet) => (sheet.visibility ?? 'visible') === 'visible')) return sheets;
  const [first, ...rest] = sheets;
  return first ? [{ ...first, visibility: 'visible' }, ...rest] : [BLANK_SHEET];
}

/** A new .xlsx that holds only the result sheets of a change set; write-backs and highlights have no place in it. */
export function createWorkbook(changes: ChangeSet): Uint8Array {
  const pkg = new ZipPackage(skeleton());
  const empty = new OpenedWorkbook('', pkg, readWorkbookPart(pkg));
  const sheets = withVisibleSheet(changes.sheets);
  return applyChangeSet(empty, { workbook: null, sheets, removedMarks: [], writes: [], highlights: [] }).bytes;
}
