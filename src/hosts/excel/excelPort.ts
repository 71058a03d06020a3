import { translate, type Locale } from '../../i18n';
import { a1, type ChangeSet, type WorkbookSnapshot } from '../../model';
import type { ApplyReport } from '../shared/report';
import { ExcelError } from './excelError';
import type { ExcelWorkbook } from './excelWorkbook';
import type { ReadTask } from './read/snapshot';
import type { CellPlace } from './select';
import type { ClearReport } from './undo/clearMarks';
import type { UndoReport } from './undo/undo';

/** What goes with everything that takes time; the sentences are in this language. */
interface SpokenTask extends ReadTask {
  readonly locale: Locale;
}

/** What was done, in sentences for the user. */
interface SpokenReport {
  readonly done: string;
  /** What was left out or should be known. */
  readonly warnings: readonly string[];
  /** Addresses of cells and names of sheets that were left alone. */
  readonly kept: readonly string[];
}

/** Refusals that are told one by one; the others are counted. */
const MAX_TOLD = 20;

/**
 * The open workbook as the task pane asks for it: what fails does so with a sentence in the language of the question.
 */
export function excelPort(workbook: ExcelWorkbook) {
  return {
    name: workbook.name,
    lastRun: workbook.lastRun,
    snapshot: (task: SpokenTask): Promise<WorkbookSnapshot> => spoken(task.locale, workbook.snapshot(task)),
    apply: async (changes: ChangeSet, task: SpokenTask): Promise<SpokenReport> =>
      writeReport(await spoken(task.locale, workbook.apply(changes, task)), task.locale),
    canUndo: (): Promise<boolean> => workbook.canUndo(),
    undo: async (all: boolean, task: SpokenTask): Promise<SpokenReport> =>
      undoReport(await spoken(task.locale, workbook.undo(all, task)), task.locale),
    clearMarks: async (locale: Locale): Promise<SpokenReport> =>
      clearReport(await spoken(locale, workbook.clearMarks()), locale),
    select: (place: CellPlace, locale: Locale): Promise<void> => spoken(locale, workbook.select(place)),
    /** A workbook that cannot be watched is read as it is when it is scored: nothing is lost but the notice. */
    onStale: (listener: () => void): void => void workbook.onStale(listener).catch(() => undefined),
    readMemory: (locale: Locale): Promise<unknown> => spoken(locale, workbook.readMemory()),
    storeMemory: (value: unknown, locale: Locale): Promise<void> => spoken(locale, workbook.storeMemory(value)),
    openNew: (bytes: Uint8Array, locale: Locale): Promise<void> => spoken(locale, workbook.openNew(bytes)),
    limits: (locale: Locale): readonly string[] => workbook.capabilities.limits(locale),
  };
}

async function spoken<T>(locale: Locale, promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw error instanceof ExcelError ? new Error(error.describe(locale), { cause: error }) : error;
  }
}

function writeReport({ sheets, removedSheets, written, refused, warnings }: ApplyReport, locale: Locale): SpokenReport {
  const told = refused.slice(0, MAX_TOLD).map(({ write, reason }) =>
    translate(locale, `hosts.refused.${reason}`, {
      sheet: write.sheet,
      cell: a1({ row: write.row, column: write.column }),
    }),
  );
  const more = refused.length - told.length;
  return {
    done: translate(locale, 'hosts.excel.written', { sheets: sheets.length, cells: written }),
    warnings: [
      ...warnings.map(({ code, data }) => translate(locale, `hosts.warning.${code}`, data)),
      ...told,
      ...(more > 0 ? [translate(locale, 'hosts.excel.moreRefused', { count: more })] : []),
      ...removedSheets.map((sheet) => translate(locale, 'hosts.excel.sheetRemoved', { sheet })),
    ],
    kept: [],
  };
}

function undoReport({ restoredSheets, removedSheets, cells, keptCells, keptSheets }: UndoReport, locale: Locale) {
  const sheets = restoredSheets.length + removedSheets.length;
  return {
    done: translate(locale, 'hosts.excel.undone', { sheets, cells }),
    warnings: [],
    kept: [...keptSheets, ...keptCells.map(({ sheet, row, column }) => `${sheet}!${a1({ row, column })}`)],
  };
}

function clearReport({ sheets, notes, protectedSheets, leavesNotes }: ClearReport, locale: Locale): SpokenReport {
  const done = sheets.length > 0 ? 'hosts.excel.marksCleared' : 'hosts.noMarks';
  return {
    done: translate(locale, done, { sheets: sheets.length, notes }),
    warnings: [
      ...protectedSheets.map((sheet) => translate(locale, 'hosts.excel.marksProtected', { sheet })),
      ...(leavesNotes ? [translate(locale, 'hosts.excel.notesOutOfReach')] : []),
    ],
    kept: [],
  };
}
