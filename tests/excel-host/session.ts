import { a1Range, type CellRange } from '../../src/model';
import type { Book, Sheet } from './book';
import { Fault } from './fault';
import type { ApiObject } from './objects/apiObject';
import { type HostState, Workbook } from './objects/workbook';
import { execute, type RequestBody, type ResponseBody } from './protocol';

/** One request as it came over the wire. */
export interface SyncRecord {
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Code of the error that was answered, or null. */
  readonly error: string | null;
  readonly isWrite: boolean;
  readonly actions: number;
  /** Whether calculation was suspended for this request. */
  readonly suspended: readonly string[];
}

/** What goes wrong with one request: nothing was done yet, half of it, or all of it but the answer is lost. */
export interface InjectedFault {
  readonly when: 'before' | 'middle' | 'after';
  /** Actions that are carried out before it breaks off in the middle; half of them when not given. */
  readonly actions?: number;
  readonly code: string;
}

interface Response {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: Record<string, string>;
  readonly Body: ResponseBody | null;
}

/** Bytes of a request and of an answer that Excel on the web takes. */
const WEB_LIMIT = 5 * 2 ** 20;
const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** An Excel in memory that answers the requests of the real office.js client. */
export class SimulatedExcel {
  readonly syncs: SyncRecord[] = [];
  /** Faults by the number of the request, from 1. */
  readonly faults = new Map<number, InjectedFault>();
  isEditing = false;
  /** Reports own writes although events are off, as when they arrive late. */
  reportsAlways = false;
  limit = WEB_LIMIT;
  /** Called before each request is carried out, with its number: where somebody else may edit. */
  beforeSync: ((number: number) => void) | null = null;
  onEvent: ((message: unknown) => void) | null = null;
  readonly state: HostState;

  constructor(
    readonly book: Book,
    readonly apiVersion = '1.14',
  ) {
    const state: HostState = {
      book,
      enableEvents: true,
      isListening: false,
      suspended: new Set(),
      references: new Map<string, ApiObject>(),
    };
    this.state = state;
    book.active ??= book.sheets.find(({ visibility }) => visibility === 'Visible') ?? null;
    book.onChange = (sheet, range, isOwn) => this.tell(sheet, range, isOwn);
  }

  /** What the client takes for the connection to its host. */
  readonly session = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: 'http://simulated.excel', headers: {} }),
    _createRequestExecutorOrNull: () => ({
      executeAsync: (_data: unknown, flags: number, { Body }: { Body: RequestBody }) =>
        Promise.resolve(this.answer(structuredClone(Body), flags)),
    }),
  };

  /** Somebody types into a cell. */
  edit(sheetName: string, row: number, column: number, value: string | number | null): void {
    const sheet = this.book.sheet(sheetName)!;
    const cell = sheet.ownCell(row, column);
    cell.value = value;
    cell.formula = null;
    this.tell(sheet, { top: row, bottom: row, left: column, right: column }, false);
  }

  private answer(body: RequestBody, flags: number): Response {
    const number = this.syncs.length + 1;
    this.beforeSync?.(number);
    this.state.suspended.clear();
    const fault = this.faults.get(number);
    const requestBytes = bytesOf(body);
    let answer: ResponseBody;
    if (this.isEditing) answer = failed('InvalidOperationInCellEditMode', 0);
    else if (requestBytes > this.limit) answer = failed('RequestPayloadSizeLimitExceeded', -1);
    else if (fault?.when === 'before') answer = failed(fault.code, 0);
    else {
      const stop = fault?.when === 'middle' ? (fault.actions ?? Math.floor(body.Actions.length / 2)) : Infinity;
      const target = { root: new Workbook(this.state), references: this.state.references, version: this.apiVersion };
      answer = execute(body, target, stop);
      if (fault) answer = failed(fault.code, fault.when === 'middle' ? stop : 0);
    }
    let responseBytes = bytesOf(answer);
    if (responseBytes > this.limit) {
      answer = failed('ResponsePayloadSizeLimitExceeded', -1);
      responseBytes = bytesOf(answer);
    }
    const error = answer.Error?.Code ?? null;
    const suspended = [...this.state.suspended];
    this.syncs.push({
      requestBytes,
      responseBytes,
      error,
      isWrite: (flags & 1) !== 0,
      actions: body.Actions.length,
      suspended,
    });
    return { HttpStatusCode: error ? 400 : 200, ErrorCode: '', ErrorMessage: '', Headers: {}, Body: answer };
  }

  private tell(sheet: Sheet, range: CellRange, isOwn: boolean): void {
    const isOff = isOwn && !this.state.enableEvents && !this.reportsAlways;
    if (!this.state.isListening || isOff) return;
    const hasTrigger = Number(this.apiVersion.split('.')[1]) >= 14;
    const message = JSON.stringify({
      address: a1Range(range),
      changeType: 'RangeEdited',
      source: 'Local',
      worksheetId: sheet.id,
      type: 'WorksheetChanged',
      ...(hasTrigger && { triggerSource: isOwn ? 'ThisLocalAddin' : 'Unknown' }),
    });
    const entry = { messageCategory: 65_536, messageType: 10, targetId: 'Workbook', message };
    this.onEvent?.({ entries: [entry] });
  }
}

function failed(code: string, action: number): ResponseBody {
  const fault = new Fault(code);
  return {
    Results: [],
    TraceIds: [],
    Error: { Code: fault.code, Message: fault.message, Location: '', ActionIndex: action, HttpStatusCode: 400 },
  };
}
