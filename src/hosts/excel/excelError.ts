import { translate, type Locale, type TextData } from '../../i18n';

/** Why Excel could not do something; the sentence of each is the text `hosts.excel.<code>`. */
export type ExcelErrorCode =
  | 'editMode'
  | 'accessDenied'
  | 'busy'
  | 'tooLarge'
  | 'tooOld'
  | 'noSheet'
  | 'cannotSelect'
  | 'changedMeanwhile'
  | 'resultsChanged'
  | 'protectedSheet'
  | 'structureProtected'
  | 'notAsWritten'
  | 'takenBack'
  | 'partlyWritten'
  | 'nothingToUndo'
  | 'settingTooLarge'
  | 'failed';

/** Something that Excel refused or that went wrong on the way, with the sentence that tells a person what to do. */
export class ExcelError extends Error {
  constructor(
    readonly code: ExcelErrorCode,
    readonly data: TextData = {},
    /** What lies behind it, when it is told as part of the sentence. */
    readonly reason: ExcelError | null = null,
  ) {
    super(`${code} ${JSON.stringify(data)}${reason ? `: ${reason.message}` : ''}`);
    this.name = 'ExcelError';
  }

  /** The sentence in one language. */
  describe(locale: Locale): string {
    const reason = this.reason ? this.reason.describe(locale) : '';
    return translate(locale, `hosts.excel.${this.code}`, { ...this.data, reason });
  }
}

/** Errors of the host by what they mean to the user; the codes are those of Excel.ErrorCodes. */
const MEANING = new Map<string, ExcelErrorCode>([
  ['InvalidOperationInCellEditMode', 'editMode'],
  ['AccessDenied', 'accessDenied'],
  ['RequestPayloadSizeLimitExceeded', 'tooLarge'],
  ['ResponsePayloadSizeLimitExceeded', 'tooLarge'],
  ['ApiNotFound', 'tooOld'],
  ['GeneralException', 'busy'],
  ['InternalServerError', 'busy'],
  ['ServiceNotAvailable', 'busy'],
  ['ActivityLimitReached', 'busy'],
  ['Timeout', 'busy'],
]);

/** The error in our words; errors that are not Excel's own stay what they are. */
export function asExcelError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ExcelError || !('code' in error)) return error;
  const code = String(error.code);
  const meaning = MEANING.get(code);
  return meaning ? new ExcelError(meaning, { code }) : new ExcelError('failed', { code, message: error.message });
}

/** Whether an error means this. */
export function isExcelError(error: unknown, code: ExcelErrorCode): boolean {
  return error instanceof ExcelError && error.code === code;
}
