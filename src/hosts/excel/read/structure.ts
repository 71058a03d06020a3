import type { CellRange } from '../../../model';
import { markOf, MARK_NAME } from '../../shared/mark';
import type { Batch } from '../gateway';
import { NOTES_KEY } from '../noted';
import { MEMORY, readSetting, readValue } from '../settings';

/** A tab as the first request sees it. */
export interface Tab {
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
}

export interface BookHead {
  readonly name: string;
  readonly date1904: boolean;
  readonly tabs: readonly Tab[];
  /** What the workbook remembers for the app, or null. */
  readonly memory: unknown;
  /** Where our notes stand, as the workbook keeps it. */
  readonly noted: unknown;
}

/** What has to be known of a sheet before its cells are read. */
export interface SheetHead extends Tab {
  readonly mark: string | null;
  readonly isProtected: boolean;
  /** Block that holds all content; null on an empty sheet. */
  readonly used: CellRange | null;
  /** All rows (columns) of the block are hidden, none, or (null) some. */
  readonly rowsHidden: boolean | null;
  readonly columnsHidden: boolean | null;
  /** null where this Excel does not list them. */
  readonly merges: readonly CellRange[] | null;
}

const VISIBILITY: Readonly<Record<string, Tab['visibility']>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** 2000-01-01 in the date system that starts in 1900. */
const SERIAL_2000 = 36_526;

/** First request: the workbook and its tabs. */
export const readBookHead: Batch<BookHead> = (context) => {
  const { workbook } = context;
  workbook.load('name');
  // The API does not tell the date system: the serial number of a day does.
  const day = workbook.functions.date(2000, 1, 1).load('value');
  const sheets = workbook.worksheets.load('items/id,items/name,items/visibility');
  const memory = readValue(MEMORY.key, MEMORY.version)(context);
  const noted = readSetting(NOTES_KEY)(context);
  return () => ({
    memory: memory(),
    noted: noted(),
    name: workbook.name,
    date1904: day.value !== SERIAL_2000,
    tabs: sheets.items.map(({ id, name, visibility }) => ({
      id,
      name,
      visibility: VISIBILITY[visibility] ?? 'visible',
    })),
  });
};

/** Second request: used blocks, marks, protection, merged blocks of all tabs. */
export function readSheetHeads(tabs: readonly Tab[], listsMerges: boolean): Batch<SheetHead[]> {
  return ({ workbook }) => {
    const readers = tabs.map((tab) => readSheetHead(workbook.worksheets.getItem(tab.id), tab, listsMerges));
    return () => readers.map((read) => read());
  };
}

function readSheetHead(sheet: Excel.Worksheet, tab: Tab, listsMerges: boolean): () => SheetHead {
  const mark = sheet.names.getItemOrNullObject(MARK_NAME).load('formula');
  const protection = sheet.protection.load('protected');
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden');
  const merged = listsMerges ? used.getMergedAreasOrNullObject().untrack() : null;
  const areas = merged?.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  return () => ({
    ...tab,
    mark: mark.isNullObject ? null : markOf(String(mark.formula)),
    isProtected: protection.protected,
    used: used.isNullObject ? null : blockOf(used),
    rowsHidden: used.isNullObject ? false : used.rowHidden,
    columnsHidden: used.isNullObject ? false : used.columnHidden,
    merges: !merged || !areas ? null : merged.isNullObject ? [] : areas.items.map(blockOf),
  });
}

type Placed = Pick<Excel.Range, 'rowIndex' | 'columnIndex' | 'rowCount' | 'columnCount'>;

function blockOf({ rowIndex, columnIndex, rowCount, columnCount }: Placed): CellRange {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}
