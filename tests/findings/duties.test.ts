import { findGaps } from '../../src/findings';
import { a1, type Finding } from '../../src/model';
import { assessmentOf, type Given, type RegisterTable, type Unit } from './assessmentOf';

const A: Unit = { id: 'U01', name: '红岩锡矿党委', kind: '党委', contactLeader: '严长青' };
const B: Unit = { id: 'U02', name: '地质勘查队党总支', kind: '直属党总支' };
const C: Unit = { id: 'U01-01', name: '红岩锡矿机关党支部', kind: '党支部' };

/** Findings as "code subject cell severity"; what registers are absent does not matter here. */
function gapsOf(given: Given): string[] {
  const { assessment, result } = assessmentOf(given);
  return findGaps(assessment, result)
    .filter(({ code }) => code !== 'G00')
    .map(brief);
}

function brief({ code, subject, place, severity }: Finding): string {
  return [code, subject ?? '-', place ? a1(place) : '-', severity].join(' ');
}

describe('plans', () => {
  const table = (...rows: RegisterTable['rows'][number][]): RegisterTable => ({
    layout: 'plans',
    columns: ['unit', 'plan', 'planDate', 'planSent', 'planSentDate', 'measures', 'measuresDate'],
    rows,
  });

  it.each([
    ['all there', ['党〔2004〕5号', '2004.2.1', '√', '2004.2.6', '有', '2004.2.10'], []],
    ['no plan, so it was not sent either', ['未制定', null, '否', null, '已制定', null], ['G01 B2', 'G02 D2']],
    ['not sent', ['党〔2004〕5号', '20040209', '×', null, '√', null], ['G02 D2']],
    ['no measures', ['党〔2004〕5号', null, '√', null, '未制定', null], ['G03 F2']],
    ['blank is missing', [null, null, null, null, null, null], ['G01 B2', 'G02 D2', 'G03 F2']],
    ['待报 is missing', ['待报', null, '待定', null, '暂缺', null], ['G01 B2', 'G02 D2', 'G03 F2']],
    ['/ does not apply', ['/', null, '—', null, '不适用', null], []],
    ['a date alone is enough', [null, '2004.2.1', null, 38_030, null, '2004年2月'], []],
    ['a title is enough', ['《关于实施的意见》', null, '已报组织部', null, '考核办法（试行）', null], []],
    ['half done is not done', ['有', null, '部分上报', null, '有', null], ['G02 D2']],
  ])('%s', (_, cells, expected) => {
    const gaps = gapsOf({ units: [A], registers: [table([A.name, ...cells])] });
    expect(gaps.map((gap) => gap.replace(' U01', '').replace(' high', ''))).toEqual(expected);
  });

  it('reports a unit that is not listed once, as G01, and exempt units never', () => {
    const exempt: Unit = { id: 'U03', name: '后勤公司党委', kind: '党委', exempt: true };
    const registers = [
      table([A.name, '有', null, '有', null, '有', null], [exempt.name, '无', null, '无', null, '无', null]),
    ];
    expect(gapsOf({ units: [A, B, C, exempt], registers })).toEqual(['G01 U02 B1 high']);
  });

  it('takes the best of several rows of a unit', () => {
    const registers = [
      table([A.name, '无', null, '否', null, '无', null], [A.name, '有', null, '是', null, '有', null]),
    ];
    expect(gapsOf({ units: [A], registers })).toEqual([]);
  });

  it('judges rows by their names when there is no roster, and leaves unknown names to D04 when there is one', () => {
    const registers = [table(['甲党委', '无', null, '是', null, '有', null])];
    expect(gapsOf({ registers })).toEqual(['G01 甲党委 B2 high']);
    expect(gapsOf({ units: [A], registers })).toEqual(['G01 U01 B1 high']);
  });

  it('finds measures in a register of their own', () => {
    const registers: RegisterTable[] = [{ layout: 'measures', columns: ['unit', 'measures'], rows: [[A.name, '无']] }];
    expect(gapsOf({ units: [A, B], registers })).toEqual(['G03 U01 B2 high', 'G03 U02 B1 high']);
  });
});

