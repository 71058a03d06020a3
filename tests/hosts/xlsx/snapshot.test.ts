import { openWorkbook } from '../../../src/hosts/xlsx';
import { formatAt, formulaAt, valueAt, type CellValue, type WorkbookSnapshot } from '../../../src/model';
import { book, bookParts, fixture, pack } from './helpers/packages';

function read(bytes: Uint8Array): WorkbookSnapshot {
  return openWorkbook(bytes, '表.xlsx').snapshot();
}

/** Value of a cell of the first sheet. */
function at(snapshot: WorkbookSnapshot, row: number, column: number): CellValue {
  return valueAt(snapshot, snapshot.sheets[0]!, row, column);
}

/** A sheet of one row with these cells. */
function rowOf(cells: string, more: Parameters<typeof book>[1] = {}): WorkbookSnapshot {
  return read(book(`<sheetData><row r="1">${cells}</row></sheetData>`, more));
}

describe('values', () => {
  const strings =
    '<si><t>甲</t></si><si><r><t>红</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 岩</t></r><rPh sb="0" eb="1"><t>hong</t></rPh></si><si><t/></si><si/>';
  const cases: [what: string, cell: string, value: CellValue][] = [
    ['number', '<c r="A1"><v>95.5</v></c>', 95.5],
    ['whole number', '<c r="A1"><v>1200</v></c>', 1200],
    ['negative number', '<c r="A1"><v>-0.1</v></c>', -0.1],
    ['17 digits', '<c r="A1"><v>0.30000000000000004</v></c>', 0.1 + 0.2],
    ['exponent', '<c r="A1"><v>1E+21</v></c>', 1e21],
    ['number of type n', '<c r="A1" t="n"><v> 7 </v></c>', 7],
    ['shared string', '<c r="A1" t="s"><v>0</v></c>', '甲'],
    ['rich string without its reading', '<c r="A1" t="s"><v>1</v></c>', '红 岩'],
    ['empty shared string', '<c r="A1" t="s"><v>2</v></c>', ''],
    ['empty element as shared string', '<c r="A1" t="s"><v>3</v></c>', ''],
    ['shared string that is none', '<c r="A1" t="s"><v>99</v></c>', null],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true],
    ['false', '<c r="A1" t="b"><v>0</v></c>', false],
    ['error', '<c r="A1" t="e"><v>#REF!</v></c>', { error: '#REF!' }],
    ['formula text', '<c r="A1" t="str"><f>B1</f><v>优秀</v></c>', '优秀'],
    ['formula text that looks like a number', '<c r="A1" t="str"><v>95</v></c>', '95'],
    ['inline text', '<c r="A1" t="inlineStr"><is><t>a&lt;b&amp;&#x4E2D;</t></is></c>', 'a<b&中'],
    ['inline rich text', '<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>', '甲乙'],
    ['escaped control character', '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>', 'a\rb_x0041_'],
    ['CDATA', '<c r="A1" t="str"><v><![CDATA[<甲>]]></v></c>', '<甲>'],
    ['comment inside a number', '<c r="A1"><v>9<!-- x -->5</v></c>', 95],
    ['date', '<c r="A1" t="d"><v>2004-06-30T12:00:00</v></c>', 38168.5],
    ['no number', '<c r="A1"><v>abc</v></c>', 'abc'],
    ['no value', '<c r="A1"/>', null],
    ['prefix and quotes', "<x:c xmlns:x='u' r='A1'><x:v>3</x:v></x:c>", 3],
    ['attribute with >', '<c r="A1" a=">"><v>4</v></c>', 4],
  ];
  test.each(cases)('%s', (_, cell, value) => {
    expect(at(rowOf(cell, { strings }), 0, 0)).toEqual(value);
  });

  test('each text is kept once', () => {
    const snapshot = rowOf('<c t="s"><v>0</v></c><c t="inlineStr"><is><t>甲</t></is></c><c t="s"><v>0</v></c>', {
      strings,
    });
    expect(snapshot.strings).toEqual(['甲']);
  });

  test('dates of the 1904 system', () => {
    const snapshot = rowOf('<c t="d"><v>2004-06-30</v></c>', { workbook: '<workbookPr date1904="1"/>' });
    expect(snapshot.date1904).toBe(true);
    expect(at(snapshot, 0, 0)).toBe(36706);
  });
});

