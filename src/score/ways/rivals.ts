import type { Rational } from '../../model';
import { definitionOf } from '../../rules';
import { Q } from '../../values';
import { NO_ADJUSTMENTS, readAdjustments, type SubjectAdjustments } from '../adjustments';
import { CellState } from '../cellPoints';
import { groupValues, type GroupValues, type ScoreColumn } from '../column';
import type { ExplainContext } from '../explainContext';
import { rankedPeers } from '../explainGrade';
import { gradeOf } from '../grades';
import { quotaLimit } from '../quota';
import { compareKey, type TieKey } from '../ranking';
import { countsFor, takesPlaces, type Item } from './item';
import type { Rung } from './ladder';
import { openProfile, shiftOf, standingOf, type Profile, type Shift, type Standing } from './standing';

/** A value that an item is raised to. */
export interface Raise {
  readonly item: Item;
  readonly rung: Rung;
}

/** Another subject of the group that has the top grade before the quota. */
interface Rival {
  readonly subject: number;
  readonly standing: Standing;
}

/** Total first, then the keys of 同分排序; below 0 when `a` comes first. */
function compare(a: Standing, b: Standing): number {
  if (a.total !== b.total) return b.total - a.total;
  for (let i = 0; i < a.keys.length; i++) {
    const order = compareKey(a.keys[i]!, b.keys[i]!);
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * The others of the group who hold the places of 优秀比例上限: one more is kept only if, with all who tie with it, it fits
 * (specification, section 6).
 */
export class Rivals {
  readonly limit: number;
  readonly peers: readonly number[];
  private readonly rivals: readonly Rival[];
  private readonly profiles = new Map<number, Profile>();
  private readonly places = new Map<ScoreColumn, GroupValues>();
  private adjustments: ReadonlyMap<number, SubjectAdjustments> | null = null;

  constructor(
    private readonly context: ExplainContext,
    private readonly keys: readonly TieKey[],
    /** The quota bounds the top grade only. */
    isForTop: boolean,
  ) {
    const { input, subject } = context;
    this.peers = rankedPeers(context);
    this.limit = (isForTop ? quotaLimit(input, this.peers.length) : null) ?? Infinity;
    this.rivals =
      this.limit === Infinity
        ? []
        : this.peers
            .filter((peer) => peer !== subject)
            .map((peer) => ({ subject: peer, standing: this.standing(peer) }))
            .filter(({ standing }) => standing.grade === 0)
            .sort((a, b) => compare(a.standing, b.standing) || a.subject - b.subject);
  }

  /** The rival that must be outdone; null when there is room. */
  get last(): Rival | null {
    return this.rivals[this.limit - 1] ?? null;
  }

  /** Whether a standing with the top grade keeps it. */
  keeps(own: Standing, raises: readonly Raise[]): boolean {
    if (this.rivals.length < this.limit) return true;
    const overtaking = raises.filter(({ item }) => takesPlaces(item));
    let before = 0;
    for (const { subject, standing } of this.rivals) {
      if (compare(standing, own) > 0 && overtaking.length === 0) break;
      const now = overtaking.length > 0 ? this.after(subject, standing, overtaking) : standing;
      if (now.grade === 0 && compare(now, own) <= 0) before++;
      if (before >= this.limit) return false;
    }
    return true;
  }

  /** Where a subject stands now, before the quota; exact where the columns do not tell. */
  private standing(subject: number): Standing {
    const { input, result } = this.context;
    const { gradeWithBonus } = input.parameters;
    const total = result.total[subject]!;
    const grade = gradeOf(total, input.parameters);
    const isPlain = !result.vetoes.has(subject) && (gradeWithBonus || result.bonus[subject] === 0);
    if (grade !== 0 || isPlain || input.tableTotals) {
      return { grade, total, keys: this.keys.map(({ values }) => values[subject]!) };
    }
    return standingOf(this.context.ledger, this.profile(subject), [], this.keys);
  }

  private profile(subject: number): Profile {
    let profile = this.profiles.get(subject);
    if (!profile) {
      const { assessment, input, ledger, inPlay } = this.context;
      this.adjustments ??= readAdjustments(assessment, input).bySubject;
      profile = openProfile(ledger, inPlay, subject, this.adjustments.get(subject) ?? NO_ADJUSTMENTS);
      this.profiles.set(subject, profile);
    }
    return profile;
  }

  /** Where a rival stands after it has been overtaken in columns of 名次赋分. */
  private after(rival: number, now: Standing, raises: readonly Raise[]): Standing {
    const shifts = raises.flatMap((raise) => this.loss(rival, raise) ?? []);
    return shifts.length === 0 ? now : standingOf(this.context.ledger, this.profile(rival), shifts, this.keys);
  }

  private loss(rival: number, { item, rung }: Raise): Shift | null {
    const { ledger } = this.context;
    const { k, value, column } = item;
    const { indicator, distinct, dimension } = column!;
    const cell = distinct.at(rival);
    const isBetween =
      cell.state === CellState.value && Q.compare(cell.value!, value) >= 0 && Q.compare(cell.value!, rung.value) < 0;
    if (!isBetween) return null;
    const profile = this.profile(rival);
    if (!countsFor(ledger, item, profile.forms[k]!, rival)) return null;
    const place = this.valuesOf(column!).placeOf(cell.value!);
    const { method } = indicator!;
    const pointsAt = (at: number): Rational =>
      definitionOf(method).points(cell.value!, method, indicator!.max, { best: null, place: at });
    const lost = Q.sub(pointsAt(place + 1), pointsAt(place));
    return shiftOf(ledger, profile, k, dimension, lost);
  }

  /** What the group has in a column now. */
  private valuesOf(column: ScoreColumn): GroupValues {
    let values = this.places.get(column);
    if (!values) {
      const { groups } = this.context.ledger;
      values = groupValues(column.distinct, groups.assessed(groups.of(this.context.subject)));
      this.places.set(column, values);
    }
    return values;
  }
}
