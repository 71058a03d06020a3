import fc from 'fast-check';
import type { CellBlock, CellStyle, ChangeSet, OutValue, ResultSheet } from '../../src/model';
import { buildReport, type ReportSource } from '../../src/report';
import { textWidth } from '../../src/report/textWidth';
import { PARAMETER_SPECS } from '../../src/rules';
import { cell, outcomeOf, placesIn, type SchemeLiteral, type SubjectLiteral } from './outcomeOf';

const COMMITTEES: SchemeLiteral = {
  name: '五好党委',
  indicators: [
    { id: 'W11', name: '集中学习', dimension: '领导班子好', max: 4 },
    { id: 'W12', name: '民主决策', dimension: '领导班子好', max: 6 },
    { id: 'W21', name: '培训覆盖率', dimension: '队伍素质好', max: 10 },
  ],
  adjustments: [
    {
      id: 'V3',
      name: '主要指标未完成',
      type: 'veto',
      cap: null,
      unit: null,
      kinds: [],
      effect: null,
      standard: '',
      place: null,
    },
  ],
  parameters: { tieBreak: ['上级考核', '民主评议'] },
  subjects: [
    unit('U01', '红岩锡矿党委', '生产单位', 1, 95.5, '优秀', { attained: true, award: '流动红旗', bonus: 2 }),
    unit('U02', '青石坡锡矿党委', '生产单位', 2, 93.1, '优秀', { attained: true }),
    unit('U03', '大白岭锡矿党委', '生产单位', 3, 93.1, '优秀', { attained: false }),
    unit('U04', '松坪锡矿党委', '机关后勤', 1, 88, '良好', { vetoes: [0], attained: false }),
    unit('U05', '竹溪锡矿党委', '机关后勤', 2, 81.25, '合格', {
      status: 'provisional',
      gradeComputed: '良好',
      sources: { self: null, peer: 80, superior: 82 },
    }),
    { id: 'U06', name: '新建公司党委', group: '机关后勤', status: 'exempt', grade: null, total: null },
    {
      id: 'U07',
      name: '职工医院党委',
      group: '生产单位',
      status: 'blocked',
      sources: { self: 90, superior: null },
      total: null,
    },
  ],
};

function unit(
  id: string,
  name: string,
  group: string,
  rank: number,
  total: number,
  grade: string,
  more: Partial<SubjectLiteral> = {},
): SubjectLiteral {
  return {
    id,
    name,
    group,
    rank,
    total,
    grade,
    sources: { self: 98, peer: 90, superior: 95 },
    dimensions: { 领导班子好: 9.5, 队伍素质好: 9.1 },
    points: { superior: [4, 5.5, null], self: [4, 6, 10] },
    bonus: 0,
    penalty: 0,
    ...more,
  };
}

function report(outcome: ReportSource, workbook: number | null = 0): ChangeSet {
  return buildReport(outcome, { locale: 'zh-CN', workbook });
}

function sheetOf(set: ChangeSet, mark: string): ResultSheet {
  const sheet = set.sheets.find((candidate) => candidate.mark === mark);
  if (!sheet) throw new Error(`no sheet ${mark}`);
  return sheet;
}

function shown(value: OutValue): string {
  if (value === null) return '';
  if (typeof value === 'object') return 'text' in value ? value.text : String(value.value);
  return String(value);
}

/** Rows of a sheet as texts joined by "|", without empty cells at the end. */
function textOf(sheet: ResultSheet): string[] {
  return sheet.blocks.flatMap(({ values }) => values.map((row) => row.map(shown).join('|').replace(/\|+$/, '')));
}

