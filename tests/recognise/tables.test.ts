import { scoreAssessment } from '../../src/score';
import { addresses, cells, issues, read, roles, ROSTER, TODAY } from './support';

const merge = (a: string, b: string) => {
  const at = (t: string) => ({ row: Number(t.slice(1)) - 1, column: t.charCodeAt(0) - 65 });
  return { top: at(a).row, left: at(a).column, bottom: at(b).row, right: at(b).column };
};

describe('wide tables', () => {
  test('three header levels without merges, columns in odd order, unit last but one', () => {
    const a = read([
      ROSTER,
      {
        name: 'Sheet3',
        rows: [
          ['2004年度五好党委上级考核'],
          [],
          ['考核得分', null, null, '单位名称', '说明'],
          ['工作业绩好(25分)', null, '领导班子好', null, null],
          ['安全生产', '成本、能耗控制', 'W11', null, null],
          [5, 4, 3.5, '东岭锡矿', ''],
          [4, 4, 4, '西岭锡矿党委', ''],
          ['合计', null, null, null, null],
        ],
      },
    ]);
    expect(roles(a)).toEqual(['roster', 'scores/wide']);
    expect(a.sheets[1]!.headerRows).toEqual([2, 3, 4]);
    expect(cells(a, 'superior')).toEqual({
      'W11 points': ['C6', 'C7', ''],
      'W42 points': ['A6', 'A7', ''],
      'W43 points': ['B6', 'B7', ''],
    });
    expect(issues(a)).toEqual([]);
  });

  test('dimensions on top, sources below, two group blocks with their own header on one sheet', () => {
    const header = [
      ['序号', '党组织', '领导班子好', null, null, '队伍素质好', null, null],
      [null, null, '自评', '民主评议', '上级考核', '自评', '民主评议', '上级考核'],
    ];
    const a = read([
      ROSTER,
      {
        name: '汇总',
        rows: [
          ['（一）生产单位考核统计表'],
          ...header,
          [1, '东岭锡矿党委', 18, 17, 19, 20, 18, 17],
          [],
          ['（二）辅助单位考核统计表'],
          ...header,
          [1, '南岭选厂', 15, 16, 17, 18, 19, 20],
        ],
        merges: [
          merge('A2', 'A3'),
          merge('B2', 'B3'),
          merge('C2', 'E2'),
          merge('F2', 'H2'),
          merge('A7', 'A8'),
          merge('B7', 'B8'),
          merge('C7', 'E7'),
          merge('F7', 'H7'),
        ],
      },
    ]);
    const { sources, subjects } = a.schemes[0]!;
    expect(subjects.map((s) => s.id)).toEqual(['U01', 'U02', 'U03']);
    expect(addresses(sources.self!.dimensions[0]!.cells)).toEqual(['C4', '', 'C9']);
    expect(addresses(sources.superior!.dimensions[1]!.cells)).toEqual(['H4', '', 'H9']);
    expect(issues(a)).toEqual([]);
  });

  test('two tables side by side', () => {
    const a = read([
      {
        name: '上级考核',
        rows: [
          ['序号', '单位', '党课', '党务公开', null, '序号', '单位', '党课', '党务公开'],
          [1, '采矿党支部', 2, 0, null, 3, '机修党支部', 1, 1],
          [2, '机关党支部', 2, 0],
        ],
      },
    ]);
    expect(a.schemes[0]!.subjects.map((s) => s.name)).toEqual(['采矿党支部', '机关党支部', '机修党支部']);
    expect(cells(a, 'superior')['Z22 raw']).toEqual(['C2', 'C3', 'H2']);
  });

  test('group bands, sums, labels, notes and signatures are no subjects', () => {
    const a = read([
      {
        name: '得分表',
        rows: [
          ['单位', '党课', '党务公开', '备注'],
          ['分值', 3, 3],
          ['一、生产单位'],
          ['甲支部', 2, 1],
          ['小 计', 2, 1],
          ['二、机关'],
          ['乙支部', 1, 0, '补报'],
          ['平均分', 1.5, 0.5],
          ['最高分', 2, 1],
          ['注：扣完为止。'],
          ['单位负责人（签字）：      填表日期：   年   月   日'],
        ],
      },
    ]);
    const scheme = a.schemes[0]!;
    expect(scheme.scheme.name).toBe('五好党支部(党总支)');
    expect(scheme.subjects.map((s) => [s.id, s.name, s.group])).toEqual([
      [null, '甲支部', '生产单位'],
      [null, '乙支部', '机关'],
    ]);
  });

  test('the unit of a header goes with its column', () => {
    const rules = [
      ['方案', '指标编号', '指标', '分值', '评分方式', '参数'],
      ['创效', 'A1', '产值', 10, '与最高者比', ''],
      ['创效', 'A2', '安全', 5, '扣分', '每次=1'],
    ];
    const a = read([
      { name: '细则', rows: rules },
      {
        name: '数据',
        rows: [
          ['单位', '产值（万元）', '安全（次）'],
          ['甲', '500万', 0],
          ['乙', 400, 0],
        ],
      },
    ]);
    expect(a.schemes[0]!.sources.superior!.columns.map((c) => c.unit)).toEqual(['万', undefined]);
    const { schemes } = scoreAssessment(a);
    expect([...schemes[0]!.total]).toEqual([100, 86.67]);
  });

  test('a row for each source of a unit', () => {
    const rows = [
      ['单位名称', '类别', '安全生产', '信访稳定'],
      ['东岭锡矿党委', '自评', '无', '无'],
      [null, '上级考核', '轻伤1', '无'],
      ['西岭锡矿党委', '自评', '无', '无'],
      [null, '上级考核', '无', '无'],
    ];
    const a = read([ROSTER, { name: '考核', rows }]);
    expect(cells(a, 'self')['W42 raw']).toEqual(['C2', 'C4', '']);
    expect(cells(a, 'superior')['W42 raw']).toEqual(['C3', 'C5', '']);
    expect(a.schemes[0]!.subjects[0]!.group).toBe('生产单位');
    expect(issues(a)).toEqual([]);
  });

  test('dimensions alone: an unknown part is D09, a part with its own full mark is no total', () => {
    const a = read([
      ROSTER,
      {
        name: '考核',
        rows: [
          ['单位', '领导班子（20分）', '植树造林（20分）', '群众评价15分'],
          ['东岭锡矿党委', 18, 19, 14],
        ],
      },
    ]);
    expect(issues(a)).toEqual(['D09 - 考核!C1']);
    expect(a.schemes[0]!.sources.superior!.totals).toEqual([]);
  });

  test('a name without a type is of the kind of those beside it', () => {
    const rows = [
      ['单位', '优秀', '良好', '合格', '不合格'],
      ['东岭党委', 9, 1, 0, 0],
      ['西河电厂', 8, 1, 1, 0],
      ['北山党委', 9, 1, 0, 0],
    ];
    expect(read([{ name: '票', rows }]).schemes[0]!.subjects.map((s) => s.name)).toEqual([
      '东岭党委',
      '西河电厂',
      '北山党委',
    ]);
  });

  test('a name alone in its row is a subject of the roster or a group', () => {
    const rows = [
      ['单位', '安全生产', '信访稳定'],
      ['前线单位'],
      ['东岭锡矿党委', '无', '无'],
      ['后勤单位：'],
      ['西岭锡矿党委', '无', '无'],
      ['南岭选厂党总支'],
    ];
    const roster = { ...ROSTER, rows: ROSTER.rows.map((row) => row.filter((_, c) => c !== 4)) };
    const a = read([roster, { name: '考核', rows }]);
    expect(a.schemes[0]!.subjects.map((s) => [s.id, s.group])).toEqual([
      ['U01', '前线单位'],
      ['U02', '后勤单位'],
      ['U03', '后勤单位'],
    ]);
    expect(issues(a)).toEqual([]);
  });

  test('points and raw values of one indicator: filled points count, else the raw value', () => {
    const a = read([
      ROSTER,
      {
        name: '考核',
        rows: [
          ['单位', '安全生产', null, '信访稳定', null],
          [null, '完成情况', '得分', '完成情况', '得分'],
          ['东岭锡矿党委', '无', 4.5, '无', null],
          ['西岭锡矿党委', '轻伤1', null, '重复访1', 3],
        ],
        merges: [merge('A1', 'A2'), merge('B1', 'C1'), merge('D1', 'E1')],
      },
    ]);
    expect(cells(a, 'superior')).toEqual({
      'W42 points': ['C3', '', ''],
      'W42 raw': ['', 'B4', ''],
      'W53 points': ['', 'E4', ''],
      'W53 raw': ['D3', '', ''],
    });
  });

  test('an unknown column with values is D09, an unknown unit D04, a second row D05', () => {
    const a = read([
      ROSTER,
      {
        name: '考核',
        rows: [
          ['单位名称', '安全生产', '植树率', '信访稳定', '空列'],
          ['东岭锡矿党委', '无', 98, '无'],
          ['东岭锡厂党委', '无', 98, '无'],
          ['东矿', '轻伤1', 97, '无'],
        ],
      },
    ]);
    expect(issues(a).sort()).toEqual(['D04 东岭锡厂党委 考核!A3', 'D05 U01 考核!A4', 'D09 - 考核!C1']);
  });

  test('subtotals and totals are compared as written', () => {
    const a = read([
      ROSTER,
      {
        name: '自评得分',
        rows: [
          ['单位', '党委中心组集中学习按计划开展', '专题研究党建工作', '小计', '安全生产', '信访稳定', '小计', '合计'],
          ['东岭锡矿党委', '4分', 3, 7, 5, 4, 9, 16],
          ['西岭锡矿党委', 4, '2.5', 6.5, 5, '待报', 5, 12],
        ],
      },
    ]);
    expect(issues(a)).toEqual(['D07 U02 自评得分!H3']);
    expect(a.sheets[1]!.source).toBe('self');
  });

  test('加分 and 扣分 columns of a summary count, unless there is a sheet of them', () => {
    const summary = {
      name: '考核汇总',
      rows: [
        ['单位', '安全生产', '信访稳定', '加分', '扣分'],
        ['西岭锡矿党委', '无', '无', 2, '-1分'],
        ['东岭锡矿党委', '无', '无', '无', '/'],
      ],
    };
    const alone = read([ROSTER, summary]).schemes[0]!;
    expect(alone.adjustments.map((e) => [e.subject, alone.scheme.adjustments[Number(e.rule)]!.id])).toEqual([
      [1, '加分'],
      [1, '扣分'],
    ]);
    const sheet = {
      name: '加分扣分',
      rows: [
        ['单位', '项目', '次数', '依据'],
        ['东岭锡矿党委', 'P1', 1, '通报'],
      ],
    };
    expect(read([ROSTER, summary, sheet]).schemes[0]!.adjustments).toHaveLength(1);
  });

  test('a bonus sheet by its content: other headers, a name carried down, a kind in brackets', () => {
    const scores = {
      name: '考核',
      rows: [
        ['单位', '安全生产', '信访稳定'],
        ['东岭锡矿党委', '无', '无'],
        ['西岭锡矿党委', '无', '无'],
      ],
    };
    const sheet = {
      name: '表四',
      rows: [
        ['被扣分单位', '事由名目', '是否发生'],
        ['东矿', '受到表彰（省部级）', null],
        [null, 'P1 通报批评', 1],
        ['西岭锡矿', 'V1', '是'],
      ],
    };
    const { adjustments, scheme } = read([ROSTER, scores, sheet]).schemes[0]!;
    expect(adjustments.map((e) => [e.subject, scheme.adjustments[Number(e.rule)]!.id, e.kind ?? ''])).toEqual([
      [0, 'B1', '省部级'],
      [0, 'P1', ''],
      [1, 'V1', ''],
    ]);
  });

  test('result columns are found for the results', () => {
    const a = read([
      ROSTER,
      {
        name: '上级考核汇总',
        rows: [
          ['单位', '安全生产', '信访稳定', '总分', '名次', '等次'],
          ['西岭锡矿党委', '无', '无', null, null, null],
        ],
      },
    ]);
    expect(a.schemes[0]!.resultColumns.map((c) => [c.field, addresses(c.cells)])).toEqual([
      ['rank', ['', 'E2', '']],
      ['grade', ['', 'F2', '']],
      ['total', ['', 'D2', '']],
    ]);
  });
});

