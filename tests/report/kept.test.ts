import fc from 'fast-check';
import type { ChangeSet, Finding, OutValue, ResultSheet, SheetLiteral } from '../../src/model';
import { buildReport } from '../../src/report';
import { peoplesPart } from '../../src/report/kept/remarks';
import { cell, outcomeOf, type OutcomeLiteral, type SchemeLiteral, type SubjectLiteral } from './outcomeOf';

type Cell = SheetLiteral['rows'][number][number];
interface Written extends SheetLiteral {
  rows: Cell[][];
  width: number;
}

/** A result sheet of a run as a host reads it back. */
function readBack(sheet: ResultSheet, set: ChangeSet): Written {
  const record = set.sheets.find(({ mark }) => mark === 'ours')!.blocks[0]!.values;
  const rows: Cell[][] = [];
  for (const { row, column, values, columnStyles } of sheet.blocks) {
    values.forEach((line, r) =>
      line.forEach((value, c) => {
        const format = sheet.styles[columnStyles[c]!]?.numberFormat;
        const at = (rows[row + r] ??= []);
        if (value !== null) at[column + c] = asCell(value, format);
      }),
    );
  }
  return {
    name: sheet.name,
    mark: sheet.mark,
    rows: Array.from(rows, (row) => Array.from(row ?? [])),
    merges: sheet.merges,
    visibility: sheet.visibility ?? 'visible',
    width: Number(record.find(([mark]) => mark === sheet.mark)?.[1] ?? 0),
  };
}

function asCell(value: OutValue, format?: string): Cell {
  if (value === null || typeof value !== 'object') return format ? { value, format } : value;
  return 'formula' in value ? { value: value.value, formula: value.formula } : value.text;
}

function shown(value: Cell): unknown {
  return typeof value === 'object' && value !== null && 'value' in value ? value.value : (value ?? null);
}

function scheme(subjects: readonly SubjectLiteral[], name = '五好党委'): SchemeLiteral {
  return { name, subjects };
}

function subject(name: string, rank: number, total: number, more: Partial<SubjectLiteral> = {}): SubjectLiteral {
  return { id: name, name, group: '生产单位', rank, total, grade: '优秀', ...more };
}

/** A run over a workbook that holds these sheets of an earlier one. */
function run(given: OutcomeLiteral, earlier: readonly SheetLiteral[] = []): ChangeSet {
  const sheets = [
    { name: '考核', rows: [['单位']] },
    ...earlier.map((sheet) => ({ ...sheet, role: 'results' as const })),
  ];
  return buildReport(outcomeOf({ ...given, sheets }), { locale: 'zh-CN', workbook: 0 });
}

const sheetIn = (set: ChangeSet, mark: string) =>
  readBack(
    set.sheets.find((sheet) => sheet.mark === mark)!,
    set,
  );
const all = (set: ChangeSet) => set.sheets.map((sheet) => readBack(sheet, set));

/** Columns that are ours. */
const widthOf = ({ width }: Written) => width;
const rowOf = ({ rows }: Written, name: string) => rows.findIndex((row) => row.some((value) => shown(value) === name));

/** What stands beside the row of a name. */
function beside(sheet: Written, name: string): unknown[] {
  return Array.from(sheet.rows[rowOf(sheet, name)]!.slice(widthOf(sheet)), shown);
}

/** The sheets of a run, one of them written on by a person. */
function writtenOn(set: ChangeSet, mark: string, write: (sheet: Written) => void): Written[] {
  const sheets = all(set);
  write(sheets.find((sheet) => sheet.mark === mark)!);
  return sheets;
}

const RANKING = 'ranking:五好党委';
const FIRST = [subject('甲', 1, 95), subject('乙', 2, 93), subject('丙', 3, 90)];

