import type { OutValue, ResultSheet } from '../../src/model';
import { buildReport } from '../../src/report';
import {
  deviationOf,
  difference,
  meanOf,
  meanRate,
  medianOf,
  rangeOf,
  shareOf,
} from '../../src/report/statistics/numbers';
import { outcomeOf, type OutcomeLiteral, type SchemeLiteral, type SubjectLiteral } from './outcomeOf';

function sheetOf(given: OutcomeLiteral): ResultSheet {
  const { sheets } = buildReport(outcomeOf(given), { locale: 'zh-CN', workbook: null });
  return sheets.find(({ mark }) => mark === 'statistics')!;
}

/** Rows of a sheet as texts joined by "|", without empty cells at the end. */
function textOf({ blocks }: ResultSheet): string[] {
  const shown = (value: OutValue) => String(value ?? '');
  return blocks.flatMap(({ values }) => values.map((row) => row.map(shown).join('|').replace(/\|+$/, '')));
}

/** Row in which a text begins a line. */
function rowOf({ blocks }: ResultSheet, text: string): number {
  return blocks.find(({ values }) => String(values[0]![0]).startsWith(text))!.row;
}

function unit(
  name: string,
  group: string | null,
  total: number,
  grade: string,
  rates: readonly [number, number],
  attained: boolean,
  sources: SubjectLiteral['sources'] = { self: total, superior: total },
): SubjectLiteral {
  const dimensionRates = { 领导班子好: rates[0], 队伍素质好: rates[1] };
  return {
    id: name,
    name,
    group,
    rank: 1,
    total,
    grade,
    dimensions: { 领导班子好: 9, 队伍素质好: 9 },
    dimensionRates,
    attained,
    sources,
  };
}

const SCHEME: SchemeLiteral = {
  name: '五好党委',
  indicators: [
    { id: 'W1', name: '学习', dimension: '领导班子好', max: 10 },
    { id: 'W2', name: '培训', dimension: '队伍素质好', max: 30, nature: 'qualitative' },
  ],
  subjects: [
    unit('红岩锡矿', '生产单位', 95.5, '优秀', [0.95, 0.9], true, { self: 99, superior: 95 }),
    unit('松坪锡矿', '生产单位', 80.5, '良好', [0.85, 0.95], false, { self: 78.25, superior: 90.5 }),
    unit('青石坡锡矿', '生产单位', 82, '良好', [0.8, 0.85], true),
    unit('集团机关', '机关后勤', 91.25, '优秀', [0.9, 0.7], true, { self: 92, superior: 91 }),
    unit('职工医院', '机关后勤', 88.75, '良好', [0.8, 0.8], true, { self: 95, superior: null }),
  ],
};

describe('numbers', () => {
  it('are exact in hundredths', () => {
    expect(meanOf([90, 90.01])).toBe(90.01);
    expect(meanOf([1.005 * 100, 100.49])).toBe(100.5);
    expect(meanRate([0.9, 0.8333])).toBe(0.8667);
    expect(difference(90.1, 89.2)).toBe(0.9);
    expect([shareOf(2, 3), shareOf(1, 8)]).toEqual([0.6667, 0.125]);
  });

  it('know the middle and the spread', () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 3, 2]), medianOf([5])]).toEqual([2, 2.5, 5]);
    expect([deviationOf([80, 90]), deviationOf([2, 4, 4, 4, 5, 5, 7, 9])]).toEqual([5, 2]);
    expect(rangeOf([3, 1, 2])).toEqual({ low: 1, high: 3 });
  });

  it('of nobody are none', () => {
    expect([meanOf([]), medianOf([]), deviationOf([]), rangeOf([]), shareOf(0, 0)]).toEqual(Array(5).fill(null));
  });
});

