import type { CellPosition, CellRange, ChangeSet, Highlight, ResultSheet, WorkbookSnapshot } from '../../../model';
import { notesBySheet } from '../../shared/notes';
import { planTabs, tabName, type TabPlan } from '../../shared/planTabs';
import type { ApplyWarning } from '../../shared/report';
import { SheetGrid } from '../../shared/sheetGrid';
import { freeSheetName } from '../../shared/sheetNames';
import { ExcelError } from '../excelError';
import { Fingerprint } from '../fingerprint';
import type { NotePlace } from '../noted';
import { isBackupMark, nextWrite } from '../undo/marks';
import type { UndoRecord, UndoSheet } from '../undo/record';
import { type AcceptedWrite, acceptWrites, type WriteDecision } from './acceptWrites';
import { bandJob, coveredCells, type SheetTarget } from './bandJob';
import { byColumns, type CellEntry, cellJobs } from './cellsJob';
import { queueClear, queueFrame } from './frame';
import { type OwnFormat, queueHighlights } from './highlights';
import type { Job } from './job';
import { type NoteWay, type FoundNote } from './notes';
import { noteJobs, planNotes, type SheetNotes, wantedNotes } from './planNotes';
import type { WriteState } from './state';

/** A tab as the plan of tabs needs it. */
interface Entry {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
}

/** All that a write will do, decided before the first cell is touched. */
export interface WritePlan {
  readonly tabs: TabPlan<Entry>;
  readonly targets: readonly SheetTarget[];
  readonly decision: WriteDecision;
  readonly record: UndoRecord;
  /** Made one after the other while they are sent: all at once they would hold the pane up. */
  readonly jobs: () => Iterable<Job>;
  /** Name of the sheet that is in front and stays there; null when it goes. */
  readonly active: string | null;
  /** Cells of all jobs, roughly. */
  readonly cells: number;
  readonly warnings: readonly ApplyWarning[];
  /** Where notes of ours stand afterwards. */
  readonly noted: readonly NotePlace[];
}

/** Hyperlinks of one result sheet: each is a call of its own. */
const MAX_LINKS = 2000;
/** Rows of one piece of a result sheet: with the widest tables some thousand cells. */
const BAND_CELLS = 5000;

/**
 * Plans a write.
 * @param own highlights of earlier runs on the user's sheets
 * @param way how this Excel puts notes
 * @throws ExcelError when a protection stands against it
 */
export async function planWrite(
  workbook: WorkbookSnapshot,
  changes: ChangeSet,
  state: WriteState,
  own: ReadonlyMap<string, readonly OwnFormat[]>,
  way: NoteWay,
  breathe: () => Promise<void>,
): Promise<WritePlan> {
  const marks = new Map(
    workbook.sheets.flatMap(({ mark }, i) => (mark !== null && !isBackupMark(mark) ? [[i, mark] as const] : [])),
  );
  const tabs = planTabs<Entry>(workbook.sheets, marks, changes);
  assertAllowed(workbook, tabs, state);
  const decision = await acceptWrites(workbook, changes, state.isLocked, breathe);
  const targets = tabs.tabs.flatMap((tab) => {
    if (tab.kind === 'kept') return [];
    const { sheet } = tab;
    const target: SheetTarget = {
      name: tabName(tab),
      sheet,
      grid: new SheetGrid(sheet),
      finalNames: tabs.finalNames,
      covered: coveredCells(sheet),
      sum: new Fingerprint(),
      links: MAX_LINKS,
    };
    return [target];
  });
  await breathe();
  const columns = byColumns(decision.accepted.map(entryOf));
  await breathe();
  const marked = planMarks(workbook, changes, own, state.notes, way);
  const replaced = new Set(tabs.tabs.flatMap((tab) => (tab.kind === 'replaced' ? [tab.entry.name] : [])));
  return {
    tabs,
    targets,
    decision,
    record: recordOf(workbook, tabs, decision, marked.touched),
    *jobs() {
      for (const target of targets) yield* sheetJobs(target, replaced.has(target.name), state);
      yield* cellJobs(columns);
      yield* marked.jobs;
    },
    active: tabs.removed.some(({ name }) => name === state.active) ? null : state.active,
    cells: targets.reduce((sum, { sheet }) => sum + cellsOf(sheet), decision.accepted.length),
    warnings: [...marked.warnings, ...tabWarnings(tabs)],
    noted: marked.noted,
  };
}

