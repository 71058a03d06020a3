import type { SheetLiteral } from '../../src/model';
import { explainSubject, scoreAssessment, toJson } from '../../src/score';
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
