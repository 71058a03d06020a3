import type { Assessment, Issue, SchemeAssessment, SchemeResult } from '../model';
import { Q } from '../values';
import { readAdjustments, type AdjustmentReading, type SubjectAdjustments } from './adjustments';
import { judgeAttainment } from './attainment';
import { giveAwards } from './awards';
import type { LowerOf } from './column';
import type { CellReader } from './distinctCells';
import { groupsOf, type Groups } from './groups';
import { schemeIssue } from './issues';
import { findPlay, isSameSource, openLedger, type Ledger, type Play } from './ledger';
import { lowerIssues } from './lowerIssues';
import { applyQuota } from './quota';
import { byGrade, byTotal, rankSubjects, tieKeys } from './ranking';
import { scoreSubjects, STATUS_CODE, type ScoringOptions, type Sheet } from './scoreSubjects';
import { floatSums, type FloatSums } from './sums';
import { openTable, scoreTable } from './tableScheme';
import { writtenTotalIssues } from './writtenTotals';

/** Sources of a scheme with all their cells read. */
interface OpenSources {
  readonly ledger: Ledger;
  readonly play: Play;
  readonly sums: readonly FloatSums[];
}

/** A scheme with everything read: what scoring it under other rules need not read again. */
export interface OpenScheme {
  readonly assessment: Assessment;
  /** Index into `Assessment.schemes`. */
  readonly index: number;
  readonly input: SchemeAssessment;
  readonly groups: Groups;
  /** Either sources, or a table of totals. */
  readonly sources: OpenSources | null;
  readonly table: CellReader | null;
  readonly adjustments: AdjustmentReading;
}

/** Reads all cells of a scheme; `lowerOf` tells what the lower level, scored before it, comes to. */
export function openScheme(assessment: Assessment, index: number, lowerOf: LowerOf): OpenScheme {
  const input = assessment.schemes[index]!;
  const adjustments = readAdjustments(assessment, input);
  if (input.tableTotals) {
    const table = openTable(assessment, input);
    return { assessment, index, input, groups: groupsOf(input.subjects), sources: null, table, adjustments };
  }
  const ledger = openLedger(assessment, input, lowerOf);
  const play = findPlay(ledger);
  const sources = { ledger, play, sums: floatSums(ledger, play) };
  return { assessment, index, input, groups: ledger.groups, sources, table: null, adjustments };
}

/** Adjustments are read again only where what they mean has changed. */
function readAgain(open: OpenScheme, input: SchemeAssessment): AdjustmentReading {
  const [before, now] = [open.input.parameters, input.parameters];
  const isSame =
    open.input.scheme.adjustments === input.scheme.adjustments &&
    before.grades === now.grades &&
    Q.equals(before.bonusCap, now.bonusCap);
  return isSame ? open.adjustments : readAdjustments(open.assessment, input);
}

/**
 * The same scheme under other rules or parameters: `input` differs from the open one in `scheme` and `parameters` only.
 * Of the cells only those are read again whose rule has changed.
 */
export function reopenScheme(open: OpenScheme, input: SchemeAssessment, lowerOf: LowerOf): OpenScheme {
  const { assessment, sources: kept } = open;
  const adjustments = readAgain(open, input);
  if (!kept) return { ...open, input, adjustments };
  const ledger = openLedger(assessment, input, lowerOf, kept.ledger);
  const isSame = ledger.sources.every((_, k) => isSameSource(ledger, kept.ledger, k));
  const play = isSame ? kept.play : findPlay(ledger);
  const sources = { ledger, play, sums: floatSums(ledger, play, kept) };
  return { ...open, input, sources, adjustments };
}

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

/** A scored scheme and what was noticed. */
export interface Scored {
  readonly result: SchemeResult;
  readonly issues: readonly Issue[];
}

/** Scores, grades and ranks a scheme that has been read; null when no subject has any source. */
export function scoreOpen(open: OpenScheme, options: ScoringOptions): Scored | null {
  const { assessment, index, input, groups, sources, adjustments } = open;
  const { bySubject } = adjustments;
  const scored = sources
    ? scoreSubjects(sources.ledger, sources.play, sources.sums, bySubject, options)
    : scoreTable(input, open.table!);
  if (!scored) return null;
  const { sheet } = scored;
  const { parameters } = input;
  const isRanked = (subject: number): boolean => sheet.status[subject]! < STATUS_CODE.blocked;
  const names = input.scheme.dimensions.map(({ name }) => name);
  const compare = byTotal(sheet.total, tieKeys(parameters, names, sheet));
  const quotaIssues = applyQuota(input, groups, isRanked, compare, sheet.total, sheet.grade);
  const gradeComputed = sheet.grade.slice();
  const manualIssues = applyManual(input, bySubject, sheet, sheet.grade);
  const ordering = parameters.rankBy === 'grade' ? byGrade(sheet.grade, compare) : compare;
  const { rank, order } = rankSubjects(groups, isRanked, ordering, parameters.tiePlaces, input.subjects.length);
  const { award, issues: awardIssues } = giveAwards(assessment, input, groups, rank, sheet.grade, sheet.total);
  const attained =
    !sources || input.scheme.kind === 'table'
      ? new Int8Array(rank.length).fill(-1)
      : judgeAttainment(input, sheet, bySubject);
  const vetoes = new Map(
    [...bySubject].filter(([, own]) => own.vetoes.length > 0).map(([subject, own]) => [subject, own.vetoes]),
  );
  const result = { scheme: index, ...sheet, gradeComputed, vetoes, rank, attained, award, order };
  if (!options.notesIssues) return { result, issues: [] };
  return {
    result,
    issues: [
      ...scored.issues,
      ...writtenTotalIssues(assessment, input, sheet),
      ...(sources ? lowerIssues(sources.ledger) : []),
      ...adjustments.issues,
      ...quotaIssues,
      ...manualIssues,
      ...awardIssues,
    ],
  };
}
