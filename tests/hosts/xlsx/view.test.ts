import { applyChangeSet, createWorkbook, displayNumber, openWorkbook, viewRows } from '../../../src/hosts/xlsx';
import { tinted } from '../../../src/hosts/xlsx/view/colors';
import { columnPixels } from '../../../src/hosts/xlsx/view/sheetLayout';
import { changeSet, richSheet } from './helpers/changeSets';
import { book, fixture } from './helpers/packages';

describe('a sheet as drawn', () => {
  const sheet = richSheet('排名', 'r');
  const view = openWorkbook(createWorkbook(changeSet({ sheets: [sheet] })), 'x').view(0);

  test('what was written is what is drawn', () => {
    expect(view).toMatchObject({
      name: '排名',
      rowCount: 8,
      columnCount: 4,
      frozenRows: 2,
      frozenColumns: 1,
      showGridLines: false,
      tabColor: '#C00000',
      hasDrawing: true,
      merges: sheet.merges,
      conditions: sheet.conditionalFormats,
    });
    expect(view.columnWidths.get(0)).toBe(24 * 7 + 5);
    expect(view.rowHeights.get(0)).toBe(40);
  });

  test('a sheet without charts and pictures has none to speak of', () => {
    const plain = createWorkbook(changeSet({ sheets: [{ ...sheet, charts: [] }] }));
    expect(openWorkbook(plain, 'x').view(0).hasDrawing).toBe(false);
  });

  test('rows with texts as shown and their looks', () => {
    const [title, header, first, second] = viewRows(view, 0, 4);
    expect(view.styles[title!.cells[0]!.style]).toMatchObject({
      fontName: '黑体',
      fontSize: 16,
      bold: true,
      color: '#C00000',
      horizontal: 'center',
    });
    expect(view.styles[header!.cells[0]!.style]).toMatchObject({
      fill: '#F2DCDB',
      wrap: true,
      borders: { top: { style: 'thin', color: '#808080' } },
    });
    expect(first!.cells.map(({ text }) => text)).toEqual(['红岩锡矿党委', '95.50', '1', '96.50']);
    expect(second!.cells[1]!.text).toBe('88.3分');
    expect(viewRows(view, 6, 7)).toEqual([]);
  });

  test('blank cells with borders are there', () => {
    expect(viewRows(view, 7, 8)[0]!.cells.at(-1)).toMatchObject({ column: 3, text: '' });
  });
});

describe('colours', () => {
  test.each([
    ['#4472C4', 0, '#4472C4'],
    ['#000000', 0.5, '#808080'],
    ['#FFFFFF', -0.5, '#808080'],
    ['#4472C4', 0.8, '#DAE3F3'],
    ['#4472C4', -0.25, '#2F5597'],
  ])('%s with tint %d', (color, tint, expected) => {
    expect(tinted(color, tint)).toBe(expected);
  });

  test('theme and palette', () => {
    const styles =
      '<fonts><font><color theme="0"/></font><font><color theme="4"/></font><font><color indexed="10"/></font></fonts><fills><fill/></fills><borders><border/></borders>' +
      '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>';
    const view = openWorkbook(book('<sheetData/>', { styles }), 'x').view(0);
    expect(view.styles.map(({ color }) => color)).toEqual(['#FFFFFF', '#4472C4', '#FF0000']);
  });
});

describe('conditional formats of users', () => {
  const styles = '<dxfs><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>';
  const rule = (attributes: string, inner = ''): string =>
    `<conditionalFormatting sqref="B2:B5"><cfRule dxfId="0" priority="1" ${attributes}>${inner}</cfRule></conditionalFormatting>`;
  test.each([
    [rule('type="cellIs" operator="greaterThan"', '<formula>60</formula>'), 'B2>(60)'],
    [rule('type="cellIs" operator="between"', '<formula>1</formula><formula>$A2</formula>'), 'AND(B2>=(1),B2<=($A2))'],
    [rule('type="duplicateValues"'), 'AND(B2<>"",COUNTIF($B$2:$B$5,B2)>1)'],
    [rule('type="top10" rank="3" bottom="1"'), 'AND(ISNUMBER(B2),B2<=SMALL($B$2:$B$5,MIN(3,COUNT($B$2:$B$5))))'],
    [
      rule('type="containsText" operator="containsText" text="差"', '<formula>NOT(ISERROR(SEARCH("差",B2)))</formula>'),
      'NOT(ISERROR(SEARCH("差",B2)))',
    ],
  ])('%s', (xml, formula) => {
    const view = openWorkbook(book(`<sheetData/>${xml}`, { styles }), 'x').view(0);
    expect(view.conditions).toEqual([
      { type: 'formula', range: { top: 1, left: 1, bottom: 4, right: 1 }, formula, fill: '#FFC7CE' },
    ]);
  });

  test('a rule of several ranges moves its formula, the first priority wins', () => {
    const xml =
      '<conditionalFormatting sqref="A1:A2 C3"><cfRule type="expression" dxfId="0" priority="2"><formula>A1&gt;$B$1</formula></cfRule></conditionalFormatting>' +
      '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>';
    const { conditions } = openWorkbook(book(`<sheetData/>${xml}`, { styles }), 'x').view(0);
    expect(conditions.map((condition) => (condition.type === 'formula' ? condition.formula : ''))).toEqual([
      'TRUE',
      'A1>$B$1',
      'C3>$B$1',
    ]);
  });

  test('our highlights are drawn', () => {
    const bytes = fixture('cases/v5-existing-table.xlsx');
    const highlight = {
      sheet: '三季度',
      ranges: [{ top: 3, left: 1, bottom: 3, right: 1 }],
      fill: '#FFC7CE',
      reason: '',
    };
    const { bytes: marked } = applyChangeSet(openWorkbook(bytes, 'x'), changeSet({ highlights: [highlight] }));
    expect(openWorkbook(marked, 'x').view(0).conditions.at(-1)).toMatchObject({
      type: 'formula',
      fill: '#FFC7CE',
      range: highlight.ranges[0],
    });
  });
});

describe('display', () => {
  test.each([
    [38168, 'yyyy"年"m"月"d"日"', false, '2004年6月30日'],
    [36706, 'yyyy/m/d', true, '2004/6/30'],
    [0.55, '上午/下午h"时"mm"分"', false, '下午1时12分'],
    [1234.5, '#,##0.00', false, '1,234.50'],
    [0.125, '0.0%', false, '12.5%'],
    [1 / 3, 'General', false, '0.333333333'],
    [5, 'not a [format', false, '5'],
  ])('%d as %s', (value, code, date1904, text) => {
    if (code === 'not a [format') expect(typeof displayNumber(value, code, date1904)).toBe('string');
    else expect(displayNumber(value, code, date1904)).toBe(text);
  });

  test('column widths', () => {
    expect(columnPixels(9.140625)).toBe(64);
    expect(columnPixels(0)).toBe(0);
  });
});
