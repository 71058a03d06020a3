import { buildReport, resultJson } from '../../src/app';
import { createWorkbook, openWorkbook } from '../../src/hosts/xlsx';
import { changedParts, lostContent, resultOf, scoreAndWrite, secondRun, type Written } from '../support/written';
import { allCases, openFile, scoreOpened, type Case } from './caseFiles';

/** Parts that a new sheet has to be entered in. */
const DIRECTORIES = [
  '[Content_Types].xml',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'xl/calcChain.xml',
];

describe.each(allCases().map((each): [string, Case] => [each.name, each]))('%s', (_, { files }) => {
  let first: Written;
  beforeAll(() => {
    first = scoreAndWrite(files.map(openFile));
  });

  test('results are written, none is refused', () => {
    for (const { changes, refused } of first.copies) {
      expect(refused).toBe(0);
      expect(changes.sheets.length).toBeGreaterThan(0);
    }
  });

  test('parts that no result concerns keep their bytes', () => {
    first.copies.forEach(({ changes, bytes }, i) => {
      const { workbook, bytes: input, pkg } = first.opened[i]!;
      const touched = new Set([...changes.writes, ...changes.highlights].map(({ sheet }) => sheet));
      const parts = workbook.sheets.filter(({ name }) => touched.has(name)).map(({ part }) => part);
      const changed = changedParts(input, bytes).filter((part) => pkg.has(part));
      expect([...DIRECTORIES, ...parts]).toEqual(expect.arrayContaining(changed));
    });
  });

  test('cells of the user are as they were, but for the results written into them', () => {
    expect(lostContent(first)).toEqual([]);
  });

  test('a second run finds the same and changes nothing', () => {
    const second = secondRun(first);
    expect(resultOf(second)).toEqual(resultOf(first));
    second.copies.forEach(({ bytes, refused }, i) => {
      expect(refused).toBe(0);
      expect(changedParts(first.copies[i]!.bytes, bytes)).toEqual([]);
    });
  });

  test('a workbook of results is never input', () => {
    const changes = buildReport(first.outcome, { locale: 'zh-CN', workbook: null });
    const results = openWorkbook(createWorkbook(changes), '结果.xlsx');
    expect(results.snapshot().sheets.every(({ mark }) => mark !== null)).toBe(true);
    const together = resultJson(scoreOpened([...first.opened, results]));
    expect(together.subjects).toEqual(resultOf(first).subjects);
  });
});
