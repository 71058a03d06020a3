/** The helpers out of which the client builds all its classes. */
interface Helpers {
  createPropertyObject(type: unknown, parent: object, name: string, isCollection: boolean, flags: number): object;
  createMethodObject(
    type: unknown,
    parent: object,
    name: string,
    operationType: number,
    args: readonly unknown[],
    isCollection: boolean,
    isByName: boolean,
    getByIdMethod: string | null,
    flags: number,
  ): object;
  createIndexerObject(type: unknown, parent: object, args: readonly unknown[]): object;
  invokeMethod(target: object, name: string, operationType: number, args: readonly unknown[], flags: number): unknown;
}

interface Extension {
  readonly BatchApiHelper: Helpers;
  readonly ClientObject: new (...args: never[]) => object;
  readonly Utility: {
    load(target: object, names: unknown): object;
    fixObjectPathIfNecessary(target: object, value: object): void;
    throwIfNotLoaded(name: string, value: unknown, type: string, isNull: boolean): void;
  };
}

const READ = { operation: 1, flags: 4 } as const;

/**
 * Gives the client what only later ones have: notes of a worksheet (ExcelApi 1.18). The npm package is frozen before
 * them; the classes are put together as it does it with those of comments, and send what a later client sends.
 */
export function addNotes(worksheet: object, extension: unknown): void {
  const { BatchApiHelper, ClientObject, Utility } = extension as Extension;
  type Handled = { _handleResult(value: unknown): void; _isNull: boolean };
  const handle = (ClientObject.prototype as Handled)._handleResult;

  class Note extends ClientObject {
    private text: string | undefined;
    get _className() {
      return 'Note';
    }
    get _scalarPropertyNames() {
      return ['content'];
    }
    get _scalarPropertyOriginalNames() {
      return ['Content'];
    }
    get content(): string {
      Utility.throwIfNotLoaded('content', this.text, 'Note', (this as unknown as Handled)._isNull);
      return this.text!;
    }
    delete() {
      BatchApiHelper.invokeMethod(this, 'Delete', 0, [], 0);
    }
    load(names: unknown) {
      return Utility.load(this, names);
    }
    _handleResult(value: { Content?: string } | null) {
      handle.call(this, value);
      if (!value) return;
      Utility.fixObjectPathIfNecessary(this, value);
      if (value.Content !== undefined) this.text = value.Content;
    }
  }

  class NoteCollection extends ClientObject {
    get _className() {
      return 'NoteCollection';
    }
    get _isCollection() {
      return true;
    }
    add(cellAddress: string, content: string) {
      return BatchApiHelper.createMethodObject(Note, this, 'Add', 0, [cellAddress, content], false, true, null, 0);
    }
    getItem(key: string) {
      return BatchApiHelper.createIndexerObject(Note, this, [key]);
    }
    getItemOrNullObject(key: string) {
      const { operation, flags } = READ;
      return BatchApiHelper.createMethodObject(
        Note,
        this,
        'GetItemOrNullObject',
        operation,
        [key],
        false,
        false,
        null,
        flags,
      );
    }
  }

  Object.defineProperty(worksheet, 'notes', {
    configurable: true,
    get(this: { noteCollection?: object }) {
      this.noteCollection ??= BatchApiHelper.createPropertyObject(NoteCollection, this, 'Notes', true, READ.flags);
      return this.noteCollection;
    },
  });
}

/** Makes the client again one that knows no notes. */
export function removeNotes(worksheet: object): void {
  delete (worksheet as { notes?: unknown }).notes;
}
