import { adjustmentSentence } from '../rules';
import { Q } from '../values';
import { Outcome } from './combine';
import { fixed, writtenAt, type ExplainContext } from './explainContext';
import type { ExplanationLine, ExplanationSection } from './explanation';

/** The rows of 加分扣分 that concern the subject, what they give, and the caps. */
function adjustmentLines(context: ExplainContext): ExplanationLine[] {
  const { input, subject, adjustments, say, locale, assessment } = context;
  const rows = input.adjustments.filter((entry) => entry.subject === subject && entry.rule !== 'grade');
  const lines = rows.map((entry): ExplanationLine => {
    const rule = input.scheme.adjustments[entry.rule as number]!;
    const written = writtenAt(assessment, entry.points) || writtenAt(assessment, entry.times);
    const data = {
      rule: rule.name,
      written: written || say('adjustment.once'),
      basis: entry.basis,
      sentence: adjustmentSentence(rule, locale),
    };
    return { text: say('adjustment.row', data), place: entry.points ?? entry.times ?? entry.place };
  });
  for (const [index, amount] of adjustments.byRule) {
    const rule = input.scheme.adjustments[index]!;
    const sign = rule.type === 'bonus' ? '+' : '−';
    lines.push({ text: say(`adjustment.${rule.type}`, { rule: rule.name }), value: `${sign}${fixed(amount)}` });
  }
  if (Q.compare(adjustments.bonusBeforeCap, adjustments.bonus.exact) > 0) {
    const data = { sum: fixed(adjustments.bonusBeforeCap), cap: fixed(input.parameters.bonusCap) };
    lines.push({ text: say('adjustment.cap', data), value: `+${fixed(adjustments.bonus.exact)}`, tone: 'note' });
  }
  return lines;
}

/** Bonuses and penalties, and the total before and after what vetoes take. */
export function explainTotal(context: ExplainContext): ExplanationSection[] {
  const { say, result, subject, numbers, adjustments, input } = context;
  const rows = adjustmentLines(context);
  const sections: ExplanationSection[] =
    rows.length > 0 ? [{ topic: 'adjustments', heading: say('heading.adjustments'), lines: rows }] : [];
  const total = result.total[subject]!;
  if (Number.isNaN(total)) return sections;
  const before = numbers.results[Outcome.total]!;
  const sum = {
    base: fixed(result.base[subject]!),
    bonus: fixed(adjustments.bonus.exact),
    penalty: fixed(adjustments.penalty.exact),
  };
  const lines: ExplanationLine[] = [{ text: say('total.sum', sum), value: fixed(before), tone: 'sum' }];
  const { totalCap } = input.parameters;
  if (totalCap && Q.compare(before, totalCap) === 0)
    lines.push({ text: say('total.cap', { cap: fixed(totalCap) }), tone: 'note' });
  if (Q.roundToNumber(before, 2) !== total) lines.push({ text: say('total.veto'), value: fixed(total), tone: 'sum' });
  return [...sections, { topic: 'total', heading: say('heading.total'), value: fixed(total), lines }];
}
