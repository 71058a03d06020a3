import { translate, type Locale, type TextData } from '../i18n';
import type { Assessment, SchemeAssessment, SourceCode } from '../model';
import { Q } from '../values';

/** The texts of the report in one language. */
export type Texts = (key: string, data?: TextData) => string;

export function textsOf(locale: Locale): Texts {
  return (key, data) => translate(locale, `report.${key}`, data);
}

/** Title of a scheme's sheet; a table that is ranked as it stands keeps its own title, which mostly names its period. */
export function titleOf(texts: Texts, key: string, assessment: Assessment, { scheme }: SchemeAssessment): string {
  const { name, kind } = scheme;
  if (kind === 'table') return texts(`${key}Table`, { scheme: name });
  const period = assessment.period?.text ?? '';
  return texts(key, { scheme: name, period: name.includes(period) ? '' : period }).trim();
}

/**
 * Share of each source in the total, as shown: the weights of the sources in play scaled to 100.
 * @example weightsOf(10, 30, 60 without peer) // { self: "14.29%", superior: "85.71%" }
 */
export function weightsOf(
  { parameters }: SchemeAssessment,
  inPlay: readonly SourceCode[],
): Partial<Record<SourceCode, string>> {
  const all = Q.sum(inPlay.map((source) => parameters.weights[source]));
  if (all.n === 0n) return {};
  const shares: Partial<Record<SourceCode, string>> = {};
  for (const source of inPlay) shares[source] = Q.formatPercent(Q.div(parameters.weights[source], all));
  return shares;
}
