import { Q } from '../values';
import { CellState } from './cellPoints';
import { cellOf } from './distinctCells';
import { fixed, scaledWeights, sourceName, sourcesInPlay, type ExplainContext } from './explainContext';
import type { ExplanationLine, ExplanationSection } from './explanation';
import { firstTotal, raterScores, SourceForm, voteTable } from './source';

/** How a source's score came about. */
export function sourceLine(context: ExplainContext, k: number): ExplanationLine {
  const { ledger, numbers, subject, input, say } = context;
  const source = ledger.sources[k]!;
  const name = sourceName(context, source.code);
  const form = numbers.forms[k]!;
  if (form === SourceForm.none) {
    const effect = numbers.hasBase ? input.parameters.missing[source.code] : 'block';
    return {
      text: say('source.missing', { name, effect: say(`missing.${effect}`) }),
      tone: 'warning',
    };
  }
  const value = fixed(numbers.scores[k]!);
  if (form === SourceForm.total) {
    return { text: say('source.total', { name }), value, place: cellOf(firstTotal(source, subject)!.cells, subject) };
  }
  if (form === SourceForm.votes) return { ...voteLine(context, k, name), value };
  if (form === SourceForm.raters) return { ...raterLine(context, k, name), value };
  const data = { name, points: Q.formatRational(numbers.points[k]!), max: Q.formatRational(numbers.max[k]!), value };
  return { text: say('source.points', data), value };
}

function voteLine({ ledger, subject, say }: ExplainContext, k: number, name: string): ExplanationLine {
  const source = ledger.sources[k]!;
  const table = voteTable(source, subject);
  const { levels, counts, cells } = source.input.votes[table]!;
  const terms = levels.map(
    (level, i) => `${level} ${counts[i]![subject]!} × ${Q.formatRational(source.voteWeights[table]![i]!.exact)}`,
  );
  const sum = counts.reduce((all, votes) => all + votes[subject]!, 0);
  const place = subject < cells.row.length ? cellOf(cells, subject) : null;
  return { text: say('source.votes', { name, terms: terms.join(' + '), count: sum }), place };
}

function raterLine({ ledger, subject, say }: ExplainContext, k: number, name: string): ExplanationLine {
  const source = ledger.sources[k]!;
  const { all, kept } = raterScores(source, subject);
  const rated = source.raters.find(({ distinct }) => distinct.at(subject).state === CellState.value);
  const key = kept.length < all.length ? 'source.ratersTrimmed' : 'source.raters';
  const data = {
    name,
    count: all.length,
    kept: kept.length,
    scores: kept.map(({ exact }) => Q.formatRational(exact)).join('、'),
  };
  return { text: say(key, data), place: rated ? cellOf(rated.cells, subject) : null };
}

/** The sources, and the base as their weighted mean. */
export function explainSources(context: ExplainContext): ExplanationSection[] {
  const { say, numbers, result, subject } = context;
  const played = sourcesInPlay(context);
  const lines = played.map(({ k }) => sourceLine(context, k));
  const weights = scaledWeights(context);
  const terms = played
    .filter(({ k }) => weights[k]!.n > 0n)
    .map(({ k }) => `${fixed(numbers.scores[k]!)} × ${Q.formatPercent(weights[k]!)}`);
  const base = result.base[subject]!;
  const isBlocked = Number.isNaN(base);
  const line: ExplanationLine = isBlocked
    ? { text: say(numbers.hasBase ? 'base.blocked' : 'base.noWeight'), tone: 'warning' }
    : { text: say('base.sum', { terms: terms.join(' + ') }), value: fixed(base), tone: 'sum' };
  const notes: ExplanationLine[] =
    hasMissing(context) && !isBlocked ? [{ text: say('base.rescaled'), tone: 'note' }] : [];
  return [
    { topic: 'sources', heading: say('heading.sources'), lines },
    {
      topic: 'base',
      heading: say('heading.base'),
      ...(isBlocked ? {} : { value: fixed(base) }),
      lines: [line, ...notes],
    },
  ];
}

function hasMissing(context: ExplainContext): boolean {
  return sourcesInPlay(context).some(({ k }) => context.numbers.forms[k] === SourceForm.none);
}

/** Dimensions with their combined points and rates. */
export function explainDimensions(context: ExplainContext): ExplanationSection[] {
  const { input, result, subject, say, ledger } = context;
  const lines = input.scheme.dimensions.flatMap(({ name }, d): ExplanationLine[] => {
    const points = result.dimensions[d]![subject]!;
    if (Number.isNaN(points)) return [];
    const rate = Q.formatPercent(Q.of(result.dimensionRates[d]![subject]!));
    const max = Q.formatRational(ledger.dimensionMax[d]!.exact);
    return [{ text: say('dimension.line', { name, max, rate }), value: fixed(points) }];
  });
  return lines.length > 0 ? [{ topic: 'dimensions', heading: say('heading.dimensions'), lines }] : [];
}
