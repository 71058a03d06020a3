import { snapshotOf } from '../../../src/model';
import { installClient } from '../../excel-host/client';
import { bookOf, cellsOf } from '../../excel-host/load';
import { SimulatedExcel } from '../../excel-host/session';

/** An Excel with one small sheet and the client connected to it. */
function start(version?: string): SimulatedExcel {
  const rows = [
    ['单位', '总分'],
    ['甲', 95],
  ];
  const excel = new SimulatedExcel(bookOf(snapshotOf('a.xlsx', [{ name: '表', rows }])), version);
  installClient(excel);
  return excel;
}

/** One request of the client. */
const ask = <T>(batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => () => T): Promise<T> =>
  Excel.run(async (context) => {
    const read = batch(context.workbook.worksheets.getItem('表'), context);
    await context.sync();
    return read();
  });
const nothing = () => undefined;

test('collections, values and null objects are read through the real client', async () => {
  const excel = start();
  const answer = await ask((sheet, { workbook }) => {
    const sheets = workbook.worksheets.load('items/name,items/id');
    const range = sheet.getUsedRangeOrNullObject(true).untrack().load('values,rowCount,address');
    const none = workbook.worksheets.getItemOrNullObject('没有').load('name');
    const inner = none.names.getItemOrNullObject('x').load('formula');
    return () => [
      sheets.items.map(({ name }) => name),
      range.values,
      range.address,
      none.isNullObject,
      inner.isNullObject,
    ];
  });
  const values = [
    ['单位', '总分'],
    ['甲', 95],
  ];
  expect(answer).toEqual([['表'], values, "'表'!A1:B2", true, true]);
  expect(excel.syncs.length).toBe(1);
});

test('a range that is not released costs a request of its own', async () => {
  const excel = start();
  await ask((sheet) => {
    sheet.getRange('A1').load('values');
    return nothing;
  });
  expect(excel.syncs.length).toBe(2);
  expect(excel.state.references.size).toBe(0);
});

test('an entry is read as something typed, unless the cell is text', async () => {
  const excel = start();
  const inputs = [
    '001',
    '1-2',
    '50%',
    '2004/5/31',
    '=1+1',
    "'007",
    '红岩',
    '1,234.5',
    'TRUE',
    '#N/A',
    '１２',
    '3月5日',
  ];
  await ask((sheet) => {
    const general = sheet.getRange(`C1:C${inputs.length}`).untrack();
    general.values = inputs.map((input) => [input]);
    const text = sheet.getRange(`D1:D${inputs.length}`).untrack();
    text.numberFormat = [['@']].concat(inputs.slice(1).map(() => ['@']));
    text.values = inputs.map((input) => [input]);
    return nothing;
  });
  const cells = cellsOf(excel.book, '表');
  expect(inputs.map((_, i) => cells[`C${i + 1}`]!.value)).toEqual([
    1,
    47_485,
    0.5,
    38_138,
    0,
    '007',
    '红岩',
    1234.5,
    true,
    { error: '#N/A' },
    12,
    47_547,
  ]);
  expect(cells.C5!.formula).toBe('1+1');
  expect([cells.C2, cells.C3, cells.C4].map((cell) => cell!.look.numberFormat)).toEqual([
    'm"月"d"日"',
    '0%',
    'yyyy/m/d',
  ]);
  expect(inputs.map((_, i) => cells[`D${i + 1}`]!.value)).toEqual(inputs);
});

test('null leaves a cell alone, "" clears it, other cells of a merged block swallow what they get', async () => {
  const excel = start();
  excel.book.sheet('表')!.merges = [{ top: 4, left: 0, bottom: 4, right: 1 }];
  await ask((sheet) => {
    sheet.getRange('A2:B2').untrack().values = [[null, '']];
    sheet.getRange('A5:B5').untrack().values = [['anchor', 'lost']];
    return nothing;
  });
  const cells = cellsOf(excel.book, '表');
  expect([cells.A2!.value, cells.B2, cells.A5!.value, cells.B5]).toEqual(['甲', undefined, 'anchor', undefined]);
});