describe('notes beside a ranking', () => {
  const first = run({ schemes: [scheme(FIRST)] });
  const noted = writtenOn(first, RANKING, (sheet) => {
    const width = widthOf(sheet);
    sheet.rows[rowOf(sheet, '名次')]![width] = '领导批示';
    sheet.rows[rowOf(sheet, '乙')]![width] = '重点帮扶';
    sheet.rows[rowOf(sheet, '丙')]![width + 2] = { value: 38_123, format: 'yyyy/m/d' };
    sheet.rows[0]![width] = '张部长已阅';
  });

  it('follow their subject when places change, with their column, number format and header', () => {
    const now = [subject('丙', 1, 96), subject('丁', 2, 94), subject('乙', 3, 93.5), subject('甲', 4, 80)];
    const again = sheetIn(run({ schemes: [scheme(now)] }, noted), RANKING);
    expect(beside(again, '乙')).toEqual(['重点帮扶']);
    expect(beside(again, '丙')).toEqual([null, null, 38_123]);
    expect(again.rows[rowOf(again, '丙')]!.at(-1)).toEqual({ value: 38_123, format: 'yyyy/m/d' });
    expect(beside(again, '名次')).toEqual(['领导批示']);
    expect(again.rows[0]!.map(shown).at(-1)).toBe('张部长已阅');
    expect(beside(again, '甲')).toEqual([]);
    expect(beside(again, '丁')).toEqual([]);
  });

  it('stand beside a table that has become wider', () => {
    const now = FIRST.map((one) => ({ ...one, bonus: 2, attained: true }));
    const again = sheetIn(run({ schemes: [scheme(now)] }, noted), RANKING);
    expect(widthOf(again)).toBeGreaterThan(widthOf(noted.find(({ mark }) => mark === RANKING)!));
    expect(beside(again, '乙')).toEqual(['重点帮扶']);
  });

  it('follow a subject into another group, and are found where groups are bands', () => {
    const groups = [subject('甲', 1, 95), subject('乙', 1, 93, { group: '机关' }), subject('丙', 2, 90)];
    const again = run({ schemes: [scheme(groups)] }, noted);
    expect(beside(sheetIn(again, RANKING), '乙')).toEqual(['重点帮扶']);
    const back = run({ schemes: [scheme(FIRST)] }, all(again));
    expect(beside(sheetIn(back, RANKING), '乙')).toEqual(['重点帮扶']);
  });

  it('tell members of one name in two groups apart', () => {
    const two = [
      subject('张三', 1, 95, { id: '1', group: '一支部' }),
      subject('张三', 1, 90, { id: '2', group: '二支部' }),
    ];
    const sheets = writtenOn(run({ schemes: [scheme(two)] }), RANKING, (sheet) => {
      sheet.rows.filter((row) => shown(row[1]) === '张三').at(-1)![widthOf(sheet)] = '二支部的张三';
    });
    const swapped = [{ ...two[1]!, total: 99 }, two[0]!];
    const again = sheetIn(run({ schemes: [scheme(swapped)] }, sheets), RANKING);
    const notes = again.rows.filter((row) => shown(row[1]) === '张三').map((row) => [shown(row[2]), shown(row.at(-1))]);
    expect(notes).toEqual([
      [99, '二支部的张三'],
      [95, expect.not.stringContaining('张三')],
    ]);
  });

  it('stay below the table, under a line that says so, when the subject is gone, and return with it', () => {
    const gone = run({ schemes: [scheme(FIRST.filter(({ name }) => name !== '乙'))] }, noted);
    const sheet = sheetIn(gone, RANKING);
    expect(rowOf(sheet, '以下批注所对应的单位或差距，本次已不在表中：')).toBeGreaterThan(rowOf(sheet, '丙'));
    expect(beside(sheet, '乙')).toEqual(['重点帮扶']);
    const stillGone = run({ schemes: [scheme(FIRST.filter(({ name }) => name !== '乙'))] }, all(gone));
    expect(sheetIn(stillGone, RANKING)).toEqual(sheet);
    const back = sheetIn(run({ schemes: [scheme(FIRST)] }, all(gone)), RANKING);
    expect(beside(back, '乙')).toEqual(['重点帮扶']);
    expect(rowOf(back, '以下批注所对应的单位或差距，本次已不在表中：')).toBe(-1);
  });

  it('keep formulas in their place, and what they showed elsewhere', () => {
    const sheets = writtenOn(first, RANKING, (sheet) => {
      sheet.rows[rowOf(sheet, '甲')]![widthOf(sheet)] = { value: 5, formula: 'C4-90' };
    });
    const at = (set: ChangeSet) => sheetIn(set, RANKING).rows[rowOf(sheetIn(set, RANKING), '甲')]!.at(-1);
    expect(at(run({ schemes: [scheme(FIRST)] }, sheets))).toEqual({ value: 5, formula: 'C4-90' });
    expect(at(run({ schemes: [scheme([subject('乙', 1, 96), subject('甲', 2, 95)])] }, sheets))).toBe(5);
  });

  it('stay where they are beside blank rows below the table', () => {
    const sheets = writtenOn(first, RANKING, (sheet) => {
      const row = (sheet.rows[sheet.rows.length + 2] = []) as Cell[];
      row[widthOf(sheet) + 1] = '请于月底前反馈';
      for (let r = 0; r < sheet.rows.length; r++) sheet.rows[r] ??= [];
    });
    const longer = run({ schemes: [scheme([...FIRST, subject('丁', 4, 70)])] }, sheets);
    const again = sheetIn(longer, RANKING);
    const before = sheets.find(({ mark }) => mark === RANKING)!;
    expect(rowOf(again, '请于月底前反馈')).toBe(rowOf(before, '请于月底前反馈') + 1);
    expect(sheetIn(run({ schemes: [scheme([...FIRST, subject('丁', 4, 70)])] }, all(longer)), RANKING)).toEqual(again);
  });

  it('are none where somebody inserted a column among ours: it is not taken for notes', () => {
    const sheets = writtenOn(first, RANKING, (sheet) => {
      for (const row of sheet.rows) if (row.length > 2) row.splice(2, 0, null);
      sheet.merges = sheet.merges!.map((merge) => ({ ...merge, right: merge.right + 1 }));
    });
    expect(sheetIn(run({ schemes: [scheme(FIRST)] }, sheets), RANKING)).toEqual(sheetIn(first, RANKING));
  });

  it('are found by the title, and by the header, where no record says what was ours', () => {
    const bare = noted.filter(({ mark }) => mark !== 'ours');
    expect(beside(sheetIn(run({ schemes: [scheme(FIRST)] }, bare), RANKING), '乙')).toEqual(['重点帮扶']);
    const unmerged = bare.map((sheet) => ({ ...sheet, merges: [] as const, rows: sheet.rows.map((row) => [...row]) }));
    const ranking = unmerged.find(({ mark }) => mark === RANKING)!;
    ranking.rows[rowOf(ranking, '名次')]!.pop();
    expect(beside(sheetIn(run({ schemes: [scheme(FIRST)] }, unmerged), RANKING), '乙')).toEqual(['重点帮扶']);
  });

  it('make rows as high as they need', () => {
    const long = '这是一段很长的批示。'.repeat(12);
    const sheets = writtenOn(first, RANKING, (sheet) => {
      sheet.rows[rowOf(sheet, '甲')]![widthOf(sheet)] = long;
    });
    const set = run({ schemes: [scheme(FIRST)] }, sheets);
    const again = set.sheets.find(({ mark }) => mark === RANKING)!;
    const row = rowOf(sheetIn(set, RANKING), '甲');
    expect(again.rowHeights.find((each) => each.row === row)!.height).toBeGreaterThan(80);
    expect(again.columnWidths.at(-1)).toBe(40);
    expect(again.print.area!.right).toBe(widthOf(sheetIn(set, RANKING)) - 1);
  });
});

