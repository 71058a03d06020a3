import type { Assessment, CellRef, Rational, SchemeAssessment, SchemeResult, SourceCode } from '../model';
import { formatAt, SOURCES, valueAt } from '../model';
import { translate, type Locale, type TextData } from '../i18n';
import { isPercentFormat, Q } from '../values';
import { readAdjustments, NO_ADJUSTMENTS, type SubjectAdjustments } from './adjustments';
import { amountOf, EXACT } from './arithmetic';
import { cellText } from './cellPoints';
import { combine, emptyCombined, scaleWeights, type Combined } from './combine';
import { lowerCounts } from './lowerResults';
import { openLedger, subjectForm, type Ledger } from './ledger';
import { loadExact } from './sums';

/** Everything that the parts of one subject's explanation share; all numbers exact. */
export interface ExplainContext {
  readonly assessment: Assessment;
  readonly input: SchemeAssessment;
  readonly result: SchemeResult;
  readonly subject: number;
  readonly locale: Locale;
  readonly ledger: Ledger;
  readonly inPlay: readonly boolean[];
  readonly numbers: Combined<Rational>;
  readonly adjustments: SubjectAdjustments;
  /** A text of this room. */
  readonly say: (key: string, data?: TextData) => string;
}

/**
 * Computes one subject's numbers again, exactly; the rest of the scheme is not read. `scheme` is an index into `schemes`,
 * the results of all schemes: those of the lower level may feed this one.
 */
export function openContext(
  assessment: Assessment,
  schemes: readonly SchemeResult[],
  scheme: number,
  subject: number,
  locale: Locale,
): ExplainContext {
  const result = schemes[scheme]!;
  const input = assessment.schemes[result.scheme]!;
  const byScheme = assessment.schemes.map((_scheme, index) => schemes.find((one) => one.scheme === index));
  const ledger = openLedger(assessment, input, (indicator) => lowerCounts(assessment, input, indicator, byScheme));
  const inPlay = ledger.sources.map(({ code }) => result.sources[code] !== undefined);
  const numbers = emptyCombined(EXACT, ledger);
  const adjustments = readAdjustments(assessment, input, subject).bySubject.get(subject) ?? NO_ADJUSTMENTS;
  const { totalCap } = input.parameters;
  const extra = { ...adjustments, totalCap: totalCap ? amountOf(totalCap) : null };
  loadExact(ledger, (k) => subjectForm(ledger, k, subject), subject, numbers);
  combine(EXACT, ledger, inPlay, subject, extra, numbers);
  const say = (key: string, data: TextData = {}): string => translate(locale, `score.${key}`, data);
  return { assessment, input, result, subject, locale, ledger, inPlay, numbers, adjustments, say };
}

/** Two decimals, as everything judged is shown. @example fixed(Q.of(90)) // "90.00" */
export function fixed(value: Rational | number): string {
  return (typeof value === 'number' ? value : Q.roundToNumber(value, 2)).toFixed(2);
}

/** Name of a source in the language of the explanation. */
export function sourceName({ say }: ExplainContext, code: SourceCode): string {
  return say(`source.${code}`);
}

/** Weight of each source of the ledger for this subject, scaled to sum to 1; 0 for those that do not count. */
export function scaledWeights({ ledger, inPlay, numbers }: ExplainContext): Rational[] {
  return scaleWeights(ledger, inPlay, numbers.forms);
}

/** A cell as written, a percentage as such. */
export function writtenAt(assessment: Assessment, place: CellRef | null): string {
  if (!place) return '';
  const { workbook, sheet } = assessment.sheets[place.sheet]!;
  const book = assessment.workbooks[workbook]!;
  const table = book.sheets[sheet]!;
  const value = valueAt(book, table, place.row, place.column);
  if (typeof value === 'number' && isPercentFormat(formatAt(book, table, place.row, place.column))) {
    return Q.formatPercent(Q.of(value));
  }
  return cellText(value);
}

/** Sources in their order, with their index in the ledger; -1 for those that the files do not speak of. */
export function sourcesInPlay({ ledger, inPlay }: ExplainContext): { readonly code: SourceCode; readonly k: number }[] {
  return SOURCES.map((code) => ({ code, k: ledger.sources.findIndex((source) => source.code === code) })).filter(
    ({ k }) => k >= 0 && inPlay[k],
  );
}
