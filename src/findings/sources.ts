import { STATUSES, type Finding } from '../model';
import type { Context, Unit } from './context';
import { issueGaps } from './issues';
import type { Judgement } from './judgement';

/** All sources that are in play (G20), for each organization that a scheme scores; each that is missing is one. */
export function sourceDuties({ assessment, result }: Context): Judgement[] {
  const missing = result.issues.filter(({ code }) => code === 'G20');
  return result.schemes.flatMap(({ scheme, status, sources }) => {
    const { scheme: rules, subjects } = assessment.schemes[scheme]!;
    if (rules.kind === 'member' || Object.keys(sources).length === 0) return [];
    const own = new Map<string | null, Finding[]>();
    for (const finding of issueGaps(
      missing.filter((issue) => issue.scheme === rules.name),
      new Map(),
    )) {
      own.set(finding.subject, [...(own.get(finding.subject) ?? []), finding]);
    }
    return subjects.flatMap(({ id, name, kind, organization }, index): Judgement[] => {
      if (STATUSES[status[index]!] === 'exempt' || kind === '党员') return [];
      const subject = id ?? name;
      const unit: Unit = {
        organization: organization === null ? null : assessment.organizations[organization]!,
        subject,
        name,
        scheme: rules.name,
      };
      return (own.get(subject) ?? [null]).map((finding) => ({ duty: 'G20', unit, finding }));
    });
  });
}
