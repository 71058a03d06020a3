import { scoreWorkbooks, type Outcome } from '../../src/app';
import { createWorkbook, openWorkbook } from '../../src/hosts/xlsx';
import { SheetGrid } from '../../src/hosts/shared/sheetGrid';
import { parseA1Range, type OutValue, type ResultSheet } from '../../src/model';
import { DEFAULT_RULE_ROWS } from '../../src/rules';
import {
  buildTemplates,
  parseMembers,
  parseUnits,
  type TemplateBook,
  type TemplateRequest,
  TEMPLATE_REGISTERS,
} from '../../src/templates';

export const UNITS = `单位编号\t单位名称\t组别\t上级\t联系领导\t成立时间
D01\t红岩锡矿党委\t生产单位\t集团党委\t苏明远\t1958-03-01
D02\t青石坡锡矿党委\t生产单位\t集团党委\t\t
D03\t清水河选矿厂党委\t生产单位\t集团党委\t\t
D04\t机关服务中心党总支\t机关单位\t集团党委\t\t
Z01\t红岩锡矿采一工区党支部\t采掘支部\t红岩锡矿党委\t\t
Z02\t红岩锡矿机关党支部\t机关支部\t红岩锡矿党委\t\t
Z03\t青石坡锡矿运输党总支\t采掘支部\t青石坡锡矿党委\t\t`;

export const MEMBERS = `党员编号\t姓名\t所在支部
P001\t岑远舟\t红岩锡矿采一工区党支部
P002\t白若溪\t红岩锡矿采一工区党支部
P003\t卢正清\t红岩锡矿机关党支部`;

export const SCHEMES = ['五好党委', '五好党支部(党总支)', '党员五带头'] as const;

export const rulesOf = (...schemes: readonly string[]) =>
  DEFAULT_RULE_ROWS.filter(([scheme]) => schemes.includes(scheme!));

/** A request for everything, with changes. */
export function requestFor(part: Partial<TemplateRequest> = {}): TemplateRequest {
  return {
    locale: 'zh-CN',
    rules: rulesOf(...SCHEMES),
    parameters: [],
    period: '2004年上半年',
    groups: ['生产单位', '机关单位'],
    units: parseUnits(UNITS).entries,
    members: parseMembers(MEMBERS).entries,
    layout: 'one',
    self: 'forms',
    peer: true,
    registers: TEMPLATE_REGISTERS,
    ...part,
  };
}

/** The workbooks that a request gets; a refusal fails the test. */
export function booksFor(part: Partial<TemplateRequest> = {}): readonly TemplateBook[] {
  const books = buildTemplates(requestFor(part));
  if ('refused' in books) throw new Error(`refused: ${books.refused}`);
  return books;
}

/** Writes workbooks as files, reads them again and scores them together, on a day on which little has fallen due. */
export function scoreBooks(books: readonly TemplateBook[], today = '2004-06-30'): Outcome {
  const snapshots = books.map(({ name, changes }) => openWorkbook(createWorkbook(changes), `${name}.xlsx`).snapshot());
  return scoreWorkbooks(snapshots, { locale: 'zh-CN', today });
}

/** A sheet of a template with entries: what is typed into it, formulas of sums calculated as a spreadsheet does. */
export class FilledSheet {
  private readonly entries = new Map<string, { row: number; column: number; value: OutValue }>();
  private readonly grid: SheetGrid;

  constructor(readonly sheet: ResultSheet) {
    this.grid = new SheetGrid(sheet);
  }

  text(row: number, column: number): string {
    const value = this.value(row, column);
    return value === null ? '' : String(value);
  }

  /** Row and column of the first cell that a test holds for, in reading order. */
  find(test: (text: string, row: number, column: number) => boolean): { row: number; column: number } {
    for (const row of this.grid.rows()) {
      for (const { column } of this.grid.cells(row)) {
        if (test(this.text(row, column), row, column)) return { row, column };
      }
    }
    throw new Error(`nothing like it in ${this.sheet.name}`);
  }

  rowOf(text: string): number {
    return this.find((each) => each === text).row;
  }

  /** Types into a cell, which must be one that is left open. */
  type(row: number, column: number, value: string | number): void {
    const style = this.styleAt(row, column);
    if (!this.sheet.styles[style]?.unlocked) throw new Error(`locked: ${this.sheet.name} ${row} ${column}`);
    this.entries.set(`${row} ${column}`, { row, column, value });
  }

  /** The sheet as it is saved after the entries. */
  saved(): ResultSheet {
    const block = ({ row, column, value }: { row: number; column: number; value: OutValue }) => ({
      row,
      column,
      values: [[value]],
      columnStyles: [this.styleAt(row, column)],
    });
    return { ...this.sheet, blocks: [...this.sheet.blocks, ...[...this.entries.values(), ...this.sums()].map(block)] };
  }

  private sums() {
    return this.grid.rows().flatMap((row) =>
      this.grid.cells(row).flatMap(({ column, value }) => {
        const formula = typeof value === 'object' && value !== null && 'formula' in value ? value.formula : '';
        const range = parseA1Range(/^SUM\(([A-Z]+\d+:[A-Z]+\d+)\)$/.exec(formula)?.[1] ?? '');
        if (!range) return [];
        let sum = 0;
        for (let r = range.top; r <= range.bottom; r++) {
          for (let c = range.left; c <= range.right; c++) {
            const cell = this.value(r, c);
            if (typeof cell === 'number') sum += cell;
          }
        }
        return [{ row, column, value: { formula, value: Math.round(sum * 1e6) / 1e6 } }];
      }),
    );
  }

  private value(row: number, column: number): number | string | boolean | null {
    const entry = this.entries.get(`${row} ${column}`)?.value;
    return entry === undefined || typeof entry === 'object' ? this.grid.value(row, column) : entry;
  }

  private styleAt(row: number, column: number): number {
    return this.grid.cells(row).find((cell) => cell.column === column)?.style ?? -1;
  }
}

/** Fills in sheets of workbooks. */
export function filled(books: readonly TemplateBook[], fill: (sheet: FilledSheet) => void): TemplateBook[] {
  return books.map((book) => ({
    ...book,
    changes: {
      ...book.changes,
      sheets: book.changes.sheets.map((sheet) => {
        const filling = new FilledSheet(sheet);
        fill(filling);
        return filling.saved();
      }),
    },
  }));
}
