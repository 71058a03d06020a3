import {
  STATUSES,
  type Assessment,
  type Finding,
  type SchemeAssessment,
  type SchemeResult,
  type SourceCode,
  SOURCES,
} from '../model';
import type { Previous } from './previous';
import type { Texts } from './texts';

/** One scheme as the sheets of the report see it. */
export interface SchemeView {
  readonly texts: Texts;
  readonly assessment: Assessment;
  readonly scheme: SchemeAssessment;
  readonly result: SchemeResult;
  /** Findings of the scheme, by subject (id, else name). */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Sources in play, in their fixed order. */
  readonly inPlay: readonly SourceCode[];
  /** The period before; null when the workbook keeps none. */
  readonly previous: Previous | null;
}

/** What findings call a subject. */
export function keyOf({ scheme }: SchemeView, subject: number): string {
  const { id, name } = scheme.subjects[subject]!;
  return id ?? name;
}

/** Sources that at least one subject has. */
export function sourcesInPlay({ sources }: SchemeResult): SourceCode[] {
  return SOURCES.filter((source) => sources[source] !== undefined);
}

/** Status of a subject. */
export function statusOf({ result }: SchemeView, subject: number): (typeof STATUSES)[number] {
  return STATUSES[result.status[subject]!]!;
}

/** Subjects with a place, group by group in the order of the result. */
export function rankedGroups({ scheme, result }: SchemeView): { group: string | null; subjects: number[] }[] {
  const groups = new Map<string | null, number[]>();
  for (const subject of result.order) {
    if (result.rank[subject] === 0) continue;
    const { group } = scheme.subjects[subject]!;
    const list = groups.get(group);
    if (list) list.push(subject);
    else groups.set(group, [subject]);
  }
  return [...groups].map(([group, subjects]) => ({ group, subjects }));
}

/** Blocked and exempt subjects: without a place. */
export function unranked({ result }: SchemeView): number[] {
  return [...result.order].filter((subject) => result.rank[subject] === 0);
}

/** Name of a subject's grade, or null. */
export function gradeName({ scheme, result }: SchemeView, subject: number): string | null {
  return scheme.parameters.grades[result.grade[subject]!]?.name ?? null;
}
