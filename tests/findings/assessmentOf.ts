import {
  snapshotOf,
  type Assessment,
  type Attainment,
  type CellRef,
  type CellValue,
  type Issue,
  type Organization,
  type Register,
  type RegisterField,
  type RegisterLayout,
  type RegisterRow,
  type Result,
  type SchemeAssessment,
  type SheetReading,
} from '../../src/model';

type Column = RegisterField | `${number}月` | `${number}月组织部`;

/** A register written as a table: the first row names the fields (1月 and 1月组织部 for months). */
export interface RegisterTable {
  layout: RegisterLayout;
  columns: readonly Column[];
  rows: readonly (readonly CellValue[])[];
}

/** A roster line: id, name, kind and what else matters. */
export type Unit = Partial<Organization> & Pick<Organization, 'id' | 'name' | 'kind'>;

export interface Given {
  asOf?: string;
  period?: Assessment['period'];
  graceDays?: number;
  units?: readonly Unit[];
  registers?: readonly RegisterTable[];
  schemes?: readonly SchemeAssessment[];
  issues?: readonly Issue[];
  scoringIssues?: readonly Issue[];
  attainment?: readonly Attainment[];
  date1904?: boolean;
}

export const YEAR_2004 = { text: '2004年度', start: '2004-01-01', end: '2004-12-31' };

/** An assessment of registers only, as if they stood on one sheet each with the header in row 1. */
export function assessmentOf(given: Given): { assessment: Assessment; result: Result } {
  const { asOf = '2005-01-20', graceDays = 5, registers = [], schemes = [] } = given;
  const organizations = (given.units ?? []).map(organizationOf);
  const period = given.period === undefined ? YEAR_2004 : given.period;
  const workbook = snapshotOf(
    '台账.xlsx',
    registers.map(({ layout, columns, rows }) => ({ name: layout, rows: [[...columns], ...rows] })),
    given.date1904,
  );
  const assessment: Assessment = {
    workbooks: [workbook],
    sheets: registers.map(({ layout, rows }, sheet) => sheetOf(layout, sheet, rows.length)),
    period,
    asOf,
    graceDays,
    organizations,
    schemes,
    ruleRows: [],
    parameterRows: [],
    unscoredSchemes: [],
    knownSchemes: [],
    unmatched: [],
    corrections: [],
    registers: registers.map((table, sheet) => registerOf(table, sheet, organizations)),
    issues: given.issues ?? [],
  };
  return { assessment, result: { schemes: [], attainment: given.attainment ?? [], issues: given.scoringIssues ?? [] } };
}

function organizationOf(unit: Unit): Organization {
  return {
    aliases: [],
    parent: null,
    group: null,
    founded: null,
    contactLeader: null,
    exempt: false,
    place: { sheet: 0, row: 0, column: 0 },
    ...unit,
  };
}

function sheetOf(layout: RegisterLayout, sheet: number, count: number): SheetReading {
  return {
    workbook: 0,
    sheet,
    name: layout,
    role: 'register',
    layout,
    source: null,
    schemes: [],
    headerRows: [0],
    firstRow: 1,
    lastRow: count,
    count,
    confidence: 1,
    reasons: [],
    columns: [],
    tables: [],
  };
}

function registerOf(table: RegisterTable, sheet: number, organizations: readonly Organization[]): Register {
  const columns: Partial<Record<RegisterField, number>> = {};
  const monthColumns: Record<number, number[]> = {};
  table.columns.forEach((name, column) => {
    const month = /^(\d+)月/.exec(name);
    if (month) (monthColumns[Number(month[1])] ??= []).push(column);
    else columns[name as RegisterField] = column;
  });
  const at = (row: number, column: number): CellRef => ({ sheet, row, column });
  const rows = table.rows.map((values, index): RegisterRow => {
    const name = String(values[columns.unit!] ?? '');
    const organization = organizations.findIndex((unit) => unit.name === name);
    const row = index + 1;
    return {
      row,
      organization: organization < 0 ? null : organization,
      name,
      cells: Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, at(row, column)])),
      months: Object.fromEntries(
        Object.entries(monthColumns).map(([month, list]) => [month, list.map((column) => at(row, column))]),
      ),
    };
  });
  return { layout: table.layout, sheet, columns, monthColumns, headerRow: 0, rows };
}
