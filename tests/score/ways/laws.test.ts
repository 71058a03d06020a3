import fc from 'fast-check';
import { findWays, scoreAssessment, type GradeWays, type WayStep } from '../../../src/score';
import type { Assessment, CellRef, CellValue, SchemeParameters } from '../../../src/model';
import { Q } from '../../../src/values';
import { assess, scheme } from '../build';
import { withCells } from '../withCell';

const RULES = scheme([
  ['甲', 'A', '10', '扣分', '每次=2; 目标=6'],
  ['甲', 'B', '15', '完成率', '目标=80%; 封顶=110%'],
  ['乙', 'C', '12', '阶梯扣分', '界限=48; 步长=2; 每档=3; 方向=高于; 取整=进一'],
  ['乙', 'D', '9', '直接打分'],
  ['乙', 'E', '13', '分档', '<=10:13; >=40:8; >=30:5; 其他:0'],
  ['丙', 'F', '11', '与最高者比'],
  ['丙', 'G', '12', '名次赋分', '每位=4'],
  ['丙', 'H', '8', '等级', '好:8; 较好:5; 差:0'],
  ['丙', 'I', '10', '累计', '提出:2; 采纳:4'],
  ['', 'B1', '', '加分', '每次=2'],
  ['', 'P1', '', '扣减', '每次=20'],
  ['', 'V1', '', '否决', '封顶=良好'],
  ['', 'V2', '', '否决', '降档=1; 扣分=3; 限下一档=是'],
]);

/** Every value that a test tries in a cell, so that nothing is left to how ways are found. */
const TRIED: Readonly<Record<string, readonly CellValue[]>> = {
  A: range(0, 8),
  B: range(0, 20).map((n) => `${n * 5}%`),
  C: range(40, 60),
  D: range(0, 9),
  E: [5, 9, 10, 11, 29, 30, 31, 39, 40, 41, 45],
  F: range(0, 12),
  G: range(0, 12),
  H: ['好', '较好', '差'],
  I: ['无', '提出1', '采纳1', '提出1、采纳1', '采纳2', '提出3', '提出5', '采纳3'],
};
const IDS = Object.keys(TRIED);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

const row = fc.record({
  cells: fc.tuple(...IDS.map((id) => fc.constantFrom<CellValue>(...TRIED[id]!))),
  self: fc.integer({ min: 20, max: 50 }).map((n) => n * 2),
  adjusted: fc.constantFrom(null, null, null, 'B1', 'P1', 'V1', 'V2'),
});
const parameters: fc.Arbitrary<Partial<SchemeParameters>> = fc.record({
  topGradeQuota: fc.constantFrom(null, Q.of('0.3'), Q.of('0.5')),
  tieBreak: fc.constantFrom([], ['上级考核', '丙'], ['乙', '自评']),
  gradeWithBonus: fc.boolean(),
  totalCap: fc.constantFrom(null, null, Q.of(85)),
  grades: fc.constantFrom(
    ...[
      [90, 80, 60],
      [75, 62.5, 50],
    ].map((bounds) => ['优秀', '良好', '合格', '不合格'].map((name, i) => ({ name, from: Q.of(bounds[i] ?? 0) }))),
  ),
});
const given = fc.tuple(fc.array(row, { minLength: 1, maxLength: 5 }), parameters);

type Cases = typeof given extends fc.Arbitrary<infer T> ? T : never;

function build([rows, own]: Cases): Assessment {
  const raw = Object.fromEntries(IDS.map((id, i) => [id, rows.map(({ cells }) => cells[i]!)]));
  return assess({
    scheme: RULES,
    parameters: own,
    subjects: rows.map((_, i) => `单位${i}`),
    sources: { superior: { raw }, self: { totals: rows.map(({ self }) => self) } },
    adjustments: rows.flatMap(({ adjusted }, i) => (adjusted ? [[i, adjusted] as const] : [])),
  });
}

/**
 * The highest value worth having in F and G: beyond the best of the group, 与最高者比 gains nothing, nor does 名次赋分
 * for who is first already; both would only take from the others, who stay as they are here.
 */
function worthHaving(cases: Cases, subject: number, id: string): number {
  const values = cases[0].map(({ cells }) => Number(cells[IDS.indexOf(id)]));
  const best = Math.max(...values);
  if (id === 'G') return values[subject] === best ? best : 99;
  return best > 0 ? best : 1;
}

/** What a person types: plain numbers as numbers. */
const typed = (entry: string): CellValue => (/^-?[\d.]+$/.test(entry) ? Number(entry) : entry);
const placesOf = (assessment: Assessment, subject: number): CellRef[] =>
  [
    ...assessment.schemes[0]!.sources.superior!.columns.map(({ cells }) => cells),
    assessment.schemes[0]!.sources.self!.totals[0]!,
  ].map((cells) => ({ sheet: 0, row: subject, column: cells.column[subject]! }));

