import type { Progress } from '../app/port';
import type { Question, Questions, Reply } from './protocol';

/** Milliseconds after which a question is given up: foreign files can be made to take for ever. */
const DEADLINES: Readonly<Record<Question, number>> = {
  open: 60_000,
  close: 10_000,
  view: 60_000,
  score: 180_000,
  explain: 20_000,
  preview: 60_000,
  save: 60_000,
};

/** The worker took longer than the deadline and was ended. */
export class DeadlineError extends Error {}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Asks a worker typed questions; ends it when one passes its deadline. */
export class WorkerClient {
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;

  /** `onBroken` is called when the worker was ended by a deadline or has crashed. */
  constructor(
    private readonly worker: Worker,
    private readonly onBroken: () => void,
  ) {
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.end(new Error(event.message || 'worker failed'));
      this.onBroken();
    };
  }

  ask<Q extends Question>(
    question: Q,
    ask: Questions[Q]['ask'],
    options: { transfer?: Transferable[]; onProgress?: (progress: Progress) => void } = {},
  ): Promise<Questions[Q]['answer']> {
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      const timer = setTimeout(() => {
        this.end(new DeadlineError(question));
        this.onBroken();
      }, DEADLINES[question]);
      this.waiting.set(id, { resolve, reject, onProgress: options.onProgress, timer });
      this.worker.postMessage({ id, question, ask }, options.transfer ?? []);
    });
  }

  /** Ends the worker at once; whatever was asked fails with the reason. */
  end(reason: unknown): void {
    this.worker.terminate();
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(reason);
    }
    this.waiting.clear();
  }

  private receive(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    if (!waiting) return;
    if ('progress' in reply) {
      waiting.onProgress?.(reply.progress);
      return;
    }
    clearTimeout(waiting.timer);
    this.waiting.delete(reply.id);
    if ('problem' in reply) waiting.reject(new Error(reply.problem));
    else waiting.resolve(reply.answer as never);
  }
}
