import { resultJson, scoreWorkbooks } from '../../../src/app';
import type { ChangeSet, ResultSheet, SheetLiteral } from '../../../src/model';
import { snapshotOf } from '../../../src/model';
import { allCases, openFile } from '../../cases/caseFiles';
import { bookOf, cellsOf, contentOf } from '../../excel-host/load';
import { changesFor, openIn, TASK } from './support';

const annual = () => openFile(allCases().find(({ name }) => name === 'v1-annual-group')!.files[0]!).snapshot();

const NOTHING: ChangeSet = { workbook: 'a.xlsx', sheets: [], removedMarks: [], writes: [], highlights: [] };

/** A result sheet of one block. */
function resultSheet(name: string, values: ResultSheet['blocks'][number]['values'], more: Partial<ResultSheet> = {}) {
  const sheet: ResultSheet = {
    name,
    mark: name,
    styles: [],
    blocks: [{ row: 0, column: 0, values, columnStyles: (values[0] ?? []).map(() => -1) }],
    merges: [],
    columnWidths: [],
    rowHeights: [],
    conditionalFormats: [],
    charts: [],
    print: { orientation: 'portrait', fitToWidth: true },
    ...more,
  };
  return sheet;
}

async function openSheets(...sheets: readonly SheetLiteral[]) {
  const { excel, workbook } = await openIn(bookOf(snapshotOf('a.xlsx', sheets)));
  await workbook.snapshot(TASK);
  const apply = (changes: Partial<ChangeSet>) => workbook.apply({ ...NOTHING, ...changes }, TASK);
  return { excel, workbook, apply };
}

const TABLE: SheetLiteral = {
  name: '表',
  rows: [
    ['单位', '总分'],
    ['甲', null],
    ['乙', 7],
    ['丙', null],
  ],
};
const write = (row: number, value: string | number | null, expected: string | number | null = null) => ({
  sheet: '表',
  row,
  column: 1,
  expected,
  value,
});

test('pages several wide: columns repeated, breaks that replace earlier ones', async () => {
  const { excel, apply } = await openSheets(TABLE);
  const print = {
    orientation: 'landscape',
    fitToWidth: false,
    scale: 80,
    titleRows: { first: 0, last: 1 },
    titleColumns: { first: 1, last: 2 },
    breaks: { rows: [20, 40], columns: [12] },
  } as const;
  const sheets = [resultSheet('明细', [['甲']], { print })];
  await apply({ sheets });
  await apply({ sheets });
  expect(Object.fromEntries(excel.book.sheet('明细')!.page)).toMatchObject({
    Zoom: { scale: 80 },
    PrintOrder: 'OverThenDown',
    PrintTitleRows: { top: 0, bottom: 1 },
    PrintTitleColumns: { left: 1, right: 2 },
    RowBreaks: [20, 40],
    ColumnBreaks: [12],
  });
});

test('the annual workbook: 12 requests at most, far below 5 MB, calculation and drawing held back', async () => {
  const { excel, workbook } = await openIn(bookOf(annual()));
  const before = contentOf(excel.book);
  const changes = changesFor(await workbook.snapshot(TASK));
  const report = await workbook.apply(changes, TASK);
  expect(report).toMatchObject({ refused: [], warnings: [] });
  expect(excel.syncs.length).toBeLessThanOrEqual(12);
  for (const { requestBytes, responseBytes } of excel.syncs) {
    expect(requestBytes).toBeLessThan(1.5 * 2 ** 20);
    expect(responseBytes).toBeLessThan(2 ** 20);
  }
  const writes = excel.syncs.filter(({ suspended }) => suspended.length > 0);
  expect(writes.map(({ suspended }) => suspended)).toEqual(writes.map(() => ['calculation', 'screen']));
  expect(writes.length).toBe(3);
  await workbook.undo(false, TASK);
  expect(contentOf(excel.book)).toEqual(before);
});

