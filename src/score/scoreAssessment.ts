import type { Assessment, Result, SchemeResult } from '../model';
import { schemeLevel } from '../rules';
import { countAttainment } from './attainment';
import type { LowerOf } from './column';
import { lowerCounts } from './lowerResults';
import { openScheme, scoreOpen, type Scored } from './openScheme';

/** Schemes in the order in which they are scored: members, branches, committees, so that results can be handed up. */
export function scoringOrder({ schemes }: Assessment): number[] {
  const level = schemes.map(({ scheme, subjects }) => schemeLevel(scheme, subjects) ?? -1);
  return schemes.map((_scheme, index) => index).sort((a, b) => level[a]! - level[b]! || a - b);
}

/**
 * Scores, grades and ranks everything that the workbooks say (specification, sections 4 to 8 and 12). A scheme without
 * any score is left out. Issues: D01, D02, D03, D06 with their cells, D07 of totals, D11, G20, T01, T02, T03.
 * `isExactOnly` computes everything in fractions, slowly, for tests.
 * @example scoreAssessment(assessment).schemes[0]?.total[0] // 88.7
 */
export function scoreAssessment(assessment: Assessment, isExactOnly = false): Result {
  const scored: (Scored | null)[] = assessment.schemes.map(() => null);
  const results: (SchemeResult | null)[] = assessment.schemes.map(() => null);
  for (const index of scoringOrder(assessment)) {
    const input = assessment.schemes[index]!;
    const lowerOf: LowerOf = (indicator) => lowerCounts(assessment, input, indicator, results);
    scored[index] = scoreOpen(openScheme(assessment, index, lowerOf), { isExactOnly, notesIssues: true });
    results[index] = scored[index]?.result ?? null;
  }
  const done = scored.filter((one) => one !== null);
  const schemes = done.map(({ result }) => result);
  return {
    schemes,
    attainment: countAttainment(assessment, schemes),
    issues: done.flatMap(({ issues }) => issues),
  };
}
