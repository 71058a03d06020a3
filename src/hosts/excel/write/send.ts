import { type Gateway, inHalves } from '../gateway';
import { type Job, packed } from './job';

/**
 * Sends jobs in as few requests as the limits allow, and compares what each wrote.
 * @param beforeSend told what goes next and how many jobs were sent before; may throw to stop
 */
export async function sendAll(
  gateway: Gateway,
  jobs: readonly Job[],
  beforeSend: (jobs: readonly Job[], done: number) => void,
): Promise<void> {
  let done = 0;
  for (const request of packed(jobs)) {
    const send = async (part: readonly Job[]): Promise<void> => {
      beforeSend(part, done);
      await gateway.write((context) => {
        const checks = part.map((job) => job.queue(context));
        return () => checks.forEach((check) => check());
      });
    };
    await inHalves(request, send, (job) => job.split());
    done += request.length;
  }
}
