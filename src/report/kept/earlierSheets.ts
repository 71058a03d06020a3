import { valueAt, type OutValue, type ResultSheet, type WorkbookSnapshot } from '../../model';
import { dataSheet } from '../record';

/** Mark of the very hidden sheet that says what on the result sheets is ours. */
export const EARLIER_MARK = 'ours';
const HEADER = ['mark', 'columns', 'title', 'name', 'remark'];
/** In the line of a sheet: its remarks follow. */
const TOLD = 'remarks';
/** Remarks beyond which none is recorded: then the column of remarks is ours alone. */
const MOST_REMARKS = 20_000;

/** What an earlier run wrote on a result sheet. */
export interface EarlierSheet {
  /** Its columns, and those that the title spans: a column that somebody inserts makes the title wider. */
  readonly columns: number;
  readonly title: number;
  /** Its remarks (备注) by the name of whom they are about; null when they are not recorded. */
  readonly remarks: OwnRemarks | null;
}

export type OwnRemarks = ReadonlyMap<string, readonly string[]>;

/** What earlier runs wrote, by the mark of the sheet; lines that somebody spoiled count for nothing. */
export function readEarlierSheets(workbook: WorkbookSnapshot): ReadonlyMap<string, EarlierSheet> {
  const sheets = new Map<string, { columns: number; title: number; remarks: Map<string, string[]> | null }>();
  const record = workbook.sheets.find(({ mark }) => mark === EARLIER_MARK);
  for (const row of record?.cells.rows ?? []) {
    const [mark, columns, title, name, remark] = HEADER.map((_, column) => valueAt(workbook, record!, row, column));
    if (typeof mark !== 'string') continue;
    const sheet = sheets.get(mark);
    if (typeof columns === 'number' && typeof title === 'number') {
      sheets.set(mark, { columns, title, remarks: name === TOLD ? new Map() : null });
    } else if (sheet?.remarks && typeof name === 'string' && typeof remark === 'string') {
      const own = sheet.remarks.get(name);
      if (own) own.push(remark);
      else sheet.remarks.set(name, [remark]);
    }
  }
  return sheets;
}

/**
 * The sheet by which the next run tells what is ours from what people wrote.
 * @param remarks our remarks by the mark of the sheet, each with the name of whom it is about
 */
export function earlierSheet(
  name: string,
  sheets: readonly ResultSheet[],
  remarks: ReadonlyMap<string, readonly (readonly [name: string, remark: string])[]>,
): ResultSheet {
  const count = [...remarks.values()].reduce((sum, list) => sum + list.length, 0);
  const told = count <= MOST_REMARKS ? remarks : new Map<string, never>();
  const rows = sheets.flatMap((sheet): OutValue[][] => {
    const { mark, columnWidths } = sheet;
    const own = told.get(mark);
    const head = [mark, columnWidths.length, titleWidth(sheet), own ? TOLD : null, null];
    return [head, ...(own ?? []).map(([who, remark]) => [mark, null, null, who, remark])];
  });
  return dataSheet(name, EARLIER_MARK, [HEADER, ...rows]);
}

/** Columns that the title spans. */
export function titleWidth({ merges }: Pick<ResultSheet, 'merges'>): number {
  const title = merges.find(({ top, left }) => top === 0 && left === 0);
  return title ? title.right + 1 : 1;
}
