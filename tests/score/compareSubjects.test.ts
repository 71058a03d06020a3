import fc from 'fast-check';
import { LOCALES } from '../../src/i18n';
import { compareSubjects, scoreAssessment, type ComparedPart } from '../../src/score';
import { apportion } from '../../src/score/apportion';
import { Q } from '../../src/values';
import { assess, scheme, type Case } from './build';

const target = scheme([
  ['班子', 'A', '30', '直接打分'],
  ['班子', 'B', '20', '直接打分'],
  ['队伍', 'C', '40', '直接打分'],
  ['', 'D', '10', '直接打分'],
  ['', 'B1', '', '加分', '每次=1.5'],
  ['', 'P1', '', '扣减', '每次=2'],
  ['', 'V1', '', '否决', '降档=1; 扣分=5'],
]);
const given: Case = {
  scheme: target,
  subjects: ['甲', '乙', '丙', { name: '丁', group: '二组' }],
  parameters: { tieBreak: ['上级考核', '队伍'] },
  sources: {
    superior: { raw: { A: [30, 25, 29, 20], B: [20, 15, 19, 20], C: [30, 40, '/', 40], D: [10, 9, null, 5] } },
    self: { totals: [96, 91, null, 90] },
  },
  adjustments: [
    [0, 'B1', 2],
    [1, 'P1', 1],
    [1, 'V1'],
  ],
};
const assessment = assess(given);
const result = scoreAssessment(assessment);
const compare = (a: number, b: number) => compareSubjects(assessment, result, 0, a, b, 'zh-CN');
const outline = (parts: readonly ComparedPart[]) =>
  parts.map(({ type, name, a, b, difference }) => [type, name, a.brings, b.brings, difference]);

test('totals, what decides, and the difference by source, bonus, penalty and limits', () => {
  const found = compare(0, 1);
  expect(found).toMatchObject({
    scheme: '五好党委',
    a: { name: '甲', rank: 2, grade: '优秀' },
    b: { name: '乙', rank: 3 },
    difference: 11.57,
    decision: { type: 'key', key: '等次', values: ['优秀', '合格'] },
  });
  expect(outline(found.parts)).toEqual([
    ['source', '自评', 13.72, 13, 0.72],
    ['source', '上级考核', 77.14, 76.29, 0.85],
    ['bonus', '加分', 3, 0, 3],
    ['penalty', '扣分', 0, -2, 2],
    ['limits', '总分上下限和否决事项', 0, -5, 5],
  ]);
});

test('a source by dimension and indicator, the largest difference first, with cells and rules', () => {
  const superior = compare(0, 1).parts[1]!;
  expect(outline(superior.parts)).toEqual([
    ['dimension', '队伍', 25.71, 34.29, -8.58],
    ['dimension', '班子', 42.86, 34.29, 8.57],
    ['indicator', 'D', 8.57, 7.71, 0.86],
  ]);
  expect(superior.parts[1]!.parts[0]).toMatchObject({
    name: 'A',
    rule: '由考核人直接打分，0至30分。',
    a: { raw: '30', points: 30, max: 30, place: { sheet: 0, row: 0, column: 0 } },
    b: { raw: '25', points: 25, place: { sheet: 0, row: 1, column: 0 } },
  });
});

test('a cell that does not count brings nothing and says what is written', () => {
  const found = compare(0, 2).parts[1]!.parts.find(({ name }) => name === '队伍')!;
  expect(found.parts[0]).toMatchObject({ name: 'C', b: { brings: 0, raw: '/', points: null } });
});

test('a source that one has as a single number is not split', () => {
  const mixed = assess({
    ...given,
    adjustments: [],
    sources: { superior: { raw: { A: [30, null] }, totals: [null, 90] } },
    subjects: ['甲', '乙'],
  });
  const found = compareSubjects(mixed, scoreAssessment(mixed), 0, 0, 1, 'zh-CN');
  expect(outline(found.parts)[0]).toEqual(['source', '上级考核', 100, 90, 10]);
  expect(found.parts[0]!.parts).toEqual([]);
});

