import { CellKind, CellTableBuilder, type SheetSnapshot, WorkbookBuilder, type WorkbookSnapshot } from '../../../model';
import type { Capabilities } from '../capabilities';
import { ExcelError } from '../excelError';
import { Fingerprint, SheetSums } from '../fingerprint';
import { type Gateway, inHalves } from '../gateway';
import { type BandCells, chunksOf, halvesOf, readBands } from './bands';
import { inferMerges } from './inferMerges';
import { notedPlaces, type NotePlace } from '../noted';
import { type BookHead, readBookHead, readSheetHeads, type SheetHead } from './structure';

/** How far a reading is (0..1), and how to stop it. */
export interface ReadTask {
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** The open workbook as read. */
export interface ReadWorkbook {
  readonly snapshot: WorkbookSnapshot;
  /** Tells whether the inputs, which are the user's sheets, are still the same. */
  readonly inputs: string;
  /** What the workbook remembers for the app, or null. */
  readonly memory: unknown;
  /** Where our notes are kept to stand, on sheets that are there. */
  readonly noted: readonly NotePlace[];
  /** By name of a sheet: tells whether somebody has edited it. */
  readonly sums: ReadonlyMap<string, string>;
}

/** Reads the open workbook: one request for the tabs, one for their structure, and one for each chunk of cells. */
export async function readWorkbook(
  gateway: Gateway,
  capabilities: Capabilities,
  task: ReadTask,
): Promise<ReadWorkbook> {
  const head = await gateway.read(readBookHead);
  const heads = await readHeads(gateway, head, capabilities.has('mergedAreas'));
  const workbook = new WorkbookBuilder();
  const sheets = new Map(heads.map((sheet) => [sheet.id, new SheetCells(workbook)]));
  const chunks = chunksOf(heads);
  const take = (bands: readonly BandCells[]): void => bands.forEach((band) => sheets.get(band.sheet.id)!.add(band));
  for (const [done, chunk] of chunks.entries()) {
    task.onProgress(done / chunks.length);
    task.signal.throwIfAborted();
    await inHalves(chunk, async (bands) => take(await gateway.read(readBands(bands))), halvesOf);
  }
  const inputs = new Fingerprint();
  const sums = new Map<string, string>();
  for (const sheet of heads) {
    await gateway.breathe();
    const read = sheets.get(sheet.id)!;
    workbook.add(read.build(sheet));
    sums.set(sheet.name, read.sums.enteredSum);
    if (sheet.mark === null) inputs.add(`${sheet.name} ${sheet.visibility} ${read.sums.shownSum}`);
  }
  task.onProgress(1);
  const snapshot = workbook.build(head.name, head.date1904);
  const noted = notedPlaces(head.noted).filter(({ sheet }) => sums.has(sheet));
  return { snapshot, inputs: inputs.toString(), memory: head.memory, noted, sums };
}

/** Excel fails to list the merged blocks of a sheet that has very many: then they are inferred everywhere. */
async function readHeads(gateway: Gateway, { tabs }: BookHead, listsMerges: boolean): Promise<SheetHead[]> {
  if (!listsMerges) return gateway.read(readSheetHeads(tabs, false));
  try {
    return await gateway.read(readSheetHeads(tabs, true));
  } catch (error) {
    const isOther = error instanceof ExcelError && ['editMode', 'accessDenied', 'busy'].includes(error.code);
    if (isOther) throw error;
    return gateway.read(readSheetHeads(tabs, false));
  }
}

/** Collects the bands of one sheet, which come in order. */
class SheetCells {
  readonly sums = new SheetSums();
  private readonly cells: CellTableBuilder;
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns: number[] = [];

  constructor(private readonly workbook: WorkbookBuilder) {
    this.cells = new CellTableBuilder(workbook);
  }

  add({ range, values, formulas, numberFormats, types, hiddenRows, hiddenColumns }: BandCells): void {
    for (const row of hiddenRows) this.hiddenRows.push(row);
    for (const column of hiddenColumns) this.hiddenColumns.push(column);
    values.forEach((row, r) =>
      row.forEach((value, c) => {
        const formula = formulaOf(formulas[r]![c], value);
        const format = this.workbook.format(numberFormats[r]![c]!);
        this.sums.add(range.top + r, range.left + c, value as string | number | boolean, formula);
        this.addCell(range.top + r, range.left + c, value, types[r]![c]!, format, formula);
      }),
    );
  }

  build(head: SheetHead): SheetSnapshot {
    const cells = this.cells.build();
    return {
      name: head.name,
      visibility: head.visibility,
      cells,
      merges: head.merges ?? inferMerges({ cells }),
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
      isProtected: head.isProtected,
      mark: head.mark,
    };
  }

  private addCell(row: number, column: number, value: unknown, type: string, format: number, formula?: string): void {
    if (typeof value === 'number') this.cells.addRaw(row, column, CellKind.number, value, format, formula);
    else if (typeof value === 'boolean')
      this.cells.addRaw(row, column, CellKind.boolean, value ? 1 : 0, format, formula);
    else if (typeof value === 'string' && (value !== '' || type === 'String')) {
      const kind = type === 'Error' ? CellKind.error : CellKind.text;
      if (value !== '' || formula !== undefined) {
        this.cells.addRaw(row, column, kind, this.workbook.string(value), format, formula);
      } else if (format !== 0) this.cells.addRaw(row, column, CellKind.blank, 0, format);
    } else if (formula !== undefined || format !== 0) {
      this.cells.addRaw(row, column, CellKind.blank, 0, format, formula);
    }
  }
}

/** Text of a formula without "="; a text that only looks like one reads the same as value and as formula. */
function formulaOf(formula: unknown, value: unknown): string | undefined {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula.slice(1) : undefined;
}
