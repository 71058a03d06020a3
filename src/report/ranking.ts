import { columnName, type ResultSheet } from '../model';
import { COLORS, LOOKS, rowHeight } from './looks';
import { noteOf } from './notes';
import { rankingColumns, type Column } from './rankingColumns';
import { rankingFoot } from './rankingFoot';
import { a4, SheetBuilder } from './sheetBuilder';
import { rankedGroups, statusOf, unranked, type SchemeView } from './schemeView';
import { lineCount } from './textWidth';
import { titleOf } from './texts';

/** More groups than this are told by a column, fewer by bands as in official tables. */
const MOST_BANDS = 12;
/** Rows beyond which bands would hinder more than they help. */
const MOST_BANDED_ROWS = 1000;

/**
 * 总排名: everybody's place, group by group, fit to lay before a leader.
 * @param own our own 备注 of everybody, see `rankingNotes`
 * @param remarks what people wrote into 备注, in the order of the rows
 */
export function rankingSheet(
  view: SchemeView,
  name: string,
  own: ReadonlyMap<number, string>,
  remarks: readonly string[] = [],
): ResultSheet {
  const groups = rankedGroups(view);
  const count = view.result.order.length;
  const isBanded = groups.length > 1 && groups.length <= MOST_BANDS && count <= MOST_BANDED_ROWS;
  const notes = withRemarks(view, own, remarks);
  const columns = rankingColumns(view, groups.length > 1 && !isBanded, notes);
  const widths = columns.map(({ width }) => width);
  const sheet = new SheetBuilder(name, `ranking:${view.scheme.scheme.name}`, widths);

  sheet.head(titleOf(view.texts, 'ranking.title', view.assessment, view.scheme), subtitle(view, groups));
  const header = headerRow(sheet, columns);
  const first = sheet.row;
  groups.forEach(({ group, subjects }, index) => {
    if (isBanded) band(sheet, view.texts('ranking.band', bandData(view, index, group, subjects.length)));
    body(sheet, columns, subjects);
  });
  const rest = unranked(view);
  if (rest.length > 0) {
    band(sheet, view.texts('ranking.unranked', { count: rest.length }));
    body(sheet, columns, rest);
  }
  const last = Math.max(first, sheet.row - 1);
  formats(sheet, view, columns, first, last);
  rankingFoot(sheet, view);
  return sheet.build({
    freeze: { rows: header + 1, columns: 2 },
    ...(isBanded || rest.length > 0
      ? {}
      : { autoFilter: { top: header, left: 0, bottom: last, right: columns.length - 1 } }),
    print: a4(
      columns.length > 8 ? 'landscape' : 'portrait',
      view.texts('print.footer'),
      { first: header, last: header },
      { top: 0, left: 0, bottom: sheet.row - 1, right: columns.length - 1 },
    ),
    tabColor: COLORS.tab.ranking,
  });
}

/** Our own 备注 of everybody, in the order of the rows. */
export function rankingNotes(view: SchemeView): Map<number, string> {
  const notes = new Map<number, string>();
  for (const { subjects } of rankedGroups(view)) {
    subjects.forEach((subject, index) =>
      notes.set(subject, noteOf(view, subject, subjects[index - 1] ?? null, subjects[index + 1] ?? null)),
    );
  }
  for (const subject of unranked(view)) notes.set(subject, noteOf(view, subject, null, null));
  return notes;
}

function withRemarks(
  { texts }: SchemeView,
  notes: ReadonlyMap<number, string>,
  remarks: readonly string[],
): ReadonlyMap<number, string> {
  if (remarks.length === 0) return notes;
  return new Map(
    [...notes].map(([subject, note], row) => [
      subject,
      [note, remarks[row] ?? ''].filter((part) => part !== '').join(texts('word.semicolon')),
    ]),
  );
}

function subtitle(view: SchemeView, groups: readonly { subjects: readonly number[] }[]): string {
  const { texts, assessment, result } = view;
  const ranked = groups.reduce((sum, { subjects }) => sum + subjects.length, 0);
  const count = { provisional: 0, blocked: 0, exempt: 0, scored: 0 };
  for (const subject of result.order) count[statusOf(view, subject)]++;
  const parts = [
    ...(assessment.period ? [texts('ranking.period', { period: assessment.period.text })] : []),
    ...(view.previous ? [texts('ranking.previous', { period: view.previous.period.text })] : []),
    texts('ranking.asOf', { asOf: assessment.asOf }),
    texts('ranking.ranked', { count: ranked }),
    ...(['provisional', 'blocked', 'exempt'] as const)
      .filter((status) => count[status] > 0)
      .map((status) => texts(`ranking.${status}`, { count: count[status] })),
  ];
  return parts.join(texts('word.gap'));
}

function headerRow(sheet: SheetBuilder, columns: readonly Column[]): number {
  const row = sheet.rows(
    [columns.map(({ header }) => header)],
    columns.map(() => LOOKS.header),
  );
  sheet.height(row, rowHeight(Math.max(2, ...columns.map(({ header, width }) => lineCount(header, width))), 10));
  return row;
}

function band(sheet: SheetBuilder, text: string): void {
  sheet.line(text, LOOKS.band, 21);
}

function bandData(view: SchemeView, index: number, group: string | null, count: number) {
  const number = view.texts('word.numerals').split(',')[index] ?? String(index + 1);
  return { number, group: group ?? view.texts('word.noGroup'), count };
}

function body(sheet: SheetBuilder, columns: readonly Column[], subjects: readonly number[]): void {
  const rows = subjects.map((subject) => columns.map(({ value }) => value(subject)));
  const first = sheet.rows(
    rows,
    columns.map(({ look }) => look),
  );
  const wrapping = columns.flatMap(({ look, width }, index) => (look.wrap ? [{ index, width }] : []));
  rows.forEach((row, offset) => {
    let lines = 1;
    for (const { index, width } of wrapping) lines = Math.max(lines, lineCount(String(row[index] ?? ''), width));
    // A uniform height is the default of the sheet only in files that we write; state it where people look at it.
    if (lines > 1 || rows.length <= MOST_BANDED_ROWS) sheet.height(first + offset, rowHeight(lines));
  });
}

/** Colours of grades and bars of totals; the grade and the number are always written too. */
function formats(sheet: SheetBuilder, view: SchemeView, columns: readonly Column[], first: number, last: number): void {
  const { grades } = view.scheme.parameters;
  const at = (key: string) => columns.findIndex(({ header }) => header === view.texts(key));
  const grade = at('column.grade');
  grades.forEach(({ name }, index) => {
    const fill = COLORS.grades[gradeColor(index, grades.length)]!;
    const letter = columnName(grade);
    const formula = `$${letter}${first + 1}="${name.replaceAll('"', '""')}"`;
    sheet.format({ type: 'formula', range: { top: first, left: grade, bottom: last, right: grade }, formula, fill });
  });
  const total = at('column.total');
  const known = view.result.total.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return;
  let low = Infinity;
  let high = -Infinity;
  for (const value of known) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  sheet.format({
    type: 'dataBar',
    range: { top: first, left: total, bottom: last, right: total },
    color: COLORS.bar,
    // A bar from 0 would make 88 and 97 look alike.
    min: Math.max(0, Math.floor((low - 5) / 10) * 10),
    max: Math.max(100, Math.ceil(high)),
  });
}

/** Colour of the i-th of n grades: the best and the worst always have theirs. */
export function gradeColor(index: number, count: number): number {
  const last = COLORS.grades.length - 1;
  return index === 0 ? 0 : index === count - 1 ? last : Math.min(index, last - 1);
}
