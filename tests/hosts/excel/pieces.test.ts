import fc from 'fast-check';
import { inferMerges } from '../../../src/hosts/excel/read/inferMerges';
import { SheetSums } from '../../../src/hosts/excel/fingerprint';
import { chunksOf, halvesOf } from '../../../src/hosts/excel/read/bands';
import type { SheetHead } from '../../../src/hosts/excel/read/structure';
import { packRecord, type UndoRecord, unpackRecord } from '../../../src/hosts/excel/undo/record';
import { addressesOf, cover } from '../../../src/hosts/excel/write/cover';
import { columnPoints } from '../../../src/hosts/excel/write/frame';
import { packed, type Job } from '../../../src/hosts/excel/write/job';
import { sectionsOf } from '../../../src/hosts/excel/write/print';
import { mightBeRead } from '../../../src/hosts/excel/write/textEntry';
import { a1Range, snapshotOf } from '../../../src/model';
import { enter } from '../../excel-host/entry';

describe('cover', () => {
  test('blocks of equal keys cover each cell once', () => {
    const matrix = fc.integer({ min: 1, max: 6 }).chain((columns) =>
      fc.array(fc.array(fc.integer({ min: -1, max: 2 }), { minLength: columns, maxLength: columns }), {
        maxLength: 8,
      }),
    );
    fc.assert(
      fc.property(matrix, (rows) => {
        const width = rows[0]?.length ?? 0;
        const found = rows.map((row) => row.map(() => -1));
        for (const { key, range } of cover(rows.length, width, (r, c) => rows[r]![c]!)) {
          for (let r = range.top; r <= range.bottom; r++) {
            for (let c = range.left; c <= range.right; c++) {
              expect(found[r]![c]).toBe(-1);
              found[r]![c] = key;
            }
          }
        }
        expect(found).toEqual(rows);
      }),
    );
  });

  test('a table with one look per column is one block per column', () => {
    const blocks = cover(1000, 3, (_, column) => column);
    expect(blocks.map(({ range }) => a1Range(range))).toEqual(['A1:A1000', 'B1:B1000', 'C1:C1000']);
  });

  test('addresses stay below what Excel takes', () => {
    const ranges = Array.from({ length: 3000 }, (_, i) => ({ top: 2 * i, left: 0, bottom: 2 * i, right: 4 }));
    const addresses = addressesOf(ranges);
    expect(Math.max(...addresses.map(({ length }) => length))).toBeLessThan(8192);
    expect(addresses.join(',').split(',')).toEqual(ranges.map(a1Range));
  });
});

describe('texts that Excel might read as something else', () => {
  test.each([
    '001',
    '1-2',
    '50%',
    '2004/5/31',
    '=1+1',
    '+86',
    '-',
    '@a',
    '１２',
    'TRUE',
    'May 5',
    '3月5日',
    '#N/A',
    "'a",
    '（12）',
    '一月五日',
    '×２',
  ])('%s', (text) => expect(mightBeRead(text)).toBe(true));
  test.each(['红岩锡矿党委', '优秀', '', '排名', 'Name', '—', '√', '▲ 中', '（一）等次分布', '十一、情况'])(
    '%s is safe',
    (text) => expect(mightBeRead(text)).toBe(false),
  );

  test('what counts as safe is entered as it is', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.stringMatching(/^[0-9年月日.,%/:+—（）一、-]{1,8}$/),
      fc.lorem(),
    );
    fc.assert(
      fc.property(text, (each) => {
        if (!mightBeRead(each) && each !== '') expect(enter(each, 'General')).toEqual({ value: each, formula: null });
        if (each !== '') expect(enter(each, '@')).toEqual({ value: each, formula: null });
      }),
    );
  });
});

describe('chunks', () => {
  const head = (rows: number, columns: number): SheetHead => ({
    id: `${rows}`,
    name: '',
    visibility: 'visible',
    mark: null,
    isProtected: false,
    used: { top: 2, left: 1, bottom: rows + 1, right: columns },
    rowsHidden: false,
    columnsHidden: false,
    merges: [],
  });

  test('hold all rows once and never more cells than allowed', () => {
    const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 9 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(sizes, (list) => {
        const heads = list.map(([rows, columns]) => head(rows, columns));
        const chunks = chunksOf(heads, 100);
        const rows = (bands: (typeof chunks)[number]) =>
          bands.map(({ range }) => (range.bottom - range.top + 1) * (range.right - range.left + 1));
        for (const chunk of chunks) expect(rows(chunk).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(100);
        const all = rows(chunks.flat()).reduce((a, b) => a + b, 0);
        expect(all).toBe(list.reduce((sum, [r, c]) => sum + r * c, 0));
      }),
    );
  });

  test('a band is halved by rows, a single row is not', () => {
    const sheet = head(3, 2);
    expect(halvesOf({ sheet, range: sheet.used! })!.map(({ range }) => a1Range(range))).toEqual(['B3:C4', 'B5:C5']);
    expect(halvesOf({ sheet, range: { top: 0, left: 0, bottom: 0, right: 9 } })).toBeNull();
  });

  test('jobs are packed by cells and by bytes', () => {
    const job = (cells: number, bytes: number): Job => ({
      sheet: '',
      cells,
      bytes,
      queue: () => () => undefined,
      split: () => null,
    });
    expect([...packed([job(15_000, 1), job(4000, 1), job(4000, 1)])].map(({ length }) => length)).toEqual([2, 1]);
    expect([...packed([job(1, 2_000_000), job(1, 2_000_000)])].map(({ length }) => length)).toEqual([1, 1]);
  });
});

