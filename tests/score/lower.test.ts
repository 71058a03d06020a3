import type { CellValue, SheetLiteral } from '../../src/model';
import { a1 } from '../../src/model';
import { explainSubject, scoreAssessment, toJson } from '../../src/score';
import { read } from '../recognise/support';

const ROSTER: SheetLiteral = {
  name: '单位名册',
  rows: [
    ['单位编号', '单位名称', '上级', '类型', '组别'],
    ['U1', '东岭锡矿党委', '红岩集团党委', '党委', ''],
    ['U2', '西岭选厂党委', '红岩集团党委', '党委', ''],
    ['B1', '采矿党支部', '东岭锡矿党委', '党支部', '一线'],
    ['B2', '机修党支部', '东岭锡矿党委', '党支部', '一线'],
    ['B3', '磨浮党支部', '西岭选厂党委', '党支部', '一线'],
  ],
};
const MEMBERS: SheetLiteral = {
  name: '党员名册',
  rows: [
    ['党员编号', '姓名', '所在支部', '参评'],
    ['D1', '赵一山', '采矿党支部', '是'],
    ['D2', '钱二水', '采矿党支部', '是'],
    ['D3', '孙三木', '采矿党支部', '是'],
    ['D4', '李四野', '采矿党支部', '否'],
    ['D5', '周五原', '机修党支部', '是'],
    ['D6', '吴六安', '机修党支部', '是'],
  ],
};
/** Totals of 上级考核 by member; 60 and more is 合格. */
const memberTotals = (totals: readonly CellValue[]): SheetLiteral => ({
  name: '党员考核得分',
  rows: [['党员编号', '姓名', '考核得分'], ...totals.map((total, i) => [`D${i + 1}`, MEMBERS.rows[i + 1]![1]!, total])],
});
const branchRaw = (rates: readonly CellValue[]): SheetLiteral => ({
  name: '支部考核',
  rows: [
    ['支部名称', '党课', '党员“五带头”合格率'],
    ['采矿党支部', 2, rates[0]!],
    ['机修党支部', 2, rates[1]!],
    ['磨浮党支部', 2, rates[2]!],
  ],
});

function run(sheets: readonly SheetLiteral[]) {
  const assessment = read(sheets);
  const result = scoreAssessment(assessment);
  const subjects = new Map(toJson(assessment, result).subjects.map((subject) => [subject.id ?? subject.name, subject]));
  const issues = [...assessment.issues, ...result.issues].map(
    ({ code, variant, subject, place }) =>
      `${code} ${variant} ${subject} ${place ? `${assessment.sheets[place.sheet]!.name}!${a1(place)}` : '-'}`,
  );
  const explain = (scheme: string, id: string, indicator: string) => {
    const at = result.schemes.findIndex((one) => assessment.schemes[one.scheme]!.scheme.name === scheme);
    const { subjects: list } = assessment.schemes[result.schemes[at]!.scheme]!;
    const subject = list.findIndex((one) => one.id === id);
    return explainSubject(assessment, result, at, subject, 'zh-CN').indicators.find((one) => one.id === indicator)!;
  };
  return { assessment, result, subjects, issues, explain };
}

const BRANCH = '五好党支部(党总支)';
const COMMITTEE = '五好党委';

