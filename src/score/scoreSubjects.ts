import type { Issue, SchemeResult, SourceCode } from '../model';
import { STATUSES, type SubjectStatus } from '../model';
import { NO_ADJUSTMENTS, type SubjectAdjustments } from './adjustments';
import { CellState } from './cellPoints';
import { hasNotes, missingSourceIssue, tallyIssues } from './dataIssues';
import { applyVetoes, grader } from './grades';
import { findPlay, type Ledger } from './ledger';
import { Rounder } from './rounding';
import { SourceForm, type SourceFormCode } from './source';
import { Q } from '../values';

/** Columns of a result that are filled subject by subject. */
export interface Sheet {
  readonly status: Uint8Array;
  readonly sources: Readonly<Partial<Record<SourceCode, Float64Array>>>;
  readonly dimensions: readonly Float64Array[];
  readonly dimensionRates: readonly Float64Array[];
  readonly base: Float64Array;
  readonly bonus: Float64Array;
  readonly penalty: Float64Array;
  readonly total: Float64Array;
  readonly grade: Int8Array;
  readonly points: SchemeResult['points'];
}

function empty(length: number): Float64Array {
  return new Float64Array(length).fill(NaN);
}

/** A result sheet with no number yet. */
export function newSheet(ledger: Ledger, inPlay: readonly boolean[]): Sheet {
  const count = ledger.input.subjects.length;
  const played = ledger.sources.filter((_source, k) => inPlay[k]);
  return {
    status: new Uint8Array(count),
    sources: Object.fromEntries(played.map(({ code }) => [code, empty(count)])),
    dimensions: ledger.dimensionMax.map(() => empty(count)),
    dimensionRates: ledger.dimensionMax.map(() => empty(count)),
    base: empty(count),
    bonus: empty(count),
    penalty: empty(count),
    total: empty(count),
    grade: new Int8Array(count).fill(-1),
    points: Object.fromEntries(played.map(({ code, columns }) => [code, columns.map(() => empty(count))])),
  };
}

export const STATUS_CODE: Readonly<Record<SubjectStatus, number>> = {
  scored: STATUSES.indexOf('scored'),
  provisional: STATUSES.indexOf('provisional'),
  blocked: STATUSES.indexOf('blocked'),
  exempt: STATUSES.indexOf('exempt'),
};

/** Fills a sheet, one subject after the other. */
class SheetFiller {
  readonly issues: Issue[] = [];
  private readonly judge: (total: number) => number;

  constructor(
    private readonly ledger: Ledger,
    private readonly inPlay: readonly boolean[],
    private readonly rounder: Rounder,
    private readonly sheet: Sheet,
    private readonly adjustments: ReadonlyMap<number, SubjectAdjustments>,
  ) {
    this.judge = grader(ledger.input.parameters);
  }

  fill(subject: number): void {
    const { sheet, rounder, ledger } = this;
    const { subjects, parameters } = ledger.input;
    if (subjects[subject]!.exempt) {
      sheet.status[subject] = STATUS_CODE.exempt;
      return;
    }
    const extra = this.adjustments.get(subject) ?? NO_ADJUSTMENTS;
    rounder.open(subject, {
      bonus: extra.bonus,
      penalty: extra.penalty,
      totalCap: parameters.totalCap ? this.cap() : null,
    });
    const status = this.fillSources(subject);
    sheet.status[subject] = STATUS_CODE[status];
    sheet.bonus[subject] = extra === NO_ADJUSTMENTS ? 0 : Q.roundToNumber(extra.bonus.exact, 2);
    sheet.penalty[subject] = extra === NO_ADJUSTMENTS ? 0 : Q.roundToNumber(extra.penalty.exact, 2);
    for (let d = 0; d < sheet.dimensions.length; d++) {
      sheet.dimensions[d]![subject] = rounder.dimension(d, ledger.dimensionMax[d]!);
      sheet.dimensionRates[d]![subject] = rounder.rate(d);
    }
    if (status === 'blocked') return;
    sheet.base[subject] = rounder.base();
    this.fillTotal(subject, extra);
  }

