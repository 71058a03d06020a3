import type { Rational } from '../model';
import { definitionOf, ruleSentence } from '../rules';
import { Q } from '../values';
import { CellState, type CellPoints } from './cellPoints';
import { groupValues, type ScoreColumn } from './column';
import { cellOf } from './distinctCells';
import { scaledWeights, sourceName, sourcesInPlay, writtenAt, type ExplainContext } from './explainContext';
import type { IndicatorExplanation } from './explanation';
import { chosenColumn } from './source';

type Steps = Pick<IndicatorExplanation, 'steps' | 'limit'>;

const STATE_KEYS: Readonly<Record<number, string>> = {
  [CellState.notApplicable]: 'state.notApplicable',
  [CellState.blank]: 'state.blank',
  [CellState.pending]: 'state.pending',
  [CellState.unreadable]: 'state.unreadable',
  [CellState.error]: 'state.error',
};

/** What one cell came to, in words. */
function stepsOf(context: ExplainContext, column: ScoreColumn, cell: CellPoints): Steps {
  const { say, locale, ledger, subject } = context;
  if (cell.state !== CellState.value) {
    return { steps: say(column.isFed && cell.note ? 'lower.none' : STATE_KEYS[cell.state]!), limit: null };
  }
  const { indicator } = column;
  const value = cell.value!;
  const blank = cell.isBlank ? say('state.blankZero') : '';
  if (column.isDeducted) {
    const limit = Q.compare(value, column.max.exact) > 0 ? 'floor' : null;
    const data = { value, max: column.max.exact, points: cell.exact };
    const texts = Object.fromEntries(Object.entries(data).map(([name, number]) => [name, Q.formatRational(number)]));
    return { steps: blank + say('steps.deducted', texts), limit };
  }
  if (column.reading === 'points' || !indicator) {
    const limit = value.n < 0n ? 'floor' : Q.compare(value, column.max.exact) > 0 ? 'cap' : null;
    const data = {
      value: Q.formatRational(value),
      max: Q.formatRational(column.max.exact),
      points: Q.formatRational(cell.exact),
    };
    return { steps: blank + say(limit ? 'steps.clampedPoints' : 'steps.points', data), limit };
  }
  const { method, max, isRate } = indicator;
  const lower = lowerSentence(context, column);
  const { groups } = ledger;
  const group = column.isGrouped ? groupValues(column.distinct, groups.assessed(groups.of(subject))) : null;
  const compared = { best: group?.best ?? null, place: group?.placeOf(value) ?? null };
  const { text, limit } = definitionOf(method).steps(value, method, max, isRate, compared, locale);
  return { steps: blank + lower + text, limit };
}

/** What the lower level comes to, in words, for a value that it gives. */
function lowerSentence({ say, subject }: ExplainContext, { lower }: ScoreColumn): string {
  const count = lower?.[subject];
  if (!count) return '';
  const { who, measure, assessed, met, provisional, blocked, silent } = count;
  const unit = say(`lower.unit.${who}`);
  const also = [
    ...(provisional > 0 ? [say('lower.provisional', { count: provisional, unit })] : []),
    ...(blocked > 0 ? [say('lower.blocked', { count: blocked, unit })] : []),
    ...(silent > 0 ? [say('lower.silent', { count: silent })] : []),
  ];
  return say(`lower.${who}`, { assessed, met, measure: say(`lower.${measure}`), also: also.join('') });
}

/** How every indicator of every source came to its points; empty for totals, votes and raters. */
export function explainIndicators(context: ExplainContext): IndicatorExplanation[] {
  const weights = scaledWeights(context);
  return sourcesInPlay(context).flatMap(({ k }) => explainSource(context, k, weights[k]!));
}

/** As `explainIndicators`, for one source of the ledger whose scaled weight is given. */
export function explainSource(context: ExplainContext, k: number, weight: Rational): IndicatorExplanation[] {
  const { ledger, numbers, subject, input, locale, say } = context;
  const { columns, same } = ledger.items[k]![numbers.forms[k]!]!;
  const { code } = ledger.sources[k]!;
  return same.map((item) => {
    const column = columns[chosenColumn(columns, item, subject)]!;
    const cell = column.at(subject);
    const place = cellOf(column.cells, subject);
    const counts = cell.state === CellState.value;
    const inBase = (points: Rational): number =>
      Q.roundToNumber(Q.div(Q.mul(Q.mul(weight, Q.HUNDRED), points), numbers.max[k]!), 2);
    return {
      source: code,
      sourceName: sourceName(context, code),
      id: column.id,
      name: column.name,
      dimension: input.scheme.dimensions[column.dimension]?.name ?? null,
      reading: column.reading,
      raw: column.isFed ? lowerFraction(column, subject) : writtenRaw(context, column),
      place,
      rule: column.indicator
        ? ruleSentence(column.indicator, locale)
        : say('rule.dimension', { max: Q.formatRational(column.max.exact) }),
      rulePlace: column.indicator?.place ?? null,
      ...stepsOf(context, column, cell),
      points: counts ? Q.roundToNumber(cell.exact, 2) : null,
      max: column.max.approx,
      weight: Q.roundToNumber(weight, 4),
      share: counts ? inBase(cell.exact) : null,
      lost: counts ? inBase(Q.sub(column.max.exact, cell.exact)) : null,
    };
  });
}

/** What the lower level gives as people write it, e.g. 11/12. */
function lowerFraction({ lower }: ScoreColumn, subject: number): string {
  const count = lower?.[subject];
  return count && count.assessed > 0 ? `${count.met}/${count.assessed}` : '';
}

/** A cell as written; of a rate of two columns both, e.g. 18/20. */
function writtenRaw({ assessment, subject }: ExplainContext, { cells, due }: ScoreColumn): string {
  const done = writtenAt(assessment, cellOf(cells, subject));
  const whole = due ? writtenAt(assessment, cellOf(due, subject)) : '';
  return whole === '' ? done : `${done}/${whole}`;
}
