import type { TextData } from '../i18n';
import type { OutValue, ResultSheet, SourceCode } from '../model';
import type { SourceWorkings } from '../score';
import { Q } from '../values';
import { breakdownLines, detailedSources, pointsReader, type Line, type LinePoints } from './breakdownLines';
import { planBreakdown, type BreakdownPlan, type PlacedBlock } from './breakdownPlan';
import { across, cellAt, formula, literal, onSheet } from './formulas';
import { COLORS, LOOKS, rowHeight } from './looks';
import { planColumns, type ColumnPlan } from './pages';
import { a4, SheetBuilder } from './sheetBuilder';
import type { SchemeView } from './schemeView';
import { lineCount } from './textWidth';
import { titleOf } from './texts';

/** Subjects up to which sums are native formulas, so that anyone can audit them without the add-in. */
export const MOST_FORMULA_SUBJECTS = 10_000;
/** Cells up to which the sheet is written; what lies beyond is in the task pane, subject by subject. */
const MOST_CELLS = 600_000;
/** Lines up to which each has a height of its own. */
const MOST_HEIGHTS = 2_000;
const ROW_HEIGHT = 18;
const HEADER_ROWS = 3;
/** 二号, 小二, 三号, 四号. */
const TITLE_SIZES = [LOOKS.title.font.size, 18, 16, 14];

/** The breakdown, and where other sheets find the score of a source. */
export interface Breakdown {
  readonly sheet: ResultSheet;
  /** Reference to the unrounded score of a subject in a source; null where the sheet has none. */
  readonly score: (subject: number, source: SourceCode) => { readonly cell: string; readonly value: number } | null;
}

/**
 * 得分明细: points of each subject in each indicator, source by source, with the sums of its dimensions and its score;
 * null for a scheme of which no source gives points.
 */
export function breakdownSheet(view: SchemeView, workings: readonly SourceWorkings[], name: string): Breakdown | null {
  const sources = detailedSources(workings);
  const withFormulas = view.result.order.length <= MOST_FORMULA_SUBJECTS;
  const plan = planBreakdown(view, sources, withFormulas);
  if (!plan) return null;
  const all = breakdownLines(view, sources);
  const lines = all.slice(0, Math.max(1, Math.floor(MOST_CELLS / plan.widths.length)));

  const sheet = new SheetBuilder(name, `breakdown:${view.scheme.scheme.name}`, plan.widths);
  const right = plan.widths.length - 1;
  const print = a4('landscape', view.texts('print.footer'), undefined, { top: 0, left: 0, bottom: 0, right });
  const pages = planColumns({ print, widths: plan.widths, blocks: plan.starts, repeated: plan.names });
  head(sheet, plan, pages);
  const header = headers(sheet, plan);
  const first = header + HEADER_ROWS;
  const scores = body(sheet, plan, pointsReader(sources), lines, withFormulas);
  const last = Math.max(first, sheet.row - 1);
  if (lines.length < all.length) foot(sheet, plan, pages, 'breakdown.cut', { shown: lines.length, all: all.length });
  foot(sheet, plan, pages, withFormulas ? 'breakdown.foot' : 'breakdown.footValues');
  sheet.keep(last - 2, sheet.row - 1);
  const titleRows = { first: header, last: first - 1 };
  const area = { top: 0, left: 0, bottom: sheet.row - 1, right };
  return {
    sheet: sheet.build({
      freeze: { rows: first, columns: plan.labels.length },
      // Sorting would lead the formulas of other sheets to other lines: only values may be sorted.
      ...(withFormulas ? {} : { autoFilter: { top: first - 1, left: 0, bottom: last, right } }),
      print: sheet.paged({ ...print, titleRows, area }, { blocks: plan.starts, repeated: plan.names }),
      tabColor: COLORS.tab.breakdown,
    }),
    score: (subject, source) => {
      const found = scores.get(source)?.get(subject);
      return found ? { cell: onSheet(name, plan.score, found.row), value: found.value } : null;
    },
  };
}

/** The title over each page; where several stand beside each other it begins behind the columns that they repeat. */
function head(sheet: SheetBuilder, { view, labels, widths, onlySource }: BreakdownPlan, { starts }: ColumnPlan): void {
  const { texts, assessment, scheme } = view;
  const plain = titleOf(texts, 'breakdown.title', assessment, scheme);
  const title = onlySource
    ? texts('breakdown.ofSource', { title: plain, source: texts(`source.${onlySource}`) })
    : plain;
  const facts = texts('ranking.asOf', { asOf: assessment.asOf });
  if (starts.length === 1) return sheet.head(title, facts);
  const from = [labels.length, ...starts.slice(1)];
  const parts = from.map((left, page) => ({
    left,
    right: (from[page + 1] ?? widths.length) - 1,
    text: page === 0 ? title : texts('breakdown.continued', { title, page: page + 1 }),
  }));
  // A page can be narrow: the largest size with which every title stands in one line.
  const most = (size: number) =>
    Math.max(...parts.map(({ text, left, right }) => sheet.linesOf(text, size, left, right)));
  const size = TITLE_SIZES.find((each) => most(each) === 1) ?? TITLE_SIZES.at(-1)!;
  sheet.spread(
    parts,
    { ...LOOKS.title, font: { ...LOOKS.title.font, size } },
    Math.max(36, rowHeight(most(size), size)),
  );
  sheet.spread([{ ...parts[0]!, text: facts }], LOOKS.subtitle, 20);
}

