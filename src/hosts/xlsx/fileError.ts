import { translate, type Locale, type TextData } from '../../i18n';

/** Why a file cannot be used; the sentence of each is the text `hosts.file.<code>`. */
export type FileErrorCode =
  | 'empty'
  | 'text'
  | 'notPackage'
  | 'truncated'
  | 'damaged'
  | 'encrypted'
  | 'oldFormat'
  | 'binaryFormat'
  | 'openDocument'
  | 'notWorkbook'
  | 'noSheets'
  | 'duplicateParts'
  | 'tooLarge'
  | 'tooManyParts'
  | 'tooManyCells'
  | 'tooComplex'
  | 'documentType'
  | 'badXml'
  | 'unreadable';

/**
 * A file that cannot be read or saved, with the sentence that tells a person why and what to do.
 * `data` holds at least `file`, and `part` where the fault lies in one part of the package.
 */
export class FileError extends Error {
  constructor(
    readonly code: FileErrorCode,
    readonly data: TextData = {},
  ) {
    super(`${code} ${JSON.stringify(data)}`);
    this.name = 'FileError';
  }

  /** The sentence in one language. */
  describe(locale: Locale): string {
    const sentence = translate(locale, `hosts.file.${this.code}`, { file: '', part: '', ...this.data });
    // A fault that lies in no single part leaves its brackets empty.
    return sentence.replace(/ ?\(\)|（）/, '').replace(/\s+([)）])/, '$1');
  }
}

/** Runs an action on a file and gives each FileError from inside the file's name. */
export function inFile<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof FileError && !Object.hasOwn(error.data, 'file')) {
      throw new FileError(error.code, { ...error.data, file });
    }
    throw error;
  }
}