describe('remarks (备注) of people', () => {
  const provisional = { status: 'provisional', sources: { superior: 93 } } as const;
  const subjects = [subject('甲', 1, 95, { sources: { self: 90, superior: 96 } }), subject('乙', 2, 93, provisional)];
  const remarkOf = (set: ChangeSet, name: string) => {
    const sheet = sheetIn(set, RANKING);
    const header = sheet.rows[rowOf(sheet, '名次')]!.map(shown);
    const column = header.indexOf('备注');
    return column < 0 ? null : shown(sheet.rows[rowOf(sheet, name)]![column]);
  };
  const remarked = (name: string, remark: string) =>
    writtenOn(run({ schemes: [scheme(subjects)] }), RANKING, (sheet) => {
      const column = sheet.rows[rowOf(sheet, '名次')]!.map(shown).indexOf('备注');
      sheet.rows[rowOf(sheet, name)]![column] = remark;
    });

  it('in an empty cell stay, behind what is ours when there is something now', () => {
    expect(remarkOf(run({ schemes: [scheme(subjects)] }), '乙')).toBe('暂算：缺自评');
    const again = run({ schemes: [scheme(subjects)] }, remarked('甲', '拟推荐先进'));
    expect(remarkOf(again, '甲')).toBe('拟推荐先进');
    const worse = [{ ...subjects[0]!, ...provisional }, subject('乙', 2, 93, { sources: { self: 90, superior: 93 } })];
    const now = run({ schemes: [scheme(worse)] }, all(again));
    expect(remarkOf(now, '甲')).toBe('暂算：缺自评；拟推荐先进');
    expect(remarkOf(now, '乙')).toBe('');
    expect(remarkOf(run({ schemes: [scheme(worse)] }, all(now)), '甲')).toBe('暂算：缺自评；拟推荐先进');
  });

  it('behind ours stay when ours is no more, and keep the column', () => {
    const complete = [subjects[0]!, subject('乙', 2, 93, { sources: { self: 90, superior: 93 } })];
    const sheets = remarked('乙', '暂算：缺自评；已催报');
    expect(remarkOf(run({ schemes: [scheme(complete)] }, sheets), '乙')).toBe('已催报');
    expect(remarkOf(run({ schemes: [scheme(complete)] }), '乙')).toBeNull();
  });

  it('are not seen in what is ours, nor where it cannot be told', () => {
    const sheets = remarked('乙', '暂算：缺自评');
    expect(remarkOf(run({ schemes: [scheme(subjects)] }, sheets), '乙')).toBe('暂算：缺自评');
    const unknown = remarked('乙', '旧版本的备注').filter(({ mark }) => mark !== 'ours');
    expect(remarkOf(run({ schemes: [scheme(subjects)] }, unknown), '乙')).toBe('暂算：缺自评');
  });

  it('of a subject that is gone go below, beside its name', () => {
    const gone = run({ schemes: [scheme([subjects[1]!])] }, remarked('甲', '拟推荐先进'));
    expect(beside(sheetIn(gone, RANKING), '甲')).toEqual(['拟推荐先进']);
  });

  it.each([
    ['暂算：缺自评；已催报', ['暂算：缺自评'], '已催报'],
    ['已催报；暂算：缺自评', ['暂算：缺自评'], '已催报'],
    ['暂算：缺自评', ['暂算', '暂算：缺自评'], ''],
    ['改写', ['暂算：缺自评'], '改写'],
    ['', ['暂算'], ''],
  ])('%j less %j is %j', (remark, own, expected) => {
    expect(peoplesPart(remark, own)).toBe(expected);
  });
});

