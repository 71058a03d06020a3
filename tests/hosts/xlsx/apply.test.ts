import { applyChangeSet, createWorkbook, openWorkbook } from '../../../src/hosts/xlsx';
import {
  formatAt,
  formulaAt,
  valueAt,
  type CellWrite,
  type ChangeSet,
  type WorkbookSnapshot,
} from '../../../src/model';
import { changeSet, formSheet, richSheet } from './helpers/changeSets';
import { miscounted, misplaced } from './helpers/order';
import { book, fixture, pack, unpack } from './helpers/packages';
import { richParts, richWorkbook } from './helpers/richWorkbook';

function apply(bytes: Uint8Array, changes: Partial<ChangeSet>) {
  return applyChangeSet(openWorkbook(bytes, '表.xlsx'), changeSet(changes));
}

function snapshot(bytes: Uint8Array): WorkbookSnapshot {
  return openWorkbook(bytes, '表.xlsx').snapshot();
}

function names(bytes: Uint8Array): string[] {
  return snapshot(bytes).sheets.map(({ name }) => name);
}

/** Value of a cell of a sheet by its name. */
function cell(bytes: Uint8Array, sheet: string, row: number, column: number) {
  const read = snapshot(bytes);
  const found = read.sheets.find(({ name }) => name === sheet)!;
  return {
    value: valueAt(read, found, row, column),
    formula: formulaAt(found, row, column),
    format: formatAt(read, found, row, column),
  };
}

function write(
  row: number,
  column: number,
  expected: CellWrite['expected'],
  value: CellWrite['value'],
  sheet = '考核表',
): CellWrite {
  return { sheet, row, column, expected, value };
}