/** What the cell of a write-back is to hold; a number format only where the cell has none of its own. */
function entryOf({ write, sheet, format, isHidden }: AcceptedWrite): CellEntry {
  const { row, column, value, numberFormat } = write;
  const newFormat = numberFormat !== undefined && format === 'General' ? numberFormat : format;
  return { sheet, row, column, value: value ?? '', isFormula: false, format, newFormat, isHidden };
}

function cellsOf({ blocks }: ResultSheet): number {
  return blocks.reduce((sum, { values }) => sum + values.length * (values[0]?.length ?? 0), 0);
}

function assertAllowed(workbook: WorkbookSnapshot, tabs: TabPlan<Entry>, state: WriteState): void {
  const changesTabs = tabs.removed.length > 0 || tabs.tabs.some(({ kind }) => kind !== 'kept');
  if (changesTabs && state.isStructureProtected) throw new ExcelError('structureProtected');
  const touched = new Set(tabs.tabs.flatMap((tab) => (tab.kind === 'replaced' ? [tab.entry.name] : [])));
  const locked = workbook.sheets.find(({ name, isProtected }) => isProtected && touched.has(name));
  if (locked) throw new ExcelError('protectedSheet', { sheet: locked.name });
}

function tabWarnings({ heldBack }: TabPlan<Entry>): ApplyWarning[] {
  return heldBack === null ? [] : [{ code: 'lastSheet', data: { sheet: heldBack } }];
}

interface MarkPlan {
  readonly jobs: readonly Job[];
  readonly warnings: readonly ApplyWarning[];
  readonly touched: UndoRecord['highlights'];
  readonly noted: readonly NotePlace[];
}

/** Highlights and notes sheet by sheet: also where there were some and are none now. */
function planMarks(
  workbook: WorkbookSnapshot,
  changes: ChangeSet,
  own: ReadonlyMap<string, readonly OwnFormat[]>,
  found: readonly FoundNote[],
  way: NoteWay,
): MarkPlan {
  const wanted = new Map<string, Highlight[]>();
  for (const highlight of changes.highlights) {
    const key = highlight.sheet.toLowerCase();
    wanted.set(key, [...(wanted.get(key) ?? []), highlight]);
  }
  const allNotes = wantedNotes(workbook, changes);
  const jobs: Job[] = [];
  const { leftOut } = notesBySheet(changes);
  const warnings: ApplyWarning[] = leftOut > 0 ? [{ code: 'notesLeftOut', data: { count: leftOut } }] : [];
  const touched: UndoRecord['highlights'][number][] = [];
  const noted: NotePlace[] = [];
  for (const { name, mark, isProtected } of workbook.sheets) {
    if (mark !== null) continue;
    const isHere = ({ sheet }: NotePlace) => sheet === name;
    const highlights = wanted.get(name.toLowerCase()) ?? [];
    wanted.delete(name.toLowerCase());
    const before = own.get(name) ?? [];
    const notes = planNotes(way, found.filter(isHere), allNotes.filter(isHere));
    const isNoted = notes.same.length + notes.removed.length + notes.put.length > 0;
    if (highlights.length === 0 && before.length === 0 && !isNoted) continue;
    if (isProtected) {
      warnings.push({ code: 'highlightsProtected', data: { sheet: name } });
      continue;
    }
    if (notes.kept > 0) warnings.push({ code: 'notesKept', data: { sheet: name, count: notes.kept } });
    const standing = [...notes.same, ...notes.put];
    touched.push({ sheet: name, before, ...(isNoted && { notes: recordedNotes(notes, standing) }) });
    noted.push(...standing.map(({ row, column }) => ({ sheet: name, row, column })));
    jobs.push(highlightJob(name, before, highlights), ...noteJobs(name, way, notes));
  }
  for (const [first] of wanted.values()) warnings.push({ code: 'sheetMissing', data: { sheet: first!.sheet } });
  return { jobs, warnings, touched, noted };
}

function recordedNotes(
  { same, removed }: SheetNotes,
  standing: readonly CellPosition[],
): NonNullable<UndoRecord['highlights'][number]['notes']> {
  return {
    before: [...same, ...removed].map(({ row, column, content }) => ({ row, column, ...content! })),
    cells: standing.map(({ row, column }) => ({ row, column })),
  };
}

