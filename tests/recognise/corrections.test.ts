import {
  NO_CORRECTIONS,
  withCorrection,
  type Assessment,
  type Choice,
  type CorrectionEdit,
  type Corrections,
  type ReadTable,
  type SheetLiteral,
} from '../../src/model';
import { addresses, cells, issues, read, roles, ROSTER } from './support';

/** Corrections that say so many things. */
function said(...edits: readonly CorrectionEdit[]): Corrections {
  return edits.reduce(withCorrection, NO_CORRECTIONS);
}

/** A table of a sheet, to be corrected. */
function tableOf(assessment: Assessment, sheet: string, index = 0): ReadTable & { name: string } {
  const reading = assessment.sheets.find(({ name }) => name === sheet)!;
  return { ...reading.tables[index]!, name: sheet };
}

const keyOf = ({ header, name }: { header: readonly string[]; name: string }, everySheet = true) => ({
  header,
  sheet: name,
  everySheet,
});

/** Says that the column of a header is something. */
function column(table: ReadTable & { name: string }, header: string, value: Choice, everySheet = true): CorrectionEdit {
  const { key, occurrence } = table.columns.find((c) => c.header === header)!;
  return { type: 'column', table: keyOf(table, everySheet), key, occurrence, value };
}

/** What has no effect, with the reason. */
function unfit(assessment: Assessment): (string | null)[] {
  return assessment.corrections.map((use) => use.unfit);
}

const MARXISM: Choice = { kind: 'indicator', name: 'W11', text: '党委中心组集中学习按计划开展' };
const SCORES: SheetLiteral = {
  name: '2004年上级考核',
  rows: [
    ['2004年五好党委上级考核得分表'],
    ['序号', '单位', '学习', '安全生产', '成本、能耗控制', '联系电话'],
    [1, '东岭锡矿党委', 3.5, 5, 4, '8001'],
    [2, '西岭锡矿党委', 4, 4, 4, '8002'],
  ],
};
/** The same layout half a year later: another title, lines above, columns inserted and in another order. */
const LATER: SheetLiteral = {
  name: '2005年上级考核',
  rows: [
    ['中共岭南集团委员会'],
    ['2005年五好党委上级考核得分表'],
    ['填报日期：2005年7月1日'],
    ['单位', '考核人', '安全生产', '学习', '成本、能耗控制', '联系电话', '备注栏'],
    ['西岭锡矿党委', '甲', 4, 3, 4, '8002', null],
    ['东岭锡矿党委', '乙', 5, 2.5, 4, '8001', null],
  ],
};

