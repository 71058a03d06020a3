import type { Outcome } from '../src/app';
import type { HandScores } from './handLoop';

/** Members whose total, grade, rank or attainment differs between the product and the loop by hand, as sentences. */
export function disagreements(
  { assessment, result }: Pick<Outcome, 'assessment' | 'result'>,
  hand: HandScores,
): string[] {
  const [scores] = result.schemes;
  const subjects = assessment.schemes[0]?.subjects ?? [];
  if (!scores || result.schemes.length !== 1) return [`${result.schemes.length} schemes instead of 1`];
  if (subjects.length !== hand.total.length) return [`${subjects.length} members instead of ${hand.total.length}`];
  return subjects.flatMap(({ id }, i) => {
    const own = [Math.round(scores.total[i]! * 100), scores.grade[i], scores.rank[i], scores.attained[i]].join(' ');
    const other = [hand.total[i], hand.grade[i], hand.rank[i], hand.attained[i]].join(' ');
    return own === other ? [] : [`${id}: ${own}, by hand ${other}`];
  });
}