describe('forms and long tables', () => {
  const form = [
    ['附件1'],
    ['党支部考核评分表'],
    ['被考核党支部： 东岭锡矿采矿支部      得分：      '],
    ['项目及分值', '序号', '评分要点', '单位自评', '上级评定', '评分办法'],
    ['好的班子\n（20分）', 1, '1.支委会按月召开（5分）', '5', 4, '少一次扣1分'],
    [null, 2, '2.组织生活会', 4, 3, ''],
    [null, null, '小计', 9, 7],
    ['合 计', null, null, 9, 8],
    ['说明：扣完为止'],
  ];

  test('a form with swapped columns finds its subject in the info line', () => {
    const a = read([ROSTER, { name: '采矿', rows: form }]);
    expect(roles(a)).toEqual(['roster', 'scores/form']);
    expect(a.schemes.map((s) => s.scheme.name)).toEqual(['五好党支部(党总支)']);
    expect(cells(a, 'self')).toEqual({ 'Z12 points': ['D5'], 'Z14 points': ['D6'] });
    expect(cells(a, 'superior')).toEqual({ 'Z12 points': ['E5'], 'Z14 points': ['E6'] });
    expect(issues(a)).toEqual(['D07 U01-1 采矿!E8']);
  });

  test('a form without an info line takes the name of its sheet', () => {
    const rows = form.map((row, i) => (i === 2 ? ['考核时间：2004年6月'] : row));
    const a = read([ROSTER, { name: '东岭锡矿采矿支部考核表', rows }]);
    expect(a.schemes[0]!.subjects.map((s) => s.id)).toEqual(['U01-1']);
    expect(cells(a, 'superior')['Z12 points']).toEqual(['E5']);
  });

  test('a long table carries a subject down, merged or blank', () => {
    const a = read([
      {
        name: '党员',
        rows: [
          ['党员编号', '姓名', '所在支部'],
          ['001', '赵一山', '甲支部'],
          ['002', '钱二水', '甲支部'],
          ['003', '赵一山', '乙支部'],
        ],
      },
      {
        name: '明细',
        rows: [
          ['姓名', '所在支部', '考核项目', '考核指标', '完成情况'],
          ['赵一山', '甲支部', '带头学习讲政治', '学习笔记和心得体会', 2],
          [null, null, null, '劳动纪律', 1],
          ['钱二水', '甲支部', '带头学习讲政治', '学习笔记和心得体会', 1],
          ['赵一山', '乙支部', '带头学习讲政治', '学习笔记和心得体会', 0],
          ['孙三', '乙支部', '带头学习讲政治', '学习笔记和心得体会', 0],
        ],
      },
    ]);
    expect(roles(a)).toEqual(['members', 'scores/long']);
    expect(cells(a, 'superior')).toEqual({ 'D12 raw': ['E2', 'E4', 'E5'], 'D22 raw': ['E3', '', ''] });
    expect(a.schemes[0]!.subjects.map((s) => s.group)).toEqual(['甲支部', '甲支部', '乙支部']);
    expect(issues(a)).toEqual(['D04 孙三 明细!A6']);
  });
});

