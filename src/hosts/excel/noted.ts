import type { CellNote } from '../../model';

/** A cell of a user's sheet. */
export type NotePlace = Pick<CellNote, 'sheet' | 'row' | 'column'>;

/** Setting in which the workbook keeps where our notes stand: by sheet, rows and columns in turn. */
export const NOTES_KEY = 'PioneerScorecard.notes';

/** Where the workbook says that our notes stand; what is not understood counts for nothing. */
export function notedPlaces(kept: unknown): NotePlace[] {
  if (typeof kept !== 'object' || kept === null) return [];
  return Object.entries(kept).flatMap(([sheet, cells]): NotePlace[] => {
    if (!Array.isArray(cells)) return [];
    const places: NotePlace[] = [];
    for (let i = 0; i + 1 < cells.length; i += 2) {
      const [row, column] = [cells[i] as unknown, cells[i + 1] as unknown];
      if (Number.isInteger(row) && Number.isInteger(column)) {
        places.push({ sheet, row: row as number, column: column as number });
      }
    }
    return places;
  });
}