describe('refuses what Excel refuses', () => {
  const cases: [string, string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => void][] = [
    ['a matrix of another size', 'InvalidArgument', (sheet) => void (sheet.getRange('A1:B2').values = [[1, 2]])],
    ['an unknown sheet', 'ItemNotFound', (_, { workbook }) => void workbook.worksheets.getItem('没有').load('name')],
    ['a bad name', 'InvalidArgument', (_, { workbook }) => void workbook.worksheets.add('a/b')],
    ['a long name', 'InvalidArgument', (_, { workbook }) => void workbook.worksheets.add('x'.repeat(32))],
    ['a name in use', 'ItemAlreadyExists', (_, { workbook }) => void workbook.worksheets.add('表')],
    ['the last visible sheet', 'InvalidOperation', (sheet) => sheet.delete()],
    ['a range outside', 'InvalidArgument', (sheet) => void sheet.getRangeByIndexes(0, 16_384, 1, 1).load('values')],
    [
      'an address that is too long',
      'InvalidArgument',
      (sheet) => void sheet.getRanges(`${'A1,'.repeat(3000)}A1`).load('address'),
    ],
    ['a colour that is none', 'InvalidArgument', (sheet) => void (sheet.getRange('A1').format.fill.color = 'nice')],
    [
      'a rule without =',
      'InvalidArgument',
      (sheet) => void (sheet.getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = 'A1'),
    ],
    ['an unused method', 'NotSimulated', (sheet) => sheet.getRange('A1').calculate()],
  ];
  test.each(cases)('%s', async (_, code, call) => {
    start();
    const asked = ask((sheet, context) => {
      call(sheet, context);
      return nothing;
    });
    await expect(asked).rejects.toMatchObject({ code });
  });

  test('a locked cell of a protected sheet; an unlocked one takes its value', async () => {
    const excel = start();
    const sheet = excel.book.sheet('表')!;
    sheet.isProtected = true;
    const cell = sheet.ownCell(0, 0);
    cell.look = { ...cell.look, locked: false };
    const set = (address: string) =>
      ask((found) => {
        found.getRange(address).untrack().values = [[7]];
        return nothing;
      });
    await set('A1');
    await expect(set('B1')).rejects.toMatchObject({ code: 'AccessDenied' });
    expect(cellsOf(excel.book, '表').A1!.value).toBe(7);
  });

  test('requests and answers above the limit', async () => {
    const excel = start();
    excel.limit = 2000;
    const set = ask((sheet) => {
      sheet.getRange('A1').untrack().values = [['长'.repeat(1000)]];
      return nothing;
    });
    await expect(set).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
    excel.edit('表', 0, 0, '长'.repeat(1000));
    const get = ask((sheet) => {
      sheet.getRange('A1').untrack().load('values');
      return nothing;
    });
    await expect(get).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  });

  test('what an older Excel does not have', async () => {
    start('1.9');
    const asked = ask((sheet) => {
      sheet.getRange('A1').getMergedAreasOrNullObject();
      return nothing;
    });
    await expect(asked).rejects.toMatchObject({ code: 'ApiNotFound' });
  });
});

test('what was done before an error stays done', async () => {
  const excel = start();
  excel.faults.set(1, { when: 'middle', code: 'GeneralException' });
  const asked = ask((sheet) => {
    for (let row = 1; row <= 10; row++) sheet.getRange(`C${row}`).untrack().values = [[row]];
    return nothing;
  });
  await expect(asked).rejects.toMatchObject({ code: 'GeneralException' });
  const written = Object.keys(cellsOf(excel.book, '表')).filter((address) => address.startsWith('C')).length;
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(10);
});

test('edits are reported, own writes only while events are on', async () => {
  const excel = start();
  const seen: string[] = [];
  await ask((_, { workbook }) => {
    workbook.worksheets.onChanged.add(
      async ({ address, triggerSource }) => void seen.push(`${address} ${triggerSource}`),
    );
    return nothing;
  });
  const set = (isOn: boolean) =>
    ask((sheet, { runtime }) => {
      runtime.enableEvents = isOn;
      sheet.getRange('C1').untrack().values = [[1]];
      return nothing;
    });
  excel.edit('表', 1, 1, 90);
  await set(false);
  await set(true);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(seen).toEqual(['B2 Unknown', 'C1 ThisLocalAddin']);
});
