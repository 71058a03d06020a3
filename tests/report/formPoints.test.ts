import { resultJson, scoreWorkbooks } from '../../src/app';
import { type CellWrite, type OutValue, type SheetLiteral, snapshotOf, withoutOwnWrites } from '../../src/model';
import { buildReport } from '../../src/report';

type Rows = (string | number | null)[][];

const RULES: SheetLiteral = {
  name: '考核细则',
  rows: [
    ['方案', '维度', '指标编号', '指标', '分值', '评分方式', '参数', '来源', '性质', '评分标准'],
    ['五好党支部', '班子好', 'Z1', '集中学习', 10, '扣分', '每次=0.5; 目标=12', null, '定量', '每少1次扣0.5分'],
    ['五好党支部', '班子好', 'Z2', '民主生活会', 6, '等级', '好:6; 较好:4; 差:0', null, '定性', '按质量'],
    ['五好党支部', '队伍好', 'Z3', '培训覆盖率', 4, '完成率', '目标=100%', null, '定量', '按比例'],
  ],
};

/** A form of a branch: 完成情况 filled, 得分 blank. */
function form(
  name: string,
  done: readonly (string | number | null)[],
  points: Rows[number] = [null, null, null],
): SheetLiteral {
  return {
    name,
    rows: [
      ['五好党支部考核表'],
      [`支部名称：${name}`],
      ['考核项目', '考核内容', '分值', '完成情况', '得分', '备注'],
      ['班子好', '集中学习', 10, done[0]!, points[0]!],
      [null, '民主生活会', 6, done[1]!, points[1]!],
      ['小计', null, 16, null, points[3] ?? null],
      ['队伍好', '培训覆盖率', 4, done[2]!, points[2]!],
      ['合计', null, 20, null, points[4] ?? null],
    ],
    merges: [{ top: 3, left: 0, bottom: 4, right: 0 }],
  };
}

function run(sheets: readonly SheetLiteral[]) {
  const outcome = scoreWorkbooks([snapshotOf('a.xlsx', sheets)], { locale: 'zh-CN', today: '2005-01-20' });
  return { outcome, changes: buildReport(outcome, { locale: 'zh-CN', workbook: 0 }) };
}

const brief = (writes: readonly CellWrite[], sheet: string) =>
  Object.fromEntries(
    writes.filter((write) => write.sheet === sheet).map(({ row, column, value }) => [`${row}:${column}`, value]),
  );

/** The workbook after its results were written: cells, and the record of them. */
function written(sheets: readonly SheetLiteral[]): SheetLiteral[] {
  const { changes } = run(sheets);
  const own = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) }));
  for (const { sheet, row, column, value } of changes.writes)
    own.find(({ name }) => name === sheet)!.rows[row]![column] = value;
  const record = changes.sheets.find(({ mark }) => mark === 'record')!;
  return [
    ...own,
    { name: record.name, mark: 'record', rows: record.blocks[0]!.values as Rows, visibility: 'veryHidden' },
  ];
}

const FORMS = [RULES, form('机关党支部', [10, '好', '95%']), form('采矿党支部', [12, '较好', '100%'])];

