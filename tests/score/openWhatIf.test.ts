import fc from 'fast-check';
import type { Assessment, CellValue, Scheme, SchemeParameters } from '../../src/model';
import { openWhatIf, scoreAssessment, toJson } from '../../src/score';
import { Q } from '../../src/values';
import { read } from '../recognise/support';
import { assess, scheme, type ShortRule } from './build';

const PLAIN: readonly ShortRule[] = [
  ['甲', 'A', '10', '扣分', '每次=2; 目标=6'],
  ['甲', 'B', '15', '完成率', '目标=80%'],
  ['乙', 'C', '12', '阶梯扣分', '界限=48; 步长=2; 每档=3; 方向=高于'],
  ['乙', 'D', '9', '直接打分'],
  ['乙', 'E', '13', '分档', '>=40:13; >=30:8; 其他:0'],
  ['丙', 'F', '11', '与最高者比'],
  ['丙', 'G', '12', '名次赋分', '每位=2'],
  ['丙', 'H', '8', '等级', '好:8; 较好:5; 差:0'],
  ['', 'B1', '', '加分', '每次=2'],
  ['', 'P1', '', '扣减', '每次=3'],
  ['', 'V1', '', '否决', '封顶=良好'],
];
/** Each row changed in one of these ways, and all of them. */
const OTHER: readonly (readonly [number, ShortRule])[] = [
  [0, ['甲', 'A', '20', '扣分', '每次=1; 目标=7']],
  [1, ['甲', 'B', '15', '完成率', '目标=90%; 封顶=120%']],
  [2, ['乙', 'C', '12', '阶梯扣分', '界限=45; 步长=1; 每档=1; 方向=高于; 取整=线性']],
  [3, ['乙', 'D', '5', '直接打分']],
  [4, ['乙', 'E', '13', '分档', '>=35:13; 其他:2']],
  [5, ['丙', 'F', '30', '与最高者比']],
  [6, ['丙', 'G', '12', '名次赋分', '每位=0.5']],
  [7, ['丙', 'H', '8', '等级', '好:8; 差:3']],
  [8, ['', 'B1', '1', '加分', '每次=5']],
  [9, ['', 'P1', '', '扣减', '每次=10']],
];
const RULES = scheme(PLAIN);

/** The scheme with some rules changed; a rule that did not change is the very same object. */
function changed(which: readonly number[]): Scheme {
  const rules = PLAIN.map((rule, i) => OTHER.find(([at]) => at === i && which.includes(at))?.[1] ?? rule);
  const other = scheme(rules);
  const keep = <T extends { id: string }>(own: readonly T[], before: readonly T[]): T[] =>
    own.map((rule, i) => (which.includes(PLAIN.findIndex(([, id]) => id === rule.id)) ? rule : before[i]!));
  const adjustments = which.some((at) => at >= 8) ? keep(other.adjustments, RULES.adjustments) : RULES.adjustments;
  return { ...RULES, indicators: keep(other.indicators, RULES.indicators), adjustments };
}

const cell = (...values: CellValue[]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom<CellValue>(...values) },
    { weight: 1, arbitrary: fc.constantFrom<CellValue>('/', null, '待报') },
  );
const row = fc.record({
  cells: fc.tuple(
    cell(0, 3, 5, 6, 7),
    cell('50%', 0.7, '85%', 95),
    cell(44, 47, 50, 55),
    cell(3, 7.5, 9),
    cell(20, 33, 38, 45),
    cell(1, 4, 8),
    cell(1, 2, 3),
    cell('好', '较好', '差'),
  ),
  self: cell(60, 81.255, 95),
  dimension: cell(5, 20),
  votes: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)),
  adjusted: fc.constantFrom(null, null, 'B1', 'P1', 'V1'),
  group: fc.constantFrom('一组', '二组'),
  exempt: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
const rows = fc.array(row, { minLength: 1, maxLength: 10 });
const bands = (bounds: readonly number[]): SchemeParameters['grades'] =>
  ['优秀', '良好', '合格', '不合格'].map((name, i) => ({ name, from: Q.of(bounds[i] ?? 0) }));
const parameters: fc.Arbitrary<Partial<SchemeParameters>> = fc.record(
  {
    weights: fc.constantFrom(
      { self: Q.of(40), peer: Q.of(20), superior: Q.of(40) },
      { self: Q.ZERO, peer: Q.ZERO, superior: Q.of(1) },
    ),
    missing: fc.constantFrom({ self: 'zero', peer: 'block', superior: 'redistribute' } as const),
    blankIsZero: fc.boolean(),
    grades: fc.constantFrom(bands([85, 70, 50]), bands([95, 90, 60])),
    gradeWithBonus: fc.boolean(),
    topGradeQuota: fc.constantFrom(null, Q.of('0.3'), Q.of('0.5')),
    rankBy: fc.constantFrom('grade' as const, 'total' as const),
    tiePlaces: fc.constantFrom('competition' as const, 'dense' as const),
    tieBreak: fc.constantFrom([], ['上级考核', '甲']),
    passTotal: fc.constantFrom(Q.of(60)),
    passDimension: fc.constantFrom(Q.of('0.5')),
    flags: fc.constantFrom(1, 5),
    bonusCap: fc.constantFrom(Q.of(1), Q.of(20)),
    totalCap: fc.constantFrom(null, Q.of(80)),
    voteWeights: fc.constantFrom(
      ['优秀', '良好', '合格', '不合格'].map((name, i) => ({ name, amount: Q.of(90 - i * 30) })),
    ),
    trimExtremes: fc.boolean(),
    committeeGoal: fc.constantFrom(Q.of('0.5')),
  },
  { requiredKeys: [] },
);

