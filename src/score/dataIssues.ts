import { valueAt, type CellRef, type Issue, type SchemeAssessment } from '../model';
import { CellState, cellText, type CellNote } from './cellPoints';
import type { ScoreColumn } from './column';
import { isDetailed } from './combine';
import { cellOf, type CellReader } from './distinctCells';
import { schemeIssue } from './issues';
import type { Ledger } from './ledger';
import { chosenColumn, SourceForm, type Source } from './source';
import type { FloatSums } from './sums';

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
export function sourceIssues(ledger: Ledger, k: number, form: number, subject: number): Issue[] {
  const source = ledger.sources[k]!;
  const issues: Issue[] = [];
  const { columns, same } = ledger.items[k]![form]!;
  for (const item of same) {
    const column = columns[chosenColumn(columns, item, subject)]!;
    const cell = column.at(subject);
    const place = placeIn(source, column, subject);
    const note = cell.note ?? unknownNote(ledger, cell.state, place);
    if (!note) continue;
    const data = { indicator: column.name, id: column.id, source: source.code, ...note.data };
    issues.push(schemeIssue(ledger.input, note.code, note.variant, subject, place, data));
  }
  return [...issues, ...unusedIssues(ledger, k, form, subject)];
}

function unknownNote(ledger: Ledger, state: number, place: CellRef | null): CellNote | null {
  if (state === CellState.blank) return { code: 'D01', variant: 'blank', data: {} };
  return state === CellState.pending
    ? { code: 'D01', variant: 'pending', data: { text: textAt(ledger, place) } }
    : null;
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
function unusedIssues(ledger: Ledger, k: number, form: number, subject: number): Issue[] {
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
  if (isDetailed(form)) return issues;
  for (const column of [...source.columns, ...source.dimensions]) {
    const { note } = column.distinct.at(subject);
    if (note && !column.isFed && note.code !== 'D02')
      add(cellOf(column.cells, subject), note, { indicator: column.name, id: column.id });
  }
  return issues;
}

function isNoted(columns: readonly { readonly distinct: CellReader }[], subject: number): boolean {
  for (const { distinct } of columns) if (distinct.at(subject).note !== null) return true;
  return false;
}

/** Whether `sourceIssues` has anything to say: most subjects need not be asked. */
export function hasNotes(ledger: Ledger, k: number, form: number, sums: FloatSums, subject: number): boolean {
  if (sums.unknown[subject]! > 0 || sums.noted[subject]! > 0) return true;
  const { totals, raters, columns, dimensions } = ledger.sources[k]!;
  if (isNoted(totals, subject) || isNoted(raters, subject)) return true;
  return !isDetailed(form) && (isNoted(columns, subject) || isNoted(dimensions, subject));
}

/** G20: a source in play that a subject lacks, with what that does; without any weight left there is no total. */
export function missingSourceIssue(input: SchemeAssessment, source: Source, subject: number, hasBase: boolean): Issue {
  const effect = hasBase ? input.parameters.missing[source.code] : 'block';
  return schemeIssue(input, 'G20', source.code, subject, input.subjects[subject]!.place, { effect });
}
