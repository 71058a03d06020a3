import { Q } from '../../values';
import { LOOKS } from '../looks';
import type { Texts } from '../texts';
import { gap, writeSentence } from './grid';
import { extremesOf, lowestOf, type Extremes, type GroupNumbers } from './groups';
import { difference } from './numbers';
import type { SchemePart } from './scheme';

/** How unlike the groups are (发展不平衡), in sentences; nothing where there is nothing to compare. */
export function balancePart({ sheet, view, numbers, heading }: SchemePart): void {
  const { texts, scheme } = view;
  const names = scheme.scheme.dimensions.map(({ name }) => name);
  const { all, groups } = numbers;
  const sentences = [
    ...(groups.length > 1 ? betweenGroups(texts, groups, names) : withinAll(texts, all)),
    weakest(texts, all, names),
  ].filter((sentence) => sentence !== '');
  if (sentences.length === 0) return;
  gap(sheet);
  sheet.line(heading('balance'), LOOKS.subheading, 22);
  writeSentence(sheet, sentences.join(texts('word.sentenceGap')));
}

function betweenGroups(texts: Texts, groups: readonly GroupNumbers[], dimensions: readonly string[]): string[] {
  return [means(texts, groups), attainment(texts, groups), within(texts, groups), apart(texts, groups, dimensions)];
}

function means(texts: Texts, groups: readonly GroupNumbers[]): string {
  const found = extremesOf(groups, ({ mean }) => mean);
  if (found) return texts('statistics.means', apartData(texts, found, points, 1));
  const mean = groups.find((group) => group.mean !== null)?.mean ?? null;
  return mean === null ? '' : texts('statistics.evenMeans', { mean: points(mean) });
}

function attainment(texts: Texts, groups: readonly GroupNumbers[]): string {
  const found = extremesOf(groups, ({ attained }) => attained);
  if (found) return texts('statistics.attainmentApart', apartData(texts, found, percent, 100));
  const rate = groups.find(({ attained }) => attained !== null)?.attained ?? null;
  return rate === null ? '' : texts('statistics.evenRates', { rate: percent(rate) });
}

/** The group whose totals are widest spread. */
function within(texts: Texts, groups: readonly GroupNumbers[]): string {
  const widest = groups.reduce((wide, line) => ((line.deviation ?? 0) > (wide.deviation ?? 0) ? line : wide));
  if (widest.deviation === null || widest.deviation === 0) return '';
  const gap = points(difference(widest.high!, widest.low!));
  return texts('statistics.within', { group: widest.name, deviation: points(widest.deviation), gap });
}

/** The dimension in which groups differ most. */
function apart(texts: Texts, groups: readonly GroupNumbers[], dimensions: readonly string[]): string {
  const found = dimensions.flatMap((dimension, i) => {
    const extremes = extremesOf(groups, ({ rates }) => rates[i]!);
    return extremes ? [{ dimension, ...extremes, by: extremes.high - extremes.low }] : [];
  });
  if (found.length === 0) return '';
  const most = found.reduce((widest, line) => (line.by > widest.by ? line : widest));
  const data = apartData(texts, most, percent, 100);
  return texts('statistics.dimensionApart', { dimension: most.dimension, ...data });
}

function withinAll(texts: Texts, { count, deviation, high, low }: GroupNumbers): string[] {
  if (count < 2 || deviation === null || high === null || low === null) return [];
  return [texts('statistics.alone', { deviation: points(deviation), gap: points(difference(high, low)) })];
}

function weakest(texts: Texts, { rates }: GroupNumbers, dimensions: readonly string[]): string {
  const index = lowestOf(rates);
  if (index < 0) return '';
  return texts('statistics.weakest', { dimension: dimensions[index]!, rate: percent(rates[index]!) });
}

/** Extremes in words: who, how much, and how far apart in points or percentage points. */
function apartData(
  texts: Texts,
  { best, high, worst, low }: Extremes,
  shown: (value: number) => string,
  scale: number,
): Record<string, string> {
  const named = ([name = '', ...others]: readonly string[]) =>
    others.length === 0 ? name : texts('statistics.several', { name, count: others.length + 1 });
  const gap = points(difference(scale * high, scale * low));
  return { best: named(best), high: shown(high), worst: named(worst), low: shown(low), gap };
}

function points(value: number): string {
  return value.toFixed(2);
}

function percent(rate: number): string {
  return Q.formatPercent(Q.of(rate));
}
