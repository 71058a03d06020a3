import { clearMarks, openWorkbook } from '../../src/hosts/xlsx';
import { isOwnNote } from '../../src/hosts/shared/notes';
import { entryValue, formulaAt, a1, type WorkbookSnapshot } from '../../src/model';
import { notesIn } from '../hosts/xlsx/helpers/notesIn';
import { unpack } from '../hosts/xlsx/helpers/packages';
import { libreOffice, recalculated } from '../support/recalculation';
import { scoreAndWrite } from '../support/written';
import { allCases, openFile } from './caseFiles';

const soffice = libreOffice();
const inLibreOffice = soffice ? test : test.skip;

const CASES = allCases().filter(({ name }) => /v1|v2|v6|m02/.test(name));
const marked = CASES.map(({ files }) => scoreAndWrite(files.slice(0, 1).map(openFile)).copies[0]!);

/** Values and formulas of the user's sheets by sheet and address. */
function contents(workbook: WorkbookSnapshot): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const sheet of workbook.sheets.filter(({ mark }) => mark === null)) {
    sheet.cells.rows.forEach((row, k) => {
      for (let entry = sheet.cells.starts[k]!; entry < sheet.cells.starts[k + 1]!; entry++) {
        const column = sheet.cells.columns[entry]!;
        const value = formulaAt(sheet, row, column) ?? entryValue(workbook, sheet.cells, entry);
        if (value !== null && value !== '') found[`${sheet.name}!${a1({ row, column })}`] = value;
      }
    });
  }
  return found;
}

const isMarked = (part: string) => part.includes('LEN(&quot;PioneerScorecard&quot;)');
const allNotes = (bytes: Uint8Array): string[] =>
  openWorkbook(bytes, '表.xlsx').workbook.sheets.flatMap(({ name }) => Object.values(notesIn(bytes, name)));

test('every marked cell says why, where it stands and in how many words the box can hold', () => {
  marked.forEach(({ changes, bytes }) => {
    expect(changes.notes!.length).toBeGreaterThan(0);
    expect(allNotes(bytes).filter(isOwnNote)).toHaveLength(changes.notes!.length);
    for (const { title, text } of changes.notes!) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(text).toContain('怎么办：');
      expect(text).not.toMatch(/undefined|null|\{\w+\}/);
    }
  });
});

inLibreOffice(
  `LibreOffice shows the notes, and what it saves is still known and cleared${soffice ? '' : ' (left out: soffice is not installed)'}`,
  () => {
    const saved = recalculated(
      soffice!,
      marked.map(({ bytes }) => bytes),
    );
    saved.forEach((bytes, i) => {
      expect(allNotes(bytes).filter(isOwnNote)).toHaveLength(marked[i]!.changes.notes!.length);
      const before = openWorkbook(bytes, '表.xlsx');
      const cleared = clearMarks(before).bytes;
      expect(allNotes(cleared)).toEqual([]);
      expect([bytes, cleared].map((file) => Object.values(unpack(file)).some(isMarked))).toEqual([true, false]);
      expect(contents(openWorkbook(cleared, '表.xlsx').snapshot())).toEqual(contents(before.snapshot()));
    });
  },
  300_000,
);
