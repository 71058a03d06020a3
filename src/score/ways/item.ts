import { valueAt, type CellRef, type CellValue, type Rational, type SourceCode } from '../../model';
import { Q } from '../../values';
import { CellState } from '../cellPoints';
import { groupValues, type ScoreColumn } from '../column';
import { cellOf } from '../distinctCells';
import { sourcesInPlay, type ExplainContext } from '../explainContext';
import { rankedPeers } from '../explainGrade';
import type { Ledger } from '../ledger';
import { chosenColumn, firstTotal, SourceForm, type TotalColumn } from '../source';
import { deductedLadder, openLadder, pointsLadder, rawLadder, type Ladder, type Rung } from './ladder';
import { shiftOf, type Profile, type Shift } from './standing';

/** A cell of the subject that could say something better. */
export interface Item {
  /** Null for a table of totals. */
  readonly source: SourceCode | null;
  readonly k: number;
  /** The column of an indicator or a dimension; null for a total. */
  readonly column: ScoreColumn | null;
  readonly place: CellRef;
  /** Quantity that the cell holds, and the points that it gives now. */
  readonly value: Rational;
  readonly points: Rational;
  readonly max: Rational | null;
  readonly ladder: Ladder;
  /** What a rung does to the numbers of the subject. */
  readonly shift: (rung: Rung) => Shift;
}

/** Others of whom the habit of a column is learnt: how finely its values are written. */
const LEARNT_FROM = 200;

/** The finest decimals among values, at most two. @example grainOf([12, 9.5]) // 0.1 */
function grainOf(values: Iterable<Rational>): Rational {
  let finest = 1n;
  for (const { d } of values) {
    if (finest < 10n && 1n % d !== 0n) finest = 10n;
    if (finest < 100n && 10n % d !== 0n) finest = 100n;
  }
  return Q.fraction(1n, finest);
}

/** Values of the subject's group, itself included, in a column that is read as it is scored. */
function* habit(
  peers: readonly number[],
  subject: number,
  at: (subject: number) => { readonly state: number; readonly value: Rational | null },
): Iterable<Rational> {
  for (const peer of [subject, ...peers.slice(0, LEARNT_FROM)]) {
    const cell = at(peer);
    if (cell.state === CellState.value && cell.value) yield cell.value;
  }
}

function writtenCell({ assessment }: ExplainContext, place: CellRef): CellValue {
  const { workbook, sheet } = assessment.sheets[place.sheet]!;
  const book = assessment.workbooks[workbook]!;
  return valueAt(book, book.sheets[sheet]!, place.row, place.column);
}

function columnItem(
  context: ExplainContext,
  profile: Profile,
  k: number,
  column: ScoreColumn,
  peers: readonly number[],
): Item | null {
  const { ledger, subject } = context;
  const cell = column.at(subject);
  const place = cellOf(column.cells, subject);
  // What the lower level comes to is raised down there, and a rate of two columns in either of them: no single cell.
  if (cell.state !== CellState.value || !place || column.isFed || column.due) return null;
  const { max } = column;
  const grain = grainOf(habit(peers, subject, column.at));
  const { groups } = ledger;
  const others = column.isGrouped
    ? groupValues(
        column.distinct,
        groups.assessed(groups.of(subject)).filter((other) => other !== subject),
      )
    : null;
  const { exact: points } = cell;
  const value = cell.value!;
  const ladder = column.isDeducted
    ? deductedLadder(points, max.exact, grain)
    : column.reading === 'points' || !column.indicator
      ? pointsLadder(points, max.exact, grain)
      : rawLadder({ indicator: column.indicator, cell: writtenCell(context, place), value, points, grain, others });
  return {
    source: ledger.sources[k]!.code,
    k,
    column,
    place,
    value,
    points,
    max: max.exact,
    ladder,
    shift: (rung) => shiftOf(ledger, profile, k, column.dimension, Q.sub(rung.points, points)),
  };
}

function totalItem(
  { ledger, subject }: ExplainContext,
  { weights }: Profile,
  k: number,
  total: TotalColumn,
  peers: readonly number[],
): Item | null {
  const { exact: points, value } = total.distinct.at(subject);
  const place = cellOf(total.cells, subject);
  if (!place || !value) return null;
  const grain = grainOf(habit(peers, subject, (other) => total.distinct.at(other)));
  return {
    source: ledger.sources[k]!.code,
    k,
    column: null,
    place,
    value,
    points,
    max: Q.HUNDRED,
    ladder: pointsLadder(points, Q.HUNDRED, grain),
    shift: (rung) => {
      const score = Q.sub(rung.points, points);
      return { base: Q.mul(weights[k]!, score), source: k, score, dimension: -1, rate: Q.ZERO };
    },
  };
}

/**
 * The cells of a subject that could give more, in the order of sources and rules. Votes and raters' scores are no
 * single cell; a source without weight changes nothing.
 */
export function openItems(context: ExplainContext, profile: Profile): Item[] {
  const { ledger, subject } = context;
  const peers = rankedPeers(context);
  const items = sourcesInPlay(context).flatMap(({ k }) => {
    const form = profile.forms[k]!;
    if (profile.weights[k]!.n === 0n) return [];
    if (form === SourceForm.total) {
      return [totalItem(context, profile, k, firstTotal(ledger.sources[k]!, subject)!, peers)];
    }
    const { columns, same } = ledger.items[k]![form]!;
    return same.map((item) => columnItem(context, profile, k, columns[chosenColumn(columns, item, subject)]!, peers));
  });
  return items.filter((item) => item !== null).filter(({ ladder }) => ladder.size > 0);
}

/** The one cell of a table of totals, up to what is enough. */
export function openTableItem({ input, result, subject }: ExplainContext, enough: number): Item | null {
  const place = cellOf(input.tableTotals!, subject);
  const value = Q.of(result.total[subject]!);
  const grain = grainOf([value, Q.of(enough)]);
  if (!place) return null;
  return {
    source: null,
    k: -1,
    column: null,
    place,
    value,
    points: value,
    max: null,
    ladder: openLadder(value, Q.of(enough), grain),
    shift: (rung) => {
      const gain = Q.sub(rung.points, value);
      return { base: gain, source: -1, score: Q.ZERO, dimension: -1, rate: Q.ZERO };
    },
  };
}

/** The column of 名次赋分 that an item belongs to: a better place there takes points from those overtaken. */
export function takesPlaces({ column }: Item): boolean {
  return column?.isGrouped === true && column.indicator?.method.code === 'rank';
}

/** Whether a subject's points in a source come from this very column. */
export function countsFor(ledger: Ledger, { k, column }: Item, form: number, subject: number): boolean {
  const { columns, same } = ledger.items[k]![form]!;
  const at = columns.indexOf(column!);
  const item = same.find((indices) => indices.includes(at));
  return item !== undefined && columns[chosenColumn(columns, item, subject)] === column;
}
