import fc from 'fast-check';
import type { CellValue } from '../../src/model';
import { SOURCES } from '../../src/model';
import { scoreAssessment, toJson } from '../../src/score';
import { Q } from '../../src/values';
import { assess, scheme, type Case } from './build';

const RULES = (factor: number) =>
  scheme([
    ['甲', 'A', String(4 * factor), '扣分', `每次=${0.5 * factor}; 目标=12`],
    ['甲', 'B', String(7 * factor), '完成率', '目标=95%'],
    ['乙', 'C', String(5 * factor), '阶梯扣分', `界限=95%; 步长=3%; 每档=${factor}; 取整=线性`],
    ['乙', 'D', String(9 * factor), '直接打分'],
    ['丙', 'E', String(3 * factor), '与最高者比'],
    ['丙', 'F', String(6 * factor), '名次赋分', `每位=${factor}`],
  ]);

const rate = fc.integer({ min: 0, max: 1200 }).map((n) => n / 1000);
const orSpecial = <T extends CellValue>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<CellValue> =>
  fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: fc.constantFrom<CellValue>('/', null, '待报') });
const half = (max: number) => fc.integer({ min: 0, max: max * 2 }).map((n) => n / 2);

interface Row {
  readonly raw: readonly CellValue[];
  readonly self: CellValue;
  readonly votes: readonly number[];
  readonly group: string;
}
const row: fc.Arbitrary<Row> = fc.record({
  raw: fc.tuple(
    orSpecial(fc.integer({ min: 0, max: 14 })),
    orSpecial(rate),
    orSpecial(rate),
    orSpecial(half(9)),
    orSpecial(fc.integer({ min: 0, max: 9 })),
    orSpecial(fc.integer({ min: 0, max: 5 })),
  ),
  self: orSpecial(half(100)),
  votes: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 }),
  group: fc.constantFrom('一组', '二组'),
});
const rows = fc.array(row, { minLength: 1, maxLength: 14 });

/** A case of these rows; `factor` scales all points of the rules and of the points typed in. */
function caseOf(data: readonly Row[], factor = 1): Case {
  const column = (i: number, scale = 1) =>
    data.map(({ raw }) => (typeof raw[i] === 'number' ? raw[i] * scale : raw[i]!));
  return {
    scheme: RULES(factor),
    parameters: { tieBreak: ['上级考核', '甲'], topGradeQuota: Q.of('0.4') },
    subjects: data.map(({ group }, i) => ({ name: `单位${i}`, id: null, group })),
    sources: {
      self: { totals: data.map(({ self }) => self) },
      peer: {
        votes: {
          levels: ['优秀', '良好', '合格', '不合格'],
          counts: [0, 1, 2, 3].map((level) => data.map(({ votes }) => votes[level]!)),
        },
      },
      superior: { raw: { A: column(0), B: column(1), C: column(2), D: column(3, factor), E: column(4), F: column(5) } },
    },
  };
}

test('doubles with the exact fallback and fractions throughout give the same result', () => {
  fc.assert(
    fc.property(rows, (data) => {
      const assessment = assess(caseOf(data));
      expect(toJson(assessment, scoreAssessment(assessment))).toEqual(
        toJson(assessment, scoreAssessment(assessment, true)),
      );
    }),
    { numRuns: 150 },
  );
});

test('ranks do not depend on the order of the rows', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 13 }), (data, shift) => {
      const turned = data.map((_row, i) => (i + shift) % data.length);
      const plain = scoreAssessment(assess(caseOf(data))).schemes[0];
      const moved = scoreAssessment(assess(caseOf(turned.map((i) => data[i]!)))).schemes[0];
      turned.forEach((from, to) => {
        expect(moved?.rank[to]).toBe(plain?.rank[from]);
        expect(moved?.grade[to]).toBe(plain?.grade[from]);
      });
    }),
    { numRuns: 80 },
  );
});

test('a better rank never has a worse grade, nor with the same grade a lower total', () => {
  fc.assert(
    fc.property(rows, (data) => {
      const result = scoreAssessment(assess(caseOf(data))).schemes[0];
      if (!result) return;
      const { rank, grade, total } = result;
      data.forEach((a, i) =>
        data.forEach((b, j) => {
          if (a.group !== b.group || rank[i] === 0 || rank[j] === 0 || rank[i]! >= rank[j]!) return;
          expect(grade[i]!).toBeLessThanOrEqual(grade[j]!);
          if (grade[i] === grade[j]) expect(total[i]!).toBeGreaterThanOrEqual(total[j]!);
        }),
      );
    }),
    { numRuns: 80 },
  );
});

test('scaling all 分值 and points leaves totals and ranks', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(2, 3, 10), (data, factor) => {
      const plain = assess(caseOf(data));
      const scaled = assess(caseOf(data, factor));
      const [a, b] = [scoreAssessment(plain).schemes[0], scoreAssessment(scaled).schemes[0]];
      expect(b && [...b.rank]).toEqual(a && [...a.rank]);
      expect(b && [...b.total]).toEqual(a && [...a.total]);
    }),
    { numRuns: 60 },
  );
});

test('a total is the exact weighted mean of exact points', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(half(60), half(40), half(100)), { minLength: 1, maxLength: 6 }), (data) => {
      const target = scheme([
        ['甲', 'A', '60', '直接打分'],
        ['乙', 'B', '40', '直接打分'],
      ]);
      const superior = { raw: { A: data.map(([a]) => a), B: data.map(([, b]) => b) } };
      const given: Case = {
        scheme: target,
        subjects: data.map(String),
        sources: { self: { totals: data.map(([, , self]) => self) }, superior },
      };
      const result = scoreAssessment(assess(given)).schemes[0]!;
      data.forEach(([a, b, self], i) => {
        const expected = Q.div(Q.add(Q.mul(Q.of(10), Q.of(self)), Q.mul(Q.of(60), Q.of(a + b))), Q.of(70));
        expect(result.total[i]).toBe(Q.roundToNumber(expected, 2));
        expect(result.dimensions.map((column) => column[i])).toEqual([a, b]);
        expect(SOURCES.map((code) => result.sources[code]?.[i])).toEqual([self, undefined, a + b]);
      });
    }),
    { numRuns: 60 },
  );
});
