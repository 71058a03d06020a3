import {
  a1,
  type CellRange,
  type CellStyle,
  columnName,
  type OutValue,
  type PrintSetup,
  type ResultSheet,
} from '../model';
import { LOOKS, rowHeight } from '../report/looks';
import { a4, SheetBuilder } from '../report/sheetBuilder';
import { lineCount } from '../report/textWidth';
import type { EntryRule } from './entryRules';
import { FORM, type FormLook, type SizedStyle } from './looks';
import type { Texts } from './texts';
import { WORDS } from './words';

/** A column of a form. */
export interface TableColumn {
  readonly title: string;
  /** Headings over it, outermost first; neighbours of the same headings share them. */
  readonly over?: readonly string[];
  readonly width: number;
  readonly look: FormLook;
  /** Filled in beforehand: a cell that has a value is locked and looks like this. */
  readonly given?: FormLook;
  readonly rule?: EntryRule;
  /** One of the cells that are counted as filled in. */
  readonly isCounted?: boolean;
  /** Small type, for the many columns of a wide table. */
  readonly isSmall?: boolean;
}

/** A row of labels between header and body, e.g. 分值: what stands over each column, by its index. */
export interface LabelRow {
  readonly label: string;
  readonly values: ReadonlyMap<number, OutValue>;
  /** Adds its values up in the column of the check. */
  readonly isSummed?: boolean;
}

/** A form with one row for each subject, and free rows below them. */
export interface TableSpec {
  readonly name: string;
  readonly title: string;
  /** Line of facts under the title. */
  readonly info?: string;
  readonly columns: readonly TableColumn[];
  readonly labels?: readonly LabelRow[];
  /** Values of the columns, null where somebody fills them in; shorter rows are filled up with null. */
  readonly rows: readonly (readonly OutValue[])[];
  readonly spare: number;
  /** Adds a column that says what is missing in each row, and a row that counts what is there. */
  readonly hasCheck?: boolean;
  /** Formulas of a column by its index, for the rows that have a subject: given the row's number from 1. */
  readonly formulas?: ReadonlyMap<number, (row: number) => Extract<OutValue, { readonly formula: string }>>;
  readonly notes: readonly string[];
  /** Line for signatures below the notes. */
  readonly signature?: string;
  readonly orientation: PrintSetup['orientation'];
  /** Columns that stay in sight. */
  readonly frozen: number;
  readonly canAddRows: boolean;
  readonly tabColor?: string;
}

const CHECK_WIDTH = 8;
const ROW_HEIGHT = 22;
const LABEL_HEIGHT = 18;
const SIGNATURE_HEIGHT = 32;
/** Rows are equally high unless a text needs more lines than these. */
const EVEN_LINES = 2;
/** Characters that A4 across shows in full size; a wider table is printed smaller, so that its type grows. */
const FULL_SIZE = 122;
const MOST_GROWTH = 1.45;

/** A table as a sheet, and where its body lies. */
export interface BuiltTable {
  readonly sheet: ResultSheet;
  /** First and last row of the body, free rows included. */
  readonly body: { readonly top: number; readonly bottom: number };
}

/** Lays a form out: title, header, labels, rows, check, notes; what is printed is locked, what is filled in is open. */
export function tableSheet(spec: TableSpec, texts: Texts): BuiltTable {
  return new TableLayout(spec, texts).build();
}

/** One form being laid out. */
class TableLayout {
  private readonly columns: readonly TableColumn[];
  private readonly sheet: SheetBuilder;
  /** By how much type and rows grow, so that a wide table can still be read on A4. */
  private readonly growth: number;

  constructor(
    private readonly spec: TableSpec,
    private readonly texts: Texts,
  ) {
    this.columns = spec.hasCheck ? [...spec.columns, checkColumn()] : spec.columns;
    this.sheet = new SheetBuilder(
      spec.name,
      '',
      this.columns.map(({ width }) => width),
    );
    this.growth = Math.min(MOST_GROWTH, Math.max(1, this.sheet.room / FULL_SIZE));
  }

