import type { CellRef, RegisterField } from '../model';
import { factOf, type Fact } from './reading';
import type { Context, UnitRow } from './context';

/** What a unit's rows say about one duty, and the cell that shows it. */
export interface Evidence {
  readonly fact: Fact;
  /** Cell of the first field that the first row has. */
  readonly place: CellRef;
  readonly row: UnitRow;
}

/**
 * What a unit's rows say about a duty whose evidence stands in any of several columns, or null when the register has
 * none of them. In a row the first column that says anything decides; of several rows one that fulfils the duty does.
 */
export function evidenceOf(
  context: Context,
  rows: readonly UnitRow[],
  fields: readonly RegisterField[],
): Evidence | null {
  let worst: Evidence | null = null;
  for (const row of rows) {
    const evidence = evidenceInRow(context, row, fields);
    if (!evidence) continue;
    if (evidence.fact === 'yes' || evidence.fact === 'notApplicable') return evidence;
    worst ??= evidence;
  }
  return worst;
}

function evidenceInRow(context: Context, row: UnitRow, fields: readonly RegisterField[]): Evidence | null {
  let first: CellRef | null = null;
  for (const field of fields) {
    const place = row.row.cells[field];
    if (!place) continue;
    first ??= place;
    const fact = factOf(context, place);
    if (fact !== 'unknown') return { fact, place: fact === 'no' ? place : first, row };
  }
  return first && { fact: 'unknown', place: first, row };
}

/** True when a duty is not fulfilled. */
export function isMissing(evidence: Evidence | null): evidence is Evidence {
  return evidence !== null && (evidence.fact === 'no' || evidence.fact === 'unknown');
}
