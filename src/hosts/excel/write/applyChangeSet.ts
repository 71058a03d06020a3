import type { ChangeSet, LastRun, WorkbookSnapshot } from '../../../model';
import { tabName } from '../../shared/planTabs';
import { markFormula, MARK_NAME } from '../../shared/mark';
import type { ApplyReport, ApplyWarning } from '../../shared/report';
import type { Capabilities } from '../capabilities';
import { ExcelError, isExcelError } from '../excelError';
import type { Gateway } from '../gateway';
import type { NotePlace } from '../noted';
import { readWorkbook, type ReadTask } from '../read/snapshot';
import { queueLastRun } from '../settings';
import { backupMark, UNDO_KEY } from '../undo/marks';
import { backupsOf } from '../undo/planUndo';
import { packRecord, type UndoRecord, type UndoSheet } from '../undo/record';
import { undoWrite } from '../undo/undo';
import { readOwnFormats } from './highlights';
import { distinct, findNotes, NoteWay, queueNoted } from './notes';
import { planWrite, type WritePlan } from './plan';
import { wantedNotes } from './planNotes';
import { queuePrint } from './print';
import { queueProtection } from './protection';
import { sendAll } from './send';
import { readWriteState } from './state';

/** A write that came to its end. */
export interface Applied {
  readonly report: ApplyReport;
  readonly record: UndoRecord;
}

/** What was known of the workbook when it was scored. */
export interface Scored {
  /** Fingerprint of the inputs. */
  readonly inputs: string;
  /** By name of a sheet: tells whether somebody has edited it. */
  readonly sums: ReadonlyMap<string, string>;
  /** The last write, which may have been since. */
  readonly last: UndoRecord | null;
}

/** Name of a result sheet that somebody has edited since: what was written beside it would be lost. */
function editedResult(
  { sheets }: WorkbookSnapshot,
  sums: ReadonlyMap<string, string>,
  changes: ChangeSet,
  { sums: before, last }: Scored,
): string | null {
  const marks = new Set([...changes.sheets.map(({ mark }) => mark), ...changes.removedMarks]);
  const edited = sheets.find(({ name, mark }) => {
    if (mark === null || !marks.has(mark)) return false;
    const written = last?.sheets.find((sheet) => sheet.name === name)?.sum;
    return sums.get(name) !== before.get(name) && sums.get(name) !== written;
  });
  return edited?.name ?? null;
}

/**
 * Writes a change set into the open workbook: reads the workbook anew, decides, keeps what undo needs, writes in few
 * requests and compares. After a failure everything is taken back; where even that fails, the error names the sheets.
 * @param scored what was read when it was scored, and the last write since
 * @param onRecord given the record before the first write: also a write that breaks off can be taken back; undefined
 *   when nothing of it is left
 * @throws ExcelError
 */
export async function applyChangeSet(
  gateway: Gateway,
  capabilities: Capabilities,
  changes: ChangeSet,
  scored: Scored,
  task: ReadTask,
  onRecord: (record: UndoRecord | undefined) => void,
): Promise<Applied> {
  const share = (from: number, to: number) => (done: number) => task.onProgress(from + (to - from) * done);
  const reading = { ...task, onProgress: share(0, 0.3) };
  const { snapshot, inputs, sums, noted } = await readWorkbook(gateway, capabilities, reading);
  if (inputs !== scored.inputs) throw new ExcelError('changedMeanwhile');
  const edited = editedResult(snapshot, sums, changes, scored);
  if (edited !== null) throw new ExcelError('resultsChanged', { sheet: edited });
  const plan = await readPlan(gateway, snapshot, changes, noted, new NoteWay(capabilities));
  task.signal.throwIfAborted();
  onRecord(plan.record);
  const touched = new Set<string>();
  try {
    const kept = await prepare(gateway, plan, snapshot, noted);
    await sendAll(gateway, plan.jobs(), (jobs, cells) => {
      share(0.35, 0.95)(Math.min(1, cells / Math.max(1, plan.cells)));
      task.signal.throwIfAborted();
      for (const { sheet } of jobs) touched.add(sheet);
    });
    const record = doneRecord(plan);
    const warnings = [...plan.warnings, ...(kept ? [] : [UNDO_TOO_LARGE]), ...leftOutLinks(plan)];
    if (!(await finish(gateway, plan, record, changes.run ?? null))) warnings.push({ code: 'printSetup', data: {} });
    onRecord(record);
    task.onProgress(1);
    return { report: reportOf(plan, changes, warnings), record };
  } catch (error) {
    // Who stops it half-way decides himself whether to take it back.
    if (task.signal.aborted) throw error;
    // Excel refuses a request as a whole while a cell is being edited.
    if (touched.size === 0 && isExcelError(error, 'editMode')) {
      onRecord(undefined);
      throw error;
    }
    await takeBack(gateway, capabilities, plan.record, error, touched);
    onRecord(undefined);
    throw new ExcelError('takenBack', {}, reasonOf(error));
  }
}

const UNDO_TOO_LARGE: ApplyWarning = { code: 'undoTooLarge', data: {} };
const QUIET: ReadTask = { onProgress: () => undefined, signal: new AbortController().signal };

async function readPlan(
  gateway: Gateway,
  snapshot: WorkbookSnapshot,
  changes: ChangeSet,
  noted: readonly NotePlace[],
  way: NoteWay,
): Promise<WritePlan> {
  const places = distinct([...wantedNotes(snapshot, changes), ...noted]);
  const state = await gateway.read(readWriteState(snapshot, changes.writes, way, places));
  const hasRules = [...state.rules.values()].some((ids) => ids.length > 0);
  const own = hasRules ? await gateway.read(readOwnFormats(state.rules)) : new Map();
  const notes = await findNotes(gateway, way, state.notes, noted, own);
  return planWrite(snapshot, changes, { ...state, notes }, own, way, () => gateway.breathe());
}

