import type { Assessment, CellRange, CellStyle, Finding, OutValue, ResultSheet } from '../model';
import { Q } from '../values';
import { COLORS, LOOKS, rowHeight } from './looks';
import { a4, SheetBuilder } from './sheetBuilder';
import { rankedGroups, type SchemeView } from './schemeView';
import { lineCount } from './textWidth';
import type { Texts } from './texts';

/** Columns of the tables, a gap, and the columns that the charts cover. */
const TABLE_COLUMNS = 11;
const CHART = { left: 12, right: 16, rows: 10 };
const COLUMNS = CHART.right + 1;
const NAME_WIDTH = 30;
const WIDTH = 9;
const WIDTHS = [NAME_WIDTH, ...Array<number>(TABLE_COLUMNS - 1).fill(WIDTH), 2, ...Array<number>(5).fill(10)];
const ROW = 20;
/** Groups that a chart can still tell apart. */
const MOST_SERIES = 5;
/** Groups beyond which a distribution by group says nothing any more. */
const MOST_GROUPS = 60;

interface Source {
  readonly texts: Texts;
  readonly assessment: Assessment;
  readonly views: readonly SchemeView[];
  readonly findings: readonly Finding[];
  readonly attainment: readonly {
    readonly target: string;
    readonly assessed: number;
    readonly attained: number;
    readonly rate: number;
    readonly goal: number | null;
    readonly short: number | null;
  }[];
}

/** 统计: attainment against the goals, distribution of grades by scheme and group, number of findings. */
export function statisticsSheet(source: Source, name: string): ResultSheet {
  const { texts, assessment } = source;
  const sheet = new SheetBuilder(name, 'statistics', WIDTHS);
  const period = assessment.period?.text ?? '';
  sheet.head(texts('statistics.title', { period }).trim(), texts('ranking.asOf', { asOf: assessment.asOf }));
  const withGoal = source.attainment.filter(({ goal }) => goal !== null);
  attainmentTable(sheet, texts, texts('statistics.attainment'), withGoal);
  for (const view of source.views) distribution(sheet, view);
  findingTable(sheet, source);
  const members = source.attainment.filter(({ goal }) => goal === null);
  attainmentTable(sheet, texts, texts('statistics.memberAttainment'), members);
  return sheet.build({
    print: a4('landscape', texts('print.footer'), undefined, {
      top: 0,
      left: 0,
      bottom: sheet.row - 1,
      right: COLUMNS - 1,
    }),
    tabColor: COLORS.tab.statistics,
  });
}

/** A heading, a header row and rows; columns beyond what the sheet has are cut. */
function table(
  sheet: SheetBuilder,
  heading: string,
  header: readonly string[],
  rows: readonly (readonly OutValue[])[],
  looks: readonly CellStyle[],
): { header: number; first: number; last: number } {
  sheet.line(heading, LOOKS.heading, 28);
  const headerRow = sheet.rows(
    [header],
    header.map(() => LOOKS.header),
  );
  sheet.height(headerRow, rowHeight(Math.max(...header.map((text) => lineCount(text, WIDTH))), 10));
  const first = sheet.rows(rows, looks);
  rows.forEach((row, offset) =>
    sheet.height(first + offset, rowHeight(lineCount(typeof row[0] === 'string' ? row[0] : '', NAME_WIDTH))),
  );
  const last = sheet.row - 1;
  sheet.height(sheet.row++, 10);
  return { header: headerRow, first, last };
}

function attainmentTable(sheet: SheetBuilder, texts: Texts, heading: string, targets: Source['attainment']): void {
  if (targets.length === 0) return;
  const withGoal = targets.some(({ goal }) => goal !== null);
  const header = ['target', 'assessed', 'attainedCount', 'rate', ...(withGoal ? ['goal', 'short', 'verdict'] : [])];
  const rows = targets.map(({ target, assessed, attained, rate, goal, short }): OutValue[] => [
    target === '党委' ? texts('target.committee') : target === '支部' ? texts('target.branch') : target,
    assessed,
    attained,
    rate,
    ...(withGoal
      ? [goal ?? '—', short ?? '—', short === null ? '—' : texts(short > 0 ? 'word.notReached' : 'word.reached')]
      : []),
  ]);
  const looks = [LOOKS.text, LOOKS.whole, LOOKS.whole, LOOKS.rate, LOOKS.rate, LOOKS.whole, LOOKS.center];
  const labels = header.map((key) => texts(`column.${key}`));
  const { first, last } = table(sheet, heading, labels, rows, looks.slice(0, header.length));
  if (!withGoal) return;
  sheet.format({
    type: 'formula',
    range: { top: first, left: 5, bottom: last, right: 6 },
    formula: `AND(ISNUMBER($F${first + 1}),$F${first + 1}>0)`,
    fill: COLORS.severity.medium,
  });
}

