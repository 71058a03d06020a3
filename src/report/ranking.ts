import { columnName, type CellStyle, type OutValue, type ResultSheet } from '../model';
import { Q } from '../values';
import { COLORS, LOOKS, rowHeight } from './looks';
import { noteOf } from './notes';
import { a4, SheetBuilder } from './sheetBuilder';
import { rankedGroups, statusOf, unranked, type SchemeView } from './schemeView';
import { lineCount, textWidth } from './textWidth';
import { titleOf, weightsOf } from './texts';

/** More groups than this are told by a column, fewer by bands as in official tables. */
const MOST_BANDS = 12;
/** Rows beyond which bands would hinder more than they help. */
const MOST_BANDED_ROWS = 1000;
const NARROWEST_NAME = 16;
const WIDEST_NAME = 36;
const [NARROWEST_NOTE, WIDEST_NOTE] = [14, 30];

interface Column {
  readonly header: string;
  readonly width: number;
  readonly look: CellStyle;
  readonly value: (subject: number) => OutValue;
}

/** 总排名: everybody's place, group by group, fit to lay before a leader. */
export function rankingSheet(view: SchemeView, name: string): ResultSheet {
  const groups = rankedGroups(view);
  const count = view.result.order.length;
  const isBanded = groups.length > 1 && groups.length <= MOST_BANDS && count <= MOST_BANDED_ROWS;
  const notes = notesOf(view, groups);
  const columns = columnsOf(view, groups.length > 1 && !isBanded, notes);
  const sheet = new SheetBuilder(name, `ranking:${view.scheme.scheme.name}`, columns.length);

  sheet.line(titleOf(view.texts, 'ranking.title', view.assessment, view.scheme), LOOKS.title, 36);
  sheet.line(subtitle(view, groups), LOOKS.subtitle, 20);
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
  foot(sheet, view, columns);
  return sheet.build({
    columnWidths: columns.map(({ width }) => width),
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

function columnsOf(view: SchemeView, withGroup: boolean, notes: ReadonlyMap<number, string>): Column[] {
  const { texts, scheme, result } = view;
  const { subjects } = scheme;
  const columns: Column[] = [
    column(texts('column.rank'), 6, LOOKS.strongCenter, (subject) => result.rank[subject] || '—'),
    nameColumn(view),
  ];
  if (withGroup) {
    const width = fit(
      subjects.map(({ group }) => group ?? ''),
      10,
      WIDEST_NAME,
    );
    columns.push(column(texts('column.group'), width, LOOKS.text, (subject) => subjects[subject]!.group ?? ''));
  }
  columns.push(...scoreColumns(view));
  columns.push(column(texts('column.total'), 9, LOOKS.strong, numbers(result.total)));
  columns.push(column(texts('column.grade'), 8, LOOKS.strongCenter, (subject) => gradeName(view, subject) ?? '—'));
  if (result.attained.some((value) => value >= 0)) {
    const words = [texts('word.no'), texts('word.yes')];
    columns.push(
      column(texts('column.attained'), 6, LOOKS.center, (subject) => words[result.attained[subject]!] ?? '—'),
    );
  }
  if (result.award.some((value) => value > 0)) {
    const awards = ['', texts('award.flag'), texts('award.decide')];
    const wrap = { ...LOOKS.center, wrap: true };
    columns.push(column(texts('column.award'), 11, wrap, (subject) => awards[result.award[subject]!] ?? ''));
  }
  if ([...notes.values()].some((note) => note !== '')) {
    columns.push(
      column(
        texts('column.note'),
        fit([...notes.values()], NARROWEST_NOTE!, WIDEST_NOTE!),
        LOOKS.text,
        (subject) => notes.get(subject) ?? '',
      ),
    );
  }
  return columns;
}

function nameColumn({ texts, scheme }: SchemeView): Column {
  const { subjects } = scheme;
  const key = scheme.scheme.kind === 'member' ? 'column.member' : 'column.unit';
  const width = fit(
    subjects.map(({ name }) => name),
    NARROWEST_NAME,
    WIDEST_NAME,
  );
  return column(texts(key), width, LOOKS.text, (subject) => subjects[subject]!.name);
}

/** Sources with their weights, dimensions with their points, bonus and penalty; columns without a number are left out. */
function scoreColumns(view: SchemeView): Column[] {
  const { texts, scheme, result, inPlay } = view;
  const columns: Column[] = [];
  const weights = weightsOf(scheme, inPlay);
  for (const source of inPlay) {
    const header = `${texts(`source.${source}`)}\n(${weights[source] ?? ''})`;
    columns.push(column(header, 10, LOOKS.points, numbers(result.sources[source]!)));
  }
  scheme.scheme.dimensions.forEach((dimension, index) => {
    const points = result.dimensions[index];
    if (!points || points.every(Number.isNaN)) return;
    const max = Q.sum(
      scheme.scheme.indicators.filter((line) => line.dimension === dimension.name).map((line) => line.max),
    );
    const header = max.n > 0n ? `${dimension.name}\n(${Q.formatRational(max)})` : dimension.name;
    columns.push(
      column(header, Math.min(13, Math.max(9, textWidth(dimension.name) + 1)), LOOKS.points, numbers(points)),
    );
  });
  for (const [key, amounts] of [
    ['bonus', result.bonus],
    ['penalty', result.penalty],
  ] as const) {
    if (amounts.some((amount) => amount > 0))
      columns.push(column(texts(`column.${key}`), 7, LOOKS.amount, numbers(amounts)));
  }
  return columns;
}

function column(header: string, width: number, look: CellStyle, value: Column['value']): Column {
  return { header, width, look, value };
}

/** Numbers of a result column; one that does not exist is a dash. */
function numbers(values: Float64Array): (subject: number) => OutValue {
  return (subject) => (Number.isNaN(values[subject]!) ? '—' : values[subject]!);
}

/** Name of a subject's grade, or null. */
export function gradeName({ scheme, result }: SchemeView, subject: number): string | null {
  return scheme.parameters.grades[result.grade[subject]!]?.name ?? null;
}

/** A width that shows the longest of the texts, within limits. */
export function fit(texts: readonly string[], narrowest: number, widest: number): number {
  let width = narrowest;
  for (const text of texts) width = Math.max(width, textWidth(text) + 2);
  return Math.min(width, widest);
}

function notesOf(view: SchemeView, groups: readonly { subjects: readonly number[] }[]): Map<number, string> {
  const notes = new Map<number, string>();
  for (const { subjects } of groups) {
    subjects.forEach((subject, index) =>
      notes.set(subject, noteOf(view, subject, subjects[index - 1] ?? null, subjects[index + 1] ?? null)),
    );
  }
  for (const subject of unranked(view)) notes.set(subject, noteOf(view, subject, null, null));
  return notes;
}

function subtitle(view: SchemeView, groups: readonly { subjects: readonly number[] }[]): string {
  const { texts, assessment, result } = view;
  const ranked = groups.reduce((sum, { subjects }) => sum + subjects.length, 0);
  const count = { provisional: 0, blocked: 0, exempt: 0, scored: 0 };
  for (const subject of result.order) count[statusOf(view, subject)]++;
  const parts = [
    ...(assessment.period ? [texts('ranking.period', { period: assessment.period.text })] : []),
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

function foot(sheet: SheetBuilder, view: SchemeView, columns: readonly Column[]): void {
  const { texts, scheme, inPlay } = view;
  const { parameters } = scheme;
  const weights = weightsOf(scheme, inPlay);
  const bands = parameters.grades
    .map(({ name, from }) => texts('foot.band', { name, from: Q.formatRational(from) }))
    .join(texts('word.comma'));
  const total =
    inPlay.length === 0
      ? texts('foot.table')
      : texts('foot.formula', {
          sources: inPlay.map((source) => `${texts(`source.${source}`)}×${weights[source] ?? ''}`).join('＋'),
        });
  const order = texts(parameters.rankBy === 'grade' ? 'foot.byGrade' : 'foot.byTotal', {
    ties:
      parameters.tieBreak.length > 0
        ? texts('foot.ties', { keys: parameters.tieBreak.join(texts('word.comma')) })
        : texts('foot.noTies'),
  });
  const note = texts('foot.note', { total, bands, order });
  const room = columns.reduce((sum, { width }) => sum + width, 0);
  sheet.line(note, LOOKS.note, rowHeight(lineCount(note, room * 1.1), 9) + 4);
  sheet.line(texts('foot.signature'), LOOKS.signature, 34);
}
