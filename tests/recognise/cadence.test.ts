import { cells, issues, read } from './support';

const BRANCHES = [
  ['单位', '党课', '党务公开'],
  ['采矿党支部', 2, 0],
  ['机修党支部', 1, 0],
  ['磨浮党支部', 2, 1],
  ['重选党支部', 0, 0],
];
const ROSTER = [
  ['单位编号', '单位名称', '上级', '类型', '参加红旗评比'],
  ['U1', '东岭锡矿党委', '红岩集团党委', '党委', '是'],
  ['U2', '西岭选厂党委', '红岩集团党委', '党委', ''],
  ['U3', '东岭锡矿竹叶坑党总支', '东岭锡矿党委', '党总支', ''],
  ['B1', '采矿党支部', '东岭锡矿竹叶坑党总支', '党支部', ''],
  ['B2', '机修党支部', '东矿', '党支部', '否'],
  ['B3', '磨浮党支部', '西岭选厂党委', '党支部', ''],
  ['B4', '重选党支部', '西岭选厂', '党支部', '√'],
];
const branchGroups = (roster: readonly (readonly string[])[], grouping?: string) => {
  const a = read([
    { name: '名册', rows: roster },
    { name: '支部考核', rows: BRANCHES },
    ...(grouping
      ? [
          {
            name: '参数',
            rows: [
              ['方案', '参数', '值'],
              ['', '分组依据', grouping],
            ],
          },
        ]
      : []),
  ]);
  return Object.fromEntries(a.schemes[0]!.subjects.map(({ id, group }) => [id, group]));
};

describe('ranking groups of branches', () => {
  test('without 组别 branches of several committees are ranked committee by committee, through a 党总支 too', () => {
    expect(branchGroups(ROSTER)).toEqual({
      U3: '东岭锡矿党委',
      B1: '东岭锡矿党委',
      B2: '东矿',
      B3: '西岭选厂党委',
      B4: '西岭选厂党委',
    });
  });
  test('of one committee they are one group', () => {
    const rows = ROSTER.map((row) =>
      row.map((cell) => (cell.startsWith('西岭') || cell === '东矿' ? '东岭锡矿党委' : cell)),
    );
    expect(new Set(Object.values(branchGroups(rows)))).toEqual(new Set([null]));
  });
  test('a 组别 wins, unless 分组依据 says otherwise; with 组别 those without one stay together', () => {
    const grouped = ROSTER.map((row, i) => [...row, i === 0 ? '组别' : i > 3 && i < 6 ? '生产单位' : '']);
    expect(branchGroups(grouped)).toMatchObject({ B1: '生产单位', B2: '生产单位', B3: null, B4: null });
    expect(branchGroups(grouped, '上级')).toMatchObject({ B1: '东岭锡矿党委', B3: '西岭选厂党委' });
    expect(branchGroups(ROSTER, '组别')).toMatchObject({ B1: null, B3: null });
  });
  test('a roster that goes in circles ends somewhere', () => {
    const circle = ROSTER.map((row) => [...row]);
    circle[1]![2] = '东岭锡矿竹叶坑党总支';
    circle[3]![2] = '东岭锡矿党委';
    expect(branchGroups(circle)).toMatchObject({ U3: '东岭锡矿党委', B1: '东岭锡矿党委' });
  });
  test('without a roster the column of committees in the score table tells them, once above its branches', () => {
    const a = read([
      {
        name: '支部考核',
        rows: [
          ['所属党委', '支部名称', '党课', '党务公开'],
          ['东岭锡矿党委', '采矿党支部', 2, 0],
          ['', '机修党支部', 1, 0],
          ['西岭选厂党委', '磨浮党支部', 2, 1],
        ],
      },
    ]);
    expect(a.schemes[0]!.subjects.map(({ group }) => group)).toEqual(['东岭锡矿党委', '东岭锡矿党委', '西岭选厂党委']);
  });
});

describe('who competes for flags', () => {
  const opted = (roster: readonly (readonly string[])[]) =>
    Object.fromEntries(read([{ name: '名册', rows: roster }]).organizations.map((o) => [o.id, o.takesFlag]));
  test('its own word, else that of who stands above it', () => {
    expect(opted(ROSTER)).toEqual({ U1: true, U2: false, U3: true, B1: true, B2: false, B3: false, B4: true });
  });
  test('without such a column nothing is said', () => {
    expect(new Set(Object.values(opted(ROSTER.map((row) => row.slice(0, 4)))))).toEqual(new Set([undefined]));
  });
});

