import type { Book } from '../book';
import { Fault, invalidArgument } from '../fault';
import { ApiCollection, ApiObject } from './apiObject';
import { Worksheet } from './worksheet';

/** What the workbook's objects tell the session. */
export interface HostState {
  readonly book: Book;
  enableEvents: boolean;
  /** Somebody listens to changes of cells. */
  isListening: boolean;
  /** Calls that hold until the end of the request; kept for tests. */
  readonly suspended: Set<string>;
  readonly references: Map<string, ApiObject>;
}

/** The root of every request. */
export class Workbook extends ApiObject {
  constructor(private readonly state: HostState) {
    super();
  }
  get Name(): string {
    return this.state.book.name;
  }
  get Functions(): Functions {
    return new Functions(this.state.book);
  }
  get Worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.state);
  }
  get Settings(): SettingCollection {
    return new SettingCollection(this.state.book);
  }
  get Protection(): WorkbookProtection {
    return new WorkbookProtection(this.state.book);
  }
  get Application(): Application {
    return new Application(this.state);
  }
  get _Runtime(): Runtime {
    return new Runtime(this.state);
  }
  _RemoveReference(id: string): void {
    this.state.references.delete(id);
  }
}

class WorksheetCollection extends ApiCollection {
  constructor(private readonly state: HostState) {
    super();
  }
  items(): readonly Worksheet[] {
    return this.state.book.sheets.map((sheet) => new Worksheet(sheet));
  }
  item(key: string): Worksheet {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw new Fault('ItemNotFound', "The requested resource doesn't exist.");
    return found;
  }
  GetItemOrNullObject(key: string): Worksheet | null {
    const sheet = this.state.book.sheet(key);
    return sheet ? new Worksheet(sheet) : null;
  }
  Add(name?: string): Worksheet {
    return new Worksheet(this.state.book.addSheet(name ?? undefined));
  }
  GetActiveWorksheet(): Worksheet {
    return new Worksheet(this.state.book.active!);
  }
  GetAnotherWorksheetById(id: string): Worksheet {
    return this.item(id);
  }
  _RegisterDataChangedEvent(): void {
    this.state.isListening = true;
  }
  _UnregisterDataChangedEvent(): void {
    this.state.isListening = false;
  }
}

class Functions extends ApiObject {
  constructor(private readonly book: Book) {
    super();
  }
  Date(year: number, month: number, day: number): FunctionResult {
    const serial = Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
    return new FunctionResult(this.book.date1904 ? serial - 1462 : serial);
  }
}

class FunctionResult extends ApiObject {
  constructor(readonly Value: unknown) {
    super();
  }
}

class WorkbookProtection extends ApiObject {
  constructor(private readonly book: Book) {
    super();
  }
  get Protected(): boolean {
    return this.book.isStructureProtected;
  }
}

class Application extends ApiObject {
  constructor(private readonly state: HostState) {
    super();
  }
  SuspendApiCalculationUntilNextSync(): void {
    this.state.suspended.add('calculation');
  }
  SuspendScreenUpdatingUntilNextSync(): void {
    this.state.suspended.add('screen');
  }
  CreateWorkbook(base64: string): WorkbookCreated {
    // A zip file begins with PK.
    if (typeof base64 !== 'string' || !base64.startsWith('UEsDB')) throw invalidArgument('no .xlsx file');
    return new WorkbookCreated(this.state.book, base64);
  }
}

/** A workbook that is not shown yet. */
class WorkbookCreated extends ApiObject {
  constructor(
    private readonly book: Book,
    private readonly base64: string,
  ) {
    super();
  }
  get Id(): string {
    return 'created';
  }
  Open(): void {
    this.book.opened.push(this.base64);
  }
}

class Runtime extends ApiObject {
  constructor(private readonly state: HostState) {
    super();
  }
  get EnableEvents(): boolean {
    return this.state.enableEvents;
  }
  set EnableEvents(isOn: boolean) {
    this.state.enableEvents = isOn;
  }
}

/** Characters of all settings together that a workbook takes. */
const MAX_SETTINGS = 2_000_000;

class SettingCollection extends ApiCollection {
  constructor(private readonly book: Book) {
    super();
  }
  items(): readonly Setting[] {
    return [...this.book.settings.keys()].map((key) => new Setting(this.book, key));
  }
  item(key: string): Setting {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw new Fault('ItemNotFound', `no setting ${key}`);
    return found;
  }
  GetItemOrNullObject(key: string): Setting | null {
    return this.book.settings.has(key) ? new Setting(this.book, key) : null;
  }
  Add(key: string, value: unknown): Setting {
    this.book.settings.set(key, value);
    if (JSON.stringify([...this.book.settings]).length > MAX_SETTINGS) throw new Fault('GeneralException', 'settings');
    return new Setting(this.book, key);
  }
}

class Setting extends ApiObject {
  constructor(
    private readonly book: Book,
    private readonly key: string,
  ) {
    super();
  }
  override identity(): Record<string, unknown> {
    return { ...super.identity(), _Id: this.key };
  }
  get Key(): string {
    return this.key;
  }
  get Value(): unknown {
    return this.book.settings.get(this.key);
  }
  Delete(): void {
    this.book.settings.delete(this.key);
  }
}
