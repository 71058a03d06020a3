import type { ConditionalFormat, ResultSheet } from '../../../model';
import { addressesOf } from './cover';
import { queueChart } from './charts';
import { rangeAt } from './rangeAt';
import { queueValidation } from './validations';

/** A width in characters of the default font as Excel's API counts it: points of the pixels that Excel draws. */
export function columnPoints(characters: number): number {
  const pixels = Math.trunc(((256 * characters + Math.trunc(128 / 7)) / 256) * 7) + 5;
  return pixels * 0.75;
}

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** Takes everything off a result sheet that is written anew. */
export function queueClear(worksheet: Excel.Worksheet, charts: readonly string[]): void {
  for (const chart of charts) worksheet.charts.getItem(chart).delete();
  worksheet.autoFilter.remove();
  worksheet.freezePanes.unfreeze();
  const all = worksheet.getRange().untrack();
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  all.unmerge();
  all.clear();
  all.rowHidden = false;
  all.columnHidden = false;
  all.format.useStandardHeight = true;
  all.format.useStandardWidth = true;
}

/** All of a result sheet but its cells, its print set-up and its protection. */
export function queueFrame(
  worksheet: Excel.Worksheet,
  sheet: ResultSheet,
  finalNames: ReadonlyMap<string, string>,
): void {
  for (const [width, columns] of grouped(sheet.columnWidths.map((width, column) => [width, column] as const))) {
    const ranges = runsOf(columns).map(([left, right]) => ({ top: 0, bottom: 0, left, right }));
    for (const address of addressesOf(ranges)) {
      worksheet.getRanges(address).untrack().format.columnWidth = columnPoints(width);
    }
  }
  for (const [height, rows] of grouped(sheet.rowHeights.map(({ row, height }) => [height, row] as const))) {
    const ranges = runsOf(rows).map(([top, bottom]) => ({ top, bottom, left: 0, right: 0 }));
    for (const address of addressesOf(ranges)) worksheet.getRanges(address).untrack().format.rowHeight = height;
  }
  for (const merge of sheet.merges) rangeAt(worksheet, merge).merge(false);
  queueFreeze(worksheet, sheet.freeze);
  if (sheet.autoFilter) worksheet.autoFilter.apply(rangeAt(worksheet, sheet.autoFilter));
  // Each new one wins over those before it, and here the first wins.
  for (const format of [...sheet.conditionalFormats].reverse()) queueConditionalFormat(worksheet, format);
  for (const validation of sheet.validations ?? []) queueValidation(worksheet, validation, finalNames);
  for (const chart of sheet.charts) queueChart(worksheet, chart);
  worksheet.tabColor = sheet.tabColor ?? '';
  worksheet.showGridlines = sheet.showGridLines ?? true;
  worksheet.visibility = VISIBILITY[sheet.visibility ?? 'visible'];
}

function grouped(pairs: readonly (readonly [number | null, number])[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [key, value] of pairs) {
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/**
 * First and last number of each row of numbers that follow each other.
 * @example runsOf([3, 4, 5, 9]) // [[3, 5], [9, 9]]
 */
function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

function queueFreeze(worksheet: Excel.Worksheet, freeze: ResultSheet['freeze']): void {
  const { rows = 0, columns = 0 } = freeze ?? {};
  if (rows > 0 && columns > 0) {
    worksheet.freezePanes.freezeAt(rangeAt(worksheet, { top: 0, left: 0, bottom: rows - 1, right: columns - 1 }));
  } else if (rows > 0) worksheet.freezePanes.freezeRows(rows);
  else if (columns > 0) worksheet.freezePanes.freezeColumns(columns);
}

function queueConditionalFormat(worksheet: Excel.Worksheet, format: ConditionalFormat): void {
  const { conditionalFormats } = rangeAt(worksheet, format.range);
  switch (format.type) {
    case 'formula': {
      const { custom } = conditionalFormats.add('Custom');
      custom.rule.formula = `=${format.formula}`;
      if (format.fill !== undefined) custom.format.fill.color = format.fill;
      if (format.color !== undefined) custom.format.font.color = format.color;
      if (format.bold !== undefined) custom.format.font.bold = format.bold;
      break;
    }
    case 'dataBar': {
      const { dataBar } = conditionalFormats.add('DataBar');
      dataBar.positiveFormat.fillColor = format.color;
      dataBar.positiveFormat.gradientFill = false;
      dataBar.lowerBoundRule = barBound('LowestValue', format.min);
      dataBar.upperBoundRule = barBound('HighestValue', format.max);
      break;
    }
    case 'colorScale': {
      const [minimum, middle] = format.colors;
      const maximum = format.colors.at(-1)!;
      conditionalFormats.add('ColorScale').colorScale.criteria = {
        minimum: { type: 'LowestValue', color: minimum },
        ...(format.colors.length === 3 && { midpoint: { type: 'Percentile', formula: '50', color: middle } }),
        maximum: { type: 'HighestValue', color: maximum },
      };
    }
  }
}

function barBound(type: 'LowestValue' | 'HighestValue', value: number | undefined): Excel.ConditionalDataBarRule {
  return value === undefined ? { type } : { type: 'Number', formula: String(value) };
}
