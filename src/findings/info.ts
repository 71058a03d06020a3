import type { CellRef, IsoDate, Register, RegisterRow, Severity } from '../model';
import { daysInMonth, isoDate } from '../values';
import { byUnit, registersOf, unitRows, type Context, type Unit, type UnitRow } from './context';
import { judged, type Judgement, type Verdict } from './judgement';
import { countOf, datesOf, factOf, textOf, type Fact } from './reading';
import { contactPoints, headerCell, missingUnits } from './roster';
import { say } from './say';
import { monthList } from './words';

/** From so many missing months on the gap is grave. */
const GRAVE = 3;

function gravityOf(missing: number): Severity {
  return missing >= GRAVE ? 'high' : 'medium';
}

/** One information report a month (G10) to both the leader and the organization department. */
export function infoDuties(context: Context): Judgement[] {
  const registers = registersOf(context, 'info');
  if (registers.length === 0) return [];
  const rows = unitRows(context, registers);
  const owed = contactPoints(context).filter((unit) => dueMonths(context, unit).length > 0);
  return [
    ...byUnit(rows).flatMap((ofUnit) => judged('G10', ofUnit[0]!.unit, infoVerdict(context, ofUnit))),
    ...missingUnits(owed, rows, registers[0]!, {
      dutyOf: () => 'G10',
      field: null,
      severityOf: (unit) => gravityOf(dueMonths(context, unit).length),
      deadlineOf: (unit) => deadlineOfMonth(context, dueMonths(context, unit)[0]!),
      owedOf: (unit) => dueMonths(context, unit).length,
      data: { year: context.year },
    }),
  ];
}

function infoVerdict(context: Context, rows: readonly UnitRow[]): Verdict {
  const { unit } = rows[0]!;
  const months = judgedMonths(context, rows, dueMonths(context, unit));
  const missing = months.filter(({ fact }) => fact === 'no');
  if (missing.length === 0) return months.some(({ fact }) => fact === 'yes') ? 'met' : 'none';
  return say({
    code: 'G10',
    variant: 'months',
    severity: gravityOf(missing.length),
    about: unit,
    place: missing[0]!.place,
    data: { months: monthList(missing.map(({ month }) => month)), count: missing.length, year: context.year },
    deadline: deadlineOfMonth(context, missing[0]!.month),
    owed: missing.length,
  });
}

/**
 * Months (1..12) whose report is due on the as-of date: they lie in the period, their last day and the days of grace
 * are over, and the unit was founded by then.
 * @example dueMonths(2004年上半年 as of 2004-04-05 with 5 days of grace, a unit of 2004-02-10) // [2]
 */
export function dueMonths({ assessment, year }: Context, { organization }: Unit): number[] {
  const { period, asOf, graceDays } = assessment;
  const today = Date.parse(asOf);
  const months: number[] = [];
  for (let month = 1; month <= 12; month++) {
    const first = isoDate(year, month, 1);
    const last = isoDate(year, month, daysInMonth(year, month));
    if (period && (first < period.start || last > period.end)) continue;
    if (today <= Date.parse(last) + graceDays * ONE_DAY) continue;
    if (organization?.founded && last < organization.founded) continue;
    months.push(month);
  }
  return months;
}

/**
 * Last day on which the report of a month (1..12) is in time: its last day and the days of grace.
 * @example deadlineOfMonth(2004 with 5 days of grace, 2) // "2004-03-05"
 */
function deadlineOfMonth({ assessment: { graceDays }, year }: Context, month: number): IsoDate {
  const last = Date.parse(isoDate(year, month, daysInMonth(year, month)));
  return new Date(last + graceDays * ONE_DAY).toISOString().slice(0, 10);
}

/** In milliseconds. */
const ONE_DAY = 86_400_000;

interface JudgedMonth {
  readonly month: number;
  readonly fact: Exclude<Fact, 'unknown'>;
  /** Cell that shows a missing report. */
  readonly place: CellRef | null;
}

/**
 * Months as far as the registers say something about them, ascending. A register is a matrix of months or a list with
 * one report in each row.
 */
function judgedMonths(context: Context, rows: readonly UnitRow[], months: readonly number[]): JudgedMonth[] {
  const matrix = rows.filter(({ register }) => Object.keys(register.monthColumns).length > 0);
  const list = rows.filter(({ register }) => Object.keys(register.monthColumns).length === 0);
  const reported = list.length > 0 ? listedMonths(context, list) : new Set<number>();
  return months.flatMap((month): JudgedMonth[] => {
    if (reported.has(month)) return [{ month, fact: 'yes', place: null }];
    // A matrix that has no column for a month says nothing about it.
    const cells = matrix.map(({ row }) => cellsOfMonth(row, month)).filter(({ length }) => length > 0);
    const facts = cells.map((both) => bothFacts(both.map((cell) => reportFact(context, cell))));
    if (facts.includes('yes')) return [{ month, fact: 'yes', place: null }];
    if (facts.includes('notApplicable')) return [{ month, fact: 'notApplicable', place: null }];
    if (cells.length > 0) {
      const place = cells[0]!.find((cell) => reportFact(context, cell) === 'no') ?? null;
      return [{ month, fact: 'no', place }];
    }
    if (list.length === 0) return [];
    return [{ month, fact: 'no', place: listPlace(list[0]!.register, list[0]!.row) }];
  });
}

/** Both recipients must have their report; where one needs none, the other decides. */
function bothFacts(facts: readonly JudgedMonth['fact'][]): JudgedMonth['fact'] {
  if (facts.includes('no')) return 'no';
  return facts.includes('yes') ? 'yes' : 'notApplicable';
}

function cellsOfMonth(row: RegisterRow, month: number): readonly CellRef[] {
  return row.months[month] ?? [];
}

/** A list has no cell for a report that was never made: the unit's first row stands for it. */
function listPlace(register: Register, row: RegisterRow): CellRef | null {
  return row.cells.date ?? row.cells.unit ?? headerCell(register, 'date');
}

/** 0, 无 and blank are missing, "/" needs no report; a title or a tick is a report. */
function reportFact(context: Context, cell: CellRef): JudgedMonth['fact'] {
  const count = countOf(context, cell);
  if (typeof count === 'number') return count > 0 ? 'yes' : 'no';
  const fact = factOf(context, cell);
  return fact === 'unknown' ? 'no' : fact;
}

/** Months in which a listed report reached both recipients. */
function listedMonths(context: Context, rows: readonly UnitRow[]): Set<number> {
  const recipients = new Map<number, string[]>();
  for (const { row } of rows) {
    for (const day of datesOf(context, row.cells.date) ?? []) {
      if (Number(day.slice(0, 4)) !== context.year) continue;
      const month = Number(day.slice(5, 7));
      const texts = recipients.get(month);
      const text = textOf(context, row.cells.recipient);
      if (texts) texts.push(text);
      else recipients.set(month, [text]);
    }
  }
  return new Set([...recipients].filter(([, texts]) => reachBoth(texts)).map(([month]) => month));
}

/**
 * True unless the recipients name one of the two and not the other: the leader (by title or name) and 组织部.
 * @example reachBoth(["组织部"]) // false
 * @example reachBoth(["组织部", "联系领导"]) // true
 */
export function reachBoth(recipients: readonly string[]): boolean {
  const text = recipients.join('、');
  if (!text.includes('组织部')) return !text.includes('领导');
  const others = text
    .split('组织部')
    .join('')
    .replace(/集团|公司|党委|工委|[、，,;；和及与\s/]/g, '');
  return others !== '';
}