describe.each(['1.9', '1.14'])('ExcelApi %s', (version) => {
  test.each(allCases().map((each) => [each.name, each.files[0]!]))('%s is scored the same', async (_, file) => {
    const snapshot = openFile(file).snapshot();
    const { workbook } = await openIn(bookOf(snapshot), version);
    const read = await workbook.snapshot(TASK);
    const options = { locale: 'zh-CN', today: '2030-06-15' } as const;
    const [found, expected] = [read, snapshot].map((workbook) => resultJson(scoreWorkbooks([workbook], options)));
    // Inferred headers may name a column that counts for nothing otherwise.
    if (version === '1.9') expect(found!.subjects).toEqual(expected!.subjects);
    else expect(found).toEqual(expected);
    expect(workbook.capabilities.limits('en-US').length).toBe(version === '1.9' ? 1 : 0);
  });
});

test('an Excel that is too old says so at once', async () => {
  await expect(openIn(bookOf(snapshotOf('a.xlsx', [TABLE])), '1.7')).rejects.toMatchObject({ code: 'tooOld' });
});

test('texts stay texts in result sheets: ids, dates, formulas', async () => {
  const texts = ['001', '1-2', '50%', '2004/5/31', '=1+1', '+86', '@a', 'TRUE', '#N/A', "'甲", '１２', '红岩', ''];
  const { excel, apply } = await openSheets(TABLE);
  await apply({
    sheets: [
      resultSheet(
        '结果',
        texts.map((text) => [text, 1.5, true]),
      ),
    ],
  });
  const cells = cellsOf(excel.book, '结果');
  texts.forEach((text, i) => {
    expect(cells[`A${i + 1}`]?.value ?? '').toBe(text);
    expect(cells[`A${i + 1}`]?.formula ?? null).toBeNull();
    expect(cells[`A${i + 1}`]?.look.numberFormat ?? 'General').toBe('General');
  });
  expect(cells.B1!.value).toBe(1.5);
  expect(cells.C1!.value).toBe(true);
});

test('formulas are formulas, of renamed sheets too; links lead there', async () => {
  const { excel, apply } = await openSheets(TABLE, { name: '结果', rows: [['我的']] });
  const report = await apply({
    sheets: [
      resultSheet('结果', [
        [
          { formula: 'SUM(A2:A9)', value: 0 },
          { formula: "'结果'!A1", value: 0 },
        ],
      ]),
      resultSheet('差距', [[{ text: '结果!A1', link: { sheet: '结果', cell: { row: 0, column: 0 } } }]]),
    ],
  });
  expect(report.sheets.map(({ name }) => name)).toEqual(['结果 (2)', '差距']);
  expect(cellsOf(excel.book, '结果 (2)').A1!.formula).toBe('SUM(A2:A9)');
  expect(cellsOf(excel.book, '结果 (2)').B1!.formula).toBe("'结果 (2)'!A1");
  expect(cellsOf(excel.book, '差距').A1).toMatchObject({ value: '结果!A1', link: "'结果 (2)'!A1" });
  expect(cellsOf(excel.book, '结果').A1!.value).toBe('我的');
});

test('cells of the user: texts, numbers under "@", formats only where there are none', async () => {
  const { excel, apply } = await openSheets({
    name: '表',
    rows: [
      ['单位', '总分'],
      ['甲', null],
      ['乙', { value: '', format: '@' }],
      ['丙', { value: null, format: '0.000' }],
      ['丁', { value: null, format: '@' }],
    ],
  });
  await apply({
    writes: [
      { ...write(1, 92.5), numberFormat: '0.00' },
      write(2, 88),
      { ...write(3, 77.25), numberFormat: '0.00' },
      write(4, '001'),
    ],
  });
  const cells = cellsOf(excel.book, '表');
  expect(['B2', 'B3', 'B4', 'B5'].map((at) => [cells[at]!.value, cells[at]!.look.numberFormat])).toEqual([
    [92.5, '0.00'],
    [88, '@'],
    [77.25, '0.000'],
    ['001', '@'],
  ]);
});

