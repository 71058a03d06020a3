import { readCapabilities } from '../../../src/hosts/excel/capabilities';
import { Gateway } from '../../../src/hosts/excel/gateway';
import { readWorkbook } from '../../../src/hosts/excel/read/snapshot';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/model';
import { allCases, openFile } from '../../cases/caseFiles';
import { installClient } from '../../excel-host/client';
import { bookOf } from '../../excel-host/load';
import { SimulatedExcel } from '../../excel-host/session';

const task = { onProgress: () => undefined, signal: new AbortController().signal };
const gateway = () => new Gateway(() => Promise.resolve());

/** A sheet by rows, free of the pools. */
function plain(workbook: WorkbookSnapshot, { cells, ...sheet }: SheetSnapshot): unknown {
  const list: unknown[] = [];
  let formula = 0;
  cells.rows.forEach((row, k) => {
    for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]!; entry++) {
      const kind = cells.kinds[entry]!;
      const value = cells.values[entry]!;
      list.push([
        row,
        cells.columns[entry],
        kind,
        kind === 2 || kind === 4 ? workbook.strings[value] : value,
        workbook.numberFormats[cells.formats[entry]!],
        cells.formulaEntries[formula] === entry ? cells.formulas[formula++] : null,
      ]);
    }
  });
  const merges = [...sheet.merges].sort((a, b) => a.top - b.top || a.left - b.left);
  return { ...sheet, merges, cells: list };
}

describe.each(allCases().flatMap(({ name, files }) => files.map((file): [string, string] => [name, file])))(
  '%s',
  (_, file) => {
    test('the snapshot of Excel is that of the file', async () => {
      const expected = openFile(file).snapshot();
      const excel = new SimulatedExcel(bookOf(expected));
      installClient(excel);
      const { snapshot } = await readWorkbook(gateway(), readCapabilities(), task);
      expect(snapshot.sheets.map((sheet) => plain(snapshot, sheet))).toEqual(
        expected.sheets.map((sheet) => plain(expected, sheet)),
      );
      expect(snapshot.date1904).toBe(expected.date1904);
      expect(excel.syncs.length).toBe(3);
      expect(Math.max(...excel.syncs.map(({ responseBytes }) => responseBytes))).toBeLessThan(2.5 * 2 ** 20);
    });
  },
);
