import { CellKind, CellTableBuilder, WorkbookBuilder, type CellTable, type WorkbookSnapshot } from '../src/model';
import { Lots } from '../scripts/sample/lots';
import { memberIndicators, type BenchIndicator } from './indicators';

const MEMBERS_OF_BRANCH = 40;
const SURNAMES = [...'安柏曹戴樊葛龚顾郝贺洪侯胡纪简江康柯赖雷黎廖林卢骆梅穆'];
const GIVEN = [...'晨春岱帆芳歌海嘉剑菁凯岚磊琳明楠宁鹏琪睿珊韬薇文曦翔欣雅妍阳'];

/** Members with the raw values of 18 indicators: as a workbook, and as bare columns for a loop by hand. */
export interface Members {
  readonly workbook: WorkbookSnapshot;
  /** Branch of each member. */
  readonly branch: Int32Array;
  readonly branches: number;
  /** Raw value of each indicator and member: a number, or the index of a text in the workbook's pool. */
  readonly raw: readonly Float64Array[];
  readonly indicators: readonly BenchIndicator[];
  readonly dimensionMax: readonly number[];
}

/** A roster and a wide table of raw values, the same for the same seed. */
export function makeMembers(count: number, seed = 1): Members {
  const lots = new Lots(seed);
  const { indicators, dimensionMax } = memberIndicators();
  const branches = Math.max(1, Math.floor(count / MEMBERS_OF_BRANCH));
  const branch = Int32Array.from({ length: count }, (_, i) => i % branches);
  const book = new WorkbookBuilder();
  const text = (value: string) => book.string(value);
  const ids = Array.from({ length: count }, (_, i) => text(`D${String(i + 1).padStart(6, '0')}`));
  const names = ids.map(() => text(lots.pick(SURNAMES) + lots.pick(GIVEN) + lots.pick(GIVEN)));
  const branchNames = Array.from({ length: branches }, (_, b) => text(`第${b + 1}党支部`));
  const key = (i: number) => [ids[i]!, names[i]!, branchNames[branch[i]!]!];

  addSheet(book, '考核参数', [
    ['方案', '参数', '值'],
    [null, '期间', '2004年上半年'],
    [null, '截止日', '2004-07-20'],
    ['党员五带头', '红旗名额', '0'],
  ]);
  const [regular, core, yes] = [text('普通党员'), text('骨干'), text('是')];
  addTable(book, '党员名册', ['党员编号', '姓名', '所在支部', '类别', '参评'], count, (i, put) => {
    for (const index of [...key(i), i % 7 === 0 ? core : regular, yes]) put(CellKind.text, index, 0);
  });
  const percent = book.format('0.00%');
  const pooled = indicators.map(({ options }) =>
    options.map(({ value }) => (typeof value === 'string' ? text(value) : value)),
  );
  const raw = indicators.map(() => new Float64Array(count));
  const titles = ['党员编号', '姓名', '所在支部', ...indicators.map(({ name }) => name)];
  addTable(book, '党员考核', titles, count, (i, put) => {
    for (const index of key(i)) put(CellKind.text, index, 0);
    indicators.forEach(({ options, isRate }, j) => {
      const at = lots.whole(0, options.length - 1);
      const value = pooled[j]![at]!;
      raw[j]![i] = value;
      const isText = typeof options[at]!.value === 'string';
      put(isText ? CellKind.text : CellKind.number, value, isRate ? percent : 0);
    });
  });
  return { workbook: book.build('党员考核.xlsx'), branch, branches, raw, indicators, dimensionMax };
}

function addSheet(book: WorkbookBuilder, name: string, rows: readonly (readonly (string | null)[])[]): void {
  const cells = new CellTableBuilder(book);
  rows.forEach((row, r) => row.forEach((value, c) => cells.add(r, c, value)));
  book.add(sheet(name, cells.build()));
}

/** A table of text columns and numbers below one header row. */
function addTable(
  book: WorkbookBuilder,
  name: string,
  titles: readonly string[],
  count: number,
  fill: (row: number, put: (kind: number, value: number, format: number) => void) => void,
): void {
  const cells = new CellTableBuilder(book);
  titles.forEach((title, c) => cells.add(0, c, title));
  let column = 0;
  for (let i = 0; i < count; i++) {
    column = 0;
    fill(i, (kind, value, format) => cells.addRaw(i + 1, column++, kind, value, format));
  }
  book.add(sheet(name, cells.build()));
}

function sheet(name: string, cells: CellTable): WorkbookSnapshot['sheets'][number] {
  return {
    name,
    visibility: 'visible',
    cells,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    isProtected: false,
    mark: null,
  };
}

/** The same workbook as a new object, so that nothing that was remembered about it counts. */
export function fresh(workbook: WorkbookSnapshot): WorkbookSnapshot {
  return {
    ...workbook,
    strings: workbook.strings.slice(),
    sheets: workbook.sheets.map((each) => ({ ...each, cells: { ...each.cells } })),
  };
}
