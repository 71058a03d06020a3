import fc from 'fast-check';
import { a1, type ChangeSet, type OutValue, type ResultSheet, type SchemeParameters } from '../../src/model';
import { buildReport } from '../../src/report';
import { scoreAssessment } from '../../src/score';
import { Q } from '../../src/values';
import { assess, scheme, type Case } from '../score/build';
import { differencesInIronCalc, formulasOf } from '../support/recalculation';

const RULES = scheme([
  ['甲', 'A', '20', '直接打分'],
  ['甲', 'B', '30', '直接打分'],
  ['乙', 'C', '50', '直接打分'],
  ['', 'J1', '', '加分', '每次=2'],
  ['', 'J2', '', '加分', '每次=1.5'],
  ['', 'K1', '', '扣减', '每次=3'],
  ['', 'V1', '', '否决', '封顶=良好'],
  ['', 'V2', '', '否决', '降档=1; 扣分=5; 限下一档=是'],
]);

/** Result sheets of a case, scored. */
function reportOf(given: Case): ChangeSet {
  const assessment = assess(given);
  const result = scoreAssessment(assessment);
  return buildReport({ assessment, result, findings: [] }, { locale: 'zh-CN', workbook: null });
}

function sheetOf({ sheets }: ChangeSet, kind: string): ResultSheet {
  const sheet = sheets.find(({ mark }) => mark.startsWith(`${kind}:`));
  if (!sheet) throw new Error(`no sheet ${kind}`);
  return sheet;
}

/** Cells of a sheet by address, as values or as "=formula -> value". */
function cellsOf({ blocks }: ResultSheet): Record<string, string | number | boolean | null> {
  const cells: Record<string, string | number | boolean | null> = {};
  for (const { row, column, values } of blocks) {
    values.forEach((line, r) =>
      line.forEach((value, c) => {
        const shown = shownValue(value);
        if (shown !== null && shown !== '') cells[a1({ row: row + r, column: column + c })] = shown;
      }),
    );
  }
  return cells;
}

function shownValue(value: OutValue): string | number | boolean | null {
  if (typeof value !== 'object' || value === null) return value;
  return 'formula' in value ? `=${value.formula} -> ${String(value.value)}` : value.text;
}

/** The row of a subject, from its place to its note. */
function rowOf(sheet: ResultSheet, name: string): Record<string, string | number | boolean | null> {
  const cells = cellsOf(sheet);
  const row = Object.keys(cells)
    .find((address) => cells[address] === name)!
    .replace(/\D/g, '');
  return Object.fromEntries(
    Object.entries(cells).flatMap(([address, value]) =>
      address.replace(/\D/g, '') === row ? [[address.replace(/\d/g, ''), value]] : [],
    ),
  );
}

const points = (
  ...lines: readonly (readonly [number | string | null, number | string | null, number | string | null])[]
) => ({
  points: { A: lines.map(([a]) => a), B: lines.map(([, b]) => b), C: lines.map(([, , c]) => c) },
});

/** Two subjects with three sources: points, votes, a total. */
const PLAIN: Case = {
  scheme: RULES,
  subjects: ['红岩锡矿', '松坪锡矿'],
  sources: {
    self: { totals: [98, null] },
    peer: {
      votes: {
        levels: ['优秀', '良好', '合格', '不合格'],
        counts: [
          [20, 10],
          [6, 5],
          [3, 0],
          [1, 0],
        ],
      },
    },
    superior: points([18, '/', 40.5], [20, 30, 45]),
  },
  adjustments: [
    [0, 'J1', 2],
    [0, 'J2', 2],
    [0, 'K1', 1],
  ],
};

