import type { CellNote, WorkbookSnapshot } from '../../../model';
import { markFormula, MARK_NAME } from '../../shared/mark';
import { freeSheetName } from '../../shared/sheetNames';
import type { Capabilities } from '../capabilities';
import type { Gateway } from '../gateway';
import type { NotePlace } from '../noted';
import { readWorkbook, type ReadTask, type ReadWorkbook } from '../read/snapshot';
import { byColumns, cellJobs } from '../write/cellsJob';
import { type OwnFormat, queueHighlights, readFormulaRules, readOwnFormats } from '../write/highlights';
import { queueLastRun } from '../settings';
import { distinct, findNotes, type FoundNote, NoteWay, queueNoted } from '../write/notes';
import { planNotes, type SheetNotes } from '../write/planNotes';
import { sendAll } from '../write/send';
import { planUndo, type UndoPlan } from './planUndo';
import { asideMark, UNDO_KEY } from './marks';
import { packRecord, type UndoRecord } from './record';

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

/** Share of an undo that reading takes. */
const READING = 0.7;

/** Takes a write back; what was changed since is left alone unless `all`. Can be run again after it failed or was stopped. */
export async function undoWrite(
  gateway: Gateway,
  capabilities: Capabilities,
  record: UndoRecord,
  all: boolean,
  task: ReadTask,
): Promise<UndoReport> {
  const breathe = () => gateway.breathe();
  const read = await readWorkbook(gateway, capabilities, {
    ...task,
    onProgress: (done) => task.onProgress(READING * done),
  });
  const { snapshot } = read;
  const plan = await planUndo(record, read, all, breathe);
  const way = new NoteWay(capabilities);
  const marks = await changedMarks(gateway, way, record, read);
  // Nothing is deleted before the end: whoever stops half-way can go on later and loses nothing.
  const gone = [...plan.deletes];
  if (plan.restores.length + plan.asides.length + plan.unhidden.length > 0) {
    await gateway.write((context) => {
      gone.push(...queueSheets(context, plan, snapshot, record.write));
      return () => undefined;
    });
  }
  const cells = [...plan.cells, ...plan.references];
  await breathe();
  await sendAll(gateway, cellJobs(byColumns(cells)), (_, done) => {
    task.onProgress(READING + (1 - READING) * (done / cells.length));
    task.signal.throwIfAborted();
  });
  const left = leftOf(record, plan);
  const isChanged = cells.length + gone.length + plan.restores.length + marks.length > 0;
  // A write that never began leaves the record of the one before.
  if (isChanged || record.isDone) await close(gateway, way, gone, marks, left, read.noted);
  return {
    restoredSheets: plan.restores.map(({ to }) => to.name),
    removedSheets: plan.deletes,
    cells: plan.cells.length,
    keptCells: plan.keptCells,
    keptSheets: plan.keptSheets.map(({ name }) => name),
    left,
  };
}

/** Marks of a sheet as they are and as they were. */
interface MarkChange {
  readonly sheet: string;
  readonly now: readonly OwnFormat[];
  readonly before: UndoRecord['highlights'][number]['before'];
  readonly notes: SheetNotes;
}

/** Sheets whose marks are not what they were. */
async function changedMarks(
  gateway: Gateway,
  way: NoteWay,
  record: UndoRecord,
  { snapshot, noted }: ReadWorkbook,
): Promise<MarkChange[]> {
  const marked = record.highlights.filter(({ sheet }) => snapshot.sheets.some(({ name }) => name === sheet));
  if (marked.length === 0) return [];
  const names = marked.map(({ sheet }) => sheet);
  const put = marked.flatMap(({ sheet, notes }) => (notes?.cells ?? []).map((cell): NotePlace => ({ sheet, ...cell })));
  const before = marked.flatMap(({ sheet, notes }) =>
    (notes?.before ?? []).map((note): CellNote => ({ sheet, ...note })),
  );
  const expected = distinct([...put, ...noted.filter(({ sheet }) => names.includes(sheet))]);
  const { rules, looked } = await gateway.read((context) => {
    const readers = {
      rules: readFormulaRules(names)(context),
      looked: way.read(distinct<NotePlace>([...expected, ...before]))(context),
    };
    return () => ({ rules: readers.rules(), looked: readers.looked() });
  });
  const own = await gateway.read(readOwnFormats(rules));
  const found: readonly FoundNote[] = put.length > 0 ? await findNotes(gateway, way, looked, put, own) : looked;
  const looks = (formats: MarkChange['before']) => JSON.stringify(formats.map(({ fill, ranges }) => [fill, ranges]));
  return marked.flatMap(({ sheet, before: formats }): MarkChange[] => {
    const isHere = (place: NotePlace) => place.sheet === sheet;
    const notes = planNotes(way, found.filter(isHere), before.filter(isHere));
    const now = own.get(sheet) ?? [];
    const isBack = looks(now) === looks(formats) && notes.removed.length + notes.put.length === 0;
    return isBack ? [] : [{ sheet, before: formats, now, notes }];
  });
}

