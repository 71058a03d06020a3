import { parseA1, parseA1Range, type CellRange, MAX_COLUMNS, MAX_ROWS } from '../../../src/model';
import { EVERYTHING, type Sheet, type SheetName, type Visibility } from '../book';
import { Fault, invalidArgument } from '../fault';
import { ApiCollection, ApiObject, bagOf } from './apiObject';
import { ChartCollection } from './charts';
import { NoteCollection } from './notes';
import { Range, RangeAreas } from './range';

/** Characters of an address at most. */
const MAX_ADDRESS = 8192;

/** A block by its address: A1:B2, A1, A:C, 2:4. */
function blockOf(address: string): CellRange {
  const block = parseA1Range(address);
  if (block) return block;
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/.exec(address);
  if (columns) {
    const at = (letters: string) => parseA1(`${letters}1`)!.column;
    return { top: 0, bottom: MAX_ROWS - 1, left: at(columns[1]!), right: at(columns[2]!) };
  }
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(address);
  if (rows) return { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: MAX_COLUMNS - 1 };
  throw invalidArgument(`no address: ${address}`);
}

export class Worksheet extends ApiObject {
  constructor(readonly sheet: Sheet) {
    super();
  }
  override identity(): Record<string, unknown> {
    return { ...super.identity(), Id: this.sheet.id };
  }
  get Id(): string {
    return this.sheet.id;
  }
  get Name(): string {
    return this.sheet.name;
  }
  set Name(name: string) {
    this.sheet.book.rename(this.sheet, name);
  }
  get Position(): number {
    return this.sheet.book.sheets.indexOf(this.sheet);
  }
  set Position(at: number) {
    const { book } = this.sheet;
    if (at < 0 || at >= book.sheets.length) throw invalidArgument(`position ${at}`);
    book.sheets = book.sheets.filter((other) => other !== this.sheet);
    book.sheets.splice(at, 0, this.sheet);
  }
  get Visibility(): Visibility {
    return this.sheet.visibility;
  }
  set Visibility(visibility: Visibility) {
    this.sheet.book.show(this.sheet, visibility);
  }
  get TabColor(): string {
    return this.sheet.tabColor;
  }
  set TabColor(color: string) {
    this.sheet.tabColor = color.toUpperCase();
  }
  get Gridlines(): boolean {
    return this.sheet.showGridlines;
  }
  set Gridlines(isShown: boolean) {
    this.sheet.showGridlines = isShown;
  }
  get Names(): NamedItemCollection {
    return new NamedItemCollection(this.sheet);
  }
  get Charts(): ChartCollection {
    return new ChartCollection(this.sheet);
  }
  get Notes(): NoteCollection {
    return new NoteCollection(this.sheet);
  }
  get Protection(): SheetProtection {
    return new SheetProtection(this.sheet);
  }
  get FreezePanes(): FreezePanes {
    return new FreezePanes(this.sheet);
  }
  get AutoFilter(): AutoFilter {
    return new AutoFilter(this.sheet);
  }
  get PageLayout(): PageLayout {
    return new PageLayout(this.sheet);
  }
  get HorizontalPageBreaks(): PageBreaks {
    return new PageBreaks(this.sheet, 'RowBreaks', ({ top }) => top);
  }
  get VerticalPageBreaks(): PageBreaks {
    return new PageBreaks(this.sheet, 'ColumnBreaks', ({ left }) => left);
  }