describe('a column', () => {
  const first = read([ROSTER, SCORES]);
  const corrections = said(column(tableOf(first, SCORES.name), '学习', MARXISM));

  test('is not understood at first and is offered for correction', () => {
    expect(cells(first, 'superior')['W11 raw']).toBeUndefined();
    const [unknown] = tableOf(first, SCORES.name).columns.filter((c) => c.header === '学习');
    expect(unknown).toMatchObject({ column: 2, key: '学习', occurrence: 0, choice: null, isCorrected: false });
    expect(issues(first)).toContain('D09 - 2004年上级考核!C2');
  });

  test('is what a person says', () => {
    const a = read([ROSTER, SCORES], { corrections });
    expect(cells(a, 'superior')['W11 points']).toEqual(['C3', 'C4', '']);
    expect(tableOf(a, SCORES.name).columns[2]).toMatchObject({
      choice: { ...MARXISM, text: expect.any(String) as string },
      isCorrected: true,
      indicator: 'W11',
    });
    expect(issues(a)).toEqual([]);
    expect(unfit(a)).toEqual([null]);
  });

  test('is known again in the next file, whatever was inserted or moved', () => {
    const a = read([ROSTER, LATER], { corrections });
    expect(cells(a, 'superior')).toMatchObject({
      'W11 points': ['D6', 'D5', ''],
      'W42 points': ['C6', 'C5', ''],
    });
    expect(unfit(a)).toEqual([null]);
  });

  test('holds what its choice says of source and values', () => {
    const raw = said(column(tableOf(first, SCORES.name), '学习', { ...MARXISM, source: 'self', reading: 'raw' }));
    const a = read([ROSTER, SCORES], { corrections: raw });
    expect(cells(a, 'self')).toEqual({ 'W11 raw': ['C3', 'C4', ''] });
    expect(tableOf(a, SCORES.name).source).toBeNull();
  });

  test('that is to be ignored is neither scored nor asked for', () => {
    const ignore: Choice = { kind: 'ignore', name: '' };
    const table = tableOf(first, SCORES.name);
    const a = read([ROSTER, SCORES], {
      corrections: said(column(table, '学习', ignore), column(table, '安全生产', ignore)),
    });
    expect(cells(a, 'superior')).toEqual({ 'W43 points': ['E3', 'E4', ''] });
    expect(issues(a)).toEqual([]);
  });

  test('an indicator whose id has changed is found by its name, one that is gone is reported', () => {
    const renamed = said(column(tableOf(first, SCORES.name), '学习', { ...MARXISM, name: 'X99', text: '安全生产' }));
    expect(cells(read([ROSTER, SCORES], { corrections: renamed }), 'superior')['W42 points']).toEqual(['C3', 'C4', '']);
    const gone = said(column(tableOf(first, SCORES.name), '学习', { kind: 'indicator', name: 'X99', text: '无此项' }));
    const a = read([ROSTER, SCORES], { corrections: gone });
    expect(unfit(a)).toEqual(['noIndicator']);
    expect(cells(a, 'superior')).toEqual(cells(first, 'superior'));
  });

  test('equal headers are told apart by their order', () => {
    const twins = {
      name: '考核',
      rows: [
        ['单位', '得分', '得分', '安全生产'],
        ['东岭锡矿党委', 3, 4, 5],
      ],
    };
    const table = tableOf(read([ROSTER, twins]), '考核');
    expect(table.columns.map(({ key, occurrence }) => `${key}${occurrence}`)).toEqual([
      '单位0',
      '得分0',
      '得分1',
      '安全生产0',
    ]);
    const second: CorrectionEdit = { type: 'column', table: keyOf(table), key: '得分', occurrence: 1, value: MARXISM };
    expect(cells(read([ROSTER, twins], { corrections: said(second) }), 'superior')).toMatchObject({
      'W11 points': ['C2', '', ''],
    });
  });

  test('the column of the subjects can be another one, also beside one that heads itself so', () => {
    const two = {
      name: '考核',
      rows: [
        ['单位', '全称说明', '安全生产', '党委中心组集中学习按计划开展'],
        ['一组', '东岭锡矿党委', 5, 3],
        ['一组', '西岭锡矿党委', 4, 3],
      ],
    };
    const before = read([ROSTER, two]);
    const table = tableOf(before, '考核');
    const a = read([ROSTER, two], { corrections: said(column(table, '全称说明', { kind: 'field', name: 'unit' })) });
    expect(addresses(a.schemes[0]!.sources.superior!.columns[0]!.cells)).not.toEqual(['', '', '']);
    expect(tableOf(a, '考核').columns.map(({ choice }) => choice?.kind)).toEqual([
      'ignore',
      'field',
      'indicator',
      'indicator',
    ]);
    expect(a.unmatched).toEqual([]);
  });
});