describe('votes', () => {
  test('counts, with blanks beside counted levels as nobody', () => {
    const a = read([
      ROSTER,
      {
        name: '考核',
        rows: [
          ['单位', '安全生产', '信访稳定'],
          ['东岭锡矿党委', '无', '无'],
        ],
      },
      {
        name: '票',
        rows: [
          ['单位', '实到', '优秀票数', '良好票数', '合格票数', '不合格票数', '弃权'],
          ['东矿', 20, 15, 5, null, null, null],
          ['西岭锡矿', 20, '待报', 5, 0, 0, 0],
        ],
      },
    ]);
    const votes = a.schemes[0]!.sources.peer!.votes[0]!;
    expect(votes.counts.map((c) => [...c])).toEqual([
      [15, 0, 0],
      [5, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(addresses(votes.cells)).toEqual(['C2', '', '']);
  });

  test('a key over a second row of levels, and a sum that is none', () => {
    const a = read([
      ROSTER,
      {
        name: '考核',
        rows: [
          ['单位', '安全生产', '信访稳定'],
          ['东岭锡矿党委', '无', '无'],
        ],
      },
      {
        name: '测评',
        rows: [
          ['民主测评票'],
          ['被测评单位', '测评等次', null, null, null, '合计'],
          [null, '优秀', '良好', '合格', '不合格', null],
          ['东矿', 5, 5, 0, 0, 11],
        ],
        merges: [merge('A2', 'A3'), merge('B2', 'E2'), merge('F2', 'F3')],
      },
    ]);
    expect(a.schemes[0]!.sources.peer!.votes[0]!.counts.map((c) => c[0])).toEqual([5, 5, 0, 0]);
    expect(issues(a)).toEqual(['D07 U01 测评!F4']);
  });

  test('one ballot a row', () => {
    const a = read([
      {
        name: '票',
        rows: [
          ['票号', '姓名', '优秀', '良好', '合格', '不合格', '弃权'],
          [1, '赵一山', '√'],
          [2, '赵一山', null, '√'],
          [3, '赵一山', '√', '√'],
          [4, '赵一山', null, null, null, null, '√'],
          [5, '钱二水', '✓'],
        ],
      },
    ]);
    const votes = a.schemes[0]!.sources.peer!.votes[0]!;
    expect(a.schemes[0]!.scheme.name).toBe('党员五带头');
    expect(votes.counts.map((c) => [...c])).toEqual([
      [1, 1],
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test('several raters', () => {
    const a = read([
      {
        name: '打分',
        rows: [
          ['姓名', '评委1', '评委2', '评委3'],
          ['赵一山', 90, 88, 95],
        ],
      },
    ]);
    expect(a.schemes[0]!.sources.peer!.raters.map(addresses)).toEqual([['B2'], ['C2'], ['D2']]);
  });
});

describe('rules and parameters', () => {
  const rules = {
    name: '办法',
    rows: [
      ['先进班组考核办法（满分20分）'],
      ['维度', '指标编号', '指标', '分值', '评分方式', '参数', '性质'],
      ['生产（12分）', 'A1', '产量完成率', 10, '完成率', '目标=100%', '定量'],
      [null, 'A2', '质量评价', 5, '等级', '好:5; 中:3; 差:0', '定性'],
      ['安全', 'B1', '安全记录', 5, '扣分', '每次=1', '定量'],
    ],
    merges: [merge('A3', 'A4')],
  };

  test('a scheme of another name takes the subjects of the sheets that carry its indicators', () => {
    const a = read([
      rules,
      ROSTER,
      {
        name: '数据',
        rows: [
          ['单位', '产量完成率', '质量评价', '安全记录'],
          ['西岭锡矿党委', '98%', '好', 0],
          ['东岭锡矿采矿支部', 1, '中', 1],
        ],
      },
    ]);
    expect(a.schemes.map((s) => [s.scheme.name, s.scheme.kind, s.subjects.map((x) => x.id)])).toEqual([
      ['先进班组', 'custom', ['U02', 'U01-1']],
    ]);
    expect(issues(a)).toEqual(['D08 - 办法!A3']);
    expect(a.period).toBeNull();
  });

  test('rules are known by the methods that a column names, whatever its header', () => {
    const rows = [
      ['考核项目', '考核内容', '分值', '计分办法', '说明'],
      ['生产', '产量完成率', 10, '完成率', '目标=100%'],
      ['安全', '安全记录', 5, '扣分', '每次=1'],
    ];
    const a = read([
      { name: '班组考核', rows },
      {
        name: '数据',
        rows: [
          ['单位', '产量完成率', '安全记录'],
          ['甲', '98%', 0],
        ],
      },
    ]);
    expect(a.schemes.map((s) => [s.scheme.name, s.scheme.indicators.map((i) => i.method.code)])).toEqual([
      ['班组考核', ['ratio', 'deduct']],
    ]);
  });

  test('a broken rule stops its scheme', () => {
    const rows = rules.rows.map((row, i) => (i === 4 ? ['安全', 'B1', '安全记录', 5, '看着给', '', '定量'] : row));
    const a = read([
      { ...rules, rows },
      {
        name: '数据',
        rows: [
          ['单位', '产量完成率', '质量评价', '安全记录'],
          ['甲', '98%', '好', 0],
        ],
      },
    ]);
    expect(a.schemes).toEqual([]);
    expect(a.unscoredSchemes).toEqual(['先进班组']);
    expect(issues(a).filter((i) => i.startsWith('R'))).toEqual(['R01 - 办法!E5']);
  });

  test('a veto that names a grade which there is none stops its scheme', () => {
    const rows = [...rules.rows, ['', 'V1', '发生事故', '', '否决', '定为=丁等', '']];
    const a = read([
      { ...rules, rows },
      {
        name: '数据',
        rows: [
          ['单位', '产量完成率', '质量评价', '安全记录'],
          ['甲', '98%', '好', 0],
        ],
      },
    ]);
    expect(a.unscoredSchemes).toEqual(['先进班组']);
    expect(issues(a).filter((i) => i.startsWith('R'))).toEqual([expect.stringMatching(/^R01 - 办法!/)]);
  });

  test('parameters: period, as-of date that Excel made a day, and an unknown key', () => {
    const a = read([
      {
        name: 'p',
        rows: [
          ['方案', '参数', '值'],
          ['', '期间', '2004年上半年'],
          ['', '截止日', { value: 38188, format: 'yyyy/m/d' }],
          ['', '神秘参数', '30%'],
          ['', '达标线.维度', { value: 0.85, format: '0%' }],
        ],
      },
      {
        name: 'd',
        rows: [
          ['姓名', '劳动纪律', '服务对象投诉'],
          ['赵一山', 0, 0],
        ],
      },
    ]);
    expect([a.period?.text, a.asOf]).toEqual(['2004年上半年', '2004-07-20']);
    expect(issues(a)).toEqual(['R02 - p!B4']);
    expect(Number(a.schemes[0]!.parameters.passDimension.n) / Number(a.schemes[0]!.parameters.passDimension.d)).toBe(
      0.85,
    );
  });
});

describe('tables without rules', () => {
  test('a total column makes a scheme of its own; a formula tells the parts', () => {
    const sum = (row: number, value: number) => ({ value, formula: `SUM(B${row}:C${row})` });
    const a = read([
      {
        name: '一',
        rows: [
          ['区队', '安全', '产量', '合计', '名次'],
          ['采一队', 40, 50, sum(2, 90)],
          ['采二队', 40, 41, sum(3, 81)],
          ['采三队', 30, 41, 72],
          ['平均', null, null, 81],
        ],
      },
    ]);
    expect(a.schemes.map((s) => [s.scheme.name, s.scheme.kind, s.subjects.map((x) => x.name)])).toEqual([
      ['一', 'table', ['采一队', '采二队', '采三队']],
    ]);
    expect(addresses(a.schemes[0]!.tableTotals!)).toEqual(['D2', 'D3', 'D4']);
    expect(issues(a)).toEqual(['D07 采三队 一!D4']);
  });

  test('a formula that misses a column, and a header that says what the total is made of', () => {
    const sum = (formula: string, value: number) => ({ value, formula });
    const slip = read([
      {
        name: '一',
        rows: [
          ['单位', 'A', 'B', 'C', '总分'],
          ['甲', 30, 30, 30, sum('SUM(B2:D2)', 90)],
          ['乙', 30, 40, 20, sum('SUM(B3:C3)', 70)],
          ['丙', 30, 30, 30, 90],
        ],
      },
    ]);
    expect(issues(slip)).toEqual(['D07 乙 一!E3']);
    const named = read([
      {
        name: '二',
        rows: [
          ['单位', '基础', '加分', '扣分', '总分（基础+加分-扣分）'],
          ['甲', 90, 1, 2, 89],
          ['乙', 90, 1, 2, 92],
          ['总分=基础+加分-扣分'],
        ],
      },
    ]);
    expect(issues(named)).toEqual(['D07 乙 二!E3']);
    expect(named.schemes[0]!.subjects).toHaveLength(2);
  });

  test('names that are words of the language are data', () => {
    const a = read([
      {
        name: '__proto__',
        rows: [
          ['单位', 'constructor', '总分'],
          ['__proto__', 1, 90],
          ['toString', 1, 80],
          ['hasOwnProperty', 2, 70],
        ],
      },
    ]);
    expect(a.schemes[0]!.subjects.map((s) => s.name)).toEqual(['__proto__', 'toString', 'hasOwnProperty']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('columns of sources and a total are combined, not ranked as they stand', () => {
    const a = read([
      {
        name: '总表',
        rows: [
          ['单位', '自评', '民主评议', '上级考核', '总分'],
          ['采一队', 90, 91, 92, 91.5],
          ['采二队', 80, 81, 82, 81.5],
        ],
      },
    ]);
    expect(Object.keys(a.schemes[0]!.sources).sort()).toEqual(['peer', 'self', 'superior']);
    expect(a.schemes[0]!.tableTotals).toBeNull();
    expect(addresses(a.schemes[0]!.writtenTotals!)).toEqual(['E2', 'E3']);
  });
});

describe('registers', () => {
  test('months with two recipients, a unit missing from the roster', () => {
    const a = read([
      ROSTER,
      {
        name: '信息',
        rows: [
          ['信息报送情况'],
          ['单位', '1月', null, '2月', null, '3月', null],
          [null, '联系领导', '组织部', '联系领导', '组织部', '联系领导', '组织部'],
          ['东矿', 1, 1, 1, 0, null, 1],
          ['北岭锡矿党委', 1, 1, 1, 1, 1, 1],
        ],
        merges: [merge('A2', 'A3'), merge('B2', 'C2'), merge('D2', 'E2'), merge('F2', 'G2')],
      },
    ]);
    const [register] = a.registers;
    expect(register!.layout).toBe('info');
    expect(register!.monthColumns).toEqual({ 1: [1, 2], 2: [3, 4], 3: [5, 6] });
    expect(register!.rows.map((r) => [r.name, r.organization])).toEqual([
      ['东矿', 0],
      ['北岭锡矿党委', null],
    ]);
    expect(issues(a)).toEqual(['D04 北岭锡矿党委 信息!A5']);
  });

  test('every kind by its headers', () => {
    const unit = '东岭锡矿党委';
    const sheet = (name: string, ...rows: (string | number)[][]) => ({ name, rows });
    const a = read([
      ROSTER,
      sheet('a', ['单位', '方案名称', '是否上报', '考核办法'], [unit, '有', '是', '有']),
      sheet('b', ['甲方', '乙方', '签订时间'], ['集团党委', unit, '2004.3.1']),
      sheet('c', ['挂点领导', '职务', '联系点', '调研次数'], ['周明', '副书记', unit, 2]),
      sheet('d', ['单位', '典型材料', '工作总结', '建档情况'], [unit, 1, '已报', '有']),
      sheet(
        'e',
        ['单位', '年度考核时间', '上半年考核时间', '下半年考核时间'],
        [unit, '2004.12.1', '2004.6.1', '2004.12.1'],
      ),
      sheet(
        'f',
        ['序号', '责任单位', '存在问题', '整改期限', '整改情况', '销号'],
        [1, unit, '记录不全', '2004.10.1', '完成', '√'],
      ),
      sheet('g', ['单位', '预算金额(元)', '拨付金额'], [unit, 100, 100]),
    ]);
    expect(a.registers.map((r) => r.layout)).toEqual([
      'plans',
      'bonds',
      'contacts',
      'materials',
      'records',
      'rectify',
      'funds',
    ]);
    expect(a.registers.every((r) => r.rows.length === 1 && r.rows[0]!.organization === 0)).toBe(true);
  });
});

test('hidden sheets and earlier results are not read', () => {
  const rows = [
    ['单位', '总分'],
    ['甲', 90],
  ];
  const a = read([
    { name: '旧表', rows, visibility: 'hidden' },
    { name: '排名', rows, mark: 'ranking:旧' },
    { name: '新表', rows },
  ]);
  expect(roles(a)).toEqual(['other', 'results', 'scores/wide']);
  expect(a.sheets[0]!.reasons[0]!.key).toBe('hidden');
  expect(a.schemes.map((s) => s.scheme.name)).toEqual(['新表']);
});

test('a young organization and one that does not take part are exempt', () => {
  const a = read([
    {
      name: 'p',
      rows: [
        ['参数', '值'],
        ['期间', '2004年度'],
        ['参评.最短月数', 12],
      ],
    },
    {
      name: 'r',
      rows: [
        ['单位编号', '单位名称', '类型', '成立时间', '参评'],
        ['1', '甲党委', '党委', '2004.1.1', ''],
        ['2', '乙党委', '党委', '2004.1.2', '是'],
        ['3', '丙党委', '党委', '1990年', '否'],
      ],
    },
    {
      name: 'd',
      rows: [
        ['单位', '安全生产', '信访稳定'],
        ['甲党委', '无', '无'],
        ['乙党委', '无', '无'],
      ],
    },
  ]);
  expect(a.organizations.map((o) => o.exempt)).toEqual([false, true, true]);
  expect(a.asOf).toBe(TODAY);
});
