import type { CellWrite } from '../../model/changeSet';
import type { CellValue } from '../../model/workbook';
import type { TextData } from '../../i18n';

/** Why a write-back was left out; the sentence of each is the text `hosts.refused.<reason>`. */
export type RefusalReason =
  'changed' | 'merged' | 'sharedFormula' | 'tableHeader' | 'protected' | 'noSheet' | 'outside';

/** A write-back that was left out, with what the cell holds. */
export interface Refusal {
  readonly write: CellWrite;
  readonly reason: RefusalReason;
  readonly found: CellValue;
}

/** Something to tell before the file is saved; the sentence is the text `hosts.warning.<code>` filled with `data`. */
export interface ApplyWarning {
  readonly code:
    | 'structureLocked'
    | 'signed'
    | 'lastSheet'
    | 'sheetMissing'
    | 'highlightsProtected'
    | 'printSetup'
    | 'undoTooLarge'
    | 'linksLeftOut'
    | 'notesKept'
    | 'notesLeftOut';
  readonly data: TextData;
}

/** What applying a change set did. */
export interface ApplyReport {
  /** Result sheets with their final names, in the order of the change set. */
  readonly sheets: readonly { readonly mark: string; readonly name: string; readonly replaced: boolean }[];
  readonly removedSheets: readonly string[];
  /** Write-backs that were made, or found made already. */
  readonly written: number;
  readonly refused: readonly Refusal[];
  readonly warnings: readonly ApplyWarning[];
}