  private capAmount: { exact: ReturnType<typeof Q.of>; approx: number } | null = null;

  private cap() {
    const cap = this.ledger.input.parameters.totalCap!;
    return (this.capAmount ??= { exact: cap, approx: Q.toNumber(cap) });
  }

  private fillSources(subject: number): SubjectStatus {
    const { ledger, rounder, sheet, inPlay } = this;
    let status: SubjectStatus = rounder.float.hasBase ? 'scored' : 'blocked';
    for (let k = 0; k < inPlay.length; k++) {
      const tally = rounder.float.tallies[k]!;
      const source = ledger.sources[k]!;
      if (hasNotes(ledger, k, tally, subject)) this.issues.push(...tallyIssues(ledger, k, tally, subject));
      if (!inPlay[k]) continue;
      sheet.sources[source.code]![subject] = rounder.source(k);
      if (tally.form === SourceForm.none) {
        const effect = ledger.input.parameters.missing[source.code];
        if (effect === 'block') status = 'blocked';
        if (effect === 'redistribute' && status === 'scored') status = 'provisional';
        this.issues.push(missingSourceIssue(ledger.input, source, subject));
      } else if (tally.unknown > 0 && status === 'scored') status = 'provisional';
      this.fillPoints(subject, k);
    }
    return status;
  }

  private fillPoints(subject: number, k: number): void {
    const tally = this.rounder.float.tallies[k]!;
    if (tally.form !== SourceForm.indicators) return;
    const { columns, code } = this.ledger.sources[k]!;
    const points = this.sheet.points[code]!;
    for (let i = 0; i < columns.length; i++) {
      const cell = tally.cells[i];
      if (cell && cell.state === CellState.value) points[i]![subject] = cell.approx;
    }
  }

  private fillTotal(subject: number, { vetoes }: SubjectAdjustments): void {
    const { sheet, rounder } = this;
    const { parameters, scheme } = this.ledger.input;
    if (vetoes.length > 0) {
      const { total, unrewarded } = rounder.exactly();
      const rules = vetoes.map((index) => scheme.adjustments[index]!);
      const outcome = applyVetoes(rules, total, parameters.gradeWithBonus ? total : unrewarded, parameters);
      sheet.total[subject] = Q.roundToNumber(outcome.total, 2);
      sheet.grade[subject] = outcome.grade;
      return;
    }
    sheet.total[subject] = rounder.total();
    sheet.grade[subject] = this.judge(parameters.gradeWithBonus ? sheet.total[subject]! : rounder.unrewarded());
  }
}

/** How the numbers are rounded; tests pass one that is exact throughout. */
export type MakeRounder = (
  ledger: Ledger,
  inPlay: readonly boolean[],
  formOf: (source: number, subject: number) => SourceFormCode,
) => Rounder;

/**
 * Scores every subject of a scheme: sources, dimensions, base, total, and the grade after vetoes (specification,
 * sections 4 to 6); null when no subject has any source, so that the scheme is not assessed.
 */
export function scoreSubjects(
  ledger: Ledger,
  adjustments: ReadonlyMap<number, SubjectAdjustments>,
  makeRounder: MakeRounder,
): { readonly sheet: Sheet; readonly issues: readonly Issue[] } | null {
  const { forms, inPlay } = findPlay(ledger);
  if (!inPlay.includes(true)) return null;
  const sheet = newSheet(ledger, inPlay);
  const rounder = makeRounder(ledger, inPlay, (k, subject) => forms[k]![subject]! as SourceFormCode);
  const filler = new SheetFiller(ledger, inPlay, rounder, sheet, adjustments);
  for (let subject = 0; subject < ledger.input.subjects.length; subject++) filler.fill(subject);
  return { sheet, issues: filler.issues };
}
