import type { Assessment, FromBelow, SchemeAssessment, SchemeResult } from '../model';
import { Level, levelBelow, schemeLevel, type LevelCode } from '../rules';
import { findLevel } from '../values';
import { STATUS_CODE } from './scoreSubjects';

/** What the lower level comes to for one subject: its rate is `met` / `assessed`. */
export interface LowerCount {
  readonly who: 'member' | 'branch';
  readonly measure: FromBelow['measure'];
  /** Scored and provisional ones (specification, section 8). */
  readonly assessed: number;
  readonly met: number;
  /** Among `assessed`: those whose total is 暂算. */
  readonly provisional: number;
  /** Without a total, so in no denominator. */
  readonly blocked: number;
  /** Branches below of which no member is assessed: without them the rate is a part of the truth. */
  readonly silent: number;
}

/** Counts of one indicator by subject; null for a subject with nobody below it. */
export type LowerCounts = readonly (LowerCount | null)[];

type Results = readonly (SchemeResult | null | undefined)[];
type Draft = { -readonly [K in keyof LowerCount]: LowerCount[K] };

/** Index of the last grade that fulfils a measure; grades are best first. */
function lastGrade({ parameters }: SchemeAssessment, measure: FromBelow['measure']): number {
  if (measure === 'top') return 0;
  const names = parameters.grades.map(({ name }) => name);
  const named = findLevel('合格', names);
  // Without a grade of that name all but the lowest are 合格.
  return named >= 0 ? named : Math.max(0, names.length - 2);
}

/**
 * What the schemes of the lower layer, already scored, come to for each subject of a scheme, for one of its indicators
 * with 来源=下级; null when nothing lower is assessed. `results` are in the order of `Assessment.schemes`. Somebody whom
 * several schemes assess counts once.
 */
export function lowerCounts(
  assessment: Assessment,
  input: SchemeAssessment,
  indicator: number,
  results: Results,
): LowerCounts | null {
  const { fromBelow } = input.scheme.indicators[indicator]!;
  const level = schemeLevel(input.scheme, input.subjects);
  const below = fromBelow && level !== null ? levelBelow(fromBelow, level) : null;
  if (below === null) return null;
  const counter = new Counter(input, below, fromBelow!.measure);
  let isAssessed = false;
  assessment.schemes.forEach((lower, index) => {
    const result = results[index];
    if (!result || schemeLevel(lower.scheme, lower.subjects) !== below) return;
    isAssessed = true;
    counter.add(lower, result);
  });
  return isAssessed ? counter.finish(assessment, level! > below + 1) : null;
}

class Counter {
  private readonly drafts: (Draft | null)[];
  private readonly subjectOf: ReadonlyMap<string, number>;
  /** Subjects above somebody, found once for each list of names. */
  private readonly targets = new Map<readonly string[], readonly number[]>();
  private readonly seen = new Set<string>();
  /** Nearest unit of the assessed ones: where members are. */
  private readonly homes = new Set<string>();

  constructor(
    input: SchemeAssessment,
    private readonly below: LevelCode,
    private readonly measure: FromBelow['measure'],
  ) {
    this.drafts = input.subjects.map(() => null);
    this.subjectOf = new Map(input.subjects.map(({ name }, subject) => [name, subject]));
  }

  private targetsOf(above: readonly string[]): readonly number[] {
    let found = this.targets.get(above);
    if (!found) {
      found = above.map((name) => this.subjectOf.get(name) ?? -1).filter((subject) => subject >= 0);
      this.targets.set(above, found);
    }
    return found;
  }

  add(lower: SchemeAssessment, result: SchemeResult): void {
    const last = lastGrade(lower, this.measure);
    const isMet = (subject: number): boolean => {
      if (this.measure === 'attained') return result.attained[subject] === 1;
      const grade = result.grade[subject]!;
      return grade >= 0 && grade <= last;
    };
    lower.subjects.forEach(({ id, name, above = [], exempt }, subject) => {
      const targets = exempt ? [] : this.targetsOf(above);
      const status = result.status[subject]!;
      // A table ranked as it stands certifies nobody.
      const isJudged = this.measure !== 'attained' || result.attained[subject]! >= 0 || status >= STATUS_CODE.blocked;
      if (targets.length === 0 || status === STATUS_CODE.exempt || !isJudged) return;
      const key = id ?? `${name} ${above[0] ?? ''}`;
      if (this.seen.has(key)) return;
      this.seen.add(key);
      const isAssessed = status < STATUS_CODE.blocked;
      if (isAssessed && above.length > 0) this.homes.add(above[0]!);
      for (const target of targets) {
        const draft = (this.drafts[target] ??= this.empty());
        if (!isAssessed) draft.blocked++;
        else {
          draft.assessed++;
          if (isMet(subject)) draft.met++;
          if (status === STATUS_CODE.provisional) draft.provisional++;
        }
      }
    });
  }

  private empty(): Draft {
    const who = this.below === Level.member ? 'member' : 'branch';
    return { who, measure: this.measure, assessed: 0, met: 0, provisional: 0, blocked: 0, silent: 0 };
  }

  /** The counts; with `skipsLayer` the branches between that say nothing are counted too. */
  finish({ organizations }: Assessment, skipsLayer: boolean): LowerCounts {
    if (!skipsLayer) return this.drafts;
    const parents = new Set(organizations.flatMap(({ above = [] }) => above.slice(0, 1)));
    for (const { name, kind, above = [], exempt } of organizations) {
      const isLeaf = (kind === '党支部' || kind === '党总支') && !parents.has(name);
      if (exempt || !isLeaf || this.homes.has(name)) continue;
      for (const target of this.targetsOf(above)) {
        const draft = this.drafts[target];
        if (draft) draft.silent++;
      }
    }
    return this.drafts;
  }
}
