import { disagreements } from '../../bench/agree';
import { pointTables, scoreByHand } from '../../bench/handLoop';
import { makeMembers } from '../../bench/members';
import { recognise } from '../../src/recognise';
import { scoreAssessment } from '../../src/score';

const members = makeMembers(5000);
const hand = scoreByHand(members, pointTables(members));
const assessment = recognise([members.workbook], { today: '2004-07-20' });
const outcome = { assessment, result: scoreAssessment(assessment) };

test('the product and the loop by hand agree on every total, grade, rank and attainment', () => {
  expect(disagreements(outcome, hand)).toEqual([]);
});

test('a single difference is found', () => {
  for (const key of ['total', 'grade', 'rank', 'attained'] as const) {
    const changed = { ...hand, [key]: hand[key].slice() };
    changed[key][4999]! ^= 1;
    expect(disagreements(outcome, changed)).toHaveLength(1);
  }
});

test('the members are many kinds of members', () => {
  expect(new Set(hand.grade).size).toBeGreaterThanOrEqual(3);
  expect(new Set(hand.total).size).toBeGreaterThan(500);
  expect(new Set(hand.attained).size).toBe(2);
  expect(outcome.result.issues).toEqual([]);
});
