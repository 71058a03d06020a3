import { Q } from '../values';
import { passLines } from './attainment';
import { fixed, type ExplainContext } from './explainContext';
import type { ExplanationLine, ExplanationSection } from './explanation';

/** 达标: the total, every dimension and the vetoes against their lines. */
export function explainAttainment(context: ExplainContext): ExplanationSection[] {
  const { input, result, subject, say, adjustments } = context;
  if (result.attained[subject]! < 0) return [];
  const { parameters, scheme } = input;
  const lines = passLines(input);
  const total = result.total[subject]!;
  const mark = (passes: boolean): Pick<ExplanationLine, 'value' | 'tone'> =>
    passes ? { value: say('attainment.yes') } : { value: say('attainment.no'), tone: 'warning' };
  const checks: ExplanationLine[] = [
    {
      text: say('attainment.total', { total: fixed(total), line: Q.formatRational(parameters.passTotal) }),
      ...mark(Math.round(total * 100) >= lines.total),
    },
  ];
  scheme.dimensions.forEach(({ name }, d) => {
    const rate = result.dimensionRates[d]![subject]!;
    if (Number.isNaN(rate)) return;
    const data = { name, rate: Q.formatPercent(Q.of(rate)), line: Q.formatPercent(parameters.passDimension) };
    checks.push({ text: say('attainment.dimension', data), ...mark(Math.round(rate * 10_000) >= lines.rate) });
  });
  for (const index of adjustments.vetoes) {
    checks.push({ text: say('attainment.veto', { rule: scheme.adjustments[index]!.name }), ...mark(false) });
  }
  const isAttained = result.attained[subject] === 1;
  return [{ topic: 'attainment', heading: say('heading.attainment'), value: mark(isAttained).value!, lines: checks }];
}