/** How to read the sheet, below what the first page holds. */
function foot(
  sheet: SheetBuilder,
  { view, labels, widths }: BreakdownPlan,
  { starts }: ColumnPlan,
  key: string,
  data: TextData = {},
): void {
  const [left, right] = [starts.length > 1 ? labels.length : 0, (starts[1] ?? widths.length) - 1];
  const text = view.texts(key, data);
  const { size } = LOOKS.note.font;
  const height = rowHeight(sheet.linesOf(text, size, left, right), size);
  sheet.spread([{ left, right, text }], LOOKS.note, height + 4);
}

/** Three rows: dimensions over their indicators, indicators, and the points (分值) that each can give. */
function headers(sheet: SheetBuilder, { view, labels, blocks, points, widths }: BreakdownPlan): number {
  const { texts, scheme } = view;
  const rows = Array.from({ length: HEADER_ROWS }, () => Array<OutValue>(widths.length).fill(null));
  const [top, middle, bottom] = [rows[0]!, rows[1]!, rows[2]!];
  labels.forEach(({ header }, column) => (top[column] = header));
  bottom[labels.length - 1] = texts('column.max');
  ['sum', 'applicable', 'hundred'].forEach((key, i) => (top[points.to + 1 + i] = texts(`column.${key}`)));
  let [over, lines] = [1, 1];
  for (const { name, from, to, sum, indicators, max } of blocks) {
    // One column says its full mark below.
    const label = to > from && max.n > 0n ? texts('breakdown.dimension', { name, max: Q.formatRational(max) }) : name;
    top[from] = label;
    const room = widths.slice(from, to + 1).reduce((all, width) => all + width, 0.8);
    if (indicators.length > 0) over = Math.max(over, lineCount(label, room));
    indicators.forEach((index, i) => {
      const line = scheme.scheme.indicators[index]!;
      middle[from + i] = line.name;
      bottom[from + i] = Q.toNumber(line.max);
      lines = Math.max(lines, lineCount(line.name, widths[from + i]! + 0.8));
    });
    if (sum === null) continue;
    if (indicators.length === 0) bottom[sum] = Q.toNumber(max);
    else middle[sum] = texts('column.subtotal');
  }
  const isPoint = (column: number) => column >= points.from && column <= points.to;
  const first = sheet.rows(
    rows,
    widths.map((_, column) => (isPoint(column) ? LOOKS.smallHeader : LOOKS.header)),
  );
  sheet.height(first, Math.max(22, rowHeight(over, 8.5)));
  sheet.height(first + 1, rowHeight(lines, 8.5));
  sheet.height(first + 2, 18);
  mergeHeaders(sheet, first, { labels: labels.length, blocks, points, width: widths.length });
  return first;
}

function mergeHeaders(
  sheet: SheetBuilder,
  top: number,
  {
    labels,
    blocks,
    points,
    width,
  }: { labels: number; blocks: readonly PlacedBlock[]; points: BreakdownPlan['points']; width: number },
): void {
  const rows = (column: number, first: number, last: number) =>
    sheet.merge({ top: top + first, left: column, bottom: top + last, right: column });
  // The last label stands over 分值, the others over all three rows.
  for (let column = 0; column < labels; column++) rows(column, 0, column === labels - 1 ? 1 : 2);
  for (let column = points.to + 1; column < width; column++) rows(column, 0, 2);
  for (const { from, to, sum, indicators } of blocks) {
    if (indicators.length === 0) rows(from, 0, 1);
    else {
      if (to > from) sheet.merge({ top, left: from, bottom: top, right: to });
      if (sum !== null) rows(sum, 1, 2);
    }
  }
}

type Scores = Map<SourceCode, Map<number, { readonly row: number; readonly value: number }>>;

