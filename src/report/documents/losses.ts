import type { SourceCode } from '../../model';
import { explainSubject, type IndicatorExplanation } from '../../score';
import type { DocumentContext } from './context';

/** An indicator on which a subject lost points. */
export interface Loss {
  readonly name: string;
  readonly max: number;
  readonly points: number;
  /** Points lost, above 0, rounded to 2 places. */
  readonly lost: number;
  /** What was reported and how the rule came to the points. */
  readonly reason: string;
}

/** What the indicators of one source gave a subject. */
export interface SourceLosses {
  readonly source: SourceCode;
  readonly sourceName: string;
  /** Greatest loss first. */
  readonly losses: readonly Loss[];
  /** Number of indicators with all their points. */
  readonly full: number;
}

/**
 * Where a subject lost points, in the weightiest of its sources that has indicators; null where none has. `scheme` is
 * an index into the result.
 */
export function lossesOf(context: DocumentContext, scheme: number, subject: number): SourceLosses | null {
  const { source, locale } = context;
  const { indicators } = explainSubject(source.assessment, source.result, scheme, subject, locale);
  const known = indicators.filter(({ points }) => points !== null);
  const weightiest = known.reduce((most, { weight }) => Math.max(most, weight), 0);
  const first = known.find(({ weight }) => weight === weightiest);
  if (!first) return null;
  const ours = known.filter((each) => each.source === first.source);
  const losses = ours.flatMap((each): Loss[] => {
    const lost = Math.round((each.max - each.points!) * 100) / 100;
    return lost > 0
      ? [{ name: each.name, max: each.max, points: each.points!, lost, reason: reasonOf(context, each) }]
      : [];
  });
  return {
    source: first.source,
    sourceName: first.sourceName,
    losses: losses.sort((a, b) => b.lost - a.lost),
    full: ours.length - losses.length,
  };
}

/** Points that were given as such have no computation to tell: the rule says what they were to be given for. */
function reasonOf({ words }: DocumentContext, { reading, raw, steps, rule }: IndicatorExplanation): string {
  return reading === 'points' ? rule : words('feedback.raw', { raw, steps });
}
