import fc from 'fast-check';
import { LOCALES } from '../../src/i18n';
import { scoreAssessment, tellStory } from '../../src/score';
import { median } from '../../src/score/median';
import { assess, scheme, type Case } from './build';

const target = scheme([
  ['班子', 'A', '4', '扣分', '每次=0.5; 目标=12'],
  ['班子', 'B', '6', '完成率', '目标=100%; 封顶=120%'],
  ['队伍', 'C', '10', '直接打分'],
  ['', 'B1', '6', '加分', '每次=4'],
  ['', 'P1', '', '扣减', '每次=1.5'],
  ['', 'V3', '', '否决', '封顶=良好'],
]);

const given: Case = {
  scheme: target,
  subjects: ['甲', '乙', '丙', '丁', { name: '戊', exempt: true }, { name: '己', group: '二组' }],
  sources: {
    superior: {
      raw: { A: [10, 12, 12, 11, 1, 0], B: ['120%', 1, 0.9, '/', 1, 0], C: [7, 10, 9.5, null, 1, 0] },
    },
    self: { totals: [98, 95, null, 90, 90, 10] },
  },
  adjustments: [
    [0, 'B1', 2],
    [0, 'B1', null, 1],
    [0, 'P1', 1],
    [0, 'V3', '否'],
    [1, 'V3', '是'],
  ],
};
const assessment = assess(given);
const result = scoreAssessment(assessment);
const tell = (subject: number, locale: 'zh-CN' | 'en-US' = 'zh-CN') =>
  tellStory(assessment, result, 0, subject, locale);

test('total, rank, group and the bars of sources against the median', () => {
  expect(tell(0)).toMatchObject({ name: '甲', scheme: '五好党委', rank: 2, groupSize: 4, grade: 0, bonus: 5 });
  expect(tell(0).sources).toEqual([
    {
      code: 'self',
      name: '自评',
      points: 98,
      max: 100,
      rate: 0.98,
      median: 95,
      weight: 0.1429,
      brings: 14,
      lost: 0.29,
      how: '自评：直接填写的总得分',
      place: { sheet: 0, row: 0, column: 3 },
    },
    {
      code: 'superior',
      name: '上级考核',
      points: 86,
      max: 100,
      rate: 0.86,
      // Of 86, 100, 94.50 and 87.50.
      median: 91,
      weight: 0.8571,
      brings: 73.71,
      lost: 12,
      how: '上级考核：应得20分，实得17.2分，折合百分制86.00分',
      place: null,
    },
  ]);
});

test('dimensions with points, full mark, rate and median', () => {
  expect(tell(0).dimensions).toEqual([
    { name: '班子', points: 10.2, max: 10, rate: 1.02, median: 9.7 },
    { name: '队伍', points: 7, max: 10, rate: 0.7, median: 9.5 },
  ]);
});

test('indicators by what they cost the base, what does not count last', () => {
  expect(
    tell(0).indicators.map(({ id, points, lost, median: middle, raw }) => [id, raw, points, lost, middle]),
  ).toEqual([
    ['C', '7', 7, 12.86, 9.5],
    ['A', '10', 3, 4.29, 3.75],
    ['B', '120%', 7.2, -5.14, 6],
  ]);
  expect(tell(3).indicators.map(({ id, lost }) => [id, lost])).toEqual([
    ['A', 10.71],
    ['B', null],
    ['C', null],
  ]);
});

test('bonuses, penalties and vetoes with their rows, their grounds and whether they apply', () => {
  const [bonus, penalty, veto] = tell(0).adjustments;
  expect(bonus).toMatchObject({
    type: 'bonus',
    points: 6,
    applies: true,
    rows: [
      { written: '2', basis: '依据', place: { sheet: 1, row: 0, column: 0 } },
      { written: '1', place: { sheet: 1, row: 1, column: 1 } },
    ],
  });
  expect(penalty).toMatchObject({ type: 'penalty', points: 1.5 });
  expect(veto).toMatchObject({ type: 'veto', points: null, applies: false, rule: '一票否决：等次最高定为良好。' });
  expect(tell(1).adjustments).toMatchObject([{ id: 'V3', applies: true }]);
});

test('a group of its own has its own medians', () => {
  expect(tell(5)).toMatchObject({ group: '二组', groupSize: 1, sources: [{ median: 10 }, { median: 0 }] });
});

test('a missing source has no points, no weight and a reason', () => {
  expect(tell(2).sources[0]).toMatchObject({ points: null, rate: null, weight: 0, brings: 0, lost: 0, place: null });
  expect(tell(2).sources[0]!.how).toContain('缺项');
});

test('an exempt subject has a story without numbers', () => {
  expect(tell(4)).toMatchObject({ status: 'exempt', total: null, rank: null, indicators: [], sources: [] });
});

test('a table of totals has its total and its rank', () => {
  const table = assess({
    scheme: { ...target, kind: 'table', indicators: [], dimensions: [] },
    subjects: ['甲', '乙'],
    tableTotals: [85, 92],
  });
  expect(tellStory(table, scoreAssessment(table), 0, 0, 'zh-CN')).toMatchObject({
    total: 85,
    rank: 2,
    sources: [],
    indicators: [],
    sections: [{ topic: 'total', value: '85.00' }, { topic: 'grade' }, { topic: 'rank' }],
  });
});

test('both languages tell everything', () => {
  for (const locale of LOCALES)
    given.subjects.forEach((_, i) => expect(JSON.stringify(tell(i, locale))).not.toMatch(/\{\w+\}|undefined|NaN/u));
});

test('what the base lacks of 100 is what sources and indicators lose', () => {
  const half = (max: number) => fc.integer({ min: 0, max: max * 2 }).map((n) => n / 2);
  const row = fc.tuple(half(12), half(1), half(10), half(100));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const column = (i: number) => rows.map((cells) => cells[i]!);
      const random = assess({
        scheme: target,
        subjects: rows.map(String),
        sources: {
          superior: { raw: { A: column(0), B: column(1), C: column(2) } },
          self: { totals: column(3) },
        },
      });
      const scored = scoreAssessment(random);
      rows.forEach((_, subject) => {
        const story = tellStory(random, scored, 0, subject, 'zh-CN');
        const lost = story.sources.reduce((sum, source) => sum + source.lost, 0);
        expect(lost).toBeCloseTo(100 - story.base!, 1);
        const superior = story.sources.find(({ code }) => code === 'superior')!;
        const byIndicator = story.indicators.reduce((sum, indicator) => sum + indicator.lost!, 0);
        expect(Math.abs(byIndicator - superior.lost)).toBeLessThan(0.03);
        const order = story.indicators.map((indicator) => indicator.lost!);
        expect(order).toEqual([...order].sort((a, b) => b - a));
      });
    }),
    { numRuns: 60 },
  );
});

test.each([
  [[], null],
  [[NaN], null],
  [[88.7, 90, NaN, 92.41], 90],
  [[90, 90.01], 90.01],
  [[-1, 0.03], -0.48],
])('the median of %j is %p', (values, middle) => {
  expect(median(values)).toBe(middle);
});