test('members know their branch and those above it', () => {
  const a = read([
    { name: '名册', rows: ROSTER },
    {
      name: '党员名册',
      rows: [
        ['党员编号', '姓名', '所在支部'],
        ['D1', '赵一山', '采矿支部'],
        ['D2', '钱二水', '没有的支部'],
      ],
    },
    {
      name: '党员考核',
      rows: [
        ['党员编号', '姓名', '劳动纪律', '服务对象投诉'],
        ['D1', '赵一山', 0, 0],
        ['D2', '钱二水', 0, 0],
      ],
    },
  ]);
  expect(a.schemes[0]!.subjects.map(({ above }) => above)).toEqual([
    ['采矿党支部', '东岭锡矿竹叶坑党总支', '东岭锡矿党委', '红岩集团党委'],
    ['没有的支部'],
  ]);
});

describe('a workbook with tables of several periods', () => {
  const quarter = (name: string, values: readonly (number | null)[], title = '流动红旗评比表') => ({
    name,
    rows: [
      [title],
      ['支部名称', '党课', '党务公开'],
      ['采矿党支部', values[0]!, values[0] === null ? null : 0],
      ['机修党支部', values[1]!, values[1] === null ? null : 0],
    ],
  });
  const period = (text: string) => ({
    name: '参数',
    rows: [
      ['方案', '参数', '值'],
      ['', '期间', text],
    ],
  });
  const COVER = { name: '封面', rows: [['2004年“云岭先锋”流动红旗评比']] };
  const readCells = (a: ReturnType<typeof read>) =>
    Object.values(
      cells(a, 'superior')['Z22 raw']!.map(
        (at, i) => `${a.sheets[a.schemes[0]!.sources.superior!.columns[0]!.cells.sheet[i]!]!.name}!${at}`,
      ),
    );

  test('of a series of quarters only the assessed one is read', () => {
    const a = read([
      period('2004年二季度'),
      quarter('一季度', [2, 1]),
      quarter('二季度', [1, 2]),
      quarter('三季度', [0, 0]),
    ]);
    expect(a.period?.text).toBe('2004年二季度');
    expect(readCells(a)).toEqual(['二季度!B3', '二季度!B4']);
    expect(issues(a)).toEqual([]);
    expect(a.sheets.map(({ role, reasons }) => `${role} ${reasons[0]!.key}`)).toEqual([
      'parameters parameters',
      'other otherPeriod',
      'scores wide',
      'other otherPeriod',
    ]);
    expect(a.sheets[1]!.reasons[0]!.data).toEqual({ own: '2004年第一季度', period: '2004年二季度' });
  });

  test('without 期间 it is the latest part of the year that holds values', () => {
    const a = read([COVER, quarter('一季度', [2, 1]), quarter('二季度', [1, 2]), quarter('三季度', [null, null])]);
    expect(a.period?.text).toBe('2004年第二季度');
    expect(readCells(a)).toEqual(['二季度!B3', '二季度!B4']);
    expect(issues(a)).toEqual([]);
  });

  test("last year's visible table beside this year's is left alone and said", () => {
    const a = read([quarter('旧', [0, 0], '2003年度支部考核表'), quarter('新', [1, 2], '2004年度支部考核表')]);
    expect(a.period?.text).toBe('2004年度');
    expect(readCells(a)).toEqual(['新!B3', '新!B4']);
    expect(a.issues.map(({ variant, data }) => [variant, data['own'], data['period']])).toEqual([
      ['left', '2003年度', '2004年度'],
    ]);
    expect(issues(a)).toEqual(['D12 - 旧!A1']);
  });

  test('a table of another year without one of this year is read, and said', () => {
    const a = read([period('2004年度'), quarter('表', [1, 2], '2003年度支部考核表')]);
    expect(readCells(a)).toEqual(['表!B3', '表!B4']);
    expect(a.issues.map(({ code, variant }) => `${code} ${variant}`)).toEqual(['D12 read']);
  });

  test('parts of the assessed period are read, a day or a document of next year is no other year', () => {
    const a = read([
      quarter('表', [1, 2], '2004年度支部考核表'),
      { ...quarter('自评', [1, 2], '2004年上半年支部自评表') },
      {
        name: '信息',
        rows: [['2005年1月10日填报'], ['单位', '1月', '2月', '3月'], ['采矿党支部', 1, 1, 1]],
      },
    ]);
    expect(a.sheets.map(({ role }) => role)).toEqual(['scores', 'scores', 'register']);
    expect(a.period?.text).toBe('2004年度');
    expect(issues(a)).toEqual([]);
  });
});