describe('a table', () => {
  const unclear: SheetLiteral = {
    name: 'Sheet7',
    rows: [
      ['单位', '领导班子好', '队伍素质好'],
      ['东岭锡矿党委', 18, 19],
      ['西岭锡矿党委', 17, 16],
    ],
  };
  const table = tableOf(read([ROSTER, unclear]), 'Sheet7');

  test('is of the source that a person names', () => {
    const a = read([ROSTER, unclear], {
      corrections: said({ type: 'source', table: keyOf(table, false), value: 'peer' }),
    });
    expect(Object.keys(a.schemes[0]!.sources)).toEqual(['peer']);
    expect(tableOf(a, 'Sheet7')).toMatchObject({ source: 'peer', corrected: ['source'] });
  });

  test('is left alone when a person says so', () => {
    const other: CorrectionEdit = {
      type: 'role',
      table: keyOf(table, false),
      value: { role: 'other', layout: null },
    };
    const a = read([ROSTER, unclear], { corrections: said(other) });
    expect(roles(a)).toEqual(['roster', 'other']);
    expect(a.sheets[1]).toMatchObject({ confidence: 1, reasons: [{ key: 'given' }] });
    expect(a.schemes).toEqual([]);
  });

  test('feeds the scheme that a person names, or is ranked as it stands', () => {
    const scheme = (value: string): CorrectionEdit => ({ type: 'scheme', table: keyOf(table, false), value });
    const branch = read([unclear], { corrections: said(scheme('五好党支部(党总支)')) });
    expect(branch.sheets[0]!.schemes).toEqual(['五好党支部(党总支)']);
    const withTotal = { ...unclear, rows: unclear.rows.map((row, k) => [...row, k === 0 ? '总分' : 90 + k]) };
    const own = read([ROSTER, withTotal], {
      corrections: said({ type: 'scheme', table: keyOf(tableOf(read([ROSTER, withTotal]), 'Sheet7')), value: '' }),
    });
    expect(own.schemes.map((s) => [s.scheme.kind, s.scheme.name])).toEqual([['table', 'Sheet7']]);
    const none = read([ROSTER, unclear], { corrections: said(scheme('没有这个方案')) });
    expect(unfit(none)).toEqual(['noScheme']);
    expect(none.sheets[1]!.schemes).toEqual(['五好党委']);
  });

  test('among sheets of one layout the one of that name is meant, in another half-year too', () => {
    const of = (name: string): SheetLiteral => ({ ...unclear, name });
    const said1 = said({
      type: 'source',
      table: { ...keyOf(table, false), sheet: '2004年上半年测评' },
      value: 'peer',
    });
    const sourcesOf = (names: readonly string[]) =>
      read([ROSTER, ...names.map(of)], { corrections: said1 })
        .sheets.slice(1)
        .map(({ source }) => source);
    expect(sourcesOf(['2004年上半年测评', '考核'])).toEqual(['peer', 'superior']);
    expect(sourcesOf(['考核', '2005年下半年测评'])).toEqual(['superior', 'peer']);
    expect(sourcesOf(['任何名称'])).toEqual(['peer']);
    const unclearWhich = read([ROSTER, of('甲'), of('乙')], { corrections: said1 });
    expect(unfit(unclearWhich)).toEqual(['severalTables']);
  });

  test('a correction for all sheets of a layout holds on each, that for one sheet over it', () => {
    const of = (name: string): SheetLiteral => ({ ...unclear, name });
    const corrections = said(
      { type: 'source', table: keyOf(table, false), value: 'self' },
      { type: 'source', table: keyOf(table), value: 'peer' },
    );
    const a = read([ROSTER, of('Sheet7'), of('Sheet8')], { corrections });
    expect(a.sheets.slice(1).map(({ source }) => source)).toEqual(['self', 'peer']);
    expect(tableOf(a, 'Sheet7').alike).toBe(2);
  });

  test('a correction of a table that is not there is reported and does nothing', () => {
    const elsewhere: CorrectionEdit = {
      type: 'role',
      table: { header: ['姓名', '金额', '日期'], sheet: '工资', everySheet: true },
      value: { role: 'roster', layout: null },
    };
    const a = read([ROSTER, unclear], { corrections: said(elsewhere) });
    expect(unfit(a)).toEqual(['noTable']);
    expect(roles(a)).toEqual(['roster', 'scores/wide']);
  });
});

