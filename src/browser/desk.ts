import { FileQueue, type Opening } from '../app/fileQueue';
import type { Place } from '../app/summary';
import { translate, type Locale } from '../i18n';
import { DEADLINES, type OpenWorkbook, type Question, type Questions } from './protocol';
import type { Progress, Report } from '../app/port';
import type { RunKind } from '../app/types';
import type { ChangeSet } from '../model';
import { DeadlineError, WorkerClient } from '../app/workerClient';

/** What lies on the desk: the open workbooks, the sheet that is shown, and what went wrong. */
export interface DeskState extends Opening {
  readonly workbooks: readonly OpenWorkbook[];
  /** Names of the files that are scored; results of several files are shown but are none of them. */
  readonly names: readonly string[];
  /** Workbook and sheet (index among all sheets) that are shown; null when nothing is open. */
  readonly shown: { readonly workbook: number; readonly sheet: number } | null;
  /** Cell that is to be selected when the sheet is drawn; a new object for each wish. */
  readonly wanted: { readonly row: number; readonly column: number } | null;
  /** The last run of the files that are open; null before it. */
  readonly run: RunKind | null;
}

const EMPTY: DeskState = {
  workbooks: [],
  names: [],
  shown: null,
  wanted: null,
  opening: 0,
  run: null,
  problems: [],
};

/** A file that is open: its bytes are asked for anew when a worker had to be ended. */
interface OpenFile {
  readonly name: string;
  readonly data: Blob;
  /** The sample of the start is never scored together with files of the user. */
  readonly isSample: boolean;
}

/**
 * The browser edition's desk: keeps the files, asks the worker, and tells the page what has changed. When the worker
 * has to be ended (cancel, deadline, crash), a new one gets the files again.
 */
export class Desk {
  private state = EMPTY;
  private files: OpenFile[] = [];
  private readonly listeners = new Set<() => void>();
  private client: WorkerClient<Questions>;
  /** Resolves when the worker has all files; every question waits for it. */
  private ready: Promise<unknown> = Promise.resolve();
  /** Only in turn is it known whether the sample is there to be replaced. */
  private readonly queue = new FileQueue((state) => this.change(state));

  constructor(
    private readonly startWorker: () => Worker,
    private language: Locale,
  ) {
    this.client = this.newClient();
  }

  /** Language of its messages. */
  get locale(): Locale {
    return this.language;
  }

  setLocale(locale: Locale): void {
    this.language = locale;
  }

  getState = (): DeskState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Asks the worker; a failure is an Error with a sentence for the user. */
  async ask<Q extends Question>(
    question: Q,
    ask: Questions[Q]['ask'],
    options: { transfer?: Transferable[]; onProgress?: (progress: Progress) => void } = {},
  ): Promise<Questions[Q]['answer']> {
    await this.ready;
    try {
      return await this.client.ask(question, ask, options);
    } catch (error) {
      if (error instanceof DeadlineError) throw new Error(translate(this.language, 'browser.tooLong'));
      throw error;
    }
  }

  /**
   * Opens files of the user one after the other; a bad one becomes a problem and the others are opened all the same.
   * They take the place of the sample and join files that the user has opened before.
   */
  open(files: readonly File[]): Promise<void> {
    return this.queue.open(files, (file) => this.openOne(file, false));
  }

  /** Opens a file that was made here: it takes the place of whatever is open. */
  openInstead(file: File): Promise<void> {
    return this.queue.open([file], () => this.openOne(file, false, true));
  }

  /** Opens the sample, unless the user has been faster with a file. */
  openSample(file: File): Promise<void> {
    return this.queue.open([file], async () => {
      if (this.files.length === 0) await this.openOne(file, true);
    });
  }

  async close(workbook: number): Promise<void> {
    this.files.splice(workbook, 1);
    await this.ask('close', { workbook });
    this.withoutResults();
    const left = this.state.workbooks.filter((_, i) => i !== workbook);
    const first = left[0]?.sheets[0];
    this.change({
      workbooks: left,
      names: left.map(({ name }) => name),
      shown: first ? { workbook: 0, sheet: first.index } : null,
      wanted: null,
    });
  }

  show(workbook: number, sheet: number): void {
    this.change({ shown: { workbook, sheet }, wanted: null });
  }

