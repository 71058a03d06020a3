import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { picturesOf } from '../../src/app/pictures';
import { scoreWorkbooks } from '../../src/app/scoreWorkbooks';
import { openWorkbook } from '../../src/hosts/xlsx';
import { outcomeOf } from '../support/outcome';

const FILE = new Uint8Array(readFileSync(join(__dirname, '../cases/v1-annual-group.xlsx')));
const outcome = scoreWorkbooks([openWorkbook(FILE, 'v1.xlsx').snapshot()], { locale: 'zh-CN', today: '2005-01-20' });
const { assessment, result } = outcome;
const input = assessment.schemes[result.schemes[0]!.scheme]!;

test('subjects of all groups stand by their totals, their points make the base', () => {
  const { subjects, ranked, dimensions } = picturesOf(outcome, 0, null);
  expect(dimensions).toEqual(input.scheme.dimensions.map(({ name }) => name));
  expect(subjects).toHaveLength(ranked);
  expect(ranked).toBe([...result.schemes[0]!.rank].filter((rank) => rank > 0).length);
  for (let i = 1; i < subjects.length; i++) expect(subjects[i]!.total).toBeLessThanOrEqual(subjects[i - 1]!.total);
});

test('a group is drawn alone, best first, with its own means', () => {
  const group = input.subjects.find(({ group: name }) => name !== null)!.group!;
  const { subjects, means } = picturesOf(outcome, 0, group);
  expect(subjects.length).toBeGreaterThan(1);
  for (const { subject } of subjects) expect(input.subjects[subject]!.group).toBe(group);
  expect(subjects[0]!.rank).toBe(1);
  const rates = subjects.map((subject) => subject.rates[0]).filter((rate) => rate !== null && rate !== undefined);
  expect(means[0]).toBeCloseTo(rates.reduce((sum, rate) => sum + rate, 0) / rates.length, 9);
});

test('the weakest dimension is the one with the lowest rate', () => {
  for (const { rates, weakest } of picturesOf(outcome, 0, null).subjects) {
    const known = rates.filter((rate) => rate !== null);
    if (weakest === null) expect(new Set(known).size).toBeLessThanOrEqual(1);
    else expect(rates[weakest]).toBe(Math.min(...known));
  }
});

test('a scheme without dimensions, and more subjects than can be drawn', () => {
  const many = outcomeOf(Array.from({ length: 100 }, (_, i) => ({ name: `单位${i}`, total: 99 - i / 2, rank: i + 1 })));
  const { dimensions, means, subjects, ranked } = picturesOf(many, 0, null);
  expect([dimensions, means]).toEqual([[], []]);
  expect(subjects).toHaveLength(40);
  expect(subjects[39]).toMatchObject({ name: '单位39', rank: 40, points: [], rates: [], weakest: null });
  expect(ranked).toBe(100);
});
