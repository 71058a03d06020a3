import { Q } from '../values';
import type { CellRef, Issue, Rational } from '../model';

/** Who an issue is about: the code by which findings name a subject, and its name for people. */
export interface Who {
  readonly code: string;
  readonly name: string;
}

/** D04: nobody of a written name is on the roster; `near` are the names that it may mean. */
export function unknownName(name: string, near: readonly string[], place: CellRef): Issue {
  const variant = near.length > 0 ? 'near' : 'unknown';
  const data = { name, near: near.join('、') };
  return { code: 'D04', variant, subject: name, subjectName: name, scheme: null, place, data };
}

/** D13: an id that the roster gives to somebody else than the name beside it says; the id counts. */
export function otherId(
  id: string,
  name: string,
  known: { readonly id: string | null; readonly name: string },
  place: CellRef,
): Issue {
  const data = { id, name, known: known.name };
  const subject = known.id ?? known.name;
  return { code: 'D13', variant: 'id', subject, subjectName: known.name, scheme: null, place, data };
}

/** D05: a subject or a value for the second time; `shown` says which value. */
export function duplicate(
  variant: 'subject' | 'value',
  who: Who,
  place: CellRef,
  scheme: string | null = null,
  shown = who.name,
): Issue {
  return { code: 'D05', variant, subject: who.code, subjectName: who.name, scheme, place, data: { name: shown } };
}

/** D07: a written total differs from its parts, or from what its column's formula gives for the row. */
export function wrongTotal(
  variant: 'sum' | 'formula',
  who: Who | null,
  scheme: string | null,
  place: CellRef,
  total: Rational,
  expected: Rational,
): Issue {
  const data = { written: Q.toNumber(total), sum: Q.toNumber(expected) };
  return { code: 'D07', variant, subject: who?.code ?? null, subjectName: who?.name ?? null, scheme, place, data };
}