describe('members feed their branch', () => {
  test('an empty cell is filled with the rate of 合格 members, with its reason', () => {
    const { subjects, issues, explain } = run([
      ROSTER,
      MEMBERS,
      memberTotals([95, 59.99, 60, 10, 59, 40]),
      branchRaw([null, '待报', '90%']),
    ]);
    // 2 of 3 are 合格 (D4 takes no part): 6 · (2/3)/0.9 = 4.444…; (3 + 4.444)/9 = 82.716…
    expect(subjects.get('B1')).toMatchObject({ status: 'scored', sources: { superior: 82.72 } });
    // None of 2: 3/9.
    expect(subjects.get('B2')).toMatchObject({ status: 'scored', sources: { superior: 33.33 } });
    expect(subjects.get('B3')).toMatchObject({ status: 'scored', sources: { superior: 100 } });
    expect(issues).toEqual([]);
    expect(explain(BRANCH, 'B1', 'Z23')).toMatchObject({
      raw: '2/3',
      points: 4.44,
      steps: '由下级结果得出：参评党员3人，合格2人；66.67% ÷ 90% = 74.07%，计74.07%；6 × 74.07% = 4.4444',
    });
  });

  test('a typed value counts; where the members say otherwise it is D11 at its cell', () => {
    const { subjects, issues, explain } = run([
      ROSTER,
      MEMBERS,
      memberTotals([95, 50, 60, 10, 59, 40]),
      branchRaw(['90%', 0, '80%']),
    ]);
    expect(subjects.get('B1')!.sources.superior).toBe(100);
    expect(subjects.get('B2')!.sources.superior).toBe(33.33);
    expect(issues).toEqual(['D11 member B1 支部考核!C2']);
    expect(explain(BRANCH, 'B1', 'Z23')).toMatchObject({ raw: '90%', points: 6 });
  });

  test('rounding to whole percents is no contradiction, nor is a quotient of more people than are here', () => {
    const { issues } = run([ROSTER, MEMBERS, memberTotals([95, 50, 60, 10, 59, 40]), branchRaw(['67%', '3/40', null])]);
    expect(issues).toEqual(['D01 blank B3 支部考核!C4']);
  });

  test('不适用 stays, what could not be read stays unknown', () => {
    const { subjects, issues } = run([
      ROSTER,
      MEMBERS,
      memberTotals([95, 95, 95, 10, 95, 95]),
      branchRaw(['/', '多数', '90%']),
    ]);
    expect(subjects.get('B1')).toMatchObject({ status: 'scored', sources: { superior: 100 } });
    expect(subjects.get('B2')).toMatchObject({ status: 'provisional', sources: { superior: 100 } });
    expect(issues).toEqual(['D03 rate B2 支部考核!C3']);
  });

  test('provisional members count, blocked ones do not, and without any the cell is unknown', () => {
    const votes: SheetLiteral = {
      name: '党员民主评议',
      rows: [
        ['党员编号', '姓名', '优秀', '良好', '合格', '不合格'],
        ['D1', '赵一山', 10, 0, 0, 0],
        ['D5', '周五原', 10, 0, 0, 0],
      ],
    };
    const { subjects, explain, issues } = run([
      ROSTER,
      MEMBERS,
      votes,
      memberTotals([95, 50, null, 10, null, null]),
      branchRaw([null, null, '90%']),
    ]);
    expect(['D1', 'D2', 'D3'].map((id) => subjects.get(id)!.status)).toEqual(['scored', 'provisional', 'blocked']);
    expect(explain(BRANCH, 'B1', 'Z23')).toMatchObject({ raw: '1/2' });
    expect(explain(BRANCH, 'B1', 'Z23').steps).toContain(
      '参评党员2人，合格1人（其中1人为暂算），另有1人没有总分，未计入；',
    );
    expect(subjects.get('B2')!.status).toBe('provisional');
    expect(issues).toContain('D01 blank B2 支部考核!C3');
  });

  test('a row without any value of its own stays a missing source', () => {
    const empty = { ...branchRaw([null, null, null]), name: '支部考核' };
    const rows = empty.rows.map((row, i) => (i === 1 ? ['采矿党支部', null, null] : row));
    const { subjects, issues } = run([ROSTER, MEMBERS, memberTotals([95, 95, 95, 10, 95, 95]), { ...empty, rows }]);
    expect(subjects.get('B1')!.status).toBe('blocked');
    expect(issues.filter((issue) => issue.includes(' B1 '))).toEqual(['G20 superior B1 单位名册!B4']);
  });

  test('空白=零 is what the empty cell would be without the members', () => {
    const zero: SheetLiteral = {
      name: '参数',
      rows: [
        ['方案', '参数', '值'],
        [BRANCH, '空白', '零'],
      ],
    };
    const { subjects } = run([
      ROSTER,
      MEMBERS,
      zero,
      memberTotals([95, 95, 95, 10, 95, 95]),
      branchRaw([null, null, null]),
    ]);
    expect(subjects.get('B1')!.sources.superior).toBe(100);
    expect(subjects.get('B3')!.sources.superior).toBe(33.33);
  });
});

const RULES: SheetLiteral = {
  name: '考核细则',
  rows: [
    ['方案', '维度', '指标编号', '指标', '分值', '评分方式', '参数', '来源'],
    [COMMITTEE, '班子', 'W1', '专题研究党建工作', 10, '完成率', '目标=4', '上级考核'],
    [COMMITTEE, '业绩', 'W2', '五好党支部达标率', 10, '完成率', '目标=85%', '下级'],
    [COMMITTEE, '队伍', 'W3', '党员“五带头”合格率', 10, '完成率', '目标=95%', '下级'],
    [BRANCH, '班子', 'Z1', '党课得分', 50, '直接打分', '', '上级考核'],
    [BRANCH, '队伍', 'Z2', '党员优秀率', 50, '完成率', '目标=50%', '下级'],
    ['党员五带头', '学习', 'D1', '学习得分', 100, '直接打分', '', '上级考核'],
  ],
};
const committeeSheet: SheetLiteral = {
  name: '党委考核',
  rows: [
    ['单位名称', '专题研究党建工作'],
    ['东岭锡矿党委', 4],
    ['西岭选厂党委', 2],
  ],
};
const branchSheet: SheetLiteral = {
  name: '支部打分',
  rows: [
    ['支部名称', '党课得分'],
    ['采矿党支部', 50],
    ['机修党支部', 50],
    ['磨浮党支部', 45],
  ],
};
const memberSheet = (points: readonly number[]): SheetLiteral => ({
  name: '党员打分',
  rows: [['党员编号', '姓名', '学习得分'], ...points.map((value, i) => [`D${i + 1}`, MEMBERS.rows[i + 1]![1]!, value])],
});