  /** Shows a cell; false when no open workbook has its sheet. */
  showPlace(place: Place): boolean {
    const sheet = this.state.workbooks[place.workbook]?.sheets.find(({ name }) => name === place.sheet);
    if (!sheet) return false;
    this.change({
      shown: { workbook: place.workbook, sheet: sheet.index },
      wanted: { row: place.row, column: place.column },
    });
    return true;
  }

  /** Takes over the workbooks as they are after a run, and shows the first result sheet when there is one. */
  showRun(run: RunKind, workbooks: readonly OpenWorkbook[], warnings: readonly string[]): void {
    const workbook = workbooks.findIndex(({ sheets }) => sheets.some(({ isResult }) => isResult));
    const sheet = workbooks[workbook]?.sheets.find(({ isResult }) => isResult)?.index;
    this.change({ workbooks, run });
    for (const warning of warnings) this.queue.report(warning);
    if (sheet !== undefined) this.change({ shown: { workbook, sheet }, wanted: null });
    else this.showWhatIsThere();
  }

  /** Changes a file as it is held here; the results of the last run are put away. */
  async amend(changes: ChangeSet, locale: Locale): Promise<Report> {
    const { workbook, opened, bytes, report } = await this.ask('amend', { changes, locale });
    this.files[workbook] = { ...this.files[workbook]!, data: new Blob([bytes]) };
    const files = this.state.workbooks.slice(0, this.state.names.length);
    this.change({ workbooks: files.map((file, i) => (i === workbook ? opened : inputTabs(file))), run: null });
    this.showWhatIsThere();
    return report;
  }

  /** Takes the marks off the scored copy, which is shown anew. */
  async clearMarks(locale: Locale): Promise<Report> {
    const { workbook, opened, report } = await this.ask('clearMarks', { locale });
    this.change({ workbooks: this.state.workbooks.map((shown, i) => (i === workbook ? opened : shown)) });
    return report;
  }

  /** Ends whatever the worker does; the next question goes to a new one that has the same files. */
  cancel(reason: unknown): void {
    this.client.end(reason);
    this.restart();
  }

  report(error: unknown): void {
    this.queue.report(error);
  }

  dismiss(problem: string): void {
    this.queue.dismiss(problem);
  }

  private async openOne(data: File, isSample: boolean, isAlone = false): Promise<void> {
    const bytes = new Uint8Array(await data.arrayBuffer());
    const isInstead = isAlone || this.files.some((file) => file.isSample);
    const ask = { name: data.name, bytes, locale: this.locale, isInstead };
    const opened = await this.ask('open', ask, { transfer: [bytes.buffer] });
    const file = { name: opened.name, data, isSample };
    this.files = isInstead ? [file] : [...this.files, file];
    this.withoutResults();
    const workbooks = isInstead ? [opened] : [...this.state.workbooks, opened];
    const first = opened.sheets[0];
    this.change({
      workbooks,
      names: workbooks.map(({ name }) => name),
      shown: first ? { workbook: workbooks.length - 1, sheet: first.index } : this.state.shown,
      wanted: null,
    });
  }

  /** Results belong to the files that were scored: with other files, they are put away. */
  private withoutResults(): void {
    if (!this.state.run) return;
    const kept = this.state.workbooks.slice(0, this.state.names.length).map(inputTabs);
    this.change({ workbooks: kept, names: [...this.state.names], run: null });
    this.showWhatIsThere();
  }

  /** A sheet that has gone with its results gives way to the first one. */
  private showWhatIsThere(): void {
    const { shown, workbooks } = this.state;
    if (shown && workbooks[shown.workbook]?.sheets.some(({ index }) => index === shown.sheet)) return;
    const first = workbooks[0]?.sheets[0];
    this.change({ shown: first ? { workbook: 0, sheet: first.index } : null, wanted: null });
  }

  private newClient(): WorkerClient<Questions> {
    return new WorkerClient(this.startWorker(), DEADLINES, () => this.restart());
  }

  private restart(): void {
    const client = this.newClient();
    this.client = client;
    this.ready = (async () => {
      for (const { name, data } of this.files) {
        const bytes = new Uint8Array(await data.arrayBuffer());
        await client
          .ask('open', { name, bytes, locale: this.locale, isInstead: false }, { transfer: [bytes.buffer] })
          .catch(() => null);
      }
    })();
    this.withoutResults();
  }

  private change(part: Partial<DeskState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

/** A file without what a run has written into its copy. */
function inputTabs(workbook: OpenWorkbook): OpenWorkbook {
  return { ...workbook, sheets: workbook.sheets.filter(({ isResult }) => !isResult) };
}
