import type { Assessment, Issue, Result, SchemeAssessment, SchemeResult } from '../model';
import { schemeLevel } from '../rules';
import { readAdjustments, type SubjectAdjustments } from './adjustments';
import { countAttainment, judgeAttainment } from './attainment';
import { giveAwards } from './awards';
import { groupsOf } from './groups';
import { schemeIssue } from './issues';
import type { LowerOf } from './column';
import { openLedger } from './ledger';
import { lowerIssues } from './lowerIssues';
import { lowerCounts } from './lowerResults';
import { applyQuota } from './quota';
import { byGrade, byTotal, rankSubjects, tieKeys } from './ranking';
import { scoreSubjects, STATUS_CODE, type Sheet } from './scoreSubjects';
import { scoreTable } from './tableScheme';
import { writtenTotalIssues } from './writtenTotals';

/** Grades entered by a person win; each is T03 (specification, section 6). */
function applyManual(
  input: SchemeAssessment,
  adjustments: ReadonlyMap<number, SubjectAdjustments>,
  sheet: Sheet,
  grade: Int8Array,
): Issue[] {
  const { grades } = input.parameters;
  const issues: Issue[] = [];
  for (const [subject, { manual }] of adjustments) {
    if (!manual || (sheet.status[subject] !== STATUS_CODE.scored && sheet.status[subject] !== STATUS_CODE.provisional))
      continue;
    const computed = grades[grade[subject]!]?.name ?? '';
    grade[subject] = manual.grade;
    const { basis, date, place, grade: gradeCell, points } = manual.entry;
    const data = { grade: grades[manual.grade]!.name, computed, basis, date };
    issues.push(schemeIssue(input, 'T03', 'manualGrade', subject, gradeCell ?? points ?? place, data));
  }
  return issues;
}

interface Scored {
  readonly result: SchemeResult;
  readonly issues: readonly Issue[];
}

function scoreScheme(assessment: Assessment, index: number, lowerOf: LowerOf, isExactOnly: boolean): Scored | null {
  const input = assessment.schemes[index]!;
  const isTable = input.tableTotals !== null;
  const ledger = isTable ? null : openLedger(assessment, input, lowerOf);
  const { bySubject, issues: entryIssues } = readAdjustments(assessment, input);
  const scored = ledger ? scoreSubjects(ledger, bySubject, isExactOnly) : scoreTable(assessment, input);
  if (!scored) return null;
  const { sheet } = scored;
  const groups = ledger?.groups ?? groupsOf(input.subjects);
  const { parameters } = input;
  const isRanked = (subject: number): boolean => sheet.status[subject]! < STATUS_CODE.blocked;
  const compare = byTotal(
    sheet.total,
    tieKeys(
      parameters,
      input.scheme.dimensions.map(({ name }) => name),
      sheet,
    ),
  );
  const quotaIssues = applyQuota(input, groups, isRanked, compare, sheet.total, sheet.grade);
  const gradeComputed = sheet.grade.slice();
  const manualIssues = applyManual(input, bySubject, sheet, sheet.grade);
  const ordering = parameters.rankBy === 'grade' ? byGrade(sheet.grade, compare) : compare;
  const { rank, order } = rankSubjects(groups, isRanked, ordering, parameters.tiePlaces, input.subjects.length);
  const { award, issues: awardIssues } = giveAwards(assessment, input, groups, rank, sheet.grade, sheet.total);
  const attained =
    isTable || input.scheme.kind === 'table'
      ? new Int8Array(rank.length).fill(-1)
      : judgeAttainment(input, sheet, bySubject);
  const vetoes = new Map(
    [...bySubject].filter(([, own]) => own.vetoes.length > 0).map(([subject, own]) => [subject, own.vetoes]),
  );
  return {
    result: { scheme: index, ...sheet, gradeComputed, vetoes, rank, attained, award, order },
    issues: [
      ...scored.issues,
      ...writtenTotalIssues(assessment, input, sheet),
      ...(ledger ? lowerIssues(ledger) : []),
      ...entryIssues,
      ...quotaIssues,
      ...manualIssues,
      ...awardIssues,
    ],
  };
}

/** Schemes in the order in which they are scored: members, branches, committees, so that results can be handed up. */
function scoringOrder({ schemes }: Assessment): number[] {
  const level = schemes.map(({ scheme, subjects }) => schemeLevel(scheme, subjects) ?? -1);
  return schemes.map((_scheme, index) => index).sort((a, b) => level[a]! - level[b]! || a - b);
}

/**
 * Scores, grades and ranks everything that the workbooks say (specification, sections 4 to 8 and 12). A scheme without
 * any score is left out. Issues: D01, D02, D03, D06 with their cells, D07 of totals, D11, G20, T01, T02, T03.
 * `isExactOnly` computes everything in fractions, slowly, for tests.
 * @example scoreAssessment(assessment).schemes[0]?.total[0] // 88.7
 */
export function scoreAssessment(assessment: Assessment, isExactOnly = false): Result {
  const scored: (Scored | null)[] = assessment.schemes.map(() => null);
  const results: (SchemeResult | null)[] = assessment.schemes.map(() => null);
  for (const index of scoringOrder(assessment)) {
    const input = assessment.schemes[index]!;
    const lowerOf: LowerOf = (indicator) => lowerCounts(assessment, input, indicator, results);
    scored[index] = scoreScheme(assessment, index, lowerOf, isExactOnly);
    results[index] = scored[index]?.result ?? null;
  }
  const done = scored.filter((one) => one !== null);
  const schemes = done.map(({ result }) => result);
  return {
    schemes,
    attainment: countAttainment(assessment, schemes),
    issues: done.flatMap(({ issues }) => issues),
  };
}