/** Parts that differ between two packages. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [unpack(before), unpack(after)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((part) => a[part] !== b[part]).sort();
}

const HIGHLIGHT = {
  sheet: '考核表',
  ranges: [{ top: 1, left: 1, bottom: 3, right: 1 }],
  fill: '#FFC7CE',
  reason: '缺项',
};

describe('a sheet to be filled in', () => {
  const roster = { ...formSheet('名册:单位'), validations: [], protection: undefined };
  const { bytes } = apply(richWorkbook(), { sheets: [formSheet('表单'), roster] });
  const parts = Object.entries(unpack(bytes)).filter(([part]) => /worksheets\/sheet\d+\.xml$/.test(part));
  const form = parts.find(([, xml]) => xml.includes('较'))![1];

  test('its elements stand in the order of the schema and their counts are right', () => {
    expect(misplaced(form)).toEqual([]);
    expect(miscounted(form)).toEqual([]);
  });

  test('lists, bounds and formulas; a list that Excel cannot hold is left out', () => {
    const rules = [...form.matchAll(/<dataValidation type="(\w+)"[^>]*sqref="([A-Z0-9:]+)">(.*?)<\/dataValidation>/g)];
    expect(rules.map(([, type, range, formulas]) => [type, range, formulas!.replaceAll('&quot;', '"')])).toEqual([
      ['list', 'A2:A4', "<formula1>'名册_单位'!$B$3:$B$10</formula1>"],
      ['list', 'B2:B4', '<formula1>"好,较""好"",&lt;差&gt;"</formula1>'],
      ['whole', 'C2:C4', '<formula1>0</formula1>'],
      ['custom', 'D2:D4', `<formula1>OR(AND(ISNUMBER(D2),D2&gt;=0,D2&lt;='表单'!$F$1),D2="/")</formula1>`],
      ['decimal', 'E2:E4', '<formula1>0</formula1><formula2>4.5</formula2>'],
    ]);
  });

  test('what is said fits into its box, line breaks included', () => {
    const [, title, text] = /errorTitle="([^"]*)" error="([^"]*)" promptTitle="等级"/.exec(form)!;
    expect(title).toBe('超'.repeat(32));
    expect(text!.replaceAll('&#10;', '\n').replaceAll('&amp;', '&')).toHaveLength(255);
    expect(text).toContain('第一行&#10;第二行&amp;');
  });

  test('protected without a password, input cells unlocked', () => {
    expect(/<sheetProtection [^>]*>/.exec(form)![0]).toBe(
      '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" autoFilter="0"/>',
    );
    const read = openWorkbook(bytes, '表.xlsx');
    expect(read.snapshot().sheets.find(({ name }) => name === '表单')!.isProtected).toBe(true);
    const filled = applyChangeSet(
      read,
      changeSet({ writes: [write(1, 3, null, 4, '表单'), write(0, 3, '得分', 5, '表单')] }),
    );
    expect(filled.report.refused.map(({ write: { row }, reason }) => [row, reason])).toEqual([[0, 'protected']]);
    expect(cell(filled.bytes, '表单', 1, 3)).toEqual({ value: 4, formula: null, format: '0.00' });
  });
});

describe('saving without changes', () => {
  test.each([
    'cases/v1-annual-group.xlsx',
    'cases/v3-member-long.xlsx',
    'hostile/strict-ooxml.xlsx',
    'hostile/date1904.xlsx',
  ])('%s keeps every byte', (file) => {
    const bytes = fixture(file);
    expect(Buffer.compare(apply(bytes, {}).bytes, bytes)).toBe(0);
  });
});

describe('result sheets', () => {
  const sheet = richSheet('排名:五好党委', 'ranking:五好党委');
  const { bytes, report } = apply(richWorkbook(), { sheets: [sheet] });

  test('only what must change changes', () => {
    expect(changedParts(richWorkbook(), bytes).filter((part) => part in richParts())).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
    ]);
  });

  test('existing formats keep their place and their text', () => {
    const [before, after] = [richParts()['xl/styles.xml']!, unpack(bytes)['xl/styles.xml']!];
    for (const element of ['fonts', 'fills', 'cellXfs', 'dxfs']) {
      const inner = new RegExp(`<${element} count="\\d+">(.*)</${element}>`).exec(before)![1]!;
      expect(after).toContain(inner);
    }
    expect(miscounted(after)).toEqual([]);
  });

  test('elements stand in the order of the schema', () => {
    const parts = unpack(bytes);
    for (const part of ['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet3.xml'])
      expect(misplaced(parts[part]!)).toEqual([]);
  });

  test('the name is made legal and free, the warning about the lock is given', () => {
    expect(report.sheets).toEqual([{ mark: 'ranking:五好党委', name: '排名_五好党委', replaced: false }]);
    expect(report.warnings.map(({ code }) => code)).toEqual(['structureLocked']);
  });

  test('what was written is read again', () => {
    const read = snapshot(bytes);
    const written = read.sheets.at(-1)!;
    expect(written.mark).toBe('ranking:五好党委');
    const at = (row: number, column: number) => valueAt(read, written, row, column);
    expect([2, 3, 4, 5].map((row) => at(row, 0))).toEqual([
      '红岩锡矿党委',
      '=危险"单位"&<b>',
      ' 首尾空格 \n换行',
      '控制\u0007符_x0041_',
    ]);
    expect([2, 3, 4, 5].map((row) => at(row, 1))).toEqual([95.5, 88.25, 0.1 + 0.2, 1e21]);
    expect(formulaAt(written, 3, 0)).toBeNull();
    expect([at(7, 1), at(7, 2), at(7, 3)]).toEqual([true, '回到首行', null]);
    expect(formatAt(read, written, 2, 1)).toBe('0.00');
    expect(formatAt(read, written, 3, 1)).toBe('0.0"分"');
    expect(written.merges).toEqual(sheet.merges);
  });

  test('formulas and links follow the final names of the sheets', () => {
    expect(cell(bytes, '排名_五好党委', 2, 3)).toMatchObject({ formula: "SUM(B3,'排名_五好党委'!C3)", value: 96.5 });
    const xml = unpack(bytes)['xl/worksheets/sheet3.xml']!;
    expect(xml).toContain('location="\'排名_五好党委\'!A1"');
    expect(unpack(bytes)['xl/workbook.xml']).toContain('<calcPr fullCalcOnLoad="1" calcId="191029"/>');
  });

  test('print set-up, filter and names', () => {
    const { 'xl/worksheets/sheet3.xml': xml, 'xl/workbook.xml': workbook } = unpack(bytes);
    expect(xml).toContain('<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>');
    expect(xml).toContain('<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(xml).toContain('<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>');
    expect(workbook).toContain('localSheetId="3">\'排名_五好党委\'!$1:$2</definedName>');
    expect(workbook).toContain('localSheetId="3">\'排名_五好党委\'!$A$1:$D$8</definedName>');
    expect(workbook).toContain('localSheetId="3" hidden="1">\'排名_五好党委\'!$A$2:$D$6</definedName>');
    expect(workbook).toContain('<definedName name="满分">100</definedName>');
  });

  test('pages several wide: columns repeated, breaks, a size of their own', () => {
    const print = {
      orientation: 'landscape',
      fitToWidth: false,
      scale: 80,
      titleRows: { first: 2, last: 4 },
      titleColumns: { first: 1, last: 2 },
      breaks: { rows: [20, 40], columns: [12] },
    } as const;
    const wide = changeSet({ sheets: [{ ...richSheet('明细', 'wide'), print }] });
    const { 'xl/worksheets/sheet1.xml': xml, 'xl/workbook.xml': workbook } = unpack(createWorkbook(wide));
    expect(misplaced(xml!)).toEqual([]);
    expect(xml).toContain('<pageSetup paperSize="9" scale="80" pageOrder="overThenDown" orientation="landscape"/>');
    expect(xml).toContain(
      '<rowBreaks count="2" manualBreakCount="2"><brk id="20" max="16383" man="1"/><brk id="40" max="16383" man="1"/></rowBreaks>' +
        '<colBreaks count="1" manualBreakCount="1"><brk id="12" max="1048575" man="1"/></colBreaks>',
    );
    expect(workbook).toContain("'明细'!$B:$C,'明细'!$3:$5</definedName>");
  });

  test('charts are native, with the values of their cells', () => {
    const parts = unpack(bytes);
    const charts = Object.keys(parts).filter((part) => /^xl\/charts\/chart\d+\.xml$/.test(part));
    expect(charts).toHaveLength(6);
    expect(parts['xl/charts/chart2.xml']).toContain("<c:f>'排名_五好党委'!$B$3:$B$6</c:f>");
    expect(parts['xl/charts/chart2.xml']).toContain('<c:pt idx="0"><c:v>95.5</c:v></c:pt>');
    expect(parts['xl/charts/chart2.xml']).toContain('<c:pt idx="0"><c:v>红岩锡矿党委</c:v></c:pt>');
  });

  test('charts have colours, labels, formats and ends of their axis', () => {
    const cells = { top: 0, left: 0, bottom: 3, right: 0 };
    const spec = {
      title: '得分率',
      categories: cells,
      series: [
        { name: '甲', values: cells, color: '#A61B1B' },
        { name: '乙', values: cells },
      ],
      anchor: { top: 5, left: 0, bottom: 9, right: 3 },
      labels: true,
      valueFormat: '0.0"%"',
      min: 0.5,
      max: 1,
      step: 0.1,
    };
    const charts = (['bar', 'radar', 'line', 'pie'] as const).map((type) => ({ ...spec, type }));
    const parts = unpack(createWorkbook(changeSet({ sheets: [{ ...richSheet('统计', 's'), charts }] })));
    const [bar, radar, line, pie] = [1, 2, 3, 4].map((i) => parts[`xl/charts/chart${i}.xml`]!);
    const red = '<a:solidFill><a:srgbClr val="A61B1B"/></a:solidFill>';
    expect(bar).toContain(`<c:v>甲</c:v></c:tx><c:spPr>${red}</c:spPr><c:invertIfNegative val="0"/><c:dLbls>`);
    expect(bar).toContain('<c:v>乙</c:v></c:tx><c:invertIfNegative val="0"/>');
    for (const xml of [radar!, line!]) {
      expect(xml).toContain(`<c:v>甲</c:v></c:tx><c:spPr><a:ln w="22225">${red}</a:ln></c:spPr><c:marker>`);
    }
    for (const xml of [bar!, radar!, line!]) {
      expect(xml).toContain('<c:orientation val="minMax"/><c:max val="1"/><c:min val="0.5"/></c:scaling>');
      expect(xml).toContain('<c:majorUnit val="0.1"/></c:valAx>');
      expect(xml).toContain('<c:dLbls><c:numFmt formatCode="0.0&quot;%&quot;" sourceLinked="0"/>');
      expect(xml.match(/<c:numFmt formatCode="0.0&quot;%&quot;"/g)).toHaveLength(3);
    }
    expect(pie).not.toContain('numFmt');
  });

  test('every relationship leads to a part and every part has a type', () => {
    const parts = unpack(bytes);
    const types = parts['[Content_Types].xml']!;
    for (const part of Object.keys(parts)) {
      if (/charts\/|worksheets\/sheet|drawings\/drawing/.test(part) && !part.includes('_rels'))
        expect(types).toContain(`"/${part}"`);
    }
    expect(parts['xl/drawings/_rels/drawing2.xml.rels']!.match(/Target="..\/charts\/chart\d\.xml"/g)).toHaveLength(5);
  });
});

describe('number formats', () => {
  test('a file that gives built-in and equal codes ids of their own keeps them all', () => {
    const bytes = book(
      '<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>2</v></c><c r="C1" s="3"><v>3</v></c></row></sheetData>',
      {
        styles:
          '<numFmts count="3"><numFmt numFmtId="164" formatCode="0.0"/><numFmt numFmtId="165" formatCode="0.0"/><numFmt numFmtId="166" formatCode="#,##0"/></numFmts>' +
          '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>',
      },
    );
    const saved = apply(bytes, { sheets: [richSheet('排名', 'ranking:x')] }).bytes;
    expect([0, 1, 2].map((column) => cell(saved, '表', 0, column).format)).toEqual(['0.0', '0.0', '#,##0']);
  });
});

describe('a second run', () => {
  const changes = {
    sheets: [richSheet('排名', 'ranking'), { ...richSheet('统计', 'statistics'), visibility: 'hidden' as const }],
    writes: [write(1, 2, null, 3), write(10, 0, null, '新')],
    highlights: [HIGHLIGHT],
  };
  const first = apply(richWorkbook(), changes);
  const second = apply(first.bytes, changes);

  test('gives the same workbook', () => {
    // Replacing sheets drops the calculation chain; Excel makes a new one.
    expect(changedParts(first.bytes, second.bytes)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/calcChain.xml',
    ]);
    const third = apply(second.bytes, changes).bytes;
    expect(changedParts(second.bytes, third).filter((part) => part !== '[Content_Types].xml')).toEqual([]);
    expect(second.report.refused).toEqual([]);
    expect(second.report.sheets.map(({ replaced }) => replaced)).toEqual([true, true]);
  });

  test('replaces in place of the tab, whatever the user has called it', () => {
    const parts = unpack(first.bytes);
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace('name="排名"', 'name="我的排名"');
    const again = apply(pack(parts), { sheets: [richSheet('统计', 'statistics'), richSheet('排名', 'ranking')] });
    expect(names(again.bytes)).toEqual(['考核表', '名册', '我的排名', '统计']);
    expect(snapshot(again.bytes).sheets.at(-1)!.visibility).toBe('visible');
  });

  test('removes what is no longer there, with its charts, and leaves the rest', () => {
    const removed = apply(first.bytes, { removedMarks: ['ranking', 'statistics'] });
    expect(removed.report.removedSheets).toEqual(['排名', '统计']);
    const [before, after] = [richParts(), unpack(removed.bytes)];
    delete before['xl/calcChain.xml'];
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    expect(after['xl/workbook.xml']).toBe(
      before['xl/workbook.xml']!.replace('<calcPr ', '<calcPr fullCalcOnLoad="1" '),
    );
  });

  test('names and the active tab follow the sheets', () => {
    const parts = unpack(first.bytes);
    // The result sheet moves before the user's last sheet, as a user can do it.
    const moved = /<sheet name="排名".*?\/>/.exec(parts['xl/workbook.xml']!)![0];
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace(moved, '')
      .replace('<sheet name="名册"', `${moved}<sheet name="名册"`)
      .replace('activeTab="2"', 'activeTab="3"')
      .replaceAll('localSheetId="3"', 'localSheetId="X"')
      .replaceAll('localSheetId="2"', 'localSheetId="3"')
      .replaceAll('localSheetId="X"', 'localSheetId="2"');
    const after = unpack(apply(pack(parts), { removedMarks: ['ranking'] }).bytes)['xl/workbook.xml']!;
    expect(after).toContain('activeTab="2"');
    expect(after).toContain('<definedName name="_xlnm.Print_Area" localSheetId="2">名册!$A$1:$B$9</definedName>');
  });

  test('a clash with a sheet of the user gives a number', () => {
    const { report } = apply(richWorkbook(), { sheets: [richSheet('名册', 'm'), richSheet('HISTORY', 'h')] });
    expect(report.sheets.map(({ name }) => name)).toEqual(['名册 (2)', 'HISTORY_']);
  });

  test('a copy of a result sheet is the user’s', () => {
    const copy = apply(first.bytes, { sheets: [richSheet('另一', 'other')] }).bytes;
    const renamed = unpack(copy);
    renamed['xl/workbook.xml'] = renamed['xl/workbook.xml']!.replace('"other"', '"ranking"').replace(
      '&quot;other&quot;',
      '&quot;ranking&quot;',
    );
    const again = apply(pack(renamed), { sheets: [richSheet('排名', 'ranking')] });
    expect(names(again.bytes)).toEqual(['考核表', '名册', '排名', '统计', '另一']);
  });
});

describe('write-backs', () => {
  test('cells are inserted and replaced in order, with the format of the cell, row or column', () => {
    const { bytes, report } = apply(richWorkbook(), {
      writes: [
        write(0, 2, null, '名次'),
        write(1, 1, 90.5, 91),
        write(1, 5, null, 1),
        write(3, 3, null, '甲'),
        write(2, 0, '', 7),
        write(6, 4, null, 5),
        write(20, 0, null, 1),
      ],
    });
    expect(report).toMatchObject({ written: 7, refused: [] });
    const xml = unpack(bytes)['xl/worksheets/sheet1.xml']!;
    expect(xml).toContain(
      '<row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>名次</t></is></c><c r="D1"',
    );
    expect(xml).toContain('<row r="2" spans="1:6"><c r="A2" s="1" t="s"><v>1</v></c><c r="B2"><v>91</v></c><c r="D2">');
    expect(xml).toContain('<c r="F2" s="2"><v>1</v></c></row><row r="3"><c r="A3"><v>7</v></c></row><row r="4"');
    expect(xml).toContain('<c r="D4" s="1" t="inlineStr"><is><t>甲</t></is></c></row>');
    expect(xml).toContain('<row r="7"><c r="E7"><v>5</v></c></row>');
    expect(xml).toContain('<row r="21"><c r="A21"><v>1</v></c></row></sheetData>');
    expect(misplaced(xml)).toEqual([]);
  });

  const refusals: [reason: string, write: CellWrite, found: unknown][] = [
    ['changed', write(1, 1, 80, 91), 90.5],
    ['changed', write(1, 0, '青石坡', '甲'), '红岩锡矿'],
    ['merged', write(7, 1, null, 1), null],
    ['sharedFormula', write(3, 1, 1, 2), 1],
    ['sharedFormula', write(4, 1, 1, 2), 1],
    ['sharedFormula', write(5, 3, null, 2), null],
    ['tableHeader', write(0, 6, null, '甲'), null],
    ['noSheet', write(0, 0, null, 1, '没有'), null],
    ['outside', write(2_000_000, 0, null, 1), null],
    ['protected', write(0, 0, 1, 2, '名册'), 1],
  ];
  test.each(refusals)('refused: %s', (reason, refused, found) => {
    const { bytes, report } = apply(richWorkbook(), { writes: [refused] });
    expect(report.refused).toEqual([{ write: refused, reason, found }]);
    expect(Buffer.compare(bytes, richWorkbook())).toBe(0);
  });

  test('an unlocked cell of a protected sheet is written', () => {
    expect(apply(richWorkbook(), { writes: [write(0, 1, 2, 3, '名册')] }).report.written).toBe(1);
  });

  test('the first cell of a merged block is written', () => {
    expect(apply(richWorkbook(), { writes: [write(6, 0, null, 3)] }).report.written).toBe(1);
  });

  test('a number format is set only where the cell has none', () => {
    const writes = [
      { ...write(1, 1, 90.5, 91), numberFormat: '0.00' },
      { ...write(8, 0, 0.5, 0.6), numberFormat: '0.00' },
    ];
    const { bytes } = apply(richWorkbook(), { writes });
    expect(cell(bytes, '考核表', 1, 1)).toMatchObject({ value: 91, format: '0.00' });
    expect(cell(bytes, '考核表', 8, 0)).toMatchObject({ value: 0.6, format: '0.00%' });
  });

  test('the calculation chain goes only when a formula was overwritten', () => {
    const kept = apply(richWorkbook(), { writes: [write(1, 2, null, 1)] }).bytes;
    expect(unpack(kept)['xl/calcChain.xml']).toBeDefined();
    const dropped = unpack(apply(richWorkbook(), { writes: [write(1, 3, 90.5, 91)] }).bytes);
    expect(dropped['xl/calcChain.xml']).toBeUndefined();
    expect(dropped['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
    expect(dropped['[Content_Types].xml']).not.toContain('calcChain');
  });

  test('text that looks like a formula stays text, null clears the cell and keeps its format', () => {
    const { bytes } = apply(richWorkbook(), { writes: [write(1, 0, '红岩锡矿', '=1+1'), write(8, 0, 0.5, null)] });
    expect(cell(bytes, '考核表', 1, 0)).toMatchObject({ value: '=1+1', formula: null });
    expect(cell(bytes, '考核表', 8, 0)).toMatchObject({ value: null, format: '0.00%' });
  });

  test('rows in disorder, an empty sheet, prefixed elements', () => {
    const disorder =
      '<sheetData><row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>';
    const at = { sheet: '表', row: 1, column: 0, expected: 2, value: 3 };
    expect(cell(apply(book(disorder), { writes: [at] }).bytes, '表', 1, 0).value).toBe(3);
    const blank = { ...at, expected: null };
    expect(cell(apply(book('<sheetData/>'), { writes: [blank] }).bytes, '表', 1, 0).value).toBe(3);
    const prefixed = unpack(book(''));
    prefixed['xl/worksheets/sheet1.xml'] =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"/></x:sheetData></x:worksheet>';
    const out = apply(pack(prefixed), { writes: [blank], highlights: [{ ...HIGHLIGHT, sheet: '表' }] }).bytes;
    expect(unpack(out)['xl/worksheets/sheet1.xml']).toContain(
      '<x:row r="2"><x:c r="A2"><x:v>3</x:v></x:c></x:row></x:sheetData><x:conditionalFormatting',
    );
  });
});

describe('highlights', () => {
  const first = apply(richWorkbook(), { highlights: [HIGHLIGHT] }).bytes;
  const sheetOf = (bytes: Uint8Array): string => unpack(bytes)['xl/worksheets/sheet1.xml']!;

  test('one rule behind the user’s own, in its place', () => {
    expect(sheetOf(first)).toContain(
      '</conditionalFormatting><conditionalFormatting sqref="B2:B4"><cfRule type="expression" dxfId="1" priority="2">' +
        '<formula>LEN(&quot;PioneerScorecard&quot;)&gt;0</formula></cfRule></conditionalFormatting><dataValidations',
    );
    expect(unpack(first)['xl/styles.xml']).toContain('<dxfs count="2">');
    expect(changedParts(richWorkbook(), first)).toEqual(['xl/styles.xml', 'xl/worksheets/sheet1.xml']);
  });

  test('clearing gives the sheet back as it was', () => {
    expect(sheetOf(apply(first, {}).bytes)).toBe(richParts()['xl/worksheets/sheet1.xml']);
  });

  test('a second run does not double', () => {
    expect(unpack(apply(first, { highlights: [HIGHLIGHT] }).bytes)).toEqual(unpack(first));
  });

  test('only our rule goes when another program has put it beside one of the user', () => {
    const parts = unpack(first);
    parts['xl/worksheets/sheet1.xml'] = sheetOf(first).replace(
      '</conditionalFormatting><conditionalFormatting sqref="B2:B4">',
      '',
    );
    expect(sheetOf(apply(pack(parts), {}).bytes)).toBe(richParts()['xl/worksheets/sheet1.xml']);
  });

  test('a sheet that is not there is told', () => {
    const { report } = apply(richWorkbook(), { highlights: [{ ...HIGHLIGHT, sheet: '没有' }] });
    expect(report.warnings).toEqual([{ code: 'sheetMissing', data: { sheet: '没有' } }]);
  });
});

describe('the last visible sheet', () => {
  test('is not removed', () => {
    const only = createWorkbook(changeSet({ sheets: [richSheet('排名', 'ranking')] }));
    const { bytes, report } = apply(only, { removedMarks: ['ranking'] });
    expect(names(bytes)).toEqual(['排名']);
    expect(report.warnings).toEqual([{ code: 'lastSheet', data: { sheet: '排名' } }]);
  });
});

describe('a new workbook', () => {
  const bytes = createWorkbook(
    changeSet({ sheets: [{ ...richSheet('统计', 's'), visibility: 'hidden' }, richSheet('排名', 'r')] }),
  );
  const parts = unpack(bytes);

  test('holds the result sheets and opens on the first visible one', () => {
    expect(snapshot(bytes).sheets.map(({ name, mark, visibility }) => [name, mark, visibility])).toEqual([
      ['统计', 's', 'hidden'],
      ['排名', 'r', 'visible'],
    ]);
    expect(parts['xl/workbook.xml']).toContain('activeTab="1"');
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('tabSelected');
    expect(parts['xl/worksheets/sheet2.xml']).toContain('tabSelected="1"');
  });

  test('is well ordered', () => {
    for (const part of ['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml'])
      expect(misplaced(parts[part]!)).toEqual([]);
    expect(miscounted(parts['xl/styles.xml']!)).toEqual([]);
  });

  test('has a visible sheet in any case', () => {
    expect(
      snapshot(createWorkbook(changeSet({ sheets: [{ ...richSheet('统计', 's'), visibility: 'veryHidden' }] })))
        .sheets[0]!.visibility,
    ).toBe('visible');
    expect(names(createWorkbook(changeSet({})))).toEqual(['Sheet1']);
  });

  test('equal results give equal bytes', () => {
    const make = (): Uint8Array => createWorkbook(changeSet({ sheets: [richSheet('排名', 'r')] }));
    expect(Buffer.compare(make(), make())).toBe(0);
  });
});
