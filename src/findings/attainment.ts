import type { Finding } from '../model';
import type { Context } from './context';
import { say } from './say';
import { both } from './words';

/** Certification rate below its goal (G24); members have no goal and so no finding. */
export function attainmentGaps({ assessment, result }: Context): Finding[] {
  const findings: Finding[] = [];
  for (const { target, assessed, attained, rate, goal, short } of result.attainment) {
    if (goal === null || short === null || short <= 0) continue;
    const kind = target === '党委' ? 'committee' : 'branch';
    const scheme = assessment.schemes.find((candidate) => candidate.scheme.kind === kind)?.scheme.name ?? null;
    findings.push(
      say({
        code: 'G24',
        variant: 'short',
        about: null,
        scheme,
        place: null,
        data: {
          target: both(`findings.target.${kind}`),
          assessed,
          attained,
          rate: percent(rate),
          goal: percent(goal),
          short,
        },
      }),
    );
  }
  return findings;
}

/** @example percent(0.9048) // "90.48%" */
export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