describe('forms of units', () => {
  it('get the points of each line, of each dimension and of all', () => {
    const { changes } = run(FORMS);
    expect(brief(changes.writes, '机关党支部')).toEqual({ '3:4': 9, '4:4': 6, '5:4': 15, '6:4': 3.8, '7:4': 18.8 });
    expect(brief(changes.writes, '采矿党支部')).toEqual({ '3:4': 10, '4:4': 4, '5:4': 14, '6:4': 4, '7:4': 18 });
    expect(changes.writes.every(({ expected }) => expected === null)).toBe(true);
  });

  it('are read by their raw values on the next run: nothing changes, rounded points are no input', () => {
    const first = run(FORMS);
    const second = run(written(FORMS));
    expect(resultJson(second.outcome).subjects).toEqual(resultJson(first.outcome).subjects);
    expect(second.changes.writes).toEqual([]);
    expect(resultJson(second.outcome).findings).toEqual(resultJson(first.outcome).findings);
    const record = (changes: typeof first.changes) => changes.sheets.find(({ mark }) => mark === 'record');
    expect(record(second.changes)).toEqual(record(first.changes));
  });

  it('get new points where a raw value has changed, and keep what somebody typed', () => {
    const sheets = written(FORMS);
    const rows = sheets.find(({ name }) => name === '机关党支部')!.rows as Rows;
    rows[3]![3] = 8;
    rows[4]![4] = 5;
    const { changes, outcome } = run(sheets);
    expect(brief(changes.writes, '机关党支部')).toEqual({ '3:4': 8, '5:4': 13, '7:4': 16.8 });
    expect(resultJson(outcome).subjects.find(({ name }) => name === '机关党支部')!.sources!.superior).toBe(84);
  });

  it('get no sum while something of it is unknown, and nothing where points were typed', () => {
    const unknown = run([RULES, form('机关党支部', [10, null, '95%']), FORMS[2]!]);
    expect(brief(unknown.changes.writes, '机关党支部')).toEqual({ '3:4': 9, '6:4': 3.8 });
    const typed = run([RULES, form('机关党支部', [10, '好', '95%'], [8, 6, 4, 14, 18]), FORMS[2]!]);
    expect(brief(typed.changes.writes, '机关党支部')).toEqual({});
  });

  it('that hold points get their sums only', () => {
    const points = [
      RULES,
      form('机关党支部', [null, null, null], [8, 6, 4]),
      form('采矿党支部', [null, null, null], [9, 6, 3]),
    ];
    const { changes } = run(points);
    expect(brief(changes.writes, '机关党支部')).toEqual({ '5:4': 14, '7:4': 18 });
    expect(brief(changes.writes, '采矿党支部')).toEqual({ '5:4': 15, '7:4': 18 });
  });

  it('without a column of points get none: nothing is inserted', () => {
    const bare = FORMS.slice(1).map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.slice(0, 4)) }));
    expect(run([RULES, ...bare]).changes.writes).toEqual([]);
  });

  it('that are protected, or hold formulas there, stay as they are', () => {
    const locked = FORMS.map((sheet) => ({ ...sheet, isProtected: true }));
    expect(run(locked).changes.writes).toEqual([]);
    const formula = { ...FORMS[1]!, rows: FORMS[1]!.rows.map((row) => [...row]) };
    formula.rows[7]![4] = { value: null, formula: 'SUM(E4:E5,E7)' };
    expect(brief(run([RULES, formula, FORMS[2]!]).changes.writes, '机关党支部')).not.toHaveProperty('7:4');
  });
});

describe('wide tables', () => {
  const table = (rows: Rows): SheetLiteral => ({ name: '考核情况', rows: [['2004年五好党支部考核情况表'], ...rows] });
  const HEADER = ['单位名称', '集中学习次数', '集中学习得分', '民主生活会', '小计', '培训覆盖率', '合计'];

  it('get 得分 beside raw values, 小计 of one dimension, and 合计 of the one source', () => {
    const sheets = [
      RULES,
      table([
        HEADER,
        ['机关党支部', 10, null, '好', null, '95%', null],
        ['采矿党支部', 12, null, '较好', null, '100%', null],
      ]),
    ];
    const { changes, outcome } = run(sheets);
    expect(outcome.assessment.schemes.map(({ scheme }) => scheme.name)).toEqual(['五好党支部']);
    expect(brief(changes.writes, '考核情况')).toEqual({
      '2:2': 9,
      '2:4': 15,
      '2:6': 18.8,
      '3:2': 10,
      '3:4': 14,
      '3:6': 18,
    });
    const second = run(written(sheets));
    expect(second.changes.writes).toEqual([]);
    expect(resultJson(second.outcome).subjects).toEqual(resultJson(outcome).subjects);
  });
});