  build(): BuiltTable {
    const { spec, columns, sheet } = this;
    this.line(spec.title, LOOKS.title, 40);
    if (spec.info !== undefined) this.line(spec.info, FORM.info, ROW_HEIGHT);
    const header = this.headerRows();
    this.labelRows();
    const top = sheet.row;
    this.bodyRows();
    const bottom = sheet.row - 1;
    if (spec.hasCheck) this.countRow({ top, bottom });
    columns.forEach(({ rule }, column) => {
      if (rule && bottom >= top) sheet.validate(rule({ top, left: column, bottom, right: column }));
    });
    for (const note of spec.notes) this.line(note, LOOKS.note, LABEL_HEIGHT);
    if (spec.signature !== undefined) this.line(spec.signature, LOOKS.signature, SIGNATURE_HEIGHT);
    const area: CellRange = { top: 0, left: 0, bottom: sheet.row - 1, right: columns.length - 1 };
    const built = sheet.build({
      freeze: { rows: top, columns: spec.frozen },
      print: a4(spec.orientation, this.texts('print.footer'), { first: header, last: top - 1 }, area),
      protection: { canAddRows: spec.canAddRows },
      ...(spec.tabColor === undefined ? {} : { tabColor: spec.tabColor }),
    });
    return { sheet: built, body: { top, bottom } };
  }

  /** A line over all columns, as high as its text needs. */
  private line(text: string, look: SizedStyle, least: number): void {
    const style = this.grown(look);
    const { size } = style.font;
    const height = rowHeight(this.sheet.linesOf(text, size), size);
    this.sheet.line(text, style, Math.max(Math.round(least * this.growth), height));
  }

  private grown<T extends SizedStyle>(look: T): T {
    const size = Math.round(look.font.size * this.growth * 2) / 2;
    return { ...look, font: { ...look.font, size } };
  }

  private look(look: FormLook): CellStyle {
    return this.grown(FORM[look]);
  }

  private height(points: number): number {
    return Math.round(points * this.growth);
  }

  /** Headings over titles; a title without headings reaches up to the top. */
  private headerRows(): number {
    const { columns, sheet } = this;
    const depth = Math.max(...columns.map(({ over = [] }) => over.length));
    const rows = Array.from({ length: depth + 1 }, (): OutValue[] => columns.map(() => null));
    const first = sheet.row;
    columns.forEach(({ title, over = [] }, c) => {
      rows[over.length]![c] = title;
      if (over.length < depth) sheet.merge({ top: first + over.length, left: c, bottom: first + depth, right: c });
    });
    for (let level = 0; level < depth; level++) {
      for (let left = 0; left < columns.length;) {
        const path = pathOf(columns[left]!, level);
        let right = left;
        while (path !== null && right + 1 < columns.length && pathOf(columns[right + 1]!, level) === path) right++;
        if (path !== null) {
          rows[level]![left] = columns[left]!.over![level]!;
          if (right > left) sheet.merge({ top: first + level, left, bottom: first + level, right });
        }
        left = right + 1;
      }
    }
    const looks = columns.map(({ isSmall }) => this.grown(isSmall ? LOOKS.smallHeader : LOOKS.header));
    sheet.rows(rows, looks);
    for (let level = 0; level < depth; level++) sheet.height(first + level, this.height(ROW_HEIGHT));
    const heights = columns.map(({ title, width, over = [] }, c) => {
      const { size } = looks[c]!.font;
      const height = rowHeight(lineCount(title, (width * 11) / size), size);
      return height - this.height(ROW_HEIGHT) * (depth - over.length);
    });
    sheet.height(first + depth, Math.max(28, ...heights));
    return first;
  }

  private labelRows(): void {
    const { columns, sheet, spec } = this;
    for (const { label, values, isSummed } of spec.labels ?? []) {
      const row = sheet.row;
      const first = Math.min(...values.keys());
      const last = columns.length - 1;
      const cells = columns.map((_, c): OutValue => (c === 0 ? label : (values.get(c) ?? null)));
      if (isSummed && spec.hasCheck) {
        const all = [...values.values()].reduce<number>(
          (sum, value) => sum + (typeof value === 'number' ? value : 0),
          0,
        );
        const range = `${columnName(first)}${row + 1}:${columnName(last - 1)}${row + 1}`;
        cells[last] = { formula: `SUM(${range})`, value: all };
      }
      sheet.rows(
        [cells],
        columns.map((_, c) => this.look(isSummed && c === last ? 'labelSum' : 'label')),
      );
      if (first > 1) sheet.merge({ top: row, left: 0, bottom: row, right: first - 1 });
      const lines = columns.map(({ width }, c) => {
        const value = values.get(c);
        return typeof value === 'string' ? lineCount(value, (width * 11) / this.grown(FORM.label).font.size) : 1;
      });
      const { size } = this.grown(FORM.label).font;
      sheet.height(row, Math.max(this.height(LABEL_HEIGHT), rowHeight(Math.max(...lines), size)));
    }
  }

