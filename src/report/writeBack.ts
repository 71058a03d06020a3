import {
  formatAt,
  formulaAt,
  valueAt,
  type CellValue,
  type CellWrite,
  type ResultColumn,
  type WorkbookSnapshot,
} from '../model';
import { cellKey, type EarlierWrites } from './record';
import { gradeName, type SchemeView } from './schemeView';

/**
 * Results for the result columns that the user's own tables already have (总分, 得分, 名次, 等次, 流动红旗, 达标).
 * Only empty cells are filled, and cells that still hold what an earlier run wrote; never a formula, never a value of
 * the user, never a protected sheet.
 */
export function writeBacks(view: SchemeView, index: number, earlier: EarlierWrites): CellWrite[] {
  const workbook = view.assessment.workbooks[index]!;
  const writes: CellWrite[] = [];
  for (const column of view.scheme.resultColumns) {
    const { cells } = column;
    for (let subject = 0; subject < cells.row.length; subject++) {
      if (cells.row[subject]! < 0) continue;
      const reading = view.assessment.sheets[cells.sheet[subject]!]!;
      if (reading.workbook !== index) continue;
      const value = valueFor(view, column, subject);
      const write = writeTo(workbook, reading.sheet, cells.row[subject]!, cells.column[subject]!, value, earlier);
      if (write) writes.push(write);
    }
  }
  return writes;
}

function writeTo(
  workbook: WorkbookSnapshot,
  sheetIndex: number,
  row: number,
  column: number,
  value: string | number | null,
  earlier: EarlierWrites,
): CellWrite | null {
  const sheet = workbook.sheets[sheetIndex]!;
  if (sheet.isProtected || formulaAt(sheet, row, column) !== null) return null;
  const present = valueAt(workbook, sheet, row, column);
  const ours = earlier.get(cellKey(sheet.name, row, column));
  const isEmpty = present === null || present === '';
  if (!isEmpty && (ours === undefined || ours !== present)) return null;
  // A result that no longer exists takes our own value away and leaves an empty cell alone.
  if (isEmpty && value === null) return null;
  const isGeneral = formatAt(workbook, sheet, row, column) === 'General';
  return {
    sheet: sheet.name,
    row,
    column,
    expected: expectedOf(present),
    value,
    ...(typeof value === 'number' && !Number.isInteger(value) && isGeneral ? { numberFormat: '0.00' } : {}),
  };
}

function expectedOf(present: CellValue): string | number | boolean | null {
  return typeof present === 'object' ? null : present;
}

/** The result of a subject as the column wants it; null when there is none. */
function valueFor(view: SchemeView, { field, cells }: ResultColumn, subject: number): string | number | null {
  const { result, texts } = view;
  switch (field) {
    case 'total':
      return numberOrNull(result.total[subject]!);
    case 'points':
      return pointsFor(view, cells.sheet[subject]!, subject);
    case 'rank':
      return result.rank[subject]! > 0 ? result.rank[subject]! : null;
    case 'grade':
      return gradeName(view, subject);
    case 'award':
      return result.award[subject] === 0 ? null : texts(result.award[subject] === 1 ? 'award.flag' : 'award.decide');
    case 'attained':
      return result.attained[subject]! < 0 ? null : texts(result.attained[subject] === 1 ? 'word.yes' : 'word.no');
  }
}

/** 得分 on a sheet of one source is that source's points, as its own parts add up; elsewhere it is the total. */
function pointsFor({ assessment, scheme, result }: SchemeView, sheet: number, subject: number): number | null {
  const { source } = assessment.sheets[sheet]!;
  const columns = source === null ? [] : (scheme.sources[source]?.columns ?? []);
  let sum = NaN;
  columns.forEach(({ cells }, index) => {
    if (cells.sheet[subject] !== sheet) return;
    const points = result.points[source!]?.[index]?.[subject] ?? NaN;
    if (!Number.isNaN(points)) sum = (Number.isNaN(sum) ? 0 : sum) + points;
  });
  return numberOrNull(Number.isNaN(sum) ? result.total[subject]! : Math.round((sum + Number.EPSILON) * 100) / 100);
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