  GetRange(address?: string): Range {
    return new Range(this.sheet, address === undefined || address === null ? EVERYTHING : blockOf(address));
  }
  GetRanges(address: string): RangeAreas {
    if (address.length > MAX_ADDRESS) throw invalidArgument('the address is too long');
    return new RangeAreas(this.sheet, address.split(',').map(blockOf));
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.sheet, { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean): Range | null {
    if (!valuesOnly) throw new Fault('NotSimulated', 'used range with formats');
    const range = this.sheet.usedRange();
    return range && new Range(this.sheet, range);
  }
  Activate(): void {
    if (this.sheet.visibility !== 'Visible') throw new Fault('InvalidOperation', 'a hidden sheet');
    this.sheet.book.active = this.sheet;
  }
  Delete(): void {
    this.sheet.book.remove(this.sheet);
  }
  Copy(position?: string): Worksheet {
    if (position !== 'End') throw new Fault('NotSimulated', `copy to ${position}`);
    return new Worksheet(this.sheet.book.copy(this.sheet));
  }
}

class NamedItemCollection extends ApiCollection {
  constructor(private readonly sheet: Sheet) {
    super();
  }
  items(): readonly NamedItem[] {
    return this.sheet.names.map((data) => new NamedItem(this.sheet, data));
  }
  item(name: string): NamedItem {
    const found = this.GetItemOrNullObject(name);
    if (!found) throw new Fault('ItemNotFound', `no name ${name}`);
    return found;
  }
  GetItemOrNullObject(name: string): NamedItem | null {
    return this.items().find(({ Name }) => Name.toLowerCase() === name.toLowerCase()) ?? null;
  }
  Add(name: string, reference: string): NamedItem {
    if (this.GetItemOrNullObject(name)) throw new Fault('ItemAlreadyExists', `there is a name ${name}`);
    if (typeof reference !== 'string' || !reference.startsWith('=')) throw invalidArgument('a name needs a formula');
    const data: SheetName = { name, formula: reference, visible: true };
    this.sheet.names.push(data);
    return new NamedItem(this.sheet, data);
  }
}

class NamedItem extends ApiObject {
  constructor(
    private readonly sheet: Sheet,
    private readonly data: SheetName,
  ) {
    super();
  }
  override identity(): Record<string, unknown> {
    return { ...super.identity(), _Id: this.data.name };
  }
  get Name(): string {
    return this.data.name;
  }
  get Formula(): string {
    return this.data.formula;
  }
  set Formula(formula: string) {
    this.data.formula = formula;
  }
  get Visible(): boolean {
    return this.data.visible;
  }
  set Visible(isVisible: boolean) {
    this.data.visible = isVisible;
  }
  Delete(): void {
    this.sheet.names = this.sheet.names.filter((other) => other !== this.data);
  }
}

class SheetProtection extends ApiObject {
  constructor(private readonly sheet: Sheet) {
    super();
  }
  get Protected(): boolean {
    return this.sheet.isProtected;
  }
  Protect(options?: Readonly<Record<string, unknown>>, password?: string): void {
    if (this.sheet.isProtected) throw new Fault('InvalidOperation', 'The sheet is protected already.');
    if (password !== undefined && password !== null) throw new Fault('NotSimulated', 'protection with a password');
    this.sheet.isProtected = true;
    this.sheet.protection = { ...options };
  }
}

class FreezePanes extends ApiObject {
  constructor(private readonly sheet: Sheet) {
    super();
  }
  FreezeAt({ range }: Range): void {
    this.sheet.frozen = range;
  }
  FreezeRows(count: number): void {
    this.sheet.frozen = { top: 0, left: 0, bottom: count - 1, right: -1 };
  }
  FreezeColumns(count: number): void {
    this.sheet.frozen = { top: 0, left: 0, bottom: -1, right: count - 1 };
  }
  Unfreeze(): void {
    this.sheet.frozen = null;
  }
}

class AutoFilter extends ApiObject {
  constructor(private readonly sheet: Sheet) {
    super();
  }
  Apply({ range }: Range): void {
    this.sheet.assertUnprotected();
    this.sheet.autoFilter = range;
  }
  Remove(): void {
    this.sheet.assertUnprotected();
    this.sheet.autoFilter = null;
  }
}

const MARGINS = ['LeftMargin', 'RightMargin', 'TopMargin', 'BottomMargin', 'HeaderMargin', 'FooterMargin'];

class PageLayout extends bagOf('Orientation', 'PaperSize', 'Zoom', 'CenterHorizontally', 'PrintOrder', ...MARGINS) {
  constructor(sheet: Sheet) {
    super(sheet.page);
  }
  get HeadersFooters(): HeadersFooters {
    return new HeadersFooters(this.values);
  }
  SetPrintArea({ range }: Range): void {
    this.values.set('PrintArea', range);
  }
  SetPrintTitleRows(rows: string): void {
    const { top, bottom } = blockOf(rows);
    this.values.set('PrintTitleRows', { top, bottom });
  }
  SetPrintTitleColumns(columns: string): void {
    const { left, right } = blockOf(columns);
    this.values.set('PrintTitleColumns', { left, right });
  }
}

class PageBreak extends ApiObject {}

/** Page breaks before rows or before columns. */
class PageBreaks extends ApiObject {
  constructor(
    private readonly sheet: Sheet,
    private readonly key: string,
    private readonly at: (range: CellRange) => number,
  ) {
    super();
  }
  Add({ range }: Range): PageBreak {
    const before = (this.sheet.page.get(this.key) as number[] | undefined) ?? [];
    this.sheet.page.set(this.key, [...before, this.at(range)]);
    return new PageBreak();
  }
  RemovePageBreaks(): void {
    this.sheet.page.delete(this.key);
  }
}

class HeadersFooters extends bagOf() {
  get DefaultForAllPages(): ApiObject {
    const places = ['Left', 'Center', 'Right'].flatMap((place) => [`${place}Header`, `${place}Footer`]);
    return new (bagOf(...places))(this.values);
  }
}
