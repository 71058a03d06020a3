import type { CellRange } from '../../../src/model';
import type { Sheet } from '../book';
import { Fault, invalidArgument } from '../fault';
import { type Border, DEFAULT_LOOK, type Look, type Side } from '../look';
import { ApiCollection, ApiObject } from './apiObject';

/** Changes the format of every cell of a range; cells that shared a format share the new one. */
export function mapLooks(sheet: Sheet, range: CellRange, change: (look: Look) => Look): void {
  if ((range.bottom - range.top + 1) * (range.right - range.left + 1) > 5_000_000) {
    throw new Fault('NotSimulated', 'formats of whole rows, columns or sheets');
  }
  const changed = new Map<Look, Look>();
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const cell = sheet.ownCell(row, column);
      let look = changed.get(cell.look);
      if (!look) changed.set(cell.look, (look = change(cell.look)));
      cell.look = look;
    }
  }
}

/** Formats of one or several blocks; a property over cells that differ reads as null. */
class Formats extends ApiObject {
  constructor(
    protected readonly sheet: Sheet,
    protected readonly ranges: readonly CellRange[],
  ) {
    super();
  }

  protected get<K extends keyof Look>(key: K): Look[K] | null {
    const found = new Set<Look[K]>();
    for (const { top, bottom, left, right } of this.ranges) {
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          found.add((this.sheet.cell(row, column)?.look ?? DEFAULT_LOOK)[key]);
          if (found.size > 1) return null;
        }
      }
    }
    return [...found][0] ?? null;
  }

  protected set<K extends keyof Look>(key: K, value: Look[K], type: string = typeof value): void {
    this.sheet.assertUnprotected();
    if (typeof value !== type) throw invalidArgument(`${key}: ${String(value)}`);
    for (const range of this.ranges) mapLooks(this.sheet, range, (look) => ({ ...look, [key]: value }));
  }
}

function color(value: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(value)) throw invalidArgument(`no colour: ${value}`);
  return value.toUpperCase();
}

function oneOf(value: string, ...allowed: readonly string[]): string {
  if (!allowed.includes(value)) throw invalidArgument(`${value} is none of ${allowed.join(', ')}`);
  return value;
}

export class RangeFormat extends Formats {
  get Fill(): Fill {
    return new Fill(this.sheet, this.ranges);
  }
  get Font(): Font {
    return new Font(this.sheet, this.ranges);
  }
  get Borders(): Borders {
    return new Borders(this.sheet, this.ranges);
  }
  get Protection(): Protection {
    return new Protection(this.sheet, this.ranges);
  }
  get HorizontalAlignment(): string | null {
    return this.get('horizontal');
  }
  set HorizontalAlignment(value: string) {
    this.set('horizontal', oneOf(value, 'General', 'Left', 'Center', 'Right'));
  }
  get VerticalAlignment(): string | null {
    return this.get('vertical');
  }
  set VerticalAlignment(value: string) {
    this.set('vertical', oneOf(value, 'Top', 'Center', 'Bottom'));
  }
  get WrapText(): boolean | null {
    return this.get('wrap');
  }
  set WrapText(value: boolean) {
    this.set('wrap', value, 'boolean');
  }
  get IndentLevel(): number | null {
    return this.get('indent');
  }
  set IndentLevel(value: number) {
    this.set('indent', value, 'number');
  }
  set RowHeight(height: number) {
    this.sheet.assertUnprotected();
    if (height < 0 || height > 409) throw invalidArgument(`row height ${height}`);
    for (const { top, bottom } of this.ranges) {
      for (let row = top; row <= bottom; row++) this.sheet.rowHeights.set(row, height);
    }
  }
  set ColumnWidth(width: number) {
    this.sheet.assertUnprotected();
    for (const { left, right } of this.ranges) {
      for (let column = left; column <= right; column++) this.sheet.columnWidths.set(column, width);
    }
  }
  set UseStandardHeight(value: boolean) {
    this.reset(value, this.sheet.rowHeights, 'top', 'bottom');
  }
  set UseStandardWidth(value: boolean) {
    this.reset(value, this.sheet.columnWidths, 'left', 'right');
  }

