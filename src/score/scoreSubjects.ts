import type { Issue, SchemeResult, SourceCode } from '../model';
import { STATUSES, type SubjectStatus } from '../model';
import { Q } from '../values';
import { NO_ADJUSTMENTS, type SubjectAdjustments } from './adjustments';
import { amountOf, NOTHING, type Amount } from './arithmetic';
import { Outcome, type Extra } from './combine';
import { hasNotes, missingSourceIssue, sourceIssues } from './dataIssues';
import { applyVetoes, grader } from './grades';
import type { Ledger, Play } from './ledger';
import { Rounder } from './rounding';
import { SourceForm } from './source';
import type { FloatSums } from './sums';

/** Columns of a result that are filled subject by subject. */
export type Sheet = Pick<
  SchemeResult,
  'status' | 'sources' | 'dimensions' | 'dimensionRates' | 'base' | 'bonus' | 'penalty' | 'total' | 'grade' | 'points'
>;

export function emptyColumn(length: number): Float64Array {
  return new Float64Array(length).fill(NaN);
}

/** A result sheet with no number yet. */
function newSheet(ledger: Ledger, { inPlay }: Play, { sums }: Rounder): Sheet {
  const count = ledger.input.subjects.length;
  const byCode = <T>(make: (k: number) => T): Partial<Record<SourceCode, T>> =>
    Object.fromEntries(ledger.sources.flatMap(({ code }, k) => (inPlay[k] ? [[code, make(k)]] : [])));
  return {
    status: new Uint8Array(count),
    sources: byCode(() => emptyColumn(count)),
    dimensions: ledger.dimensionMax.map(() => emptyColumn(count)),
    dimensionRates: ledger.dimensionMax.map(() => emptyColumn(count)),
    base: emptyColumn(count),
    bonus: emptyColumn(count),
    penalty: emptyColumn(count),
    total: emptyColumn(count),
    grade: new Int8Array(count).fill(-1),
    points: byCode((k) => sums[k]!.columnPoints),
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
  readonly sheet: Sheet;
  readonly issues: Issue[] = [];
  private readonly judge: (total: number) => number;
  private readonly totalCap: Amount | null;
  /** What most subjects have: neither bonus nor penalty. */
  private readonly plain: Extra;
  /** Result columns of the ledger's sources; null for those that are not in play. */
  private readonly scores: readonly (Float64Array | null)[];

  constructor(
    private readonly ledger: Ledger,
    private readonly play: Play,
    private readonly rounder: Rounder,
    private readonly adjustments: ReadonlyMap<number, SubjectAdjustments>,
    private readonly notesIssues: boolean,
  ) {
    const { parameters } = ledger.input;
    this.sheet = newSheet(ledger, play, rounder);
    this.judge = grader(parameters);
    this.totalCap = parameters.totalCap ? amountOf(parameters.totalCap) : null;
    this.plain = { bonus: NOTHING, penalty: NOTHING, totalCap: this.totalCap };
    this.scores = ledger.sources.map(({ code }) => this.sheet.sources[code] ?? null);
  }

  fill(subject: number): void {
    const { sheet, rounder, ledger, totalCap } = this;
    if (ledger.input.subjects[subject]!.exempt) {
      sheet.status[subject] = STATUS_CODE.exempt;
      return;
    }
    const extra = this.adjustments.get(subject) ?? NO_ADJUSTMENTS;
    rounder.open(
      subject,
      extra === NO_ADJUSTMENTS ? this.plain : { bonus: extra.bonus, penalty: extra.penalty, totalCap },
    );
    const status = this.fillSources(subject);
    sheet.status[subject] = STATUS_CODE[status];
    sheet.bonus[subject] = extra === NO_ADJUSTMENTS ? 0 : Q.roundToNumber(extra.bonus.exact, 2);
    sheet.penalty[subject] = extra === NO_ADJUSTMENTS ? 0 : Q.roundToNumber(extra.penalty.exact, 2);
    for (let d = 0; d < sheet.dimensions.length; d++) {
      sheet.dimensions[d]![subject] = rounder.dimension(d, ledger.dimensionMax[d]!);
      sheet.dimensionRates[d]![subject] = rounder.rate(d);
    }
    if (status === 'blocked') return;
    sheet.base[subject] = rounder.result(Outcome.base);
    this.fillTotal(subject, extra);
  }

  private fillSources(subject: number): SubjectStatus {
    const { ledger, rounder, play } = this;
    let status: SubjectStatus = rounder.float.hasBase ? 'scored' : 'blocked';
    for (let k = 0; k < play.inPlay.length; k++) {
      const form = play.forms[k]![subject]!;
      const source = ledger.sources[k]!;
      if (this.notesIssues && hasNotes(ledger, k, form, rounder.sums[k]!, subject))
        this.issues.push(...sourceIssues(ledger, k, form, subject));
      if (!play.inPlay[k]) continue;
      this.scores[k]![subject] = rounder.source(k);
      const isMissing = form === SourceForm.none;
      const effect = ledger.input.parameters.missing[source.code];
      if (isMissing && this.notesIssues)
        this.issues.push(missingSourceIssue(ledger.input, source, subject, rounder.float.hasBase));
      const isProvisional = isMissing ? effect === 'redistribute' : rounder.sums[k]!.unknown[subject]! > 0;
      if (isProvisional && status === 'scored') status = 'provisional';
      if (isMissing && effect === 'block') status = 'blocked';
    }
    return status;
  }

  private fillTotal(subject: number, { vetoes }: SubjectAdjustments): void {
    const { sheet, rounder } = this;
    const { parameters, scheme } = this.ledger.input;
    if (vetoes.length > 0) {
      const { results } = rounder.exactly();
      const total = results[Outcome.total]!;
      const judged = parameters.gradeWithBonus ? total : results[Outcome.unrewarded]!;
      const rules = vetoes.map((index) => scheme.adjustments[index]!);
      const outcome = applyVetoes(rules, total, judged, parameters);
      sheet.total[subject] = Q.roundToNumber(outcome.total, 2);
      sheet.grade[subject] = outcome.grade;
      return;
    }
    sheet.total[subject] = rounder.result(Outcome.total);
    const judged = parameters.gradeWithBonus ? sheet.total[subject]! : rounder.result(Outcome.unrewarded);
    sheet.grade[subject] = this.judge(judged);
  }
}

/** How a scheme is scored. */
export interface ScoringOptions {
  /** Leaves out the filter by doubles: the law that both agree is tested. */
  readonly isExactOnly: boolean;
  /** Notes what was noticed; without it only numbers are computed. */
  readonly notesIssues: boolean;
}

/**
 * Scores every subject of a scheme whose cells have been read: sources, dimensions, base, total, and the grade after
 * vetoes (specification, sections 4 to 6); null when no subject has any source, so that the scheme is not assessed.
 */
export function scoreSubjects(
  ledger: Ledger,
  play: Play,
  sums: readonly FloatSums[],
  adjustments: ReadonlyMap<number, SubjectAdjustments>,
  { isExactOnly, notesIssues }: ScoringOptions,
): { readonly sheet: Sheet; readonly issues: readonly Issue[] } | null {
  if (!play.inPlay.includes(true)) return null;
  const rounder = new Rounder(ledger, play, sums, isExactOnly);
  const filler = new SheetFiller(ledger, play, rounder, adjustments, notesIssues);
  for (let subject = 0; subject < ledger.input.subjects.length; subject++) filler.fill(subject);
  return { sheet: filler.sheet, issues: filler.issues };
}
