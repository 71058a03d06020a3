import type { Assessment, Result, SchemeResult, SourceCode } from '../model';
import { AWARDS, STATUSES } from '../model';

/** One subject as the product writes it out (specification, section 11). */
export interface SubjectJson {
  readonly scheme: string;
  readonly id: string | null;
  readonly name: string;
  readonly kind: string | null;
  readonly group: string | null;
  readonly status: string;
  readonly sources: Readonly<Record<SourceCode, number | null>>;
  readonly dimensions: Readonly<Record<string, number | null>>;
  readonly base: number | null;
  readonly bonus: number | null;
  readonly penalty: number | null;
  readonly total: number | null;
  readonly grade: string | null;
  /** Only where a person's grade stands beside it. */
  readonly gradeComputed?: string | null;
  readonly vetoes: readonly string[];
  readonly rank: number | null;
  readonly attained: boolean | null;
  readonly award: string | null;
}

export interface ScoresJson {
  readonly subjects: readonly SubjectJson[];
  readonly attainment: Result['attainment'];
}

/** A number of a result column; one that does not exist is null. */
function numberOrNull(column: Float64Array | undefined, subject: number): number | null {
  const value = column?.[subject];
  return value === undefined || Number.isNaN(value) ? null : value;
}

function dimensionsOf(
  names: readonly string[],
  { dimensions }: SchemeResult,
  subject: number,
): Record<string, number | null> {
  const has = dimensions.some((column) => !Number.isNaN(column[subject]!));
  // `fromEntries` keeps a dimension named __proto__ an ordinary key.
  return has ? Object.fromEntries(names.map((name, d) => [name, numberOrNull(dimensions[d], subject)])) : {};
}

/** One subject of a result in the keys of the specification, section 11. */
export function subjectToJson(assessment: Assessment, result: SchemeResult, subject: number): SubjectJson {
  return schemeToJson(assessment, result)(subject);
}

/** As `subjectToJson`, for many subjects of one scheme. */
function schemeToJson(assessment: Assessment, result: SchemeResult): (subject: number) => SubjectJson {
  const { scheme, parameters, subjects } = assessment.schemes[result.scheme]!;
  const { sources } = result;
  const dimensionNames = scheme.dimensions.map((dimension) => dimension.name);
  const gradeName = (grade: number): string | null => parameters.grades[grade]?.name ?? null;
  return (subject) => {
    const { id, name, kind, group } = subjects[subject]!;
    const grade = gradeName(result.grade[subject]!);
    const computed = gradeName(result.gradeComputed[subject]!);
    const attained = result.attained[subject]!;
    return {
      scheme: scheme.name,
      id,
      name,
      kind,
      group,
      status: STATUSES[result.status[subject]!]!,
      sources: {
        self: numberOrNull(sources.self, subject),
        peer: numberOrNull(sources.peer, subject),
        superior: numberOrNull(sources.superior, subject),
      },
      dimensions: dimensionsOf(dimensionNames, result, subject),
      base: numberOrNull(result.base, subject),
      bonus: numberOrNull(result.bonus, subject),
      penalty: numberOrNull(result.penalty, subject),
      total: numberOrNull(result.total, subject),
      grade,
      ...(grade === computed ? null : { gradeComputed: computed }),
      vetoes: (result.vetoes.get(subject) ?? []).map((index) => scheme.adjustments[index]!.id),
      rank: result.rank[subject] || null,
      attained: attained < 0 ? null : attained === 1,
      award: AWARDS[result.award[subject]!] ?? null,
    };
  };
}

/** The subjects in order and the certification rates, without findings and sheets (specification, section 11). */
export function toJson(assessment: Assessment, result: Result): ScoresJson {
  const subjects = result.schemes.flatMap((scheme) => Array.from(scheme.order, schemeToJson(assessment, scheme)));
  return { subjects, attainment: result.attainment };
}
