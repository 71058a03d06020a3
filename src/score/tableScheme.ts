import type { Assessment, Issue, SchemeAssessment } from '../model';
import { Q } from '../values';
import { CellState, interpretTableTotal } from './cellPoints';
import { cellOf, DistinctCells, type CellReader } from './distinctCells';
import { grader } from './grades';
import { schemeIssue } from './issues';
import { emptyColumn, STATUS_CODE, type Sheet } from './scoreSubjects';

/** The totals of a table that is ranked as it stands, read as they are. */
export function openTable(assessment: Assessment, input: SchemeAssessment): CellReader {
  const cells = new DistinctCells(assessment, input.tableTotals!, interpretTableTotal);
  cells.fill(0, input.subjects.length);
  return cells;
}

/**
 * A table that is ranked as it stands: its totals are graded; a blank one is D01 and blocked, "/" is exempt, one with a
 * part that is still 待报 is 暂算 (specification, section 12).
 */
export function scoreTable(
  input: SchemeAssessment,
  distinct: CellReader,
): { readonly sheet: Sheet; readonly issues: readonly Issue[] } {
  const places = input.tableTotals!;
  const judge = grader(input.parameters);
  const count = input.subjects.length;
  const sheet: Sheet = {
    status: new Uint8Array(count),
    sources: {},
    dimensions: [],
    dimensionRates: [],
    base: emptyColumn(count),
    bonus: emptyColumn(count),
    penalty: emptyColumn(count),
    total: emptyColumn(count),
    grade: new Int8Array(count).fill(-1),
    points: {},
  };
  const issues: Issue[] = [];
  for (let subject = 0; subject < count; subject++) {
    const cell = distinct.at(subject);
    const isExempt = input.subjects[subject]!.exempt || cell.state === CellState.notApplicable;
    if (isExempt) {
      sheet.status[subject] = STATUS_CODE.exempt;
      continue;
    }
    if (cell.note) {
      issues.push(
        schemeIssue(input, cell.note.code, cell.note.variant, subject, cellOf(places, subject), {
          source: '',
          ...cell.note.data,
        }),
      );
    }
    if (cell.state !== CellState.value) {
      sheet.status[subject] = STATUS_CODE.blocked;
      continue;
    }
    if (input.pendingParts?.[subject]) sheet.status[subject] = STATUS_CODE.provisional;
    sheet.total[subject] = Q.roundToNumber(cell.exact, 2);
    sheet.grade[subject] = judge(sheet.total[subject]!);
  }
  return { sheet, issues };
}
