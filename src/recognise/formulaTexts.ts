import { looksLikeFormula } from '../values';
import { CellKind, type Issue } from '../model';
import type { TableReading } from './classify';
import type { Registry } from './subjects';
import type { SheetEntry } from './tables';

/** Texts that look like formulas, anywhere on a sheet that was recognised (D10). */
export function findFormulaTexts(
  entries: readonly SheetEntry[],
  tables: readonly TableReading[],
  registry: Registry,
  issues: Issue[],
): void {
  const flagged = new Map<unknown, Set<number>>();
  for (const { grid } of entries) {
    if (!grid) continue;
    const own = tables.filter((table) => table.block.grid === grid && table.role !== 'other');
    if (own.length === 0) continue;
    let strings = flagged.get(grid.workbook);
    if (!strings) {
      strings = new Set();
      for (let i = 0; i < grid.workbook.strings.length; i++)
        if (looksLikeFormula(grid.workbook.strings[i]!)) strings.add(i);
      flagged.set(grid.workbook, strings);
    }
    if (strings.size === 0) continue;
    const { rows, starts, columns, kinds, values } = grid.sheet.cells;
    for (let k = 0; k < rows.length; k++) {
      for (let entry = starts[k]!; entry < starts[k + 1]!; entry++) {
        if (kinds[entry] !== CellKind.text || !strings.has(values[entry]!)) continue;
        const row = rows[k]!;
        const table = own.find((t) => row >= t.block.firstRow && row <= t.block.lastRow);
        const isNamed = table !== undefined && table.layout !== 'form';
        const entity = isNamed ? registry.resolve(table, row, null, null) : null;
        issues.push({
          code: 'D10',
          variant: 'text',
          subject: entity ? registry.code(entity) : null,
          subjectName: entity ? registry.name(entity) : null,
          scheme: null,
          place: { sheet: grid.index, row, column: columns[entry]! },
          data: { text: grid.workbook.strings[values[entry]!]! },
        });
      }
    }
  }
}
