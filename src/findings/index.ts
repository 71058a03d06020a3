import type { Assessment, Finding, Result, Severity } from '../model';
import { attainmentGaps } from './attainment';
import { bondGaps } from './bonds';
import { contactGaps } from './contacts';
import { contextOf } from './context';
import { fundGaps } from './funds';
import { infoGaps } from './info';
import { issueGaps } from './issues';
import { materialGaps } from './materials';
import { planGaps } from './plans';
import { quantitativeGaps } from './quantitative';
import { recordGaps } from './records';
import { rectifyGaps } from './rectify';
import { registerGaps } from './registers';

/** Families of duties, each judged on its own. */
const DUTIES = [
  registerGaps,
  planGaps,
  quantitativeGaps,
  bondGaps,
  contactGaps,
  infoGaps,
  materialGaps,
  recordGaps,
  fundGaps,
  rectifyGaps,
  attainmentGaps,
];

/**
 * Everything that is missing, late, wrong or below target, in words, gravest first (specification, section 10): the
 * duties that registers show, and what reading and scoring noticed. Order: severity, code, subject in roster order.
 */
export function findGaps(assessment: Assessment, result: Result): Finding[] {
  const context = contextOf(assessment, result);
  const schemeOf = schemeOfSubject(assessment);
  const findings = [...issueGaps(assessment.issues, schemeOf), ...issueGaps(result.issues, schemeOf)];
  for (const duty of DUTIES) for (const finding of duty(context)) findings.push(finding);
  return inOrder(findings, assessment);
}

const GRAVITY: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };

function inOrder(findings: readonly Finding[], assessment: Assessment): Finding[] {
  const places = subjectPlaces(assessment);
  const keyed = findings.map((finding, index) => ({
    finding,
    index,
    gravity: GRAVITY[finding.severity],
    place: finding.subject === null ? -1 : (places.get(finding.subject) ?? places.size),
  }));
  keyed.sort(
    (a, b) =>
      a.gravity - b.gravity ||
      (a.finding.code < b.finding.code ? -1 : a.finding.code > b.finding.code ? 1 : 0) ||
      a.place - b.place ||
      a.index - b.index,
  );
  return keyed.map(({ finding }) => finding);
}

/** Place of each subject: organizations in roster order, then the subjects of each scheme. */
function subjectPlaces({ organizations, schemes }: Assessment): Map<string, number> {
  const places = new Map<string, number>();
  const add = (key: string) => {
    if (!places.has(key)) places.set(key, places.size);
  };
  for (const { id, name } of organizations) add(id ?? name);
  for (const { subjects } of schemes) for (const { id, name } of subjects) add(id ?? name);
  return places;
}

/** Scheme of each subject, by id or name. */
function schemeOfSubject({ schemes }: Assessment): Map<string, string> {
  const schemeOf = new Map<string, string>();
  for (const { scheme, subjects } of schemes) {
    for (const { id, name } of subjects) {
      const key = id ?? name;
      if (!schemeOf.has(key)) schemeOf.set(key, scheme.name);
    }
  }
  return schemeOf;
}