describe('responsibility letters', () => {
  const columns: RegisterTable['columns'] = ['partyA', 'unit', 'signedDate', 'signed'];

  it('are G06 for 党委 and 直属党总支, G07 below', () => {
    const rows = [
      ['集团党委', A.name, null, '未签'],
      ['集团党委', B.name, '2004.3.5', null],
      [A.name, C.name, null, null],
    ];
    expect(gapsOf({ units: [A, B, C], registers: [{ layout: 'bonds', columns, rows }] })).toEqual([
      'G06 U01 D2 high',
      'G07 U01-01 D4 high',
    ]);
  });

  it('miss branches only if the register has any letter of the lower layer', () => {
    const D: Unit = { id: 'U02-01', name: '钻探党支部', kind: '党支部' };
    const upper = [['集团党委', A.name, null, '已签']];
    const lower = [...upper, [A.name, C.name, null, '√']];
    const judge = (rows: RegisterTable['rows']) =>
      gapsOf({ units: [A, B, C, D], registers: [{ layout: 'bonds', columns, rows }] });
    expect(judge(upper)).toEqual(['G06 U02 D1 high']);
    expect(judge(lower)).toEqual(['G06 U02 D1 high', 'G07 U02-01 D1 high']);
  });

  it.each([
    [[20, 20, null], []],
    [[20, 18, null], ['G07 U01 C2 high']],
    [[20, null, null], ['G07 U01 C2 high']],
    [[null, null, '90%'], ['G07 U01 D2 high']],
    [[null, null, 1], []],
    [[null, null, 100], []],
    [['/', '/', '/'], []],
  ])('rate form %j', (cells, expected) => {
    const registers: RegisterTable[] = [
      { layout: 'bonds', columns: ['unit', 'due', 'done', 'rate'], rows: [[A.name, ...cells]] },
    ];
    expect(gapsOf({ units: [A], registers })).toEqual(expected);
  });

  it('reads a rate in the cell of the signature', () => {
    const registers: RegisterTable[] = [
      {
        layout: 'bonds',
        columns: ['unit', 'signed'],
        rows: [
          [A.name, '已签18份(应签20)'],
          [B.name, '已签5份(应签5)'],
        ],
      },
    ];
    expect(gapsOf({ units: [A, B], registers })).toEqual(['G07 U01 B2 high']);
  });
});

describe('contact points', () => {
  const registers = (...rows: RegisterTable['rows'][number][]): RegisterTable[] => [
    { layout: 'contacts', columns: ['leader', 'unit', 'visitDate'], rows },
  ];

  it.each([
    ['2004-09-30', []],
    ['2004-10-01', ['G09 U01 C2 low']],
    ['2004-12-31', ['G09 U01 C2 low']],
    ['2005-01-01', ['G09 U01 C2 high']],
  ])('without a visit, as of %s', (asOf, expected) => {
    expect(gapsOf({ units: [A], asOf, registers: registers(['严长青', A.name, null]) })).toEqual(expected);
  });

  it.each([
    ['2004年5月11日', []],
    ['4月10日、9月2日', []],
    [38_087, []],
    ['2003-05-11', ['G09 U01 C2 high']],
    ['无', ['G09 U01 C2 high']],
    ['/', []],
  ])('visit %j', (visit, expected) => {
    expect(gapsOf({ units: [A], registers: registers(['严长青', A.name, visit]) })).toEqual(expected);
  });

  it.each([
    [0, ['G09 U01 B2 high']],
    [2, []],
    ['3次', []],
    [null, ['G09 U01 B2 high']],
  ])('number of visits %j', (visits, expected) => {
    const table: RegisterTable = { layout: 'contacts', columns: ['unit', 'visits'], rows: [[A.name, visits]] };
    expect(gapsOf({ units: [A], registers: [table] })).toEqual(expected);
  });

  it('need a leader', () => {
    expect(gapsOf({ units: [A], registers: registers([null, A.name, '2004.5.1']) })).toEqual(['G08 U01 A2 medium']);
  });
});

