import type { CellRef, Issue, SchemeAssessment } from '../model';
import { CellState, cellText, type CellNote } from './cellPoints';
import type { ScoreColumn } from './column';
import { cellOf, type DistinctCells } from './distinctCells';
import { schemeIssue } from './issues';
import type { Ledger } from './ledger';
import { SourceForm, type Source, type SourceFormCode } from './source';
import type { Tally } from './combine';
import { valueAt } from '../model';

/** Cell of a subject in a column; where it has none, its first cell in the source. */
function placeIn(source: Source, column: ScoreColumn, subject: number): CellRef | null {
  const own = cellOf(column.cells, subject);
  if (own) return own;
  for (const other of [...source.columns, ...source.dimensions]) {
    const place = cellOf(other.cells, subject);
    if (place) return place;
  }
  return null;
}

/** Data issues of one subject in one source: D01, D02, D03 and D06 with their cells. */
export function tallyIssues(ledger: Ledger, k: number, tally: Tally<number>, subject: number): Issue[] {
  const source = ledger.sources[k]!;
  const issues: Issue[] = [];
  const note = (place: CellRef | null, { code, variant, data }: CellNote, named: Issue['data'] = {}): void => {
    issues.push(schemeIssue(ledger.input, code, variant, subject, place, { ...named, source: source.code, ...data }));
  };
  const { columns } = ledger.items[k]![tally.form]!;
  columns.forEach((column, i) => {
    const cell = tally.cells[i];
    if (!cell) return;
    const named = { indicator: column.name, id: column.id };
    const place = placeIn(source, column, subject);
    if (cell.note) note(place, cell.note, named);
    if (cell.state === CellState.blank) note(place, { code: 'D01', variant: 'blank', data: {} }, named);
    if (cell.state === CellState.pending)
      note(place, { code: 'D01', variant: 'pending', data: { text: textAt(ledger, place) } }, named);
  });
  return [...issues, ...unusedIssues(ledger, k, tally.form, subject)];
}

function textAt({ assessment }: Ledger, place: CellRef | null): string {
  if (!place) return '';
  const { workbook, sheet } = assessment.sheets[place.sheet]!;
  const book = assessment.workbooks[workbook]!;
  return cellText(valueAt(book, book.sheets[sheet]!, place.row, place.column));
}

/**
 * What could not be read outside the columns that count: totals and raters always, the columns of a source that has no
 * value at all. D02 only concerns what counts.
 */
function unusedIssues(ledger: Ledger, k: number, form: SourceFormCode, subject: number): Issue[] {
  const source = ledger.sources[k]!;
  const issues: Issue[] = [];
  const add = (place: CellRef | null, { code, variant, data }: CellNote, named: Issue['data']): void => {
    issues.push(schemeIssue(ledger.input, code, variant, subject, place, { ...named, source: source.code, ...data }));
  };
  const singles = [
    ...source.totals.map((column) => ({ column, counts: form === SourceForm.total })),
    ...source.raters.map((column) => ({ column, counts: form === SourceForm.raters })),
  ];
  for (const { column, counts } of singles) {
    const { note } = column.distinct.at(subject);
    if (note && (counts || note.code !== 'D02')) add(cellOf(column.cells, subject), note, {});
  }
  if (form === SourceForm.indicators || form === SourceForm.dimensions) return issues;
  for (const column of [...source.columns, ...source.dimensions]) {
    const { note } = column.distinct.at(subject);
    if (note && note.code !== 'D02')
      add(cellOf(column.cells, subject), note, { indicator: column.name, id: column.id });
  }
  return issues;
}

/** Whether `tallyIssues` has anything to say: most subjects need not be asked. */
export function hasNotes(ledger: Ledger, k: number, tally: Tally<number>, subject: number): boolean {
  if (tally.unknown > 0) return true;
  const { columns } = ledger.items[k]![tally.form]!;
  for (let i = 0; i < columns.length; i++) if (tally.cells[i]?.note) return true;
  const source = ledger.sources[k]!;
  const noted = ({ distinct }: { readonly distinct: DistinctCells }): boolean => distinct.at(subject).note !== null;
  if (source.totals.some(noted) || source.raters.some(noted)) return true;
  const isDetailed = tally.form === SourceForm.indicators || tally.form === SourceForm.dimensions;
  return !isDetailed && (source.columns.some(noted) || source.dimensions.some(noted));
}

/** G20: a source in play that a subject lacks, with what that does. */
export function missingSourceIssue(input: SchemeAssessment, source: Source, subject: number): Issue {
  const effect = input.parameters.missing[source.code];
  return schemeIssue(input, 'G20', source.code, subject, input.subjects[subject]!.place, { effect });
}
