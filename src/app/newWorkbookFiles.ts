import { translate, type Locale } from '../i18n';
import type { ChangeSet } from '../model';
import { newWorkbooks, type NewWorkbookWish } from './newWorkbook';
import type { SessionState } from './session';

/** A file that was made: its name and its bytes. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Makes files; injected, since files are the business of hosts. */
export interface NewFiles {
  workbook(changes: ChangeSet): Uint8Array<ArrayBuffer>;
  /** A .zip of files. */
  archive(files: readonly NewFile[]): Uint8Array<ArrayBuffer>;
}

/** The files of a wish, or a sentence that says why there are none. */
export type MadeFiles =
  | {
      /** The only workbook, or that of the group. */
      readonly file: NewFile;
      /** All of them in one file, where each unit has one of its own; null otherwise. */
      readonly archive: NewFile | null;
      /** Sheets of `file`, and workbooks for units. */
      readonly sheets: number;
      readonly units: number;
    }
  | { readonly problem: string };

/** Makes the files of a new assessment workbook. */
export function makeFiles({ lastOutcome, newFiles }: SessionState, wish: NewWorkbookWish, locale: Locale): MadeFiles {
  const made = newWorkbooks(wish, lastOutcome(), locale);
  if ('problem' in made) return made;
  const files = made.books.map(({ name, changes }): NewFile => ({
    name: `${name}.xlsx`,
    bytes: newFiles.workbook(changes),
  }));
  const [group] = made.books;
  const name = translate(locale, 'templates.file.archive', { name: group!.name });
  return {
    file: files[0]!,
    archive: files.length > 1 ? { name: `${name}.zip`, bytes: newFiles.archive(files) } : null,
    sheets: group!.changes.sheets.length,
    units: files.length - 1,
  };
}
