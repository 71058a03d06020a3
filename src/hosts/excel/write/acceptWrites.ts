import {
  type CellRange,
  type CellWrite,
  type ChangeSet,
  formatAt,
  formulaAt,
  MAX_COLUMNS,
  MAX_ROWS,
  type SheetSnapshot,
  valueAt,
  type WorkbookSnapshot,
} from '../../../model';
import { isSame } from '../../shared/cellText';
import type { Refusal, RefusalReason } from '../../shared/report';

/** A write-back that will be made, with all that is needed to take it back. */
export interface AcceptedWrite {
  readonly write: CellWrite;
  /** Name of the sheet as it is spelt in the workbook. */
  readonly sheet: string;
  /** What the cell holds before: its formula with "=", else its value; "" when blank. */
  readonly before: string | number | boolean;
  readonly format: string;
  readonly isHidden: boolean;
}

export interface WriteDecision {
  readonly accepted: readonly AcceptedWrite[];
  readonly refused: readonly Refusal[];
  /** Cells that held the result already. */
  readonly already: number;
}

/** Tells whether a cell of a protected sheet is locked; every cell is when it is not known better. */
export type IsLocked = (sheet: string, row: number, column: number) => boolean;

/** Writes that are judged at a time: some ten milliseconds. */
const STEP = 20_000;

/**
 * Decides which write-backs are made: a cell that no longer holds what was expected, or that must not be written alone,
 * is left as it is and reported; the rules are those of the .xlsx host.
 */
export async function acceptWrites(
  workbook: WorkbookSnapshot,
  changes: ChangeSet,
  isLocked: IsLocked,
  breathe: () => Promise<void>,
): Promise<WriteDecision> {
  const accepted = new Map<string, AcceptedWrite>();
  const refused: Refusal[] = [];
  let already = 0;
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name.toLowerCase(), new SheetCheck(workbook, sheet)]));
  for (const [i, write] of changes.writes.entries()) {
    if (i % STEP === STEP - 1) await breathe();
    const check = sheets.get(write.sheet.toLowerCase());
    const verdict = check ? check.judge(write, isLocked) : 'noSheet';
    if (verdict === 'already') already++;
    else if (verdict === null) accepted.set(`${write.row}:${write.column}:${write.sheet}`, check!.accept(write));
    else refused.push({ write, reason: verdict, found: check ? check.valueOf(write) : null });
  }
  return { accepted: [...accepted.values()], refused, already };
}

/** One sheet and what is asked of it for each write. */
class SheetCheck {
  private readonly hiddenRows: ReadonlySet<number>;

  constructor(
    private readonly workbook: WorkbookSnapshot,
    private readonly sheet: SheetSnapshot,
  ) {
    this.hiddenRows = new Set(sheet.hiddenRows);
  }

  valueOf({ row, column }: CellWrite) {
    return valueAt(this.workbook, this.sheet, row, column);
  }

  judge(write: CellWrite, isLocked: IsLocked): RefusalReason | 'already' | null {
    const { row, column } = write;
    if (row < 0 || row >= MAX_ROWS || column < 0 || column >= MAX_COLUMNS) return 'outside';
    if (this.sheet.merges.some((merge) => covers(merge, write) && (merge.top !== row || merge.left !== column))) {
      return 'merged';
    }
    const found = this.valueOf(write);
    if (formulaAt(this.sheet, row, column) === null && isSame(found, write.value)) return 'already';
    if (!isSame(found, write.expected)) return 'changed';
    return this.sheet.isProtected && isLocked(this.sheet.name, row, column) ? 'protected' : null;
  }

  accept(write: CellWrite): AcceptedWrite {
    const { row, column } = write;
    const formula = formulaAt(this.sheet, row, column);
    const value = this.valueOf(write);
    const shown = value !== null && typeof value === 'object' ? value.error : (value ?? '');
    return {
      write,
      sheet: this.sheet.name,
      before: formula === null ? shown : `=${formula}`,
      format: formatAt(this.workbook, this.sheet, row, column),
      isHidden: this.hiddenRows.has(row),
    };
  }
}

function covers(range: CellRange, { row, column }: CellWrite): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
