import type { Assessment, Finding, Result, Severity } from '../model';
import { attainmentGaps } from './attainment';
import { bondDuties } from './bonds';
import { contactDuties } from './contacts';
import { contextOf, type Context } from './context';
import { fundDuties } from './funds';
import { infoDuties } from './info';
import { issueGaps } from './issues';
import { DUTIES, type Duty, type Judgement } from './judgement';
import { materialDuties } from './materials';
import { planDuties } from './plans';
import { quantitativeGaps } from './quantitative';
import { recordDuties } from './records';
import { rectifyDuties } from './rectify';
import { registerGaps } from './registers';
import { sourceDuties } from './sources';

export { DUTIES, type Duty, type Judgement };
export { issueGaps };
export { LEAST_QUANTITATIVE, quantitativeShare } from './quantitative';

/** Families of duties that registers show, each judged unit by unit. */
const UNIT_DUTIES = [
  planDuties,
  bondDuties,
  contactDuties,
  infoDuties,
  materialDuties,
  recordDuties,
  fundDuties,
  rectifyDuties,
];
/** What is judged over all units or for a scheme. */
const COMMON_GAPS = [registerGaps, quantitativeGaps, attainmentGaps];

function judgeUnits(context: Context): Judgement[] {
  return UNIT_DUTIES.flatMap((duty) => duty(context));
}

/**
 * Which duty was judged for which unit, and what came out: the rows and columns of a table with √ and ×. A unit may have a duty
 * several times: once for each letter, rectification or missing source.
 */
export function judgeDuties(assessment: Assessment, result: Result): Judgement[] {
  const context = contextOf(assessment, result);
  return [...judgeUnits(context), ...sourceDuties(context)];
}

/**
 * Everything that is missing, late, wrong or below target, in words, gravest first (specification, section 10): the
 * duties that registers show, and what reading and scoring noticed. Order: severity, code, subject in roster order.
 */
export function findGaps(assessment: Assessment, result: Result): Finding[] {
  const context = contextOf(assessment, result);
  const schemeOf = schemeOfSubject(assessment);
  const findings = [...issueGaps(assessment.issues, schemeOf), ...issueGaps(result.issues, schemeOf)];
  for (const gaps of COMMON_GAPS) for (const finding of gaps(context)) findings.push(finding);
  for (const { finding } of judgeUnits(context)) if (finding) findings.push(finding);
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
