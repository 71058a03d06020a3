import { normaliseText } from '../values';
import type { Outcome } from './types';

/** A subject of an outcome: indices into the result's schemes and into the scheme's subjects. */
export interface SubjectIndex {
  readonly scheme: number;
  readonly subject: number;
}

/** The subjects that a text names by id, name or alias, as recognition compares names. */
export function findSubjects({ assessment, result }: Outcome, wanted: string): SubjectIndex[] {
  const key = normaliseText(wanted);
  const found: SubjectIndex[] = [];
  result.schemes.forEach((scored, scheme) =>
    assessment.schemes[scored.scheme]!.subjects.forEach(({ id, name, organization }, subject) => {
      const aliases = organization === null ? [] : assessment.organizations[organization]!.aliases;
      if ([id ?? '', name, ...aliases].some((text) => normaliseText(text) === key)) found.push({ scheme, subject });
    }),
  );
  return found;
}
