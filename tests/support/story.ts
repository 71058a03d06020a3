import type { Story } from '../../src/app/story';
import type { Place } from '../../src/app/summary';

/** A cell of 考核汇总. */
export function cellAt(cell: string, column: number, sheet = '考核汇总'): Place {
  return { workbook: 0, sheet, row: Number(cell.replace(/\D/g, '')) - 1, column, cell };
}

type Indicator = Story['indicators'][number];

export function indicatorOf(part: Partial<Indicator> & Pick<Indicator, 'id' | 'name'>): Indicator {
  return {
    source: 'superior',
    sourceName: '上级考核',
    dimension: '领导班子好',
    reading: 'raw',
    raw: '11',
    place: cellAt('D5', 3),
    rule: '满分4分，以12为目标，每少1扣0.5分，扣完为止。',
    rulePlace: cellAt('D3', 3, '考核细则'),
    steps: '目标12，实际11，少1；4 − 0.5 × 1 = 3.5',
    limit: null,
    points: 3.5,
    max: 4,
    weight: 0.6,
    share: 2.1,
    lost: 0.3,
    median: 3,
    ...part,
  };
}

/** A story with one of everything. */
export function storyOfTest(part: Partial<Story> = {}): Story {
  return {
    subject: 1,
    id: 'U02',
    name: '白石铜矿党委',
    scheme: '五好党委',
    group: '生产单位',
    place: cellAt('A3', 0, '单位名册'),
    status: 'scored',
    total: 88.7,
    base: 87.7,
    bonus: 2,
    penalty: 1,
    grade: 1,
    grades: ['优秀', '良好', '合格', '不合格'],
    rank: 2,
    groupSize: 3,
    sources: [
      {
        code: 'superior',
        name: '上级考核',
        points: 86.5,
        max: 100,
        rate: 0.865,
        median: 90,
        weight: 0.6,
        brings: 51.9,
        lost: 8.1,
        how: '上级考核：应得100分，实得86.5分，折合百分制86.50分',
        place: null,
      },
      {
        code: 'self',
        name: '自评',
        points: null,
        max: 100,
        rate: null,
        median: 92,
        weight: 0,
        brings: 0,
        lost: 0,
        how: '自评：缺项，权重分给其余来源，总分为暂算',
        place: null,
      },
    ],
    dimensions: [{ name: '领导班子好', points: 18.4, max: 20, rate: 0.92, median: 18 }],
    indicators: [
      indicatorOf({ id: 'W11', name: '党课' }),
      indicatorOf({ id: 'W12', name: '民主生活会', lost: 0, points: 4, raw: '有', place: cellAt('E5', 4) }),
      indicatorOf({
        id: 'W13',
        name: '调研',
        lost: null,
        points: null,
        raw: '',
        steps: '空白，未知，暂不计入',
        median: null,
      }),
    ],
    adjustments: [
      {
        type: 'bonus',
        id: 'B1',
        name: '受到表彰',
        rule: '每次加2分，不设上限。',
        rulePlace: null,
        points: 2,
        applies: true,
        rows: [{ written: '1', basis: '省级先进', date: '2024-06-01', place: cellAt('C2', 2, '加分扣分') }],
      },
      {
        type: 'veto',
        id: 'V1',
        name: '安全事故',
        rule: '一票否决：等次最高定为良好。',
        rulePlace: null,
        points: null,
        applies: true,
        rows: [{ written: '', basis: '', date: '', place: cellAt('C3', 2, '加分扣分') }],
      },
    ],
    sections: [
      {
        topic: 'total',
        heading: '总分',
        value: '88.70',
        lines: [{ text: '加权得分87.70 + 加分2.00 − 扣分1.00', value: '88.70', tone: 'sum', place: cellAt('F5', 5) }],
      },
      { topic: 'grade', heading: '等次', value: '良好', lines: [{ text: '等次最高定为良好', tone: 'warning' }] },
    ],
    ...part,
  };
}
