import { LOCALES } from '../../src/i18n';
import { explainSubject, scoreAssessment } from '../../src/score';
import { Q } from '../../src/values';
import { assess, scheme, type Case } from './build';

const target = scheme([
  ['班子', 'A', '4', '扣分', '每次=0.5; 目标=12'],
  ['班子', 'B', '6', '完成率', '目标=100%'],
  ['队伍', 'C', '5', '与最高者比'],
  ['队伍', 'D', '5', '等级', '好:5; 差:0'],
  ['', 'B1', '', '加分', '每次=4'],
  ['', 'V3', '', '否决', '封顶=良好'],
]);

const given: Case = {
  scheme: target,
  parameters: { topGradeQuota: Q.of('0.5'), tieBreak: ['班子'] },
  subjects: ['甲', '乙', '丙', '丁', { name: '戊', exempt: true }],
  sources: {
    superior: {
      raw: {
        A: [10, 12, 12, null, 1],
        B: ['112%', 1, 0.95, '约95', 1],
        C: [30, 40, 40, '/', 1],
        D: ['好', '好', '好', '好', '好'],
      },
    },
    self: { totals: ['98分', 95, null, 90, 90] },
    peer: {
      votes: {
        levels: ['优秀', '良好', '合格', '不合格'],
        counts: [
          [20, 9, 9, 9, 0],
          [6, 1, 1, 1, 0],
          [3, 0, 0, 0, 0],
          [1, 0, 0, 0, 0],
        ],
      },
    },
  },
  adjustments: [
    [1, 'B1', 2],
    [0, 'V3', '是'],
    [3, 'grade', null, null, '合格'],
  ],
};
const assessment = assess(given);
const result = scoreAssessment(assessment);
const explain = (subject: number) => explainSubject(assessment, result, 0, subject, 'zh-CN');
const lines = (subject: number, topic: string) =>
  explain(subject)
    .sections.find((section) => section.topic === topic)
    ?.lines.map(({ text, value }) => (value ? `${text} | ${value}` : text));

test('an indicator: the cell, the rule, the computation, its share in the base', () => {
  const [a, b, c] = explain(0).indicators;
  expect(a).toEqual({
    source: 'superior',
    sourceName: '上级考核',
    id: 'A',
    name: 'A',
    dimension: '班子',
    reading: 'raw',
    raw: '10',
    place: { sheet: 0, row: 0, column: 0 },
    rule: '满分4分，以12为目标，每少1扣0.5分，扣完为止。',
    rulePlace: { sheet: 0, row: 1, column: 3 },
    steps: '目标12，实际10，少2；4 − 0.5 × 2 = 3',
    limit: null,
    points: 3,
    max: 4,
    weight: 0.6,
    share: 9,
    lost: 3,
  });
  expect(b).toMatchObject({ raw: '112%', limit: 'cap', points: 6 });
  expect(c).toMatchObject({ steps: '5 × 30 ÷ 组内最高值40 = 3.75', points: 3.75 });
});

test('cells that do not count say why', () => {
  expect(explain(3).indicators.map(({ steps, points, share }) => [steps, points, share])).toEqual([
    ['空白，未知，暂不计入；总分为暂算', null, null],
    ['看不懂所填内容，暂不计入；总分为暂算', null, null],
    ['不适用，不计入应得分和实得分', null, null],
    ['该等级得5分', 5, 60],
  ]);
});

test('shares add up to what the source brings', () => {
  const { indicators } = explain(0);
  const sum = indicators.reduce((all, { share }) => all + (share ?? 0), 0);
  expect(sum).toBeCloseTo(0.6 * result.schemes[0]!.sources.superior![0]!, 1);
});

test('sources, base and total in numbers', () => {
  expect(lines(0, 'sources')).toEqual([
    '自评：直接填写的总得分 | 98.00',
    '民主评议：(优秀 20 × 100 + 良好 6 × 80 + 合格 3 × 60 + 不合格 1 × 40) ÷ 30票 | 90.00',
    '上级考核：应得20分，实得17.75分，折合百分制88.75分 | 88.75',
  ]);
  expect(lines(0, 'base')).toEqual(['98.00 × 10% + 90.00 × 30% + 88.75 × 60% | 90.05']);
  expect(lines(1, 'adjustments')).toEqual([
    'B1：填写“2”。每次加4分，不设上限。依据',
    '加分：B1 | +8.00',
    '各项加分合计8.00分，超过加分上限5.00分，按上限计 | +5.00',
  ]);
  expect(lines(1, 'total')).toEqual(['加权得分98.90 + 加分5.00 − 扣分0.00 | 103.90']);
  expect(lines(2, 'sources')![0]).toBe('自评：缺项，权重分给其余来源，总分为暂算');
});

