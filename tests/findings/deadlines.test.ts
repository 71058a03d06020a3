import { findGaps } from '../../src/findings';
import { assessmentOf, type RegisterTable, type Unit } from './assessmentOf';

const A: Unit = { id: 'U01', name: '红岩锡矿党委', kind: '党委', contactLeader: '严长青' };
const B: Unit = { id: 'U02', name: '青石坡锡矿党委', kind: '党委', contactLeader: '林秋实' };

/** Findings of one register as of 2005-01-20 as "code subject deadline × owed". */
function owedIn(table: RegisterTable): string[] {
  const { assessment, result } = assessmentOf({ units: [A, B], registers: [table] });
  return findGaps(assessment, result)
    .filter(({ code }) => code !== 'G00')
    .map(({ code, subject, deadline, owed }) => `${code} ${subject} ${deadline} × ${owed}`);
}

describe('deadline and amount of a gap', () => {
  it.each<[string, RegisterTable, string[]]>([
    [
      'what is owed at once has none',
      {
        layout: 'plans',
        columns: ['unit', 'plan', 'planSent'],
        rows: [
          [A.name, '未制定', '否'],
          [B.name, '有', '是'],
        ],
      },
      ['G01 U01 null × 1', 'G02 U01 null × 1'],
    ],
    [
      'the first of the missing months counts, with its days of grace',
      {
        layout: 'info',
        columns: ['unit', '1月', '2月', '3月'],
        rows: [
          [A.name, 1, 0, null],
          [B.name, 1, 1, 1],
        ],
      },
      ['G10 U01 2004-03-05 × 2'],
    ],
    [
      'a unit that the register lacks owes all months',
      { layout: 'info', columns: ['unit', '1月'], rows: [[A.name, 1]] },
      ['G10 U02 2004-02-05 × 12'],
    ],
    [
      'materials of the year',
      {
        layout: 'materials',
        columns: ['unit', 'paper', 'summary', 'archive'],
        rows: [[A.name, 0, '未报', '未建']],
      },
      ['G12 U01 2005-01-15 × 1', 'G11 U01 2004-12-31 × 1', 'G11 U02 2004-12-31 × 1', 'G13 U01 null × 1'],
    ],
    [
      'each half of the year',
      {
        layout: 'records',
        columns: ['unit', 'annual', 'firstHalf', 'secondHalf'],
        rows: [[A.name, null, null, null]],
      },
      ['G15 U01 2004-12-31 × 1', 'G15 U02 2004-12-31 × 1', 'G16 U01 2004-06-30 × 1', 'G16 U01 2004-12-31 × 1'],
    ],
    [
      'visits',
      {
        layout: 'contacts',
        columns: ['leader', 'unit', 'visitDate'],
        rows: [['严长青', A.name, null]],
      },
      ['G09 U01 2004-12-31 × 1'],
    ],
    [
      'a rectification has its own; of two days that it may mean the later one',
      {
        layout: 'rectify',
        columns: ['unit', 'problem', 'deadline', 'closed'],
        rows: [
          [A.name, '档案不全', '2004-09-30', '否'],
          [B.name, '记录不实', 6.3, '否'],
        ],
      },
      ['G23 U01 2004-09-30 × 1', 'G23 U02 2004-06-30 × 1'],
    ],
    [
      'letters that are not signed',
      {
        layout: 'bonds',
        columns: ['unit', 'due', 'done'],
        rows: [
          [A.name, 20, 17],
          [B.name, 4, 4],
        ],
      },
      ['G07 U01 null × 3'],
    ],
  ])('%s', (_, table, expected) => {
    expect(owedIn(table)).toEqual(expected);
  });

  it('is unknown where a date may or may not be past', () => {
    const table: RegisterTable = {
      layout: 'rectify',
      columns: ['unit', 'problem', 'deadline', 'closed'],
      rows: [[A.name, '档案不全', 6.3, '否']],
    };
    const { assessment, result } = assessmentOf({ asOf: '2004-06-10', units: [A], registers: [table] });
    const gap = findGaps(assessment, result).find(({ code }) => code === 'G23');
    expect(gap).toMatchObject({ variant: 'unclear', deadline: null });
  });
});

describe('a gap in a few words', () => {
  const months: RegisterTable = {
    layout: 'info',
    columns: ['unit', '1月', '2月', '3月'],
    rows: [
      [A.name, 1, 0, null],
      [B.name, 1, 1, 1],
    ],
  };

  it('names what is owed, in both languages', () => {
    const { assessment, result } = assessmentOf({ units: [A, B], registers: [months] });
    const gap = findGaps(assessment, result).find(({ code }) => code === 'G10');
    expect(gap).toMatchObject({
      brief: '2004年2月、3月信息未报送',
      briefEn: 'no information report for Feb, Mar 2004',
    });
  });

  it('is the sentence without its full stop where there is no shorter one', () => {
    const attainment = [{ target: '党委', assessed: 21, attained: 19, rate: 0.9048, goal: 0.95, short: 1 }];
    const { assessment, result } = assessmentOf({ units: [A], attainment });
    const gap = findGaps(assessment, result).find(({ code }) => code === 'G24')!;
    expect(`${gap.brief}。`).toBe(gap.message);
  });
});
