import type { ChangeSet, Finding, OutValue, SheetLiteral } from '../../src/model';
import { buildReport } from '../../src/report';
import { outcomeOf, type OutcomeLiteral, type SchemeLiteral, type SubjectLiteral } from './outcomeOf';

const INDICATORS = [
  { id: 'W1', name: '学习', dimension: '领导班子好', max: 10 },
  { id: 'W2', name: '培训', dimension: '队伍素质好', max: 5 },
];

function subject(
  name: string,
  rank: number,
  total: number,
  points: readonly [number, number],
  more: Partial<SubjectLiteral> = {},
): SubjectLiteral {
  const [lead, team] = points;
  return {
    id: name,
    name,
    group: '生产单位',
    rank,
    total,
    grade: '优秀',
    dimensions: { 领导班子好: lead, 队伍素质好: team },
    ...more,
  };
}

const SCHEME: SchemeLiteral = {
  name: '五好党委',
  indicators: INDICATORS,
  subjects: [
    subject('甲', 1, 96, [9, 5], { award: '流动红旗' }),
    subject('乙', 2, 95, [9.5, 5], { award: '流动红旗', status: 'provisional' }),
    subject('丙', 3, 94, [8, 4], { award: '需集体研究' }),
    subject('丁', 3, 94, [8, 4], { award: '需集体研究' }),
    subject('戊', 5, 70, [10, 3], { grade: '合格', vetoes: [0] }),
  ],
  adjustments: [
    { id: 'V1', name: '否决', type: 'veto', cap: null, unit: null, kinds: [], effect: null, standard: '', place: null },
  ],
};
const TIES: readonly Partial<Finding>[] = ['丙', '丁'].map((name) => ({
  code: 'T01',
  severity: 'medium',
  subject: name,
  subjectName: name,
  scheme: '五好党委',
  message: '第3名有2个同分（94分），只剩1面红旗，需集体研究决定。',
}));

function linesOf(given: OutcomeLiteral): string[] | null {
  const set = buildReport(outcomeOf(given), { locale: 'zh-CN', workbook: 0 });
  return textOf(set);
}

function textOf(set: ChangeSet): string[] | null {
  const sheet = set.sheets.find(({ mark }) => mark === 'awards');
  const shown = (value: OutValue) => String(value ?? '');
  return sheet
    ? sheet.blocks.flatMap(({ values }) => values.map((row) => row.map(shown).join('|').replace(/\|+$/, '')))
    : null;
}

describe('表彰名单', () => {
  it('lists flags, the best of each dimension, and apart from them what has to be decided with the reason', () => {
    expect(linesOf({ schemes: [SCHEME], findings: TIES })).toEqual([
      '2004年度考核表彰名单',
      expect.stringContaining('截止日：2005-01-20'),
      '一、五好党委',
      '（一）流动红旗（2个）',
      '组别|名次|单位|总分|等次|备注',
      '生产单位|1|甲|96|优秀',
      '生产单位|2|乙|95|优秀|暂算',
      '（二）单项先进',
      '组别|维度|单位|得分|分值|备注',
      '生产单位|领导班子好|乙|9.5|10',
      '生产单位|队伍素质好|甲、乙|5|5|并列第一（共2）',
      '（三）需集体研究（2个）',
      '组别|名次|单位|总分|等次|事由',
      '生产单位|3|丙|94|优秀|第3名有2个同分（94分），只剩1面红旗，需集体研究决定。',
      '生产单位|3|丁|94|优秀|第3名有2个同分（94分），只剩1面红旗，需集体研究决定。',
      expect.stringContaining('制表人'),
    ]);
  });

  it('says so where there are flags but nobody to give them to', () => {
    const subjects = [subject('甲', 1, 80, [8, 4], { grade: '良好' }), subject('乙', 2, 79, [8, 4], { grade: '合格' })];
    expect(linesOf({ schemes: [{ ...SCHEME, subjects }] })).toBeNull();
    const better = [...subjects, subject('丙', 3, 78, [7, 4], { grade: '合格' })];
    expect(linesOf({ schemes: [{ ...SCHEME, subjects: better }] })).toEqual(
      expect.arrayContaining(['（一）流动红旗（0个）', '无（没有等次最高的单位，或因同分待研究）。']),
    );
  });

  it('is left out where nothing can be awarded', () => {
    const subjects: SubjectLiteral[] = [{ name: '甲', rank: 1, total: 90, grade: '优秀' }];
    expect(linesOf({ schemes: [{ name: '表', kind: 'table', subjects, parameters: { flags: 0 } }] })).toBeNull();
  });

  it('names ten of those who are equally good and counts the others', () => {
    const many = Array.from({ length: 12 }, (_, i) => subject(`第${i + 1}`, i + 1, 90, [9, 4]));
    const lines = linesOf({ schemes: [{ ...SCHEME, subjects: [...many, subject('末', 13, 60, [1, 4])] }] })!;
    const line = lines.find((text) => text.includes('|领导班子好|'))!;
    expect(line).toContain('第10等12个|9|10|并列第一（共12）');
    expect(line).not.toContain('第11');
    expect(lines.some((text) => text.includes('|队伍素质好|'))).toBe(false);
  });

  it('tells kept flags from new ones once a period before is known', () => {
    const row = (name: string, award: string | null) => [
      '2003-01-01',
      '2003-12-31',
      '2003年度',
      '五好党委',
      name,
      name,
      '生产单位',
      1,
      90,
      '优秀',
      award,
    ];
    const header = ['start', 'end', 'period', 'scheme', 'id', 'name', 'group', 'rank', 'total', 'grade', 'award'];
    const history: SheetLiteral = {
      name: '历次结果',
      mark: 'history',
      rows: [header, row('甲', '流动红旗'), row('乙', null)],
    };
    const lines = linesOf({
      schemes: [SCHEME],
      sheets: [
        { name: '考核', rows: [['单位']] },
        { ...history, role: 'results' },
      ],
    })!;
    expect(lines).toContain('生产单位|1|甲|96|优秀|蝉联');
    expect(lines).toContain('生产单位|2|乙|95|优秀|暂算；新获');
  });
});
