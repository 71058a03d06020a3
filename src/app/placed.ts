import type { Assessment, CellRef } from '../model';
import { type Place, placeOf } from './summary';

/** Plain data whose cells are named as people and hosts name them. */
export type Placed<T> = T extends CellRef
  ? Place
  : T extends readonly (infer U)[]
    ? readonly Placed<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Placed<T[K]> }
      : T;

function isCellRef(value: object): value is CellRef {
  return Object.keys(value).length === 3 && 'sheet' in value && 'row' in value && 'column' in value;
}

/**
 * Plain data of the score room with every cell turned into a place.
 * @example placed(assessment, { raw: "10", place: { sheet: 2, row: 4, column: 3 } })
 * // { raw: "10", place: { workbook: 0, sheet: "考核汇总", row: 4, column: 3, cell: "D5" } }
 */
export function placed<T>(assessment: Assessment, value: T): Placed<T> {
  const turn = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(turn);
    if (isCellRef(part)) return placeOf(assessment, part);
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, turn(inner)]));
  };
  return turn(value) as Placed<T>;
}
