import { buildReport } from '../../src/app';
import { createWorkbook } from '../../src/hosts/xlsx';
import type { ChangeSet } from '../../src/model';
import {
  differencesIn,
  differencesInIronCalc,
  formulasOf,
  libreOffice,
  recalculated,
  withWrongResults,
} from '../support/recalculation';
import { allCases, openFile, scoreOpened } from './caseFiles';

const CASES = allCases();
const sets: ChangeSet[] = [];
let computed: readonly (readonly string[])[] = [];

beforeAll(() => {
  for (const { files } of CASES) {
    sets.push(buildReport(scoreOpened(files.map(openFile)), { locale: 'zh-CN', workbook: null }));
  }
  computed = differencesInIronCalc(sets);
}, 60_000);

test.each(CASES.map(({ name }, i) => [name, i] as const))('%s: every formula gives the value beside it', (_, i) => {
  expect(computed[i]).toEqual([]);
});

test('there are formulas from the points to the place', () => {
  const annual = formulasOf(sets[CASES.findIndex(({ name }) => name === 'v1-annual-group')]!);
  expect(annual.length).toBeGreaterThan(1000);
  for (const name of ['SUM(', 'SUMIF(', 'SUMPRODUCT(', 'ROUND(', 'LOOKUP(', 'COUNTIF(']) {
    expect(annual.some(({ formula }) => formula.includes(name))).toBe(true);
  }
});

test('a wrong value beside a formula is found', () => {
  const set = sets[0]!;
  expect(differencesInIronCalc([withWrongResults(set)])[0]).toHaveLength(formulasOf(set).length);
});

const soffice = libreOffice();
const inLibreOffice = soffice ? test : test.skip;

inLibreOffice(
  `LibreOffice computes the same${soffice ? '' : ' (left out: soffice is not installed)'}`,
  () => {
    const files = recalculated(
      soffice!,
      sets.map((set) => createWorkbook(withWrongResults(set))),
    );
    expect(files.flatMap((bytes, i) => differencesIn(bytes, sets[i]!))).toEqual([]);
  },
  300_000,
);