function body(
  sheet: SheetBuilder,
  plan: BreakdownPlan,
  pointsOf: (line: Line) => LinePoints,
  lines: readonly Line[],
  withFormulas: boolean,
): Scores {
  const first = sheet.row;
  const scores: Scores = new Map();
  const rows = lines.map((line, offset): OutValue[] => {
    const row = first + offset;
    const { cells, score } = lineCells(plan, line, pointsOf(line), withFormulas ? row : null, first - 1);
    const own = scores.get(line.source.code) ?? new Map<number, { row: number; value: number }>();
    scores.set(line.source.code, own.set(line.subject, { row, value: score }));
    return [...plan.labels.map(({ value }) => value(line)), ...cells];
  });
  const looks = plan.blocks.flatMap(({ indicators, sum }) => [
    ...indicators.map(() => LOOKS.small),
    ...(sum === null ? [] : [indicators.length === 0 ? LOOKS.points : LOOKS.subtotal]),
  ]);
  sheet.rows(rows, [...plan.labels.map(({ look }) => look), ...looks, LOOKS.points, LOOKS.applicable, LOOKS.strong]);
  if (lines.length <= MOST_HEIGHTS) {
    rows.forEach((_, offset) => sheet.height(first + offset, ROW_HEIGHT));
    lines.forEach(({ subject }, i) => {
      if (i > 0 && lines[i - 1]!.subject === subject) sheet.keep(first + i - 1, first + i);
    });
  }
  return scores;
}

/** What the cells of a line come to, while they are written from left to right. */
interface LineSums {
  readonly cells: OutValue[];
  points: number;
  max: number;
  /** Full marks of dimensions that a source gives as a whole beside indicators. */
  readonly wholes: number[];
}

/** Points, sums and score of a line; `row` is null for values only, `maxRow` is the row of 分值. */
function lineCells(
  plan: BreakdownPlan,
  { subject, source }: Line,
  points: LinePoints,
  row: number | null,
  maxRow: number,
): { cells: OutValue[]; score: number } {
  const sums: LineSums = { cells: [], points: 0, max: 0, wholes: [] };
  for (const block of plan.blocks) blockCells(plan, block, points, row, sums);
  const score = (100 * sums.points) / sums.max;
  if (row === null) {
    const total = Math.round((sums.points + Number.EPSILON) * 100) / 100;
    return { cells: [...sums.cells, total, sums.max, plan.view.result.sources[source.code]![subject]!], score };
  }
  const all = plan.points;
  const marks = across(all, maxRow, true);
  // A line has at least one value: the only column then counts.
  const listed = all.from === all.to ? marks : `SUMIF(${across(all, row)},">=0",${marks})`;
  const applicable = [listed, ...sums.wholes.map(literal)];
  const cells = [
    ...sums.cells,
    formula(`SUM(${summed(plan, row)})`, sums.points),
    formula(applicable.join('+'), sums.max),
    formula(`100*${cellAt(plan.total, row)}/${cellAt(plan.applicable, row)}`, score),
  ];
  return { cells, score };
}

/** What the sum of a line adds up: sums of dimensions where there are any. */
function summed({ blocks, points }: BreakdownPlan, row: number): string {
  if (blocks.every(({ sum, indicators }) => sum === null || indicators.length === 0)) return across(points, row);
  return blocks.map(({ from, to, sum }) => (sum === null ? across({ from, to }, row) : cellAt(sum, row))).join(',');
}

/** The cells of one dimension: its indicators and their sum, or the points that the source gives it as a whole. */
function blockCells(
  { view }: BreakdownPlan,
  { dimension, indicators, from, sum, max }: PlacedBlock,
  points: LinePoints,
  row: number | null,
  sums: LineSums,
): void {
  let own = 0;
  let known = 0;
  for (const index of indicators) {
    const value = points.indicator(index);
    const isKnown = value !== undefined && !Number.isNaN(value);
    sums.cells.push(isKnown ? shownPoints(value, row) : value === undefined ? null : '—');
    if (!isKnown) continue;
    own += value;
    known++;
    sums.max += Q.toNumber(view.scheme.scheme.indicators[index]!.max);
  }
  const whole = points.whole(dimension);
  const isWhole = known === 0 && whole !== undefined && !Number.isNaN(whole);
  if (isWhole) {
    own = whole;
    sums.max += Q.toNumber(max);
    if (indicators.length > 0) sums.wholes.push(Q.toNumber(max));
  }
  sums.points += own;
  if (sum === null) return;
  if (isWhole) sums.cells.push(shownPoints(own, row));
  else if (known === 0) sums.cells.push(whole === undefined && indicators.length === 0 ? null : '—');
  else if (row === null) sums.cells.push(shownPoints(own, row));
  else sums.cells.push(formula(`SUM(${across({ from, to: from + indicators.length - 1 }, row)})`, own));
}

/** Formulas add up exact points; without formulas six places keep 1/3 readable. */
function shownPoints(value: number, row: number | null): number {
  return row === null ? Math.round(value * 1e6) / 1e6 : value;
}