describe('the points', () => {
  const sheet = sheetOf(reportOf(PLAIN), 'breakdown');

  it('have sums of dimensions, of the line, and a score of 100 that is not rounded', () => {
    expect(rowOf(sheet, '红岩锡矿')).toEqual({
      A: 2,
      B: '红岩锡矿',
      C: 18,
      D: '—',
      E: '=SUM(C7:D7) -> 18',
      F: 40.5,
      G: '=SUM(E7,F7) -> 58.5',
      H: '=SUMIF(C7:F7,">=0",C$5:F$5) -> 70',
      I: `=100*G7/H7 -> ${(100 * 58.5) / 70}`,
    });
    expect(cellsOf(sheet).A1).toBe('五好党委得分明细表（上级考核）');
  });

  it('have no full mark under the sum of a dimension, so that nothing counts twice', () => {
    const cells = cellsOf(sheet);
    expect([cells.C3, cells.E4, cells.C5, cells.D5, cells.E5, cells.F5]).toEqual([
      '甲（50）',
      '小计',
      20,
      30,
      undefined,
      50,
    ]);
  });

  it('of whole dimensions stand in one column, beside indicators in that of their sum', () => {
    const given: Case = {
      scheme: RULES,
      subjects: ['红岩锡矿'],
      sources: { self: { dimensions: { 甲: [45], 乙: [40] } }, superior: points([18, 27, 40]) },
    };
    const cells = cellsOf(sheetOf(reportOf(given), 'breakdown'));
    expect([cells.D6, cells.F6, cells.G6, cells.H6]).toEqual([undefined, 45, undefined, 40]);
    expect(cells.J6).toBe('=SUMIF(D6:H6,">=0",D$5:H$5)+50+50 -> 100');
    expect(cells.F7).toBe('=SUM(D7:E7) -> 45');
    const only = { ...given, sources: { self: given.sources!.self! } };
    const whole = cellsOf(sheetOf(reportOf(only), 'breakdown'));
    expect([whole.C5, whole.D5, whole.C6, whole.D6, whole.E6]).toEqual([50, 50, 45, 40, '=SUM(C6:D6) -> 85']);
  });

  it('are values, may be sorted, and have no audit, where there are too many subjects for formulas', () => {
    const count = 10_001;
    const subjects = Array.from({ length: count }, (_, i) => ({ name: `党员${i}`, id: `D${i}`, group: null }));
    const C = subjects.map((_, i) => (i % 50) + 1);
    const set = reportOf({ scheme: RULES, subjects, sources: { superior: { points: { C } } } });
    expect(formulasOf(set)).toEqual([]);
    expect(sheetOf(set, 'breakdown').autoFilter).toBeDefined();
    expect(set.sheets.some(({ mark }) => mark.startsWith('audit'))).toBe(false);
  });
});

describe('the audit of totals', () => {
  const set = reportOf(PLAIN);
  const sheet = sheetOf(set, 'audit');

  it('goes from votes and points to the place', () => {
    const points = sheetOf(set, 'breakdown').name;
    const superior = (100 * 58.5) / 70;
    expect(rowOf(sheet, '红岩锡矿')).toEqual({
      A: '=1+COUNTIF(R$6:R$7,">"&R7) -> 2',
      B: '红岩锡矿',
      C: 20,
      D: 6,
      E: 3,
      F: 1,
      G: 98,
      H: '=SUMPRODUCT(C$5:F$5,C7:F7)/SUM(C7:F7) -> 90',
      I: `='${points}'!$I$7 -> ${superior}`,
      J: `=SUMPRODUCT(G$5:I$5,G7:I7)/SUMIF(G7:I7,">=0",G$5:I$5) -> ${(10 * 98 + 30 * 90 + 60 * superior) / 100}`,
      K: '=MIN(4+3,K$5) -> 5',
      L: 3,
      M: '=ROUND(ROUND(100*MAX(0,J7+K7-L7),6),0)/100 -> 88.94',
      N: '=LOOKUP(M7,$C$10:$F$10,$C$9:$F$9) -> 良好',
      O: '=N7 -> 良好',
      R: '=ROUND(M7+10000*MATCH(O7,$C$9:$F$9,0),2) -> 30088.94',
    });
  });

  it('has the weights and caps in the header, the bounds of the grades below', () => {
    const cells = cellsOf(sheet);
    expect(['C5', 'F5', 'G5', 'H5', 'I5', 'K5'].map((at) => cells[at])).toEqual([100, 40, 10, 30, 60, 5]);
    expect(['C9', 'F9', 'C10', 'F10'].map((at) => cells[at])).toEqual(['不合格', '优秀', 0, 90]);
  });

  it('leaves a missing source out and says so', () => {
    const row = rowOf(sheet, '松坪锡矿');
    expect([row.G, row.P]).toEqual(['—', '暂算：缺自评，其余来源的权重重新分配']);
    expect(row.M).toMatch(/-> 94.44$/);
  });

  it('prints all but what only the places need', () => {
    expect(sheet.print).toMatchObject({
      orientation: 'landscape',
      fitToWidth: false,
      titleRows: { first: 2, last: 4 },
    });
    expect(sheet.print.area!.right).toBe(15);
  });
});

