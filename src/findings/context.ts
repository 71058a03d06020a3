import type { Assessment, IsoDate, Organization, Register, RegisterLayout, RegisterRow, Result } from '../model';
import { nameType, type NameType } from '../recognise/names';

/** What every duty is judged with. */
export interface Context {
  readonly assessment: Assessment;
  readonly result: Result;
  /** Year whose duties are judged: the year in which the period ends, else that of the as-of date. */
  readonly year: number;
  /** Scheme that scores an organization, by its index; absent when none does. */
  readonly schemeOf: ReadonlyMap<number, string>;
  readonly hasRoster: boolean;
  /** Types of organization that the roster lists, by their names. */
  readonly types: ReadonlySet<NameType | null>;
}

/** Collects once what the duties need again and again. */
export function contextOf(assessment: Assessment, result: Result): Context {
  const schemeOf = new Map<number, string>();
  for (const { scheme, subjects } of assessment.schemes) {
    for (const { organization } of subjects) {
      if (organization !== null && !schemeOf.has(organization)) schemeOf.set(organization, scheme.name);
    }
  }
  return {
    assessment,
    result,
    year: Number((assessment.period?.end ?? assessment.asOf).slice(0, 4)),
    schemeOf,
    hasRoster: assessment.organizations.length > 0,
    types: new Set(assessment.organizations.map(({ name }) => nameType(name))),
  };
}

/** Registers (台账) of one layout, in the order of their sheets. */
export function registersOf(context: Context, layout: RegisterLayout): readonly Register[] {
  return context.assessment.registers.filter((register) => register.layout === layout);
}

/**
 * True when a duty that is due on a day is to be judged: the as-of date is later, and the day is not before the period.
 * @example isDue(context of 2004年下半年 as of 2005-01-20, "2004-06-30") // false: it belongs to the half-year before
 */
export function isDue({ assessment: { period, asOf } }: Context, day: IsoDate): boolean {
  return asOf > day && (period === null || day >= period.start);
}

/** A day of the judged year, e.g. dayOf(context, "12-31"). */
export function dayOf({ year }: Context, monthDay: string): IsoDate {
  return `${String(year).padStart(4, '0')}-${monthDay}`;
}

/** A row of a register together with whom it is about. */
export interface UnitRow {
  readonly register: Register;
  readonly row: RegisterRow;
  readonly unit: Unit;
}

/** Whom a duty binds: an organization of the roster or, without a roster, a name. */
export interface Unit {
  readonly organization: Organization | null;
  /** Id, else name: what findings call the subject. */
  readonly subject: string;
  readonly name: string;
  readonly scheme: string | null;
}

/** The unit of an organization of the roster. */
export function unitOf({ assessment, schemeOf }: Context, organization: number): Unit {
  const found = assessment.organizations[organization]!;
  return {
    organization: found,
    subject: found.id ?? found.name,
    name: found.name,
    scheme: schemeOf.get(organization) ?? null,
  };
}

/**
 * Rows of registers that bind somebody: exempt units have no findings, and a name that the roster should know is
 * finding D04 already.
 */
export function unitRows(context: Context, registers: readonly Register[]): UnitRow[] {
  const rows: UnitRow[] = [];
  for (const register of registers) {
    for (const row of register.rows) {
      const unit = unitOfRow(context, row);
      if (unit) rows.push({ register, row, unit });
    }
  }
  return rows;
}

function unitOfRow(context: Context, row: RegisterRow): Unit | null {
  if (row.organization !== null) {
    return context.assessment.organizations[row.organization]!.exempt ? null : unitOf(context, row.organization);
  }
  // A roster of committees says nothing of branches: these are no unknown names (no D04), so they are judged.
  const type = nameType(row.name);
  const isUnknown = context.hasRoster && (type === null || context.types.has(type));
  if (isUnknown || row.name === '') return null;
  return { organization: null, subject: row.name, name: row.name, scheme: null };
}

/** Rows by unit, in the order in which the units appear first. */
export function byUnit(rows: readonly UnitRow[]): UnitRow[][] {
  const groups = new Map<string, UnitRow[]>();
  for (const row of rows) {
    const group = groups.get(row.unit.subject);
    if (group) group.push(row);
    else groups.set(row.unit.subject, [row]);
  }
  return [...groups.values()];
}
