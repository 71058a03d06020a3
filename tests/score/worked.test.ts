import type { CellValue } from '../../src/model';
import { AWARDS, STATUSES } from '../../src/model';
import { scoreAssessment, subjectToJson, toJson } from '../../src/score';
import { Q } from '../../src/values';
import { assess, scheme, type Case } from './build';

/** Results of the only scheme, one object for each subject in roster order. */
function score(given: Case) {
  const assessment = assess(given);
  const result = scoreAssessment(assessment);
  const [first] = result.schemes;
  const subjects = first ? given.subjects.map((_subject, i) => subjectToJson(assessment, first, i)) : [];
  return { assessment, result, subjects, issues: result.issues };
}

/** Codes, variants and cells of the issues of a run. */
function issuesOf(given: Case): string[] {
  return score(given).issues.map(
    ({ code, variant, subject, place }) =>
      `${code} ${variant} ${subject} ${place ? `${place.sheet}:${place.row},${place.column}` : '-'}`,
  );
}

const total = (values: readonly CellValue[]) => ({ superior: { totals: values } });

describe('sources (section 4)', () => {
  test('自评98 评议90 上级86.5, bonus 2, penalty 1 is 89.70 良好', () => {
    const target = scheme([
      ['班子', 'A', '100', '直接打分'],
      ['', 'B1', '5', '加分', '每次=1'],
      ['', 'P1', '', '扣减', '每次=1'],
    ]);
    const given: Case = {
      scheme: target,
      subjects: ['甲'],
      sources: { self: { totals: [98] }, peer: { totals: ['90分'] }, superior: { raw: { A: [86.5] } } },
      adjustments: [
        [0, 'B1', 2],
        [0, 'P1', -1],
      ],
    };
    expect(score(given).subjects[0]).toMatchObject({
      status: 'scored',
      sources: { self: 98, peer: 90, superior: 86.5 },
      base: 88.7,
      bonus: 2,
      penalty: 1,
      total: 89.7,
      grade: '良好',
      rank: 1,
    });
    expect(score({ ...given, parameters: { gradeWithBonus: false } }).subjects[0]).toMatchObject({
      total: 89.7,
      grade: '良好',
    });
  });

  test('a missing 评议: the other weights are scaled and the total is 暂算', () => {
    const given: Case = {
      subjects: ['甲', '乙'],
      sources: { self: { totals: [98, 90] }, peer: { totals: [null, 90] }, superior: { totals: [86.5, 90] } },
    };
    const { subjects, issues } = score(given);
    expect(subjects[0]).toMatchObject({ status: 'provisional', total: 88.14, sources: { peer: null } });
    expect(subjects[1]!.status).toBe('scored');
    expect(issues).toMatchObject([{ code: 'G20', variant: 'peer', subject: 'U1', data: { effect: 'redistribute' } }]);
  });

  test('a missing 上级考核 blocks, unless the parameter says otherwise', () => {
    const given: Case = {
      subjects: ['甲', '乙'],
      sources: { self: { totals: [98, 90] }, superior: { totals: ['待报', 90] } },
    };
    expect(score(given).subjects[0]).toMatchObject({
      status: 'blocked',
      total: null,
      rank: null,
      base: null,
      sources: { self: 98 },
      attained: null,
    });
    const missing = { self: 'redistribute', peer: 'redistribute', superior: 'zero' } as const;
    expect(score({ ...given, parameters: { missing } }).subjects[0]).toMatchObject({
      status: 'scored',
      base: 14,
      sources: { superior: null },
    });
    expect(
      score({ ...given, parameters: { missing: { ...missing, superior: 'redistribute' } } }).subjects[0],
    ).toMatchObject({ status: 'provisional', total: 98 });
  });

  test('a source that nobody has is not missed, and exempt rows bring none into play', () => {
    const given: Case = {
      subjects: ['甲', { name: '乙', exempt: true }],
      sources: { self: { totals: [null, 95] }, superior: { totals: [91, 92] } },
    };
    const { subjects, issues, result } = score(given);
    expect(subjects[0]).toMatchObject({ status: 'scored', total: 91 });
    expect(subjects[1]).toMatchObject({
      status: 'exempt',
      total: null,
      rank: null,
      sources: { superior: null },
      dimensions: {},
    });
    expect(issues).toEqual([]);
    expect(result.schemes[0]!.sources.self).toBeUndefined();
  });

  test('a scheme without any score is not assessed', () => {
    expect(score({ subjects: ['甲'], sources: { self: { totals: [null] } } }).result.schemes).toEqual([]);
  });

  test('votes: 优20 良6 合3 不合1 with 弃权 outside is 90.00', () => {
    const votes = { levels: ['优秀', '良好', '合格', '不合格'], counts: [[20], [6], [3], [1]] };
    expect(score({ subjects: ['甲'], sources: { peer: { votes } } }).subjects[0]).toMatchObject({
      sources: { peer: 90 },
      total: 90,
      grade: '优秀',
    });
    const renamed = { ...votes, levels: ['优秀', '合格', '基本合格', '不合格'] };
    expect(score({ subjects: ['甲'], sources: { peer: { votes: renamed } } }).subjects[0]!.total).toBe(90);
    const none = {
      ...votes,
      counts: [
        [0, 1],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    };
    expect(
      score({ subjects: ['甲', '乙'], sources: { peer: { votes: none }, superior: { totals: [80, 80] } } }).subjects[0]!
        .status,
    ).toBe('provisional');
  });

  test('raters: one highest and one lowest go when there are more than five', () => {
    const raters = [88, 90, 91, 92, 95, 99].map((value) => [value]);
    const peerOf = (count: number, trimExtremes: boolean) =>
      score({ subjects: ['甲'], parameters: { trimExtremes }, sources: { peer: { raters: raters.slice(0, count) } } })
        .subjects[0]!.sources.peer;
    expect([peerOf(6, true), peerOf(6, false), peerOf(5, true)]).toEqual([92, 92.5, 91.2]);
  });

  test('indicators win over dimensions, dimensions over totals', () => {
    const target = scheme([
      ['甲', 'A', '60', '直接打分'],
      ['乙', 'B', '40', '直接打分'],
    ]);
    const superior = {
      raw: { A: [30, null, null] },
      dimensions: { 甲: [60, 60, null], 乙: [20, 20, null] },
      totals: [99, 99, 99],
    };
    const { subjects } = score({ scheme: target, subjects: ['一', '二', '三'], sources: { superior } });
    expect(subjects.map((subject) => subject.sources.superior)).toEqual([50, 80, 99]);
    expect(subjects.map((subject) => subject.dimensions)).toEqual([{ 甲: 30, 乙: 20 }, { 甲: 60, 乙: 20 }, {}]);
  });

  test('a 1000-point and a 110-point sheet come out on the same scale', () => {
    const big = scheme([['甲', 'A', '1000', '直接打分']]);
    const odd = scheme([['甲', 'A', '110', '直接打分']]);
    expect(
      score({ scheme: big, subjects: ['一'], sources: { superior: { raw: { A: [905] } } } }).subjects[0]!.total,
    ).toBe(90.5);
    expect(
      score({ scheme: odd, subjects: ['一'], sources: { superior: { raw: { A: [99] } } } }).subjects[0]!.total,
    ).toBe(90);
  });
});

describe('cells (sections 2 and 3)', () => {
  const target = scheme([
    ['甲', 'A', '10', '直接打分'],
    ['甲', 'B', '5', '扣分', '每次=1'],
    ['乙', 'C', '5', '等级', '好:5; 差:0'],
  ]);

  test('not applicable leaves the denominator, unknown makes 暂算, and every defect names its cell', () => {
    const raw = {
      A: [9, '/', null, '约9', 12],
      B: ['无', 1, 0, { error: '#REF!' }, -2],
      C: ['好', '好', '好', '好', '待报'],
    };
    const given: Case = { scheme: target, subjects: ['一', '二', '三', '四', '五'], sources: { superior: { raw } } };
    const { subjects } = score(given);
    expect(subjects.map((subject) => [subject.status, subject.total])).toEqual([
      ['scored', 95],
      ['scored', 90],
      ['provisional', 100],
      ['provisional', 100],
      ['provisional', 100],
    ]);
    expect(issuesOf(given)).toEqual([
      'D01 blank U3 0:2,0',
      'D03 number U4 0:3,0',
      'D06 indicator U4 0:3,1',
      'D02 points U5 0:4,0',
      'D02 negativeCount U5 0:4,1',
      'D01 pending U5 0:4,2',
    ]);
  });

  test('空白=零 reads blank cells as 0, 待报 stays unknown, a wholly blank row is a missing source', () => {
    const raw = { A: [null, '待报', null], B: [null, 0, null], C: ['好', '好', null] };
    const given: Case = {
      scheme: target,
      parameters: { blankIsZero: true },
      subjects: ['一', '二', '三'],
      sources: { superior: { raw }, self: { totals: [90, 90, 90] } },
    };
    const { subjects } = score(given);
    expect(subjects.map((subject) => [subject.status, subject.sources.superior])).toEqual([
      ['scored', 50],
      ['provisional', 100],
      ['blocked', null],
    ]);
    expect(issuesOf(given)).toEqual(['D01 pending U2 0:1,0', 'G20 superior U3 0:2,0']);
  });

  test('a wholly blank row is one G20 and no D01', () => {
    const given: Case = {
      scheme: target,
      subjects: ['一', '二'],
      sources: { superior: { raw: { A: [9, null], B: [0, null], C: ['好', null] } } },
    };
    expect(issuesOf(given)).toEqual(['G20 superior U2 0:1,0']);
  });

  test('a total outside 0–100 is D02 and clamped; beside indicators it is only compared', () => {
    expect(issuesOf({ subjects: ['一'], sources: total([105]) })).toEqual(['D02 total U1 0:0,0']);
    expect(score({ subjects: ['一'], sources: total([105]) }).subjects[0]!.total).toBe(100);
    const superior = { raw: { A: [90] }, totals: [900] };
    expect(issuesOf({ subjects: ['一'], sources: { superior } })).toEqual(['D07 sum U1 0:0,1']);
  });

  test('points columns are bound by the indicator, whatever its method', () => {
    const points = { A: [9], B: ['4.5分'], C: [6] };
    const given: Case = { scheme: target, subjects: ['一'], sources: { self: { points } } };
    expect(score(given).subjects[0]).toMatchObject({ sources: { self: 92.5 } });
    expect(issuesOf(given)).toEqual(['D02 points U1 0:0,2']);
  });

  test('of two columns of one indicator the first value counts', () => {
    const given: Case = {
      scheme: target,
      subjects: ['一', '二'],
      sources: { superior: { raw: { A: [8, null], B: [0, 0], C: ['好', '好'] }, points: { A: [2, 6] } } },
    };
    expect(score(given).subjects.map((subject) => subject.total)).toEqual([90, 80]);
    const [first, , , last] = score(given).result.schemes[0]!.points.superior!;
    expect([first![0], first![1], last![0], last![1]]).toEqual([8, NaN, NaN, 6]);
  });

  test('best and rank look at the known values of the group, exempt ones left out', () => {
    const grouped = scheme([
      ['甲', 'A', '10', '与最高者比'],
      ['甲', 'B', '10', '名次赋分', '每位=2'],
    ]);
    const subjects = [
      { group: '一组' },
      { group: '一组' },
      { group: '一组', exempt: true },
      { group: '二组' },
      { group: '一组' },
    ];
    const raw = { A: [40, 30, 90, 5, 40], B: [7, 7, 99, 1, 3] };
    const { result } = score({ scheme: grouped, subjects, sources: { superior: { raw } } });
    expect(result.schemes[0]!.points.superior!.map((column) => [...column])).toEqual([
      [10, 7.5, NaN, 10, 10],
      [10, 10, NaN, 10, 6],
    ]);
  });
});

describe('bonus and penalty (section 5)', () => {
  const target = scheme([
    ['甲', 'A', '100', '直接打分'],
    ['', 'B1', '3', '加分', '每次=1'],
    ['', 'B2', '', '加分', '省部级:2; 集团级:1'],
    ['', 'P1', '3', '扣减', '每次=0.5'],
  ]);
  const bonusOf = (adjustments: Case['adjustments'], parameters: Case['parameters'] = {}) => {
    const { subjects, issues } = score({
      scheme: target,
      parameters,
      subjects: ['一'],
      sources: { superior: { raw: { A: [80] } } },
      adjustments: adjustments!,
    });
    return [
      subjects[0]!.bonus,
      subjects[0]!.penalty,
      subjects[0]!.total,
      ...issues.map(({ code, variant }) => `${code} ${variant}`),
    ];
  };
  test.each<[string, Case['adjustments'], unknown[]]>([
    ['nothing written counts once', [[0, 'B1']], [1, 0, 81]],
    ['次数', [[0, 'B1', 2]], [2, 0, 82]],
    [
      'rows add up to the cap of the rule',
      [
        [0, 'B1', 2],
        [0, 'B1', '两次'],
      ],
      [3, 0, 83],
    ],
    ['分值 counts as it is', [[0, 'B1', 9, 1.5]], [1.5, 0, 81.5]],
    ['kinds', [[0, 'B2', '省部级1、集团级1']], [3, 0, 83]],
    [
      'all bonuses together',
      [
        [0, 'B1', 3],
        [0, 'B2', '省部级2'],
      ],
      [5, 0, 85],
    ],
    ['a penalty has no sign', [[0, 'P1', null, -2]], [0, 2, 78]],
    ['a penalty is capped by its rule', [[0, 'P1', 9]], [0, 3, 77]],
    [
      '√ is once, × is none',
      [
        [0, 'B1', '√'],
        [0, 'B1', '×'],
      ],
      [1, 0, 81],
    ],
    ['an unknown kind', [[0, 'B2', '县级1']], [0, 0, 80, 'D03 adjustment']],
    ['no kind at all', [[0, 'B2']], [0, 0, 80, 'D03 adjustment']],
    ['a range', [[0, 'P1', '1-3']], [0, 0, 80, 'D03 adjustment']],
    ['a negative bonus', [[0, 'B1', -1]], [0, 0, 80, 'D02 adjustment']],
    ['an error cell', [[0, 'B1', { error: '#N/A' }]], [0, 0, 80, 'D06 adjustment']],
  ])('%s', (_name, adjustments, expected) => expect(bonusOf(adjustments)).toEqual(expected));

  test('the total is at least 0 and at most 总分上限', () => {
    const base = { scheme: target, subjects: ['一'], sources: { superior: { raw: { A: [99] } } } };
    expect(score({ ...base, adjustments: [[0, 'B1', 3]] }).subjects[0]!.total).toBe(102);
    expect(
      score({ ...base, adjustments: [[0, 'B1', 3]], parameters: { totalCap: Q.of(100) } }).subjects[0]!.total,
    ).toBe(100);
    const poor = { ...base, sources: { superior: { raw: { A: [1] } } } };
    expect(score({ ...poor, adjustments: [[0, 'P1', 9]] }).subjects[0]!.total).toBe(0);
  });
});

describe('grade and veto (section 6)', () => {
  const target = scheme([
    ['甲', 'A', '100', '直接打分'],
    ['', 'V1', '', '否决', '定为=不合格'],
    ['', 'V2', '', '否决', '降档=1; 扣分=5; 限下一档=是'],
    ['', 'V3', '', '否决', '封顶=良好'],
    ['', 'B1', '5', '加分', '每次=1'],
  ]);
  const judge = (value: CellValue, adjustments: Case['adjustments'] = [], parameters: Case['parameters'] = {}) => {
    const { subjects } = score({
      scheme: target,
      parameters,
      subjects: ['一'],
      sources: { superior: { raw: { A: [value] } } },
      adjustments,
    });
    return [subjects[0]!.total, subjects[0]!.grade, subjects[0]!.vetoes.join('')];
  };
  test.each<[string, CellValue, Case['adjustments'], unknown[]]>([
    ['89.995 is 90.00', 89.995, [], [90, '优秀', '']],
    ['89.9949 is 89.99', 89.9949, [], [89.99, '良好', '']],
    ['no holes between bands', 79.994, [], [79.99, '合格', '']],
    ['定为', 95, [[0, 'V1', 1]], [95, '不合格', 'V1']],
    ['封顶 keeps the score', 93, [[0, 'V3', '是']], [93, '良好', 'V3']],
    ['封顶 does not raise', 70, [[0, 'V3']], [70, '合格', 'V3']],
    ['降档 takes points and judges again', 93, [[0, 'V2', 1]], [88, '良好', 'V2']],
    ['限下一档 holds the total', 99, [[0, 'V2', 1]], [89.99, '良好', 'V2']],
    ['the reduced total may fall further', 83, [[0, 'V2', 1]], [78, '合格', 'V2']],
    [
      'twice counts once',
      93,
      [
        [0, 'V2', 1],
        [0, 'V2', '√'],
      ],
      [88, '良好', 'V2'],
    ],
    [
      '0, 否 and × do not apply',
      93,
      [
        [0, 'V1', 0],
        [0, 'V2', '否'],
        [0, 'V3', '×'],
      ],
      [93, '优秀', ''],
    ],
    [
      'all that apply, in the order of the rules',
      93,
      [
        [0, 'V3'],
        [0, 'V2'],
        [0, 'V1'],
      ],
      [59.99, '不合格', 'V1V2V3'],
    ],
  ])('%s', (_name, value, adjustments, expected) => expect(judge(value, adjustments)).toEqual(expected));

  test('等次含加分=否 judges the score without the bonus', () => {
    expect(judge(89, [[0, 'B1', 2]])).toEqual([91, '优秀', '']);
    expect(judge(89, [[0, 'B1', 2]], { gradeWithBonus: false })).toEqual([91, '良好', '']);
  });

  test('a veto speaks of grades that were renamed', () => {
    const grades = [
      ['好', 90],
      ['较好', 80],
      ['一般', 60],
      ['差', 0],
    ].map(([name, from]) => ({ name: String(name), from: Q.of(Number(from)) }));
    expect(judge(95, [[0, 'V3']], { grades })[1]).toBe('较好');
    expect(judge(95, [[0, 'V1']], { grades })[1]).toBe('差');
  });

  test('the last band takes what is below all others', () => {
    expect(
      judge(50, [], {
        grades: [
          { name: '优秀', from: Q.of(90) },
          { name: '合格', from: Q.of(60) },
        ],
      })[1],
    ).toBe('合格');
  });

  test('a person’s grade wins, both are shown, T03', () => {
    const { subjects, issues } = score({
      scheme: target,
      subjects: ['一', '二'],
      sources: { superior: { raw: { A: [95, 85] } } },
      adjustments: [[1, 'grade', null, null, '优']],
    });
    expect(subjects[1]).toMatchObject({ grade: '优秀', gradeComputed: '良好', rank: 2 });
    expect(subjects[0]).not.toHaveProperty('gradeComputed');
    expect(issues).toMatchObject([
      {
        code: 'T03',
        subject: 'U2',
        place: { sheet: 1, row: 0, column: 2 },
        data: { grade: '优秀', computed: '良好', basis: '依据' },
      },
    ]);
    const bad = score({
      scheme: target,
      subjects: ['一'],
      sources: { superior: { raw: { A: [95] } } },
      adjustments: [[0, 'grade', null, '特优']],
    });
    expect(bad.issues).toMatchObject([{ code: 'D03', variant: 'grade', data: { text: '特优' } }]);
  });

  test('quota: 47 members, at most 1/3 is floor(15.67) = 15', () => {
    const values = Array.from({ length: 47 }, (_value, i) => 100 - i * 0.2);
    const { subjects } = score({
      parameters: { topGradeQuota: Q.fraction(1n, 3n) },
      subjects: values.map(String),
      sources: total(values),
    });
    expect(subjects.filter((subject) => subject.grade === '优秀')).toHaveLength(15);
    expect(subjects[15]).toMatchObject({ grade: '良好', total: 97 });
  });

  test('a tie across the cut moves down as a whole, T02 for each of the tied', () => {
    const given: Case = {
      parameters: { topGradeQuota: Q.of('0.5') },
      subjects: ['一', '二', '三', '四', '五'],
      sources: total([96, 94, 94, 92, 70]),
    };
    const { subjects, issues } = score(given);
    expect(subjects.map((subject) => subject.grade)).toEqual(['优秀', '良好', '良好', '良好', '合格']);
    expect(issues.map(({ code, subject }) => [code, subject])).toEqual([
      ['T02', 'U2'],
      ['T02', 'U3'],
    ]);
    const broken = score({ ...given, parameters: { ...given.parameters, tieBreak: ['上级考核'] } });
    expect(broken.issues).toHaveLength(2);
  });
});

describe('rank, award and order (section 7)', () => {
  const ranks = (values: readonly CellValue[], parameters: Case['parameters'] = {}) =>
    score({ parameters, subjects: values.map(String), sources: total(values) }).subjects.map((subject) => subject.rank);
  test('95.20 93.10 93.10 91.00', () => {
    expect(ranks([95.2, 93.1, 93.1, 91])).toEqual([1, 2, 2, 4]);
    expect(ranks([95.2, 93.1, 93.1, 91], { tiePlaces: 'dense' })).toEqual([1, 2, 2, 3]);
  });
  test('equal-looking totals are equal', () => expect(ranks([93.104, 93.1, 93.095])).toEqual([1, 1, 1]));

  test('the grade comes first, or not with 排名依据=总分', () => {
    const target = scheme([
      ['甲', 'A', '100', '直接打分'],
      ['', 'V3', '', '否决', '封顶=良好'],
    ]);
    const given: Case = {
      scheme: target,
      subjects: ['一', '二'],
      sources: { superior: { raw: { A: [95, 91] } } },
      adjustments: [[0, 'V3']],
    };
    expect(score(given).subjects.map((subject) => subject.rank)).toEqual([2, 1]);
    expect(score({ ...given, parameters: { rankBy: 'total' } }).subjects.map((subject) => subject.rank)).toEqual([
      1, 2,
    ]);
  });

  test('同分排序 by sources and dimensions; who has no value comes after', () => {
    const target = scheme([
      ['业绩', 'A', '50', '直接打分'],
      ['班子', 'B', '50', '直接打分'],
    ]);
    const given: Case = {
      scheme: target,
      subjects: ['一', '二', '三'],
      parameters: { tieBreak: ['业绩', '自评'] },
      sources: { superior: { raw: { A: [45, 46, null], B: [45, 44, null] }, totals: [null, null, 90] } },
    };
    expect(score(given).subjects.map((subject) => [subject.total, subject.rank])).toEqual([
      [90, 2],
      [90, 1],
      [90, 3],
    ]);
  });

  test('优秀 96 94 92 92: the places that a tie straddles are left to people', () => {
    const { subjects, issues } = score({ subjects: ['一', '二', '三', '四'], sources: total([92, 96, 92, 94]) });
    expect(subjects.map((subject) => subject.award)).toEqual(['需集体研究', '流动红旗', '需集体研究', '流动红旗']);
    expect(issues.map(({ code, subject, data }) => [code, subject, data['places'], data['tied']])).toEqual([
      ['T01', 'U1', 1, 2],
      ['T01', 'U3', 1, 2],
    ]);
  });

  test('flags are never filled from the next grade, and each group has its own', () => {
    const subjects = [{ group: '甲' }, { group: '乙' }, { group: '甲' }, { group: '乙' }];
    const { subjects: scored, result } = score({
      parameters: { flags: 1 },
      subjects,
      sources: total([95, 89, 96, 85]),
    });
    expect(scored.map((subject) => [subject.rank, subject.award])).toEqual([
      [2, null],
      [1, null],
      [1, '流动红旗'],
      [2, null],
    ]);
    expect([...result.schemes[0]!.order]).toEqual([2, 0, 1, 3]);
  });

  test('exempt and blocked subjects have no rank and close their group', () => {
    const subjects = ['一', { name: '二', exempt: true }, '三', '四'];
    const { result } = score({
      subjects,
      sources: { superior: { totals: [80, 99, null, 90] }, self: { totals: [80, 80, 80, 95] } },
    });
    const [scored] = result.schemes;
    expect([...scored!.rank]).toEqual([2, 0, 0, 1]);
    expect([...scored!.order]).toEqual([3, 0, 1, 2]);
    expect([...scored!.status].map((code) => STATUSES[code])).toEqual(['scored', 'exempt', 'blocked', 'scored']);
    expect([...scored!.award].map((code) => AWARDS[code])).toEqual([null, null, null, '流动红旗']);
  });
});

describe('attainment (section 8)', () => {
  test('21 党委 and 直属党总支, 19 attained: 90.48 %, one short', () => {
    const subjects = Array.from({ length: 21 }, (_subject, i) => ({
      kind: i === 3 ? ('直属党总支' as const) : ('党委' as const),
    }));
    const values = subjects.map((_subject, i) => (i < 19 ? 85 : 70));
    expect(score({ subjects, sources: total(values) }).result.attainment).toEqual([
      { target: '党委', assessed: 21, attained: 19, rate: 0.9048, goal: 0.95, short: 1 },
    ]);
  });

  test('the rounded total, every dimension that there is, and no veto', () => {
    const target = scheme([
      ['甲', 'A', '50', '直接打分'],
      ['乙', 'B', '50', '直接打分'],
      ['', 'V3', '', '否决', '封顶=良好'],
    ]);
    const raw = { A: [50, 50, 50, 39.9975, '/'], B: [39, 40, 40, 40, 40] };
    const { subjects } = score({
      scheme: target,
      subjects: ['一', '二', '三', '四', '五'],
      sources: { superior: { raw } },
      adjustments: [[2, 'V3']],
    });
    expect(subjects.map((subject) => subject.attained)).toEqual([false, true, false, true, true]);
  });

  test('members count by branch, without a goal', () => {
    const target = scheme([['甲', 'A', '100', '直接打分']], '党员五带头');
    const subjects = ['一支部', '二支部', '一支部'].map((group) => ({
      kind: '党员' as const,
      group,
      organization: null,
    }));
    expect(score({ scheme: target, subjects, sources: total([85, 85, 70]) }).result.attainment).toEqual([
      { target: '一支部', assessed: 2, attained: 1, rate: 0.5, goal: null, short: null },
      { target: '二支部', assessed: 1, attained: 1, rate: 1, goal: null, short: null },
    ]);
  });
});

describe('a table ranked as it stands (section 12)', () => {
  test('totals are graded and ranked; blank is D01 and blocked, "/" is exempt', () => {
    const table = {
      ...scheme([['甲', 'A', '100', '直接打分']]),
      kind: 'table' as const,
      indicators: [],
      dimensions: [],
    };
    const given: Case = {
      scheme: table,
      subjects: ['一', '二', '三', '四', '五'],
      tableTotals: [88.5, '/', null, '95.2分', '约80'],
    };
    const { subjects, issues, assessment, result } = score(given);
    expect(subjects.map((subject) => [subject.status, subject.total, subject.grade, subject.rank])).toEqual([
      ['scored', 88.5, '良好', 2],
      ['exempt', null, null, null],
      ['blocked', null, null, null],
      ['scored', 95.2, '优秀', 1],
      ['blocked', null, null, null],
    ]);
    expect(subjects[0]).toMatchObject({
      sources: { self: null, peer: null, superior: null },
      dimensions: {},
      base: null,
      bonus: null,
      penalty: null,
      award: null,
      attained: null,
    });
    expect(issues.map(({ code, variant, subject }) => [code, variant, subject])).toEqual([
      ['D01', 'total', 'U3'],
      ['D03', 'total', 'U5'],
    ]);
    expect(toJson(assessment, result).attainment).toEqual([]);
  });
});
