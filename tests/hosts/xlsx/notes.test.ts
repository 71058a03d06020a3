import { applyChangeSet, clearMarks, openWorkbook } from '../../../src/hosts/xlsx';
import { isOwnNote, readNote, signedNote } from '../../../src/hosts/shared/notes';
import { type CellNote, type ChangeSet, MAX_NOTES } from '../../../src/model';
import { changesFor } from '../excel/support';
import { allCases, openFile } from '../../cases/caseFiles';
import { changeSet } from './helpers/changeSets';
import { notesIn } from './helpers/notesIn';
import { misplaced } from './helpers/order';
import { book, bookParts, pack, unpack } from './helpers/packages';
import { richParts, richWorkbook } from './helpers/richWorkbook';

function apply(bytes: Uint8Array, changes: Partial<ChangeSet>) {
  return applyChangeSet(openWorkbook(bytes, '表.xlsx'), changeSet(changes));
}

const clear = (bytes: Uint8Array) => clearMarks(openWorkbook(bytes, '表.xlsx')).bytes;
const note = (row: number, column: number, text = '未填写 <“>&。\n怎么办：请填写。', sheet = '表'): CellNote => ({
  sheet,
  row,
  column,
  title: '标记',
  text,
});

const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" ht="30" customHeight="1"><c r="A2"><v>2</v></c></row>';
const PLAIN = `<cols><col min="2" max="3" width="3" customWidth="1"/></cols><sheetData>${ROWS}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>`;

describe('a sheet without notes', () => {
  const plain = book(PLAIN);
  const { bytes, report } = apply(plain, { notes: [note(1, 0), note(4, 2)] });
  const parts = unpack(bytes);

  test('gets a part of notes, a drawing of their boxes, and what leads there', () => {
    expect(report.warnings).toEqual([]);
    expect(notesIn(bytes, '表')).toEqual({ A2: signedNote(note(1, 0)), C5: signedNote(note(4, 2)) });
    expect(misplaced(parts['xl/worksheets/sheet1.xml']!)).toEqual([]);
    expect(parts['[Content_Types].xml']).toContain('<Default Extension="vml"');
    expect(parts['[Content_Types].xml']).toContain('PartName="/xl/comments1.xml"');
    const drawing = parts['xl/drawings/vmlDrawing1.vml']!;
    expect(
      [...drawing.matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)/g)].map(([, row, column]) => [row, column]),
    ).toEqual([
      ['1', '0'],
      ['4', '2'],
    ]);
    expect(new Set([...drawing.matchAll(/id="(_x0000_s\d+)"/g)].map(([, id]) => id)).size).toBe(2);
  });

  test('has boxes of one width whatever the columns, as high as the text', () => {
    const [anchor] = /<x:Anchor>[^<]*/.exec(parts['xl/drawings/vmlDrawing1.vml']!)!;
    const [left, leftOff, top, , right, rightOff, bottom, bottomOff] = anchor.slice(10).split(', ').map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    expect([left, top]).toEqual([1, 0]);
    // B and C are 21 pixels wide, the others 64.
    const pixels = (column: number) => (column === 1 || column === 2 ? 21 : 64);
    let width = rightOff - leftOff;
    for (let column = left; column < right; column++) width += pixels(column);
    expect(width).toBe(300);
    // Four lines: rows of 20, 40 and 20 pixels.
    expect([bottom, bottomOff]).toEqual([2, 16]);
  });

  test('is the same after a second run, and as it was when its marks are cleared', () => {
    expect(unpack(apply(bytes, { notes: [note(1, 0), note(4, 2)] }).bytes)).toEqual(parts);
    const { '[Content_Types].xml': types, ...cleared } = unpack(clear(bytes));
    const { '[Content_Types].xml': before, ...original } = bookParts(PLAIN);
    expect(cleared).toEqual(original);
    expect(types!.replace(/<Default Extension="vml"[^>]*>/, '')).toBe(before);
    expect(openWorkbook(plain, '表.xlsx').bytes).toBe(plain);
    expect(clear(plain)).toBe(plain);
  });

  test('has other notes after another run', () => {
    expect(notesIn(apply(bytes, { notes: [note(2, 0, '另一句。')] }).bytes, '表')).toEqual({
      A3: signedNote(note(2, 0, '另一句。')),
    });
  });
});