describe('notes on lists of gaps', () => {
  const gap = (code: Finding['code'], name: string, row: number, message: string): Partial<Finding> => ({
    code,
    subject: name,
    subjectName: name,
    scheme: '五好党委',
    place: cell(0, row, 3),
    message,
  });
  const GAPS = 'gaps:五好党委';
  const given = (...findings: Partial<Finding>[]): OutcomeLiteral => ({ schemes: [scheme(FIRST)], findings });

  it('follow their gap by unit, kind and cell, whatever its sentence says today', () => {
    const late = gap('G23', '乙', 4, '已逾期51天');
    const sheets = writtenOn(
      run(given(gap('G01', '甲', 2, '未制定'), late, gap('G23', '乙', 5, '已逾期3天'))),
      GAPS,
      (sheet) => {
        const row = sheet.rows[rowOf(sheet, '已逾期51天')]!;
        row[widthOf(sheet) - 1] = '已约谈';
        row[widthOf(sheet)] = '王处跟进';
      },
    );
    const now = sheetIn(
      run(
        given(gap('G02', '甲', 3, '未上报'), gap('G23', '乙', 4, '已逾期60天'), gap('G23', '乙', 5, '已逾期12天')),
        sheets,
      ),
      GAPS,
    );
    const row = now.rows[rowOf(now, '已逾期60天')]!;
    expect([shown(row[widthOf(now) - 1]), shown(row[widthOf(now)])]).toEqual(['已约谈', '王处跟进']);
    expect(
      now.rows[rowOf(now, '已逾期12天')]!.slice(widthOf(now) - 1)
        .map(shown)
        .filter(Boolean),
    ).toEqual([]);
  });

  it('of gaps that are mended stay below with unit and kind', () => {
    const sheets = writtenOn(run(given(gap('G01', '甲', 2, '未制定'))), GAPS, (sheet) => {
      sheet.rows[rowOf(sheet, '未制定')]![widthOf(sheet) - 1] = '已约谈';
    });
    const mended = run(given(), sheets);
    const sheet = sheetIn(mended, GAPS);
    const row = sheet.rows.find((cells) => cells.some((value) => shown(value) === '甲'))!.map(shown);
    expect([row[1], row[2], row.at(-1)]).toEqual(['甲', '实施方案', '已约谈']);
    expect(sheetIn(run(given(), all(mended)), GAPS)).toEqual(sheet);
  });
});