describe('ranking', () => {
  const sheet = sheetOf(report(outcomeOf({ schemes: [COMMITTEES] })), 'ranking:五好党委');

  it('shows everybody group by group, those without a place last', () => {
    expect(textOf(sheet)).toEqual([
      '2004年度五好党委考核排名表',
      '考核期间：2004年度　　截止日：2005-01-20　　参加排名：5个　　其中暂算：1个　　缺考核：1个　　不参评：1个',
      '名次|单位|自评\n(10%)|民主评议\n(30%)|上级考核\n(60%)|领导班子好\n(10)|队伍素质好\n(10)|加分|总分|等次|达标|流动红旗|备注',
      '一、生产单位（3个）',
      '1|红岩锡矿党委|98|90|95|9.5|9.1|2|95.5|优秀|是|流动红旗',
      '2|青石坡锡矿党委|98|90|95|9.5|9.1|0|93.1|优秀|是||同分，依次比上级考核、民主评议',
      '3|大白岭锡矿党委|98|90|95|9.5|9.1|0|93.1|优秀|否||同分，依次比上级考核、民主评议',
      '二、机关后勤（2个）',
      '1|松坪锡矿党委|98|90|95|9.5|9.1|0|88|良好|否||否决项：V3 主要指标未完成',
      '2|竹溪锡矿党委|—|80|82|9.5|9.1|0|81.25|合格|—||暂算：缺自评；人工评定（计算等次：良好）',
      '不参加排名（2个）',
      '—|职工医院党委|90|—|—|—|—|—|—|—|—||缺民主评议、上级考核，不计总分',
      '—|新建公司党委|—|—|—|—|—|—|—|—|—||不参评',
      expect.stringContaining('总分＝自评×10%＋民主评议×30%＋上级考核×60%'),
      expect.stringContaining('考核组组长（签字）'),
    ]);
  });

  it('colours grades by rules that read the cell and bars the totals', () => {
    expect(sheet.conditionalFormats.map((format) => ('formula' in format ? format.formula : format.type))).toEqual([
      '$J4="优秀"',
      '$J4="良好"',
      '$J4="合格"',
      '$J4="不合格"',
      'dataBar',
    ]);
  });

  it('prints on A4 across with the header on each page', () => {
    expect(sheet.print).toMatchObject({
      orientation: 'landscape',
      fitToWidth: true,
      titleRows: { first: 2, last: 2 },
      footer: '&C第 &P 页　共 &N 页',
    });
    expect(sheet.freeze).toEqual({ rows: 3, columns: 2 });
  });

  it('has a group column instead of bands where there are many groups', () => {
    const subjects = Array.from({ length: 30 }, (_, index) =>
      unit(`D${index}`, `党员${index}`, `支部${index}`, 1, 90, '优秀'),
    );
    const many = sheetOf(
      report(outcomeOf({ schemes: [{ name: '党员五带头', kind: 'member', subjects }] })),
      'ranking:党员五带头',
    );
    expect(textOf(many)[2]).toMatch(/^名次\|姓名\|组别\|/);
    expect(many.autoFilter).toEqual({ top: 2, left: 0, bottom: 32, right: expect.any(Number) });
  });

  it('says why a total that reaches the top grade has the next one', () => {
    const subjects = [
      unit('D1', '甲', '支部', 1, 95, '优秀'),
      unit('D2', '乙', '支部', 2, 93, '良好'),
      unit('D3', '丙', '支部', 3, 85, '良好'),
    ];
    const parameters = { topGradeQuota: { n: 1n, d: 3n }, tieBreak: [] };
    const scheme: SchemeLiteral = { name: '党员五带头', kind: 'member', subjects, parameters };
    const lines = textOf(sheetOf(report(outcomeOf({ schemes: [scheme] })), 'ranking:党员五带头'));
    expect(lines.slice(3, 6).map((line) => line.endsWith('优秀名额已满'))).toEqual([false, true, false]);
    expect(lines.join()).toContain('优秀不超过参加排名数的33.33%');
  });

  it('says which dimension or total is why a subject is not certified', () => {
    const subjects = [
      unit('U1', '甲', '矿', 1, 91, '优秀', { attained: true, dimensionRates: { 领导班子好: 0.8, 队伍素质好: 0.9 } }),
      unit('U2', '乙', '矿', 2, 79.9, '合格', {
        attained: false,
        dimensionRates: { 领导班子好: 0.75, 队伍素质好: 0.7845 },
      }),
      unit('U3', '丙', '矿', 3, 70, '合格', { attained: false, vetoes: [0] }),
    ];
    const lines = textOf(sheetOf(report(outcomeOf({ schemes: [{ ...COMMITTEES, subjects }] })), 'ranking:五好党委'));
    const noteOf = (name: string) =>
      lines
        .find((line) => line.includes(`|${name}|`))!
        .split('|')
        .at(-1);
    expect(noteOf('甲')).not.toContain('未达标');
    expect(noteOf('乙')).toBe('未达标：领导班子好75%、队伍素质好78.45%低于80%，总分低于80');
    expect(noteOf('丙')).toBe('否决项：V3 主要指标未完成');
  });

  it('shows a table that is ranked as it stands without sources', () => {
    const subjects = [{ name: '甲', total: 95, grade: '优秀', rank: 1 }];
    const table = sheetOf(
      report(outcomeOf({ schemes: [{ name: '2004年第三季度得分表', kind: 'table', subjects }] })),
      'ranking:2004年第三季度得分表',
    );
    expect(textOf(table).slice(0, 4)).toEqual([
      '2004年第三季度得分表（排名）',
      expect.any(String),
      '名次|单位|总分|等次',
      '1|甲|95|优秀',
    ]);
  });
});