test('what is not as expected is left alone and told; what is there already counts as written', async () => {
  const { excel, apply } = await openSheets({ ...TABLE, merges: [{ top: 3, left: 0, bottom: 3, right: 1 }] });
  const report = await apply({
    writes: [write(1, 5), write(2, 8), write(2, 7, 3), write(3, 1), { ...write(1, 5), sheet: '没有' }, write(-1, 1)],
  });
  expect(report.written).toBe(2);
  expect(report.refused.map(({ reason, found }) => [reason, found])).toEqual([
    ['changed', 7],
    ['merged', null],
    ['noSheet', null],
    ['outside', null],
  ]);
  expect(cellsOf(excel.book, '表').B3!.value).toBe(7);
});

test('a protected sheet: locked cells are refused, unlocked ones written, highlights left out', async () => {
  const { excel, apply } = await openSheets({ ...TABLE, isProtected: true });
  const cell = excel.book.sheet('表')!.ownCell(1, 1);
  cell.look = { ...cell.look, locked: false };
  const report = await apply({
    writes: [write(1, 5), write(3, 6)],
    highlights: [{ sheet: '表', ranges: [{ top: 1, left: 0, bottom: 1, right: 0 }], fill: '#FFF3CD', reason: 'D01' }],
  });
  expect(report.refused.map(({ write: { row }, reason }) => [row, reason])).toEqual([[3, 'protected']]);
  expect(report.warnings).toEqual([{ code: 'highlightsProtected', data: { sheet: '表' } }]);
  expect(cellsOf(excel.book, '表').B2!.value).toBe(5);
  expect(excel.book.sheet('表')!.isProtected).toBe(true);
});

test('a protected result sheet or structure: nothing is written, the sheet is named', async () => {
  const { excel, apply } = await openSheets(TABLE, { name: '结果', rows: [['旧']], mark: '结果' });
  excel.book.sheet('结果')!.isProtected = true;
  const before = contentOf(excel.book);
  const changes = { sheets: [resultSheet('结果', [['新']])] };
  await expect(apply(changes)).rejects.toMatchObject({ code: 'protectedSheet', data: { sheet: '结果' } });
  excel.book.isStructureProtected = true;
  await expect(apply(changes)).rejects.toMatchObject({ code: 'structureProtected' });
  expect(contentOf(excel.book)).toEqual(before);
});

test('an edit between scoring and writing is noticed: nothing is written', async () => {
  const { excel, apply } = await openSheets(TABLE);
  excel.edit('表', 2, 1, 8);
  const before = contentOf(excel.book);
  await expect(apply({ writes: [write(1, 5)] })).rejects.toMatchObject({ code: 'changedMeanwhile' });
  expect(contentOf(excel.book)).toEqual(before);
});

test('a value that vanishes is noticed when it is read back, and everything is taken back', async () => {
  const rows = [
    ['甲', null],
    ['乙', null],
  ];
  const merges = [{ top: 0, left: 1, bottom: 1, right: 1 }];
  // This Excel does not list merged blocks, and nothing in the cells shows this one.
  const { excel, workbook } = await openIn(bookOf(snapshotOf('a.xlsx', [{ name: '表', rows, merges }])), '1.9');
  const before = contentOf(excel.book);
  await workbook.snapshot(TASK);
  await expect(workbook.apply({ ...NOTHING, writes: [write(1, 5)] }, TASK)).rejects.toMatchObject({
    code: 'takenBack',
    reason: { code: 'notAsWritten', data: { sheet: '表', cell: 'B2' } },
  });
  expect(contentOf(excel.book)).toEqual(before);
});

