import { a1, parseA1 } from '../../../src/model';
import type { Sheet } from '../book';
import { Fault, invalidArgument } from '../fault';
import { ApiCollection, ApiObject } from './apiObject';

/** Notes (批注) of a sheet by the address of their cell; a cell has one at most. */
export class NoteCollection extends ApiCollection {
  constructor(private readonly sheet: Sheet) {
    super();
  }
  items(): readonly Note[] {
    return [...this.sheet.notes.keys()].map((at) => new Note(this.sheet, at));
  }
  item(key: string): Note {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw new Fault('ItemNotFound', `no note at ${key}`);
    return found;
  }
  GetItemOrNullObject(key: string): Note | null {
    const at = addressOf(key);
    return this.sheet.notes.has(at) ? new Note(this.sheet, at) : null;
  }
  GetItem(key: string): Note {
    return this.item(key);
  }
  Add(cellAddress: string, content: unknown): Note {
    this.sheet.assertUnprotected();
    const at = addressOf(cellAddress);
    if (typeof content !== 'string' || content === '') throw invalidArgument('a note is a text');
    if (this.sheet.notes.has(at)) throw new Fault('InvalidOperation', `there is a note at ${at}`);
    this.sheet.notes.set(at, { content });
    return new Note(this.sheet, at);
  }
}

/** The address of one cell as notes are kept under it. */
function addressOf(key: unknown): string {
  const place = typeof key === 'string' ? parseA1(key) : null;
  if (!place) throw new Fault('InvalidCellAddress', `no cell: ${String(key)}`);
  return a1(place);
}

class Note extends ApiObject {
  constructor(
    private readonly sheet: Sheet,
    private readonly at: string,
  ) {
    super();
  }
  get Content(): string {
    return this.sheet.notes.get(this.at)!.content;
  }
  Delete(): void {
    this.sheet.assertUnprotected();
    this.sheet.notes.delete(this.at);
  }
}
