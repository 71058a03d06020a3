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
  const highlights = await changedHighlights(gateway, record, snapshot);
  if (plan.restores.length > 0 || plan.deletes.length > 0) {
    await gateway.write((context) => {
      queueSheets(context, plan, snapshot, record.write);
      return () => undefined;
    });
  }
  const cells = [...plan.cells, ...plan.references];
  await sendAll(gateway, cellJobs(cells), () => undefined);
  const left = leftOf(record, plan);
  const isChanged = cells.length + plan.restores.length + plan.deletes.length + highlights.length > 0;
  // A write that never began leaves the record of the one before.
  if (isChanged || record.isDone) await close(gateway, highlights, left);
  return {
    restoredSheets: plan.restores.map(({ to }) => to.name),
    removedSheets: plan.deletes,
    cells: plan.cells.length,
    keptCells: plan.keptCells,
    keptSheets: plan.keptSheets.map(({ name }) => name),
    left,
  };
}

/** Highlights of a sheet as they are and as they were. */
interface HighlightChange {
  readonly sheet: string;
  readonly now: readonly OwnFormat[];
  readonly before: UndoRecord['highlights'][number]['before'];
}

/** Sheets whose highlights are not what they were. */
async function changedHighlights(
  gateway: Gateway,
  record: UndoRecord,
  snapshot: WorkbookSnapshot,
): Promise<HighlightChange[]> {
  const highlighted = record.highlights.filter(({ sheet }) => snapshot.sheets.some(({ name }) => name === sheet));
  if (highlighted.length === 0) return [];
  const rules = await gateway.read(readFormulaRules(highlighted.map(({ sheet }) => sheet)));
  const own = await gateway.read(readOwnFormats(rules));
  const looks = (formats: HighlightChange['before']) =>
    JSON.stringify(formats.map(({ fill, ranges }) => [fill, ranges]));
  return highlighted
    .map(({ sheet, before }) => ({ sheet, before, now: own.get(sheet) ?? [] }))
    .filter(({ now, before }) => looks(now) !== looks(before));
}

/** Puts the highlights back, and keeps what is left to be taken back. */
async function close(gateway: Gateway, highlights: readonly HighlightChange[], left: UndoRecord | null): Promise<void> {
  const text = left ? (await packRecord(left, () => gateway.breathe())).text : '';
  await gateway.write(({ workbook }) => {
    for (const { sheet, now, before } of highlights) {
      queueHighlights(workbook.worksheets.getItem(sheet), now, before);
    }
    workbook.settings.add(UNDO_KEY, text);
    return () => undefined;
  });
}

/** Sheets that were written anew change places with what they were; new ones go. */
function queueSheets(
  { workbook }: Excel.RequestContext,
  plan: UndoPlan,
  snapshot: WorkbookSnapshot,
  write: number,
): void {
  const taken = new Set(snapshot.sheets.map(({ name }) => name.toLowerCase()));
  const aside = markFormula(backupMark(write, ''));
  for (const restore of plan.restores) queueRestore(workbook.worksheets, restore, snapshot, { taken, aside });
  for (const name of plan.deletes) workbook.worksheets.getItem(name).delete();
}

function queueRestore(
  worksheets: Excel.WorksheetCollection,
  { current, backup, to }: Restore,
  snapshot: WorkbookSnapshot,
  { taken, aside }: { readonly taken: Set<string>; readonly aside: string },
): void {
  const replaced = current === null ? null : worksheets.getItem(current);
  if (replaced && current !== null) {
    // First no longer ours: should the request break off, the next undo knows which of the two is which.
    replaced.names.getItem(MARK_NAME).formula = `=${aside}`;
    const name = freeSheetName(current, taken);
    taken.add(name.toLowerCase());
    replaced.name = name;
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
