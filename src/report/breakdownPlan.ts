import type { CellStyle, OutValue, SourceCode } from '../model';
import { dimensionBlocks, type DimensionBlock, type Line } from './breakdownLines';
import type { SourceWorkings } from '../score';
import { Q } from '../values';
import { LOOKS } from './looks';
import type { SchemeView } from './schemeView';
import { fit } from './textWidth';

const SUBTOTAL_WIDTH = 5.6;
/** Sum, applicable points, score of 100. */
const SUM_WIDTHS = [6.8, 6.8, 6.8];

/** A column that says whose line it is. */
interface LabelColumn {
  readonly header: string;
  readonly width: number;
  readonly look: CellStyle;
  readonly value: (line: Line) => OutValue;
  readonly isName?: boolean;
}

/** A block of dimension columns and where it stands. */
export interface PlacedBlock extends DimensionBlock {
  /** First column; its indicators come first. */
  readonly from: number;
  /** Column of the sum of its indicators, or of points for the whole dimension; null where it needs none. */
  readonly sum: number | null;
  /** Last column. */
  readonly to: number;
}

/** What stands in which column of the breakdown. */
export interface BreakdownPlan {
  readonly view: SchemeView;
  readonly labels: readonly LabelColumn[];
  readonly blocks: readonly PlacedBlock[];
  /** First and last column of points. */
  readonly points: { readonly from: number; readonly to: number };
  readonly total: number;
  readonly applicable: number;
  readonly score: number;
  readonly widths: readonly number[];
  /** Columns repeated on each page: the name, and the source where there are several. */
  readonly names: { readonly first: number; readonly last: number };
  /** First columns of what a page should not tear apart. */
  readonly starts: readonly number[];
  /** The source, where there is only one. */
  readonly onlySource: SourceCode | null;
}

/**
 * Plans the columns: labels, the indicators of each dimension with their sum, and the three sums of a line. Sums of
 * dimensions are left out where there is only one dimension, or without formulas.
 */
export function planBreakdown(
  view: SchemeView,
  sources: readonly SourceWorkings[],
  withSubtotals: boolean,
): BreakdownPlan | null {
  const blocks = dimensionBlocks(view, sources);
  if (blocks.length === 0) return null;
  const labels = labelColumns(view, sources);
  const widths = labels.map(({ width }) => width);
  const placed = blocks.map((block): PlacedBlock => {
    const from = widths.length;
    for (const index of block.indicators) widths.push(pointWidth(view, index));
    const isSummed = withSubtotals && blocks.length > 1 && block.dimension >= 0 && block.indicators.length > 1;
    const needsSum = isSummed || hasWhole(sources, block);
    if (needsSum) widths.push(block.indicators.length === 0 ? wholeWidth(block.name) : SUBTOTAL_WIDTH);
    return { ...block, from, sum: needsSum ? widths.length - 1 : null, to: widths.length - 1 };
  });
  const total = widths.length;
  widths.push(...SUM_WIDTHS);
  const names = { first: labels.findIndex(({ isName }) => isName), last: labels.length - 1 };
  return {
    view,
    labels,
    blocks: placed,
    points: { from: labels.length, to: total - 1 },
    total,
    applicable: total + 1,
    score: total + 2,
    widths,
    names,
    starts: [...placed.map(({ from }) => from), total],
    onlySource: sources.length === 1 ? sources[0]!.code : null,
  };
}

function hasWhole(sources: readonly SourceWorkings[], { dimension }: DimensionBlock): boolean {
  return sources.some(({ columns }) => columns.some((at) => at.indicator === null && at.dimension === dimension));
}

/** Room for the most points that an indicator can give, with two decimals at 9 points, and for its name. */
function pointWidth({ scheme }: SchemeView, indicator: number): number {
  return Math.max(4.6, 0.9 * Q.toNumber(scheme.scheme.indicators[indicator]!.max).toFixed(2).length + 0.1);
}

function wholeWidth(name: string): number {
  return fit([name], 8, 13);
}

/** Place, group where there are several, name, source where there are several. */
function labelColumns({ texts, scheme, result }: SchemeView, sources: readonly SourceWorkings[]): LabelColumn[] {
  const { subjects } = scheme;
  const plain = { ...LOOKS.text, wrap: false };
  const groups = [...new Set(subjects.map(({ group }) => group ?? ''))];
  const group: LabelColumn = {
    header: texts('column.group'),
    width: fit(groups, 7, 28),
    look: plain,
    value: ({ subject }) => subjects[subject]!.group ?? '',
  };
  const names = subjects.map(({ name }) => name);
  const sourceNames = new Map(sources.map(({ code }) => [code, texts(`source.${code}`)]));
  const source: LabelColumn = {
    header: texts('column.source'),
    width: fit([...sourceNames.values()], 8, 12),
    look: LOOKS.center,
    value: ({ source: { code } }) => sourceNames.get(code)!,
  };
  return [
    {
      header: texts('column.rank'),
      width: 5,
      look: LOOKS.center,
      value: ({ subject }) => result.rank[subject] || '—',
    },
    ...(groups.length > 1 ? [group] : []),
    {
      header: texts(scheme.scheme.kind === 'member' ? 'column.member' : 'column.unit'),
      width: fit(names, 10, 26),
      look: plain,
      value: ({ subject }) => subjects[subject]!.name,
      isName: true,
    },
    ...(sources.length > 1 ? [source] : []),
  ];
}
