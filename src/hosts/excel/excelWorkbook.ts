import type { ChangeSet, WorkbookSnapshot } from '../../model';
import type { ApplyReport } from '../shared/report';
import { base64Of } from './base64';
import { type Capabilities, readCapabilities } from './capabilities';
import { ExcelError } from './excelError';
import { Gateway } from './gateway';
import { readWorkbook, type ReadTask } from './read/snapshot';
import { readBookHead } from './read/structure';
import { type CellPlace, selectCell } from './select';
import { LAST_RUN, MEMORY, readSetting, readValue, type WorkbookSettings, workbookSettings } from './settings';
import { watchInputs } from './stale';
import type { ClearReport } from './undo/clearMarks';
import { isBackupMark, UNDO_KEY } from './undo/marks';
import type { UndoRecord } from './undo/record';
import type { UndoReport } from './undo/undo';
import type { Scored } from './write/applyChangeSet';

type Pause = (milliseconds: number) => Promise<void>;
/** Reading comes first: what writes follows while the user looks at what was read. */
const writing = () => import('./writing');
const waiting: Pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The open workbook. Everything that fails does so with an ExcelError, or with the reason of the raised signal. */
export class ExcelWorkbook {
  readonly settings: WorkbookSettings;
  private readings = 0;
  /** The last write; undefined when it has to be looked up. */
  private record: UndoRecord | null | undefined;
  /** What the last snapshot read; null before the first. */
  private scored: Omit<Scored, 'last'> | null = null;
  /** What the workbook was found to remember; undefined before it was read. */
  private memory: unknown;

  private constructor(
    private readonly gateway: Gateway,
    private readonly pause: Pause,
    readonly capabilities: Capabilities,
    /** File name as the user knows it. */
    readonly name: string,
    /** The record of the last write as the workbook kept it at the start; undefined when it has to be asked. */
    private kept: unknown,
    /** What the workbook told of its last run when it was opened: plain data or null. */
    readonly lastRun: unknown,
  ) {
    this.settings = workbookSettings(gateway);
  }

  /**
   * Opens the workbook around the pane; Office must be ready.
   * @throws ExcelError when this Excel is too old, or busy
   */
  static async open(pause: Pause = waiting): Promise<ExcelWorkbook> {
    const capabilities = readCapabilities();
    if (!capabilities.isSupported) throw new ExcelError('tooOld');
    const gateway = new Gateway(pause);
    const { name, kept, lastRun } = await gateway.read((context) => {
      const head = readBookHead(context);
      const readers = {
        kept: readSetting(UNDO_KEY)(context),
        lastRun: readValue(LAST_RUN.key, LAST_RUN.version)(context),
      };
      return () => ({ name: head().name, kept: readers.kept(), lastRun: readers.lastRun() });
    });
    return new ExcelWorkbook(gateway, pause, capabilities, name, kept, lastRun);
  }

  /** Reads all that scoring needs, and remembers what was read. */
  snapshot(task: ReadTask): Promise<WorkbookSnapshot> {
    return this.gateway.exclusively(async () => {
      this.readings++;
      const { snapshot, inputs, sums, memory } = await readWorkbook(this.gateway, this.capabilities, task);
      this.scored = { inputs, sums };
      this.memory = memory;
      void writing().catch(() => undefined);
      // What only undo needs is nobody else's business.
      return { ...snapshot, sheets: snapshot.sheets.filter(({ mark }) => !isBackupMark(mark)) };
    });
  }

  /** Writes a change set, provided that the inputs are still those of the last snapshot. */
  apply(changes: ChangeSet, task: ReadTask): Promise<ApplyReport> {
    return this.gateway.exclusively(async () => {
      const { gateway, capabilities, scored } = this;
      if (scored === null) throw new ExcelError('changedMeanwhile');
      const keep = (record: UndoRecord | undefined) => void (this.record = record);
      const known = { ...scored, last: await this.lastRecord() };
      const { applyChangeSet } = await writing();
      const { report } = await applyChangeSet(gateway, capabilities, changes, known, task, keep);
      return report;
    });
  }

  /** What the workbook remembers for the app, as of the last snapshot: plain data or null. */
  async readMemory(): Promise<unknown> {
    if (this.memory === undefined) this.memory = await this.settings.get(MEMORY.key, MEMORY.version);
    return this.memory;
  }

  /** Makes the workbook remember plain data; what is too much fails and leaves what was remembered. */
  async storeMemory(value: unknown): Promise<void> {
    await this.settings.set(MEMORY.key, MEMORY.version, value);
    this.memory = value;
  }

  async canUndo(): Promise<boolean> {
    return (await this.lastRecord()) !== null;
  }

  /** Takes back the last write; what was changed since is left alone unless `all`. */
  undo(all: boolean, task: ReadTask): Promise<UndoReport> {
    return this.gateway.exclusively(async () => {
      const record = await this.lastRecord();
      if (!record) throw new ExcelError('nothingToUndo');
      const { undoWrite } = await writing();
      const report = await undoWrite(this.gateway, this.capabilities, record, all, task);
      this.record = report.left;
      return report;
    });
  }

  /** Takes the marks of all runs off the user's sheets. */
  clearMarks(): Promise<ClearReport> {
    return this.gateway.exclusively(async () => {
      const { clearMarks } = await writing();
      const { report, record } = await clearMarks(this.gateway, this.capabilities, await this.lastRecord());
      this.record = record;
      return report;
    });
  }

  /** Shows and selects a cell. */
  select(place: CellPlace): Promise<void> {
    return selectCell(this.gateway, place);
  }

  /** Opens a new workbook, an .xlsx file by its bytes, in a window of its own; this one stays as it is. */
  openNew(bytes: Uint8Array): Promise<void> {
    return this.gateway.openNew(base64Of(bytes));
  }

  /** Calls back when somebody else has changed the inputs. */
  onStale(listener: () => void): Promise<void> {
    return watchInputs(this.gateway, this.capabilities, this.pause, () => this.readings, listener);
  }

  private async lastRecord(): Promise<UndoRecord | null> {
    if (this.record !== undefined) return this.record;
    const kept = this.kept === undefined ? await this.gateway.read(readSetting(UNDO_KEY)) : this.kept;
    this.kept = undefined;
    this.record = kept ? (await writing()).unpackRecord(kept) : null;
    return this.record;
  }
}
