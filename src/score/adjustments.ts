import type {
  AdjustmentEntry,
  AdjustmentRule,
  Assessment,
  CellRef,
  CellValue,
  Issue,
  Rational,
  SchemeAssessment,
} from '../model';
import { formatAt, valueAt } from '../model';
import { findLevel, Q, readCount, readKinds, readNumber, readState, readYesNo, type Reading } from '../values';
import { amountOf, NOTHING, type Amount } from './arithmetic';
import { cellText } from './cellPoints';
import { schemeIssue } from './issues';

/** A grade that a person entered (评定等次). */
export interface ManualGrade {
  /** Index into `SchemeParameters.grades`. */
  readonly grade: number;
  readonly entry: AdjustmentEntry;
}

/** Bonuses, penalties, vetoes and a person's grade of one subject. */
export interface SubjectAdjustments {
  /** After the caps. */
  readonly bonus: Amount;
  readonly penalty: Amount;
  /** Before the cap of all bonuses. */
  readonly bonusBeforeCap: Rational;
  /** What each bonus or penalty rule gives, after its own cap, by index into `Scheme.adjustments`. */
  readonly byRule: ReadonlyMap<number, Rational>;
  /** Vetoes that apply, in the order of the rules. */
  readonly vetoes: readonly number[];
  readonly manual: ManualGrade | null;
}

export const NO_ADJUSTMENTS: SubjectAdjustments = {
  bonus: NOTHING,
  penalty: NOTHING,
  bonusBeforeCap: Q.ZERO,
  byRule: new Map(),
  vetoes: [],
  manual: null,
};

interface Cell {
  readonly value: CellValue;
  readonly format: string;
  readonly place: CellRef;
}

/** Points of some kinds, each as often as it is counted. */
function sumKinds(rule: AdjustmentRule, counts: readonly number[]): Rational {
  return Q.sum(rule.kinds.map((kind, i) => Q.mul(kind.amount, Q.of(counts[i]!))));
}

/** Reads the entries of one scheme and notes what is wrong with them. */
class EntryReader {
  readonly issues: Issue[] = [];

  constructor(
    private readonly assessment: Assessment,
    private readonly input: SchemeAssessment,
  ) {}

  cell(place: CellRef | null): Cell | null {
    if (!place) return null;
    const { workbook, sheet } = this.assessment.sheets[place.sheet]!;
    const book = this.assessment.workbooks[workbook]!;
    const table = book.sheets[sheet]!;
    const value = valueAt(book, table, place.row, place.column);
    return { value, format: formatAt(book, table, place.row, place.column), place };
  }

  note(
    entry: AdjustmentEntry,
    rule: AdjustmentRule | null,
    code: Issue['code'],
    variant: string,
    cell: Cell | null,
    data = {},
  ): void {
    const named = rule ? { rule: rule.name, id: rule.id } : { rule: '评定等次', id: '' };
    const text = cellText(cell?.value ?? null);
    const place = cell?.place ?? entry.place;
    this.issues.push(schemeIssue(this.input, code, variant, entry.subject, place, { ...named, text, ...data }));
  }

  /** The reading's value, or null with a note for what was not understood. */
  private settle(
    entry: AdjustmentEntry,
    rule: AdjustmentRule,
    cell: Cell,
    reading: Reading<Rational>,
  ): Rational | null {
    const options = rule.kinds.map(({ name }) => name).join('、');
    if (reading.state === 'unreadable') this.note(entry, rule, 'D03', 'adjustment', cell, { options });
    if (reading.state === 'error') this.note(entry, rule, 'D06', 'adjustment', cell);
    if (reading.state === 'unknown' && reading.written) {
      this.note(entry, rule, 'D01', 'pending', cell, { indicator: rule.name, source: '' });
    }
    if (reading.state !== 'value') return null;
    if (rule.type === 'penalty') return Q.abs(reading.value);
    if (reading.value.n >= 0n) return reading.value;
    this.note(entry, rule, 'D02', 'adjustment', cell, { value: Q.toNumber(reading.value) });
    return Q.ZERO;
  }

  /** Points that one row of a bonus or a penalty gives: 分值 as it is, else 次数, else once. */
  amount(entry: AdjustmentEntry, rule: AdjustmentRule): Rational {
    const points = this.cell(entry.points);
    const written = points ? readNumber(points.value, points.format) : null;
    const isGiven = written && !(written.state === 'unknown' && !written.written) && written.state !== 'notApplicable';
    if (points && isGiven) return this.settle(entry, rule, points, written) ?? Q.ZERO;
    const times = this.cell(entry.times);
    const isEmpty = !times || isTrulyBlank(times.value);
    if (rule.kinds.length > 0) return this.kindsAmount(entry, rule, isEmpty ? null : times);
    if (isEmpty) return rule.unit ?? Q.ZERO;
    const count = this.settle(entry, rule, times, readTimes(times));
    return count ? Q.mul(count, rule.unit ?? Q.ZERO) : Q.ZERO;
  }

