import { AWARD_CODE, flagsDue, takesFlag } from './awards';
import { fixed, type ExplainContext } from './explainContext';
import type { ExplanationLine, ExplanationSection } from './explanation';
import { rankedPeers } from './explainGrade';
import { compareKey, tieKeys } from './ranking';

/** The first key on which two neighbours in the ranking differ. */
export function decidingKey(
  context: ExplainContext,
  a: number,
  b: number,
): { key: string; values: readonly [string, string] } | null {
  const { input, result, say } = context;
  const { parameters, scheme } = input;
  const grade = (subject: number): string => parameters.grades[result.grade[subject]!]?.name ?? say('grade.none');
  if (parameters.rankBy === 'grade' && result.grade[a] !== result.grade[b]) {
    return { key: say('rank.byGrade'), values: [grade(a), grade(b)] };
  }
  const names = scheme.dimensions.map(({ name }) => name);
  const keys = [{ name: say('rank.byTotal'), values: result.total }, ...tieKeys(parameters, names, result)];
  const text = (value: number): string => (Number.isNaN(value) ? say('rank.noValue') : fixed(value));
  const found = keys.find(({ values }) => compareKey(values[a]!, values[b]!) !== 0);
  return found ? { key: found.name, values: [text(found.values[a]!), text(found.values[b]!)] } : null;
}

/** Who stands next in a direction, of `peers` in rank order: the first of the nearest other rank. */
function neighbour({ result, subject }: ExplainContext, peers: readonly number[], isAbove: boolean): number | null {
  const own = result.rank[subject]!;
  if (!isAbove) return peers.find((peer) => result.rank[peer]! > own) ?? null;
  const above = peers.filter((peer) => result.rank[peer]! < own);
  const nearest = above.length > 0 ? result.rank[above.at(-1)!]! : 0;
  return above.find((peer) => result.rank[peer] === nearest) ?? null;
}

function neighbourLine(context: ExplainContext, other: number | null, isAbove: boolean): ExplanationLine[] {
  const { input, result, subject, say } = context;
  if (other === null) return [];
  const decided = decidingKey(context, other, subject);
  const { name, place } = input.subjects[other]!;
  const data = {
    name,
    rank: result.rank[other]!,
    key: decided?.key ?? '',
    theirs: decided?.values[0] ?? '',
    own: decided?.values[1] ?? '',
  };
  return [{ text: say(isAbove ? 'rank.above' : 'rank.below', data), place }];
}

/** Of those who share the place, so many are named; of more only the number is told. */
const NAMED_TIES = 5;

/** Place in the group, who stands directly above, beside and below, and on which key. */
export function explainRank(context: ExplainContext): ExplanationSection[] {
  const { input, result, subject, say } = context;
  const rank = result.rank[subject]!;
  const heading = say('heading.rank');
  if (rank === 0) return [{ topic: 'rank', heading, lines: [{ text: say('rank.none'), tone: 'note' }] }];
  const peers = rankedPeers(context);
  const group = input.subjects[subject]!.group ?? say('rank.oneGroup');
  const tied = peers
    .filter((peer) => peer !== subject && result.rank[peer] === rank)
    .map((peer) => input.subjects[peer]!.name);
  const names = tied.slice(0, NAMED_TIES);
  const allNamed = names.length === tied.length;
  const lines: ExplanationLine[] = [
    { text: say('rank.place', { group, count: peers.length, rank }) },
    ...neighbourLine(context, neighbour(context, peers, true), true),
    ...(tied.length > 0
      ? [{ text: say(allNamed ? 'rank.tiedWith' : 'rank.tied', { names: names.join('、'), count: tied.length }) }]
      : []),
    ...neighbourLine(context, neighbour(context, peers, false), false),
  ];
  return [{ topic: 'rank', heading, value: String(rank), lines }];
}

/** 流动红旗: why it was given, left to people, or not given. */
export function explainAward(context: ExplainContext): ExplanationSection[] {
  const { assessment, input, result, subject, say } = context;
  const { flags, flagCycle, grades } = input.parameters;
  if (flags === 0 || result.rank[subject] === 0) return [];
  const award = result.award[subject]!;
  const isDue = flagsDue(assessment, input) > 0;
  const cycle = flagCycle === null ? '' : say(`award.cycle.${flagCycle}`);
  const period = assessment.period?.text ?? say('award.noPeriod');
  const data = { flags, grade: grades[0]?.name ?? '', cycle, period };
  const isTop = result.grade[subject] === 0;
  const opted = assessment.organizations.some(({ takesFlag }) => takesFlag !== undefined) ? 'Opted' : '';
  const key = !isDue
    ? 'award.notDue'
    : !takesFlag(assessment, input.subjects[subject]!)
      ? 'award.notOpted'
      : award === AWARD_CODE.flag
        ? `award.given${opted}`
        : award === AWARD_CODE.undecided
          ? 'award.tie'
          : isTop
            ? `award.tooLow${opted}`
            : 'award.notTop';
  const tone = award === AWARD_CODE.undecided ? 'warning' : award === AWARD_CODE.flag ? 'sum' : 'note';
  return [{ topic: 'award', heading: say('heading.award'), lines: [{ text: say(key, data), tone }] }];
}
