import { buildReport, resultJson, type Outcome } from '../../src/app';
import { applyChangeSet, createWorkbook, openWorkbook, type OpenedWorkbook } from '../../src/hosts/xlsx';
import { type ChangeSet, entryAt, entryValue, formulaAt, type SheetSnapshot, type WorkbookSnapshot } from '../../src/model';
import { unpack } from '../hosts/xlsx/helpers/packages';
import { allCases, openFile, scoreOpened, type Case } from './caseFiles';

/** Parts that a new sheet has to be entered in. */
const REGISTERS = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/calcChain.xml'];

interface Written {
  readonly opened: readonly OpenedWorkbook[];
  readonly outcome: Outcome;
  /** Of each workbook: its change set and the bytes with it applied. */
  readonly copies: readonly { readonly changes: ChangeSet; readonly bytes: Uint8Array; readonly refused: number }[];
}

function write(opened: readonly OpenedWorkbook[]): Written {
  const outcome = scoreOpened(opened);
  const copies = opened.map((workbook, i) => {
    const changes = buildReport(outcome, { locale: 'zh-CN', workbook: i });
    const { bytes, report } = applyChangeSet(workbook, changes);
    return { changes, bytes, refused: report.refused.length };
  });
  return { opened, outcome, copies };
}

/** The cells of a sheet as text; those of `except` left out. */
function cellsOf(workbook: WorkbookSnapshot, sheet: SheetSnapshot, except: ReadonlySet<string>): string[] {
  const list: string[] = [];
  sheet.cells.rows.forEach((row, k) => {
    for (let entry = sheet.cells.starts[k]!; entry < sheet.cells.starts[k + 1]!; entry++) {
      const column = sheet.cells.columns[entry]!;
      if (except.has(`${row},${column}`)) continue;
      const value = JSON.stringify(entryValue(workbook, sheet.cells, entry));
      list.push(`${row},${column} ${value} ${formulaAt(sheet, row, column)} ${workbook.numberFormats[sheet.cells.formats[entry]!]}`);
    }
  });
  return list;
}

/** Parts that differ; the list of content types has no order. */
function changedParts(one: Uint8Array, other: Uint8Array): string[] {
  const [a, b] = [unpack(one), unpack(other)];
  const text = (parts: Record<string, string>, name: string) =>
    name === REGISTERS[0] ? parts[name]?.split('<').sort().join('<') : parts[name];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((part) => text(a, part) !== text(b, part));
}

const names = (bytes: Uint8Array) =>
  openWorkbook(bytes, 'x')
    .snapshot()
    .sheets.map(({ name, mark }) => [name, mark]);

describe.each(allCases().map((each): [string, Case] => [each.name, each]))('%s', (_, { files }) => {
  let first: Written;
  beforeAll(() => {
    first = write(files.map(openFile));
  });

  test('results are written, none is refused', () => {
    for (const { changes, refused } of first.copies) {
      expect(refused).toBe(0);
      expect(changes.sheets.length).toBeGreaterThan(0);
    }
  });

  test('parts that no result concerns keep their bytes', () => {
    first.copies.forEach(({ changes, bytes }, i) => {
      const { workbook, bytes: input } = first.opened[i]!;
      const touched = new Set([...changes.writes, ...changes.highlights].map(({ sheet }) => sheet));
      const parts = workbook.sheets.filter(({ name }) => touched.has(name)).map(({ part }) => part);
      const changed = changedParts(input, bytes).filter((part) => Object.hasOwn(unpack(input), part));
      expect([...REGISTERS, ...parts]).toEqual(expect.arrayContaining(changed));
    });
  });

  test('cells of the user are as they were, but for the results written into them', () => {
    first.copies.forEach(({ changes, bytes }, i) => {
      const before = first.outcome.assessment.workbooks[i]!;
      const after = openWorkbook(bytes, before.name).snapshot();
      before.sheets.forEach((sheet) => {
        const writes = new Set(changes.writes.filter((at) => at.sheet === sheet.name).map(({ row, column }) => `${row},${column}`));
        const same = after.sheets.find(({ name }) => name === sheet.name)!;
        expect(cellsOf(after, same, writes)).toEqual(cellsOf(before, sheet, writes));
        expect(same).toMatchObject({ visibility: sheet.visibility, merges: sheet.merges, hiddenRows: sheet.hiddenRows, mark: null });
      });
      for (const { sheet, row, column, value } of changes.writes) {
        const found = after.sheets.find(({ name }) => name === sheet)!;
        expect(entryValue(after, found.cells, entryAt(found.cells, row, column))).toBe(value);
      }
    });
  });

  test('a second run finds the same and changes nothing', () => {
    const reopened = first.copies.map(({ bytes }, i) => openWorkbook(bytes, first.opened[i]!.name));
    const second = write(reopened);
    const [one, two] = [resultJson(first.outcome), resultJson(second.outcome)];
    const own = (sheets: typeof one.sheets) => sheets.filter(({ role }) => role !== 'results');
    expect({ ...two, sheets: own(two.sheets) }).toEqual({ ...one, sheets: own(one.sheets) });
    second.copies.forEach(({ bytes, refused }, i) => {
      expect(refused).toBe(0);
      expect(names(bytes)).toEqual(names(first.copies[i]!.bytes));
      expect(changedParts(first.copies[i]!.bytes, bytes)).toEqual([]);
    });
  });

  test('a workbook of results alone is never input', () => {
    const changes = buildReport(first.outcome, { locale: 'zh-CN', workbook: null });
    const results = openWorkbook(createWorkbook(changes), '结果.xlsx');
    expect(results.snapshot().sheets.every(({ mark }) => mark !== null)).toBe(true);
    const together = resultJson(scoreOpened([...first.opened, results]));
    expect(together.subjects).toEqual(resultJson(first.outcome).subjects);
  });
});
