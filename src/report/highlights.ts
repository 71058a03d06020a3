import type { Assessment, CellRange, CellRef, Finding, Highlight } from '../model';
import { COLORS } from './looks';

/** Fill of the cell that names the unit in the row of a marked cell: lighter than the mark itself. */
const UNIT_FILL = '#FDF1DC';
/** Fields of columns that name whom a row is about. */
const NAMES = new Set(['unit', 'name', 'person', 'member', 'subject']);

/**
 * Cells of one workbook that show a grave or middling gap, and the units they stand beside, grouped by sheet, colour
 * and reason (the code of the finding, "unit" for the units).
 */
export function highlightsOf(assessment: Assessment, findings: readonly Finding[], workbook: number): Highlight[] {
  const groups = new Map<string, { sheet: number; fill: string; reason: string; cells: CellRef[] }>();
  const marked = new Set<string>();
  const add = (cell: CellRef, fill: string, reason: string) => {
    const at = `${cell.sheet}:${cell.row}:${cell.column}`;
    if (marked.has(at)) return;
    marked.add(at);
    const key = `${cell.sheet}:${fill}:${reason}`;
    const group = groups.get(key);
    if (group) group.cells.push(cell);
    else groups.set(key, { sheet: cell.sheet, fill, reason, cells: [cell] });
  };
  const shown = findings.filter(({ place, severity }) => {
    return place !== null && severity !== 'low' && assessment.sheets[place.sheet]!.workbook === workbook;
  });
  for (const { place, severity, code } of shown) add(place!, COLORS.severity[severity], code);
  for (const { place, subject } of shown) {
    const column = subject === null ? undefined : nameColumn(assessment, place!);
    if (column !== undefined) add({ ...place!, column }, UNIT_FILL, 'unit');
  }
  return [...groups.values()].map(({ sheet, fill, reason, cells }) => ({
    sheet: assessment.sheets[sheet]!.name,
    ranges: joined(cells),
    fill,
    reason,
  }));
}

/** The column that names the units of the sheet, when the cell stands in a row of units. */
function nameColumn({ sheets }: Assessment, { sheet, row }: CellRef): number | undefined {
  const { columns, firstRow, lastRow, layout } = sheets[sheet]!;
  if (firstRow === null || row < firstRow || (lastRow !== null && row > lastRow) || layout === 'form') return undefined;
  return columns.find(({ field }) => field !== null && NAMES.has(field))?.column;
}

/** Cells as few rectangles: those below each other in one column become one. */
function joined(cells: readonly CellRef[]): CellRange[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const ranges: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of sorted) {
    const last = ranges[ranges.length - 1];
    if (last && last.left === column && last.bottom === row - 1) last.bottom = row;
    else ranges.push({ top: row, left: column, bottom: row, right: column });
  }
  return ranges;
}
