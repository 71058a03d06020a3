import type { Choice, SourceCode } from '../../model';
import type { ColumnMeaning } from '../columns';
import { nameKey } from '../labels';
import type { ScoredMatch, Vocabulary } from '../vocabulary';
import { REGISTER_WORDS } from '../registerWords';
import { HEADER_WORDS, type HeaderField } from '../words';
import type { CorrectionBook, Given } from './book';

/** Fields that one column of a table has at most: who names another column takes the field from the first. */
const SINGLE: ReadonlySet<HeaderField> = new Set([
  'unit',
  'person',
  'id',
  'branch',
  'group',
  'kind',
  'parent',
  'scheme',
  'dimension',
  'indicator',
  'indicatorId',
  'max',
  'method',
  'parameters',
  'value',
  'item',
  'times',
  'rank',
  'grade',
]);

/** Columns with the meaning that people have given them; what they leave out stays as the headers say. */
export function applyChoices(
  columns: readonly ColumnMeaning[],
  given: Given,
  vocabulary: Vocabulary,
  book: CorrectionBook,
): ColumnMeaning[] {
  const chosen = columns.map((column): ColumnMeaning => {
    const correction = given.columns.get(column.column);
    if (!correction) return given.source === null ? column : withSource(column, given.source);
    const changed = withChoice(column, correction.choice, given.source, vocabulary);
    book.note(correction, changed ? null : 'noIndicator');
    return changed ?? column;
  });
  const taken = new Set<HeaderField>();
  for (const { choice, fields } of chosen)
    if (choice) for (const field of fields) if (SINGLE.has(field)) taken.add(field);
  const total = chosen.find(({ choice, fields, source }) => choice && fields.has('total') && source === null);
  return chosen.map((column) => {
    if (column.choice) return column;
    const lost = [...column.fields].filter(
      (field) => taken.has(field) || (total && field === 'total' && column.source === null),
    );
    return lost.length === 0 ? column : withoutFields(column, lost);
  });
}

/** A sheet's source stands for every source that its headers name. */
function withSource(column: ColumnMeaning, source: SourceCode): ColumnMeaning {
  return column.source === null ? column : { ...column, source };
}

/** A column that has lost all its fields to another one says nothing more. */
function withoutFields(column: ColumnMeaning, lost: readonly HeaderField[]): ColumnMeaning {
  const fields = new Set([...column.fields].filter((field) => !lost.includes(field)));
  return fields.size > 0 ? { ...column, fields } : { ...nothing(column), key: column.key };
}

/** A column that says nothing: neither its header nor its cells are looked at. */
function nothing(column: ColumnMeaning): ColumnMeaning {
  const fields = new Set<HeaderField>(['ignored']);
  const none = { source: null, reading: null, month: null, level: null, rater: false } as const;
  return { ...column, ...none, key: '', fields, scored: [] };
}

/** A column as a person has said; null when there is no such indicator or dimension any more. */
function withChoice(
  column: ColumnMeaning,
  choice: Choice,
  sheetSource: SourceCode | null,
  vocabulary: Vocabulary,
): ColumnMeaning | null {
  const blank = { ...nothing(column), key: column.key, fields: new Set<HeaderField>(), choice };
  const { source, reading } = column;
  const values = {
    source: choice.source ?? (source === null ? null : (sheetSource ?? source)),
    reading: choice.reading ?? reading,
  };
  const number = Number(choice.name);
  switch (choice.kind) {
    case 'ignore':
      return { ...nothing(column), choice };
    case 'field': {
      if (!Object.hasOwn(HEADER_WORDS, choice.name)) return null;
      const fields = new Set([choice.name as HeaderField]);
      return VALUE_FIELDS.has(choice.name) ? { ...blank, ...values, fields } : { ...blank, fields };
    }
    case 'indicator':
    case 'dimension': {
      const scored = matchesOf(choice, vocabulary);
      return scored.length === 0 ? null : { ...blank, ...values, scored };
    }
    case 'register':
      return Object.hasOwn(REGISTER_WORDS, choice.name) ? blank : null;
    case 'month':
      return Number.isInteger(number) && number >= 1 && number <= 12 ? { ...blank, month: number } : null;
    case 'level':
      return Number.isInteger(number) && number >= -1 && number <= 3 ? { ...blank, level: number } : null;
    case 'rater':
      return { ...blank, rater: true };
  }
}

/** Fields whose cells are values of a source. */
const VALUE_FIELDS: ReadonlySet<string> = new Set(['score', 'raw', 'total', 'subtotal']);

/**
 * What a choice names in the schemes in force: indicators of its name, else of its id; dimensions of its name.
 * @example matchesOf({ kind: "indicator", name: "W11", text: "党课" }, vocabulary) // [{ scheme: 0, type: "indicator", index: 0 }]
 */
export function matchesOf({ kind, name, text }: Choice, vocabulary: Vocabulary): readonly ScoredMatch[] {
  if (kind === 'ignore') return [];
  const matches: ScoredMatch[] = [];
  const byId: ScoredMatch[] = [];
  vocabulary.schemes.forEach(({ indicators, dimensions }, scheme) => {
    if (kind === 'dimension') {
      const index = dimensions.findIndex((dimension) => nameKey(dimension.name) === nameKey(name));
      if (index >= 0) matches.push({ scheme, type: 'dimension', index });
      return;
    }
    const named = indicators.findIndex((i) => text !== undefined && nameKey(i.name) === nameKey(text));
    if (named >= 0) matches.push({ scheme, type: 'indicator', index: named });
    const index = indicators.findIndex(({ id }) => id === name);
    if (index >= 0) byId.push({ scheme, type: 'indicator', index });
  });
  return matches.length > 0 ? matches : byId;
}
