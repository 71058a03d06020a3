import type { CellRange, CellWrite, WorkbookSnapshot } from '../../../model';
import type { Batch } from '../gateway';
import type { NotePlace } from '../noted';
import type { IsLocked } from './acceptWrites';
import { readFormulaRules } from './highlights';
import type { FoundNote, NoteWay } from './notes';
import { rangeAt } from './rangeAt';

/** What has to be known before writing and is not in a snapshot. */
export interface WriteState {
  readonly isStructureProtected: boolean;
  /** Name of the sheet that is in front; null when it is none of the worksheets, e.g. a chart sheet. */
  readonly active: string | null;
  /** Ids of the formula rules on each sheet of the user. */
  readonly rules: ReadonlyMap<string, readonly string[]>;
  /** Names of the charts on each of our own sheets. */
  readonly charts: ReadonlyMap<string, readonly string[]>;
  readonly isLocked: IsLocked;
  /** What stands at the cells that get notes or had some. */
  readonly notes: readonly FoundNote[];
}

/** One request for all of it. */
export function readWriteState(
  workbook: WorkbookSnapshot,
  writes: readonly CellWrite[],
  way: NoteWay,
  places: readonly NotePlace[],
): Batch<WriteState> {
  const own = workbook.sheets.filter(({ mark }) => mark !== null).map(({ name }) => name);
  const users = workbook.sheets.filter(({ mark }) => mark === null).map(({ name }) => name);
  return (context) => {
    const { protection, worksheets } = context.workbook;
    protection.load('protected');
    const active = worksheets.getActiveWorksheet().load('name');
    const rules = readFormulaRules(users)(context);
    const notes = way.read(places)(context);
    const charts = own.map((name) => worksheets.getItem(name).charts.load('items/name'));
    const locks = lockedBlocks(workbook, writes).map(({ sheet, range }) => {
      const cells = rangeAt(worksheets.getItem(sheet), range);
      return { sheet, range, cells: cells.getCellProperties({ format: { protection: true } }) };
    });
    return () => ({
      isStructureProtected: protection.protected,
      active: workbook.sheets.some(({ name }) => name === active.name) ? active.name : null,
      rules: rules(),
      notes: notes(),
      charts: new Map(own.map((name, i) => [name, charts[i]!.items.map((chart) => chart.name)])),
      isLocked(sheet, row, column) {
        const lock = locks.find((each) => each.sheet === sheet);
        const cell = lock?.cells.value[row - lock.range.top]?.[column - lock.range.left];
        return cell?.format?.protection?.locked ?? true;
      },
    });
  };
}

/** Blocks of protected sheets that hold all cells to be written. */
function lockedBlocks(
  { sheets }: WorkbookSnapshot,
  writes: readonly CellWrite[],
): { sheet: string; range: CellRange }[] {
  return sheets
    .filter(({ isProtected }) => isProtected)
    .flatMap(({ name }) => {
      const cells = writes.filter(({ sheet, row, column }) => isIn(sheet, name) && row >= 0 && column >= 0);
      if (cells.length === 0) return [];
      const edge = (pick: (write: CellWrite) => number, of: 'min' | 'max') =>
        cells.reduce((at, write) => Math[of](at, pick(write)), pick(cells[0]!));
      const range = {
        top: edge(({ row }) => row, 'min'),
        left: edge(({ column }) => column, 'min'),
        bottom: edge(({ row }) => row, 'max'),
        right: edge(({ column }) => column, 'max'),
      };
      return [{ sheet: name, range }];
    });
}

function isIn(sheet: string, name: string): boolean {
  return sheet.toLowerCase() === name.toLowerCase();
}
