import type { ICellData, IObjectArrayPrimitiveType, IObjectMatrixPrimitiveType } from '@univerjs/presets';
import { CellKind, rowIndex } from '../../model';
import type { SheetView } from '../../hosts/xlsx';

type Row = IObjectArrayPrimitiveType<ICellData>;

/** Rows that are kept once they have been made; a screen shows about 60. */
const KEPT_ROWS = 4_000;

/**
 * The cells of a sheet in the grid's shape, each row made when it is first drawn: a sheet of 100,000 rows would
 * otherwise be a million objects before the first of them is seen.
 */
export function lazyCells(view: SheetView): IObjectMatrixPrimitiveType<ICellData> {
  const { cells } = view;
  const made = new Map<number, Row>();
  const rowOf = (key: string | symbol): Row | undefined => {
    if (typeof key === 'symbol' || !/^\d+$/.test(key)) return undefined;
    const row = Number(key);
    const known = made.get(row);
    if (known) return known;
    const k = rowIndex(cells, row);
    if (k < 0) return undefined;
    const cellsOfRow: Row = {};
    for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]!; entry++) {
      cellsOfRow[cells.columns[entry]!] = cellOf(view, entry);
    }
    if (made.size >= KEPT_ROWS) made.delete(made.keys().next().value!);
    made.set(row, cellsOfRow);
    return cellsOfRow;
  };
  return new Proxy<IObjectMatrixPrimitiveType<ICellData>>(
    {},
    {
      get: (_, key) => rowOf(key),
      has: (_, key) => rowOf(key) !== undefined,
      // What walks all cells on opening looks for formulas to compute; there are none, so there is nothing to walk.
      ownKeys: () => [],
      getOwnPropertyDescriptor: (_, key) => {
        const value = rowOf(key);
        return value && { value, enumerable: false, configurable: true, writable: true };
      },
      // Read-only: what the grid would note on its own goes nowhere.
      set: () => true,
      deleteProperty: () => true,
    },
  );
}

/** Codes of the grid for what a cell holds. */
const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;

/** The third section of a format is for 0; where it is there and empty (0.00;-0.00;;@), 0 shows nothing. */
const NOTHING_FOR_ZERO = /^[^;]*;[^;]*;(;|$)/;

/** Whether a cell is a 0 that its format hides, which the grid does not know. */
function isHiddenZero(view: SheetView, entry: number): boolean {
  const { numberFormat } = view.styles[view.cellStyles[entry]!] ?? {};
  return view.cells.values[entry] === 0 && numberFormat !== undefined && NOTHING_FOR_ZERO.test(numberFormat);
}

const NUMBER_AS_TEXT = /^\s*[+-]?\d[\d,.]*%?\s*$/;

function cellOf(view: SheetView, entry: number): ICellData {
  const { kinds, values } = view.cells;
  const s = `s${view.cellStyles[entry]!}`;
  const value = values[entry]!;
  switch (kinds[entry]) {
    case CellKind.number:
      return isHiddenZero(view, entry) ? { s } : { v: value, t: NUMBER, s };
    case CellKind.boolean:
      return { v: value, t: BOOLEAN, s };
    case CellKind.blank:
      return { s };
    default: {
      const v = view.strings[value]!;
      // Only text that looks like a number is called text, and gets Excel's green corner: the grid would parse every
      // other text as a date each time that it draws it.
      return NUMBER_AS_TEXT.test(v) ? { v, t: TEXT, s } : { v, s };
    }
  }
}