test.each([
  ['the total', [90, 80], [50, 50], { type: 'key', key: '总分', values: ['70.00', '65.00'] }],
  ['a key of 同分排序', [30, 20], [40, 50], { type: 'key', key: '队伍', values: ['40.00', '50.00'] }],
  ['nothing: they share the place', [30, 30], [40, 40], { type: 'tied' }],
])('%s decides', (_what, a, c, decision) => {
  const pair = assess({
    scheme: scheme([
      ['班子', 'A', '100', '直接打分'],
      ['队伍', 'C', '100', '直接打分'],
    ]),
    subjects: ['甲', '乙'],
    parameters: { tieBreak: ['队伍'], rankBy: 'total' },
    sources: { superior: { raw: { A: a, C: c } } },
  });
  expect(compareSubjects(pair, scoreAssessment(pair), 0, 0, 1, 'zh-CN').decision).toEqual(decision);
});

test('different groups and subjects without a rank are not ranked against each other', () => {
  expect(compare(0, 3)).toMatchObject({ decision: { type: 'groups' } });
  expect(compare(0, 3).difference).not.toBeNull();
  const blocked = assess({ subjects: ['甲', '乙'], sources: { superior: { totals: [90, null] } } });
  expect(compareSubjects(blocked, scoreAssessment(blocked), 0, 0, 1, 'zh-CN')).toMatchObject({
    difference: null,
    decision: { type: 'unranked' },
    parts: [],
  });
});

test('a table of totals compares its totals', () => {
  const table = assess({
    scheme: { ...target, kind: 'table', indicators: [], dimensions: [] },
    subjects: ['甲', '乙'],
    tableTotals: [85.5, 92],
  });
  const found = compareSubjects(table, scoreAssessment(table), 0, 0, 1, 'zh-CN');
  expect(found.difference).toBe(-6.5);
  expect(outline(found.parts)).toEqual([['total', '总分', 85.5, 92, -6.5]]);
});

test('both languages tell everything', () => {
  for (const locale of LOCALES)
    expect(JSON.stringify(compareSubjects(assessment, result, 0, 0, 1, locale))).not.toMatch(/\{\w+\}|undefined|NaN/u);
});

const hundredths = (value: number): number => Math.round(value * 100);

/** The parts of each level sum exactly to what stands above them. */
function expectSums(parts: readonly ComparedPart[], a: number, b: number, difference: number): void {
  if (parts.length === 0) return;
  const sum = (of: (part: ComparedPart) => number): number =>
    parts.reduce((all, part) => all + hundredths(of(part)), 0);
  expect(sum((part) => part.a.brings)).toBe(hundredths(a));
  expect(sum((part) => part.b.brings)).toBe(hundredths(b));
  expect(sum((part) => part.difference)).toBe(hundredths(difference));
  for (const part of parts) expectSums(part.parts, part.a.brings, part.b.brings, part.difference);
}

test('everything adds up to the hundredth, on every level', () => {
  const points = (max: number) => fc.integer({ min: 0, max: max * 4 }).map((n) => n / 4);
  const cell = (max: number) =>
    fc.oneof({ weight: 9, arbitrary: points(max) }, { weight: 1, arbitrary: fc.constant('/') });
  const row = fc.tuple(cell(30), cell(20), cell(40), cell(10), points(100), fc.constantFrom(null, 'B1', 'P1', 'V1'));
  fc.assert(
    fc.property(row, row, fc.constantFrom(null, Q.of(70)), (first, second, totalCap) => {
      const rows = [first, second];
      const random = assess({
        scheme: target,
        subjects: ['甲', '乙'],
        parameters: { totalCap },
        sources: {
          superior: { raw: Object.fromEntries(['A', 'B', 'C', 'D'].map((id, i) => [id, rows.map((r) => r[i]!)])) },
          self: { totals: rows.map((r) => r[4]) },
        },
        adjustments: rows.flatMap((r, i) => (r[5] ? [[i, r[5]] as const] : [])),
      });
      const scored = scoreAssessment(random);
      const found = compareSubjects(random, scored, 0, 0, 1, 'zh-CN');
      if (found.difference === null) return;
      expect(found.difference).toBeCloseTo(scored.schemes[0]!.total[0]! - scored.schemes[0]!.total[1]!, 6);
      expectSums(found.parts, found.a.total!, found.b.total!, found.difference);
    }),
    { numRuns: 150 },
  );
});

test.each([
  [['33.3333', '33.3333', '33.3334'], 100, [33.33, 33.33, 33.34]],
  [['-2', '1.005', '1.005'], 0.01, [-2, 1.01, 1]],
  [['7.005'], 7.01, [7.01]],
  [[], 0, []],
])('parts %j of %p', (parts, sum, rounded) => {
  expect(
    apportion(
      parts.map((part) => Q.of(part)),
      sum,
    ),
  ).toEqual(rounded);
});
