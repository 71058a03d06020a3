import type { WorkbookSnapshot } from '../../model/workbook';
import { FileError, inFile } from './fileError';
import { targetOf } from './package/relationships';
import { ZipPackage } from './package/zipPackage';
import { readSnapshot } from './read/snapshot';
import type { SheetView } from './view';
import { readView } from './view/readView';
import { readWorkbookPart, type WorkbookPart } from './read/workbookPart';

/** A workbook file whose package has been checked; sheets are read when asked for. */
export class OpenedWorkbook {
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
  readonly themePart: string | null;

  constructor(
    /** File name with its ending. */
    readonly name: string,
    readonly pkg: ZipPackage,
    readonly workbook: WorkbookPart,
  ) {
    this.stylesPart = targetOf(workbook.relationships, 'styles');
    this.stringsPart = targetOf(workbook.relationships, 'sharedStrings');
    this.themePart = targetOf(workbook.relationships, 'theme');
  }

  /** The bytes as they were opened: a save without changes. */
  get bytes(): Uint8Array {
    return this.pkg.bytes;
  }

  /**
   * What the workbook holds, as plain data; reads all sheets.
   * @throws FileError when a part is damaged or passes a limit.
   */
  snapshot(): WorkbookSnapshot {
    return inFile(this.name, () => readSnapshot(this));
  }

  /**
   * One sheet as Excel draws it.
   * @param sheet index into `WorkbookSnapshot.sheets`
   * @throws FileError as `snapshot`
   */
  view(sheet: number): SheetView {
    return inFile(this.name, () => readView(this, sheet));
  }
}

/**
 * Opens an .xlsx or .xlsm file: checks its container, directory, declared sizes and workbook part. Sheets are checked
 * when they are read, so `snapshot`, `view` and `applyChangeSet` can throw a FileError too.
 * @param name file name with its ending, for messages
 * @throws FileError that says why the file cannot be opened and what to do.
 */
export function openWorkbook(bytes: Uint8Array, name: string): OpenedWorkbook {
  return inFile(name, () => {
    const pkg = new ZipPackage(bytes);
    const opened = new OpenedWorkbook(name, pkg, readWorkbookPart(pkg));
    const sheets = opened.workbook.sheets.filter((sheet) => sheet.isWorksheet).map((sheet) => sheet.part);
    if (!sheets.some((part) => pkg.has(part))) throw new FileError('noSheets');
    const others = [opened.stylesPart, opened.stringsPart, opened.themePart].filter((part) => part !== null);
    pkg.assertReadable([...sheets, ...others]);
    return opened;
  });
}