test('a second run over notes anywhere changes nothing, and every note is still there', () => {
  const outcome: OutcomeLiteral = {
    schemes: [
      {
        name: '五好党委',
        indicators: [{ id: 'W1', name: '学习', dimension: '领导班子好', max: 10 }],
        subjects: FIRST.map((one) => ({
          ...one,
          sources: { superior: 90 },
          dimensions: { 领导班子好: 9 },
          points: { superior: [9] },
        })),
      },
    ],
    findings: [{ code: 'G01', subject: '甲', subjectName: '甲', scheme: '五好党委' }],
    attainment: [{ target: '党委', assessed: 3, attained: 2, rate: 0.6667, goal: 0.95, short: 1 }],
  };
  const marks = run(outcome).sheets.flatMap(({ mark, visibility }) => (visibility === undefined ? [mark] : []));
  const note = fc.record({
    mark: fc.constantFrom(...marks),
    row: fc.nat(40),
    offset: fc.nat(4),
    text: fc.oneof(fc.constantFrom('已阅', '单位', '名次', '', '1'), fc.string({ maxLength: 5 })),
  });
  fc.assert(
    fc.property(fc.array(note, { maxLength: 8 }), (notes) => {
      const sheets = all(run(outcome));
      const texts = new Map<string, string>();
      for (const { mark, row, offset, text } of notes) {
        if (text.trim() === '') continue;
        const sheet = sheets.find((one) => one.mark === mark)!;
        for (let r = sheet.rows.length; r <= row; r++) sheet.rows[r] = [];
        sheet.rows[row]![widthOf(sheet) + offset] = text;
        texts.set(`${mark} ${row} ${offset}`, `${mark} ${text}`);
      }
      const again = run(outcome, sheets);
      const found = again.sheets.flatMap((sheet) => {
        const back = readBack(sheet, again);
        if (sheet.visibility !== undefined) return [];
        return back.rows.flatMap((row) =>
          row
            .slice(widthOf(back))
            .flatMap((value) => (shown(value) === null ? [] : [`${sheet.mark} ${String(shown(value))}`])),
        );
      });
      expect(found.filter((text) => [...texts.values()].includes(text)).sort()).toEqual([...texts.values()].sort());
      expect(run(outcome, all(again)).sheets).toEqual(again.sheets);
    }),
    { numRuns: 40 },
  );
});
