import type { SheetLiteral } from '../../src/model';
import { explainSubject, findWays, scoreAssessment, toJson } from '../../src/score';
import { issues, read, ROSTER } from './support';

const scored = (sheets: readonly SheetLiteral[]) => {
  const assessment = read(sheets);
  const result = scoreAssessment(assessment);
  return { assessment, result, subjects: toJson(assessment, result).subjects };
};

describe('an id beside a name that is not its own (D13)', () => {
  const table = (rows: readonly (readonly [string, string, number])[]): SheetLiteral => ({
    name: '党委自评',
    rows: [['单位编号', '单位名称', '自评总分'], ...rows],
  });
  test('the id counts, and the cell of the name is shown', () => {
    const a = read([
      ROSTER,
      table([
        ['U02', '东岭锡矿党委', 90],
        ['U01', '西岭锡矿', 80],
      ]),
    ]);
    expect(issues(a)).toEqual(['D13 U02 党委自评!B2', 'D13 U01 党委自评!B3']);
    expect(a.issues[0]!.data).toEqual({ id: 'U02', name: '东岭锡矿党委', known: '西岭锡矿党委' });
    expect(a.schemes[0]!.sources.self!.totals[0]!.row.slice(0, 2)).toEqual(Int32Array.of(2, 1));
  });
  test('other writings of the same unit, and names that nobody has, are none', () => {
    const a = read([
      ROSTER,
      table([
        ['U01', '东矿', 90],
        ['U02', '中共西岭锡矿委员会', 80],
        ['U03', '南岭选矿分厂', 70],
      ]),
    ]);
    expect(issues(a)).toEqual([]);
  });
  test('members', () => {
    const a = read([
      {
        name: '党员名册',
        rows: [
          ['党员编号', '姓名', '所在支部'],
          ['D1', '赵一山', '采矿党支部'],
          ['D2', '钱二水', '采矿党支部'],
        ],
      },
      {
        name: '党员自评',
        rows: [
          ['党员编号', '姓名', '自评总分'],
          ['D1', '赵 一 山（组长）', 90],
          ['D2', '孙三木', 80],
        ],
      },
    ]);
    expect(issues(a)).toEqual(['D13 D2 党员自评!B3']);
  });
});

describe('a table ranked as it stands with a part still to come', () => {
  const { assessment, result, subjects } = scored([
    {
      name: '得分',
      rows: [
        ['2004年班组得分表'],
        ['班组', '安全', '产量', '总分', '备注'],
        ['甲班', 40, 50, 90, '待报'],
        ['乙班', 45, '待报', 45, ''],
        ['丙班', '待报', 40, null, ''],
        ['丁班', 30, '/', 30, ''],
      ],
    },
  ]);
  test('its total is provisional and ranked, the cell is D01', () => {
    expect(subjects.map(({ name, status, rank }) => `${name} ${status} ${rank}`)).toEqual([
      '甲班 scored 1',
      '乙班 provisional 2',
      '丁班 scored 3',
      '丙班 blocked null',
    ]);
    expect(issues(assessment)).toEqual(['D01 乙班 得分!C4']);
    expect(result.issues.map(({ code, variant, subject }) => `${code} ${variant} ${subject}`)).toEqual([
      'D01 total 丙班',
    ]);
  });
  test('the explanation says so', () => {
    const { sections } = explainSubject(assessment, result, 0, 1, 'zh-CN');
    expect(sections[0]!.lines.map(({ text }) => text)).toEqual(['表中已有的总分', '有的组成部分还是待报，总分为暂算']);
  });
});

describe('weights of 0', () => {
  const sheets = (parameters: readonly (readonly [string, string, number])[]): SheetLiteral[] => [
    ROSTER,
    { name: '参数', rows: [['方案', '参数', '值'], ...parameters] },
    {
      name: '党委考核',
      rows: [
        ['单位名称', '自评总分', '上级考核总分'],
        ['东岭锡矿党委', 90, 80],
        ['西岭锡矿党委', null, 85],
      ],
    },
  ];
  test('where all sources that have scores weigh 0 it is said once, at a weight', () => {
    const { assessment, result, subjects } = scored(
      sheets([
        ['', '权重.自评', 0],
        ['五好党委', '权重.上级考核', 0],
      ]),
    );
    expect(issues(assessment)).toEqual(['R02 - 参数!C2']);
    expect(assessment.issues[0]!.variant).toBe('noWeight');
    expect(subjects.map(({ status }) => status)).toEqual(['blocked', 'blocked', 'blocked']);
    const { sections } = explainSubject(assessment, result, 0, 0, 'zh-CN');
    expect(sections.find(({ topic }) => topic === 'base')!.lines[0]!.text).toBe('有成绩的来源权重都是0，不计总分');
  });
  test('where only what a subject has weighs 0, its missing source is said to block', () => {
    const { assessment, result, subjects } = scored(sheets([['', '权重.上级考核', 0]]));
    expect(issues(assessment)).toEqual([]);
    expect(subjects.slice(0, 2).map(({ id, status, total }) => [id, status, total])).toEqual([
      ['U01', 'scored', 90],
      ['U02', 'blocked', null],
    ]);
    expect(result.issues.find(({ subject, variant }) => subject === 'U02' && variant === 'self')!.data).toEqual({
      effect: 'block',
    });
  });
});