  private reset(
    isStandard: boolean,
    sizes: Map<number, number>,
    first: 'top' | 'left',
    last: 'bottom' | 'right',
  ): void {
    this.sheet.assertUnprotected();
    if (!isStandard) throw invalidArgument('only true can be set');
    for (const range of this.ranges) {
      for (const at of [...sizes.keys()]) if (at >= range[first] && at <= range[last]) sizes.delete(at);
    }
  }
}

class Fill extends Formats {
  get Color(): string | null {
    return this.get('fill');
  }
  set Color(value: string) {
    this.set('fill', color(value));
  }
}

class Font extends Formats {
  get Name(): string | null {
    return this.get('fontName');
  }
  set Name(value: string) {
    this.set('fontName', value, 'string');
  }
  get Size(): number | null {
    return this.get('fontSize');
  }
  set Size(value: number) {
    this.set('fontSize', value, 'number');
  }
  get Color(): string | null {
    return this.get('fontColor');
  }
  set Color(value: string) {
    this.set('fontColor', color(value));
  }
  get Bold(): boolean | null {
    return this.get('bold');
  }
  set Bold(value: boolean) {
    this.set('bold', value, 'boolean');
  }
  get Italic(): boolean | null {
    return this.get('italic');
  }
  set Italic(value: boolean) {
    this.set('italic', value, 'boolean');
  }
  get Underline(): string | null {
    return this.get('underline');
  }
  set Underline(value: string) {
    this.set('underline', oneOf(value, 'None', 'Single'));
  }
}

class Protection extends Formats {
  get Locked(): boolean | null {
    return this.get('locked');
  }
  set Locked(value: boolean) {
    this.set('locked', value, 'boolean');
  }
}

const SIDES: readonly Side[] = ['top', 'bottom', 'left', 'right'];

class Borders extends ApiCollection {
  constructor(
    private readonly sheet: Sheet,
    private readonly ranges: readonly CellRange[],
  ) {
    super();
  }
  items(): readonly ApiObject[] {
    throw new Fault('NotSimulated', 'all borders at once');
  }
  item(key: string): ApiObject {
    const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'];
    return new BorderLine(this.sheet, this.ranges, oneOf(key, ...edges));
  }
}

/** One kind of line of blocks: an edge, or the lines between their rows or columns. */
class BorderLine extends ApiObject {
  constructor(
    private readonly sheet: Sheet,
    private readonly ranges: readonly CellRange[],
    private readonly edge: string,
  ) {
    super();
  }
  set Style(style: string) {
    this.change({ style: oneOf(style, 'Continuous', 'None') });
  }
  set Weight(weight: string) {
    this.change({ weight: oneOf(weight, 'Thin', 'Medium') });
  }
  set Color(value: string) {
    this.change({ color: color(value) });
  }

  private change(part: Partial<Border>): void {
    this.sheet.assertUnprotected();
    for (const range of this.ranges) {
      for (const side of SIDES) {
        const cells = this.cellsWith(range, side);
        if (!cells) continue;
        mapLooks(this.sheet, cells, (look) => {
          const before = look.borders[side] ?? { style: 'Continuous', weight: 'Thin', color: '#000000' };
          return { ...look, borders: { ...look.borders, [side]: { ...before, ...part } } };
        });
      }
    }
  }

  /** Cells of a block whose side belongs to this kind of line. */
  private cellsWith({ top, bottom, left, right }: CellRange, side: Side): CellRange | null {
    const lines: Record<string, Partial<Record<Side, CellRange>>> = {
      EdgeTop: { top: { top, bottom: top, left, right } },
      EdgeBottom: { bottom: { top: bottom, bottom, left, right } },
      EdgeLeft: { left: { top, bottom, left, right: left } },
      EdgeRight: { right: { top, bottom, left: right, right } },
      InsideHorizontal: {
        top: { top: top + 1, bottom, left, right },
        bottom: { top, bottom: bottom - 1, left, right },
      },
      InsideVertical: {
        left: { top, bottom, left: left + 1, right },
        right: { top, bottom, left, right: right - 1 },
      },
    };
    const cells = lines[this.edge]![side];
    return cells && cells.bottom >= cells.top && cells.right >= cells.left ? cells : null;
  }
}
