import { pack } from './packages';

const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `${OFFICE}/spreadsheetml/2006/main`;
const REL = `${OFFICE}/officeDocument/2006/relationships`;
const TYPE = 'application/vnd.openxmlformats-officedocument';

function relationships(list: readonly [id: string, type: string, target: string][]): string {
  const items = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${OFFICE}/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** Parts of a macro workbook that has what users have: every kind of content that must survive a change. */
export function richParts(): Record<string, string> {
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  return {
    '[Content_Types].xml':
      `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>' +
      `<Default Extension="vml" ContentType="${TYPE}.vmlDrawing"/>` +
      override('xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml') +
      override('xl/worksheets/sheet1.xml', `${TYPE}.spreadsheetml.worksheet+xml`) +
      override('xl/worksheets/sheet2.xml', `${TYPE}.spreadsheetml.worksheet+xml`) +
      override('xl/chartsheets/sheet1.xml', `${TYPE}.spreadsheetml.chartsheet+xml`) +
      override('xl/styles.xml', `${TYPE}.spreadsheetml.styles+xml`) +
      override('xl/sharedStrings.xml', `${TYPE}.spreadsheetml.sharedStrings+xml`) +
      override('xl/calcChain.xml', `${TYPE}.spreadsheetml.calcChain+xml`) +
      override('xl/comments1.xml', `${TYPE}.spreadsheetml.comments+xml`) +
      override('xl/tables/table1.xml', `${TYPE}.spreadsheetml.table+xml`) +
      override('xl/drawings/drawing1.xml', `${TYPE}.drawing+xml`) +
      override('xl/charts/chart1.xml', `${TYPE}.drawingml.chart+xml`) +
      '</Types>',
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'customXml/item1.xml': '<data xmlns="urn:x">用户自己的内容</data>',
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><fileVersion appName="xl"/><workbookPr defaultThemeVersion="124226"/>` +
      '<workbookProtection lockStructure="1"/><bookViews><workbookView activeTab="2"/></bookViews>' +
      '<sheets><sheet name="考核表" sheetId="1" r:id="rId1"/><sheet name="图" sheetId="3" r:id="rId3"/><sheet name="名册" sheetId="2" r:id="rId2"/></sheets>' +
      '<definedNames><definedName name="满分">100</definedName><definedName name="_xlnm.Print_Area" localSheetId="2">名册!$A$1:$B$9</definedName></definedNames>' +
      '<calcPr calcId="191029"/><extLst><ext uri="{x}"/></extLst></workbook>',
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'chartsheet', 'chartsheets/sheet1.xml'],
      ['rId4', 'styles', 'styles.xml'],
      ['rId5', 'sharedStrings', 'sharedStrings.xml'],
      ['rId6', 'calcChain', 'calcChain.xml'],
      ['rId7', 'vbaProject', 'vbaProject.bin'],
    ]),
    'xl/vbaProject.bin': 'macro bytes',
    'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="D2" i="1"/></calcChain>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>单位</t></si><si><t>红岩锡矿</t></si></sst>`,
    'xl/styles.xml':
      `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="12"/><color theme="1"/><name val="仿宋"/><family val="3"/><charset val="134"/></font><font><b/><sz val="12"/><name val="仿宋"/></font></fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs>' +
      '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment vertical="center"/></xf>' +
      '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs>' +
      '<dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs><tableStyles count="0"/></styleSheet>',
    'xl/worksheets/sheet1.xml':
      `<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><dimension ref="A1:F9"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>` +
      '<cols><col min="6" max="6" width="12" style="2"/></cols><sheetData>' +
      '<row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="D1" t="inlineStr"><is><t>合计</t></is></c></row>' +
      '<row r="2" spans="1:4"><c r="A2" s="1" t="s"><v>1</v></c><c r="B2"><v>90.5</v></c><c r="D2"><f>SUM(B2:C2)</f><v>90.5</v></c></row>' +
      '<row r="4" s="1" customFormat="1"><c r="B4"><f t="shared" ref="B4:B5" si="0">A4+1</f><v>1</v></c></row>' +
      '<row r="5"><c r="B5"><f t="shared" si="0"/><v>1</v></c><c r="C5"><f t="array" ref="C5:D6">A1:B2</f><v>1</v></c></row>' +
      '<row r="7"/><row r="9"><c r="A9" s="2"><v>0.5</v></c></row></sheetData>' +
      '<mergeCells count="1"><mergeCell ref="A7:B8"/></mergeCells>' +
      '<conditionalFormatting sqref="B2:B5"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>60</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="1"><dataValidation type="decimal" sqref="B2:B9"><formula1>0</formula1><formula2>100</formula2></dataValidation></dataValidations>' +
      '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>' +
      '<tableParts count="1"><tablePart r:id="rId4"/></tableParts></worksheet>',
    'xl/worksheets/_rels/sheet1.xml.rels': relationships([
      ['rId1', 'drawing', '../drawings/drawing1.xml'],
      ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['rId3', 'comments', '../comments1.xml'],
      ['rId4', 'table', '../tables/table1.xml'],
    ]),
    'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="G1:H3"><autoFilter ref="G1:H3"/><tableColumns count="2"><tableColumn id="1" name="甲"/><tableColumn id="2" name="乙"/></tableColumns></table>`,
    'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>甲</author></authors><commentList><comment ref="A1" authorId="0"><text><t>批注</t></text></comment></commentList></comments>`,
    'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"/>',
    'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="${OFFICE}/drawingml/2006/spreadsheetDrawing"/>`,
    'xl/drawings/_rels/drawing1.xml.rels': relationships([['rId1', 'chart', '../charts/chart1.xml']]),
    'xl/charts/chart1.xml': `<c:chartSpace xmlns:c="${OFFICE}/drawingml/2006/chart"/>`,
    'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="3"><v>2</v></c></row></sheetData><sheetProtection sheet="1"/></worksheet>`,
  };
}

/** A workbook with chart, chart sheet, macro, table, comment, validation, names, protection and formulas of all kinds. */
export function richWorkbook(): Uint8Array {
  return pack(richParts());
}
