import { snapshotOf } from '../../../src/model';
import { installClient } from '../../excel-host/client';
import { bookOf, cellsOf } from '../../excel-host/load';
import { SimulatedExcel } from '../../excel-host/session';

const start = (version?: string) => {
  const excel = new SimulatedExcel(
    bookOf(
      snapshotOf('a.xlsx', [
        {
          name: '表',
          rows: [
            ['单位', '总分'],
            ['甲', 95],
          ],
        },
      ]),
    ),
    version,
  );
  installClient(excel);
  return excel;
};

test('reads through the real client', async () => {
  const excel = start();
  const values = await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name,items/id');
    const range = context.workbook.worksheets.getItem('表').getUsedRangeOrNullObject(true).load('values,rowCount');
    await context.sync();
    return [sheets.items.map(({ name }) => name), range.values, range.rowCount];
  });
  expect(values).toEqual([
    ['表'],
    [
      ['单位', '总分'],
      ['甲', 95],
    ],
    2,
  ]);
  expect(excel.syncs.length).toBe(2);
});

test('entry', async () => {
  const excel = start();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('表').getRange('C1:C7').untrack();
    range.values = [['001'], ['1-2'], ['50%'], ['2004/5/31'], ['=1+1'], ["'007"], ['红岩']];
    await context.sync();
  });
  const cells = cellsOf(excel.book, '表');
  expect(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'].map((at) => cells[at]!.value)).toEqual([
    1,
    47485,
    0.5,
    38138,
    0,
    '007',
    '红岩',
  ]);
  expect(excel.syncs.length).toBe(1);
});

test('events', async () => {
  const excel = start();
  const seen: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => void seen.push(event.address));
    await context.sync();
  });
  excel.edit('表', 1, 1, 90);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(seen).toEqual(['B2']);
});

test('api level', async () => {
  start('1.9');
  await expect(
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('表').getRange('A1').getMergedAreasOrNullObject();
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: 'ApiNotFound' });
});