test('a sheet that is replaced keeps nothing of what it was', async () => {
  const all = (text: string) =>
    resultSheet(
      '结果',
      [
        [text, text],
        [text, 1],
      ],
      {
        styles: [{ fill: '#F3E1DC' }],
        merges: [{ top: 2, left: 0, bottom: 2, right: 1 }],
        columnWidths: [30, null],
        rowHeights: [{ row: 1, height: 40 }],
        freeze: { rows: 1, columns: 1 },
        autoFilter: { top: 0, left: 0, bottom: 1, right: 1 },
        conditionalFormats: [
          {
            type: 'formula',
            range: { top: 1, left: 0, bottom: 1, right: 0 },
            formula: 'A2>1',
            fill: '#C6E5CB',
            bold: true,
          },
          { type: 'dataBar', range: { top: 1, left: 1, bottom: 1, right: 1 }, color: '#E9B7A6', min: 0, max: 100 },
          { type: 'colorScale', range: { top: 1, left: 1, bottom: 1, right: 1 }, colors: ['#FFFFFF', '#FF0000'] },
        ],
        charts: [
          {
            type: 'bar',
            title: '得分',
            categories: { top: 1, left: 0, bottom: 1, right: 0 },
            series: [
              { name: '一', values: { top: 1, left: 1, bottom: 1, right: 1 } },
              { name: '二', values: { top: 0, left: 1, bottom: 0, right: 1 } },
            ],
            anchor: { top: 4, left: 0, bottom: 9, right: 3 },
          },
        ],
        tabColor: '#A61B1B',
        showGridLines: false,
      },
    );
  const { excel, workbook, apply } = await openSheets(TABLE);
  await apply({ sheets: [all('旧')] });
  const sheet = excel.book.sheet('结果')!;
  expect(sheet).toMatchObject({ tabColor: '#A61B1B', showGridlines: false, frozen: { bottom: 0, right: 0 } });
  expect(sheet.columnWidths.get(0)).toBeCloseTo(161.25, 2);
  expect(sheet.rowHeights.get(1)).toBe(40);
  // The first rule of the list wins.
  expect(sheet.conditions.map(({ type }) => type)).toEqual(['Custom', 'DataBar', 'ColorScale']);
  expect(sheet.charts[0]!.series.map(({ name }) => name)).toEqual(['一', '二']);
  expect(sheet.charts[0]!.properties.get('CategoryAxis.ReversePlotOrder')).toBe(true);
  sheet.hiddenRows.add(1);
  await workbook.snapshot(TASK);
  await apply({ sheets: [resultSheet('结果', [['新']])] });
  const plain = contentOf(excel.book).find(({ name }) => name === '结果');
  expect(Object.keys(plain!.cells)).toEqual(['A1']);
  expect(plain).toMatchObject({
    merges: [],
    conditions: [],
    charts: [],
    rowHeights: [],
    columnWidths: [],
    hiddenRows: [],
    frozen: null,
    autoFilter: null,
    tabColor: '',
    showGridlines: true,
  });
});

test('charts: series by rows and by columns, with colours, labels, formats and ends of their axis', async () => {
  const { excel, apply } = await openSheets(TABLE);
  const [row, column] = [
    { top: 0, left: 1, bottom: 0, right: 3 },
    { top: 1, left: 1, bottom: 3, right: 1 },
  ];
  const anchor = { top: 5, left: 0, bottom: 9, right: 3 };
  const more = { anchor, labels: true, valueFormat: '0%', min: 0.5, max: 1, step: 0.1 };
  const charts = [
    { type: 'column', title: '行', categories: row, series: [{ name: '甲', values: row, color: '#A61B1B' }], ...more },
    {
      type: 'radar',
      title: '列',
      categories: column,
      series: [{ name: '乙', values: column, color: '#2F5597' }],
      ...more,
    },
    { type: 'pie', title: '', categories: column, series: [{ name: '丙', values: column }], anchor },
  ] as const;
  await apply({ sheets: [resultSheet('统计', [['一', 1, 2, 3]], { charts })] });
  const [bars, radar, pie] = excel.book.sheet('统计')!.charts;
  expect(bars!.series).toHaveLength(1);
  expect(bars!.series[0]).toMatchObject({ name: '甲', values: row, categories: row });
  expect(Object.fromEntries(bars!.series[0]!.properties)).toEqual({
    'Fill.Color': '#A61B1B',
    HasDataLabels: true,
    'DataLabels.NumberFormat': '0%',
  });
  expect(Object.fromEntries(radar!.series[0]!.properties)).toMatchObject({
    'Line.Color': '#2F5597',
    MarkerBackgroundColor: '#2F5597',
  });
  expect(Object.fromEntries(radar!.properties)).toMatchObject({
    'ValueAxis.NumberFormat': '0%',
    'ValueAxis.Minimum': 0.5,
    'ValueAxis.Maximum': 1,
    'ValueAxis.MajorUnit': 0.1,
    'Font.Size': 9,
  });
  expect(pie!.series[0]!.properties.size).toBe(0);
});

