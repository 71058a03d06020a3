import { openWorkings, scoreAssessment, type SourceWorkings } from '../../src/score';
import { assess, scheme, type Case } from './build';

const RULES = scheme([
  ['甲', 'A', '20', '直接打分'],
  ['甲', 'B', '30', '扣分', '每次=1'],
  ['乙', 'C', '50', '直接打分'],
]);

function workingsOf(given: Omit<Case, 'scheme' | 'subjects'>): SourceWorkings[] {
  const assessment = assess({ scheme: RULES, subjects: ['一', '二', '三'], ...given });
  return openWorkings(assessment, scoreAssessment(assessment).schemes[0]!);
}

const points = ({ columns }: SourceWorkings, subject: number) =>
  columns.map(({ indicator, dimension, max, at }) => [indicator, dimension, max, at(subject)]);

test('points of indicators in the order of the rules; of two columns of one the one that counted', () => {
  const [superior] = workingsOf({
    sources: { superior: { raw: { B: [1, 2, '/'] }, points: { C: [40, 50, null], B: [29, 7, 8], A: [20, null, 10] } } },
  });
  expect(superior!.form(0)).toBe('indicators');
  expect(points(superior!, 1)).toEqual([
    [0, 0, 20, NaN],
    [1, 0, 30, 28],
    [2, 1, 50, 50],
  ]);
});

test('whole dimensions: alone, beside indicators of other dimensions, and not where indicators count', () => {
  const [self, , superior] = workingsOf({
    sources: {
      self: { dimensions: { 甲: [45, null, null], 乙: [40, 30, null] } },
      peer: { totals: [90, null, null] },
      superior: { points: { C: [50, null, null] }, dimensions: { 甲: [10, 20, null], 乙: [1, 2, 3] } },
    },
  });
  expect([0, 1, 2].map((subject) => self!.form(subject))).toEqual(['dimensions', 'dimensions', 'none']);
  expect(points(self!, 1)).toEqual([
    [null, 0, 50, NaN],
    [null, 1, 50, 30],
  ]);
  expect(points(superior!, 0)).toEqual([
    [2, 1, 50, 50],
    [null, 0, 50, 10],
    [null, 1, 50, NaN],
  ]);
  expect(superior!.form(1)).toBe('dimensions');
});

test('totals, votes with their weights, raters', () => {
  const [self, peer, superior] = workingsOf({
    sources: {
      self: { totals: [98, '95分', null] },
      peer: {
        votes: {
          levels: ['优秀', '不合格'],
          counts: [
            [3, 0, 1],
            [1, 0, 0],
          ],
        },
      },
      superior: {
        raters: [
          [90, '/', null],
          [120, 80, 70],
        ],
      },
    },
  });
  expect([0, 1, 2].map(self!.total)).toEqual([98, 95, NaN]);
  expect(peer!.votes).toEqual([{ levels: ['优秀', '不合格'], weights: [100, 40] }]);
  expect([0, 1, 2].map(peer!.voteTable)).toEqual([0, -1, 0]);
  expect(peer!.votesOf(0)).toEqual([3, 1]);
  expect(superior!.raters.map((at) => [0, 1, 2].map(at))).toEqual([
    [90, NaN, NaN],
    [100, 80, 70],
  ]);
});

test('a table that is ranked as it stands has none', () => {
  expect(workingsOf({ tableTotals: [90, 80, 70] })).toEqual([]);
});
