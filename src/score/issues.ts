import type { CellRef, FindingCode, Issue, SchemeAssessment } from '../model';

/** An issue of one subject of a scheme. */
export function schemeIssue(
  { scheme, subjects }: SchemeAssessment,
  code: FindingCode,
  variant: string,
  subject: number,
  place: CellRef | null,
  data: Issue['data'],
): Issue {
  const { id, name } = subjects[subject]!;
  return { code, variant, subject: id ?? name, subjectName: name, scheme: scheme.name, place, data };
}
