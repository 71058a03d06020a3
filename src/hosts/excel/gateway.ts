import { asExcelError, isExcelError } from './excelError';

/**
 * One request: queues its calls and gives the function that reads the answers after the one sync. Objects of the batch
 * are not used in another, so that none has to be kept: ranges are untracked as they are made.
 */
export type Batch<T> = (context: Excel.RequestContext) => () => T;

/** Tries of a read that met a passing fault of the host; a write is never tried twice. */
const READ_TRIES = 3;
const PAUSE = 300;

/** The only way to Excel: one batch is one sync, failures are errors in our words. */
export class Gateway {
  private tail: Promise<unknown> = Promise.resolve();
  private writers = 0;

  constructor(private readonly pause: (milliseconds: number) => Promise<void>) {}

  /** Whether changes that are reported now may be our own. */
  get isWriting(): boolean {
    return this.writers > 0;
  }

  /** Reads; a passing fault of the host is tried again. */
  async read<T>(batch: Batch<T>, tries = READ_TRIES): Promise<T> {
    try {
      return await this.run(batch);
    } catch (error) {
      if (tries <= 1 || !isExcelError(error, 'busy')) throw error;
      await this.pause(PAUSE);
      return this.read(batch, tries - 1);
    }
  }

  /** Writes, with events, calculation and drawing held back until it is done. */
  async write<T>(batch: Batch<T>): Promise<T> {
    this.writers++;
    try {
      return await this.run((context) => {
        // Within the request and not around it: nothing stays off when the next request never comes.
        context.runtime.enableEvents = false;
        context.application.suspendApiCalculationUntilNextSync();
        context.application.suspendScreenUpdatingUntilNextSync();
        const read = batch(context);
        context.runtime.enableEvents = true;
        return read;
      });
    } catch (error) {
      await this.run(eventsOn).catch(() => undefined);
      throw error;
    } finally {
      // Events of the write may still be under way.
      void this.pause(PAUSE).then(() => this.writers--);
    }
  }

  /** Opens a workbook of its own in a new window. */
  async openNew(base64: string): Promise<void> {
    try {
      await Excel.createWorkbook(base64);
    } catch (error) {
      throw asExcelError(error);
    }
  }

  /** Lets the pane answer between two steps of long work. */
  breathe(): Promise<void> {
    return this.pause(0);
  }

  /** Runs operations on the workbook one after the other. */
  exclusively<T>(operation: () => Promise<T>): Promise<T> {
    const result = this.tail.then(operation, operation);
    this.tail = result.catch(() => undefined);
    return result;
  }

  /** Building a large request, sending it and reading its answer are three steps: the pane answers between them. */
  private async run<T>(batch: Batch<T>): Promise<T> {
    try {
      const read = await Excel.run({ delayForCellEdit: false }, async (context) => {
        const queued = batch(context);
        await this.breathe();
        await context.sync();
        return queued;
      });
      await this.breathe();
      return read();
    } catch (error) {
      throw asExcelError(error);
    }
  }
}

function eventsOn(context: Excel.RequestContext): () => void {
  context.runtime.enableEvents = true;
  return () => undefined;
}

/**
 * Runs a batch over items; when they are too many bytes for one request, over each half of them, in order.
 * @param split halves of an item that is too large by itself, or null when it cannot be cut
 */
export async function inHalves<T>(
  items: readonly T[],
  send: (items: readonly T[]) => Promise<void>,
  split: (item: T) => readonly [T, T] | null,
): Promise<void> {
  try {
    await send(items);
  } catch (error) {
    if (!isExcelError(error, 'tooLarge')) throw error;
    const parts = items.length === 1 ? split(items[0]!) : items;
    if (!parts) throw error;
    const middle = parts.length >> 1;
    await inHalves(parts.slice(0, middle), send, split);
    await inHalves(parts.slice(middle), send, split);
  }
}
