import type { CellRef, IsoDate, Register, RegisterField, Severity } from '../model';
import { unitOf, type Context, type Unit, type UnitRow } from './context';
import { codeOfDuty, type Duty, type Judgement } from './judgement';
import { say } from './say';
import type { WordData } from './words';

/** Index and organization of every unit that is not exempt and that `belongs`. */
function unitsWhere(context: Context, belongs: (unit: Unit) => boolean): Unit[] {
  const units: Unit[] = [];
  context.assessment.organizations.forEach((organization, index) => {
    if (organization.exempt) return;
    const unit = unitOf(context, index);
    if (belongs(unit)) units.push(unit);
  });
  return units;
}

/** Every 党委 and 直属党总支: who must be in the registers of plans, measures, records, funds and bonds. */
export function committees(context: Context): Unit[] {
  return unitsWhere(context, isCommittee);
}

/** Every 党总支 and 党支部: who must be in a register of bonds that has a letter of the lower layer. */
export function branches(context: Context): Unit[] {
  return unitsWhere(context, isBranch);
}

/** Units that have a 联系领导: who must be in the registers of information and materials. */
export function contactPoints(context: Context): Unit[] {
  return unitsWhere(context, ({ organization }) => (organization?.contactLeader ?? '').trim() !== '');
}

/** 党委 or 直属党总支; without a roster by the end of the name. */
export function isCommittee({ organization, name }: Unit): boolean {
  if (organization) return organization.kind === '党委' || organization.kind === '直属党总支';
  return name.endsWith('党委') || name.endsWith('委员会') || name.includes('直属党总支');
}

/** 党总支 or 党支部; without a roster by the end of the name. */
export function isBranch(unit: Unit): boolean {
  const { organization } = unit;
  return organization ? organization.kind === '党总支' || organization.kind === '党支部' : !isCommittee(unit);
}

/** A duty that is not fulfilled for each unit that must be in a register and is in none of its rows (specification, section 10). */
export function missingUnits(
  owed: readonly Unit[],
  rows: readonly UnitRow[],
  register: Register,
  duty: {
    readonly dutyOf: (unit: Unit) => Duty;
    readonly field: RegisterField | null;
    readonly severityOf?: (unit: Unit) => Severity;
    readonly deadlineOf?: (unit: Unit) => IsoDate | null;
    readonly owedOf?: (unit: Unit) => number;
    readonly data?: WordData;
  },
): Judgement[] {
  const present = new Set(rows.map(({ unit }) => unit.subject));
  const place = headerCell(register, duty.field);
  return owed
    .filter(({ subject }) => !present.has(subject))
    .map((unit) => ({
      duty: duty.dutyOf(unit),
      unit,
      finding: say({
        code: codeOfDuty(duty.dutyOf(unit)),
        variant: 'notListed',
        about: unit,
        place,
        severity: duty.severityOf?.(unit),
        deadline: duty.deadlineOf?.(unit),
        owed: duty.owedOf?.(unit),
        data: duty.data,
      }),
    }));
}

/** Header cell of a field, so that the finding of a unit without a row can name the column. */
export function headerCell(register: Register, field: RegisterField | null): CellRef | null {
  const column = (field === null ? undefined : register.columns[field]) ?? register.columns.unit;
  return column === undefined ? null : { sheet: register.sheet, row: register.headerRow, column };
}
