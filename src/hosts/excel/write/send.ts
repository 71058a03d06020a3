import { type Gateway, inHalves } from '../gateway';
import { type Job, packed } from './job';

/**
 * Sends jobs in as few requests as the limits allow, and compares what each wrote.
 * @param beforeSend told what goes next and how many cells went before; may throw to stop
 */
export async function sendAll(
  gateway: Gateway,
  jobs: Iterable<Job>,
  beforeSend: (jobs: readonly Job[], cells: number) => void,
): Promise<void> {
  let cells = 0;
  for (const request of packed(jobs)) {
    const send = async (part: readonly Job[]): Promise<void> => {
      beforeSend(part, cells);
      await gateway.write((context) => {
        const checks = part.map((job) => job.queue(context));
        return () => checks.forEach((check) => check());
      });
    };
    await inHalves(request, send, (job) => job.split());
    for (const job of request) cells += job.cells;
  }
}
