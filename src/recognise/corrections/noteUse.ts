import type { Scheme } from '../../model';
import { givenScheme } from '../assignTables';
import type { TableReading } from '../classify';
import type { Vocabulary } from '../vocabulary';
import { matchesOf } from './applyChoices';
import { schemeOf, type CorrectionBook } from './book';
import { correctedRows } from './rowChoices';

/** Notes which schemes and rows that people have named are there: the columns were noted when they were read. */
export function noteUse(
  book: CorrectionBook,
  tables: readonly TableReading[],
  schemes: readonly Scheme[],
  vocabulary: Vocabulary,
): void {
  for (const table of tables) {
    if (!table.given) continue;
    const isThere = table.given.scheme === '' || givenScheme(table, schemes) !== null;
    for (const correction of table.given.corrections) {
      if (correction.scheme === table.given.scheme) book.note(schemeOf(correction), isThere ? null : 'noScheme');
    }
    for (const row of correctedRows(table).values()) {
      const isKnown = row.choice.kind === 'ignore' || matchesOf(row.choice, vocabulary).length > 0;
      book.note(row, isKnown ? null : 'noIndicator');
    }
  }
}