/** How many subjects of a group have each grade, with the mean, the highest and the lowest total. */
function distribution(sheet: SheetBuilder, view: SchemeView): void {
  const { texts, scheme } = view;
  const groups = rankedGroups(view);
  if (groups.length === 0) return;
  const { grades } = scheme.parameters;
  // Name, number, one column a grade, share of the best, mean, highest, lowest.
  const shown = grades.slice(0, TABLE_COLUMNS - 6);
  const everybody = groups.flatMap(({ subjects }) => subjects);
  const listed = groups.length > 1 && groups.length <= MOST_GROUPS ? groups : [];
  const rows = [
    ...listed.map(({ group, subjects }) =>
      distributionRow(view, group ?? texts('word.noGroup'), subjects, shown.length),
    ),
    distributionRow(view, texts('word.all'), everybody, shown.length),
  ];
  const header = [
    texts('column.group'),
    texts('column.assessed'),
    ...shown.map(({ name }) => name),
    texts('column.topShare', { grade: grades[0]?.name ?? '' }),
    ...['mean', 'highest', 'lowest'].map((key) => texts(`column.${key}`)),
  ];
  const looks = [
    LOOKS.text,
    LOOKS.whole,
    ...shown.map(() => LOOKS.whole),
    LOOKS.rate,
    LOOKS.points,
    LOOKS.points,
    LOOKS.points,
  ];
  const heading = texts('statistics.distribution', { scheme: scheme.scheme.name });
  const place = table(sheet, heading, header, rows, looks);
  gradeChart(sheet, view, place, shown.length);
}

function distributionRow(view: SchemeView, name: string, subjects: readonly number[], grades: number): OutValue[] {
  const { result } = view;
  const counts = Array<number>(grades).fill(0);
  const totals: number[] = [];
  for (const subject of subjects) {
    const grade = result.grade[subject]!;
    if (grade >= 0 && grade < grades) counts[grade]!++;
    const total = result.total[subject]!;
    if (!Number.isNaN(total)) totals.push(total);
  }
  let low = Infinity;
  let high = -Infinity;
  for (const total of totals) {
    low = Math.min(low, total);
    high = Math.max(high, total);
  }
  const mean = totals.length === 0 ? '—' : Q.roundToNumber(Q.div(Q.sum(totals.map(Q.of)), Q.of(totals.length)), 2);
  return [
    name,
    subjects.length,
    ...counts,
    subjects.length === 0 ? '—' : (counts[0] ?? 0) / subjects.length,
    mean,
    ...(totals.length === 0 ? ['—', '—'] : [high, low]),
  ];
}

/** Columns of the grades: of each group where there are several, else of all. */
function gradeChart(
  sheet: SheetBuilder,
  view: SchemeView,
  { header, first, last }: { header: number; first: number; last: number },
  grades: number,
): void {
  const names: CellRange = { top: header, left: 2, bottom: header, right: 1 + grades };
  const isGrouped = last > first && last - first <= MOST_SERIES;
  const rows = isGrouped ? Array.from({ length: last - first }, (_, index) => first + index) : [last];
  const groups = rankedGroups(view);
  sheet.chart({
    type: 'column',
    title: view.texts('statistics.chart', { scheme: view.scheme.scheme.name }),
    categories: names,
    series: rows.map((row, index) => ({
      name: isGrouped ? (groups[index]!.group ?? view.texts('word.noGroup')) : view.texts('word.all'),
      values: { ...names, top: row, bottom: row },
    })),
    anchor: { top: header, left: CHART.left, bottom: header + CHART.rows - 1, right: CHART.right },
    stacked: isGrouped,
  });
  // The next table begins below the chart, in rows of a known height.
  for (; sheet.row < header + CHART.rows; sheet.row++) sheet.height(sheet.row, ROW);
  sheet.height(sheet.row++, 10);
}

function findingTable(sheet: SheetBuilder, { texts, findings }: Source): void {
  const rows = new Map<string, { high: number; medium: number; low: number }>();
  for (const { scheme, severity } of findings) {
    const name = scheme ?? texts('word.whole');
    const row = rows.get(name) ?? { high: 0, medium: 0, low: 0 };
    row[severity]++;
    rows.set(name, row);
  }
  if (rows.size === 0) return;
  const header = [
    texts('column.scheme'),
    ...(['high', 'medium', 'low'] as const).map((severity) => texts(`severity.${severity}`)),
    texts('column.sumCount'),
  ];
  const values = [...rows].map(([name, { high, medium, low }]): OutValue[] => [
    name,
    high,
    medium,
    low,
    high + medium + low,
  ]);
  table(sheet, texts('statistics.findings'), header, values, [
    LOOKS.text,
    LOOKS.whole,
    LOOKS.whole,
    LOOKS.whole,
    LOOKS.whole,
  ]);
}
