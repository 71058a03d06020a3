import type { Issue, Period } from '../model';
import { findPeriod, isVague, mostTelling, partOfYear, PeriodSign } from '../values';
import { dataRows } from './bodyRows';
import { isScoreTotal, type TableReading } from './classify';
import { latestDate } from './latestDate';
import type { SheetEntry } from './tables';

/** Roles whose tables are those of one period; a register runs through the year. */
const OF_PERIOD: ReadonlySet<TableReading['role']> = new Set(['scores', 'votes', 'adjustments']);

/**
 * The period that the titles tell, else the year of the latest date. Where they tell a year only (2004年流动红旗评比) and
 * the score tables name parts of it (sheets 一季度, 二季度), it is the latest part that holds values.
 */
export function periodOfWorkbooks(entries: readonly SheetEntry[], tables: readonly TableReading[]): Period | null {
  const told = mostTelling(titleTexts(entries, tables));
  if (!told) return latestDate(tables);
  if (!isVague(told.sign)) return told.period;
  const year = yearOf(told.period);
  let latest: Period | null = null;
  for (const table of tables) {
    const part = table.role === 'scores' ? ownPeriod(table, year) : null;
    if (!part || yearOf(part) !== year || !holdsValues(table)) continue;
    if (!latest || part.end > latest.end || (part.end === latest.end && part.start > latest.start)) latest = part;
  }
  return latest ?? told.period;
}

function titleTexts(entries: readonly SheetEntry[], tables: readonly TableReading[]): string[] {
  const texts = tables.flatMap((table) => [table.block.title, ...table.block.above]);
  const withTables = new Set(tables.map((table) => table.block.grid.index));
  for (const { grid } of entries) {
    if (!grid) continue;
    texts.push(grid.sheet.name, grid.workbook.name);
    if (withTables.has(grid.index)) continue;
    for (const row of grid.sheet.cells.rows.slice(0, 40)) {
      for (const column of grid.filledColumns(row)) {
        const text = grid.ownText(row, column);
        if (text.length <= 60) texts.push(text);
      }
    }
  }
  return texts;
}

function yearOf({ end }: Period): number {
  return Number(end.slice(0, 4));
}

/** The period that a table's own title or sheet names, in a year where they name none; null when they do not say. */
function ownPeriod({ block }: TableReading, year: number): Period | null {
  const told = findPeriod(block.title);
  if (told?.sign === PeriodSign.named) return told.period;
  const sheet = findPeriod(block.grid.sheet.name);
  if (sheet?.sign === PeriodSign.named) return sheet.period;
  const own = told && told.sign !== PeriodSign.day ? yearOf(told.period) : year;
  return partOfYear(block.title, own) ?? partOfYear(block.grid.sheet.name, own);
}

function holdsValues(table: TableReading): boolean {
  const { grid } = table.block;
  const columns = table.columns.filter((c) => c.scored.length > 0 || isScoreTotal(c) || c.fields.has('raw'));
  return dataRows(table).some(({ row }) => columns.some(({ column }) => !grid.isBlank(row, column)));
}

function isSame(a: Period, b: Period): boolean {
  return a.start === b.start && a.end === b.end;
}

function overlaps(a: Period, b: Period): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/**
 * Tables with those of other periods left alone: where a workbook holds a series (一季度, 二季度 …, or last year's sheet
 * beside this year's), only the tables of the assessed period are read. A table is of another period when its own title
 * or sheet says so and another table of the same kind says the assessed one; what a person has said of a table holds.
 */
export function withoutOtherPeriods(tables: readonly TableReading[], period: Period | null): readonly TableReading[] {
  if (!period) return tables;
  const own = tables.map((table) => (OF_PERIOD.has(table.role) ? ownPeriod(table, yearOf(period)) : null));
  const isOfPeriod = (role: TableReading['role'], layout: TableReading['layout']): boolean =>
    tables.some((table, i) => table.role === role && table.layout === layout && own[i] && isSame(own[i], period));
  return tables.map((table, i) => {
    const other = own[i];
    const isGiven = (table.given?.role ?? null) !== null;
    if (!other || overlaps(other, period) || isGiven || !isOfPeriod(table.role, table.layout)) return table;
    const data = { own: other.text, period: period.text };
    return { ...table, role: 'other', layout: null, reasons: [{ key: 'otherPeriod', data }] };
  });
}

/** D12: a table whose title names another year than the one assessed, with its title or first header cell. */
export function findOtherYears(
  tables: readonly TableReading[],
  read: readonly TableReading[],
  period: Period | null,
  issues: Issue[],
): void {
  if (!period) return;
  tables.forEach((table, i) => {
    const isJudged = OF_PERIOD.has(table.role) || table.role === 'register';
    const told = isJudged ? findPeriod(table.block.title) : null;
    if (!told || told.sign < PeriodSign.year || overlaps(told.period, period)) return;
    if (told.period.start.slice(0, 4) === period.start.slice(0, 4)) return;
    const isRead = read[i]!.role !== 'other';
    const data = { own: told.period.text, period: period.text, text: table.block.title };
    const place = titlePlace(table);
    issues.push({
      code: 'D12',
      variant: isRead ? 'read' : 'left',
      subject: null,
      subjectName: null,
      scheme: null,
      place,
      data,
    });
  });
}

function titlePlace({ block }: TableReading): NonNullable<Issue['place']> {
  const { grid, title, aboveRows, headerRows, left } = block;
  for (const row of aboveRows) {
    const column = grid.filledColumns(row).find((at) => grid.ownText(row, at).trim() === title);
    if (column !== undefined) return { sheet: grid.index, row, column };
  }
  return { sheet: grid.index, row: headerRows[0]!, column: left };
}