describe('gaps', () => {
  const findings = [
    {
      code: 'G02',
      subject: 'U02',
      subjectName: '青石坡锡矿党委',
      scheme: '五好党委',
      place: cell(1, 13, 4),
      message: '未上报',
      action: '补报',
    },
    { code: 'G24', severity: 'medium', scheme: '五好党委', message: '达标率低', action: '帮扶' },
    {
      code: 'G01',
      subject: 'U01',
      subjectName: '红岩锡矿党委',
      scheme: '五好党委',
      place: cell(1, 4, 2),
      message: '未制定',
      action: '制定',
    },
    { code: 'G00', severity: 'medium', message: '缺台账', action: '补台账' },
  ] as const;
  const outcome = outcomeOf({
    schemes: [COMMITTEES],
    findings,
    sheets: [
      { name: '考核', rows: [['单位']] },
      { name: '实施方案台账', rows: [['单位']] },
    ],
  });

  it('lists each scheme unit by unit, with links to the cells', () => {
    const sheet = sheetOf(report(outcome), 'gaps:五好党委');
    expect(textOf(sheet).slice(1, 6)).toEqual([
      '截止日：2005-01-20　　共3条：高2条，中1条，低0条',
      '序号|单位|类别|严重程度|问题|依据（点击查看）|期限|建议|备注',
      '1|（整体）|达标率|▲ 中|达标率低|—|—|帮扶',
      '2|红岩锡矿党委|实施方案|● 高|未制定|实施方案台账!C5|—|制定',
      '3|青石坡锡矿党委|方案上报|● 高|未上报|实施方案台账!E14|—|补报',
    ]);
    const body = sheet.blocks.at(-2)!;
    expect(body.values[1]![5]).toEqual({
      text: '实施方案台账!C5',
      link: { sheet: '实施方案台账', cell: { row: 4, column: 2 } },
    });
    expect(body.exceptions).toEqual([{ row: 0, column: 5, style: expect.any(Number) }]);
  });

  it('lists what belongs to no scheme on a sheet of its own', () => {
    expect(textOf(sheetOf(report(outcome), 'gaps:')).join()).toContain('缺台账');
    expect(report(outcomeOf({ schemes: [COMMITTEES] })).sheets.some(({ mark }) => mark === 'gaps:')).toBe(false);
  });

  it('names the file and has no links in a workbook of results only', () => {
    const set = report(outcome, null);
    expect(set).toMatchObject({ workbook: null, writes: [], highlights: [], removedMarks: [] });
    expect(textOf(sheetOf(set, 'gaps:五好党委'))[4]).toContain('|考核.xlsx › 实施方案台账!C5|');
    expect(JSON.stringify(set)).not.toContain('"link"');
  });
});

