import { columnName, type CellRange, type CellStyle, type OutValue, type Rational, type ResultSheet } from '../model';
import { Q } from '../values';
import {
  breakdownLines,
  pointColumns,
  pointsOf,
  shownIndicators,
  type Line,
  type PointColumns,
} from './breakdownLines';
import { COLORS, LOOKS, rowHeight } from './looks';
import { fit, lineCount } from './textWidth';
import { a4, SheetBuilder } from './sheetBuilder';
import type { SchemeView } from './schemeView';
import { titleOf } from './texts';

/** Rows up to which sums are native formulas, so that anyone can audit them without the add-in. */
const MOST_FORMULA_ROWS = 2_000;
/** Cells up to which the sheet is written; what lies beyond is in the task pane, subject by subject. */
const MOST_CELLS = 600_000;
const POINT_WIDTH = 5.8;
const ROW_HEIGHT = 18;
/** Sum, applicable points, score of 100. */
const SUM_WIDTHS = [7.5, 7, 8];

/** A column that says whose line it is. */
interface LabelColumn {
  readonly header: string;
  readonly width: number;
  readonly look: CellStyle;
  readonly value: (line: Line) => OutValue;
}

/** The plan of the sheet: what stands in which column. */
interface Plan {
  readonly view: SchemeView;
  readonly points: PointColumns;
  readonly indicators: readonly number[];
  readonly labels: readonly LabelColumn[];
  /** First of the columns of sums. */
  readonly sums: number;
  /** Points that each of the indicators can give, exact, and what they come to. */
  readonly maxima: readonly Rational[];
  readonly allMaxima: number;
}

/**
 * 得分明细: points of each subject in each indicator, source by source, with their sum; null for a scheme of which no
 * source has indicators.
 */
export function breakdownSheet(view: SchemeView, name: string): ResultSheet | null {
  const points = pointColumns(view);
  const indicators = shownIndicators(view, points);
  if (indicators.length === 0) return null;
  const labels = labelColumns(view);
  const maxima = indicators.map((index) => view.scheme.scheme.indicators[index]!.max);
  const allMaxima = Q.toNumber(Q.sum(maxima));
  const plan: Plan = { view, points, indicators, labels, sums: labels.length + indicators.length, maxima, allMaxima };
  const width = plan.sums + SUM_WIDTHS.length;
  const all = breakdownLines(view, points);
  const lines = all.slice(0, Math.max(1, Math.floor(MOST_CELLS / width)));

  const widths = [...labels.map((label) => label.width), ...indicators.map(() => POINT_WIDTH), ...SUM_WIDTHS];
  const sheet = new SheetBuilder(name, `breakdown:${view.scheme.scheme.name}`, widths);
  sheet.head(
    titleOf(view.texts, 'breakdown.title', view.assessment, view.scheme),
    view.texts('breakdown.subtitle', { asOf: view.assessment.asOf }),
  );
  const header = headers(sheet, plan);
  const first = body(sheet, plan, lines, header + 2);
  const last = Math.max(first, sheet.row - 1);
  if (lines.length < all.length) {
    sheet.line(view.texts('breakdown.cut', { shown: lines.length, all: all.length }), LOOKS.note, 20);
  }
  const area: CellRange = { top: 0, left: 0, bottom: sheet.row - 1, right: width - 1 };
  return sheet.build({
    freeze: { rows: header + 3, columns: 2 },
    autoFilter: { top: header + 2, left: 0, bottom: last, right: width - 1 },
    print: a4('landscape', view.texts('print.footer'), { first: header, last: header + 2 }, area),
    tabColor: COLORS.tab.breakdown,
  });
}

/** Place, name, group where there are several, source. */
function labelColumns({ texts, scheme, result }: SchemeView): LabelColumn[] {
  const { subjects } = scheme;
  const plain = { ...LOOKS.text, wrap: false };
  const widthOf = (values: readonly string[]) => fit(values, 10, 28);
  const groups = new Set(subjects.map(({ group }) => group));
  const group: LabelColumn = {
    header: texts('column.group'),
    width: fit(
      [...groups].map((name) => name ?? ''),
      8,
      18,
    ),
    look: plain,
    value: ({ subject }) => subjects[subject]!.group ?? '',
  };
  return [
    {
      header: texts('column.rank'),
      width: 5,
      look: LOOKS.center,
      value: ({ subject }) => result.rank[subject] || '—',
    },
    {
      header: texts(scheme.scheme.kind === 'member' ? 'column.member' : 'column.unit'),
      width: widthOf(subjects.map(({ name }) => name)),
      look: plain,
      value: ({ subject }) => subjects[subject]!.name,
    },
    ...(groups.size > 1 ? [group] : []),
    {
      header: texts('column.source'),
      width: 9,
      look: LOOKS.center,
      value: ({ source }) => texts(`source.${source}`),
    },
  ];
}