/** Keeps what undo needs, and makes the sheets; true when the workbook can keep all of the record. */
async function prepare(
  gateway: Gateway,
  plan: WritePlan,
  snapshot: WorkbookSnapshot,
  noted: readonly NotePlace[],
): Promise<boolean> {
  const { text, hasCells } = await packRecord(plan.record, () => gateway.breathe());
  await gateway.write((context) => {
    const { workbook } = context;
    const { worksheets } = workbook;
    workbook.settings.add(UNDO_KEY, text);
    // Should it break off, the notes may stand at the old or at the new places.
    queueNoted(context, distinct([...noted, ...plan.noted]));
    // Only the last write can be taken back.
    for (const name of backupsOf(snapshot)) worksheets.getItem(name).delete();
    for (const { kind, name, mark, backup, visibility } of plan.record.sheets) {
      if (kind === 'created') queueNew(worksheets, name, mark);
      else {
        const sheet = worksheets.getItem(name);
        const copy = kind === 'replaced' ? queueCopy(sheet, visibility) : sheet;
        queueBackup(copy, backup!, backupMark(plan.record.write, mark));
      }
    }
    // A copy comes to the front.
    if (plan.active !== null) worksheets.getItem(plan.active).activate();
    return () => undefined;
  });
  return hasCells;
}

/** A copy behind all other sheets; Excel does not copy a sheet that is very hidden. */
function queueCopy(sheet: Excel.Worksheet, visibility: UndoSheet['visibility']): Excel.Worksheet {
  if (visibility === 'visible') return sheet.copy('End');
  sheet.visibility = 'Visible';
  const copy = sheet.copy('End');
  sheet.visibility = visibility === 'hidden' ? 'Hidden' : 'VeryHidden';
  return copy;
}

function queueNew(worksheets: Excel.WorksheetCollection, name: string, mark: string): void {
  const sheet = worksheets.add(name);
  if (mark !== '') sheet.names.add(MARK_NAME, `=${markFormula(mark)}`).visible = false;
}

/** A copy has the sheet's own names too: our mark among them. */
function queueBackup(sheet: Excel.Worksheet, name: string, mark: string): void {
  sheet.name = name;
  sheet.names.getItem(MARK_NAME).formula = `=${markFormula(mark)}`;
  sheet.visibility = 'VeryHidden';
}

/** The record with what was found in the sheets after they were written. */
function doneRecord({ record, targets }: WritePlan): UndoRecord {
  const sums = new Map(targets.map(({ name, sum }) => [name, sum.toString()]));
  const sheets = record.sheets.map((sheet) =>
    sheet.kind === 'removed' ? sheet : { ...sheet, sum: sums.get(sheet.name) ?? null },
  );
  return { ...record, sheets, isDone: true };
}

/** Closes the record, sets up the print and protects last; false when the print could not be set up. */
async function finish(
  gateway: Gateway,
  { targets, noted }: WritePlan,
  record: UndoRecord,
  run: LastRun | null,
): Promise<boolean> {
  const { text } = await packRecord(record, () => gateway.breathe());
  const close = (context: Excel.RequestContext): void => {
    const { workbook } = context;
    workbook.settings.add(UNDO_KEY, text);
    if (run) queueLastRun(context, run);
    queueNoted(context, noted);
    for (const { name, sheet } of targets) queueProtection(workbook.worksheets.getItem(name), sheet.protection);
  };
  const shown = targets.filter(({ sheet }) => (sheet.visibility ?? 'visible') === 'visible');
  try {
    await gateway.write((context) => {
      for (const { name, sheet } of shown) queuePrint(context.workbook.worksheets.getItem(name), sheet.print);
      close(context);
      return () => undefined;
    });
    return true;
  } catch (error) {
    if (!isExcelError(error, 'failed')) throw error;
    await gateway.write((context) => {
      close(context);
      return () => undefined;
    });
    return false;
  }
}

function leftOutLinks({ targets }: WritePlan): ApplyWarning[] {
  return targets.filter(({ links }) => links < 0).map(({ name }) => ({ code: 'linksLeftOut', data: { sheet: name } }));
}

/** @throws ExcelError that names the sheets that were written, when they cannot be restored now */
async function takeBack(
  gateway: Gateway,
  capabilities: Capabilities,
  record: UndoRecord,
  error: unknown,
  touched: ReadonlySet<string>,
): Promise<void> {
  try {
    await undoWrite(gateway, capabilities, record, true, QUIET);
  } catch {
    const names = touched.size > 0 ? [...touched] : record.sheets.map(({ name }) => name);
    throw new ExcelError('partlyWritten', { sheets: names.join('、') }, reasonOf(error));
  }
}

function reasonOf(error: unknown): ExcelError {
  if (error instanceof ExcelError) return error;
  return new ExcelError('failed', { code: '', message: error instanceof Error ? error.message : String(error) });
}

function reportOf({ tabs, decision }: WritePlan, changes: ChangeSet, warnings: readonly ApplyWarning[]): ApplyReport {
  return {
    sheets: changes.sheets.map((sheet) => {
      const tab = tabs.tabs.find((each) => each.kind !== 'kept' && each.sheet === sheet)!;
      return { mark: sheet.mark, name: tabName(tab), replaced: tab.kind === 'replaced' };
    }),
    removedSheets: tabs.removed.map(({ name }) => name),
    written: decision.accepted.length + decision.already,
    refused: decision.refused,
    warnings,
  };
}