describe('write-backs', () => {
  const rows = [
    ['单位', '总分', '名次', '等次', '红旗', '达标'],
    ['红岩锡矿党委', null, null, null, null, null],
    ['青石坡锡矿党委', 93, null, '良好', null, null],
    [
      '大白岭锡矿党委',
      { value: 93.1, formula: 'SUM(A1)' },
      { value: null, formula: 'RANK(B4,B2:B9)' },
      null,
      null,
      null,
    ],
  ];
  const fields = ['total', 'rank', 'grade', 'award', 'attained'] as const;
  const scheme: SchemeLiteral = {
    ...COMMITTEES,
    subjects: COMMITTEES.subjects.slice(0, 3),
    resultColumns: fields.map((field, index) => ({ field, cells: placesIn(0, index + 1, 3) })),
  };
  const written = (set: ChangeSet) =>
    set.writes.map(({ row, column, expected, value }) => `${row}:${column} ${expected} -> ${value}`);

  it('fill empty cells only: no value and no formula of the user is touched', () => {
    const set = report(outcomeOf({ schemes: [scheme], sheets: [{ name: '考核', rows }] }));
    expect(written(set)).toEqual([
      '1:1 null -> 95.5',
      '1:2 null -> 1',
      '2:2 null -> 2',
      '1:3 null -> 优秀',
      '3:3 null -> 优秀',
      '1:4 null -> 流动红旗',
      '1:5 null -> 是',
      '2:5 null -> 是',
      '3:5 null -> 否',
    ]);
    expect(set.writes[0]).toMatchObject({ sheet: '考核', numberFormat: '0.00' });
    expect(sheetOf(set, 'record')).toMatchObject({ visibility: 'veryHidden' });
  });

  it('update what an earlier run wrote, and leave what somebody changed since', () => {
    const record = {
      name: '写回记录',
      mark: 'record',
      rows: [
        ['sheet', 'row', 'column', 'value'],
        ['考核', 1, 1, 90],
        ['考核', 1, 2, 1],
        ['考核', 2, 1, 92],
        ['考核', 1, 4, '需集体研究'],
        ['考核', 2, 4, '流动红旗'],
      ],
    };
    const now = [
      rows[0]!,
      ['红岩锡矿党委', 90, 1, '优秀', null, '是'],
      ['青石坡锡矿党委', 93, 2, '优秀', '流动红旗', '是'],
      rows[3]!,
    ];
    const set = report(
      outcomeOf({
        schemes: [scheme],
        sheets: [
          { name: '考核', rows: now },
          { ...record, role: 'results' },
        ],
      }),
    );
    expect(written(set)).toEqual([
      '1:1 90 -> 95.5',
      '3:3 null -> 优秀',
      '1:4 null -> 流动红旗',
      '2:4 流动红旗 -> null',
      '3:5 null -> 否',
    ]);
  });

  it('write the points of a source into 得分 on its sheet, the total elsewhere', () => {
    const cells = placesIn(0, 4, 3);
    const points: SchemeLiteral = { ...scheme, resultColumns: [{ field: 'points', cells }] };
    const sheet = { name: '考核', rows: [['单位']] };
    expect(written(report(outcomeOf({ schemes: [points], sheets: [{ ...sheet, source: 'superior' }] })))[0]).toBe(
      '1:4 null -> 9.5',
    );
    expect(written(report(outcomeOf({ schemes: [points], sheets: [sheet] })))[0]).toBe('1:4 null -> 95.5');
  });

  it('keep away from protected sheets', () => {
    const sheets = [{ name: '考核', rows, isProtected: true }];
    expect(report(outcomeOf({ schemes: [scheme], sheets })).writes).toEqual([]);
  });
});

describe('marks in the user’s sheets', () => {
  it('show grave and middling gaps, the units beside them, and join cells below each other', () => {
    const columns = [{ column: 1, header: '单位', field: 'unit' }];
    const findings = [
      { code: 'G02', subject: 'U01', place: cell(0, 4, 4) },
      { code: 'G02', subject: 'U02', place: cell(0, 5, 4) },
      { code: 'D10', severity: 'low', place: cell(0, 6, 4) },
      { code: 'G10', severity: 'medium', subject: 'U02', place: cell(0, 5, 7) },
    ] as const;
    const rows = Array.from({ length: 8 }, () => ['甲']);
    const set = report(outcomeOf({ schemes: [COMMITTEES], findings, sheets: [{ name: '台账', rows, columns }] }));
    expect(set.highlights.map(({ reason, ranges }) => [reason, ranges])).toEqual([
      ['G02', [{ top: 4, left: 4, bottom: 5, right: 4 }]],
      ['G10', [{ top: 5, left: 7, bottom: 5, right: 7 }]],
      ['unit', [{ top: 4, left: 1, bottom: 5, right: 1 }]],
    ]);
  });
});

it('removes sheets of earlier runs that this run no longer has', () => {
  const sheets = [
    { name: '考核', rows: [['单位']] },
    { name: '旧', rows: [['x']], mark: 'ranking:旧方案' },
    { name: '统计', rows: [], mark: 'statistics' },
  ];
  expect(report(outcomeOf({ schemes: [COMMITTEES], sheets })).removedMarks).toEqual(['ranking:旧方案']);
});

it('speaks English throughout when asked', () => {
  const set = buildReport(
    outcomeOf({
      schemes: [
        { ...COMMITTEES, name: 'A', parameters: {}, subjects: [{ name: 'x', total: 95, rank: 1, attained: true }] },
      ],
    }),
    {
      locale: 'en-US',
      workbook: 0,
    },
  );
  // Parameters keep the names by which the parameter sheet knows them, and their values.
  const isParameter = (line: string) => PARAMETER_SPECS.some(({ key }) => line.startsWith(`${key}|`));
  const texts = set.sheets
    .flatMap((sheet) => [sheet.name, ...textOf(sheet).filter((line) => !isParameter(line))])
    .join('\n');
  expect(texts.replace(/考核\.xlsx|2004年度|优秀|良好|合格|不合格/g, '')).not.toMatch(/[\u4e00-\u9fff]/);
});

