import { FileError, readLegacy } from '../../../src/hosts/xlsx';
import { csvRows } from '../../../src/hosts/xlsx/legacy/csv';
import { formatAt, valueAt } from '../../../src/model';
import { fixture, zipBomb } from './helpers/packages';

const CSV = '序号,单位,总分\r\n1,"红岩, 锡矿",95.5\r\n007,"他说""好""\n换行",-3\r\n';

/** The Chinese text of the header in GBK, which no encoder of the platform makes. */
const GBK_HEADER = Uint8Array.of(0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0xb5, 0xa5, 0xce, 0xbb);

describe('text files', () => {
  const utf8 = new TextEncoder().encode(CSV);
  const utf16 = Uint8Array.from([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from([...CSV], (c) => c.charCodeAt(0)).buffer),
  ]);
  test.each([
    ['UTF-8', utf8],
    ['UTF-8 with mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])],
  ])('%s', async (_, bytes) => {
    const snapshot = await readLegacy(bytes, '得分.csv');
    const [sheet] = snapshot.sheets;
    const row = (r: number) => [0, 1, 2].map((column) => valueAt(snapshot, sheet!, r, column));
    expect(sheet!.name).toBe('得分');
    expect([row(0), row(1), row(2)]).toEqual([
      ['序号', '单位', '总分'],
      [1, '红岩, 锡矿', 95.5],
      ['007', '他说"好"\n换行', -3],
    ]);
  });

  test('UTF-16 is told from a broken file', async () => {
    const snapshot = await readLegacy(utf16, '得分.csv');
    expect(valueAt(snapshot, snapshot.sheets[0]!, 0, 1)).toBe('单位');
  });

  test('GBK', async () => {
    const snapshot = await readLegacy(GBK_HEADER, '得分.csv');
    expect(valueAt(snapshot, snapshot.sheets[0]!, 0, 1)).toBe('单位');
  });

  test.each([
    [
      'a\tb\n1,5\t2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    ['a;b', [['a', 'b']]],
    ['a,', [['a', '']]],
    ['"never closed', [['never closed']]],
    ['', []],
    ['\n\na', [[''], [''], ['a']]],
  ])('fields of %j', (text, rows) => {
    expect([...csvRows(text)]).toEqual(rows);
  });
});

describe('old workbooks', () => {
  test('.xls', async () => {
    const snapshot = await readLegacy(fixture('hostile/legacy.xls'), 'legacy.xls');
    const [sheet] = snapshot.sheets;
    expect(sheet!.name).toBe('得分表');
    expect(valueAt(snapshot, sheet!, 0, 0)).toBe('2004年度考核得分表');
    expect(sheet!.merges).toHaveLength(1);
    expect(formatAt(snapshot, sheet!, 2, 2)).toBe('General');
  });

  test.each([
    ['encrypted.xlsx', 'encrypted'],
    ['empty.xlsx', 'empty'],
    ['truncated.xlsx', 'truncated'],
  ])('%s is refused: %s', async (file, code) => {
    const failure: unknown = await readLegacy(fixture(`hostile/${file}`), file).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FileError);
    expect(failure).toMatchObject({ code, data: { file } });
  });

  test('a bomb is refused', async () => {
    await expect(readLegacy(zipBomb(), 'a.ods')).rejects.toMatchObject({ code: 'tooLarge' });
  });
});