describe('numbers that no formula gives', () => {
  const superior = (...totals: readonly (number | null)[]) => ({ superior: { totals } });
  const audited = (given: Omit<Case, 'scheme'> & Partial<Pick<Case, 'scheme'>>, name = '单位1') =>
    rowOf(sheetOf(reportOf({ scheme: RULES, ...given }), 'audit'), name);
  const subjects = ['单位1', '单位2'];

  it('are a grade under a veto, with its reason', () => {
    const row = audited({ subjects, sources: superior(95, 91), adjustments: [[0, 'V1', 1]] });
    expect([row.I, row.H]).toEqual(['良好', '=LOOKUP(G7,$C$10:$F$10,$C$9:$F$9) -> 优秀']);
    expect(row.J).toBe('否决项：V1 V1，最高良好');
    expect(row.A).toMatch(/-> 2$/);
  });

  it('are what a veto takes, not the total that is left', () => {
    const row = audited({ subjects, sources: superior(93, 91), adjustments: [[0, 'V2', 1]] });
    expect([row.G, row.H]).toEqual([5, '=ROUND(ROUND(100*MAX(0,MAX(0,D7+E7-F7)-G7),6),0)/100 -> 88']);
    expect(row.K).toBe('否决项：V2 V2，降1档，扣5分，不超过下一等次的最高分');
    const held = audited({ subjects, sources: superior(97, 91), adjustments: [[0, 'V2', 1]] });
    expect([held.G, held.H]).toEqual([7.01, expect.stringMatching(/-> 89.99$/)]);
  });

  it('are grades that the quota or a person decided', () => {
    const quota = audited(
      {
        subjects: subjects.map((name, i) => ({ name, id: `U${i}`, group: null })),
        sources: superior(95, 91),
        parameters: { topGradeQuota: Q.of('0.5') },
      },
      '单位2',
    );
    expect([quota.I, quota.J]).toEqual(['良好', '优秀名额已满']);
    const entered = audited(
      { subjects, sources: superior(95, 91), adjustments: [[1, 'grade', null, '合格']] },
      '单位2',
    );
    expect([entered.I, entered.J]).toEqual(['合格', '人工评定（计算等次：优秀）']);
  });

  it('look otherwise than the formulas', () => {
    const given = { subjects, sources: superior(95, 91), adjustments: [[0, 'V1', 1]] as const };
    const sheet = sheetOf(reportOf({ scheme: RULES, ...given }), 'audit');
    const marked = sheet.blocks.flatMap(({ exceptions = [], row, column }) =>
      exceptions.flatMap((at) =>
        sheet.styles[at.style]!.fill === '#FFF6D6' ? [a1({ row: row + at.row, column: column + at.column })] : [],
      ),
    );
    expect(marked).toEqual(['I7']);
  });
});