describe('every sheet', () => {
  const name = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom('五好党支部(党总支)', '__proto__', 'constructor', "'a'", '[x]:*?/\\', '很'.repeat(40)),
  );
  const subject = fc.record({
    name,
    group: fc.option(name),
    total: fc.option(fc.double({ min: 0, max: 110, noNaN: true })),
    rank: fc.integer({ min: 0, max: 9 }),
    grade: fc.constantFrom('优秀', '良好', null),
    points: fc.constant({ superior: [1, null] }),
    sources: fc.constant({ superior: 50 }),
  });
  const scheme = fc.record({
    name,
    indicators: fc.constant([
      { id: 'a', name: '甲', max: 2 },
      { id: 'b', name: '乙', dimension: '丙', max: 3 },
    ]),
    subjects: fc.array(subject, { maxLength: 6 }),
  });

  it('is well formed whatever people call their schemes and units', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(scheme, { maxLength: 3, selector: ({ name: schemeName }) => schemeName }),
        (schemes) => {
          const set = report(outcomeOf({ schemes, findings: [{ subject: 'x', message: '长'.repeat(100) }] }));
          const names = set.sheets.map((sheet) => sheet.name.toLowerCase());
          expect(new Set(names).size).toBe(names.length);
          for (const sheet of set.sheets) {
            expect(sheet.name.length).toBeGreaterThan(0);
            expect(sheet.name.length).toBeLessThanOrEqual(31);
            expect(sheet.name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
            for (const block of sheet.blocks) checkBlock(block, sheet.styles, sheet.columnWidths.length);
            checkOverlaps(sheet);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('shows its texts: wide or high enough, numbers in full', () => {
    const set = report(
      outcomeOf({ schemes: [COMMITTEES], findings: [{ message: '很长的问题。'.repeat(20), action: '办' }] }),
    );
    for (const sheet of set.sheets) {
      if (sheet.visibility === 'veryHidden') continue;
      const heights = new Map(sheet.rowHeights.map(({ row, height }) => [row, height]));
      const merged = new Set(sheet.merges.map(({ top, left }) => `${top}:${left}`));
      for (const { row, column, values, columnStyles } of sheet.blocks) {
        values.forEach((cells, r) =>
          cells.forEach((value, c) => {
            const result = typeof value === 'object' && value !== null && 'formula' in value ? value.value : null;
            // Formulas of numbers are not rounded, but all shown with two decimals at most.
            const text = typeof result === 'number' ? result.toFixed(2) : shown(value);
            if (text === '' || merged.has(`${row + r}:${column + c}`)) return;
            const width = sheet.columnWidths[column + c]!;
            const style = sheet.styles[columnStyles[c]!]!;
            const lines = style.wrap ? Math.ceil(textWidth(text.replaceAll('\n', '')) / width) : 1;
            const size = style.font?.size ?? 11;
            const room = (heights.get(row + r) ?? 14.5) / (size * 1.15);
            expect([text, lines <= room + 0.5]).toEqual([text, true]);
            if (!style.wrap && typeof value !== 'number')
              expect([text, textWidth(text) <= width + 0.5]).toEqual([text, true]);
          }),
        );
      }
    }
  });
});

function checkBlock(block: CellBlock, styles: readonly CellStyle[], columns: number): void {
  const width = block.columnStyles.length;
  expect(block.column + width).toBeLessThanOrEqual(columns);
  for (const row of block.values) expect(row).toHaveLength(width);
  for (const style of block.columnStyles) expect(style === -1 || styles[style] !== undefined).toBe(true);
  for (const { row, column, style } of block.exceptions ?? []) {
    expect(row < block.values.length && column < width && styles[style] !== undefined).toBe(true);
  }
}

/** No cell is written twice and no two merges touch. */
function checkOverlaps({ blocks, merges }: ResultSheet): void {
  const rows = new Map<number, number>();
  for (const { row, values } of blocks) {
    values.forEach((_, offset) => rows.set(row + offset, (rows.get(row + offset) ?? 0) + 1));
  }
  expect([...rows.values()].every((count) => count === 1)).toBe(true);
  for (const a of merges) {
    for (const b of merges) {
      if (a === b) continue;
      expect(a.bottom < b.top || b.bottom < a.top || a.right < b.left || b.right < a.left).toBe(true);
    }
  }
}
