import { inputText } from '../../src/browser/grid/inputText';
import { lazyCells } from '../../src/browser/grid/lazyCells';
import { viewOfSnapshot } from '../../src/browser/grid/snapshotView';
import { entryAt, snapshotOf } from '../../src/model';

const workbook = snapshotOf('a.xlsx', [
  {
    name: '表',
    rows: [
      ['单位', '得分', '达标'],
      [],
      ['甲', { value: 92.5, format: '0.00', formula: 'SUM(B1:B2)' }, true],
      [null, { error: '#REF!' }],
    ],
  },
]);
const view = viewOfSnapshot(workbook, workbook.sheets[0]!);
const cells = lazyCells(view);

test('cells appear where they are, with value, kind and style', () => {
  expect(cells[0]![1]).toMatchObject({ v: '得分' });
  expect(cells[2]![1]).toMatchObject({ v: 92.5, t: 2, s: `s${workbook.numberFormats.indexOf('0.00')}` });
  expect(cells[2]![2]).toMatchObject({ v: 1, t: 3 });
  expect(cells[3]![1]).toMatchObject({ v: '#REF!' });
});

test('text that looks like a number is marked as text', () => {
  const numbers = snapshotOf('b.xlsx', [{ name: '表', rows: [['12.5', '95%', '2004-2-27', '12次']] }]);
  const row = lazyCells(viewOfSnapshot(numbers, numbers.sheets[0]!))[0]!;
  expect([0, 1, 2, 3].map((column) => row[column]!.t)).toEqual([1, 1, undefined, undefined]);
});

test('empty rows and foreign keys hold nothing', () => {
  expect(cells[1]).toBeUndefined();
  expect(cells[99]).toBeUndefined();
  expect((cells as Record<string, unknown>)['constructor']).toBeUndefined();
});

test('rows are made once, and never all of them', () => {
  expect(Object.keys(cells)).toEqual([]);
  expect(cells[2]).toBe(cells[2]);
  expect(2 in cells).toBe(true);
  expect(1 in cells).toBe(false);
});

test('nothing can be written into them', () => {
  cells[0] = {};
  expect(cells[0]![0]).toMatchObject({ v: '单位' });
});

test.each([
  [0, 0, '单位'],
  [2, 1, '=SUM(B1:B2)'],
  [2, 2, 'TRUE'],
  [3, 1, '#REF!'],
  [1, 0, ''],
])('row %i column %i reads %s', (row, column, text) =>
  expect(inputText(view, entryAt(view.cells, row, column))).toBe(text),
);

test.each([
  ['0.00;-0.00;;@', undefined],
  ['0.00;-0.00;', undefined],
  ['0.00;-0.00;0;@', 0],
  ['0.00;-0.00', 0],
  ['0.00;', 0],
  ['0.00', 0],
])('zero in the format %s shows %s', (format, shown) => {
  const zeros = snapshotOf('c.xlsx', [{ name: '表', rows: [[{ value: 0, format }]] }]);
  expect(lazyCells(viewOfSnapshot(zeros, zeros.sheets[0]!))[0]![0]!.v).toBe(shown);
});