/** Three rows: dimensions over their indicators, indicators, and the points (分值) that each can give. */
function headers(sheet: SheetBuilder, { view, indicators, labels, sums }: Plan): number {
  const { texts, scheme } = view;
  const lines = indicators.map((index) => scheme.scheme.indicators[index]!);
  const dimensions = lines.map(({ dimension }) => dimension ?? '');
  const none = (length: number): null[] => Array<null>(length).fill(null);
  const sumHeaders = ['sum', 'applicable', 'hundred'].map((key) => texts(`column.${key}`));
  const rows: OutValue[][] = [
    [...labels.map(({ header }) => header), ...dimensions, ...sumHeaders],
    [...none(labels.length), ...lines.map(({ name }) => name), ...none(SUM_WIDTHS.length)],
    [
      ...none(labels.length - 1),
      texts('column.max'),
      ...lines.map(({ max }) => Q.toNumber(max)),
      ...none(SUM_WIDTHS.length),
    ],
  ];
  const isPoint = (column: number) => column >= labels.length && column < sums;
  const styles = rows[0]!.map((_, column) => (isPoint(column) ? LOOKS.smallHeader : LOOKS.header));
  const first = sheet.rows(rows, styles);
  sheet.height(first, 22);
  sheet.height(first + 1, rowHeight(Math.max(...lines.map(({ name }) => lineCount(name, POINT_WIDTH + 0.8))), 8.5));
  sheet.height(first + 2, 18);
  mergeHeaders(sheet, first, labels.length, dimensions);
  return first;
}

function mergeHeaders(sheet: SheetBuilder, top: number, labels: number, dimensions: readonly string[]): void {
  const sums = labels + dimensions.length;
  // The last label stands over 分值, the others over all three rows.
  for (let column = 0; column < labels; column++) {
    sheet.merge({ top, left: column, bottom: column === labels - 1 ? top + 1 : top + 2, right: column });
  }
  for (let column = sums; column < sums + SUM_WIDTHS.length; column++) {
    sheet.merge({ top, left: column, bottom: top + 2, right: column });
  }
  for (let from = 0; from < dimensions.length;) {
    let to = from;
    while (to + 1 < dimensions.length && dimensions[to + 1] === dimensions[from]) to++;
    if (to > from) sheet.merge({ top, left: labels + from, bottom: top, right: labels + to });
    from = to + 1;
  }
}

function body(sheet: SheetBuilder, plan: Plan, lines: readonly Line[], maxRow: number): number {
  const { labels, indicators } = plan;
  const withFormulas = lines.length <= MOST_FORMULA_ROWS;
  const first = sheet.row;
  const rows = lines.map((line, offset): OutValue[] => [
    ...labels.map(({ value }) => value(line)),
    ...pointsAndSums(plan, line, withFormulas ? { row: first + offset, maxRow } : null),
  ]);
  sheet.rows(rows, [
    ...labels.map(({ look }) => look),
    ...indicators.map(() => LOOKS.small),
    LOOKS.points,
    LOOKS.applicable,
    LOOKS.strong,
  ]);
  if (withFormulas) rows.forEach((_, offset) => sheet.height(first + offset, ROW_HEIGHT));
  return first;
}

/** The cells of one line from its points on; `at` is its row and that of 分值, null for values only. */
function pointsAndSums(
  { view, points, indicators, labels, sums, maxima, allMaxima }: Plan,
  { subject, source }: Line,
  at: { readonly row: number; readonly maxRow: number } | null,
): OutValue[] {
  const columns = points.get(source)!;
  const values = indicators.map((indicator) => pointsOf(columns, indicator, subject));
  let exact = 0;
  for (const value of values) exact += value ?? 0;
  const applicable = values.includes(null)
    ? Q.toNumber(Q.sum(maxima.filter((_, index) => values[index] !== null)))
    : allMaxima;
  const score = view.result.sources[source]![subject]!;
  const shown = values.map((value) => value ?? '—');
  const sum = Math.round((exact + Number.EPSILON) * 100) / 100;
  const shownScore = Number.isNaN(score) ? '—' : score;
  if (!at) return [...shown, sum, applicable, shownScore];

  const [from, to] = [columnName(labels.length), columnName(sums - 1)];
  const range = `${from}${at.row + 1}:${to}${at.row + 1}`;
  const formula = `ROUND(100*SUM(${range})/${columnName(sums + 1)}${at.row + 1},2)`;
  // A score that comes from more than these columns (whole dimensions beside them) stands as it is.
  const isTheirs = !Number.isNaN(score) && Math.abs((100 * exact) / applicable - score) < 0.0051;
  return [
    ...shown,
    { formula: `ROUND(SUM(${range}),2)`, value: sum },
    { formula: `SUMIF(${range},">=0",$${from}$${at.maxRow + 1}:$${to}$${at.maxRow + 1})`, value: applicable },
    isTheirs ? { formula, value: score } : shownScore,
  ];
}
