import type { Finding } from '../model';
import { Q } from '../values';
import type { Context } from './context';
import { say } from './say';

/** Share of the points that quantitative (定量) indicators must have. */
const LEAST = Q.fraction(1n, 2n);

/** Share of quantified points below 50 % (G04), one finding for each scheme. */
export function quantitativeGaps({ assessment }: Context): Finding[] {
  const findings: Finding[] = [];
  for (const { scheme } of assessment.schemes) {
    if (scheme.indicators.length === 0) continue;
    const all = Q.sum(scheme.indicators.map(({ max }) => max));
    const quantified = Q.sum(scheme.indicators.filter(({ nature }) => nature === 'quantitative').map(({ max }) => max));
    const share = Q.div(quantified, all);
    if (Q.compare(share, LEAST) >= 0) continue;
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