describe('from members over branches to committees', () => {
  test('own rules that say 下级 need no column; the lowest layer is scored first whatever the order of the rules', () => {
    const { subjects, issues, explain, assessment, result } = run([
      RULES,
      ROSTER,
      MEMBERS,
      committeeSheet,
      branchSheet,
      memberSheet([95, 70, 59, 10, 95, 92]),
    ]);
    // 采矿: 1 of 3 优秀, 50 · (1/3)/0.5 = 33.33 → 83.33, but its dimension 队伍 at 66.67 % is no 达标. 机修: all 优秀.
    expect(subjects.get('B1')).toMatchObject({ sources: { superior: 83.33 }, attained: false });
    expect(subjects.get('B2')).toMatchObject({ sources: { superior: 100 }, attained: true });
    // Nobody below: the indicator does not concern it.
    expect(subjects.get('B3')).toMatchObject({ status: 'scored', sources: { superior: 90 }, attained: true });
    // 1 of 2 达标: 10 · 0.5/0.85 = 5.88235; 4 of 5 合格: 10 · 0.8/0.95 = 8.42105; (10 + 5.88235 + 8.42105)/30.
    expect(subjects.get('U1')).toMatchObject({ status: 'scored', sources: { superior: 81.01 } });
    // 1 of 1 达标, its members are nowhere: (5 + 10)/20.
    expect(subjects.get('U2')).toMatchObject({ status: 'scored', sources: { superior: 75 } });
    expect(issues).toEqual([]);
    expect(explain(COMMITTEE, 'U1', 'W2').steps).toContain('由下级结果得出：支部2个，达标1个；');
    expect(explain(COMMITTEE, 'U1', 'W3')).toMatchObject({ raw: '4/5', place: null });
    expect(explain(BRANCH, 'B1', 'Z2').steps).toContain('由下级结果得出：参评党员3人，优秀1人；');
    expect(scoreAssessment(assessment, true)).toEqual(result);
  });

  test('a committee of which some branch has no scored member is 暂算', () => {
    const { subjects, issues } = run([
      RULES,
      ROSTER,
      MEMBERS,
      committeeSheet,
      branchSheet,
      memberSheet([95, 92, 95, 10]),
    ]);
    // 1 of 2 达标 for 机修 has D01; members: 3 of 3.
    expect(subjects.get('U1')!.status).toBe('provisional');
    expect(issues).toContain('D01 lowerPart U1 党委考核!B2');
    expect(issues).toContain('D01 lower B2 支部打分!B3');
    expect(subjects.get('B2')).toMatchObject({ status: 'provisional', sources: { superior: 100 } });
  });

  test('without the lower layer nothing is added and nothing is missed', () => {
    const { subjects, issues } = run([RULES, ROSTER, committeeSheet]);
    expect(subjects.get('U1')).toMatchObject({ status: 'scored', sources: { superior: 100 } });
    expect(issues).toEqual([]);
  });

  test('points for the whole dimension hold the indicator already', () => {
    const dimensions: SheetLiteral = {
      name: '党委考核得分',
      rows: [
        ['单位名称', '专题研究党建工作得分', '业绩得分', '队伍得分'],
        ['东岭锡矿党委', 10, 9, 8],
        ['西岭选厂党委', 10, 9, 8],
      ],
    };
    const { subjects } = run([RULES, ROSTER, MEMBERS, dimensions, branchSheet, memberSheet([95, 70, 59, 10, 95, 92])]);
    expect(subjects.get('U1')!.sources.superior).toBe(90);
  });

  test('a default scheme has only the indicators that some sheet shows', () => {
    const { subjects } = run([
      ROSTER,
      MEMBERS,
      memberTotals([95, 95, 50, 10, 95, 95]),
      { name: '支部考核', rows: branchRaw([]).rows.map((row) => [row[0]!, row[1]!]) },
    ]);
    expect(subjects.get('B1')!.sources.superior).toBe(100);
  });
});

test('the self-assessment is not filled by the lower level', () => {
  const self: SheetLiteral = {
    name: '支部自评',
    rows: [
      ['支部名称', '党课', '党员“五带头”合格率'],
      ['采矿党支部', 2, null],
    ],
  };
  const { issues } = run([
    ROSTER,
    MEMBERS,
    memberTotals([95, 95, 95, 10, 95, 95]),
    self,
    branchRaw([null, null, '90%']),
  ]);
  expect(issues.filter((issue) => issue.startsWith('D01'))).toEqual(['D01 blank B1 支部自评!C2']);
});
