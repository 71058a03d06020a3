import type { ChangeSet, Period, ResultSheet, SheetLiteral } from '../../src/model';
import { buildReport } from '../../src/report';
import { outcomeOf, type SchemeLiteral, type SubjectLiteral } from './outcomeOf';

const FIRST_HALF: Period = { text: '2004年上半年', start: '2004-01-01', end: '2004-06-30' };
const SECOND_HALF: Period = { text: '2004年下半年', start: '2004-07-01', end: '2004-12-31' };
const YEAR: Period = { text: '2003年度', start: '2003-01-01', end: '2003-12-31' };

function scheme(subjects: readonly SubjectLiteral[], name = '五好党委'): SchemeLiteral {
  return { name, subjects };
}

function subject(id: string | null, name: string, rank: number, total: number, group = '生产单位'): SubjectLiteral {
  return { id, name, group, rank, total, grade: '优秀' };
}

/** A run of a period in a workbook that holds what an earlier run wrote. */
function run(period: Period | null, schemes: readonly SchemeLiteral[], earlier: ChangeSet | null = null): ChangeSet {
  const history = earlier?.sheets.filter(({ mark }) => mark === 'history') ?? [];
  const sheets: (SheetLiteral & { role?: 'results' })[] = [
    { name: '考核', rows: [['单位']] },
    ...history.map((sheet) => ({ name: sheet.name, mark: sheet.mark, rows: rowsOf(sheet), role: 'results' as const })),
  ];
  return buildReport(outcomeOf({ schemes, sheets, period }), { locale: 'zh-CN', workbook: 0 });
}

function rowsOf({ blocks }: ResultSheet): SheetLiteral['rows'] {
  return blocks.flatMap(({ values }) => values) as SheetLiteral['rows'];
}

/** 较上期 by name, null where the ranking has no such column. */
function changes(set: ChangeSet, mark = 'ranking:五好党委'): Record<string, unknown> | null {
  const rows = rowsOf(set.sheets.find((sheet) => sheet.mark === mark)!);
  const header = rows.find((row) => row.includes('名次'))!;
  const column = header.indexOf('较上期');
  if (column < 0) return null;
  return Object.fromEntries(
    rows
      .filter((row) => row.length > column && row !== header && row[0] !== null && row[1] !== null)
      .map((row) => [row[1], row[column]]),
  );
}

const BEFORE = [
  subject('U1', '甲', 1, 95),
  subject('U2', '乙', 2, 93.5),
  subject('U3', '丙', 3, 90),
  subject('U4', '丁', 1, 88, '机关后勤'),
];
const NOW = [
  subject('U3', '丙', 1, 96.35),
  subject('U1', '甲', 2, 94.6),
  subject('U2', '乙（改名）', 3, 93.5),
  subject('U4', '丁', 4, 89),
  subject('U5', '戊', 5, 80),
];

describe('较上期', () => {
  const first = run(FIRST_HALF, [scheme(BEFORE)]);
  const second = run(SECOND_HALF, [scheme(NOW)], first);

  it('is not shown without a period before', () => {
    expect(changes(first)).toBeNull();
  });

  it('shows places and points won and lost, no places where the group is another', () => {
    expect(changes(second)).toEqual({
      丙: '↑2 +6.35',
      甲: '↓1 -0.40',
      '乙（改名）': '↓1 0.00',
      丁: '+1.00',
      戊: '新',
    });
    const text = rowsOf(second.sheets[0]!).flat().join('\n');
    expect(text).toContain('上期：2004年上半年');
    expect(text).toContain('（与2004年上半年比较）');
  });

  it('stays the same when the same period is run again: its results take the place of their own', () => {
    const again = run(SECOND_HALF, [scheme(NOW)], second);
    expect(again.sheets).toEqual(second.sheets);
    const firstAgain = run(FIRST_HALF, [scheme(BEFORE)], second);
    expect(changes(firstAgain)).toBeNull();
    expect(rowsOf(firstAgain.sheets.find(({ mark }) => mark === 'history')!)).toHaveLength(1 + 4 + 5);
  });

  it('compares with the last period of the same length, else with the last that was over', () => {
    const year = run(YEAR, [scheme([subject('U1', '甲', 4, 70)])]);
    expect(changes(run(FIRST_HALF, [scheme(BEFORE)], year))).toMatchObject({ 甲: '↑3 +25.00', 乙: '新' });
    const half = run(FIRST_HALF, [scheme(BEFORE)], year);
    expect(
      changes(run({ ...YEAR, text: '2004年度', start: '2004-01-01', end: '2004-12-31' }, [scheme(NOW)], half)),
    ).toMatchObject({ 甲: '↑2 +24.60' });
  });

  it('knows subjects without an id by their names, but not names that two bear', () => {
    const named = run(FIRST_HALF, [
      scheme([subject(null, '甲', 1, 90), subject(null, '乙', 2, 80), subject(null, '乙', 3, 70)]),
    ]);
    const next = run(SECOND_HALF, [scheme([subject('U1', '甲', 1, 91), subject(null, '乙', 2, 81)])], named);
    expect(changes(next)).toEqual({ 甲: '— +1.00', 乙: '新' });
  });

  it('keeps other schemes and takes the period out of the title of a table', () => {
    const table = (title: string, total: number): SchemeLiteral => ({
      ...scheme([subject(null, '甲', 1, total)], title),
      kind: 'table',
    });
    const one = run({ ...FIRST_HALF, text: '2004年上半年' }, [table('2004年上半年得分表', 80), scheme(BEFORE)]);
    const two = run(SECOND_HALF, [table('2004年下半年得分表', 82)], one);
    expect(changes(two, 'ranking:2004年下半年得分表')).toEqual({ 甲: '— +2.00' });
    expect(rowsOf(two.sheets.find(({ mark }) => mark === 'history')!)).toHaveLength(1 + 1 + 4 + 1);
  });

  it('leaves a history that somebody spoiled alone', () => {
    const spoiled = {
      ...first,
      sheets: first.sheets.map((sheet) =>
        sheet.mark === 'history'
          ? {
              ...sheet,
              blocks: [
                {
                  ...sheet.blocks[0]!,
                  values: [['x'], [1, 2, 3], ['2004-01-01', '2004-06-30', null, '五好党委', null, null]] as never,
                },
              ],
            }
          : sheet,
      ),
    };
    expect(changes(run(SECOND_HALF, [scheme(NOW)], spoiled))).toBeNull();
  });

  it('is not kept without a period, nor for very large runs', () => {
    expect(run(null, [scheme(BEFORE)]).sheets.some(({ mark }) => mark === 'history')).toBe(false);
    const many = Array.from({ length: 60_001 }, (_, i) => subject(`D${i}`, `党员${i}`, i + 1, 90));
    expect(run(FIRST_HALF, [scheme(many)]).sheets.some(({ mark }) => mark === 'history')).toBe(false);
  });
});