describe('a header', () => {
  const rows: SheetLiteral['rows'] = [
    ['岭南集团考核情况'],
    ['甲', '乙', '丙'],
    ['东岭锡矿党委', 5, 4],
    ['西岭锡矿党委', 4, 4],
  ];
  const sheet: SheetLiteral = { name: '考核', rows };

  test('is where a person says, and is found again below inserted rows', () => {
    const before = read([ROSTER, sheet]);
    expect(before.sheets[1]).toMatchObject({ role: 'other', tables: [] });
    const header: CorrectionEdit = { type: 'header', instead: [], value: [['甲', '乙', '丙']] };
    const found = tableOf(read([ROSTER, sheet], { corrections: said(header) }), '考核');
    expect(found).toMatchObject({ headerRows: [1], corrected: ['header'] });
    const corrections = said(
      header,
      column(found, '甲', { kind: 'field', name: 'unit' }),
      column(found, '乙', { kind: 'indicator', name: 'W42', text: '安全生产', reading: 'points' }),
    );
    const later = { name: '考核(2)', rows: [[], ['内部资料'], [], rows[0]!, [], ...rows.slice(1)] };
    const a = read([ROSTER, later], { corrections });
    expect(a.sheets[1]!.headerRows).toEqual([5]);
    expect(cells(a, 'superior')).toEqual({ 'W42 points': ['B7', 'B8', ''] });
    expect(unfit(a)).toEqual([null, null, null]);
  });

  test('that was taken for one is none when a person says so', () => {
    const two: SheetLiteral = {
      name: '考核',
      rows: [
        ['单位', '安全生产', '党委中心组集中学习按计划开展'],
        ['东岭锡矿党委', 5, 4],
        ['单位', '安全生产', '领导班子好'],
        ['西岭锡矿党委', 4, 4],
      ],
    };
    const before = read([ROSTER, two]);
    expect(before.sheets[1]!.tables).toHaveLength(2);
    const { rowKeys } = tableOf(before, '考核', 1);
    const a = read([ROSTER, two], { corrections: said({ type: 'header', instead: rowKeys, value: [] }) });
    expect(a.sheets[1]!.tables).toHaveLength(1);
    expect(cells(a, 'superior')['W42 points']).toBeUndefined();
    expect(cells(a, 'superior')['W42 raw']).toEqual(['B2', 'B4', '']);
  });

  test('of fewer rows than were taken for it', () => {
    const grouped: SheetLiteral = {
      name: '考核',
      rows: [
        [null, '考核', '自评'],
        ['单位', '安全生产', '党委中心组集中学习按计划开展'],
        ['东岭锡矿党委', 5, 4],
      ],
    };
    const before = tableOf(read([ROSTER, grouped]), '考核');
    expect(before.headerRows).toEqual([0, 1]);
    const lower = [['单位', '安全生产', '党委中心组集中学习按计划开展']];
    const a = read([ROSTER, grouped], {
      corrections: said({ type: 'header', instead: before.rowKeys, value: lower }),
    });
    expect(a.sheets[1]!.headerRows).toEqual([1]);
    expect(a.sheets[1]!.columns.map(({ header }) => header)).toEqual(lower[0]);
  });

  test('that is no longer there leaves the sheet as it is recognised', () => {
    const a = read([ROSTER, SCORES], {
      corrections: said({ type: 'header', instead: [['单位', '学习']], value: [['没有', '这样', '的行']] }),
    });
    expect(unfit(a)).toEqual(['noTable']);
    expect(a.sheets[1]!.headerRows).toEqual([1]);
  });
});

describe('rows of a form', () => {
  const form = (name: string, extra: SheetLiteral['rows'] = []): SheetLiteral => ({
    name,
    rows: [
      ['五好党委考核评分表'],
      [`单位名称：${name}`],
      ['考核内容', '分值', '自评分', '考核分'],
      ...extra,
      ['党委中心组集中学习按计划开展', 4, 4, 3],
      ['生产安全情况', 5, 5, 4],
      ['成本、能耗控制', 4, 4, 3],
      ['党务公开', 4, 4, 4],
    ],
  });
  const before = read([ROSTER, form('东岭锡矿党委'), form('西岭锡矿党委')]);
  const table = tableOf(before, '东岭锡矿党委');
  const { key, occurrence } = table.rows.find(({ text }) => text === '生产安全情况')!;
  const row = (value: Choice): CorrectionEdit => ({ type: 'row', table: keyOf(table), key, occurrence, value });
  const safety: Choice = { kind: 'indicator', name: 'W42', text: '安全生产' };

  test('are offered with what they were taken for', () => {
    expect(table.rows.map(({ text, choice }) => [text, choice?.name ?? null])).toContainEqual(['生产安全情况', null]);
    expect(table.alike).toBe(2);
    expect(issues(before).filter((text) => text.startsWith('D09'))).toHaveLength(2);
  });

  test('are what a person says, on the forms of all units and below inserted rows', () => {
    const forms = [form('东岭锡矿党委'), form('西岭锡矿党委', [['安全生产月活动', null, null, null]])];
    const a = read([ROSTER, ...forms], { corrections: said(row(safety)) });
    expect(cells(a, 'superior')['W42 points']).toEqual(['D5', 'D6', '']);
    expect(issues(a).filter((text) => text.startsWith('D09'))).toEqual([]);
    expect(unfit(a)).toEqual([null]);
  });

  test('that are to be ignored are not asked for; ones that are gone are reported', () => {
    const a = read([ROSTER, form('东岭锡矿党委')], {
      corrections: said(row({ kind: 'ignore', name: '' }), {
        type: 'row',
        table: keyOf(table),
        key: '没有的行',
        occurrence: 0,
        value: safety,
      }),
    });
    expect(issues(a).filter((text) => text.startsWith('D09'))).toEqual([]);
    expect(unfit(a)).toEqual([null, 'noRow']);
  });
});

