import fc from 'fast-check';
import { crc32 } from '../../../src/hosts/xlsx/package/crc32';
import { resolvePart, relationshipsPart } from '../../../src/hosts/xlsx/package/partNames';
import { cutAtReferences, shiftFormula } from '../../../src/hosts/shared/formula/references';
import { renameSheets } from '../../../src/hosts/shared/formula/renameSheets';
import { markFormula, markOf } from '../../../src/hosts/shared/mark';
import { serialOfIsoDate } from '../../../src/hosts/xlsx/read/isoDate';
import { cellXml } from '../../../src/hosts/xlsx/write/cellXml';
import { freeSheetName } from '../../../src/hosts/shared/sheetNames';
import { XmlEdits } from '../../../src/hosts/xlsx/xml/edits';
import { outline } from '../../../src/hosts/xlsx/xml/outline';
import { Token, XmlScanner } from '../../../src/hosts/xlsx/xml/scanner';
import { escapeCell, escapeXml, unescapeCell, unescapeXml } from '../../../src/hosts/xlsx/xml/text';
import { createWorkbook, openWorkbook } from '../../../src/hosts/xlsx';
import { valueAt } from '../../../src/model';
import { changeSet, richSheet } from './helpers/changeSets';

/** Any text that JavaScript can hold, also halves of characters and things that look like escapes. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('_x0041_', '_x', '\ud83d', '\udc00', '\r\n', '\u0007', '&amp;', ' '),
    ),
    { maxLength: 8 },
  )
  .map((list) => list.join(''));

describe('text of cells', () => {
  test('what is escaped reads back the same', () => {
    fc.assert(fc.property(anyText, (text) => unescapeCell(unescapeXml(escapeCell(text))) === text));
  });

  test('any text survives a saved file', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sheet = {
          ...richSheet('表', 'm'),
          charts: [],
          blocks: [{ row: 0, column: 0, values: [[text]], columnStyles: [-1] }],
        };
        const read = openWorkbook(createWorkbook(changeSet({ sheets: [sheet] })), 'x').snapshot();
        expect(valueAt(read, read.sheets[0]!, 0, 0)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  test('any number survives, to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = /<v>(.*)<\/v>/.exec(cellXml('A1', 0, value))![1]!;
        return Number(text) === value;
      }),
    );
  });

  test('attribute text', () => {
    expect(unescapeXml(escapeXml('a<b>&"\n\t'))).toBe('a<b>&"\n\t');
    expect(escapeXml('a\u0000b')).toBe('ab');
    expect(unescapeXml('&unknown; & &#xZZ; &#65;')).toBe('&unknown; & &#xZZ; A');
  });

  test('texts longer than a cell are cut between characters', () => {
    const xml = cellXml('A1', 0, `${'x'.repeat(32_766)}😀`);
    expect(/<t>(.*)<\/t>/.exec(xml)![1]).toBe('x'.repeat(32_766));
  });
});

describe('scanner', () => {
  const xml = '<?xml version="1.0"?><!-- <a> --><a x="1>2" y=\'"\'><b/>text&lt;<![CDATA[<raw>]]><c:d z="3"></c:d></a>';

  function tokens(scanner: XmlScanner): string[] {
    const seen: string[] = [];
    for (let token = scanner.next(); token !== Token.none; token = scanner.next()) {
      if (token === Token.text) seen.push(`${scanner.depth}:${scanner.textValue()}`);
      else seen.push(`${scanner.depth}${token === Token.open ? '<' : '>'}${scanner.name}${scanner.isEmpty ? '/' : ''}`);
    }
    return seen;
  }

  const expected = ['0<a', '1<b/', '1:text<', '1:<raw>', '1<d', '1>d', '0>a'];

  test('tokens and depths', () => {
    expect(tokens(new XmlScanner(xml))).toEqual(expected);
  });

  test('the same in pieces of any size', () => {
    for (let size = 1; size < 12; size++) {
      const scanner = new XmlScanner('', false);
      const seen: string[] = [];
      for (let at = 0; at < xml.length; at += size) {
        scanner.feed(xml.slice(at, at + size), at + size >= xml.length);
        seen.push(...tokens(scanner));
      }
      expect(seen.join('').replaceAll('1:', '')).toBe(expected.join('').replaceAll('1:', ''));
    }
  });

  test('attributes', () => {
    const scanner = new XmlScanner(xml);
    scanner.next();
    expect([scanner.attribute('x'), scanner.attribute('y'), scanner.attribute('z'), scanner.number('x', 7)]).toEqual([
      '1>2',
      '"',
      null,
      7,
    ]);
  });
});

describe('edits', () => {
  test('attributes next to the name, empty elements, order', () => {
    const text = '<a b="1"><c/></a>';
    const root = outline(text, 1);
    const edits = new XmlEdits(text);
    edits.attribute(root, 'b', '2');
    edits.attribute(root, 'd', '3');
    edits.append(root.children[0]!, '<e/>');
    edits.insertInOrder(root, 'bb', ['bb', 'c'], '<bb/>');
    expect(edits.apply()).toBe('<a d="3" b="2"><bb/><c><e/></c></a>');
  });
});

describe('formulas', () => {
  const cases: [formula: string, rows: number, columns: number, shifted: string][] = [
    ['SUM(A1:B$2)*$C1+$D$4', 2, 1, 'SUM(B3:C$2)*$C3+$D$4'],
    ['"A1"&A1', 1, 0, '"A1"&A2'],
    ["'A1 表'!A1+Sheet1!B2", 1, 1, "'A1 表'!B2+Sheet1!C3"],
    ['LOG10(A1)+A1B+_A1', 1, 0, 'LOG10(A2)+A1B+_A1'],
    ['SUM(A:B)+SUM(1:2)+SUM($A:A)', 1, 1, 'SUM(B:C)+SUM(2:3)+SUM($A:B)'],
    ['表1[[#This Row],[A1]]+A1', 1, 0, '表1[[#This Row],[A1]]+A2'],
    ['A1', -1, 0, '#REF!'],
    ['XFD1', 0, 1, '#REF!'],
    ['"a""A1"&B1', 1, 0, '"a""A1"&B2'],
    ['1E5+A1', 1, 0, '1E5+A2'],
  ];
  test.each(cases)('%s by %d, %d', (formula, rows, columns, shifted) => {
    expect(shiftFormula(cutAtReferences(formula), rows, columns)).toBe(shifted);
  });

  test('sheets get their final names', () => {
    const names = new Map([
      ['排名', "排名'2"],
      ['a', 'b'],
    ]);
    expect(renameSheets("SUM('排名'!A1,排名!B1,'其他'!C1)&\"排名!\"&A!B1", names)).toBe(
      "SUM('排名''2'!A1,'排名''2'!B1,'其他'!C1)&\"排名!\"&'b'!B1",
    );
  });
});

describe('sheet names', () => {
  const cases: [wanted: string, taken: string[], name: string][] = [
    ['排名', [], '排名'],
    ['a/b\\c?d*e[f]g:h', [], 'a_b_c_d_e_f_g_h'],
    ["'引号'", [], '引号'],
    ['History', [], 'History_'],
    ['', [], 'Sheet'],
    ["'''", [], 'Sheet'],
    ['排名', ['排名', '排名 (2)'], '排名 (3)'],
    ['ABC', ['abc'], 'ABC (2)'],
    ['甲'.repeat(40), [], '甲'.repeat(31)],
    ['甲'.repeat(40), ['甲'.repeat(31)], `${'甲'.repeat(27)} (2)`],
    [`${'甲'.repeat(30)}😀`, [], '甲'.repeat(30)],
  ];
  test.each(cases)('%s', (wanted, taken, name) => {
    expect(freeSheetName(wanted, new Set(taken))).toBe(name);
  });

  test('any wish gives a legal, free name', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText), (wanted, others) => {
        const taken = new Set(others.map((text) => freeSheetName(text, new Set()).toLowerCase()));
        const name = freeSheetName(wanted, taken);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\\0-\x1f]|^'|'$|^history$/i);
        expect(taken.has(name.toLowerCase())).toBe(false);
        expect(encodeURIComponent(name)).not.toBe('');
      }),
    );
  });
});

describe('small things', () => {
  test('checksum', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new TextEncoder().encode('56789'), crc32(new TextEncoder().encode('1234')))).toBe(0xcbf43926);
  });

  test.each([
    ['xl/worksheets/sheet1.xml', '../drawings/drawing1.xml', 'xl/drawings/drawing1.xml'],
    ['xl/workbook.xml', '/xl/styles.xml', 'xl/styles.xml'],
    ['', 'xl/workbook.xml', 'xl/workbook.xml'],
    ['xl/workbook.xml', '..\\..\\..\\etc', 'etc'],
  ])('part of %s to %s', (source, target, part) => {
    expect(resolvePart(source, target)).toBe(part);
  });

  test('relationship parts', () => {
    expect(relationshipsPart('')).toBe('_rels/.rels');
    expect(relationshipsPart('xl/workbook.xml')).toBe('xl/_rels/workbook.xml.rels');
  });

  test.each([
    ['2004-06-30', false, 38168],
    ['1900-01-01', false, 1],
    ['1900-03-01', false, 61],
    ['2004-06-30', true, 36706],
    ['2004-06-30T18:00:00Z', false, 38168.75],
    ['2004/6/30', false, null],
  ])('serial of %s (1904: %s)', (text, date1904, serial) => {
    expect(serialOfIsoDate(text, date1904)).toBe(serial);
  });

  test('marks', () => {
    fc.assert(fc.property(fc.string(), (mark) => markOf(markFormula(mark)) === mark));
    expect(markOf('Sheet1!$A$1')).toBeNull();
  });
});
