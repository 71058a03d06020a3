import { scoreWorkbooks } from '../../src/app';
import { snapshotOf } from '../../src/model';
import { FORMS, SIDE_BY_SIDE, THREE_LEVELS, type Stranger } from '../support/strangers';
import { roles } from './support';

/** What comes out without anybody's help: roles, and the ranking of the only scheme. */
function score({ name, sheets }: Stranger) {
  const outcome = scoreWorkbooks([snapshotOf(name, sheets)], { locale: 'zh-CN', today: '2005-01-20' });
  const [result] = outcome.result.schemes;
  const { scheme, subjects } = outcome.assessment.schemes[result!.scheme]!;
  return {
    outcome,
    roles: roles(outcome.assessment),
    scheme: scheme.name,
    ranking: Array.from(result!.order, (at) => [subjects[at]!.name, result!.total[at]]),
  };
}

test('three header levels, swapped columns and names that people use: all but what is mistyped is understood', () => {
  const { outcome, scheme, ranking, ...found } = score(THREE_LEVELS);
  expect(found.roles).toEqual(['other', 'roster', 'rules', 'scores/wide']);
  expect(scheme).toBe('五好党委');
  expect(ranking.map(([name]) => name)).toEqual(
    expect.arrayContaining(['东岭锡矿党委', '南岭铜矿党委', '机修厂党委', '运输公司党委']),
  );
  expect(outcome.assessment.period?.text).toBe('2004年度');
  expect(outcome.assessment.unmatched).toMatchObject([{ written: '西领', near: [{ name: '西岭锡矿党委' }] }]);
  expect(outcome.findings).toContainEqual(
    expect.objectContaining({ code: 'D09', message: expect.stringContaining('班子学习') }),
  );
});

test('a sheet for each branch beside the standard and the count of votes', () => {
  const { scheme, ranking, ...found } = score(FORMS);
  expect(found.roles).toEqual(['rules', 'scores/form', 'scores/form', 'scores/form', 'scores/form', 'votes']);
  expect(scheme).toBe('五好党支部');
  expect(ranking).toEqual([
    ['选矿车间党支部', 95.69],
    ['采矿车间党支部', 90.3],
    ['机关党支部', 85.58],
    ['动力车间党支部', 84.86],
  ]);
});

test('dimensions under three sources with their full marks below, and a total of last year that is none of it', () => {
  const { scheme, ranking, outcome, ...found } = score(SIDE_BY_SIDE);
  expect(found.roles).toEqual(['scores/wide']);
  expect(outcome.assessment.sheets[0]!.headerRows).toEqual([2, 3, 4]);
  expect(scheme).toBe('五好党委');
  expect(ranking).toEqual([
    ['建安公司', 89.45],
    ['冶炼厂', 87.95],
    ['石板沟矿', 87.75],
    ['老鹰山矿', 87.2],
  ]);
});
