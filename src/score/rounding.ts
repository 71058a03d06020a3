import type { Rational } from '../model';
import { Q } from '../values';
import { EXACT, FLOAT, roundUnlessNear, type Amount } from './arithmetic';
import { combine, emptyCombined, type Combined, type Extra } from './combine';
import type { Ledger } from './ledger';
import { SourceForm, type SourceFormCode } from './source';

/** Rounds the numbers of one scheme: in doubles, exactly where a double lies too near a boundary. */
export class Rounder {
  readonly float: Combined<number>;
  private readonly exact: Combined<Rational>;
  private exactSubject = -1;
  private subject = -1;
  private extra: Extra | null = null;

  constructor(
    private readonly ledger: Ledger,
    private readonly inPlay: readonly boolean[],
    private readonly formOf: (source: number, subject: number) => SourceFormCode,
  ) {
    this.float = emptyCombined(FLOAT, ledger);
    this.exact = emptyCombined(EXACT, ledger);
  }

  /** Computes the numbers of a subject; the getters below then round them. */
  open(subject: number, extra: Extra): void {
    this.subject = subject;
    this.extra = extra;
    combine(FLOAT, this.ledger, this.inPlay, (k) => this.formOf(k, subject), subject, extra, this.float);
  }

  /** The exact numbers of the open subject, computed once when first asked for. */
  exactly(): Combined<Rational> {
    const { subject, extra } = this;
    if (this.exactSubject !== subject) {
      combine(EXACT, this.ledger, this.inPlay, (k) => this.formOf(k, subject), subject, extra!, this.exact);
      this.exactSubject = subject;
    }
    return this.exact;
  }

  source(k: number): number {
    const tally = this.float.tallies[k]!;
    if (tally.form === SourceForm.none) return NaN;
    const rounded = roundUnlessNear(tally.score, 100);
    return rounded === rounded ? rounded : Q.roundToNumber(this.exactly().tallies[k]!.score, 2);
  }

  /** Combined points of a dimension. */
  dimension(d: number, max: Amount): number {
    if (!this.float.hasRate[d]) return NaN;
    const rounded = roundUnlessNear(this.float.rates[d]! * max.approx, 100);
    return rounded === rounded ? rounded : Q.roundToNumber(Q.mul(this.exactly().rates[d]!, max.exact), 2);
  }

  rate(d: number): number {
    if (!this.float.hasRate[d]) return NaN;
    const rounded = roundUnlessNear(this.float.rates[d]!, 10_000);
    return rounded === rounded ? rounded : Q.roundToNumber(this.exactly().rates[d]!, 4);
  }

  base(): number {
    const rounded = roundUnlessNear(this.float.base, 100);
    return rounded === rounded ? rounded : Q.roundToNumber(this.exactly().base, 2);
  }

  total(): number {
    const rounded = roundUnlessNear(this.float.total, 100);
    return rounded === rounded ? rounded : Q.roundToNumber(this.exactly().total, 2);
  }

  unrewarded(): number {
    const rounded = roundUnlessNear(this.float.unrewarded, 100);
    return rounded === rounded ? rounded : Q.roundToNumber(this.exactly().unrewarded, 2);
  }
}

/** A rounder that rounds exactly only: the law that the filtered one must agree with. */
export class ExactRounder extends Rounder {
  override open(subject: number, extra: Extra): void {
    super.open(subject, extra);
    const { float } = this;
    for (const tally of float.tallies) tally.score = Infinity;
    float.rates.fill(Infinity);
    float.base = float.total = float.unrewarded = Infinity;
  }
}
