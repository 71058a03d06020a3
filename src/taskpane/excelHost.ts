import { wholeOf } from '../app/changeParts';
import { FileQueue, type Opening } from '../app/fileQueue';
import type { NewFile } from '../app/newWorkbookFiles';
import { type LastRunState, toldLastRun } from '../app/lastRun';
import type { Host, LiveState, Progress, Report, UnitFiles } from '../app/port';
import { previewChanges } from '../app/preview';
import { snapshotBuffers } from '../app/snapshotBuffers';
import type { Place, Summary } from '../app/summary';
import type { Answer } from '../app/sessionQuestions';
import type { RunKind } from '../app/types';
import { type AskOptions, DeadlineError, WorkerClient } from '../app/workerClient';
import type { Task, WorkbookPort } from '../app/workbookPort';
import { translate, type Locale } from '../i18n';
import type { ChangeSet, IsoDate, Memory } from '../model';
import { DEADLINES, type Questions } from './protocol';

const NEVER = new AbortController().signal;

/** A file beside the open workbook; its bytes stay here for the next worker. */
interface HeldFile {
  readonly name: string;
  readonly data: Blob;
}

/**
 * The pane's host in Excel: the open workbook is read here, scored by a worker together with files that the user has
 * added, and written when the user says so. Those files are only read.
 */
export class ExcelHost implements Host {
  readonly target = 'workbook';
  readonly remembered = null;
  readonly files: UnitFiles = {
    first: 1,
    opening: () => this.opening,
    add: (files, locale) => this.queue.open(files, (file) => this.openFile(file, locale)),
    remove: (workbook) => this.removeFile(workbook - 1),
    dismiss: (problem) => this.queue.dismiss(problem),
  };
  private names: readonly string[];
  private held: readonly HeldFile[] = [];
  private opening: Opening = { opening: 0, problems: [] };
  private readonly queue = new FileQueue((opening) => {
    this.opening = opening;
    this.tell();
  });
  private readonly listeners = new Set<() => void>();
  /** Started when first asked. */
  private client: WorkerClient<Questions> | null = null;
  /** Resolves when the worker has all files. */
  private ready: Promise<unknown> = Promise.resolve();
  /** Times that the user was found to have changed something. */
  private edits = 0;
  private state = { isScored: false, isStale: false, canUndo: false };
  private shown: { readonly locale: Locale; readonly state: LiveState } | null = null;
  /** The run whose results the workbook holds; told by the workbook until it has been read. */
  private last: LastRunState | null;
  private changes: { readonly locale: Locale; readonly set: Promise<ChangeSet> } | null = null;
  /** What was corrected in this sitting, also where the workbook could not be made to remember it. */
  private memory: Memory | null = null;

  /**
   * @param startWorker starts the worker that scores, see worker.ts
   * @param today the day of the user's clock
   */
  constructor(
    private readonly workbook: WorkbookPort,
    private readonly startWorker: () => Worker,
    private readonly today: () => IsoDate,
  ) {
    this.names = [workbook.name];
    this.last = toldLastRun(workbook.lastRun);
    workbook.onStale(() => {
      this.edits++;
      if (this.last?.isChanged === false) this.last = { ...this.last, isChanged: true };
      this.change({ isStale: this.state.isScored });
    });
    void this.lookForUndo();
  }

  workbooks(): readonly string[] {
    return this.names;
  }

  live(locale: Locale): LiveState {
    if (this.shown?.locale !== locale) {
      const { isStale, canUndo } = this.state;
      this.shown = { locale, state: { isStale, canUndo, limits: this.workbook.limits(locale) } };
    }
    return this.shown.state;
  }

