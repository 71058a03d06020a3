import type { Assessment, SchemeAssessment, SourceCode } from '../model';
import { SOURCES } from '../model';
import { amountOf, type Amount } from './arithmetic';
import { dimensionMax, type LowerOf, type ScoreColumn } from './column';
import type { CellReader } from './distinctCells';
import { lazyGroups, type Groups } from './groups';
import {
  columnsOf,
  formOf,
  openSource,
  sameItems,
  SourceForm,
  type KeptSource,
  type Source,
  type SourceFormCode,
} from './source';

/** Columns that a form of a source sums up, and which of them say the same thing. */
export interface Items {
  readonly columns: readonly ScoreColumn[];
  readonly same: readonly (readonly number[])[];
}

/** A scheme opened for scoring: its sources, groups and full marks. Nothing is read before someone asks. */
export interface Ledger {
  readonly assessment: Assessment;
  readonly input: SchemeAssessment;
  readonly groups: Groups;
  /** Sources that the files speak of, in the order self, peer, superior. */
  readonly sources: readonly Source[];
  /** Items of each of `sources` by its form. */
  readonly items: readonly (readonly Items[])[];
  readonly dimensionMax: readonly Amount[];
}

const NOTHING_LOWER: LowerOf = () => null;

/**
 * Opens a scheme; `lowerOf` tells what the lower level, scored before it, comes to. With `kept`, the ledger of the same
 * subjects and cells under other rules, only what the changed rules concern is read again.
 */
export function openLedger(
  assessment: Assessment,
  input: SchemeAssessment,
  lowerOf: LowerOf = NOTHING_LOWER,
  kept: Ledger | null = null,
): Ledger {
  const groups = kept?.groups ?? lazyGroups(input.subjects);
  const isSameBlank = kept?.input.parameters.blankIsZero === input.parameters.blankIsZero;
  const keptSource = (code: SourceCode): KeptSource | null => {
    const source = kept?.sources.find((one) => one.code === code);
    return source ? { source, isSameBlank } : null;
  };
  const sources = SOURCES.map((code) => openSource(assessment, input, code, groups, lowerOf, keptSource(code))).filter(
    (source) => source !== null,
  );
  const items = sources.map((source) =>
    Object.values(SourceForm).map((form) => {
      const columns = columnsOf(source, form);
      return { columns, same: sameItems(columns) };
    }),
  );
  const max = input.scheme.dimensions.map((_dimension, index) => amountOf(dimensionMax(input, index)));
  return { assessment, input, groups, sources, items, dimensionMax: max };
}

/** What every subject's score comes from in each source, and which sources are in play (specification, section 4). */
export interface Play {
  /** Form of each subject, by source of the ledger. */
  readonly forms: readonly Uint8Array[];
  readonly inPlay: readonly boolean[];
}

/** Subjects that are read together: their rows stay in the cache while one column after the other is read. */
const BLOCK = 512;

function fillAll(columns: readonly { readonly distinct: CellReader }[], count: number): void {
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(from + BLOCK, count);
    for (const { distinct } of columns) distinct.fill(from, to);
  }
}

/** Reads all cells and finds what counts. Rows of exempt subjects bring no source into play and have no form. */
export function findPlay({ input, sources }: Ledger): Play {
  const { subjects } = input;
  fillAll(
    sources.flatMap(({ columns, dimensions, totals, raters }) => [...columns, ...dimensions, ...totals, ...raters]),
    subjects.length,
  );
  const forms = sources.map((source) => {
    const form = new Uint8Array(subjects.length);
    for (let subject = 0; subject < subjects.length; subject++) {
      if (!subjects[subject]!.exempt) form[subject] = formOf(source, subject);
    }
    return form;
  });
  return { forms, inPlay: forms.map((form) => form.some((code) => code !== SourceForm.none)) };
}

/** Form of one subject in a source, for those who have no `Play` at hand. */
export function subjectForm(ledger: Ledger, source: number, subject: number): SourceFormCode {
  return ledger.input.subjects[subject]!.exempt ? SourceForm.none : formOf(ledger.sources[source]!, subject);
}

/** Whether a source of two ledgers of one scheme has the same columns, so that it says the same. */
export function isSameSource(ledger: Ledger, other: Ledger, k: number): boolean {
  const [a, b] = [ledger.sources[k]!, other.sources[k]!];
  const isSame = <T>(own: readonly T[], others: readonly T[]): boolean =>
    own.every((column, i) => column === others[i]);
  return isSame(a.columns, b.columns) && isSame(a.dimensions, b.dimensions);
}
