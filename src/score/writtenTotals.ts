import { valueAt, type Assessment, type CellPlaces, type Issue, type SchemeAssessment } from '../model';
import { Q, readNumber } from '../values';
import { cellOf } from './distinctCells';
import { schemeIssue } from './issues';
import type { Sheet } from './scoreSubjects';

/** Largest difference that is none, and a margin for sums of doubles (specification, section 10, D07). */
const TOLERANCE = 0.005 + 1e-9;

/**
 * Totals that are written beside what they are made of (D07): the total of a table of sources, and a source's total
 * where its indicators are given too, which then win (specification, sections 4 and 12).
 */
export function writtenTotalIssues(assessment: Assessment, input: SchemeAssessment, sheet: Sheet): Issue[] {
  const issues: Issue[] = [];
  if (input.writtenTotals) {
    compareAll(assessment, input, input.writtenTotals, (subject) => [sheet.total[subject]!], issues);
  }
  for (const [code, source] of Object.entries(input.sources)) {
    const scores = sheet.sources[code as keyof typeof sheet.sources];
    const points = sheet.points[code as keyof typeof sheet.points];
    if (!scores || !points || points.length === 0) continue;
    const sumOf = (subject: number) => {
      const known = points.map((column) => column[subject]!).filter((value) => !Number.isNaN(value));
      // Without any indicator the total itself is the source's score.
      return known.length === 0 ? [] : [known.reduce((sum, value) => sum + value, 0), scores[subject]!];
    };
    for (const totals of source.totals) compareAll(assessment, input, totals, sumOf, issues);
  }
  return issues;
}

/** A written total may stand on the scale of the points or on 0–100; it differs when it fits neither. */
function compareAll(
  assessment: Assessment,
  input: SchemeAssessment,
  places: CellPlaces,
  expectedOf: (subject: number) => readonly number[],
  issues: Issue[],
): void {
  input.subjects.forEach(({ exempt }, subject) => {
    const place = exempt ? null : cellOf(places, subject);
    if (!place) return;
    const expected = expectedOf(subject).filter((value) => !Number.isNaN(value));
    const reading = readNumber(cellAt(assessment, place));
    if (expected.length === 0 || reading.state !== 'value') return;
    const written = Q.toNumber(reading.value);
    if (expected.some((value) => Math.abs(value - written) <= TOLERANCE)) return;
    const data = { written, sum: Math.round(expected[0]! * 100) / 100 };
    issues.push(schemeIssue(input, 'D07', 'sum', subject, place, data));
  });
}

function cellAt(assessment: Assessment, { sheet, row, column }: NonNullable<ReturnType<typeof cellOf>>) {
  const { workbook, sheet: index } = assessment.sheets[sheet]!;
  const book = assessment.workbooks[workbook]!;
  return valueAt(book, book.sheets[index]!, row, column);
}
