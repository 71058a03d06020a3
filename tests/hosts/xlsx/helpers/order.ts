import { outline } from '../../../../src/hosts/xlsx/xml/outline';

/** Orders of child elements that Excel insists on (ECMA-376, part 1, annex A). */
const ORDERS: Readonly<Record<string, string>> = {
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState ' +
    'dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins ' +
    'pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing tableParts extLst',
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize ' +
    'customWorkbookViews pivotCaches extLst',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
};

/** Names of the children of a part that stand in the wrong place or are unknown. */
export function misplaced(xml: string): string[] {
  const root = outline(xml, 1);
  const order = ORDERS[root.name]!.split(' ');
  let last = 0;
  const wrong: string[] = [];
  for (const { name } of root.children) {
    const at = order.indexOf(name);
    if (at < last) wrong.push(name);
    last = Math.max(last, at);
  }
  return wrong;
}

/** Collections of a style sheet whose count is not the number of their elements. */
export function miscounted(xml: string): string[] {
  return outline(xml, 2)
    .children.filter(
      ({ attributes, children }) => attributes.has('count') && Number(attributes.get('count')) !== children.length,
    )
    .map(({ name }) => name);
}