/** Deletes sheets, puts the marks back, and keeps what is left to be taken back. */
async function close(
  gateway: Gateway,
  way: NoteWay,
  gone: readonly string[],
  marks: readonly MarkChange[],
  left: UndoRecord | null,
  noted: readonly NotePlace[],
): Promise<void> {
  const text = left ? (await packRecord(left, () => gateway.breathe())).text : '';
  const changed = new Set(marks.map(({ sheet }) => sheet));
  const standing = marks.flatMap(({ notes }) => [...notes.same, ...notes.put]);
  await gateway.write((context) => {
    const { workbook } = context;
    for (const name of gone) workbook.worksheets.getItem(name).delete();
    for (const { sheet, now, before, notes } of marks) {
      const worksheet = workbook.worksheets.getItem(sheet);
      queueHighlights(worksheet, now, before);
      for (const note of notes.removed) way.remove(worksheet, note);
      for (const note of notes.put) way.put(worksheet, note);
    }
    if (marks.length > 0) queueNoted(context, [...noted.filter(({ sheet }) => !changed.has(sheet)), ...standing]);
    workbook.settings.add(UNDO_KEY, text);
    // The run before stands on the sheets: whoever reads them knows it.
    queueLastRun(context, null);
    return () => undefined;
  });
}

/**
 * Sheets that were written anew are put aside, and what they were takes their places.
 * @returns names of the sheets that are put aside
 */
function queueSheets(
  { workbook }: Excel.RequestContext,
  { restores, asides, unhidden }: UndoPlan,
  { sheets }: WorkbookSnapshot,
  write: number,
): string[] {
  const { worksheets } = workbook;
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const free = (name: string): string => {
    const found = freeSheetName(name, taken);
    taken.add(found.toLowerCase());
    return found;
  };
  const gone = asides.map(({ name, original }) => {
    if (name !== original) return name;
    // An undo that broke off had marked it and not yet renamed it.
    return (worksheets.getItem(name).name = free(name));
  });
  for (const { name, visibility } of unhidden) worksheets.getItem(name).visibility = VISIBILITY[visibility];
  const restored: number[] = [];
  for (const { current, backup, to } of restores) {
    const name = current ?? to.name;
    if (current !== null) {
      const sheet = worksheets.getItem(current);
      // First no longer ours: should the request break off, the next undo knows which of the two is which.
      sheet.names.getItem(MARK_NAME).formula = `=${markFormula(asideMark(write, current))}`;
      gone.push((sheet.name = free(current)));
    }
    const place = current ?? asides.find(({ original }) => original === name)?.name;
    const at = sheets.findIndex((sheet) => sheet.name === place);
    const sheet = worksheets.getItem(backup);
    sheet.name = name;
    sheet.visibility = VISIBILITY[to.visibility];
    if (at >= 0) {
      // Those that were restored before it have pushed it back.
      sheet.position = at + restored.filter((other) => other < at).length;
      restored.push(at);
    }
    // At last, for the same reason: until then it is a backup.
    sheet.names.getItem(MARK_NAME).formula = `=${markFormula(to.mark)}`;
  }
  return gone;
}

/** The record of what was kept, so that it can still be taken back; null when nothing was. */
function leftOf(record: UndoRecord, { keptCells, keptSheets }: UndoPlan): UndoRecord | null {
  if (keptCells.length === 0 && keptSheets.length === 0) return null;
  return { ...record, sheets: keptSheets, cells: keptCells, highlights: [] };
}
