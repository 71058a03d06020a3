import { tidyText } from '../values';
import type { CellRef, Issue, Register, RegisterField, RegisterLayout, RegisterRow } from '../model';
import { dataRows } from './bodyRows';
import { registerColumns, type TableReading } from './classify';
import { givenColumn } from './columns';
import { nameType, type Expected } from './names';
import { refAt } from './ruleTables';
import type { Registry } from './subjects';

/** A register (台账) with its rows; a unit's name that is merged or left blank below is carried down. */
export function readRegister(table: TableReading, registry: Registry, issues: Issue[]): Register {
  const layout = table.layout as RegisterLayout;
  const { columns, block } = table;
  const { grid } = block;
  const found = registerColumns(columns);
  const unit = unitColumn(table, found);
  if (unit !== null) found.unit = unit;
  const monthColumns: Record<number, number[]> = {};
  for (const column of columns) {
    if (column.month !== null) (monthColumns[column.month] ??= []).push(column.column);
  }
  const rows: RegisterRow[] = [];
  let carried = '';
  for (const { row } of dataRows({ ...table, unit })) {
    const written = unit === null ? '' : tidyText(grid.text(row, unit));
    const name = written || carried;
    if (name === '') continue;
    carried = name;
    const entity =
      registry.resolveOrganization(table.id === null ? '' : grid.text(row, table.id), name, null) ??
      registry.resolveOrganization('', name, UPPER);
    if (!entity && written !== '' && unit !== null) reportUnknown(registry, table, row, unit, written, issues);
    const cells: Partial<Record<RegisterField, CellRef>> = {};
    for (const [field, column] of Object.entries(found) as [RegisterField, number][])
      cells[field] = refAt(table, row, column);
    reportErrors(table, row, entity ? registry.code(entity) : null, name, Object.values(cells), issues);
    const months: Record<number, readonly CellRef[]> = {};
    for (const [month, list] of Object.entries(monthColumns))
      months[Number(month)] = list.map((column) => refAt(table, row, column));
    rows.push({ row, organization: entity ? entity.index : null, name, cells, months });
  }
  return {
    layout,
    sheet: grid.index,
    columns: found,
    monthColumns,
    headerRow: block.headerRows[block.headerRows.length - 1]!,
    rows,
  };
}

/** Formula errors where a register's facts stand (D06). */
function reportErrors(
  table: TableReading,
  row: number,
  subject: string | null,
  subjectName: string,
  cells: readonly CellRef[],
  issues: Issue[],
): void {
  for (const place of cells) {
    const value = table.block.grid.own(place.row, place.column);
    if (place.row !== row || value === null || typeof value !== 'object') continue;
    const data = { text: value.error };
    issues.push({
      code: 'D06',
      variant: 'register',
      subject: subject ?? subjectName,
      subjectName,
      scheme: null,
      place,
      data,
    });
  }
}

/** Where a bare name fits two organizations of one register, the upper one is meant. */
const UPPER: Expected = { types: new Set(['committee']), isOnly: true };

function reportUnknown(
  registry: Registry,
  table: TableReading,
  row: number,
  unit: number,
  written: string,
  issues: Issue[],
): void {
  if (registry.organizations.length === 0) return;
  // A layer that the roster does not list (branches beside a roster of committees) is not a wrong name.
  const type = nameType(written);
  if (type !== null && !registry.organizations.some((o) => nameType(o.name) === type)) return;
  registry.report(written, null, false, null, refAt(table, row, unit), issues);
}

/** Column of the unit that owes the duty: the second party of a letter, the contact point of a leader. */
function unitColumn(table: TableReading, found: Partial<Record<RegisterField, number>>): number | null {
  const { columns } = table;
  const given = givenColumn(columns, 'unit');
  if (given !== null) return given;
  const by = (test: RegExp) => columns.find((c) => test.test(c.key))?.column;
  if (table.layout === 'bonds')
    return (
      by(/乙方|责任单位|承诺/) ??
      columns.find((c) => c.fields.has('unit') && c.column !== found.partyA)?.column ??
      found.unit ??
      null
    );
  if (table.layout === 'contacts')
    return by(/联系单位|联系点|挂钩点|挂点单位|联络点|被联系/) ?? found.unit ?? table.unit;
  return table.unit ?? found.unit ?? null;
}
