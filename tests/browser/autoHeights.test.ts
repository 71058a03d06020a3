import { autoHeights } from '../../src/browser/grid/autoHeights';
import { viewOfSnapshot } from '../../src/browser/grid/snapshotView';
import type { SheetView } from '../../src/hosts/xlsx';
import { snapshotOf } from '../../src/model';

function viewOf(rows: string[][], part: Partial<SheetView> = {}): SheetView {
  const workbook = snapshotOf('a.xlsx', [{ name: '表', rows }]);
  const view = viewOfSnapshot(workbook, workbook.sheets[0]!);
  return { ...view, styles: [{ wrap: true, fontSize: 11 }], columnWidths: new Map([[0, 72]]), ...part };
}

/** Every character is 10 pixels wide. */
const measure = (text: string) => 10 * text.length;

test('wrapped text that does not fit makes its row higher, line by line', () => {
  const heights = autoHeights(viewOf([['短'], ['二〇〇四年二月十三日'], ['一\n二\n三']]), measure);
  expect([...heights.keys()]).toEqual([1, 2]);
  expect(heights.get(2)).toBeGreaterThan(heights.get(1)!);
});

test('text that is not wrapped, heights of the file and merged cells stay as they are', () => {
  const long = [['二〇〇四年二月十三日']];
  expect(autoHeights(viewOf(long, { styles: [{}] }), measure).size).toBe(0);
  expect(autoHeights(viewOf(long, { rowHeights: new Map([[0, 20]]) }), measure).size).toBe(0);
  expect(autoHeights(viewOf(long, { merges: [{ top: 0, left: 0, bottom: 0, right: 3 }] }), measure).size).toBe(0);
});
