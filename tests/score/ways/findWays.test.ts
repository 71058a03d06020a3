import { findWays, scoreAssessment } from '../../../src/score';
import { LOCALES } from '../../../src/i18n';
import type { Assessment } from '../../../src/model';
import { Q } from '../../../src/values';
import { assess, scheme, type Case } from '../build';
import { withCells } from '../withCell';

const target = scheme([
  ['班子', 'A', '20', '扣分', '每次=2; 目标=12'],
  ['班子', 'B', '20', '完成率', '目标=100%'],
  ['队伍', 'C', '20', '分档', '>=90%:20; >=80%:15; >=70%:8; 其他:0'],
  ['队伍', 'D', '20', '等级', '好:20; 较好:15; 一般:8; 差:0'],
  ['队伍', 'E', '20', '扣分', '轻伤:3; 重伤:9'],
  ['', 'B1', '', '加分', '每次=1'],
  ['', 'V1', '', '否决', '定为=不合格'],
  ['', 'V2', '', '否决', '封顶=良好'],
  ['', 'V3', '', '否决', '降档=1; 扣分=2; 限下一档=是'],
]);
const full = { A: 12, B: '100%', C: '95%', D: '好', E: '无' };

/** One subject whose cells differ from the full mark as given. */
function one(cells: Partial<Record<keyof typeof full, string | number>>, rest: Partial<Case> = {}): Assessment {
  const raw = Object.fromEntries(Object.entries({ ...full, ...cells }).map(([id, value]) => [id, [value]]));
  return assess({ scheme: target, subjects: ['甲'], sources: { superior: { raw } }, ...rest });
}

function waysIn(assessment: Assessment, grade = 0, subject = 0) {
  return findWays(assessment, scoreAssessment(assessment), 0, subject, grade, 'zh-CN');
}

const entries = (assessment: Assessment, grade = 0) =>
  waysIn(assessment, grade).ways.map(({ steps }) => steps.map(({ name, entry }) => `${name}=${entry}`).join('+'));

test('single cells with the least value that is enough, the cheapest first', () => {
  // 20 − 2·6 = 8, 16, 15: the total is 79, and 80 is 良好.
  const found = waysIn(one({ A: 6, B: '80%', C: '85%' }), 1);
  expect(found).toMatchObject({ state: 'ways', gradeName: '良好', bound: 80, obstacles: [], rival: null });
  expect(found.ways.map(({ steps, total, effort }) => [steps[0]!.name, steps[0]!.entry, total, effort])).toEqual([
    ['A', '7', 81, 0.1667],
    ['B', '84.98%', 80, 0.249],
    ['C', '90%', 84, 1],
  ]);
  expect(found.ways[0]!.steps[0]).toEqual({
    source: 'superior',
    sourceName: '上级考核',
    name: 'A',
    dimension: '班子',
    place: { sheet: 0, row: 0, column: 0 },
    raw: '6',
    entry: '7',
    rule: '满分20分，以12为目标，每少1扣2分，扣完为止。',
    points: 8,
    newPoints: 10,
    max: 20,
  });
});

test('rounding counts: 89.995 is enough', () => {
  const assessment = one({ B: '40%' });
  expect(entries(assessment)).toEqual(['B=49.98%']);
  expect(waysIn(assessment).ways[0]!.total).toBe(90);
});

test('levels and kinds are named as a cell writes them', () => {
  expect(entries(one({ D: '一般' }))).toEqual(['D=较好']);
  expect(entries(one({ E: '轻伤2、重伤1' }))).toEqual(['E=轻伤2']);
  expect(entries(one({ D: '差', E: '重伤1' }))).toEqual(['D=好']);
});

test('where no single cell suffices, the smallest sets', () => {
  // 20·5 less 16, 8, 5, 5 and 0.
  const found = waysIn(one({ A: 4, B: '60%', C: '85%', D: '较好' }));
  expect(found.state).toBe('ways');
  expect(found.ways.every(({ steps }) => steps.length === 3 || steps.length === 2)).toBe(true);
  expect(new Set(found.ways.map(({ steps }) => steps.length)).size).toBe(1);
  const efforts = found.ways.map(({ effort }) => effort);
  expect(efforts).toEqual([...efforts].sort((a, b) => a - b));
});

test('more than three cells: only how many', () => {
  const found = waysIn(one({ A: 5, B: '30%', C: '75%', D: '一般', E: '重伤2' }));
  expect(found).toMatchObject({ state: 'many', fewest: 5, best: 100, ways: [] });
});

test('not even the best cells are enough: the total that they would give', () => {
  const penalised = scheme([
    ['班子', 'A', '20', '直接打分'],
    ['', 'P', '', '扣减', '每次=12'],
  ]);
  const low = assess({
    scheme: penalised,
    subjects: ['甲'],
    sources: { superior: { raw: { A: [18] } } },
    adjustments: [[0, 'P', 1]],
  });
  expect(waysIn(low)).toMatchObject({ state: 'unreachable', best: 88, fewest: null });
  expect(waysIn(low, 1)).toMatchObject({ state: 'ways', ways: [{ steps: [{ entry: '19' }], total: 83 }] });
});