describe('a sheet with notes of somebody', () => {
  const notes = [note(0, 0, '我们的。', '考核表'), note(2, 1, '我们的。', '考核表')];
  const { bytes, report } = apply(richWorkbook(), { notes });

  test('keeps them; a note of ours that would be in their place is told', () => {
    expect(report.warnings).toContainEqual({ code: 'notesKept', data: { sheet: '考核表', count: 1 } });
    expect(notesIn(bytes, '考核表')).toEqual({ A1: '批注', B3: signedNote(notes[1]!) });
  });

  test('is as it was when the marks are cleared', () => {
    const { 'xl/drawings/vmlDrawing1.vml': drawing, ...cleared } = unpack(clear(bytes));
    const { 'xl/drawings/vmlDrawing1.vml': _, ...original } = richParts();
    expect(cleared).toEqual(original);
    expect(drawing).toBe('<xml xmlns:v="urn:schemas-microsoft-com:vml"></xml>');
  });

  test('keeps one of ours that somebody has rewritten', () => {
    const parts = unpack(bytes);
    parts['xl/comments1.xml'] = parts['xl/comments1.xml']!.replace('我们的。', '我们的，已补。');
    const again = apply(pack(parts), { notes });
    expect(again.report.warnings).toContainEqual({ code: 'notesKept', data: { sheet: '考核表', count: 2 } });
    expect(notesIn(clear(again.bytes), '考核表')).toEqual({ A1: '批注', B3: expect.stringContaining('已补') });
  });

  test('may have its elements prefixed and its boxes drawn by another program', () => {
    const parts = richParts();
    const [root] = /<comments [^>]*>/.exec(parts['xl/comments1.xml']!)!;
    parts['xl/comments1.xml'] =
      root.replace('<comments xmlns=', '<x:comments xmlns:x=') +
      '<x:authors><x:author>甲</x:author></x:authors><x:commentList><x:comment ref="A1" authorId="0"><x:text><x:t>批注</x:t></x:text></x:comment></x:commentList></x:comments>';
    const shape =
      '<v:shape id="a"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>';
    parts['xl/drawings/vmlDrawing1.vml'] = `<xml xmlns:v="v" xmlns:x="x">${shape}</xml>`;
    const noted = apply(pack(parts), { notes }).bytes;
    expect(notesIn(noted, '考核表')).toEqual({ A1: '批注', B3: signedNote(notes[1]!) });
    expect(unpack(clear(noted))).toEqual(parts);
  });
});

test('input messages of ours, which Excel puts where it has no notes, go; validations of others stay', () => {
  const validation = (formula: string) =>
    `<dataValidation type="custom" sqref="A1" showInputMessage="1" prompt="x"><formula1>${formula}</formula1></dataValidation>`;
  const ours = validation('LEN(&quot;PioneerScorecard&quot;)&gt;0');
  const theirs = validation('A1&gt;0');
  const sheet = (count: number, list: string) =>
    `<sheetData/><dataValidations count="${count}">${list}</dataValidations><pageMargins left="1"/>`;
  const part = (bytes: Uint8Array) => unpack(bytes)['xl/worksheets/sheet1.xml'];
  expect(part(clear(book(sheet(2, theirs + ours))))).toBe(part(book(sheet(1, theirs))));
  expect(part(clear(book(sheet(1, ours))))).toBe(part(book('<sheetData/><pageMargins left="1"/>')));
});

test('notes beyond the limit are left out and told', () => {
  const notes = Array.from({ length: MAX_NOTES + 3 }, (_, row) => note(row, 0));
  const { bytes, report } = apply(book(PLAIN), { notes, notesLeftOut: 4 });
  expect(report.warnings).toEqual([{ code: 'notesLeftOut', data: { count: 7 } }]);
  expect(Object.keys(notesIn(bytes, '表'))).toHaveLength(MAX_NOTES);
});

test('a note knows itself, whatever becomes of its white space, until its text is changed', () => {
  const signed = signedNote(note(0, 0));
  expect(readNote(signed)).toEqual({ title: '标记', text: note(0, 0).text });
  expect(isOwnNote(signed.replaceAll('\n', '\r\n '))).toBe(true);
  expect(isOwnNote(signed.replace('请', '不'))).toBe(false);
  expect(isOwnNote(`${signed} 已办`)).toBe(false);
  expect(isOwnNote('—— PioneerScorecard 0000000')).toBe(false);
});

describe.each(allCases().flatMap((each) => each.files.map((file) => [`${each.name} ${file.split('/').at(-1)}`, file])))(
  '%s',
  (_, file) => {
    test('cleared of its marks, every sheet of the user is as it was but for results', () => {
      const opened = openFile(file!);
      const changes = changesFor(opened.snapshot());
      const marksOnly = { ...changes, sheets: [], removedMarks: [], writes: [] };
      const marked = applyChangeSet(opened, marksOnly).bytes;
      const cleared = unpack(clear(marked));
      for (const [part, text] of Object.entries(unpack(opened.bytes))) {
        if (part === '[Content_Types].xml' || part.endsWith('styles.xml')) continue;
        expect([part, cleared[part]]).toEqual([part, text]);
      }
      expect(Object.keys(cleared).sort()).toEqual(Object.keys(unpack(opened.bytes)).sort());
      const again = applyChangeSet(openWorkbook(marked, opened.name), marksOnly).bytes;
      expect(unpack(again)).toEqual(unpack(marked));
    });
  },
);