describe('应到 and 实到 under one rate', () => {
  const BRANCHES: SheetLiteral = {
    name: '支部考核',
    rows: [
      ['支部名称', '党员学习参学率', null, '党费按时足额收缴率', null, '党课'],
      [null, '应到', '实到', '应交（元）', '已交（元）', null],
      ['甲党支部', 20, 15, 1000, '1,000元', 2],
      ['乙党支部', '20人', '18', 900, 450, 2],
      ['丙党支部', 0, 3, '/', '/', 2],
      ['丁党支部', null, 12, 100, '待报', 2],
    ],
  };
  const { assessment, result, subjects } = scored([BRANCHES]);
  const indicator = (subject: number, id: string) =>
    explainSubject(assessment, result, 0, subject, 'zh-CN').indicators.find((one) => one.id === id)!;
  test('are divided and scored as a rate', () => {
    // 75 %: 1 step of 10 below 90, 5 − 1; 100 %: 3. (4 + 3 + 3)/11.
    const of = (name: string) => subjects.find((subject) => subject.name === name)!;
    expect(of('甲党支部')).toMatchObject({ status: 'scored', sources: { superior: 90.91 } });
    // 90 %: 5; 50 %: 10 steps of 5 below 100, 0. (5 + 0 + 3)/11.
    expect(of('乙党支部').sources.superior).toBe(72.73);
    expect(indicator(0, 'Z21')).toMatchObject({ raw: '15/20', points: 4 });
    expect(indicator(1, 'Z25').raw).toBe('450/900');
  });
  test('nobody due is not understood, one number alone is unknown, 不适用 is not applicable', () => {
    expect(issues(assessment)).toEqual([]);
    expect(
      result.issues.map(({ code, variant, subject, place, data }) => [
        code,
        variant,
        subject,
        place?.column,
        data['text'],
      ]),
    ).toEqual([
      ['D03', 'rate', '丙党支部', 2, '3/0'],
      ['D01', 'blank', '丁党支部', 2, undefined],
      ['D01', 'pending', '丁党支部', 4, '待报'],
    ]);
    expect(indicator(2, 'Z25')).toMatchObject({ points: null, steps: '不适用，不计入应得分和实得分' });
  });
  test('both arithmetics agree', () => expect(scoreAssessment(assessment, true)).toEqual(result));
});

describe('a form with 扣分 only', () => {
  const form = (header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): SheetLiteral => ({
    name: '采矿党支部',
    rows: [['党支部考核评分表'], ['支部名称：采矿党支部'], [...header], ...rows],
  });
  const names = ['支委会健全、按期换届', '支委会按月召开', '党课', '党务公开'];
  const values = (offs: readonly (string | number | null)[]) =>
    offs.map((off, i) => ['班子', names[i]!, [4, 5, 3, 3][i]!, off]);
  const explain = (sheets: readonly SheetLiteral[]) => {
    const { assessment, result, subjects } = scored(sheets);
    return { subjects, assessment, result, shown: explainSubject(assessment, result, 0, 0, 'zh-CN') };
  };

  test('what is not taken off is given', () => {
    const { subjects, result, shown } = explain([
      form(['考核项目', '考核内容', '分值', '扣分', '扣分原因'], values(['扣1分', -2, '无', 4])),
    ]);
    // 3 + 3 + 3 + 0 of 15.
    expect(subjects[0]).toMatchObject({ name: '采矿党支部', status: 'scored', sources: { superior: 60 } });
    expect(result.issues.map(({ code, variant, data }) => [code, variant, data['value'], data['max']])).toEqual([
      ['D02', 'points', 4, 3],
    ]);
    expect(shown.indicators.map(({ raw, points, steps }) => [raw, points, steps])).toEqual([
      ['扣1分', 3, '满分4分，扣1分，得3分'],
      ['-2', 3, '满分5分，扣2分，得3分'],
      ['无', 3, '满分3分，扣0分，得3分'],
      ['4', 0, '满分3分，扣4分，得0分'],
    ]);
  });
  test('a blank one is unknown, with 空白=零 nothing is taken off', () => {
    const sheet = form(['考核项目', '考核内容', '分值', '扣分'], values([1, null, 0, 0]));
    expect(explain([sheet]).subjects[0]).toMatchObject({ status: 'provisional', sources: { superior: 90 } });
    const zero: SheetLiteral = {
      name: '参数',
      rows: [
        ['方案', '参数', '值'],
        ['', '空白', '零'],
      ],
    };
    expect(explain([sheet, zero]).subjects[0]).toMatchObject({ status: 'scored', sources: { superior: 93.33 } });
  });
  test('each source has its own; where a source has points, those count', () => {
    const sheet = form(
      ['考核项目', '考核内容', '分值', '自评扣分', '考核扣分', '考核得分'],
      values([0, 0, 0, 1]).map((row, i) => [...row, 2, [4, 5, 3, 3][i]!]),
    );
    expect(explain([sheet]).subjects[0]!.sources).toEqual({ self: 93.33, peer: null, superior: 100 });
  });
  test('a column that names what points were taken off for is none', () => {
    const { assessment } = scored([
      form(
        ['考核项目', '考核内容', '分值', '扣分项', '得分'],
        values(['迟到', '缺会', '', '']).map((row) => [...row, 2]),
      ),
    ]);
    expect(assessment.schemes[0]!.sources.superior!.columns.every(({ isDeducted }) => !isDeducted)).toBe(true);
  });
  test('ways to a better grade write what is taken off', () => {
    const { assessment, result } = explain([form(['考核项目', '考核内容', '分值', '扣分'], values([0, 0, 0, 3]))]);
    const { ways } = findWays(assessment, result, 0, 0, 0, 'zh-CN');
    expect(ways[0]!.steps.map(({ name, raw, entry, newPoints }) => [name, raw, entry, newPoints])).toEqual([
      ['党务公开', '3', '1', 2],
    ]);
  });
});