describe('long tables', () => {
  const HEADER = ['单位', '考核内容', '完成情况', '得分'];
  const table = (rows: Rows): SheetLiteral => ({
    name: '考核明细',
    rows: [['2004年五好党支部考核明细表'], HEADER, ...rows],
  });
  const filled: Rows = [
    ['机关党支部', '集中学习', 10, null],
    ['机关党支部', '民主生活会', '好', null],
    ['机关党支部', '培训覆盖率', '95%', null],
    ['采矿党支部', '集中学习', 12, null],
    ['采矿党支部', '民主生活会', '较好', 3],
    ['采矿党支部', '培训覆盖率', '100%', null],
  ];

  it('get the points of each line, and keep those that somebody gave', () => {
    const sheets = [RULES, table(filled)];
    const { changes, outcome } = run(sheets);
    expect(brief(changes.writes, '考核明细')).toEqual({ '2:3': 9, '3:3': 6, '4:3': 3.8, '5:3': 10, '7:3': 4 });
    const second = run(written(sheets));
    expect(second.changes.writes).toEqual([]);
    expect(resultJson(second.outcome).subjects).toEqual(resultJson(outcome).subjects);
    expect(resultJson(outcome).subjects.find(({ name }) => name === '采矿党支部')!.sources!.superior).toBe(85);
  });
});

describe('subtotals of a long table', () => {
  it('add up the lines of the unit above them only', () => {
    const sheet: SheetLiteral = {
      name: '考核明细',
      rows: [
        ['2004年五好党支部考核明细表'],
        ['单位', '考核内容', '完成情况', '得分'],
        ['机关党支部', '培训覆盖率', '95%', null],
        ['采矿党支部', '集中学习', 12, null],
        ['采矿党支部', '民主生活会', '较好', null],
        ['小计', null, null, null],
        ['采矿党支部', '培训覆盖率', '100%', null],
      ],
    };
    const { changes } = run([RULES, sheet]);
    expect(brief(changes.writes, '考核明细')).toEqual({ '2:3': 3.8, '3:3': 10, '4:3': 4, '5:3': 14, '6:3': 4 });
  });
});

describe('columns of results', () => {
  const table = (rows: Rows): SheetLiteral => ({
    name: '得分',
    rows: [['2004年得分表'], ['单位', '总分', '名次', '等次'], ...rows],
  });

  it('with values that people typed stay as they are, also where they are blank', () => {
    const typed = table([
      ['甲', 95, 7, null],
      ['乙', 90, null, null],
    ]);
    expect(brief(run([typed]).changes.writes, '得分')).toEqual({ '2:3': '优秀', '3:3': '优秀' });
  });

  it('that are ours stay ours where somebody has changed one cell', () => {
    const sheets = written([
      table([
        ['甲', 95, null, null],
        ['乙', 90, null, null],
      ]),
    ]);
    const rows = sheets[0]!.rows as Rows;
    expect(rows.slice(2)).toEqual([
      ['甲', 95, 1, '优秀'],
      ['乙', 90, 2, '优秀'],
    ]);
    rows[2]![3] = '良好';
    rows[2]![1] = 85;
    expect(brief(run(sheets).changes.writes, '得分')).toEqual({ '2:2': 2, '3:2': 1 });
  });
});

describe('what an earlier run wrote', () => {
  const record = (...rows: OutValue[][]): SheetLiteral => ({
    name: '写回记录',
    mark: 'record',
    rows: [['sheet', 'row', 'column', 'value'], ...rows] as Rows,
  });
  const sheets: SheetLiteral[] = [
    { name: '表', rows: [['甲', 90, '优秀', { value: 5, formula: 'A1' }]] },
    record(
      ['表', 0, 1, 90],
      ['表', 0, 2, '良好'],
      ['表', 0, 3, 5],
      ['表', 9, 9, 1],
      ['无', 0, 0, 1],
      ['表', 'x', 1, 2],
    ),
  ];

  it('is blank to the next run as long as nobody has changed it', () => {
    const [before, after] = [snapshotOf('a.xlsx', sheets), withoutOwnWrites(snapshotOf('a.xlsx', sheets))];
    expect([...after.sheets[0]!.cells.kinds]).toEqual([2, 0, 2, 1]);
    expect([...before.sheets[0]!.cells.kinds]).toEqual([2, 1, 2, 1]);
    const plain = snapshotOf('a.xlsx', sheets.slice(0, 1));
    expect(withoutOwnWrites(plain)).toBe(plain);
  });
});
