import type { CDPSession, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of CPU. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** What the main thread of a page did for a while. */
export interface Work {
  readonly tasks: number;
  /** Milliseconds of CPU that its longest task took: as long the pane did not answer. */
  readonly longest: number;
}

/**
 * The main thread of a page as Chromium traces it. CPU time is taken instead of the clock's: it does not grow when the
 * machine has other work to do.
 */
export class MainThread {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<MainThread> {
    return new MainThread(await page.context().newCDPSession(page));
  }

  /** What it does while something goes on. */
  async during(act: () => Promise<void>): Promise<Work> {
    const { session } = this;
    const events: TraceEvent[] = [];
    const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
    session.on('Tracing.dataCollected', collect);
    await session.send('Tracing.start', {
      traceConfig: { includedCategories: ['toplevel'], excludedCategories: ['*'] },
    });
    await act();
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
    return workOf(events);
  }
}

function workOf(events: readonly TraceEvent[]): Work {
  const key = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(key),
  );
  const times = events
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(key(event)))
    .map(({ tdur = NaN }) => tdur / 1000);
  if (times.length === 0 || times.some(Number.isNaN)) throw new Error('Chromium traces no CPU time of tasks');
  return { tasks: times.length, longest: Math.max(...times) };
}
