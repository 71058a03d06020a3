import { formulaAt, formatAt, type SheetSnapshot, valueAt, type WorkbookSnapshot } from '../../../model';
import { renameSheets } from '../../shared/formula/renameSheets';
import type { ReadWorkbook } from '../read/snapshot';
import type { CellEntry } from '../write/cellsJob';
import { asideOf, backupMark, isBackupMark } from './marks';
import type { UndoCell, UndoRecord, UndoSheet } from './record';

/** A backup that becomes the sheet again; `current` is the sheet that stands in its place now. */
export interface Restore {
  readonly current: string | null;
  readonly backup: string;
  readonly to: UndoSheet;
}

/** A sheet that an undo which broke off has put aside for another, which has its name now or is still to get it. */
export interface Aside {
  readonly name: string;
  readonly original: string;
}

/** What an undo does and what it leaves alone. */
export interface UndoPlan {
  readonly restores: readonly Restore[];
  readonly asides: readonly Aside[];
  /** Sheets that were shown only to be copied, by a write that broke off then. */
  readonly unhidden: readonly UndoSheet[];
  /** Names of sheets that go, besides those that are put aside. */
  readonly deletes: readonly string[];
  /** Cells that get back what they held. */
  readonly cells: readonly CellEntry[];
  /** Formulas of the user and of restored sheets that refer to a restored sheet and would lose it. */
  readonly references: readonly CellEntry[];
  readonly keptCells: readonly UndoCell[];
  readonly keptSheets: readonly UndoSheet[];
}

/** Cells or formulas that are looked at between two pauses: some ten milliseconds. */
const STEP = 20_000;

/**
 * Plans how the last write is taken back: what somebody has changed since is left alone and listed unless `all`.
 * @param breathe called between the steps of long planning
 */
export async function planUndo(
  record: UndoRecord,
  { snapshot: workbook, sums }: ReadWorkbook,
  all: boolean,
  breathe: () => Promise<void>,
): Promise<UndoPlan> {
  const tabs = new Tabs(workbook, record.write);
  const restores: Restore[] = [];
  const deletes: string[] = [];
  const unhidden: UndoSheet[] = [];
  const keptSheets: UndoSheet[] = [];
  const back = new Set<string>();
  for (const sheet of record.sheets) {
    const standing = tabs.current(sheet);
    const current = sheet.kind === 'removed' ? undefined : standing;
    const backup = tabs.backup(sheet);
    // Without a backup the old sheet was never touched, or stands there again.
    if (sheet.kind !== 'created' && !backup) {
      if (standing) back.add(standing.name);
      if (!record.isDone && current && current.visibility !== sheet.visibility) unhidden.push(sheet);
    } else if (current && !all && sheet.sum !== null && sums.get(current.name) !== sheet.sum) {
      keptSheets.push(sheet);
    } else if (sheet.kind === 'created') {
      if (current) deletes.push(current.name);
    } else if (backup) restores.push({ current: current?.name ?? null, backup: backup.name, to: sheet });
  }
  const asides = workbook.sheets.flatMap(({ name, mark }): Aside[] => {
    const original = asideOf(record.write, mark);
    return original === null ? [] : [{ name, original }];
  });
  if (!record.isDone) {
    const known = [...deletes, ...asides.map(({ name }) => name), ...restores.map(({ backup }) => backup)];
    deletes.push(...leftovers(record, workbook, known));
  }
  const { cells, kept } = await planCells(record, workbook, all, breathe);
  return {
    restores,
    asides,
    unhidden,
    deletes,
    cells,
    references: await referencesTo(workbook, restores, asides, back, breathe),
    keptCells: kept,
    keptSheets,
  };
}

/** Sheets by name and mark. */
class Tabs {
  constructor(
    private readonly workbook: WorkbookSnapshot,
    private readonly write: number,
  ) {}

  current({ name, mark }: UndoSheet): SheetSnapshot | undefined {
    const isOurs = (sheet: SheetSnapshot) => (mark === '' ? sheet.mark === null : sheet.mark === mark);
    const byName = this.named(name);
    if (byName && (isOurs(byName) || byName.mark === null)) return byName;
    return mark === '' ? undefined : this.workbook.sheets.find(isOurs);
  }

  backup({ mark, backup }: UndoSheet): SheetSnapshot | undefined {
    if (backup === null) return undefined;
    return this.workbook.sheets.find((sheet) => sheet.mark === backupMark(this.write, mark)) ?? this.named(backup);
  }

  private named(name: string): SheetSnapshot | undefined {
    return this.workbook.sheets.find((sheet) => sheet.name === name);
  }
}

