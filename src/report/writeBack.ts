import {
  formatAt,
  formulaAt,
  valueAt,
  type CellValue,
  type CellWrite,
  type ReadTable,
  type ResultColumn,
  type SheetReading,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../model';
import { Q } from '../values';
import { cellKey, type EarlierWrites } from './record';
import { gradeName, keyOf, type SchemeView } from './schemeView';

/**
 * Results for the result columns that the user's own tables already have (总分, 得分, 小计, 名次, 等次, 流动红旗, 达标), and
 * points for the forms of units that have a column for them.
 * Only empty cells are filled, and cells that still hold what an earlier run wrote; never a formula, never a value of
 * the user nor a column in which he keeps values of his own, never a protected sheet.
 */
export function writeBacks(view: SchemeView, index: number, earlier: EarlierWrites): CellWrite[] {
  const workbook = view.assessment.workbooks[index]!;
  const writes: CellWrite[] = [];
  const isTheirs = usersColumns(workbook, earlier);
  for (const column of view.scheme.resultColumns) {
    const { cells } = column;
    for (let subject = 0; subject < cells.row.length; subject++) {
      if (cells.row[subject]! < 0) continue;
      const reading = view.assessment.sheets[cells.sheet[subject]!]!;
      if (reading.workbook !== index || isTheirs(reading, cells.row[subject]!, cells.column[subject]!)) continue;
      const value = valueFor(view, column, subject);
      const write = writeTo(workbook, reading.sheet, cells.row[subject]!, cells.column[subject]!, value, earlier);
      if (write) writes.push(write);
    }
  }
  return writes;
}

/**
 * Tells whether a column of a table holds values that people typed and none of ours: then it is theirs, also where it is
 * still blank. Where indicators stand in rows each line is on its own: 得分 of some may be given by hand.
 */
function usersColumns(workbook: WorkbookSnapshot, earlier: EarlierWrites) {
  const known = new Map<string, boolean>();
  return ({ sheet: index, tables }: SheetReading, row: number, column: number): boolean => {
    const table = tables.find(({ firstRow, lastRow }) => firstRow !== null && row >= firstRow && row <= lastRow!);
    if (!table || table.layout === 'form' || table.layout === 'long') return false;
    const key = `${index}:${column}:${table.firstRow}`;
    let isTheirs = known.get(key);
    if (isTheirs === undefined) {
      isTheirs = isUsersColumn(workbook, workbook.sheets[index]!, table, column, earlier);
      known.set(key, isTheirs);
    }
    return isTheirs;
  };
}

function isUsersColumn(
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  { firstRow, lastRow }: ReadTable,
  column: number,
  earlier: EarlierWrites,
): boolean {
  let isTyped = false;
  for (let row = firstRow!; row <= lastRow!; row++) {
    const present = formulaAt(sheet, row, column) === null ? valueAt(workbook, sheet, row, column) : null;
    if (present === null || present === '') continue;
    if (earlier.get(cellKey(sheet.name, row, column)) === present) return false;
    isTyped = true;
  }
  return isTyped;
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
function valueFor(view: SchemeView, column: ResultColumn, subject: number): string | number | null {
  const { result, texts } = view;
  switch (column.field) {
    case 'total':
      return numberOrNull(result.total[subject]!);
    case 'points':
      return pointsFor(view, column, subject);
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

/**
 * 得分 of a line is its points; 小计 and 合计 are the sum of a dimension or a source, once nothing of it is unknown. 得分 on
 * a sheet of no source is the total.
 */
function pointsFor(view: SchemeView, { source: given, part, cells }: ResultColumn, subject: number): number | null {
  const { assessment, scheme, result } = view;
  const sheet = cells.sheet[subject]!;
  const source = given ?? assessment.sheets[sheet]!.source;
  if (source === null) return numberOrNull(result.total[subject]!);
  const { indicators, dimensions } = scheme.scheme;
  const isPart = (indicator: number): boolean => {
    if (!part) return true;
    return 'indicator' in part
      ? part.indicator === indicator
      : indicators[indicator]!.dimension === dimensions[part.dimension]!.name;
  };
  const points = (scheme.sources[source]?.columns ?? []).flatMap(({ indicator, cells: own }, index) => {
    const value = result.points[source]?.[index]?.[subject] ?? NaN;
    return own.sheet[subject] === sheet && isPart(indicator) && !Number.isNaN(value) ? [value] : [];
  });
  if (points.length === 0) return given ? null : numberOrNull(result.total[subject]!);
  const isSum = !part || 'dimension' in part;
  if (given && isSum && hasUnknown(view, sheet, subject)) return null;
  return rounded(points.reduce((sum, value) => sum + value, 0));
}

/** Codes of findings of values that are unknown. */
const UNKNOWN = new Set(['D01', 'D03', 'D06']);

/** Whether something of a subject on a sheet is unknown: a sum of the rest would be taken for all of it. */
function hasUnknown(view: SchemeView, sheet: number, subject: number): boolean {
  const found = view.findings.get(keyOf(view, subject)) ?? [];
  return found.some(({ code, place }) => UNKNOWN.has(code) && place?.sheet === sheet);
}

/** Two places, half up; sums of doubles are taken for the decimals that they stand for. */
function rounded(value: number): number {
  return Q.roundToNumber(Q.of(Number(value.toFixed(9))), 2);
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
