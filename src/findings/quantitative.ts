import type { Finding, Rational, Scheme } from '../model';
import { Q } from '../values';
import type { Context } from './context';
import { say } from './say';

/** Share of the points that quantitative (定量) indicators must have. */
export const LEAST_QUANTITATIVE = Q.fraction(1n, 2n);

/** Points of the quantitative indicators, of all, and their share; null without indicators. */
export function quantitativeShare({
  indicators,
}: Scheme): { readonly quantified: Rational; readonly all: Rational; readonly share: Rational } | null {
  if (indicators.length === 0) return null;
  const all = Q.sum(indicators.map(({ max }) => max));
  const quantified = Q.sum(indicators.filter(({ nature }) => nature === 'quantitative').map(({ max }) => max));
  return { quantified, all, share: Q.div(quantified, all) };
}

/** Share of quantified points below 50 % (G04), one finding for each scheme. */
export function quantitativeGaps({ assessment }: Context): Finding[] {
  const findings: Finding[] = [];
  for (const { scheme } of assessment.schemes) {
    const found = quantitativeShare(scheme);
    if (!found || Q.compare(found.share, LEAST_QUANTITATIVE) >= 0) continue;
    const { quantified, all, share } = found;
    findings.push(
      say({
        code: 'G04',
        variant: 'low',
        about: null,
        scheme: scheme.name,
        place: scheme.indicators[0]!.place,
        data: {
          scheme: scheme.name,
          quantified: Q.formatRational(quantified),
          all: Q.formatRational(all),
          rate: Q.formatPercent(share),
        },
      }),
    );
  }
  return findings;
}