  private kindsAmount(entry: AdjustmentEntry, rule: AdjustmentRule, times: Cell | null): Rational {
    const only = rule.kinds.length === 1 ? rule.kinds[0]! : null;
    if (!times && only) return only.amount;
    const named =
      times || entry.kind === undefined
        ? null
        : readKinds(
            entry.kind,
            rule.kinds.map(({ name }) => name),
          );
    if (named?.state === 'value') return sumKinds(rule, named.value);
    if (!times) {
      this.note(entry, rule, 'D03', 'adjustment', this.cell(entry.times), {
        options: rule.kinds.map(({ name }) => name).join('、'),
      });
      return Q.ZERO;
    }
    const counted = only ? readTimes(times) : null;
    if (only && counted?.state === 'value')
      return Q.mul(this.settle(entry, rule, times, counted) ?? Q.ZERO, only.amount);
    const names = rule.kinds.map(({ name }) => name);
    const reading = readKinds(times.value, names);
    if (reading.state !== 'value') {
      this.settle(entry, rule, times, reading);
      return Q.ZERO;
    }
    return sumKinds(rule, reading.value);
  }

  /** Whether a veto row applies: 1, 是, √ or nothing do, 0, 否 or × do not. */
  applies(entry: AdjustmentEntry, rule: AdjustmentRule): boolean {
    const times = this.cell(entry.times);
    if (!times || isTrulyBlank(times.value)) return true;
    const reading = readTimes(times);
    const count = this.settle(entry, rule, times, reading);
    return count !== null && count.n > 0n;
  }

  /** Grade that a person entered, under 等次 or 分值. */
  manual(entry: AdjustmentEntry): ManualGrade | null {
    const grades = this.input.parameters.grades.map(({ name }) => name);
    const cells = [this.cell(entry.grade), this.cell(entry.points)].filter(
      (cell) => cell !== null && !isTrulyBlank(cell.value),
    );
    const cell = cells[0] ?? null;
    const state = cell ? readState(cell.value) : null;
    const grade = cell && typeof cell.value === 'string' ? findLevel(cell.value, grades) : -1;
    if (grade >= 0) return { grade, entry };
    const isError = state !== null && typeof state === 'object' && state.state === 'error';
    this.note(entry, null, isError ? 'D06' : 'D03', isError ? 'adjustment' : 'grade', cell, {
      options: grades.join('、'),
    });
    return null;
  }
}

function isTrulyBlank(value: CellValue): boolean {
  const state = readState(value);
  return typeof state === 'object' && state.state === 'unknown' && !state.written;
}

/** A count, or a yes or no as 1 or 0. */
function readTimes({ value, format }: Cell): Reading<Rational> {
  const count = readCount(value, format);
  // "1-3" is a range, not the third of January: only words are a yes or a no.
  if (count.state !== 'unreadable' || (typeof value === 'string' && /\d/u.test(value.normalize('NFKC')))) return count;
  const answer = readYesNo(value);
  return answer.state === 'value' ? { state: 'value', value: answer.value ? Q.ONE : Q.ZERO } : answer;
}

class Draft {
  readonly sums = new Map<number, Rational>();
  readonly vetoes = new Set<number>();
  manual: ManualGrade | null = null;

  build({ scheme, parameters }: SchemeAssessment): SubjectAdjustments {
    const byRule = new Map<number, Rational>();
    let bonus = Q.ZERO;
    let penalty = Q.ZERO;
    for (const [index, sum] of [...this.sums].sort(([a], [b]) => a - b)) {
      const rule = scheme.adjustments[index]!;
      const capped = rule.cap ? Q.min(sum, rule.cap) : sum;
      byRule.set(index, capped);
      if (rule.type === 'bonus') bonus = Q.add(bonus, capped);
      else penalty = Q.add(penalty, capped);
    }
    return {
      bonus: amountOf(Q.min(bonus, parameters.bonusCap)),
      penalty: amountOf(penalty),
      bonusBeforeCap: bonus,
      byRule,
      vetoes: [...this.vetoes].sort((a, b) => a - b),
      manual: this.manual,
    };
  }
}

/** What all entries of a scheme come to. */
export interface AdjustmentReading {
  readonly bySubject: ReadonlyMap<number, SubjectAdjustments>;
  readonly issues: readonly Issue[];
}

/**
 * Bonuses, penalties, vetoes and entered grades by subject; most subjects have none (specification, sections 5 and 6).
 * `only` limits the work to one subject.
 */
export function readAdjustments(
  assessment: Assessment,
  input: SchemeAssessment,
  only: number | null = null,
): AdjustmentReading {
  const reader = new EntryReader(assessment, input);
  const drafts = new Map<number, Draft>();
  for (const entry of input.adjustments) {
    if (input.subjects[entry.subject]?.exempt !== false || (only !== null && entry.subject !== only)) continue;
    const draft = drafts.get(entry.subject) ?? new Draft();
    drafts.set(entry.subject, draft);
    if (entry.rule === 'grade') {
      draft.manual ??= reader.manual(entry);
      continue;
    }
    const rule = input.scheme.adjustments[entry.rule]!;
    if (rule.type === 'veto') {
      if (reader.applies(entry, rule)) draft.vetoes.add(entry.rule);
    } else draft.sums.set(entry.rule, Q.add(draft.sums.get(entry.rule) ?? Q.ZERO, reader.amount(entry, rule)));
  }
  return {
    bySubject: new Map([...drafts].map(([subject, draft]) => [subject, draft.build(input)])),
    issues: reader.issues,
  };
}