describe('parameters', () => {
  const subjects = ['甲矿', '乙矿', '丙矿'];
  const totals = [88, 92, 92];
  const sheetWith = (parameters: Partial<SchemeParameters>, sources: Case['sources'] = { superior: { totals } }) =>
    sheetOf(reportOf({ scheme: RULES, subjects, sources, parameters, adjustments: [[0, 'J1', 2]] }), 'audit');

  it('a cap of the total stands in the header', () => {
    const sheet = sheetWith({ totalCap: Q.of(91) });
    expect(cellsOf(sheet).G5).toBe(91);
    expect(rowOf(sheet, '甲矿').G).toBe('=ROUND(ROUND(100*MIN(G$5,MAX(0,D6+E6-F6)),6),0)/100 -> 91');
  });

  it('a grade without the bonus has a number of its own', () => {
    const row = rowOf(sheetWith({ gradeWithBonus: false }), '甲矿');
    expect([row.G, row.H, row.I]).toEqual([
      expect.stringMatching(/-> 92$/),
      '=ROUND(ROUND(100*MAX(0,D8-F8),6),0)/100 -> 88',
      expect.stringMatching(/^=LOOKUP\(H8,.* -> 良好$/),
    ]);
  });

  it('places without gaps follow the row above', () => {
    const sheet = sheetWith({ tiePlaces: 'dense', bonusCap: Q.ZERO });
    expect(['A6', 'A7', 'A8'].map((at) => cellsOf(sheet)[at])).toEqual([
      '=1 -> 1',
      '=IF(AND(L7=L6),A6,A6+1) -> 1',
      '=IF(AND(L8=L7),A7,A7+1) -> 2',
    ]);
  });

  it('keys of equal totals stand beside what is printed', () => {
    const sources: Case['sources'] = { self: { totals: [90, 98, 90] }, superior: { totals: [90, 90, 90 + 4 / 3] } };
    const sheet = sheetWith({ tieBreak: ['上级考核'], bonusCap: Q.ZERO }, sources);
    const row = rowOf(sheet, '丙矿');
    expect(row.A).toContain('COUNTIFS(');
    expect(row.N).toBe('=IF(ISNUMBER(D6),ROUND(ROUND(100*D6,6),0)/100,-1) -> 91.33');
    expect(sheet.print.area!.right).toBeLessThan(12);
  });

  it('raters beyond what the paper holds stand beside it, and their extremes go', () => {
    const raters = Array.from({ length: 9 }, (_, i) => [90 + i, 80 + i, 85]);
    const sheet = sheetWith({ trimExtremes: true }, { peer: { raters }, superior: { totals } });
    const row = rowOf(sheet, '甲矿');
    expect(row.C).toBe('=IF(COUNT(M6:U6)>5,(SUM(M6:U6)-MAX(M6:U6)-MIN(M6:U6))/(COUNT(M6:U6)-2),AVERAGE(M6:U6)) -> 94');
    expect(sheet.print.area!.right).toBe(10);
  });
});

/** A case from drawn numbers: points, votes, raters, totals, all that may be missing. */
const drawn = fc.record({
  lines: fc.array(
    fc.record({
      points: fc.tuple(...[20, 30, 50].map((max) => fc.option(fc.integer({ min: 0, max: max * 8 }), { freq: 12 }))),
      total: fc.option(fc.integer({ min: 0, max: 20_000 }), { freq: 8 }),
      votes: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }),
      group: fc.constantFrom('一组', '二组'),
      bonus: fc.integer({ min: 0, max: 3 }),
      veto: fc.constantFrom(null, null, null, 'V1', 'V2'),
    }),
    { minLength: 1, maxLength: 9 },
  ),
  gradeWithBonus: fc.boolean(),
  rankBy: fc.constantFrom<'grade' | 'total'>('grade', 'total'),
  tiePlaces: fc.constantFrom<'competition' | 'dense'>('competition', 'dense'),
  missing: fc.constantFrom<'redistribute' | 'zero' | 'block'>('redistribute', 'zero', 'block'),
  quota: fc.boolean(),
});

test('every formula gives our value, whatever the files say', () => {
  const sets: ChangeSet[] = [];
  fc.assert(
    fc.property(drawn, ({ lines, quota, missing, ...parameters }) => {
      const given: Case = {
        scheme: RULES,
        parameters: {
          ...parameters,
          missing: { self: missing, peer: missing, superior: 'block' },
          tieBreak: ['上级考核', '甲'],
          topGradeQuota: quota ? Q.of('0.4') : null,
        },
        subjects: lines.map(({ group }, i) => ({ name: `单位${i}`, id: `U${i}`, group })),
        sources: {
          self: { totals: lines.map(({ total }) => (total === null ? null : total / 200)) },
          peer: {
            votes: {
              levels: ['优秀', '良好', '合格', '不合格'],
              counts: [0, 1, 2, 3].map((level) => lines.map(({ votes }) => votes[level]!)),
            },
          },
          superior: points(...lines.map(({ points: [a, b, c] }) => [eighths(a!), eighths(b!), eighths(c!)] as const)),
        },
        adjustments: lines.flatMap(({ bonus, veto }, i) => [
          ...(bonus > 0 ? [[i, 'J2', bonus] as const] : []),
          ...(veto ? [[i, veto, 1] as const] : []),
        ]),
      };
      const set = reportOf(given);
      sets.push({ ...set, sheets: set.sheets.filter(({ mark }) => /^(breakdown|audit):/.test(mark)) });
    }),
    { numRuns: 150 },
  );
  expect(sets.reduce((count, set) => count + formulasOf(set).length, 0)).toBeGreaterThan(5_000);
  expect(differencesInIronCalc(sets).flat()).toEqual([]);
}, 60_000);

function eighths(value: number | null): number | null {
  return value === null ? null : value / 8;
}

test('a total of 89.995 is 90 by formula too', () => {
  const given: Case = {
    scheme: RULES,
    subjects: ['单位1'],
    sources: { self: { totals: [89.99] }, superior: { totals: [90] } },
    parameters: { weights: { self: Q.of(50), peer: Q.of(0), superior: Q.of(50) } },
  };
  const set = reportOf(given);
  const row = rowOf(sheetOf(set, 'audit'), '单位1');
  expect(row.H).toBe('=ROUND(ROUND(100*MAX(0,E6+F6-G6),6),0)/100 -> 90');
  expect(row.I).toMatch(/-> 优秀$/);
  expect(differencesInIronCalc([set])).toEqual([[]]);
});