test('a veto stands in the way, with its cell', () => {
  const blocked = one({ D: '差' }, { adjustments: [[0, 'V2', '是']] });
  expect(waysIn(blocked)).toMatchObject({
    state: 'blocked',
    obstacles: [{ type: 'veto', rule: 'V2', place: { sheet: 1, row: 0, column: 0 } }],
  });
  expect(waysIn(blocked, 1).state).toBe('reached');
  expect(waysIn(one({ D: '差' }, { adjustments: [[0, 'V1']] }), 2)).toMatchObject({ state: 'blocked' });
});

test('vetoes that lower by a band block the top grade only, and what they take must be made good', () => {
  const lowered = one({ A: 2, B: '80%' }, { adjustments: [[0, 'V3']] });
  // 100 − 20 − 4 − 2 = 74, 合格; 良好 is one below 优秀, so 优秀 must be reached first.
  expect(waysIn(lowered, 0).obstacles).toMatchObject([{ type: 'veto', rule: 'V3' }]);
  const found = waysIn(lowered, 1);
  expect(found.ways[0]).toMatchObject({ steps: [{ name: 'A', entry: '9' }], total: 88 });
});

test('a grade entered by a person and a ceiling of the total stand in the way', () => {
  const manual = one({ A: 4 }, { adjustments: [[0, 'grade', null, null, '合格']] });
  expect(waysIn(manual, 1).obstacles).toMatchObject([{ type: 'manual', grade: '合格' }]);
  const capped = one({ A: 4 }, { parameters: { totalCap: Q.of(85) } });
  expect(waysIn(capped).obstacles).toEqual([{ type: 'totalCap', cap: 85 }]);
});

test('a subject without a total needs its sources first', () => {
  const none = assess({ scheme: target, subjects: ['甲', '乙'], sources: { superior: { totals: [90, null] } } });
  expect(waysIn(none, 0, 1)).toMatchObject({ state: 'blocked', obstacles: [{ type: 'noTotal' }] });
});

describe('a quota', () => {
  const group = (totals: readonly number[], parameters: Case['parameters'] = {}) =>
    assess({
      scheme: target,
      subjects: totals.map(String),
      sources: { superior: { totals } },
      parameters: { topGradeQuota: Q.of('0.5'), ...parameters },
    });

  test('that is full: who must be outdone', () => {
    const assessment = group([95, 93, 91, 70]);
    const found = waysIn(assessment, 0, 2);
    expect(found).toMatchObject({ rival: { name: '93', total: 93 }, bound: 90 });
    expect(found.ways).toMatchObject([{ steps: [{ name: null, raw: '91', entry: '94' }], total: 94 }]);
    // A tie across the cut would move both down.
    const tied = withCells(assessment, [{ place: found.ways[0]!.steps[0]!.place, value: 93 }]);
    expect([...scoreAssessment(tied).schemes[0]!.grade]).toEqual([0, 1, 1, 2]);
  });

  test('with room asks for the band alone', () => {
    expect(waysIn(group([95, 85, 80, 70]), 0, 1)).toMatchObject({ rival: null, ways: [{ steps: [{ entry: '90' }] }] });
  });

  test('whose places are won from those who are overtaken', () => {
    const places = scheme([
      ['班子', 'D', '88', '直接打分'],
      ['班子', 'G', '12', '名次赋分', '每位=4'],
    ]);
    // 98, 92, 84 and 50: with the value of 甲 丙 has 92 too, and 乙 falls to the third place and 88.
    const assessment = assess({
      scheme: places,
      subjects: [...'甲乙丙丁'],
      sources: { superior: { raw: { D: [86, 84, 80, 50], G: [30, 20, 10, 5] } } },
      parameters: { topGradeQuota: Q.of('0.5') },
    });
    const found = waysIn(assessment, 0, 2);
    expect(found).toMatchObject({ rival: { name: '乙', total: 92 }, ways: [{ steps: [{ name: 'G', entry: '30' }] }] });
    const after = withCells(assessment, [{ place: found.ways[0]!.steps[0]!.place, value: 30 }]);
    expect([...scoreAssessment(after).schemes[0]!.total]).toEqual([98, 88, 92, 50]);
  });

  test('that leaves no place', () => {
    expect(waysIn(group([95, 85], { topGradeQuota: Q.of('0.3') }), 0, 1).obstacles).toEqual([
      { type: 'noPlaces', share: '30%', count: 2 },
    ]);
  });
});

test('a table of totals needs a total', () => {
  const table = assess({
    scheme: { ...target, kind: 'table', indicators: [], dimensions: [] },
    subjects: ['甲', '乙'],
    tableTotals: [85.5, 92],
  });
  expect(waysIn(table)).toMatchObject({ state: 'ways', ways: [{ steps: [{ entry: '90', points: 85.5, max: null }] }] });
});

test('both languages tell everything', () => {
  const assessment = one({ A: 6, D: '差' }, { adjustments: [[0, 'V2']] });
  const result = scoreAssessment(assessment);
  for (const locale of LOCALES) {
    for (const grade of [0, 1, 2]) {
      expect(JSON.stringify(findWays(assessment, result, 0, 0, grade, locale))).not.toMatch(/\{\w+\}|undefined|NaN/u);
    }
  }
});