describe('places', () => {
  test('rows and cells without reference follow the one before', () => {
    const snapshot = read(
      book(
        '<sheetData><row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData>',
      ),
    );
    expect([at(snapshot, 0, 0), at(snapshot, 0, 3), at(snapshot, 0, 4), at(snapshot, 1, 0)]).toEqual([1, 2, 3, 4]);
  });

  test('cells out of order are sorted, the last of twins wins', () => {
    const snapshot = read(
      book(
        '<sheetData><row r="5"><c r="B5"><v>1</v></c><c r="A5"><v>2</v></c></row><row r="2"><c r="C2"><v>3</v></c></row>' +
          '<row r="5"><c r="B5"><v>9</v></c><c r="C5"><f>B5</f><v>9</v></c></row></sheetData>',
      ),
    );
    const [sheet] = snapshot.sheets;
    expect([...sheet!.cells.rows]).toEqual([1, 4]);
    expect([at(snapshot, 1, 2), at(snapshot, 4, 0), at(snapshot, 4, 1), at(snapshot, 4, 2)]).toEqual([3, 2, 9, 9]);
    expect(formulaAt(sheet!, 4, 2)).toBe('B5');
  });

  test('an empty sheet', () => {
    for (const xml of ['', '<sheetData/>', '<sheetData></sheetData>', '<sheetData><row r="1"/></sheetData>']) {
      expect(read(book(xml)).sheets[0]!.cells.columns).toHaveLength(0);
    }
  });

  test('hidden rows and columns, merges, protection', () => {
    const { sheets } = read(
      book(
        '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/></cols>' +
          '<sheetData><row r="3" hidden="1"><c r="A3"><v>1</v></c></row></sheetData>' +
          '<sheetProtection sheet="1"/><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1"/></mergeCells>',
      ),
    );
    expect(sheets[0]).toMatchObject({
      hiddenColumns: [1, 2],
      hiddenRows: [2],
      isProtected: true,
      merges: [{ top: 0, left: 0, bottom: 1, right: 1 }],
    });
  });

  test('elements of the same names elsewhere in the sheet are not taken', () => {
    const { sheets } = read(
      book(
        '<sheetData/><extLst><ext><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCell ref="A1:B2"/></ext></extLst>',
      ),
    );
    expect(sheets[0]!.cells.columns).toHaveLength(0);
    expect(sheets[0]!.merges).toHaveLength(0);
  });
});

describe('formulas', () => {
  test('followers of a shared formula get it moved to their place', () => {
    const snapshot = read(
      book(
        '<sheetData><row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">SUM(A1:B1)+$A$1*B$1</f><v>1</v></c></row>' +
          '<row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"></f><v>3</v></c></row></sheetData>',
      ),
    );
    const [sheet] = snapshot.sheets;
    expect(formulaAt(sheet!, 0, 2)).toBe('SUM(A1:B1)+$A$1*B$1');
    expect(formulaAt(sheet!, 1, 2)).toBe('SUM(A2:B2)+$A$1*B$1');
    expect(formulaAt(sheet!, 2, 2)).toBe('SUM(A3:B3)+$A$1*B$1');
  });

  test('a formula without value is a blank cell with a formula', () => {
    const snapshot = rowOf('<c r="A1"><f>B1&amp;"x"</f></c>');
    expect(at(snapshot, 0, 0)).toBeNull();
    expect(formulaAt(snapshot.sheets[0]!, 0, 0)).toBe('B1&"x"');
  });
});

describe('number formats', () => {
  const styles =
    '<numFmts><numFmt numFmtId="176" formatCode="0.0&quot;分&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="58"/><xf numFmtId="14"/></cellXfs>';
  test('built-in Chinese dates and own formats', () => {
    const snapshot = rowOf([0, 1, 2, 3, 4].map((xf) => `<c s="${xf}"><v>38168</v></c>`).join(''), { styles });
    const codes = [0, 1, 2, 3, 4].map((column) => formatAt(snapshot, snapshot.sheets[0]!, 0, column));
    expect(codes).toEqual(['General', 'yyyy"年"m"月"d"日"', '0.0"分"', 'm"月"d"日"', 'yyyy/m/d']);
  });

  test('a blank cell is kept only for its number format', () => {
    const snapshot = rowOf('<c r="A1" s="0"/><c r="B1" s="1"/>', { styles });
    expect([...snapshot.sheets[0]!.cells.columns]).toEqual([1]);
  });
});

describe('packages of other programs', () => {
  test('any prefix, UTF-16 parts, absolute and backslash targets', () => {
    const parts = bookParts('');
    parts['xl/workbook.xml'] =
      '<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheets>' +
      '<x:sheet name="表" sheetId="1" q:id="rId1" xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></x:sheets></x:workbook>';
    parts['xl/worksheets/sheet1.xml'] =
      '\ufeff<?xml version="1.0"?>\n<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace(
      'worksheets/sheet1.xml',
      '/XL\\Worksheets\\sheet1.xml',
    );
    expect(at(read(pack(parts)), 0, 0)).toBe('甲');
  });

  test('visibility and the mark of our sheets', () => {
    const parts = bookParts('<sheetData/>');
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace('sheetId', 'state="veryHidden" sheetId').replace(
      '</sheets>',
      '</sheets><definedNames><definedName name="PioneerScorecard" localSheetId="0" hidden="1">"ranking:五""好"</definedName>' +
        '<definedName name="PioneerScorecard">"x"</definedName></definedNames>',
    );
    expect(read(pack(parts)).sheets[0]).toMatchObject({ visibility: 'veryHidden', mark: 'ranking:五"好' });
  });

  test('the sample workbook as another reader sees it', () => {
    const snapshot = read(fixture('cases/v5-existing-table.xlsx'));
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['三季度', 'Teams']);
    expect(at(snapshot, 3, 1)).toBe('城西管理站党支部');
    expect(formulaAt(snapshot.sheets[0]!, 3, 7)).toMatch(/^SUM\(/);
  });
});
