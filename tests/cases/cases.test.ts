import { resultJson, type ResultJson } from '../../src/app';
import { allCases, openFile, scoreOpened } from './caseFiles';
import { differences } from './compare';

const CASES = allCases();

test('the cases are found', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(6);
});

test.each(CASES.map((each) => [each.name, each] as const))('%s gives what is expected', (_, { files, expected }) => {
  const actual = resultJson(scoreOpened(files.map(openFile)));
  expect(differences(expected, actual)).toEqual([]);
});

describe('the comparison sees', () => {
  const { files, expected } = CASES.find(({ name }) => name === 'v1-annual-group')!;
  const actual = resultJson(scoreOpened(files.map(openFile)));
  const withSubject = (change: Partial<ResultJson['subjects'][number]>): ResultJson => ({
    ...actual,
    subjects: actual.subjects.map((subject, i) => (i === 0 ? { ...subject, ...change } : subject)),
  });
  const first = actual.subjects[0]!;
  const cases: [what: string, changed: ResultJson][] = [
    ['a total', withSubject({ total: first.total! + 0.01 })],
    ['a rank', withSubject({ rank: 2 })],
    ['a grade', withSubject({ grade: '良好' })],
    ['an award', withSubject({ award: null })],
    ['a veto', withSubject({ vetoes: ['V1'] })],
    ['a source', withSubject({ sources: { ...first.sources, peer: 1 } })],
    ['a dimension', withSubject({ dimensions: {} })],
    ['a subject without its name', withSubject({ id: 'U99' })],
    ['the order', { ...actual, subjects: [actual.subjects[1]!, first, ...actual.subjects.slice(2)] }],
    ['a missing subject', { ...actual, subjects: actual.subjects.slice(1) }],
    ['a missing finding', { ...actual, findings: actual.findings.filter(({ code }) => code !== 'G01') }],
    ['an unexpected finding', { ...actual, findings: [...actual.findings, { ...actual.findings[0]!, code: 'D06' }] }],
    ['a rate', { ...actual, attainment: actual.attainment.map((line) => ({ ...line, attained: line.attained + 1 })) }],
    ['a role', { ...actual, sheets: actual.sheets.map((sheet) => ({ ...sheet, role: 'other' as const })) }],
    ['a date', { ...actual, asOf: '2005-01-21' }],
  ];
  test.each(cases)('%s', (_, changed) => {
    expect(differences(expected, changed)).not.toEqual([]);
  });
});
