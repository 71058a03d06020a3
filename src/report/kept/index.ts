import type { ResultSheet, WorkbookSnapshot } from '../../model';
import { readEarlierSheets, type EarlierSheet } from './earlierSheets';
import { readNotes, type KeptNotes, type KeptRow } from './readNotes';
import { remarksFor } from './remarks';
import { withNotes } from './withNotes';

export { earlierSheet } from './earlierSheets';

/** What people wrote on the result sheets of an earlier run, to be put beside the same subjects again. */
export class KeptOnSheets {
  private readonly notes = new Map<string, KeptNotes | null>();
  private readonly earlier: ReadonlyMap<string, EarlierSheet>;

  /** @param workbook the workbook whose result sheets are replaced; null for a new one */
  constructor(
    private readonly workbook: WorkbookSnapshot | null,
    /** Line above what belongs to nobody on the new sheet. */
    private readonly orphans: string,
  ) {
    this.earlier = workbook ? readEarlierSheets(workbook) : new Map<string, EarlierSheet>();
  }

  /**
   * A sheet made with the remarks (备注) that people wrote on its earlier form. Remarks of rows that are no more go
   * with the notes beside the sheet.
   * @param make makes the sheet; given the remarks of its rows in their order
   * @param isOurs whether the column holds remarks of ours too
   */
  withRemarks(make: (remarks: readonly string[]) => ResultSheet, isOurs: boolean): ResultSheet {
    const plain = make([]);
    const kept = this.of(plain.mark);
    const own = isOurs ? (this.earlier.get(plain.mark)?.remarks ?? null) : new Map<string, readonly string[]>();
    if (!kept || !own) return plain;
    const { remarks, left } = remarksFor(plain, kept, own);
    if (left.size > 0) this.notes.set(plain.mark, { rows: kept.rows.map((row) => besideInstead(row, left.get(row))) });
    return remarks.some((remark) => remark !== '') ? make(remarks) : plain;
  }

  /** The sheet with what people wrote beside its earlier form. */
  withNotes(sheet: ResultSheet): ResultSheet {
    const kept = (sheet.visibility ?? 'visible') === 'visible' ? this.of(sheet.mark) : null;
    return kept ? withNotes(sheet, kept, this.orphans) : sheet;
  }

  private of(mark: string): KeptNotes | null {
    let notes = this.notes.get(mark);
    if (notes === undefined) {
      const sheet = this.workbook?.sheets.find((candidate) => candidate.mark === mark);
      notes = sheet ? readNotes(this.workbook!, sheet, this.earlier.get(mark) ?? null) : null;
      this.notes.set(mark, notes);
    }
    return notes;
  }
}

/** A row that is no more keeps its remark among the notes beside it. */
function besideInstead(row: KeptRow, remark: string | undefined): KeptRow {
  if (remark === undefined) return row;
  const [first, ...others] = row.cells;
  const cell = { offset: 0, value: remark, formula: null, numberFormat: 'General', row: row.row, column: -1 };
  if (first?.offset !== 0) return { ...row, cells: [cell, ...row.cells] };
  return { ...row, cells: [{ ...cell, value: `${remark}；${String(first.value)}` }, ...others] };
}