/** Copies of our sheets that a write made before it broke off. */
function leftovers(record: UndoRecord, { sheets }: WorkbookSnapshot, others: readonly string[]): string[] {
  const known = new Set([...record.tabs, ...others]);
  return sheets.filter(({ name, mark }) => mark !== null && !known.has(name)).map(({ name }) => name);
}

async function planCells(
  record: UndoRecord,
  workbook: WorkbookSnapshot,
  all: boolean,
  breathe: () => Promise<void>,
): Promise<{ readonly cells: CellEntry[]; readonly kept: UndoCell[] }> {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const hidden = new Map(workbook.sheets.map(({ name, hiddenRows }) => [name, new Set(hiddenRows)]));
  const cells: CellEntry[] = [];
  const kept: UndoCell[] = [];
  for (const [i, cell] of record.cells.entries()) {
    if (i % STEP === STEP - 1) await breathe();
    const { row, column, before, isFormula, format } = cell;
    const sheet = sheets.get(cell.sheet);
    if (!sheet) continue;
    const now = contentOf(workbook, sheet, row, column);
    const nowFormat = formatAt(workbook, sheet, row, column);
    const isBack = now.value === before && now.isFormula === isFormula && nowFormat === format;
    if (isBack) continue;
    const isOurs = now.value === cell.wrote && !now.isFormula;
    const isHalfBack = now.value === before && now.isFormula === isFormula;
    if (!all && !isOurs && !isHalfBack) kept.push(cell);
    else {
      const isHidden = hidden.get(cell.sheet)!.has(row);
      const entry = { sheet: cell.sheet, row, column, value: before, isFormula, format: nowFormat, newFormat: format };
      cells.push({ ...entry, isHidden });
    }
  }
  return { cells, kept };
}

function contentOf(
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  row: number,
  column: number,
): { readonly value: string | number | boolean; readonly isFormula: boolean } {
  const formula = formulaAt(sheet, row, column);
  if (formula !== null) return { value: `=${formula}`, isFormula: true };
  const value = valueAt(workbook, sheet, row, column);
  return { value: value !== null && typeof value === 'object' ? value.error : (value ?? ''), isFormula: false };
}

/**
 * Formulas that name a sheet which is restored: they follow the sheet that is put aside, and are entered again for the
 * one that is there again, with the names that the sheets have then. Those of the user's sheets and of the sheets that
 * are there again, which were copied while the others stood where they stand.
 * @param back names of sheets that an undo which broke off has restored
 */
async function referencesTo(
  workbook: WorkbookSnapshot,
  restores: readonly Restore[],
  asides: readonly Aside[],
  back: ReadonlySet<string>,
  breathe: () => Promise<void>,
): Promise<CellEntry[]> {
  const replaced = new Map([
    ...restores.flatMap(({ current }) => (current === null ? [] : [[current.toLowerCase(), '\0'] as const])),
    ...asides.map(({ name }) => [name.toLowerCase(), '\0'] as const),
  ]);
  if (replaced.size === 0) return [];
  const names = new Map([
    ...restores.map(({ backup, current, to }) => [backup.toLowerCase(), current ?? to.name] as const),
    ...asides.map(({ name, original }) => [name.toLowerCase(), original] as const),
  ]);
  const entries: CellEntry[] = [];
  const backups = new Map(restores.map(({ backup, current, to }) => [backup, current ?? to.name]));
  for (const sheet of workbook.sheets) {
    const { name, mark, cells, isProtected } = sheet;
    if (isProtected || (mark !== null && !backups.has(name) && !back.has(name))) continue;
    const hidden = new Set(sheet.hiddenRows);
    let k = 0;
    for (const [i, formula] of cells.formulas.entries()) {
      if (i % STEP === STEP - 1) await breathe();
      if (!formula.includes('!') || renameSheets(formula, replaced) === formula) continue;
      const entry = cells.formulaEntries[i]!;
      while (cells.starts[k + 1]! <= entry) k++;
      const [row, column] = [cells.rows[k]!, cells.columns[entry]!];
      const format = workbook.numberFormats[cells.formats[entry]!]!;
      const place = { sheet: backups.get(name) ?? name, row, column, isHidden: hidden.has(row) };
      const value = `=${renameSheets(formula, names)}`;
      entries.push({ ...place, value, isFormula: true, format, newFormat: format });
    }
  }
  return entries;
}

/** Names of all backups in a workbook. */
export function backupsOf({ sheets }: WorkbookSnapshot): string[] {
  return sheets.filter(({ mark }) => isBackupMark(mark)).map(({ name }) => name);
}