test('the charts of the statistics come with their sheet, once however often it is written, and go with it', async () => {
  const { excel, workbook } = await openIn(bookOf(annual()));
  const before = contentOf(excel.book);
  const { sheets } = changesFor(await workbook.snapshot(TASK));
  const [statistics] = sheets.filter(({ mark }) => mark === 'statistics');
  const write = async (charts: ResultSheet['charts']) => {
    const first = excel.syncs.length;
    await workbook.apply({ ...NOTHING, sheets: [{ ...statistics!, charts }] }, TASK);
    return excel.syncs.length - first;
  };
  const requests = await write([]);
  await workbook.undo(false, TASK);
  expect(await write(statistics!.charts)).toBe(requests);
  const drawn = () => excel.book.sheet(statistics!.name)!.charts.map(({ properties }) => properties.get('Title.Text'));
  expect(drawn()).toEqual(statistics!.charts.map(({ title }) => title));
  await workbook.undo(false, TASK);
  expect(contentOf(excel.book)).toEqual(before);
  await write(statistics!.charts);
  await workbook.snapshot(TASK);
  await write(statistics!.charts);
  expect(drawn()).toHaveLength(7);
  await workbook.undo(false, TASK);
  expect(drawn()).toHaveLength(7);
});

test('hidden and shown rows are written apart', async () => {
  const { excel, apply } = await openSheets({ ...TABLE, hiddenRows: [2] });
  const ranges: string[] = [];
  const onChange = excel.book.onChange!;
  excel.book.onChange = (sheet, range, isOwn) => {
    ranges.push(`${range.top}-${range.bottom}`);
    onChange(sheet, range, isOwn);
  };
  await apply({ writes: [write(1, 1), write(2, 2, 7), write(3, 3)] });
  expect(ranges).toEqual(['1-1', '2-2', '3-3']);
});

test('what is too large for one request is halved, reading and writing', async () => {
  const rows = Array.from({ length: 400 }, (_, i) => [`单位${i}`, '长长的说明文字'.repeat(20), i]);
  const { excel, workbook } = await openIn(bookOf(snapshotOf('a.xlsx', [{ name: '表', rows }])));
  excel.limit = 120_000;
  const snapshot = await workbook.snapshot(TASK);
  expect(snapshot.sheets[0]!.cells.columns.length).toBe(1200);
  await workbook.apply({ ...NOTHING, sheets: [resultSheet('结果', rows)] }, TASK);
  expect(excel.syncs.some(({ error }) => error === 'RequestPayloadSizeLimitExceeded')).toBe(true);
  expect(excel.syncs.some(({ error }) => error === 'ResponsePayloadSizeLimitExceeded')).toBe(true);
  expect(Object.keys(cellsOf(excel.book, '结果')).length).toBe(1200);
  expect(cellsOf(excel.book, '结果').C400!.value).toBe(399);
});

test('a sheet with more merged blocks than Excel lists is read all the same', async () => {
  const rows = Array.from({ length: 1300 }, (_, i) => [`甲${i}`, null, i]);
  const merges = Array.from({ length: 600 }, (_, i) => ({ top: 2 * i, left: 0, bottom: 2 * i, right: 1 }));
  const { workbook } = await openIn(bookOf(snapshotOf('a.xlsx', [{ name: '表', rows, merges }])));
  expect((await workbook.snapshot(TASK)).sheets[0]!.cells.columns.length).toBe(2600);
});

test('many rows: chunk by chunk, with progress, and stopped between two', async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => [`单位${i}`, i]);
  const { excel, workbook } = await openIn(bookOf(snapshotOf('a.xlsx', [{ name: '表', rows }])));
  const seen: number[] = [];
  await workbook.snapshot({ ...TASK, onProgress: (done) => seen.push(done) });
  expect(excel.syncs.length).toBe(5);
  expect(seen).toEqual([0, 1 / 3, 2 / 3, 1]);
  const stop = new AbortController();
  const stopped = workbook.snapshot({ onProgress: (done) => done > 0.5 && stop.abort(), signal: stop.signal });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
});
