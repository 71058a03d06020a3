import type { Rational } from '../model';
import { Q } from '../values';
import { EXACT, FLOAT, roundUnlessNear, type Amount } from './arithmetic';
import { combine, emptyCombined, type Combined, type Extra, type OutcomePosition } from './combine';
import type { Ledger, Play } from './ledger';
import { SourceForm, type SourceFormCode } from './source';
import { loadExact, loadFloat, type FloatSums } from './sums';

/** Rounds the numbers of one scheme: from doubles, and exactly where a double lies too near a boundary. */
export class Rounder {
  readonly float: Combined<number>;
  private readonly exact: Combined<Rational>;
  private exactSubject = -1;
  private subject = -1;
  private extra: Extra | null = null;

  constructor(
    private readonly ledger: Ledger,
    private readonly play: Play,
    readonly sums: readonly FloatSums[],
    private readonly isExactOnly = false,
  ) {
    this.float = emptyCombined(FLOAT, ledger);
    this.exact = emptyCombined(EXACT, ledger);
  }

  /** Computes the numbers of a subject; the methods below then round them. */
  open(subject: number, extra: Extra): void {
    this.subject = subject;
    this.extra = extra;
    loadFloat(this.sums, this.play, subject, this.float);
    combine(FLOAT, this.ledger, this.play.inPlay, subject, extra, this.float);
  }

  /** The exact numbers of the open subject, computed when first asked for. */
  exactly(): Combined<Rational> {
    const { subject, ledger, play } = this;
    if (this.exactSubject !== subject) {
      loadExact(ledger, (k) => play.forms[k]![subject]! as SourceFormCode, subject, this.exact);
      combine(EXACT, ledger, play.inPlay, subject, this.extra!, this.exact);
      this.exactSubject = subject;
    }
    return this.exact;
  }

  private filter(value: number, scale: number): number {
    return this.isExactOnly ? NaN : roundUnlessNear(value, scale);
  }

  source(k: number): number {
    if (this.float.forms[k] === SourceForm.none) return NaN;
    const rounded = this.filter(this.float.scores[k]!, 100);
    return rounded === rounded ? rounded : Q.roundToNumber(this.exactly().scores[k]!, 2);
  }

  /** Combined points of a dimension. */
  dimension(d: number, max: Amount): number {
    if (!this.float.hasRate[d]) return NaN;
    const rounded = this.filter(this.float.rates[d]! * max.approx, 100);
    return rounded === rounded ? rounded : Q.roundToNumber(Q.mul(this.exactly().rates[d]!, max.exact), 2);
  }

  rate(d: number): number {
    if (!this.float.hasRate[d]) return NaN;
    const rounded = this.filter(this.float.rates[d]!, 10_000);
    return rounded === rounded ? rounded : Q.roundToNumber(this.exactly().rates[d]!, 4);
  }

  result(position: OutcomePosition): number {
    const rounded = this.filter(this.float.results[position]!, 100);
    return rounded === rounded ? rounded : Q.roundToNumber(this.exactly().results[position]!, 2);
  }
}