function highlightJob(sheet: string, before: readonly OwnFormat[], highlights: readonly Highlight[]): Job {
  const count = before.length + highlights.reduce((sum, { ranges }) => sum + ranges.length, 0);
  return {
    sheet,
    cells: count,
    bytes: 100 * count + 1000,
    queue({ workbook }) {
      queueHighlights(workbook.worksheets.getItem(sheet), before, highlights);
      return () => undefined;
    },
    split: () => null,
  };
}

/** A result sheet in pieces: clear it, its cells in bands of rows, then all that lies over the cells. */
function* sheetJobs(target: SheetTarget, isReplaced: boolean, state: WriteState): Generator<Job> {
  const { name, sheet, grid } = target;
  const charts = state.charts.get(name) ?? [];
  if (isReplaced) yield pieceOf(name, 2000 + 400 * charts.length, (worksheet) => queueClear(worksheet, charts));
  const columns = columnsOf(sheet);
  const rows = grid.rows();
  const size = Math.max(1, Math.floor(BAND_CELLS / (columns.right - columns.left + 1)));
  for (let at = 0; at < rows.length; at += size) yield bandJob(target, rows.slice(at, at + size), columns);
  const { merges, conditionalFormats, validations = [] } = sheet;
  const pieces = merges.length + (conditionalFormats.length + validations.length) * 4 + sheet.charts.length * 20;
  const bytes = 2000 + 600 * pieces + 12 * sheet.rowHeights.length;
  yield pieceOf(name, bytes, (worksheet) => queueFrame(worksheet, sheet, target.finalNames));
}

function pieceOf(sheet: string, bytes: number, queue: (worksheet: Excel.Worksheet) => void): Job {
  return {
    sheet,
    cells: 0,
    bytes,
    queue({ workbook }) {
      queue(workbook.worksheets.getItem(sheet));
      return () => undefined;
    },
    split: () => null,
  };
}

/** First and last column of a sheet's blocks. */
function columnsOf({ blocks }: ResultSheet): CellRange {
  const left = blocks.reduce((first, { column }) => Math.min(first, column), Infinity);
  const right = blocks.reduce((last, { column, columnStyles, values }) => {
    return Math.max(last, column + Math.max(columnStyles.length, values[0]?.length ?? 0) - 1);
  }, 0);
  return { top: 0, bottom: 0, left: Number.isFinite(left) ? left : 0, right };
}

function recordOf(
  workbook: WorkbookSnapshot,
  tabs: TabPlan<Entry>,
  decision: WriteDecision,
  highlights: UndoRecord['highlights'],
): UndoRecord {
  const marks = new Map(workbook.sheets.map(({ name, mark }) => [name, mark ?? '']));
  const created = tabs.tabs.flatMap((tab) => (tab.kind === 'created' ? [{ name: tab.name }] : []));
  // Earlier backups keep their names, so that they cannot be taken for those of this write.
  const taken = new Set([...workbook.sheets, ...created].map(({ name }) => name.toLowerCase()));
  const backupOf = (name: string): string => {
    const backup = freeSheetName(`~${name}`, taken);
    taken.add(backup.toLowerCase());
    return backup;
  };
  const written = tabs.tabs.flatMap((tab): UndoSheet[] => {
    if (tab.kind === 'kept') return [];
    const { mark, visibility = 'visible' } = tab.sheet;
    if (tab.kind === 'created') return [{ kind: 'created', name: tab.name, mark, visibility, backup: null, sum: null }];
    const { name, visibility: before } = tab.entry;
    return [{ kind: 'replaced', name, mark, visibility: before, backup: backupOf(name), sum: null }];
  });
  const removed = tabs.removed.map(({ name, visibility }): UndoSheet => ({
    kind: 'removed',
    name,
    mark: marks.get(name)!,
    visibility,
    backup: backupOf(name),
    sum: null,
  }));
  return {
    sheets: [...written, ...removed],
    cells: decision.accepted.map(({ write, sheet, before, format }) => ({
      sheet,
      row: write.row,
      column: write.column,
      before,
      isFormula: typeof before === 'string' && before.startsWith('='),
      format,
      wrote: write.value ?? '',
    })),
    highlights,
    write: nextWrite(workbook.sheets.map(({ mark }) => mark)),
    tabs: workbook.sheets.map(({ name }) => name),
    isDone: false,
  };
}
