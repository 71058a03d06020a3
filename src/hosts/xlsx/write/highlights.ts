import { a1Range } from '../../../model/address';
import type { Highlight } from '../../../model/changeSet';
import { HIGHLIGHT_FORMULA, MARK_NAME } from '../../shared/mark';
import { XmlEdits, withPrefix } from '../xml/edits';
import { outline, type XmlNode } from '../xml/outline';
import { escapeXml, unescapeXml } from '../xml/text';
import type { StyleBook } from './styleBook';

/** Children of `worksheet` in the order of the schema (ECMA-376, part 1, 18.3.1.99). */
export const WORKSHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** Blocks of one conditional format; longer lists are split so that no attribute grows without bound. */
const RANGES_PER_RULE = 500;

/** Our rules are known by the name in their formula, whatever program saved the file since. */
function isOurs(xml: string): boolean {
  return unescapeXml(xml).includes(`"${MARK_NAME}"`);
}

/** Removes our rules from one `conditionalFormatting`; a block that holds no other goes as a whole. */
function removeOurs(edits: XmlEdits, block: XmlNode): void {
  const xml = edits.source.slice(block.start, block.end);
  if (!isOurs(xml)) return;
  const rules = outline(xml, 1).children;
  const ours = rules.filter((rule) => isOurs(xml.slice(rule.start, rule.end)));
  if (ours.length === rules.length) edits.replace(block.start, block.end, '');
  else for (const rule of ours) edits.replace(block.start + rule.start, block.start + rule.end, '');
}

/** Priority after all rules of the user, also those of later versions: his own colours stay on top. */
function nextPriority(text: string): number {
  let highest = 0;
  const behindCells = text.slice(Math.max(0, text.lastIndexOf('sheetData')));
  for (const match of behindCells.matchAll(/\spriority\s*=\s*["'](\d{1,9})["']/g))
    highest = Math.max(highest, Number(match[1]));
  return highest + 1;
}

function rulesXml(highlights: readonly Highlight[], first: number, styles: () => StyleBook): string {
  let priority = first;
  const byFill = new Map<string, string[]>();
  for (const { fill, ranges } of highlights) byFill.set(fill, [...(byFill.get(fill) ?? []), ...ranges.map(a1Range)]);
  const blocks: string[] = [];
  for (const [fill, ranges] of byFill) {
    const dxf = styles().overlay({ fill });
    const unique = [...new Set(ranges)];
    for (let at = 0; at < unique.length; at += RANGES_PER_RULE) {
      const rule = `<cfRule type="expression" dxfId="${dxf}" priority="${priority++}"><formula>${escapeXml(HIGHLIGHT_FORMULA)}</formula></cfRule>`;
      const sqref = unique.slice(at, at + RANGES_PER_RULE).join(' ');
      blocks.push(`<conditionalFormatting sqref="${sqref}">${rule}</conditionalFormatting>`);
    }
  }
  return blocks.join('');
}

/**
 * The text of a user's sheet with exactly these highlights: earlier ones are removed, everything else stays. Without
 * highlights the sheet is what it was before the first.
 */
export function withHighlights(text: string, highlights: readonly Highlight[], styles: () => StyleBook): string {
  const cleared = withoutHighlights(text);
  if (highlights.every(({ ranges }) => ranges.length === 0)) return cleared;
  const root = outline(cleared, 1);
  const edits = new XmlEdits(cleared);
  const xml = withPrefix(rulesXml(highlights, nextPriority(cleared), styles), root.prefix);
  edits.insertInOrder(root, 'conditionalFormatting', WORKSHEET_ORDER, xml);
  return edits.apply();
}

function withoutHighlights(text: string): string {
  if (!text.includes(MARK_NAME)) return text;
  const edits = new XmlEdits(text);
  for (const node of outline(text, 1).children) {
    if (node.name === 'conditionalFormatting') removeOurs(edits, node);
    else if (node.name === 'dataValidations') removeOurPrompts(edits, node);
  }
  return edits.apply();
}

/** Removes the input messages that stand for notes where Excel itself was the host. */
function removeOurPrompts(edits: XmlEdits, list: XmlNode): void {
  const xml = edits.source.slice(list.start, list.end);
  const { children } = outline(xml, 1);
  const ours = children.filter(({ start, end }) => isOurs(xml.slice(start, end)));
  if (ours.length === 0) return;
  const left = children.length - ours.length;
  if (left === 0) return edits.replace(list.start, list.end, '');
  for (const { start, end } of ours) edits.replace(list.start + start, list.start + end, '');
  if (list.attributes.has('count')) edits.attribute(list, 'count', String(left));
}