describe('names', () => {
  const scores = (name: string): SheetLiteral => ({
    name: '考核',
    rows: [
      ['单位', '安全生产', '党委中心组集中学习按计划开展'],
      [name, 5, 4],
      ['西岭锡矿党委', 4, 3],
    ],
  });
  const name = (written: string, target: { id: string | null; name: string } | null): CorrectionEdit => ({
    type: 'name',
    written,
    branch: null,
    value: { target },
  });

  test('that no roster has are listed with who may be meant, and nobody is merged unasked', () => {
    const a = read([ROSTER, scores('东岭锡业党委')]);
    expect(a.unmatched).toMatchObject([
      { written: '东岭锡业党委', isMember: false, count: 1, place: { sheet: 1, row: 1, column: 0 } },
    ]);
    expect(a.unmatched[0]!.near[0]).toEqual({ id: 'U01', name: '东岭锡矿党委', branch: null });
    expect(cells(a, 'superior')['W42 raw']).toEqual(['', 'B3', '']);
  });

  test('mean whom a person says: by id, else by name', () => {
    for (const target of [
      { id: 'U01', name: '旧名称' },
      { id: null, name: '东岭锡矿党委' },
    ]) {
      const a = read([ROSTER, scores('东岭 锡业党委')], { corrections: said(name('东岭锡业党委', target)) });
      expect(cells(a, 'superior')['W42 raw']).toEqual(['B2', 'B3', '']);
      expect(a.unmatched).toEqual([]);
      expect(unfit(a)).toEqual([null]);
    }
  });

  test('who is on the roster under that very name stays who it is', () => {
    const a = read([ROSTER, scores('东岭锡矿党委')], {
      corrections: said(name('东岭锡矿党委', { id: 'U02', name: '西岭锡矿党委' })),
    });
    expect(cells(a, 'superior')['W42 raw']).toEqual(['B2', 'B3', '']);
    expect(unfit(a)).toEqual(['noName']);
  });

  test('that are nobody who is assessed are left out and not asked for', () => {
    const a = read([ROSTER, scores('工会')], { corrections: said(name('工会', null)) });
    expect(issues(a)).toEqual([]);
    expect(a.unmatched).toEqual([]);
  });

  test('whose subject has left the roster are asked for again', () => {
    const a = read([ROSTER, scores('东岭锡业党委')], {
      corrections: said(name('东岭锡业党委', { id: 'U77', name: '已撤销党委' })),
    });
    expect(unfit(a)).toEqual(['noTarget']);
    expect(a.unmatched).toHaveLength(1);
  });

  test('in registers and forms, and of members', () => {
    const members: SheetLiteral = {
      name: '党员名册',
      rows: [
        ['党员编号', '姓名', '所在支部'],
        ['M1', '张一帆', '采矿党支部'],
        ['M2', '李守正', '采矿党支部'],
      ],
    };
    const funds: SheetLiteral = {
      name: '经费台账',
      rows: [
        ['单位', '经费预算', '到位金额'],
        ['东岭公司', 5, 5],
      ],
    };
    const votes: SheetLiteral = {
      name: '党员得分',
      rows: [
        ['姓名', '所在支部', '民主评议得分', '上级考核得分'],
        ['张逸帆', '采矿党支部', 90, 91],
        ['李守正', '采矿党支部', 80, 81],
      ],
    };
    const a = read([ROSTER, members, funds, votes], {
      corrections: said(name('东岭公司', { id: 'U01', name: '东岭锡矿党委' }), {
        type: 'name',
        written: '张逸帆',
        branch: '采矿党支部',
        value: { target: { id: 'M1', name: '张一帆' } },
      }),
    });
    expect(a.registers[0]!.rows[0]!.organization).toBe(0);
    expect(a.schemes.flatMap((s) => s.subjects.map((subject) => subject.id))).toEqual(['M1', 'M2']);
    expect(addresses(a.schemes[0]!.sources.peer!.totals[0]!)).toEqual(['C2', 'C3']);
    expect(unfit(a)).toEqual([null, null]);
    expect(a.unmatched).toEqual([]);
  });

  test('without a roster two ways to write one name are brought together', () => {
    const sheet = (title: string, unit: string): SheetLiteral => ({
      name: title,
      rows: [
        ['单位', '安全生产', '党委中心组集中学习按计划开展'],
        [unit, 5, 4],
      ],
    });
    const both = [sheet('自评', '东岭矿党委'), sheet('上级考核', '东岭锡矿党委')];
    expect(read(both).schemes[0]!.subjects).toHaveLength(2);
    const a = read(both, { corrections: said(name('东岭矿党委', { id: null, name: '东岭锡矿党委' })) });
    expect(a.schemes[0]!.subjects.map((s) => s.name)).toEqual(['东岭锡矿党委']);
    expect(unfit(a)).toEqual([null]);
  });
});
