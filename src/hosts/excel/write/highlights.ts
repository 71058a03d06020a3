import { type CellRange, type Highlight, parseA1Range } from '../../../model';
import { HIGHLIGHT_FORMULA, MARK_NAME } from '../../shared/mark';
import type { Batch } from '../gateway';
import { addressesOf } from './cover';

/** A conditional format of ours on a sheet of the user. */
export interface OwnFormat {
  readonly id: string;
  readonly ranges: readonly CellRange[];
  /** "#RRGGBB" */
  readonly fill: string;
}

/** Ids of the formula rules on each of these sheets: where ours may be among them. */
export function readFormulaRules(sheets: readonly string[]): Batch<ReadonlyMap<string, readonly string[]>> {
  return ({ workbook }) => {
    const found = sheets.map((sheet) => {
      const all = workbook.worksheets.getItem(sheet).getRange().untrack();
      return all.conditionalFormats.load('items/id,items/type');
    });
    return () =>
      new Map(
        sheets.map((sheet, i) => [sheet, found[i]!.items.filter(({ type }) => type === 'Custom').map(({ id }) => id)]),
      );
  };
}

/** Our own rules among the formula rules, known by the name in their formula. */
export function readOwnFormats(
  rules: ReadonlyMap<string, readonly string[]>,
): Batch<ReadonlyMap<string, readonly OwnFormat[]>> {
  return ({ workbook }) => {
    const found = [...rules].map(([sheet, ids]) => {
      const all = workbook.worksheets.getItem(sheet).getRange().untrack();
      const formats = ids.map((id) => {
        const format = all.conditionalFormats.getItem(id);
        return {
          id,
          rule: format.custom.rule.load('formula'),
          fill: format.custom.format.fill.load('color'),
          areas: format.getRanges().untrack().load('address'),
        };
      });
      return [sheet, formats] as const;
    });
    return () =>
      new Map(
        found.map(([sheet, formats]) => [
          sheet,
          formats
            .filter(({ rule }) => rule.formula.includes(`"${MARK_NAME}"`))
            .map(({ id, fill, areas }) => ({ id, fill: fill.color, ranges: rangesOf(areas.address) })),
        ]),
      );
  };
}

/** Blocks of an address of several; sheet names and $ signs are left away. */
function rangesOf(address: string): CellRange[] {
  return address.split(',').flatMap((part) => parseA1Range(part.slice(part.lastIndexOf('!') + 1)) ?? []);
}

/** Puts exactly these highlights on a sheet of the user: earlier ones are removed, his own rules stay and win. */
export function queueHighlights(
  worksheet: Excel.Worksheet,
  earlier: readonly OwnFormat[],
  highlights: readonly Pick<Highlight, 'fill' | 'ranges'>[],
): void {
  const all = worksheet.getRange().untrack();
  for (const { id } of earlier) all.conditionalFormats.getItem(id).delete();
  const byFill = new Map<string, CellRange[]>();
  for (const { fill, ranges } of highlights) byFill.set(fill, [...(byFill.get(fill) ?? []), ...ranges]);
  for (const [fill, ranges] of byFill) {
    const unique = [...new Map(ranges.map((range) => [JSON.stringify(range), range])).values()];
    for (const address of addressesOf(unique)) {
      const format = worksheet.getRanges(address).untrack().conditionalFormats.add('Custom');
      format.custom.rule.formula = `=${HIGHLIGHT_FORMULA}`;
      format.custom.format.fill.color = fill;
      // Behind all others: the user's own colours stay on top.
      format.priority = -1;
    }
  }
}
