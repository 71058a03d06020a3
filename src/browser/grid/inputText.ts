import { CellKind } from '../../model';
import type { SheetView } from '../../hosts/xlsx';

/** Text of a cell as typed: its formula with "=", else its value; "" where there is none. */
export function inputText(view: SheetView, entry: number): string {
  if (entry < 0) return '';
  const { kinds, values, formulaEntries, formulas } = view.cells;
  const formula = formulaEntries.indexOf(entry);
  if (formula >= 0) return `=${formulas[formula]}`;
  const value = values[entry]!;
  switch (kinds[entry]) {
    case CellKind.number:
      return String(value);
    case CellKind.boolean:
      return value ? 'TRUE' : 'FALSE';
    case CellKind.blank:
      return '';
    default:
      return view.strings[value]!;
  }
}
