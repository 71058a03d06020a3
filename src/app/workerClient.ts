import type { Progress } from './port';

/** What a page can ask of a worker: each entry is a question with its answer. */
export type QuestionsOf<M> = { readonly [Q in keyof M]: { ask: unknown; answer: unknown } };

/** One question on its way to the worker. */
export interface WorkerRequest<M extends QuestionsOf<M>, Q extends keyof M = keyof M> {
  readonly id: number;
  readonly question: Q;
  readonly ask: M[Q]['ask'];
}

/** What comes back: the answer, a sentence for the user when there is none, or how far it is. */
export type WorkerReply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly problem: string }
  | { readonly id: number; readonly progress: Progress };

/** The worker took longer than the deadline and was ended. */
export class DeadlineError extends Error {}

export interface AskOptions {
  /** What the worker gets instead of a copy. */
  readonly transfer?: Transferable[];
  readonly onProgress?: (progress: Progress) => void;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Asks a worker typed questions; ends it when one passes its deadline. */
export class WorkerClient<M extends QuestionsOf<M>> {
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;

  /**
   * @param deadlines milliseconds after which a question is given up: foreign workbooks can be made to take for ever
   * @param onBroken called when the worker was ended by a deadline or has crashed
   */
  constructor(
    private readonly worker: Worker,
    private readonly deadlines: Readonly<Record<keyof M, number>>,
    private readonly onBroken: () => void,
  ) {
    worker.onmessage = ({ data }: MessageEvent<WorkerReply>) => this.receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.end(new Error(event.message || 'worker failed'));
      this.onBroken();
    };
  }

  ask<Q extends keyof M>(question: Q, ask: M[Q]['ask'], options: AskOptions = {}): Promise<M[Q]['answer']> {
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      const timer = setTimeout(() => {
        this.end(new DeadlineError(String(question)));
        this.onBroken();
      }, this.deadlines[question]);
      this.waiting.set(id, { resolve, reject, onProgress: options.onProgress, timer });
      const request: WorkerRequest<M, Q> = { id, question, ask };
      this.worker.postMessage(request, options.transfer ?? []);
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

  private receive(reply: WorkerReply): void {
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
