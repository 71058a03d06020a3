import type { Assessment, Result, Scheme, SchemeAssessment, SchemeParameters, SchemeResult } from '../model';
import { countAttainment } from './attainment';
import type { LowerOf } from './column';
import { lowerCounts } from './lowerResults';
import { openScheme, reopenScheme, scoreOpen, type OpenScheme } from './openScheme';
import { scoringOrder } from './scoreAssessment';

/** Other rules for one scheme; what is left out stays. */
export interface OtherRules {
  /** Index into `Assessment.schemes`. */
  readonly scheme: number;
  readonly parameters?: SchemeParameters;
  /** The same indicators, bonuses, penalties and vetoes in the same order, with other 分值 or 参数. */
  readonly rules?: Scheme;
}

/** What would come out under other rules, without a second look at the cells. */
export interface WhatIf {
  /**
   * The result under other rules, without issues. Schemes that nothing changes keep their very results; one that would
   * have no score at all is left out.
   */
  readonly score: (changes: readonly OtherRules[]) => Result;
}

const NUMBERS_ONLY = { isExactOnly: false, notesIssues: false };

/** Whether the lower level fills a column of a scheme (来源=下级), so that its results matter here. */
function isFed({ sources }: SchemeAssessment): boolean {
  return Object.values(sources).some(({ columns }) => columns.some((column) => column.isFed === true));
}

/**
 * Keeps a scored assessment open for other rules: what is not changed is neither read nor scored again. The cells of a
 * scheme are read when it is first changed. Rules that decide who is assessed and in which group (参评.最短月数, 分组依据,
 * 期间) belong to recognition: changing them here has no effect.
 * @example openWhatIf(assessment, result).score([{ scheme: 0, parameters: { ...parameters, flags: 5 } }])
 */
export function openWhatIf(assessment: Assessment, { schemes }: Result): WhatIf {
  const opened = new Map<number, OpenScheme>();
  const before = assessment.schemes.map((_, index) => schemes.find(({ scheme }) => scheme === index) ?? null);
  const order = scoringOrder(assessment);

  const open = (index: number): OpenScheme => {
    let scheme = opened.get(index);
    if (!scheme) {
      const input = assessment.schemes[index]!;
      const lowerOf: LowerOf = (indicator) => lowerCounts(assessment, input, indicator, before);
      opened.set(index, (scheme = openScheme(assessment, index, lowerOf)));
    }
    return scheme;
  };

  const score = (changes: readonly OtherRules[]): Result => {
    const inputs = assessment.schemes.map((input, index): SchemeAssessment => {
      const other = changes.find(({ scheme }) => scheme === index);
      return other
        ? { ...input, parameters: other.parameters ?? input.parameters, scheme: other.rules ?? input.scheme }
        : input;
    });
    const changed: Assessment = { ...assessment, schemes: inputs };
    const results: (SchemeResult | null)[] = [...before];
    let isChanged = false;
    for (const index of order) {
      const input = inputs[index]!;
      const isOwn = input !== assessment.schemes[index];
      if (!isOwn && !(isChanged && isFed(input))) continue;
      const lowerOf: LowerOf = (indicator) => lowerCounts(changed, input, indicator, results);
      results[index] = scoreOpen(reopenScheme(open(index), input, lowerOf), NUMBERS_ONLY)?.result ?? null;
      isChanged = true;
    }
    const scored = results.filter((result) => result !== null);
    return { schemes: scored, attainment: countAttainment(changed, scored), issues: [] };
  };
  return { score };
}
