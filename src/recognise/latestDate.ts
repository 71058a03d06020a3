import { readDate } from '../values';
import type { Period } from '../model';
import { dataRows } from './bodyRows';
import type { TableReading } from './classify';

const MOST_CELLS = 20_000;

/** The year of the latest date in registers and entries, as a period; null without any (section 9, 期间). */
export function latestDate(tables: readonly TableReading[]): Period | null {
  let latest = '';
  let seen = 0;
  for (const table of tables) {
    if (table.role !== 'register' && table.role !== 'adjustments') continue;
    const { grid } = table.block;
    const columns = table.columns.filter((c) => /时间|日期|时限|date/i.test(c.key)).map((c) => c.column);
    for (const { row } of dataRows(table)) {
      for (const column of columns) {
        if (++seen > MOST_CELLS) break;
        const reading = readDate(grid.value(row, column), { date1904: grid.workbook.date1904, year: null });
        if (reading.state === 'value' && reading.value.iso > latest) latest = reading.value.iso;
      }
    }
  }
  const year = latest.slice(0, 4);
  return latest === '' ? null : { text: `${year}年度`, start: `${year}-01-01`, end: `${year}-12-31` };
}