function build(data: typeof rows extends fc.Arbitrary<infer T> ? T : never): Assessment {
  const ids = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
  const raw = Object.fromEntries(ids.map((id, i) => [id, data.map(({ cells }) => cells[i]!)]));
  return assess({
    scheme: RULES,
    subjects: data.map(({ group, exempt }, i) => ({ name: `单位${i}`, group, exempt })),
    sources: {
      superior: { raw },
      self: { totals: data.map(({ self }) => self), dimensions: { 甲: data.map(({ dimension }) => dimension) } },
      peer: {
        votes: {
          levels: ['优秀', '良好', '合格', '不合格'],
          counts: [0, 1, 2, 3].map((i) => data.map(({ votes }) => votes[i]!)),
        },
      },
    },
    adjustments: data.flatMap(({ adjusted }, i) => (adjusted ? [[i, adjusted] as const] : [])),
  });
}

/** The assessment as it would be recognised under these rules. */
function under(assessment: Assessment, own: Partial<SchemeParameters>, rules: Scheme): Assessment {
  const [input] = assessment.schemes;
  return { ...assessment, schemes: [{ ...input!, scheme: rules, parameters: { ...input!.parameters, ...own } }] };
}

test('other rules give what scoring from scratch gives, again and again', () => {
  const changes = fc.array(
    fc.tuple(
      parameters,
      fc.subarray(
        OTHER.map(([at]) => at),
        { maxLength: 3 },
      ),
    ),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(rows, changes, (data, tries) => {
      const assessment = build(data);
      const result = scoreAssessment(assessment);
      const whatIf = openWhatIf(assessment, result);
      for (const [own, which] of tries) {
        const rules = changed(which);
        const other = under(assessment, own, rules);
        const found = whatIf.score([{ scheme: 0, parameters: other.schemes[0]!.parameters, rules }]);
        const { schemes, attainment } = scoreAssessment(other);
        expect(toJson(other, found)).toEqual(toJson(other, { schemes, attainment, issues: [] }));
        expect(found.schemes.map(({ points, dimensionRates }) => ({ points, dimensionRates }))).toEqual(
          schemes.map(({ points, dimensionRates }) => ({ points, dimensionRates })),
        );
      }
      // Nothing of it is left behind.
      expect(whatIf.score([])).toEqual({ ...result, issues: [] });
    }),
    { numRuns: 150 },
  );
});

test('schemes that nothing changes keep their very results', () => {
  const data = { subjects: ['甲', '乙'], sources: { superior: { totals: [90, 80] } } };
  const [first, second] = [assess(data), assess({ ...data, scheme: { ...RULES, name: '五好党支部' } })];
  const both: Assessment = { ...first, schemes: [first.schemes[0]!, second.schemes[0]!] };
  const result = scoreAssessment(both);
  const { parameters: own } = both.schemes[1]!;
  const found = openWhatIf(both, result).score([{ scheme: 1, parameters: { ...own, rankBy: 'total' } }]);
  expect(found.schemes[0]).toBe(result.schemes[0]);
  expect(found.schemes[1]).not.toBe(result.schemes[1]);
});

test('a table of totals is graded anew', () => {
  const table = assess({
    scheme: { ...RULES, kind: 'table', indicators: [], dimensions: [] },
    subjects: ['甲', '乙', '丙'],
    tableTotals: [95, 85, '/'],
  });
  const { parameters: own } = table.schemes[0]!;
  const whatIf = openWhatIf(table, scoreAssessment(table));
  const found = whatIf.score([{ scheme: 0, parameters: { ...own, grades: bands([80, 70, 60]) } }]);
  expect([...found.schemes[0]!.grade]).toEqual([0, 0, -1]);
});

test('what members come to is handed up: other bands of theirs move the branch that they feed', () => {
  const assessment = read([
    {
      name: '党员名册',
      rows: [['党员编号', '姓名', '所在支部'], ...[1, 2, 3].map((i) => [`D${i}`, `党员${i}`, '采矿党支部'])],
    },
    {
      name: '单位名册',
      rows: [
        ['单位编号', '单位名称', '类型'],
        ['B1', '采矿党支部', '党支部'],
      ],
    },
    {
      name: '党员考核得分',
      rows: [['党员编号', '姓名', '考核得分'], ...[95, 70, 65].map((total, i) => [`D${i + 1}`, `党员${i + 1}`, total])],
    },
    {
      name: '支部考核',
      rows: [
        ['支部名称', '党课', '党员“五带头”合格率'],
        ['采矿党支部', 2, null],
      ],
    },
  ]);
  const result = scoreAssessment(assessment);
  const at = (name: string) => assessment.schemes.findIndex(({ scheme: own }) => own.name === name);
  const [members, branches] = [at('党员五带头'), at('五好党支部(党总支)')];
  const { parameters: own } = assessment.schemes[members]!;
  const grades = own.grades.map((band) => (band.name === '合格' ? { ...band, from: Q.of(68) } : band));
  const found = openWhatIf(assessment, result).score([{ scheme: members, parameters: { ...own, grades } }]);
  const total = ({ schemes }: typeof result) => schemes.find(({ scheme: index }) => index === branches)!.total[0];
  // All three are 合格, then two of three: 6 · (2/3)/0.9 of 6.
  expect(total(result)).toBe(100);
  expect(total(found)).toBe(82.72);
});