function gradeAfter(assessment: Assessment, subject: number, cells: Parameters<typeof withCells>[1]): number {
  return scoreAssessment(withCells(assessment, cells)).schemes[0]!.grade[subject]!;
}

function isAt({ place }: WayStep, { row: r, column }: CellRef): boolean {
  return place.row === r && place.column === column;
}

/** Calls back for each subject of random schemes and each better grade. */
function everyQuestion(
  runs: number,
  check: (a: Assessment, subject: number, target: number, found: GradeWays, cases: Cases) => void,
) {
  fc.assert(
    fc.property(given, (cases) => {
      const assessment = build(cases);
      const result = scoreAssessment(assessment);
      cases[0].forEach((_, subject) => {
        for (let target = 0; target < result.schemes[0]!.grade[subject]!; target++) {
          check(assessment, subject, target, findWays(assessment, result, 0, subject, target, 'zh-CN'), cases);
        }
      });
    }),
    { numRuns: runs },
  );
}

test('whoever takes a way gets the grade and the total, and with one step less does not', () => {
  let taken = 0;
  everyQuestion(60, (assessment, subject, target, { ways }) => {
    for (const { steps, total } of ways) {
      const cells = steps.map(({ place, entry }) => ({ place, value: typed(entry) }));
      const result = scoreAssessment(withCells(assessment, cells)).schemes[0]!;
      expect(result.grade[subject]).toBeLessThanOrEqual(target);
      expect(result.total[subject]).toBe(total);
      taken++;
      if (steps.length === 1) continue;
      for (const cell of cells) {
        const others = cells.filter((other) => other !== cell);
        expect(gradeAfter(assessment, subject, others)).toBeGreaterThan(target);
      }
    }
  });
  expect(taken).toBeGreaterThan(100);
});

test('a single cell is a way if and only if some value in it is enough, and none nearer is', () => {
  let compared = 0;
  everyQuestion(10, (assessment, subject, target, { ways, state }, cases) => {
    const isSingle = ways[0]?.steps.length === 1;
    placesOf(assessment, subject).forEach((place, i) => {
      const way = isSingle ? ways.find(({ steps }) => isAt(steps[0]!, place)) : undefined;
      const id = IDS[i];
      const all = id ? TRIED[id]! : range(20, 50).map((n) => n * 2);
      const isRelative = id === 'F' || id === 'G';
      const values = isRelative ? all.filter((value) => Number(value) <= worthHaving(cases, subject, id)) : all;
      const enough = values.filter((value) => gradeAfter(assessment, subject, [{ place, value }]) <= target);
      compared++;
      // Only the cheapest ways are listed: a cell that is missing beside six others may be one too.
      if (!way) return void (enough.length > 0 && expect(ways.length).toBe(6));
      const { entry, raw } = way.steps[0]!;
      const goal = Number.parseFloat(entry);
      const from = Number.parseFloat(raw);
      if (Number.isNaN(goal) || Number.isNaN(from)) return;
      const nearer = enough.filter((value) => {
        const number = Number.parseFloat(String(value));
        return Math.abs(number - from) < Math.abs(goal - from) - 1e-9;
      });
      expect(nearer).toEqual([]);
      if (!entry.endsWith('%')) return;
      const less = `${(goal - 0.01).toFixed(2)}%`;
      if (goal - 0.01 > from) expect(gradeAfter(assessment, subject, [{ place, value: less }])).toBeGreaterThan(target);
    });
    if (state === 'blocked' || state === 'unreachable') expect(ways).toEqual([]);
  });
  expect(compared).toBeGreaterThan(200);
});

test('what is called blocked, out of reach or too much is so', () => {
  const best: Readonly<Record<string, CellValue>> = {
    A: 8,
    B: '100%',
    C: 40,
    D: 9,
    E: 5,
    H: '好',
    I: '采纳3',
  };
  const seen = new Set<string>();
  everyQuestion(60, (assessment, subject, target, { state, best: highest, fewest }, cases) => {
    seen.add(state);
    const relative = { F: worthHaving(cases, subject, 'F'), G: worthHaving(cases, subject, 'G') };
    const top: Readonly<Record<string, CellValue>> = { ...best, ...relative };
    const cells = placesOf(assessment, subject).map((place, i) => ({ place, value: top[IDS[i]!] ?? 100 }));
    const after = scoreAssessment(withCells(assessment, cells)).schemes[0]!;
    if (state === 'blocked' || state === 'unreachable') expect(after.grade[subject]).toBeGreaterThan(target);
    else expect(after.grade[subject]).toBeLessThanOrEqual(target);
    if (highest !== null) expect(after.total[subject]).toBe(highest);
    if (state === 'many') expect(fewest).toBeGreaterThan(3);
  });
  expect([...seen].sort()).toEqual(['blocked', 'many', 'unreachable', 'ways']);
});
