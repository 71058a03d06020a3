import { createWorkbook, openWorkbook } from '../../src/hosts/xlsx';
import {
  NO_CORRECTIONS,
  NO_MEMORY,
  snapshotOf,
  withCorrection,
  type ChangeSet,
  type Memory,
  type ResultSheet,
  type WorkbookSnapshot,
} from '../../src/model';
import { MEMORY_MARK, memoryIn, memorySheet } from '../../src/report/memory';

/** A memory that says so many things of so many tables. */
function memoryOf(tables: number, text = '单位'): Memory {
  let corrections = NO_CORRECTIONS;
  for (let k = 0; k < tables; k++) {
    const table = { header: [`${text}${k}`, '得 分\n"甲"', '𠮷\u2028\ud800'], sheet: `表${k}`, everySheet: false };
    corrections = withCorrection(corrections, { type: 'source', table, value: 'peer' });
  }
  return { revision: 7, corrections };
}

/** The workbook that a file with such sheets is read as. */
function saved(sheets: readonly ResultSheet[]): WorkbookSnapshot {
  const changes: ChangeSet = { workbook: null, sheets, removedMarks: [], writes: [], highlights: [] };
  return openWorkbook(createWorkbook(changes), '结果.xlsx').snapshot();
}

const VISIBLE: ResultSheet = {
  ...memorySheet('可见', memoryOf(1))!,
  mark: 'ranking:x',
  visibility: 'visible',
};

test('what a file was made to remember is read from it again, whatever its texts are', () => {
  const memory = memoryOf(2);
  const book = saved([VISIBLE, memorySheet('更正', memory)!]);
  expect(book.sheets[1]).toMatchObject({ mark: MEMORY_MARK, visibility: 'veryHidden' });
  expect(memoryIn(book)).toEqual(memory);
});

test('a long memory stands in several cells, none longer than a cell holds', () => {
  const memory = memoryOf(300, '党组织名称（全称）'.repeat(10));
  const sheet = memorySheet('更正', memory)!;
  const texts = sheet.blocks[0]!.values.map(([text]) => text as string);
  expect(texts.length).toBeGreaterThan(1);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(32_768);
  expect(memoryIn(saved([VISIBLE, sheet]))).toEqual(memory);
});

test('nothing said needs no sheet, and a workbook without one remembers nothing', () => {
  expect(memorySheet('更正', { revision: 3, corrections: NO_CORRECTIONS })).toBeNull();
  expect(memoryIn(snapshotOf('a.xlsx', [{ name: '甲', rows: [['a']] }]))).toEqual(NO_MEMORY);
});

test.each([
  ['no data', 'abc'],
  ['a torn text', '{"revision":1,"corrections":{"version":1,'],
  ['a number', 5],
  ['other data', '[1,2,3]'],
  ['a later version', '{"revision":1,"corrections":{"version":9,"tables":[{}]}}'],
])('%s in its place is forgotten', (_, cell) => {
  const book = snapshotOf('a.xlsx', [{ name: '更正', rows: [[cell]] }]);
  const spoiled = { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, mark: MEMORY_MARK })) };
  expect(memoryIn(spoiled).corrections).toEqual(NO_CORRECTIONS);
});