describe('the undo record', () => {
  const record: UndoRecord = {
    write: 3,
    sheets: [{ kind: 'created', name: '排名', mark: 'ranking:x', visibility: 'visible', backup: null, sum: 'ab' }],
    cells: [
      { sheet: '表', row: 1, column: 2, before: '', isFormula: false, format: 'General', wrote: 95.5 },
      { sheet: '表', row: 2, column: 2, before: '=A1', isFormula: true, format: '0.00', wrote: '优秀' },
      { sheet: '表', row: 9, column: 2, before: 7, isFormula: false, format: '@', wrote: 8 },
    ],
    highlights: [{ sheet: '表', before: [{ fill: '#FFF3CD', ranges: [{ top: 0, left: 0, bottom: 1, right: 1 }] }] }],
    tabs: ['表'],
    isDone: true,
  };

  const breathe = () => Promise.resolve();

  test('comes back as it was packed', async () => {
    expect(unpackRecord((await packRecord(record, breathe)).text)).toEqual(record);
  });

  test('100,000 cells that were blank fit into a workbook setting', async () => {
    const cells = Array.from({ length: 100_000 }, (_, row) => {
      const wrote = Math.round((row * 7919) % 10_000) / 100;
      return { sheet: '表', row, column: 5, before: '', isFormula: false, format: 'General', wrote };
    });
    const { text, hasCells } = await packRecord({ ...record, cells }, breathe);
    expect(hasCells).toBe(true);
    expect(unpackRecord(text)!.cells).toEqual(cells);
  });

  test('what does not fit is left out and told', async () => {
    const cells = Array.from({ length: 60_000 }, (_, row) => ({
      sheet: '表',
      row,
      column: 5,
      before: Array.from({ length: 12 }, (__, i) =>
        String.fromCharCode(0x4e00 + ((row * 7919 + i * 104_729 + row * i * 31) % 20_000)),
      ).join(''),
      isFormula: false,
      format: 'General',
      wrote: row,
    }));
    const { text, hasCells } = await packRecord({ ...record, cells }, breathe);
    expect(hasCells).toBe(false);
    expect(unpackRecord(text)).toEqual({ ...record, cells: [] });
  });

  test.each(['', 'nonsense', '{}', btoa('x'), null, 7])('%p is none', (text) => expect(unpackRecord(text)).toBeNull());
});

describe('sums', () => {
  const sumsOf = (cells: readonly [number, number, string | number, string?][]) => {
    const sums = new SheetSums();
    for (const cell of cells) sums.add(...cell);
    return sums;
  };

  test('tell a changed value, a changed formula and a moved cell; a blank cell is none', () => {
    const shown = [
      sumsOf([
        [0, 0, '甲'],
        [0, 1, 95],
      ]),
      sumsOf([
        [0, 0, '甲'],
        [0, 1, 96],
      ]),
      sumsOf([
        [0, 0, '甲'],
        [0, 1, 95, 'A1'],
      ]),
      sumsOf([
        [0, 0, '甲'],
        [0, 1, 95, 'A2'],
      ]),
      sumsOf([
        [0, 0, '甲'],
        [0, 2, 95],
      ]),
      sumsOf([
        [1, 0, '甲'],
        [1, 1, 95],
      ]),
    ].map(({ shownSum }) => shownSum);
    expect(new Set(shown).size).toBe(shown.length);
    expect(
      sumsOf([
        [0, 0, '甲'],
        [0, 1, 95],
        [0, 2, ''],
      ]).shownSum,
    ).toBe(shown[0]);
  });

  test('what a formula shows is no edit', () => {
    expect(sumsOf([[0, 0, 1, 'B1']]).enteredSum).toBe(sumsOf([[0, 0, 2, 'B1']]).enteredSum);
    expect(sumsOf([[0, 0, 1, 'B1']]).shownSum).not.toBe(sumsOf([[0, 0, 2, 'B1']]).shownSum);
  });
});

test('merged headers are inferred from blanks', () => {
  const { sheets } = snapshotOf('a.xlsx', [
    {
      name: '表',
      rows: [
        ['单位', '领导班子好', null, '队伍素质好', null, '总分'],
        [null, '民主集中', '廉洁', '学习', '作风', null],
        ['甲', 1, 2, 3, 4, 10],
      ],
    },
  ]);
  expect(inferMerges(sheets[0]!).map(a1Range)).toEqual(['A1:A2', 'F1:F2', 'B1:C1', 'D1:E1']);
});

test('headers and footers by their three parts', () => {
  expect(sectionsOf('&L机密&C第 &P 页')).toEqual({ Left: '机密', Center: '第 &P 页', Right: '' });
  expect(sectionsOf('第 &P 页')).toEqual({ Left: '', Center: '第 &P 页', Right: '' });
});

test('the default width of 8.43 characters is 64 pixels', () => {
  expect(columnPoints(8.43)).toBeCloseTo(48, 5);
});
