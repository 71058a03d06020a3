import type { IRange } from '@univerjs/presets';
import type { CellRange, ConditionalFormat } from '../../model';

/** Conditional formats in the shape in which the grid stores them; the first wins, as in Excel. */
export function conditionsOf(conditions: readonly ConditionalFormat[]): readonly object[] {
  return conditions.filter(isQuick).map((condition, i) => ({
    cfId: `c${i}`,
    ranges: [rangeOf(condition.range)],
    stopIfTrue: false,
    rule: ruleOf(condition),
  }));
}

/** Cells over which a formula is computed; the grid computes them all on opening, not only those in view. */
const MAX_FORMULA_CELLS = 50_000;

function isQuick({ type, range }: ConditionalFormat): boolean {
  return type !== 'formula' || (range.bottom - range.top + 1) * (range.right - range.left + 1) <= MAX_FORMULA_CELLS;
}

function ruleOf(condition: ConditionalFormat): object {
  switch (condition.type) {
    case 'formula':
      return {
        type: 'highlightCell',
        subType: 'formula',
        value: `=${condition.formula}`,
        style: {
          ...(condition.fill && { bg: { rgb: condition.fill } }),
          ...(condition.color && { cl: { rgb: condition.color } }),
          ...(condition.bold && { bl: 1 }),
        },
      };
    case 'dataBar':
      return {
        type: 'dataBar',
        isShowValue: true,
        config: {
          min: bound(condition.min, 'min'),
          max: bound(condition.max, 'max'),
          isGradient: false,
          positiveColor: condition.color,
          nativeColor: condition.color,
        },
      };
    case 'colorScale': {
      const last = condition.colors.length - 1;
      return {
        type: 'colorScale',
        config: condition.colors.map((color, index) => ({
          index,
          color,
          value: index === 0 ? { type: 'min' } : index === last ? { type: 'max' } : { type: 'percentile', value: 50 },
        })),
      };
    }
  }
}

function bound(value: number | undefined, end: 'min' | 'max'): object {
  return value === undefined ? { type: end } : { type: 'num', value };
}

/** The grid's form of a range. */
export function rangeOf({ top, left, bottom, right }: CellRange): IRange {
  return { startRow: top, startColumn: left, endRow: bottom, endColumn: right };
}