describe('统计分析', () => {
  const attainment = [
    { target: '党委', assessed: 21, attained: 19, rate: 0.9048, goal: 0.95, short: 1 },
    { target: '采矿党支部', assessed: 7, attained: 5, rate: 0.7143, goal: null, short: null },
  ];
  const findings = [
    { severity: 'high', scheme: '五好党委' },
    { severity: 'low', scheme: '五好党委' },
    { severity: 'medium', scheme: null },
  ] as const;
  const sheet = sheetOf({ schemes: [SCHEME], attainment, findings });

  it('says all that the leaders ask', () => {
    expect(textOf(sheet)).toEqual([
      '2004年度考核统计分析表',
      '截止日：2005-01-20',
      '一、达标情况',
      '对象|参评数|达标数|达标率|目标|还差（个）|结论',
      '党委、直属党总支|21|19|0.9048|0.95|1|未达到',
      '二、考核指标量化情况',
      '方案|指标数|定量指标|分值合计|定量分值|定性分值|定量占比|最低要求|结论',
      '五好党委|2|1|40|10|30|0.25|0.5|不符合',
      '三、五好党委',
      '（一）等次分布',
      '组别|参评数|优秀|良好|合格|不合格|优秀占比',
      `生产单位|3|1|2|0|0|${1 / 3}`,
      '机关后勤|2|1|1|0|0|0.5',
      '全部|5|2|3|0|0|0.4',
      '（二）总分水平和达标率',
      '组别|平均分|中位数|标准差|最高分|最低分|极差|比全体平均|达标率',
      '生产单位|86|82|6.75|95.5|80.5|15|-1.6|0.6667',
      '机关后勤|90|90|1.25|91.25|88.75|2.5|2.4|1',
      '全部|87.6|88.75|5.64|95.5|80.5|15|—|0.8',
      '（三）各维度得分率（加粗的为该行最低）',
      '组别|领导班子好|队伍素质好',
      '生产单位|0.8667|0.9',
      '机关后勤|0.85|0.75',
      '全部|0.86|0.84',
      '（四）发展平衡情况',
      '平均分最高的是机关后勤（90.00分），最低的是生产单位（86.00分），相差4.00分。' +
        '达标率最高的是机关后勤（100%），最低的是生产单位（66.67%），相差33.33个百分点。' +
        '组内差距最大的是生产单位，标准差6.75，最高与最低相差15.00分。' +
        '各组相差最大的维度是“队伍素质好”，生产单位得分率90%，机关后勤75%，相差15.00个百分点。' +
        '总体得分率最低的维度是“队伍素质好”，为84%。',
      '（五）自评与上级考核相差最大的3个（正数为自评偏高）',
      '单位|自评|上级考核|相差|总分|等次',
      '松坪锡矿|78.25|90.5|-12.25|80.5|良好',
      '红岩锡矿|99|95|4|95.5|优秀',
      '集团机关|92|91|1|91.25|优秀',
      '四、差距和数据问题（条）',
      '方案|● 高|▲ 中|○ 低|合计',
      '五好党委|1|0|1|2',
      '（整体）|0|1|0|1',
      '五、各支部党员达标情况',
      '党支部|参评数|达标数|达标率',
      '采矿党支部|7|5|0.7143',
      expect.stringMatching(/^注：.*标准差按全组计算，极差是最高分与最低分之差/),
    ]);
  });

  it('marks the lowest rate of each row', () => {
    const top = rowOf(sheet, '（三）') + 2;
    const [format] = sheet.conditionalFormats.filter(({ range }) => range.top === top);
    expect(format).toMatchObject({
      type: 'formula',
      range: { top, left: 1, bottom: top + 2, right: 2 },
      formula: `AND(B${top + 1}=MIN($B${top + 1}:$C${top + 1}),MIN($B${top + 1}:$C${top + 1})<MAX($B${top + 1}:$C${top + 1}))`,
      bold: true,
    });
  });

  it('draws charts over cells that hold numbers, none over another or over a table', () => {
    const cells = new Map<string, OutValue>();
    for (const { row, column, values } of sheet.blocks) {
      values.forEach((line, r) => line.forEach((value, c) => cells.set(`${row + r}:${column + c}`, value)));
    }
    expect(sheet.charts.map(({ type, title }) => `${type} ${title}`)).toEqual([
      'bar 达标率与目标',
      'bar 等次分布（个）',
      'column 各维度得分率',
    ]);
    const covered = new Set<string>();
    for (const { anchor, categories, series } of sheet.charts) {
      for (const { values } of series) {
        expect([values.bottom - values.top, values.right - values.left]).toEqual([
          categories.bottom - categories.top,
          categories.right - categories.left,
        ]);
        for (let row = values.top; row <= values.bottom; row++) {
          for (let column = values.left; column <= values.right; column++) {
            expect(typeof cells.get(`${row}:${column}`)).toBe('number');
          }
        }
      }
      for (let row = anchor.top; row <= anchor.bottom; row++) {
        for (let column = anchor.left; column <= anchor.right; column++) {
          expect(cells.get(`${row}:${column}`) ?? null).toBeNull();
          expect(covered.has(`${row}:${column}`)).toBe(false);
          covered.add(`${row}:${column}`);
        }
      }
    }
  });

  it.each(Array.from({ length: 24 }, (_, i) => i + 1))(
    'leaves no heading below the others and breaks no chart in two: %d groups',
    (count) => {
      const subjects = Array.from({ length: 2 * count }, (_, i) =>
        unit(`单位${i}`, `组${i % count}`, 80 + i / 4, '良好', [0.8 + i / 400, 0.9], true, {
          self: 95,
          superior: 80 + i,
        }),
      );
      const schemes = ['五好党委', '五好党支部', '机关'].map((name) => ({ ...SCHEME, name, subjects }));
      const { print, blocks, charts } = sheetOf({ schemes, attainment, findings });
      expect(print).toMatchObject({ orientation: 'portrait', fitToWidth: false });
      const breaks = print.breaks!.rows!;
      expect(breaks.length).toBeGreaterThan(1);
      const texts = new Map(blocks.map(({ row, values }) => [row, String(values[0]![0])]));
      for (const row of breaks) {
        // A heading, the header of a table, or the gap over a chart.
        for (const above of [texts.get(row - 1), texts.get(row - 2)]) {
          expect(above ?? '').not.toMatch(/^(（.）|[一二三四五六七八]、)/);
        }
        expect(texts.get(row - 1) ?? '').not.toMatch(/^(组别|单位|方案|对象|党支部)$/);
        for (const { row: top, values } of blocks) expect(row <= top || row >= top + values.length).toBe(true);
        for (const { anchor } of charts) expect(row <= anchor.top - 1 || row > anchor.bottom).toBe(true);
      }
    },
  );

  it('never leaves a page to the note alone', () => {
    for (let count = 1; count <= 60; count++) {
      const branches = Array.from({ length: count }, (_, i) => ({ ...attainment[1]!, target: `第${i}党支部` }));
      const { print, blocks } = sheetOf({ schemes: [SCHEME], attainment: branches });
      const note = blocks.at(-1)!;
      expect(note.values[0]![0]).toMatch(/^注：/);
      expect(print.breaks!.rows!.at(-1) ?? 0).toBeLessThan(note.row - 1);
    }
  });

  it('demands half of the points, not more', () => {
    const indicators = [
      { id: 'W1', name: '学习', max: 20 },
      { id: 'W2', name: '培训', max: 20, nature: 'qualitative' as const },
    ];
    const half = sheetOf({ schemes: [{ ...SCHEME, indicators }] });
    expect(textOf(half)).toContain('五好党委|2|1|40|20|20|0.5|0.5|符合');
  });

  it('has charts of everybody where there is one group, and of bars where there are many', () => {
    const alone = sheetOf({
      schemes: [{ ...SCHEME, subjects: SCHEME.subjects.map((each) => ({ ...each, group: null })) }],
    });
    const lines = textOf(alone);
    expect(lines[lines.indexOf('（四）发展平衡情况') + 1]).toBe(
      '总分标准差5.64，最高与最低相差15.00分。总体得分率最低的维度是“队伍素质好”，为84%。',
    );
    const grades = alone.charts.find(({ title }) => title.startsWith('等次'))!;
    expect([grades.type, grades.series.map(({ name }) => name)]).toEqual(['column', ['全部']]);

    const subjects = Array.from({ length: 20 }, (_, i) =>
      unit(`单位${i}`, `组${i}`, 80 + i / 2, '良好', [0.8, 0.9], i > 0),
    );
    const many = sheetOf({ schemes: [{ ...SCHEME, subjects }] });
    expect(many.charts.find(({ title }) => title.startsWith('等次'))!.series.map(({ name }) => name)).toEqual(['全部']);
    expect(textOf(many).filter((line) => /^组1\|/.test(line))).toHaveLength(3);
  });

  it('names those who share the highest and the lowest place, however many groups there are', () => {
    const subjects = Array.from({ length: 70 }, (_, i) =>
      unit(`单位${i}`, `组${i}`, i === 0 ? 70 : i < 3 ? 95 : 80, '良好', [0.8, 0.8], true),
    );
    const lines = textOf(sheetOf({ schemes: [{ ...SCHEME, subjects }] }));
    expect(lines[lines.indexOf('（四）发展平衡情况') + 1]).toBe(
      '平均分最高的是组1等2个组（95.00分），最低的是组0（70.00分），相差25.00分。各组达标率相同，都是100%。',
    );
    expect(lines.filter((line) => line.startsWith('组1|'))).toEqual([]);
    expect(lines).toContain('全部|80.29|80|2.79|95|70|25|1');
  });

  it('lists ten pairs of scores, members with their branch', () => {
    const subjects = Array.from({ length: 12 }, (_, i) =>
      unit('李春生', i < 6 ? '采矿党支部' : '运输党支部', 90, '优秀', [0.9, 0.9], true, { self: 90 + i, superior: 90 }),
    );
    const lines = textOf(sheetOf({ schemes: [{ ...SCHEME, name: '党员五带头', kind: 'member', subjects }] }));
    const top = lines.findIndex((line) => line.includes('相差最大的10个'));
    expect(lines.slice(top + 1, top + 4)).toEqual([
      '姓名|自评|上级考核|相差|总分|等次',
      '李春生（运输党支部）|101|90|11|90|优秀',
      '李春生（运输党支部）|100|90|10|90|优秀',
    ]);
    expect(lines[top + 11]).toBe('李春生（采矿党支部）|92|90|2|90|优秀');
    expect(lines[top + 12]).not.toContain('李春生');
  });

  it('shows the weakest of many dimensions, around a web', () => {
    const dimensions = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`维度${i}`, 0.9 - i / 100]));
    const subjects = [
      { ...unit('甲', null, 90, '优秀', [0, 0], true), dimensions, dimensionRates: dimensions },
      { ...unit('乙', null, 80, '良好', [0, 0], true), dimensions, dimensionRates: dimensions },
    ];
    const many = sheetOf({ schemes: [{ name: '考核', subjects }] });
    const lines = textOf(many);
    expect(lines).toContain('（三）得分率最低的8个维度（加粗的为该行最低）');
    expect(lines).toContain('组别|维度2|维度3|维度4|维度5|维度6|维度7|维度8|维度9');
    expect(many.charts.find(({ title }) => title === '各维度得分率')).toMatchObject({
      type: 'radar',
      min: 0.75,
      max: 1,
    });
  });

  it('has room for a long name', () => {
    const name = '关于2004年度第三季度基层党组织和党员先锋考评工作完成情况综合评定结果的得分明细汇总表'.repeat(2);
    const subjects = [{ name: '甲', total: 95, grade: '优秀', rank: 1 }];
    const long = sheetOf({ schemes: [{ name, kind: 'table', subjects }] });
    const row = rowOf(long, `一、${name}`);
    expect(long.rowHeights.find((each) => each.row === row)!.height).toBeGreaterThan(28);
    const { columnStyles } = long.blocks.find((block) => block.row === row)!;
    expect(long.styles[columnStyles[0]!]).toMatchObject({ wrap: true });
  });

  it('is short for a table that is ranked as it stands', () => {
    const subjects = [{ name: '甲', total: 95, grade: '优秀', rank: 1 }];
    const lines = textOf(sheetOf({ schemes: [{ name: '得分表', kind: 'table', subjects }] }));
    expect(lines.slice(2)).toEqual([
      '一、得分表',
      '（一）等次分布',
      '组别|参评数|优秀|良好|合格|不合格|优秀占比',
      '全部|1|1|0|0|0|1',
      '（二）总分水平',
      '组别|平均分|中位数|标准差|最高分|最低分|极差',
      '全部|95|95|0|95|95|0',
      expect.stringMatching(/^注：/),
    ]);
  });
});
