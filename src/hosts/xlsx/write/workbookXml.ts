import type { Namespaces } from '../package/namespaces';
import type { WorkbookPart } from '../read/workbookPart';
import { XmlEdits, withPrefix } from '../xml/edits';
import { child, outline, type XmlNode } from '../xml/outline';
import { escapeXml } from '../xml/text';
import type { SheetName } from './sheetDefinedNames';

/** A tab of the workbook after the change. */
export interface Tab {
  /** Its position before the change; null for a new sheet. */
  readonly before: number | null;
  readonly name: string;
  readonly relationshipId: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Names that the sheet gets; null on sheets of the user, which keep theirs. */
  readonly names: readonly SheetName[] | null;
}

/** Children of `workbook` in the order of the schema (ECMA-376, part 1, 18.2.27). */
const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/** workbook.xml with its tabs, names and calculation settings changed; everything else stays as it is. */
export function workbookXml(
  text: string,
  workbook: WorkbookPart,
  tabs: readonly Tab[],
  options: { readonly namespaces: Namespaces; readonly recalculates: boolean },
): string {
  const root = outline(text, 2);
  const edits = new XmlEdits(text);
  const positions = new Map<number, number>();
  tabs.forEach((tab, position) => {
    if (tab.before !== null) positions.set(tab.before, position);
  });
  editSheets(edits, root, tabs, positions, options.namespaces);
  editNames(edits, root, tabs, positions);
  editView(edits, root, workbook, tabs, positions);
  if (options.recalculates) editCalculation(edits, root);
  return edits.apply();
}

function editSheets(
  edits: XmlEdits,
  root: XmlNode,
  tabs: readonly Tab[],
  positions: ReadonlyMap<number, number>,
  namespaces: Namespaces,
): void {
  const sheets = child(root, 'sheets')!;
  const list = sheets.children.filter((node) => node.name === 'sheet');
  list.forEach((node, before) => {
    const position = positions.get(before);
    if (position === undefined) return edits.replace(node.start, node.end, '');
    const tab = tabs[position]!;
    if (tab.names === null) return;
    const visibility = node.attributes.get('state') ?? 'visible';
    if (visibility !== tab.visibility)
      edits.attribute(node, 'state', tab.visibility === 'visible' ? null : tab.visibility);
  });
  let id = Math.max(0, ...list.map((node) => Number(node.attributes.get('sheetId')) || 0));
  const added = tabs
    .filter((tab) => tab.before === null)
    .map((tab) => {
      const state = tab.visibility === 'visible' ? '' : ` state="${tab.visibility}"`;
      // The prefix is declared here, since a workbook may call it otherwise or declare it on each element.
      const link = `r:id="${tab.relationshipId}" xmlns:r="${namespaces.relationships}"`;
      return `<sheet name="${escapeXml(tab.name)}" sheetId="${++id}"${state} ${link}/>`;
    });
  edits.append(sheets, withPrefix(added.join(''), sheets.prefix));
}

function nameXml(name: SheetName, sheet: number): string {
  const hidden = name.isHidden ? ' hidden="1"' : '';
  return `<definedName name="${name.name}" localSheetId="${sheet}"${hidden}>${escapeXml(name.formula)}</definedName>`;
}

/** Names of our sheets are written anew; the user's follow their sheet to its new position. */
function editNames(edits: XmlEdits, root: XmlNode, tabs: readonly Tab[], positions: ReadonlyMap<number, number>): void {
  const names = child(root, 'definedNames');
  const added = tabs.map((tab, position) => (tab.names ?? []).map((name) => nameXml(name, position)).join('')).join('');
  const kept: { node: XmlNode; position: number | null; before: number | null }[] = [];
  const dropped: XmlNode[] = [];
  for (const node of names?.children ?? []) {
    const text = node.attributes.get('localSheetId');
    const before = text === undefined ? null : Number(text);
    const position = before === null ? null : positions.get(before);
    const isOurs = typeof position === 'number' && tabs[position]!.names !== null;
    if (position === undefined || isOurs) dropped.push(node);
    else kept.push({ node, position, before });
  }
  if (names && kept.length === 0 && added === '') return edits.replace(names.start, names.end, '');
  for (const node of dropped) edits.replace(node.start, node.end, '');
  for (const { node, position, before } of kept) {
    if (position !== before) edits.attribute(node, 'localSheetId', String(position));
  }
  if (names) edits.append(names, withPrefix(added, names.prefix));
  else if (added !== '') {
    edits.insertInOrder(root, 'definedNames', ORDER, withPrefix(`<definedNames>${added}</definedNames>`, root.prefix));
  }
}

/** Tabs are counted: the active one and the first one shown keep pointing at the same sheet, or at a visible one. */
function editView(
  edits: XmlEdits,
  root: XmlNode,
  workbook: WorkbookPart,
  tabs: readonly Tab[],
  positions: ReadonlyMap<number, number>,
): void {
  const firstVisible = Math.max(
    0,
    tabs.findIndex((tab) => tab.visibility === 'visible'),
  );
  for (const view of child(root, 'bookViews')?.children ?? []) {
    for (const attribute of ['activeTab', 'firstSheet']) {
      const before = Number(view.attributes.get(attribute) ?? 0);
      const isBlankBook = workbook.sheets.length === 0;
      const position = isBlankBook ? firstVisible : (positions.get(before) ?? firstVisible);
      if (position !== before) edits.attribute(view, attribute, position === 0 ? null : String(position));
    }
  }
}

function editCalculation(edits: XmlEdits, root: XmlNode): void {
  const calculation = child(root, 'calcPr');
  if (!calculation) edits.insertInOrder(root, 'calcPr', ORDER, `<${root.prefix}calcPr fullCalcOnLoad="1"/>`);
  else if (calculation.attributes.get('fullCalcOnLoad') !== '1') edits.attribute(calculation, 'fullCalcOnLoad', '1');
}