  private bodyRows(): void {
    const { columns, sheet, spec } = this;
    const first = sheet.row;
    const counted = columns.flatMap(({ isCounted }, c) => (isCounted ? [c] : []));
    const values = spec.rows.map((row, r) =>
      columns.map((_, c): OutValue => {
        const formula = spec.formulas?.get(c);
        if (formula) return formula(first + r + 1);
        if (spec.hasCheck && c === columns.length - 1) return missing(counted, row, first + r, this.texts);
        return row[c] ?? null;
      }),
    );
    const exceptions = values.flatMap((row, r) =>
      row.flatMap((value, c) => {
        const { given, look } = columns[c]!;
        return given && value === null ? [{ row: r, column: c, style: sheet.style(this.look(look)) }] : [];
      }),
    );
    sheet.rows(
      values,
      columns.map(({ given, look }) => this.look(given ?? look)),
      { exceptions },
    );
    const spare = Array.from({ length: spec.spare }, () => columns.map(() => null));
    sheet.rows(
      spare,
      columns.map(({ look }) => this.look(look)),
    );
    this.rowHeights(first);
  }

  /** Rows as high as their texts; where none is long, all are equal, as in a printed form. */
  private rowHeights(first: number): void {
    const { columns, sheet, spec } = this;
    const linesOf = (row: readonly OutValue[]) =>
      row.map((value, c) => {
        const { size } = this.grown(FORM[columns[c]!.given ?? columns[c]!.look]).font;
        return typeof value === 'string' ? lineCount(value, (columns[c]!.width * 11) / size) : 1;
      });
    const lines = spec.rows.map((row) => Math.max(1, ...linesOf(row)));
    const most = Math.max(1, ...lines);
    const { size } = this.grown(FORM.text).font;
    for (let row = first; row < sheet.row; row++) {
      const count = most <= EVEN_LINES ? most : (lines[row - first] ?? 1);
      sheet.height(row, Math.max(this.height(ROW_HEIGHT), rowHeight(count, size)));
    }
  }

  /** How many rows are filled in, column by column. */
  private countRow({ top, bottom }: BuiltTable['body']): void {
    const { columns, sheet, spec } = this;
    const row = sheet.row;
    const first = columns.findIndex(({ isCounted }) => isCounted);
    const cells = columns.map(({ isCounted }, c): OutValue => {
      if (c === 0) return WORDS.filled;
      if (!isCounted) return null;
      const range = `${columnName(c)}${top + 1}:${columnName(c)}${bottom + 1}`;
      return { formula: `COUNTA(${range})`, value: spec.rows.filter((values) => (values[c] ?? null) !== null).length };
    });
    sheet.rows(
      [cells],
      columns.map(() => this.look('label')),
    );
    if (first > 1) sheet.merge({ top: row, left: 0, bottom: row, right: first - 1 });
    sheet.height(row, this.height(LABEL_HEIGHT));
  }
}

function checkColumn(): TableColumn {
  return { title: WORDS.check, width: CHECK_WIDTH, look: 'check', given: 'check', isSmall: true };
}

/** Headings of a column down to a level as one text; null where it has none there. */
function pathOf({ over = [] }: TableColumn, level: number): string | null {
  return level < over.length ? over.slice(0, level + 1).join('\n') : null;
}

/** What is still missing in a row, in a formula that any spreadsheet program knows. */
function missing(counted: readonly number[], row: readonly OutValue[], at: number, texts: Texts): OutValue {
  const [left, right] = [counted[0]!, counted.at(-1)!];
  const cells = `COUNTA(${a1({ row: at, column: left })}:${a1({ row: at, column: right })})`;
  const [all, done] = [counted.length, counted.filter((c) => (row[c] ?? null) !== null).length];
  const [full, before, after] = ['check.full', 'check.before', 'check.after'].map((key) => texts(key));
  return {
    formula: `IF(${cells}=${all},"${full}","${before}"&(${all}-${cells})&"${after}")`,
    value: done === all ? full! : `${before}${all - done}${after}`,
  };
}
