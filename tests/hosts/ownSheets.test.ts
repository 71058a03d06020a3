import { applyChangeSet, openWorkbook } from '../../src/hosts/xlsx';
import { snapshotOf, valueAt, type SheetLiteral, type WorkbookSnapshot } from '../../src/model';
import { bookOf } from '../excel-host/load';
import { changesFor, openIn, TASK } from './excel/support';
import { fileOf } from './xlsx/helpers/changeSets';

/** A table that is ranked as it stands, and sheets of the user that bear the names of ours. */
const TABLE: SheetLiteral = {
  name: '得分',
  rows: [['2004年得分表'], ['单位', '总分', '名次'], ['甲', 95, null], ['乙', 90, null], ['丙', 85, null]],
};
const MINE = ['总排名-2004年得分表', '差距清单-2004年得分表', '统计分析', '运行记录', '写回记录', '历次结果'].map(
  (name): SheetLiteral => ({ name, rows: [[`${name}是我自己的表`]] }),
);

function expectMine(after: WorkbookSnapshot): void {
  for (const { name } of MINE) {
    const sheet = after.sheets.find((one) => one.name === name)!;
    expect([name, sheet.mark, valueAt(after, sheet, 0, 0)]).toEqual([name, null, `${name}是我自己的表`]);
  }
  const ours = after.sheets.filter(({ mark }) => mark !== null && !mark.startsWith('undo:'));
  expect(ours.map(({ mark }) => mark)).toEqual(
    expect.arrayContaining(['ranking:2004年得分表', 'run', 'record', 'history']),
  );
  expect(new Set(after.sheets.map(({ name }) => name.toLowerCase())).size).toBe(after.sheets.length);
}

test('in a file: sheets of the user that bear our names stay, ours get another; also on the next run', () => {
  const blank = openWorkbook(fileOf([TABLE, ...MINE]), 'a.xlsx');
  const once = openWorkbook(applyChangeSet(blank, changesFor(blank.snapshot())).bytes, 'a.xlsx');
  expectMine(once.snapshot());
  const twice = openWorkbook(applyChangeSet(once, changesFor(once.snapshot())).bytes, 'a.xlsx').snapshot();
  expectMine(twice);
  expect(twice.sheets.map(({ name }) => name)).toEqual(once.snapshot().sheets.map(({ name }) => name));
});

test('in Excel: the same', async () => {
  const { workbook } = await openIn(bookOf(snapshotOf('a.xlsx', [TABLE, ...MINE])));
  await workbook.apply(changesFor(await workbook.snapshot(TASK)), TASK);
  const once = await workbook.snapshot(TASK);
  expectMine(once);
  await workbook.apply(changesFor(once), TASK);
  const twice = await workbook.snapshot(TASK);
  expectMine(twice);
  expect(twice.sheets.map(({ name }) => name)).toEqual(once.sheets.map(({ name }) => name));
});
