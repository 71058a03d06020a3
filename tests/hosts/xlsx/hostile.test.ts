import { FileError, openWorkbook, type FileErrorCode } from '../../../src/hosts/xlsx';
import { MAX_ENTRIES } from '../../../src/hosts/xlsx/limits';
import { LOCALES } from '../../../src/i18n';
import { valueAt } from '../../../src/model';
import { book, bookParts, fixture, pack, zipBomb } from './helpers/packages';

function failure(bytes: Uint8Array, name = '表.xlsx'): FileError {
  try {
    openWorkbook(bytes, name).snapshot();
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
  throw new Error('was opened');
}

describe('files that cannot be opened', () => {
  const cases: [file: string, code: FileErrorCode, zh: RegExp][] = [
    ['empty.xlsx', 'empty', /空文件/],
    ['csv-renamed.xlsx', 'text', /请用 Excel 打开后另存为 \.xlsx/],
    ['truncated.xlsx', 'truncated', /不完整/],
    ['bad-crc.xlsx', 'damaged', /已损坏.*xl\/worksheets\/sheet1\.xml/],
    ['encrypted.xlsx', 'encrypted', /有打开密码，请取消密码后再用/],
    ['legacy.xls', 'oldFormat', /另存为 \.xlsx/],
    ['no-sheets.xlsx', 'noSheets', /没有工作表/],
  ];
  test.each(cases)('%s: %s', (file, code, zh) => {
    const error = failure(fixture(`hostile/${file}`), file);
    expect(error.code).toBe(code);
    for (const locale of LOCALES) expect(error.describe(locale)).toContain(file);
    expect(error.describe('zh-CN')).toMatch(zh);
    expect(error.describe('en-US')).not.toMatch(/[{}\u4e00-\u9fff]/);
  });

  test('bytes of no known kind', () => {
    expect(failure(Uint8Array.of(1, 2, 3, 0, 200, 7)).code).toBe('notPackage');
  });

  test('a zip file that is no workbook', () => {
    expect(failure(pack({ 'a.txt': 'x' })).code).toBe('notWorkbook');
    expect(failure(pack({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })).code).toBe('openDocument');
  });

  test('every cut of a file fails with a sentence, never otherwise', () => {
    const whole = fixture('cases/v5-existing-table.xlsx');
    for (let length = 0; length < whole.length; length += 97) {
      expect(failure(whole.subarray(0, length)).describe('zh-CN')).not.toMatch(/[{}]|（）/);
    }
  });

  test('any single changed byte gives a workbook or a FileError', () => {
    const whole = fixture('hostile/proto-headers.xlsx');
    for (let at = 0; at < whole.length; at += 11) {
      const bytes = whole.slice();
      bytes[at] = bytes[at]! ^ 0xff;
      try {
        openWorkbook(bytes, 'x').snapshot();
      } catch (error) {
        expect(error).toBeInstanceOf(FileError);
      }
    }
  });
});

describe('bombs', () => {
  test('a sheet of 1.1 GB is refused before it is inflated', () => {
    const bomb = zipBomb();
    expect(bomb.length).toBeLessThan(2 * 2 ** 20);
    const error = failure(bomb);
    expect(error.code).toBe('tooLarge');
    expect(error.data).toMatchObject({ file: '表.xlsx', part: 'xl/worksheets/sheet1.xml', megabytes: 1100 });
  });

  test('a directory that lies about the size gets no more than it declared', () => {
    expect(failure(zipBomb(1000)).code).toBe('damaged');
  });

  test('too many parts', () => {
    const parts: Record<string, string> = bookParts('<sheetData/>');
    for (let i = 0; i <= MAX_ENTRIES; i++) parts[`x/${i}`] = '';
    expect(failure(pack(parts)).code).toBe('tooManyParts');
  });

  test('the same part twice', () => {
    const parts = bookParts('<sheetData/>');
    expect(failure(pack({ ...parts, 'XL/Workbook.xml': '<a/>' })).code).toBe('duplicateParts');
  });

  test('elements nested without end', () => {
    const deep = '<a>'.repeat(100_000);
    expect(failure(book(`<sheetData/>${deep}`)).code).toBe('tooComplex');
  });

  test('document types and their entities', () => {
    const parts = bookParts('<sheetData/>');
    parts['xl/worksheets/sheet1.xml'] =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>';
    expect(failure(pack(parts)).code).toBe('documentType');
  });

  test('an unclosed element, a tag without end, text behind nothing', () => {
    for (const xml of ['<sheetData>', '<sheetData><row r="1', '</worksheet></worksheet>']) {
      expect(failure(book(xml)).code).toBe('badXml');
    }
  });

  test('one text of 30 million characters', () => {
    const text = 'x'.repeat(30 * 2 ** 20);
    expect(failure(book(`<sheetData><row><c t="str"><v>${text}</v></c></row></sheetData>`)).code).toBe('tooComplex');
  });
});

describe('strange but readable files', () => {
  test.each([
    'huge-dimension.xlsx',
    'strict-ooxml.xlsx',
    'control-bidi.xlsx',
    'long-cells.xlsx',
    'formula-injection.xlsx',
  ])('%s is read', (file) => {
    const snapshot = openWorkbook(fixture(`hostile/${file}`), file).snapshot();
    expect(snapshot.sheets[0]!.cells.columns.length).toBeGreaterThan(20);
  });

  test('the dimension is not believed: the last cell of the sheet costs one entry', () => {
    const { sheets } = openWorkbook(fixture('hostile/huge-dimension.xlsx'), 'x').snapshot();
    expect(sheets[0]!.cells.rows.at(-1)).toBe(1_048_575);
    expect(sheets[0]!.cells.rows.length).toBeLessThan(20);
  });

  test('names of object members are texts like others', () => {
    const { strings } = openWorkbook(fixture('hostile/proto-headers.xlsx'), 'x').snapshot();
    expect(strings).toEqual(expect.arrayContaining(['__proto__', 'constructor', 'hasOwnProperty']));
  });

  test('a merged block of 10,000 rows is one block', () => {
    const { sheets } = openWorkbook(fixture('hostile/merged-10000.xlsx'), 'x').snapshot();
    expect(sheets[0]!.merges.some((merge) => merge.bottom - merge.top === 9999)).toBe(true);
  });

  test('long texts are whole', () => {
    const { strings } = openWorkbook(fixture('hostile/long-cells.xlsx'), 'x').snapshot();
    expect(strings.filter((text) => text.length === 32_767)).toHaveLength(2);
  });

  test('rows and columns outside a sheet are passed over', () => {
    const snapshot = openWorkbook(
      book(
        '<cols><col min="1" max="2000000000" hidden="1"/></cols><sheetData><row r="4000000000"><c><v>1</v></c></row>' +
          '<row r="2"><c r="XFE2"><v>1</v></c><c r="B2"><v>2</v></c></row></sheetData>' +
          '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
      'x',
    ).snapshot();
    const [sheet] = snapshot.sheets;
    expect(valueAt(snapshot, sheet!, 1, 1)).toBe(2);
    expect(sheet!.cells.columns).toHaveLength(1);
    expect(sheet!.hiddenColumns).toHaveLength(16_384);
  });
});