test('the grade: bands, vetoes, quota, a person', () => {
  expect(lines(0, 'grade')).toEqual([
    '总分90.05，对照等次标准（优秀 ≥ 90，良好 ≥ 80，合格 ≥ 60，不合格 ≥ 0） | 优秀',
    'V3。一票否决：等次最高定为良好。',
    '执行否决事项后 | 良好',
  ]);
  expect(lines(1, 'grade')![1]).toBe('组内4个，优秀不超过50%，最多2个，在名额以内');
  expect(lines(3, 'grade')!.at(-1)).toMatch(/^评定等次（人工）：依据。计算等次为.+ \| 合格$/u);
});

test('the rank names who stands next and on which key', () => {
  expect(explain(1).sections.find(({ topic }) => topic === 'rank')!.value).toBe('1');
  expect(lines(2, 'rank')).toEqual([
    '全部对象：共4个参加排名，列第2名',
    '前一名是乙（第1名）：等次优秀，本对象良好',
    '后一名是甲（第3名）：总分90.05，本对象98.33',
  ]);
});

test('attainment and award', () => {
  expect(lines(0, 'attainment')).toEqual([
    '总分90.05，达标线80 | 达标',
    '班子得分率90%，达标线80% | 达标',
    '队伍得分率87.5%，达标线80% | 达标',
    '有否决事项：V3 | 不达标',
  ]);
  expect(lines(1, 'award')).toEqual(['等次为优秀，在组内前3名以内，授予流动红旗']);
  expect(lines(0, 'award')).toEqual(['等次不是优秀，不参加流动红旗评选']);
});

test('an exempt subject has no numbers to explain', () => {
  expect(explain(4)).toMatchObject({
    indicators: [],
    sections: [{ topic: 'total', lines: [{ text: '不参评：没有分数，不排名，不计入达标率' }] }],
  });
});

test('both languages say everything', () => {
  for (const locale of LOCALES) {
    given.subjects.forEach((_subject, i) => {
      expect(JSON.stringify(explainSubject(assessment, result, 0, i, locale))).not.toMatch(/\{\w+\}|undefined|NaN/u);
    });
  }
});

test('raters and a table of totals are explained by their cells', () => {
  const rated = assess({
    subjects: ['甲'],
    parameters: { trimExtremes: true },
    sources: { peer: { raters: [88, 90, 91, 92, 95, 99].map((n) => [n]) } },
  });
  const [sources] = explainSubject(rated, scoreAssessment(rated), 0, 0, 'zh-CN').sections;
  expect(sources!.lines[0]).toMatchObject({
    text: '民主评议：6名评议人，去掉一个最高分和一个最低分，其余4名的平均分（90、91、92、95）',
    value: '92.00',
  });
  const table = assess({
    scheme: { ...target, kind: 'table', indicators: [], dimensions: [] },
    subjects: ['甲', '乙'],
    tableTotals: [95.2, null],
  });
  const scored = scoreAssessment(table);
  expect(explainSubject(table, scored, 0, 0, 'zh-CN').sections[0]).toMatchObject({
    value: '95.20',
    lines: [{ place: { sheet: 0, row: 0, column: 0 } }],
  });
  expect(explainSubject(table, scored, 0, 1, 'zh-CN').sections[0]!.lines[0]!.tone).toBe('warning');
});

test.each([
  [2, '与乙并列'],
  [6, '与乙、丙、丁、戊、己并列'],
  [7, '与乙、丙、丁、戊、己等6个并列'],
])('of %i who share a place the others are told', (count, text) => {
  const subjects = [...'甲乙丙丁戊己庚'].slice(0, count);
  const tie = assess({ scheme: target, subjects, sources: { superior: { totals: subjects.map(() => 90) } } });
  const { sections } = explainSubject(tie, scoreAssessment(tie), 0, 0, 'zh-CN');
  expect(sections.find(({ topic }) => topic === 'rank')!.lines.map((line) => line.text)).toContain(text);
});
