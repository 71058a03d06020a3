import { LOCALES, translate } from '../../i18n';
import type { SheetText } from './sheetText';

/** Rows from the top in which the header is looked for. */
const HEADER_ROWS = 12;

/** Where a result sheet has what tells its rows apart. */
export interface Shape {
  /** Columns that are ours. */
  readonly width: number;
  /** Header row; -1 where the sheet has no table of units. */
  readonly header: number;
  /** Columns that name whom or what a row is about, the weightiest first. */
  readonly identity: readonly number[];
  /** Column of the group; -1 where groups are bands. */
  readonly group: number;
  /** Column of remarks (备注); -1 without one. */
  readonly remark: number;
}

/** By what a row is found again. */
export interface RowKey {
  readonly row: number;
  /** A row about somebody or something, a line over all columns, a row of the head, or one that holds nothing of ours. */
  readonly kind: 'body' | 'line' | 'head' | 'blank';
  /** All that tells it apart, the section that it stands in among it. */
  readonly strong: string;
  /** What tells it apart when it has moved to another section, or its cell to another place; "" when nothing else does. */
  readonly weak: string;
  /** The texts that say what it is about. */
  readonly label: readonly string[];
  /** A blank row: so many rows below the row of that strong key. */
  readonly below: { readonly strong: string; readonly rows: number } | null;
}

/** Texts of a header in all languages of the product. */
function headers(...keys: readonly string[]): ReadonlySet<string> {
  return new Set(LOCALES.flatMap((locale) => keys.map((key) => translate(locale, `report.column.${key}`))));
}

/** Shape of a sheet of which so many columns are ours. */
export function shapeOf(sheet: SheetText, width: number): Shape {
  const unit = headers('unit', 'member');
  const columns = Array.from({ length: width }, (_, column) => column);
  const header = sheet.rows
    .filter((row) => row < HEADER_ROWS)
    .find((row) => columns.some((column) => unit.has(sheet.text(row, column))));
  if (header === undefined) return { width, header: -1, identity: [0], group: -1, remark: -1 };
  const find = (names: ReadonlySet<string>) => columns.findIndex((column) => names.has(sheet.text(header, column)));
  const more = [headers('category'), headers('source'), headers('basis', 'basisLink')].map(find);
  const identity = [find(unit), ...more.filter((column) => column >= 0)];
  return { width, header, identity, group: find(headers('group')), remark: find(headers('note')) };
}

/**
 * Keys of all rows. Rows of the head are known by their number, lines over all columns by their text, the others by
 * whom they are about; equal ones are counted.
 */
export function rowKeys(sheet: SheetText, shape: Shape): RowKey[] {
  const keys: RowKey[] = [];
  const counts = new Map<string, number>();
  let section = '';
  let last: RowKey | null = null;
  const add = (row: number, kind: RowKey['kind'], name: string, weak: string, label: readonly string[]): void => {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    last = { row, kind, strong: `${name}#${count}`, weak, label, below: null };
    keys.push(last);
  };
  for (const row of sheet.rows) {
    const label = shape.identity.map((column) => sheet.text(row, column));
    const weak = weakKey(label);
    if (isHead(sheet, shape, row, last)) add(row, 'head', `head:${row}`, '', []);
    else if (isLine(sheet, shape, row)) {
      const text = sheet.text(row, 0);
      section = plainLine(text);
      add(row, 'line', `line:${section}`, weakKey([text]), [text]);
    } else if (label[0] !== '') {
      const group = shape.group < 0 ? section : sheet.text(row, shape.group);
      add(row, 'body', `row:${JSON.stringify([group, ...label])}`, weak, label);
    } else {
      const base: RowKey | null = last;
      const rows = row - (base ? (base as RowKey).row : -1);
      const strong = base ? (base as RowKey).strong : 'top';
      keys.push({ row, kind: 'blank', strong: `${strong}+${rows}`, weak: '', label: [], below: { strong, rows } });
    }
  }
  return keys;
}

function weakKey(label: readonly string[]): string {
  return `row:${JSON.stringify(label.slice(0, 2))}`;
}

/** Title, facts, and the rows of the header, which has up to three. */
function isHead(sheet: SheetText, { header, identity, width }: Shape, row: number, last: RowKey | null): boolean {
  if (row <= Math.max(header, 1)) return true;
  if (header < 0 || row > header + 2 || last?.kind !== 'head') return false;
  return sheet.text(row, identity[0]!) === '' && hasText(sheet, row, 1, width);
}

/** A line over all columns: only its first cell says something. */
function isLine(sheet: SheetText, { width }: Shape, row: number): boolean {
  return sheet.text(row, 0) !== '' && !hasText(sheet, row, 1, width);
}

function hasText(sheet: SheetText, row: number, from: number, to: number): boolean {
  for (let column = from; column < to; column++) if (sheet.text(row, column) !== '') return true;
  return false;
}

/** A line without what changes from run to run: its number, and how many it counts. */
function plainLine(text: string): string {
  return text.replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*/u, '').replace(/\s*[（(]\d+[^）)]*[）)]$/u, '');
}