  lastRun(): LastRunState | null {
    return this.last;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async run(
    _kind: RunKind,
    locale: Locale,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Summary> {
    const task: Task = { locale, signal, onProgress: (done) => onProgress({ stage: 'read', done }) };
    const before = this.edits;
    const snapshot = await this.workbook.snapshot(task);
    signal.throwIfAborted();
    this.changes = null;
    // Who edits while it is read may have changed what was read already.
    this.change({ isScored: true, isStale: this.edits !== before });
    const abort = () => {
      this.client?.end(new DOMException('cancelled', 'AbortError'));
      this.forget();
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
      const stored = await this.workbook.readMemory(locale).catch(() => null);
      const ask = { workbook: snapshot, memories: [this.memory, stored], locale, today: this.today() };
      const transfer = snapshotBuffers(snapshot);
      const { summary, same, lastRun } = await this.ask('score', ask, { onProgress, transfer });
      this.last = lastRun;
      if (same.length > 0) this.leaveOut(same, locale);
      return summary;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  async select(place: Place, locale: Locale): Promise<void> {
    if (place.workbook > 0) {
      const { name } = this.held[place.workbook - 1]!;
      throw new Error(translate(locale, 'taskpane.files.elsewhere', { file: name }));
    }
    await this.workbook.select(place, locale);
  }

  async preview(locale: Locale) {
    return previewChanges(await this.changesIn(locale), 0);
  }

  async write(locale: Locale, onProgress: (done: number) => void, signal: AbortSignal): Promise<Report> {
    const changes = await this.changesIn(locale);
    signal.throwIfAborted();
    try {
      const report = await this.workbook.apply(changes, { locale, onProgress, signal });
      this.last = changes.run ? { at: changes.run.at, subjects: changes.run.subjects, isChanged: false } : this.last;
      return report;
    } finally {
      // Also what a failed or cancelled write has written can be taken back.
      await this.lookForUndo();
    }
  }

  async amend(changes: ChangeSet, locale: Locale): Promise<Report> {
    const file = this.held.find(({ name }) => name === changes.workbook);
    if (file) throw new Error(translate(locale, 'taskpane.files.cannotAmend', { file: file.name }));
    try {
      return await this.workbook.apply(changes, { locale, onProgress: () => undefined, signal: NEVER });
    } finally {
      this.change({ isStale: this.state.isScored });
      await this.lookForUndo();
    }
  }

  async undo(locale: Locale, all: boolean, onProgress: (done: number) => void, signal: AbortSignal): Promise<Report> {
    try {
      const report = await this.workbook.undo(all, { locale, onProgress, signal });
      this.last = null;
      return report;
    } finally {
      await this.lookForUndo();
    }
  }

  async clearMarks(locale: Locale): Promise<Report> {
    try {
      return await this.workbook.clearMarks(locale);
    } finally {
      await this.lookForUndo();
    }
  }

  openNew({ bytes }: NewFile, locale: Locale): Promise<void> {
    return this.workbook.openNew(bytes, locale);
  }

  save(): Promise<void> {
    return Promise.resolve();
  }

  /** What the last run writes, put into words of a language once. */
  private changesIn(locale: Locale): Promise<ChangeSet> {
    if (this.changes?.locale !== locale) {
      const set = this.ask('changes', { locale }).then((outline) =>
        wholeOf(outline, (list, from) => this.ask('part', { list, from, locale })),
      );
      this.changes = { locale, set };
      set.catch(() => (this.changes = null));
    }
    return this.changes.set;
  }

  async ask<Q extends keyof Questions>(
    question: Q,
    ask: Questions[Q]['ask'],
    options: AskOptions = {},
  ): Promise<Questions[Q]['answer']> {
    const client = this.working();
    try {
      await this.ready;
      const answer = await client.ask(question, ask, options);
      if (question === 'correct') await this.remember((answer as Answer<'correct'>).memory, ask.locale);
      return answer;
    } catch (error) {
      if (error instanceof DeadlineError) throw new Error(translate(ask.locale, 'taskpane.tooLong'));
      throw error;
    }
  }

  /** The worker; a new one is given the files first. */
  private working(): WorkerClient<Questions> {
    if (this.client) return this.client;
    const client = new WorkerClient(this.startWorker(), DEADLINES, () => this.forget());
    this.client = client;
    this.ready = (async () => {
      // Their names are their own already, and they could be read before.
      for (const { name, data } of this.held) await openIn(client, data, { name, taken: [], locale: 'zh-CN' });
    })();
    return client;
  }

  private async openFile(data: File, locale: Locale): Promise<void> {
    const client = this.working();
    await this.ready;
    // A copy: the file itself cannot be read any more once somebody has saved it anew.
    const copy = new Blob([await data.arrayBuffer()]);
    const { name } = await openIn(client, copy, { name: data.name, taken: [this.workbook.name], locale });
    this.hold([...this.held, { name, data: copy }]);
    this.putAway();
  }

  private async removeFile(file: number): Promise<void> {
    await this.ask('close', { file, locale: 'zh-CN' });
    this.hold(this.held.filter((_, i) => i !== file));
    this.putAway();
  }

  /** Files that hold what the open workbook holds are put away, and the user is told so. */
  private leaveOut(same: readonly number[], locale: Locale): void {
    for (const file of same)
      this.queue.report(new Error(translate(locale, 'taskpane.files.isOpen', { file: this.held[file]!.name })));
    this.hold(this.held.filter((_, i) => !same.includes(i)));
    this.tell();
  }

  private hold(files: readonly HeldFile[]): void {
    this.held = files;
    this.names = [this.workbook.name, ...files.map(({ name }) => name)];
  }

  /** Results belong to the files that were scored: with other files, they are put away. */
  private putAway(): void {
    this.changes = null;
    this.change({ isScored: false, isStale: false }, true);
  }

  /** Makes the workbook remember at once what was corrected: the next write puts it into a sheet as well. */
  private remember(memory: Memory, locale: Locale): Promise<void> {
    this.memory = memory;
    return this.workbook.storeMemory(memory, locale);
  }

  /** Without its worker the last run can neither be explained nor written: its results are put away. */
  private forget(): void {
    this.client = null;
    this.changes = null;
    this.names = [...this.names];
    this.change({ isScored: false, isStale: false }, true);
  }

  private async lookForUndo(): Promise<void> {
    this.change({ canUndo: await this.workbook.canUndo().catch(() => false) });
  }

  private change(part: Partial<typeof this.state>, isNews = false): void {
    const before = this.state;
    this.state = { ...before, ...part };
    const { isStale, canUndo } = this.state;
    if (!isNews && before.isStale === isStale && before.canUndo === canUndo) return;
    this.shown = null;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

async function openIn(
  client: WorkerClient<Questions>,
  data: Blob,
  ask: Omit<Questions['open']['ask'], 'bytes'>,
): Promise<{ readonly name: string }> {
  const bytes = new Uint8Array(await data.arrayBuffer());
  return client.ask('open', { ...ask, bytes }, { transfer: [bytes.buffer] });
}
