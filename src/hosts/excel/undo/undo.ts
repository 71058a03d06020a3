import type { WorkbookSnapshot } from '../../../model';
import { markFormula, MARK_NAME } from '../../shared/mark';
import { freeSheetName } from '../../shared/sheetNames';
import type { Capabilities } from '../capabilities';
import type { Gateway } from '../gateway';
import { readWorkbook, type ReadTask } from '../read/snapshot';
import { cellJobs } from '../write/cellsJob';
import { type OwnFormat, queueHighlights, readFormulaRules, readOwnFormats } from '../write/highlights';
import { sendAll } from '../write/send';
import { planUndo, type Restore, type UndoPlan } from './planUndo';
import { backupMark, packRecord, UNDO_KEY, type UndoRecord } from './record';

/** What an undo did and what it left alone. */
export interface UndoReport {
  readonly restoredSheets: readonly string[];
  readonly removedSheets: readonly string[];
  readonly cells: number;
  readonly keptCells: UndoPlan['keptCells'];
  readonly keptSheets: readonly string[];
  /** What is left to be taken back: that which was kept. */
  readonly left: UndoRecord | null;
}

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** Takes a write back; what was changed since is left alone unless `all`. Can be run again after a failure. */
export async function undoWrite(
  gateway: Gateway,
  capabilities: Capabilities,
  record: UndoRecord,
  all: boolean,
  task: ReadTask,
): Promise<UndoReport> {
  const read = await readWorkbook(gateway, capabilities, task);
  const { snapshot } = read;
  const plan = planUndo(record, read, all);
  const highlighted = record.highlights.filter(({ sheet }) => snapshot.sheets.some(({ name }) => name === sheet));
  const own = await readOwn(
    gateway,
    highlighted.map(({ sheet }) => sheet),
  );
  if (plan.restores.length > 0 || plan.deletes.length > 0) {
    await gateway.write((context) => {
      queueSheets(context, plan, snapshot);
      return () => undefined;
    });
  }
  await sendAll(gateway, cellJobs([...plan.cells, ...plan.references]), () => undefined);
  const left = leftOf(record, plan);
  const text = left ? (await packRecord(left, () => gateway.breathe())).text : '';
  await gateway.write(({ workbook }) => {
    for (const { sheet, before } of highlighted) {
      queueHighlights(workbook.worksheets.getItem(sheet), own.get(sheet) ?? [], before);
    }
    workbook.settings.add(UNDO_KEY, text);
    return () => undefined;
  });
  return {
    restoredSheets: plan.restores.map(({ to }) => to.name),
    removedSheets: plan.deletes,
    cells: plan.cells.length,
    keptCells: plan.keptCells,
    keptSheets: plan.keptSheets.map(({ name }) => name),
    left,
  };
}

async function readOwn(
  gateway: Gateway,
  sheets: readonly string[],
): Promise<ReadonlyMap<string, readonly OwnFormat[]>> {
  if (sheets.length === 0) return new Map();
  const rules = await gateway.read(readFormulaRules(sheets));
  return gateway.read(readOwnFormats(rules));
}

/** Sheets that were written anew change places with what they were; new ones go. */
function queueSheets({ workbook }: Excel.RequestContext, plan: UndoPlan, snapshot: WorkbookSnapshot): void {
  const taken = new Set(snapshot.sheets.map(({ name }) => name.toLowerCase()));
  for (const restore of plan.restores) queueRestore(workbook.worksheets, restore, snapshot, taken);
  for (const name of plan.deletes) workbook.worksheets.getItem(name).delete();
}

function queueRestore(
  worksheets: Excel.WorksheetCollection,
  { current, backup, to }: Restore,
  snapshot: WorkbookSnapshot,
  taken: Set<string>,
): void {
  const replaced = current === null ? null : worksheets.getItem(current);
  if (replaced && current !== null) {
    // First no longer ours: should the request break off, the next undo knows which of the two is which.
    replaced.names.getItem(MARK_NAME).formula = `=${markFormula(backupMark(''))}`;
    const aside = freeSheetName(current, taken);
    taken.add(aside.toLowerCase());
    replaced.name = aside;
  }
  const sheet = worksheets.getItem(backup);
  sheet.name = to.kind === 'removed' || current === null ? to.name : current;
  sheet.names.getItem(MARK_NAME).formula = `=${markFormula(to.mark)}`;
  sheet.visibility = VISIBILITY[to.visibility];
  if (replaced) {
    sheet.position = snapshot.sheets.findIndex(({ name }) => name === current);
    replaced.delete();
  }
}

/** The record of what was kept, so that it can still be taken back; null when nothing was. */
function leftOf(record: UndoRecord, { keptCells, keptSheets }: UndoPlan): UndoRecord | null {
  if (keptCells.length === 0 && keptSheets.length === 0) return null;
  return { ...record, sheets: keptSheets, cells: keptCells, highlights: [] };
}
