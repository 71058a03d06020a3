import { ExcelError } from '../excelError';

/** A piece of writing to one sheet, small enough to go with others in one request. */
export interface Job {
  /** Name of the sheet, for messages. */
  readonly sheet: string;
  readonly cells: number;
  /** Bytes of the request, roughly and rather too many. */
  readonly bytes: number;
  /** Queues the calls; the function that it gives compares what was written after the sync. */
  queue(context: Excel.RequestContext): () => void;
  /** Halves of a piece that turned out to be too large; null when it cannot be cut. */
  split(): readonly [Job, Job] | null;
}

/** Cells and bytes of one request: Excel on the web takes 5 MB. */
const MAX_CELLS = 20_000;
const MAX_BYTES = 2_500_000;

/** Jobs packed into requests, in order; each job is asked for only when its turn comes. */
export function* packed(jobs: Iterable<Job>): Generator<Job[]> {
  let request: Job[] = [];
  let [cells, bytes] = [0, 0];
  for (const job of jobs) {
    if (request.length > 0 && (cells + job.cells > MAX_CELLS || bytes + job.bytes > MAX_BYTES)) {
      yield request;
      request = [];
      [cells, bytes] = [0, 0];
    }
    request.push(job);
    cells += job.cells;
    bytes += job.bytes;
  }
  if (request.length > 0) yield request;
}

/** A value as it is entered: what Excel answers when it is asked for the cell's formula. */
export type Entered = string | number | boolean | null;

/** Whether a cell holds what was entered; Excel may rewrite a formula (spaces, letters), so its presence counts. */
export function isAsEntered(found: unknown, entered: Entered): boolean {
  if (entered === null) return true;
  if (typeof entered === 'number') {
    return typeof found === 'number' && Math.abs(found - entered) <= 1e-12 * Math.max(1, Math.abs(entered));
  }
  if (typeof entered === 'string') return typeof found === 'string' && lines(found) === lines(entered);
  return found === entered;
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** @throws ExcelError that names the cell in which something else was found than was written */
export function notAsWritten(sheet: string, cell: string): never {
  throw new ExcelError('notAsWritten', { sheet, cell });
}
