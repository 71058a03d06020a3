import type { Issue } from '../model';
import { Q } from '../values';
import { CellState } from './cellPoints';
import type { ScoreColumn } from './column';
import { cellOf } from './distinctCells';
import { lowerRate } from './fedCells';
import { writtenAt } from './explainContext';
import { schemeIssue } from './issues';
import type { Ledger } from './ledger';

/** Half a percentage point: a rate that people round to whole percents is no contradiction. */
const TOLERANCE = Q.of('0.005');

/**
 * D11: a typed rate that the results of the lower level contradict, where all below are assessed. The typed value counts;
 * points that somebody awarded are that person's judgement.
 */
export function lowerIssues(ledger: Ledger): Issue[] {
  const { input } = ledger;
  return ledger.sources.flatMap(({ code, columns }) =>
    columns.flatMap((fed): Issue[] => {
      const { lower } = fed;
      if (!lower) return [];
      const typed = columns.filter(({ id, isFed, reading }) => id === fed.id && !isFed && reading === 'raw');
      return input.subjects.flatMap(({ exempt }, subject) => {
        const count = exempt ? null : lower[subject];
        const rate = count && count.blocked + count.silent === 0 ? lowerRate(count) : null;
        const column = rate ? typed.find((one) => one.at(subject).state === CellState.value) : undefined;
        if (!rate || !column || isNear(column, subject, rate)) return [];
        const place = cellOf(column.cells, subject);
        const { who, measure, met, assessed } = count!;
        const text = writtenAt(ledger.assessment, place);
        if (isOfOthers(text, assessed)) return [];
        const share = Q.formatPercent(Q.of(Q.roundToNumber(rate, 4)));
        const data = { indicator: fed.name, id: fed.id, source: code, text, met, assessed, measure, rate: share };
        return [schemeIssue(input, 'D11', who, subject, place, data)];
      });
    }),
  );
}

/** A quotient of another number (23/25 where 12 are assessed here) speaks of more than these workbooks hold. */
function isOfOthers(text: string, assessed: number): boolean {
  const numbers = text.match(/\d+/gu)?.map(Number) ?? [];
  return numbers.length === 2 && /^[^.%]*$/u.test(text) && Math.max(...numbers) !== assessed;
}

function isNear(column: ScoreColumn, subject: number, rate: ReturnType<typeof Q.of>): boolean {
  const { value, isBlank } = column.at(subject);
  return isBlank || Q.compare(Q.abs(Q.sub(value!, rate)), TOLERANCE) <= 0;
}