describe('monthly information', () => {
  const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月` as const);
  const matrix = (...counts: (number | string | null)[]): RegisterTable[] => [
    { layout: 'info', columns: ['unit', ...months], rows: [[A.name, ...counts]] },
  ];
  const ones = (...others: [number, number | string | null][]) => {
    const counts: (number | string | null)[] = Array.from({ length: 12 }, () => 1);
    for (const [month, value] of others) counts[month - 1] = value;
    return counts;
  };

  it.each([
    ['complete', ones(), []],
    ['0 is missing', ones([9, 0]), ['G10 U01 J2 medium']],
    ['无 and blank are missing', ones([3, '无'], [4, null]), ['G10 U01 D2 medium']],
    ['three months are grave', ones([2, null], [3, 0], [7, '待报']), ['G10 U01 C2 high']],
    ['/ is not missing', ones([2, '/'], [3, '—']), []],
    ['titles and ticks are reports', ones([2, '√'], [3, '1条'], [4, '《简报》']), []],
  ])('%s', (_, counts, expected) => {
    expect(gapsOf({ units: [A], registers: matrix(...counts) })).toEqual(expected);
  });

  it.each([
    ['2004-02-05', 5, []],
    ['2004-02-06', 5, ['G10 U01 B2 medium']],
    ['2004-02-01', 0, ['G10 U01 B2 medium']],
  ])('is due after the month and the days of grace: %s, %i days', (asOf, graceDays, expected) => {
    expect(gapsOf({ units: [A], asOf, graceDays, registers: matrix(...ones([1, 0], [2, 0])) })).toEqual(expected);
  });

  it('leaves out months before the unit was founded and outside the period', () => {
    const young: Unit = { ...A, founded: '2004-05-20' };
    const empty = ones(...months.map((_, month): [number, null] => [month + 1, null]));
    const half = { text: '2004年上半年', start: '2004-01-01', end: '2004-06-30' };
    expect(gapsOf({ units: [young], period: half, registers: matrix(...empty) })).toEqual(['G10 U01 F2 medium']);
  });

  it('counts a month only if both recipients have one', () => {
    const registers: RegisterTable[] = [
      { layout: 'info', columns: ['unit', '1月', '1月组织部', '2月', '2月组织部'], rows: [[A.name, 1, 1, 1, 0]] },
    ];
    expect(gapsOf({ units: [A], registers })).toEqual(['G10 U01 E2 medium']);
  });

  it('reads a list with dates', () => {
    const rows = [
      ['2004.1.9', A.name, '组织部'],
      ['2004.1.9', A.name, '联系领导'],
      ['2004-2-12', A.name, '组织部、严长青'],
      [38_061, A.name, '组织部'],
    ];
    const registers: RegisterTable[] = [{ layout: 'info', columns: ['date', 'unit', 'recipient'], rows }];
    const { assessment, result } = assessmentOf({ units: [A], asOf: '2004-04-10', registers });
    const [gap] = findGaps(assessment, result).filter(({ code }) => code === 'G10');
    expect(gap).toMatchObject({ subject: 'U01', severity: 'medium' });
    expect(gap!.message).toContain('2004年3月没有报送信息');
    expect(gap!.messageEn).toContain('Mar 2004');
  });

  it('expects units that have a 联系领导, once a month is due', () => {
    const registers: RegisterTable[] = [{ layout: 'info', columns: ['unit', ...months], rows: [] }];
    expect(gapsOf({ units: [A, B], registers })).toEqual(['G10 U01 A1 high']);
    expect(gapsOf({ units: [A, B], asOf: '2004-01-20', registers })).toEqual([]);
  });
});

describe('yearly materials', () => {
  const registers = (...cells: (string | number | null)[]): RegisterTable[] => [
    { layout: 'materials', columns: ['unit', 'paper', 'summary', 'archive'], rows: [[A.name, ...cells]] },
  ];

  it.each([
    ['2004-12-31', ['G13 U01 D2 medium']],
    ['2005-01-01', ['G11 U01 B2 medium', 'G13 U01 D2 medium']],
    ['2005-01-15', ['G11 U01 B2 medium', 'G13 U01 D2 medium']],
    ['2005-01-16', ['G12 U01 C2 high', 'G11 U01 B2 medium', 'G13 U01 D2 medium']],
  ])('as of %s', (asOf, expected) => {
    expect(gapsOf({ units: [A], asOf, registers: registers(0, '未报', '未建') })).toEqual(expected);
  });

  it('are there', () => {
    expect(gapsOf({ units: [A], registers: registers(2, '已报', '√') })).toEqual([]);
    expect(gapsOf({ units: [A], registers: registers('《经验》1篇', '2004.12.20', '有') })).toEqual([]);
  });
});

describe('assessments held', () => {
  const registers = (...cells: (string | null)[]): RegisterTable[] => [
    { layout: 'records', columns: ['unit', 'annual', 'firstHalf', 'secondHalf'], rows: [[A.name, ...cells]] },
  ];

  it.each([
    ['2004-06-30', []],
    ['2004-07-01', ['G16 U01 C2 high']],
    ['2005-01-01', ['G15 U01 B2 high', 'G16 U01 C2 high', 'G16 U01 D2 high']],
  ])('as of %s', (asOf, expected) => {
    expect(gapsOf({ units: [A], asOf, registers: registers(null, null, null) })).toEqual(expected);
  });

  it('judges only what is due within or after the period', () => {
    const second = { text: '2004年下半年', start: '2004-07-01', end: '2004-12-31' };
    expect(gapsOf({ units: [A], period: second, registers: registers('2004.12.6', null, null) })).toEqual([
      'G16 U01 D2 high',
    ]);
  });

  it('expects a rating each quarter of the period from units that opted in for flags', () => {
    const opted: Unit = { ...A, takesFlag: true };
    const other: Unit = { ...B, takesFlag: false };
    const quarterly: RegisterTable = {
      layout: 'records',
      columns: ['unit', 'quarter1', 'quarter2', 'quarter3', 'quarter4'],
      rows: [
        [A.name, '2004.4.8', null, '/', '未评'],
        [B.name, null, null, null, null],
      ],
    };
    const gaps = (asOf: string, period?: Given['period'], units: readonly Unit[] = [opted, other]) =>
      gapsOf({ units, asOf, registers: [quarterly], ...(period ? { period } : {}) }).filter((gap) =>
        gap.startsWith('G17'),
      );
    expect(gaps('2004-07-15')).toEqual([]);
    expect(gaps('2004-07-16')).toEqual(['G17 U01 C2 medium']);
    expect(gaps('2005-01-15')).toEqual(['G17 U01 C2 medium']);
    expect(gaps('2005-01-16')).toEqual(['G17 U01 C2 medium', 'G17 U01 E2 medium']);
    const second = { text: '2004年第二季度', start: '2004-04-01', end: '2004-06-30' };
    expect(gaps('2005-01-16', second)).toEqual(['G17 U01 C2 medium']);
    expect(gaps('2005-01-16', undefined, [A, B])).toEqual([]);
  });

  it('expects every 党委 and 直属党总支, once something is due', () => {
    expect(gapsOf({ units: [A, B, C], registers: registers('2004.12.6', '√', '√') })).toEqual(['G15 U02 B1 high']);
  });
});

describe('rectification', () => {
  const registers = (
    deadline: string | number | null,
    closed: string | null,
    problem = '档案不全',
  ): RegisterTable[] => [
    {
      layout: 'rectify',
      columns: ['unit', 'problem', 'deadline', 'closed'],
      rows: [[A.name, problem, deadline, closed]],
    },
  ];

  it.each([
    ['2004-06-30', '×', ['G23 U01 D2 high']],
    ['2004-06-30', null, ['G23 U01 D2 high']],
    ['2004-06-30', '√', []],
    ['2004-07-20', '否', []],
    ['7.25', '否', []],
    [6.3, '否', ['G23 U01 D2 high']],
    [null, '否', []],
  ])('due %j, closed %j', (deadline, closed, expected) => {
    expect(gapsOf({ units: [A], asOf: '2004-07-20', registers: registers(deadline, closed) })).toEqual(expected);
  });

  it('asks where a date is ambiguous and only one of its days is past', () => {
    expect(gapsOf({ units: [A], asOf: '2004-06-10', registers: registers(6.3, '否') })).toEqual(['G23 U01 C2 low']);
  });

  it('has nothing to say where nothing was found', () => {
    expect(gapsOf({ units: [A], registers: registers('2004-06-30', null, '无') })).toEqual([]);
  });

  it('says how late it is', () => {
    const { assessment, result } = assessmentOf({
      units: [A],
      asOf: '2004-07-20',
      registers: registers('2004.6.30', '否'),
    });
    const gap = findGaps(assessment, result).find(({ code }) => code === 'G23');
    expect(gap!.message).toBe('问题“档案不全”整改时限为2004-06-30，已逾期20天，尚未销号。');
  });
});

describe('funds', () => {
  it.each([
    [[14_500, 14_500], []],
    [[13_500, 0], ['G19 U01 C2 medium']],
    [[13_500, null], ['G19 U01 C2 medium']],
    [[null, null], ['G19 U01 B2 medium']],
    [['2万', '2万'], []],
    [['/', '/'], []],
  ])('%j', (cells, expected) => {
    const registers: RegisterTable[] = [
      { layout: 'funds', columns: ['unit', 'budget', 'received'], rows: [[A.name, ...cells]] },
    ];
    expect(gapsOf({ units: [A], registers })).toEqual(expected);
  });
});
